// Stands in for Electron so that the built host (out/main/electron.js) runs in plain Node: real
// database, real engines (Node children that see a `process.parentPort`), real message ports; windows,
// menus and dialogs are notes of what was asked. What Electron itself does is not tested by this.
import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { MessageChannel, type MessagePort } from 'node:worker_threads'

interface Shown {
  kind: 'box' | 'error' | 'folder'
  message: string
  detail: string
  buttons: string[]
  /** Fails when the dialog is closed by itself. */
  answer(response: number): void
}

/** What the host did, for the test to look at. */
export const seen = {
  schemes: [] as unknown[],
  switches: [] as string[],
  menu: [] as unknown[],
  dialogs: [] as Shown[],
  windows: [] as BrowserWindow[],
  tray: null as Tray | null,
  opened: [] as string[],
  chosenFolder: null as string | null,
  pageHandler: null as ((request: Request) => Response) | null,
  forks: [] as ChildProcess[]
}

// Where a packaged app has its resources; unset: it is not packaged.
const resources = process.env['FAKE_RESOURCES']
if (resources !== undefined) Object.assign(process, { resourcesPath: resources })

class App extends EventEmitter {
  isPackaged = resources !== undefined
  commandLine = { appendSwitch: (name: string) => void seen.switches.push(name) }
  #paths = new Map<string, string>()

  getAppPath = () => process.cwd()
  getLocale = () => process.env['FAKE_LOCALE'] ?? 'en-US'
  enableSandbox = () => void seen.switches.push('sandbox')
  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`Failed to set '${name}' path: it does not exist`)
    this.#paths.set(name, path)
  }
  requestSingleInstanceLock = () => process.env['FAKE_SECOND'] !== '1'
  whenReady = () => new Promise<void>((done) => setTimeout(done, 10))
  quit(): void {
    let isPutOff = false
    this.emit('before-quit', { preventDefault: () => (isPutOff = true) })
    if (!isPutOff) this.exit(0)
  }
  exit(status = 0): void {
    process.exit(status)
  }
}
export const app = new App()

class WebContents extends EventEmitter {
  openHandler: (() => unknown) | null = null
  sent: [channel: string, message: unknown][] = []
  port: MessagePort | null = null
  reloads = 0
  setWindowOpenHandler = (handler: () => unknown) => void (this.openHandler = handler)
  isDestroyed = () => false
  isCrashed = () => false
  send = (channel: string, message: unknown) => void this.sent.push([channel, message])
  postMessage = (_channel: string, _message: unknown, [port]: MessagePort[]) =>
    void (this.port = port ?? null)
  reload = () => void this.reloads++
}

export class BrowserWindow extends EventEmitter {
  static getAllWindows = () => seen.windows
  webContents = new WebContents()
  options
  bounds
  isShown = false
  isHidden = false
  maximized = false
  constructor(options: Record<string, unknown>) {
    super()
    this.options = options
    this.bounds = { x: 0, y: 0, width: options['width'], height: options['height'] }
    seen.windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string): Promise<void> {
    const answer = url.startsWith('lethe:') ? seen.pageHandler?.(new Request(url)) : null
    if (url.startsWith('lethe:') && answer?.status !== 200) {
      this.webContents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', url, true)
      throw new Error('ERR_FILE_NOT_FOUND')
    }
    await answer?.body?.cancel()
    this.webContents.emit('did-navigate')
    this.emit('ready-to-show')
  }
  setBackgroundColor = () => {}
  show = () => void (this.isShown = true)
  hide = () => void (this.isHidden = true)
  focus = () => {}
  restore = () => {}
  maximize = () => void (this.maximized = true)
  isMinimized = () => false
  isMaximized = () => this.maximized
  isFullScreen = () => false
  isDestroyed = () => false
  getNormalBounds = () => this.bounds
}

interface BoxOptions {
  message: string
  detail?: string
  buttons?: string[]
  signal?: AbortSignal
}

