// The end of the app: asked for once, it is put off until answers are stored, engines are ended and
// the data folder is given back.
import type { RunningWork } from '../../jobs/runningWork'

export interface QuittingOptions {
  work(): RunningWork
  /** True: quit all the same. */
  ask(work: RunningWork): Promise<boolean>
  /** Closes what is open; never called twice. */
  close(): Promise<void>
  /** Ends the process at once. */
  exit(status: number): void
  /** How long closing may take before the process is ended all the same. */
  withinMs?: number // 20 s
  onError(error: unknown): void
}

export class Quitting {
  #state: 'open' | 'asking' | 'closing' = 'open'

  constructor(private readonly options: QuittingOptions) {}

  /** For `before-quit`: the system's own end never happens, ours comes when everything is closed. */
  onQuit(event: { preventDefault(): void }): void {
    event.preventDefault()
    if (this.#state !== 'open') return
    const work = this.options.work()
    if (Object.values(work).every((count: number) => count === 0)) return this.end()
    this.#state = 'asking'
    void this.options.ask(work).then(
      (isWanted) => {
        if (this.#state !== 'asking') return
        this.#state = 'open'
        if (isWanted) this.end()
      },
      (error: unknown) => {
        this.options.onError(error)
        this.end()
      }
    )
  }

  /** Without asking: the system shuts down, or a signal came. */
  end(status = 0): void {
    if (this.#state === 'closing') return
    this.#state = 'closing'
    const { close, exit, onError, withinMs = 20_000 } = this.options
    // What hangs must not keep the system from shutting down; the database is whole at any moment.
    const timer = setTimeout(() => exit(1), withinMs)
    void close()
      .catch(onError)
      .finally(() => {
        clearTimeout(timer)
        exit(status)
      })
  }
}
