// Runs sandboxed in front of the window's page. It hands over the MessagePort that carries the RPC,
// the page's menu and what is asked of the page, and tells where a dropped file lies; nothing else
// crosses.
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { PageMenu, PageRequest } from '../../contract/desktop'
import { menuChannel, pageRequestChannel, portChannel, requestPortChannel } from './channels'

ipcRenderer.on(portChannel, (event) => {
  window.postMessage(portChannel, window.location.origin, event.ports)
})

contextBridge.exposeInMainWorld('lethe', {
  requestPort: () => ipcRenderer.send(requestPortChannel),
  pathForFile: (file: File) => webUtils.getPathForFile(file),
  showMenu: (menu: PageMenu) => ipcRenderer.send(menuChannel, menu),
  onRequest: (listener: (request: PageRequest) => void) => {
    ipcRenderer.on(pageRequestChannel, (_event, request: PageRequest) => listener(request))
  }
})
