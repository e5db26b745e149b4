// The entry of the Electron host (out/main/electron.js): one app per data folder, its window, its
// engines, and the loopback server through which the command line reaches it.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { RPCHandler } from '@orpc/server/message-port'
import { app, BrowserWindow, dialog, ipcMain, Menu, MessageChannelMain } from 'electron'
import { asLetheError } from '../../base/errors'
import type { Application } from '../../jobs/application'
import { router } from '../../rpc/router'
import { builtFiles } from '../builtFiles'
import { errorMessage } from '../cli/errorMessages'
import { dataFolderPath } from '../dataFolder'
import { accessFolder, ownerOrigin } from '../folderAccess'
import { openHostApplication } from '../hostApplication'
import { startHostServer } from '../web/hostServer'
import { utilityEngines } from './engine'
import { guardSession, openWindow, registerScheme, windowOrigin } from './window'

const { values } = parseArgs({
  args: process.argv.slice(app.isPackaged ? 1 : 2),
  options: { 'data-dir': { type: 'string' }, port: { type: 'string' } },
  strict: false
})
const asked = typeof values['data-dir'] === 'string' ? values['data-dir'] : undefined
const dataFolder = dataFolderPath(asked, process.env['INIT_CWD'] || process.cwd())
const files = builtFiles(import.meta.dirname)
const closing = new AbortController()
const closers: (() => Promise<void>)[] = []

registerScheme()
app.commandLine.appendSwitch('disable-background-networking')
// Chromium's own files lie in the data folder too; that also makes the lock below one per folder.
app.setPath('userData', join(dataFolder, 'window'))
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', (event) => {
    if (closing.signal.aborted) return
    event.preventDefault()
    closing.abort()
    void close().finally(() => app.exit(0))
  })
  app.whenReady().then(start).catch(fail)
} else {
  app.quit()
}

async function start(): Promise<void> {
  Menu.setApplicationMenu(
    process.platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null
  )
  const access = await accessFolder(dataFolder, closing.signal, () => {})
  if (access.type === 'client') {
    const origin = ownerOrigin(access.address)
    guardSession(files, [origin])
    openWindow(`${origin}/?token=${access.address.token}`, null)
    return
  }
  const { ownership } = access
  const application = await openHostApplication({
    dataFolder,
    host: 'electron',
    ownership,
    files,
    engines: utilityEngines,
    pickFolder
  })
  closers.unshift(() => application.close())
  const port = typeof values.port === 'string' ? Number(values.port) : null
  const server = await startHostServer(application, files, port)
  closers.unshift(() => server.close())
  const address = { url: server.url, token: server.token, pid: process.pid }
  // Whoever comes, by command or in the window, finds the included model in the library.
  await application.starterReady
  ownership.publishAddress(address)
  void application.context.devices.prepare() // what `auto` means is known by the first answer
  guardSession(files, [windowOrigin])
  answerPortRequests(application)
  openWindow(`${windowOrigin}/`, files.preload)
}

/** Gives each page load of the window its own line to the router. */
function answerPortRequests(application: Application): void {
  const handler = new RPCHandler(router)
  ipcMain.on('lethe:requestPort', (event) => {
    if (event.senderFrame?.origin !== windowOrigin) return
    const { port1, port2 } = new MessageChannelMain()
    handler.upgrade(port1, { context: application.context })
    port1.start()
    event.sender.postMessage('lethe:port', null, [port2])
  })
}

async function pickFolder(): Promise<string | null> {
  const [window] = BrowserWindow.getAllWindows()
  const options = { properties: ['openDirectory' as const] }
  const chosen = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  return chosen.filePaths[0] ?? null
}

async function close(): Promise<void> {
  for (const closer of closers) await closer()
}

function fail(error: unknown): void {
  const { happened, todo, safe } = errorMessage(asLetheError(error))
  dialog.showErrorBox('Lethe', [happened, todo, safe].join('\n\n'))
  app.quit()
}
