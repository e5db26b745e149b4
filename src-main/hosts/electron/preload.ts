// Runs sandboxed in front of the window's page. It hands over the MessagePort that carries the RPC
// and tells where a dropped file lies; nothing else crosses.
import { contextBridge, ipcRenderer, webUtils } from 'electron'

ipcRenderer.on('lethe:port', (event) => {
  window.postMessage('lethe:port', window.location.origin, event.ports)
})

contextBridge.exposeInMainWorld('lethe', {
  requestPort: () => ipcRenderer.send('lethe:requestPort'),
  pathForFile: (file: File) => webUtils.getPathForFile(file)
})
