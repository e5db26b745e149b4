// A child process that answers requests over IPC while its memory is watched from outside.
import { fork, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const mebibyte = 2 ** 20

export interface Memory {
  /** Largest anonymous memory seen: what cannot be read again from a file. */
  readonly anonymousMiB: number | null
  /** Largest resident memory, pages of mapped files included. */
  readonly residentMiB: number | null
}

export class MeasuredProcess {
  readonly #child: ChildProcess
  readonly #watch: NodeJS.Timeout
  #anonymousBytes = 0

  /** @param loadedBefore a module that is there before the file is */
  constructor(file: string, args: readonly string[] = [], loadedBefore?: string) {
    this.#child = fork(file, args, {
      ...(loadedBefore && { execArgv: ['--import', pathToFileURL(loadedBefore).href] }),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc']
    })
    this.#watch = setInterval(() => this.#sample(), 20)
  }

  /** Sends one message and waits for the first answer that `pick` takes. */
  request<T>(
    message: object,
    pick: (answer: Record<string, unknown>) => T | undefined
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void): void => {
        this.#child.off('message', onMessage).off('exit', onExit)
        settle()
      }
      const onExit = (code: number | null, signal: string | null): void =>
        finish(() => reject(new Error(`the process ended: ${signal ?? code}`)))
      const onMessage = (answer: Record<string, unknown>): void => {
        if (answer['type'] === 'failed')
          return finish(() => reject(new Error(JSON.stringify(answer['error']))))
        const picked = pick(answer)
        if (picked !== undefined) finish(() => resolve(picked))
      }
      this.#child.on('message', onMessage).on('exit', onExit)
      this.#child.send(message)
    })
  }

  memory(): Memory {
    this.#sample()
    const resident = this.#status('VmHWM')
    return {
      anonymousMiB: this.#anonymousBytes > 0 ? Math.round(this.#anonymousBytes / mebibyte) : null,
      residentMiB: resident === null ? null : Math.round(resident / mebibyte)
    }
  }

  end(): void {
    clearInterval(this.#watch)
    this.#child.kill('SIGKILL')
  }

  #sample(): void {
    this.#anonymousBytes = Math.max(this.#anonymousBytes, this.#status('RssAnon') ?? 0)
  }

  /** A field of /proc/<pid>/status in bytes; null where the system has no such thing. */
  #status(field: string): number | null {
    try {
      const text = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8')
      const match = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(text)
      return match ? Number(match[1]) * 1024 : null
    } catch {
      return null
    }
  }
}

/** Requests to the built engine, in the words of src-main/engine/protocol.ts. */
export class MeasuredEngine extends MeasuredProcess {
  #requests = 0

  run<T>(spec: object, onEvent: (event: { readonly type: string }) => void = () => {}): Promise<T> {
    const id = String(this.#requests++)
    return this.request({ type: 'run', id, fence: 0, spec }, (answer) => {
      if (answer['id'] !== id) return undefined
      if (answer['type'] === 'event') onEvent(answer['event'] as { type: string })
      return answer['type'] === 'done' ? (answer['result'] as T) : undefined
    })
  }
}
