// Keeps the icon beside the clock in step with long work: there while some is under way, gone after.
import type { MenuItemConstructorOptions, Menu, Tray } from 'electron'
import { pageOf, type Job } from '../../contract/jobs'
import type { Change } from '../../contract/system'
import type { Changes } from '../../jobs/changes'
import { jobTitle, progressLine, trayMenu, type TrayAction } from './trayMenu'
import type { Language } from './words'

type Icon = Pick<Tray, 'setToolTip' | 'setContextMenu' | 'on' | 'destroy'>

const topics: readonly Change['topic'][] = ['runs', 'evidence', 'audits']

export interface JobTrayOptions {
  changes: Changes
  jobs: {
    list(ask: { endedSince: null }): Promise<Job[]>
    pause(id: string): Promise<Job>
    resume(id: string): Promise<Job>
  }
  /** Throws where the system has no place for one. */
  createIcon(): Icon
  buildMenu(template: MenuItemConstructorOptions[]): Menu
  language(): Language
  openPage(place: string, rest: string[]): void
  quit(): void
  onError(error: unknown): void
  /** Steps come faster than anybody reads. */
  betweenMs?: number // 1 s
}

export class JobTray {
  readonly #closing = new AbortController()
  #icon: Icon | null = null
  /** What runs, else what waits, else what is paused. */
  #job: Job | null = null
  /** A system without a place for it is asked once. */
  #isRefused = false
  #followed: Promise<void> = Promise.resolve()

  constructor(private readonly options: JobTrayOptions) {}

  /** Follows what changes until it is closed. */
  start(): void {
    this.#followed = this.#follow()
  }

  /** In the language that the page has now. */
  async show(): Promise<void> {
    const { jobs, language, createIcon, buildMenu, onError } = this.options
    try {
      const open = await jobs.list({ endedSince: null })
      if (this.#closing.signal.aborted) return
      const [first = null] = open
      this.#job = first
      if (!first) return this.#remove()
      if (this.#isRefused) return
      this.#icon ??= this.#made(createIcon())
      const menu = trayMenu(first, open.length - 1, language(), (action) => this.#act(action))
      this.#icon.setToolTip(`${jobTitle(first, language())}: ${progressLine(first, language())}`)
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
    // Changes of the same thing that come while it waits are one.
    for await (const { topic } of changes.follow(signal)) {
      if (!topics.includes(topic)) continue
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
    const { jobs, openPage, quit, onError } = this.options
    if (action === 'quit') return quit()
    if (!this.#job) return
    const [place, ...rest] = pageOf(this.#job)
    if (action === 'open') openPage(place, rest)
    else void jobs[action](this.#job.id).catch(onError) // it may have ended meanwhile
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
