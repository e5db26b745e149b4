// The app on its data folder, from opening to the end: the application behind it, its window, its
// menu, and what happens when one of them goes away.
import { join, resolve } from 'node:path'
import { RPCHandler } from '@orpc/server/message-port'
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  nativeTheme,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  Tray,
  utilityProcess,
  type MessageBoxOptions
} from 'electron'
import { z } from 'zod'
import { LetheError } from '../../base/errors'
import { languageOf } from '../../contract/quantities'
import type { PageMenu } from '../../contract/desktop'
import type { Application } from '../../jobs/application'
import { runningWork, type RunningWork } from '../../jobs/runningWork'
import { router } from '../../rpc/router'
import { builtFiles, type BuiltFiles } from '../builtFiles'
import { accessFolder, ownerOrigin } from '../folderAccess'
import { openHostApplication } from '../hostApplication'
import { listRendererFiles } from '../rendererFiles'
import { startHostServer } from '../web/hostServer'
import { answerPage, appOrigin, appScheme } from './appProtocol'
import { utilityEngines } from './engineUtility'
import { JobTray } from './jobTray'
import { menuTemplate } from './menuTemplate'
import { watchPage } from './pageFaults'
import { PageLine } from './pageLine'
import { Quitting } from './quitting'
import { bringToFront, guardSession, openWindow } from './window'
import { placeOf, WindowKeeper } from './windowState'
import { words, type Language, type Words } from './words'

export interface DesktopOptions {
  dataFolder: string
  port: number | null
  entryFolder: string
  /** Says why the app cannot go on; returns when it was read. */
  tell(error: unknown): void
}

const secondInstanceSchema = z.object({ modelPath: z.string().nullable() })
const nothing: RunningWork = {
  ...{ imports: 0, datasetImports: 0, promptRuns: 0 },
  ...{ trainings: 0, evidence: 0, audits: 0 }
}

export class Desktop {
  readonly #options: DesktopOptions
  readonly #files: BuiltFiles
  readonly #closing = new AbortController()
  readonly #closers: (() => Promise<unknown>)[] = []
  readonly #line: PageLine
  readonly #quitting: Quitting
  #application: Application | null = null
  #page: PageMenu | null = null
  #tray: JobTray | null = null

