// The entry of the Electron host (out/main/electron.js): one app per data folder, its window, its
// engines, and the loopback server through which the command line reaches it.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog, protocol } from 'electron'
import { asLetheError } from '../../base/errors'
import { errorText } from '../../contract/errorTexts/errorText'
import { languageOf } from '../../contract/quantities'
import { folderError } from '../../store/sqliteErrors'
import { dataFolderPath } from '../dataFolder'
import { appScheme } from './appProtocol'
import { readArguments, type AppArguments } from './arguments'
import { Desktop } from './desktop'
import { keepInside } from './window'

// Before the app is ready: makes lethe: an origin of its own, with history and storage.
protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }
])
app.commandLine.appendSwitch('disable-background-networking')
app.enableSandbox()
app.on('web-contents-created', (_event, contents) => keepInside(contents))

/** Where the person is: what relative paths start from. */
const folder = process.env['INIT_CWD'] || process.cwd()

try {
  const asked = readArguments({
    ...{ argv: process.argv, isPackaged: app.isPackaged, appPath: app.getAppPath(), folder }
  })
  start(asked, dataFolderPath(asked.dataFolder, folder))
} catch (error) {
  void app.whenReady().then(() => {
    tell(error)
    app.exit(1)
  })
}

function start({ modelPath, port }: AppArguments, dataFolder: string): void {
  // Chromium's own files lie in the data folder too; that also makes the lock below one per folder.
  const chromiumFolder = join(dataFolder, 'window')
  try {
    mkdirSync(chromiumFolder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw folderError(error, dataFolder)
  }
  app.setPath('userData', chromiumFolder)
  if (!app.requestSingleInstanceLock({ modelPath })) {
    app.quit() // the first one brings its window to the front
    return
  }
  const desktop = new Desktop({ dataFolder, port, entryFolder: import.meta.dirname, tell })
  if (modelPath !== null) desktop.addModel(modelPath)
  desktop.watchApp()
  app
    .whenReady()
    .then(() => desktop.open())
    .catch((error: unknown) => desktop.fail(error))
}

/** Says why the app cannot start; returns when it was read. */
function tell(error: unknown): void {
  const failure = asLetheError(error).toJSON()
  const { what, todo, safe } = errorText(languageOf(app.getLocale()), failure, 'start')
  dialog.showErrorBox('Lethe', `${what}\n\n${todo} ${safe}`)
}