function showBox(options: BoxOptions): Promise<{ response: number }> {
  return new Promise((done) => {
    const { message, detail = '', buttons = [] } = options
    const answer = (response: number): void => done({ response })
    options.signal?.addEventListener('abort', () => answer(0))
    seen.dialogs.push({ kind: 'box', message, detail, buttons, answer })
  })
}

export const dialog = {
  showMessageBox: (...args: unknown[]) => showBox(args.at(-1) as never),
  showErrorBox: (_title: string, message: string) =>
    void process.send?.({ type: 'errorBox', message }),
  showOpenDialog: async (...args: unknown[]) => {
    const { title } = args.at(-1) as { title: string }
    seen.dialogs.push({ kind: 'folder', message: title, detail: '', buttons: [], answer: () => {} })
    const chosen = seen.chosenFolder
    return { canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] }
  }
}

export const ipcMain = new EventEmitter()
export const Menu = {
  buildFromTemplate: (template: unknown[]) => template,
  setApplicationMenu: (menu: unknown[]) => void (seen.menu = menu)
}

export class Tray extends EventEmitter {
  tip = ''
  menu: unknown[] = []
  readonly icon
  constructor(icon: string) {
    super()
    if (!existsSync(icon)) throw new Error(`Failed to load image from path '${icon}'`)
    this.icon = icon
    seen.tray = this
  }
  setToolTip = (tip: string) => void (this.tip = tip)
  setContextMenu = (menu: unknown[]) => void (this.menu = menu)
  destroy = () => void (seen.tray = null)
}

/** As MessagePortMain has it: events carry `data`. */
class MainPort extends EventEmitter {
  readonly port
  constructor(port: MessagePort) {
    super()
    this.port = port
    port.on('message', (data) => this.emit('message', { data }))
    port.on('close', () => this.emit('close'))
  }
  postMessage = (data: unknown) => this.port.postMessage(data)
  start = () => this.port.start()
  close = () => this.port.close()
}

export class MessageChannelMain {
  port1
  port2
  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port1 = new MainPort(port1)
    this.port2 = port2
  }
}

export const nativeTheme = Object.assign(new EventEmitter(), {
  themeSource: 'system',
  shouldUseDarkColors: false
})
export const powerMonitor = new EventEmitter()
export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => void seen.schemes.push(...schemes),
  handle: (_scheme: string, handler: (request: Request) => Response) =>
    void (seen.pageHandler = handler)
}
const display = { id: 1, workArea: { x: 0, y: 0, width: 1600, height: 1000 } }
export const screen = { getPrimaryDisplay: () => display, getAllDisplays: () => [display] }
export const session = {
  defaultSession: Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: () => {},
    setPermissionCheckHandler: () => {},
    setDevicePermissionHandler: () => {},
    webRequest: { onBeforeRequest: () => {} }
  })
}
export const shell = { openPath: async (path: string) => void seen.opened.push(path) }

// Electron's child has a port where Node's has a channel.
const parentPort = `process.parentPort = {
  on: (_event, listener) => process.on('message', (data) => listener({ data })),
  postMessage: (message) => process.send(message)
}`

class UtilityProcess extends EventEmitter {
  pid: number | undefined
  stdout
  stderr
  postMessage
  constructor(file: string, args: string[], options: { env?: NodeJS.ProcessEnv }) {
    super()
    const child = fork(file, args, {
      ...{ env: options.env, serialization: 'advanced', stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
      execArgv: ['--import', `data:text/javascript,${encodeURIComponent(parentPort)}`]
    })
    this.stdout = child.stdout
    this.stderr = child.stderr
    this.postMessage = (message: object) => void (child.connected && child.send(message))
    child.once('spawn', () => {
      this.pid = child.pid
      this.emit('spawn')
    })
    child.on('message', (message) => this.emit('message', message))
    child.once('exit', (code) => this.emit('exit', code ?? 9))
    seen.forks.push(child)
  }
}
export const utilityProcess = {
  fork: (file: string, args: string[], options: object) => new UtilityProcess(file, args, options)
}
