// Keeps the icon beside the clock in step with the trainings: there while one is under way, gone after.
import type { MenuItemConstructorOptions, Menu, Tray } from 'electron'
import type { Run } from '../../contract/training'
import type { Changes } from '../../jobs/changes'
import { progressLine, runToShow, trayMenu, type TrayAction } from './trayMenu'
import type { Language } from './words'

type Icon = Pick<Tray, 'setToolTip' | 'setContextMenu' | 'on' | 'destroy'>

export interface RunTrayOptions {
  changes: Changes
  trainings: {
    list(removed: boolean): Promise<Run[]>
    pause(id: string): Promise<Run>
    resume(id: string): Promise<Run>
  }
  /** Throws where the system has no place for one. */
  createIcon(): Icon
  buildMenu(template: MenuItemConstructorOptions[]): Menu
  language(): Language
  openRun(id: string): void
  quit(): void
  onError(error: unknown): void
  /** Steps come faster than anybody reads. */
  betweenMs?: number // 1 s
}

export class RunTray {
  readonly #closing = new AbortController()
  #icon: Icon | null = null
  #run: Run | null = null
  /** A system without a place for it is asked once. */
  #isRefused = false
  #followed: Promise<void> = Promise.resolve()

  constructor(private readonly options: RunTrayOptions) {}

  /** Follows what changes until it is closed. */
  start(): void {
    this.#followed = this.#follow()
  }

  /** In the language that the page has now. */
  async show(): Promise<void> {
    const { trainings, language, createIcon, buildMenu, onError } = this.options
    try {
      const runs = await trainings.list(false)
      if (this.#closing.signal.aborted) return
      this.#run = runToShow(runs)
      if (!this.#run) return this.#remove()
      if (this.#isRefused) return
      this.#icon ??= this.#made(createIcon())
      const open = runs.filter(({ status }) => ['running', 'waiting', 'paused'].includes(status))
      const menu = trayMenu(this.#run, open.length - 1, language(), (action) => this.#act(action))
      this.#icon.setToolTip(`${this.#run.name}: ${progressLine(this.#run, language())}`)
      this.#icon.setContextMenu(buildMenu(menu))
    } catch (error) {
      this.#isRefused = this.#icon === null
      onError(error)
    }
  }

  async close(): Promise<void> {
    this.#closing.abort()
    this.#remove()
    await this.#followed
  }

  async #follow(): Promise<void> {
    const { changes, betweenMs = 1000 } = this.options
    const { signal } = this.#closing
    await this.show()
    // Changes of the same run that come while it waits are one.
    for await (const { topic } of changes.follow(signal)) {
      if (topic !== 'runs') continue
      await this.show()
      await pause(betweenMs, signal)
    }
  }

  #made(icon: Icon): Icon {
    icon.on('click', () => this.#act('open'))
    return icon
  }

  #remove(): void {
    this.#icon?.destroy()
    this.#icon = null
  }

  #act(action: TrayAction): void {
    const { trainings, openRun, quit, onError } = this.options
    const id = this.#run?.id
    if (action === 'quit') quit()
    else if (id === undefined) return
    else if (action === 'open') openRun(id)
    else void trainings[action](id).catch(onError) // it may have ended meanwhile
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
  })
}