  constructor(options: DesktopOptions) {
    this.#options = options
    const files = builtFiles(options.entryFolder)
    // Packaged, the app's own files lie in an archive that only JavaScript can read; what ONNX Runtime
    // maps lies beside it.
    this.#files = app.isPackaged
      ? { ...files, resourcesFolder: join(process.resourcesPath, 'lethe') }
      : files
    this.#line = new PageLine({
      ipcMain,
      pageOrigin: appOrigin,
      createChannel: () => new MessageChannelMain(),
      onPort: (port) => {
        const application = this.#application
        if (application) rpcHandler.upgrade(port, { context: application.context })
      },
      onMenu: (menu) => {
        this.#page = menu
        this.#showMenu()
        void this.#tray?.show() // in its language
      },
      onRefused: (channel, reason) =>
        this.#application?.context.log.warn({ channel, reason }, 'a message was refused')
    })
    this.#quitting = new Quitting({
      work: () => (this.#application ? runningWork(this.#application.context) : nothing),
      ask: (work) => this.#askToQuit(work),
      close: () => this.#close(),
      exit: (status) => app.exit(status),
      onError: (error) => this.#application?.context.log.error({ err: error }, 'closing failed')
    })
  }

  /** Opens the page's sheet for adding this folder, as soon as there is a page. */
  addModel(path: string): void {
    this.#line.ask({ type: 'addModel', path })
  }

  /** Tells, and ends with what is open closed. */
  fail(error: unknown): void {
    if (this.#closing.signal.aborted) return
    this.#options.tell(error)
    this.#quitting.end(1)
  }

  /** Listens to the app; before it is ready. */
  watchApp(): void {
    app.on('second-instance', (_event, _argv, _folder, data) => {
      const given = secondInstanceSchema.safeParse(data)
      if (given.success && given.data.modelPath !== null) this.addModel(given.data.modelPath)
      bringToFront(this.#window)
    })
    app.on('activate', () => bringToFront(this.#window))
    app.on('window-all-closed', () => app.quit())
    app.on('before-quit', (event) => this.#quitting.onQuit(event))
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => this.#quitting.end())
    }
    app.on('child-process-gone', (_event, { type, name, reason, exitCode }) => {
      // Engines are told by their own exit, Chromium's helpers are started again by it.
      this.#application?.context.log.warn({ type, name, reason, exitCode }, 'a process ended')
    })
  }

  /** Once the app is ready. Throws what accessFolder and opening the application throw. */
  async open(): Promise<void> {
    this.#showMenu()
    powerMonitor.on('shutdown', () => this.#quitting.end())
    const { dataFolder, port } = this.#options
    const access = await this.#accessFolder()
    if (access.type === 'client') {
      // Somebody else runs Lethe on this folder: this is one more window on it.
      const origin = ownerOrigin(access.address)
      this.#guardSession(origin)
      this.#open(
        `${origin}/?token=${access.address.token}`,
        null,
        new LetheError('ownerUnreachable', { dataFolder })
      )
      return
    }
    const application = await openHostApplication({
      dataFolder,
      host: 'electron',
      ownership: access.ownership,
      files: this.#files,
      engines: (workerFile, onErrorOutput) =>
        utilityEngines(utilityProcess.fork.bind(utilityProcess), workerFile, onErrorOutput),
      pickFolder: () => this.#pickFolder()
    })
    this.#application = application
    this.#closers.unshift(() => application.close())
    this.#showMenu() // with the data folder
    const server = await startHostServer(application, this.#files, port)
    this.#closers.unshift(() => server.close())
    // Whoever comes, by command or in the window, finds the included model in the library.
    await application.starterReady
    const address = { url: server.url, token: server.token, pid: process.pid }
    access.ownership.publishAddress(address)
    void application.context.devices.prepare() // what `auto` means is known by the first answer

    const pageFiles = listRendererFiles(this.#files.rendererFolder)
    protocol.handle(appScheme, (request) => answerPage(pageFiles, request))
    this.#guardSession(appOrigin)
    await this.#followTheme(application)
    await this.#openKept(application)
    this.#showTray(application)
  }

  get #window(): BrowserWindow | undefined {
    return BrowserWindow.getAllWindows()[0]
  }

  get #language(): Language {
    return this.#page?.language ?? languageOf(app.getLocale())
  }

  get #words(): Words {
    return words[this.#language]
  }

  /** A command that holds the folder for a moment is waited for, and it is said so. */
  async #accessFolder(): ReturnType<typeof accessFolder> {
    const done = new AbortController()
    const { title, detail, stop } = this.#words.waiting
    try {
      return await accessFolder(this.#options.dataFolder, this.#closing.signal, () => {
        const waiting = { message: title, detail, buttons: [stop], signal: done.signal }
        void dialog.showMessageBox(waiting).then(() => {
          if (!done.signal.aborted) this.#quitting.end()
        })
      })
    } catch (error) {
      // Somebody did not want to wait: the end is under way.
      if (this.#closing.signal.aborted) return new Promise(() => {})
      throw error
    } finally {
      done.abort()
    }
  }

  /** The window where it stood, and stands kept. */
  async #openKept({ context }: Application): Promise<void> {
    const { window: state } = await context.settings.get()
    const main = screen.getPrimaryDisplay()
    const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
    const place = placeOf(
      state,
      [main, ...others].map(({ workArea }) => workArea)
    )
    const unloadable = new LetheError('internal', { reason: { code: 'pageNotLoaded' } })
    const window = this.#open(`${appOrigin}/`, this.#files.preload, unloadable, { place, state })
    const keeper = new WindowKeeper(window, (moved) =>
      context.settings
        .update({ window: moved })
        .catch((error: unknown) => context.log.warn({ err: error }, 'the window was not kept'))
    )
    this.#closers.unshift(() => keeper.flush())
  }

  #open(
    url: string,
    preload: string | null,
    unloadable: LetheError,
    { place, state }: Pick<Parameters<typeof openWindow>[0], 'place' | 'state'> = {
      place: placeOf(null, [screen.getPrimaryDisplay().workArea]),
      state: null
    }
  ): BrowserWindow {
    const icon = join(this.#files.resourcesFolder, 'icons/linux/256x256.png')
    const window = openWindow({ url, preload, icon, place, state })
    // With the window the app ends; the window stays until that is sure.
    window.on('close', (event) => {
      event.preventDefault()
      app.quit()
    })
    // Another page, or the same once more.
    window.webContents.on('did-navigate', () => this.#line.forget())
    watchPage(window, {
      words: () => this.#words,
      ask: (asking, options) => this.#ask(asking, options),
      log: () => this.#application?.context.log,
      isClosing: () => this.#closing.signal.aborted,
      quit: () => app.quit(),
      onUnloadable: () => this.fail(unloadable)
    })
    return window
  }

  #guardSession(origin: string): void {
    guardSession(session.defaultSession, [origin], {
      title: () => this.#words.saveAs,
      onFailed: (file) => {
        const [message, detail] = this.#words.notSaved(file)
        void this.#ask(this.#window, { type: 'error', message, detail })
      }
    })
  }

  /** Beside the clock, for as long as something long is under way. */
  #showTray({ context }: Application): void {
    const size = process.platform === 'win32' ? 32 : 16
    const tray = new JobTray({
      ...{ changes: context.changes, jobs: context.jobs },
      createIcon: () =>
        new Tray(join(this.#files.resourcesFolder, `icons/linux/${size}x${size}.png`)),
      buildMenu: (template) => Menu.buildFromTemplate(template),
      language: () => this.#language,
      openPage: (place, rest) => {
        bringToFront(this.#window)
        this.#line.ask({ type: 'open', place, rest })
      },
      quit: () => app.quit(),
      onError: (error) => context.log.warn({ err: error }, 'the tray')
    })
    tray.start()
    this.#tray = tray
    this.#closers.unshift(() => tray.close())
  }

  /** The system's own parts (dialogs, menus, scroll bars) in the colours of the page. */
  async #followTheme({ context }: Application): Promise<void> {
    const take = async (): Promise<void> => {
      nativeTheme.themeSource = (await context.settings.get()).theme
    }
    await take()
    const follow = async (): Promise<void> => {
      for await (const { topic } of context.changes.follow(this.#closing.signal)) {
        if (topic === 'settings') await take()
      }
    }
    void follow().catch((error: unknown) => {
      if (!this.#closing.signal.aborted)
        context.log.warn({ err: error }, 'the theme is not followed')
    })
  }

  #showMenu(): void {
    const template = menuTemplate({
      platform: process.platform,
      language: this.#language,
      page: this.#page?.sections ?? null,
      isPackaged: app.isPackaged,
      run: (id) => {
        bringToFront(this.#window)
        this.#line.ask({ type: 'run', id })
      },
      showDataFolder: this.#application
        ? () => void shell.openPath(resolve(this.#options.dataFolder))
        : null
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }

  async #pickFolder(): Promise<string | null> {
    const window = this.#window
    const title = this.#words.chooseFolder
    const options = { title, message: title, properties: ['openDirectory' as const] }
    const chosen = await (window
      ? dialog.showOpenDialog(window, options)
      : dialog.showOpenDialog(options))
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
  }

  async #askToQuit(work: RunningWork): Promise<boolean> {
    const { keep, quit, title, detail } = this.#words.quitAsk
    const asked = {
      ...{ type: 'question' as const, message: title, detail: detail(work) },
      ...{ buttons: [keep, quit], defaultId: 0, cancelId: 0 }
    }
    return (await this.#ask(this.#window, asked)) === 1
  }

  /** @returns which button */
  async #ask(window: BrowserWindow | undefined, options: MessageBoxOptions): Promise<number> {
    const asked = { title: 'Lethe', noLink: true, ...options }
    const { response } = await (window && !window.isDestroyed()
      ? dialog.showMessageBox(window, asked)
      : dialog.showMessageBox(asked))
    return response
  }

  async #close(): Promise<void> {
    this.#closing.abort()
    for (const window of BrowserWindow.getAllWindows()) window.hide()
    const errors: unknown[] = []
    // What fails to close must not keep the rest open.
    for (const closer of this.#closers) await closer().catch((error) => errors.push(error))
    if (errors.length > 0) throw errors[0]
  }
}

const rpcHandler = new RPCHandler(router)
