// The store as the main process sees it: typed calls answered by worker threads, one that writes and
// some that read. `store.read.models.list({ removed: false })`, `store.write.messages.append(…)`.
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { LetheError } from '../base/errors'
import type { StoreDatabase } from './database'
import type { Operations } from './operations'
import {
  databaseFileName,
  type FromThread,
  type ThreadData,
  type ThreadKind,
  type ToThread
} from './threadProtocol'

const readerCount = 2
const youngMegabytes = 8

type Call<F> = F extends (database: StoreDatabase) => infer R
  ? () => Promise<R>
  : F extends (database: StoreDatabase, input: infer I) => infer R
    ? (input: I) => Promise<R>
    : never
type Calls<T> = {
  [Table in keyof T]: { [Operation in keyof T[Table]]: Call<T[Table][Operation]> }
}

export interface Store {
  readonly read: Calls<Operations['read']>
  readonly write: Calls<Operations['write']>
  /** True when there was no database before. */
  readonly created: boolean
  /** After rows were erased: what the index, the journal and the copy before an upgrade still hold goes too. */
  scrub(): Promise<void>
  /** Writes the database anew: no page of it holds what was deleted. Writes wait for it. */
  rewrite(): Promise<void>
  /** Lets the calls under way end, then closes the database. */
  close(): Promise<void>
}

/**
 * Opens (makes, upgrades) the database of a data folder.
 * Throws LetheError `databaseTooNew`, `folderNotWritable`, `diskFull`, `fileMalformed`.
 * @param workerUrl the built store/worker.ts
 */
export async function openStore(options: { dataFolder: string; workerUrl: URL }): Promise<Store> {
  const file = join(options.dataFolder, databaseFileName)
  const open = (kind: ThreadKind): Promise<StoreThread> =>
    StoreThread.open(options.workerUrl, { kind, file })
  const writer = await open('write')
  // Readers start once the writer has made the file and brought it up to date.
  const started = await Promise.allSettled(Array.from({ length: readerCount }, () => open('read')))
  const readers = started.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : []))
  const failed = started.find((it) => it.status === 'rejected')
  if (failed) {
    await Promise.all([writer, ...readers].map((thread) => thread.close()))
    throw failed.reason
  }
  return {
    created: writer.created,
    read: facade((table, operation, input) => {
      const idlest = readers.reduce((a, b) => (b.waiting < a.waiting ? b : a))
      return idlest.call(table, operation, input)
    }),
    write: facade((table, operation, input) => writer.call(table, operation, input)),
    async scrub() {
      await writer.ask({ type: 'scrub' })
    },
    async rewrite() {
      await writer.ask({ type: 'rewrite' })
    },
    async close() {
      await Promise.all(readers.map((reader) => reader.close()))
      await writer.close()
    }
  }
}

type Pending = { resolve(value: unknown): void; reject(error: unknown): void }
type Question = ToThread extends infer T ? (T extends ToThread ? Omit<T, 'id'> : never) : never

class StoreThread {
  created = false
  readonly #worker: Worker
  readonly #pending = new Map<number, Pending>()
  #next = 1
  #ended: LetheError | null = null

  private constructor(workerUrl: URL, data: ThreadData) {
    this.#worker = new Worker(workerUrl, {
      ...{ workerData: data, name: `store ${data.kind}` },
      // What is written and read is garbage at once; the usual size is four times as much a thread.
      resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes }
    })
  }

  static open(workerUrl: URL, data: ThreadData): Promise<StoreThread> {
    const thread = new StoreThread(workerUrl, data)
    return new Promise((resolve, reject) => {
      thread.#worker.on('message', (message: FromThread) => {
        if (message.type === 'opened') {
          thread.created = message.created
          resolve(thread)
        } else if (message.type === 'refused') {
          reject(revive(message))
        } else {
          thread.#take(message)
        }
      })
      const end = (cause?: unknown): void => {
        const error = new LetheError('internal', { reason: { code: 'storeEnded' } }, { cause })
        thread.#ended = error
        reject(error)
        for (const pending of thread.#pending.values()) pending.reject(error)
        thread.#pending.clear()
      }
      thread.#worker.on('error', end)
      thread.#worker.on('exit', () => end())
    })
  }

  get waiting(): number {
    return this.#pending.size
  }

  call(table: string, operation: string, input: unknown): Promise<unknown> {
    return this.ask({ type: 'call', table, operation, input })
  }

  ask(question: Question): Promise<unknown> {
    if (this.#ended) return Promise.reject(this.#ended)
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
      this.#worker.postMessage({ ...question, id })
    })
  }

  async close(): Promise<void> {
    if (this.#ended) return
    const gone = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()))
    await this.ask({ type: 'close' })
    await gone
  }

  #take(message: Extract<FromThread, { id: number }>): void {
    const pending = this.#pending.get(message.id)
    this.#pending.delete(message.id)
    if (message.type === 'value') pending?.resolve(message.value)
    else pending?.reject(revive(message))
  }
}

function revive({ error, stack }: Extract<FromThread, { error: unknown }>): LetheError {
  const revived = LetheError.from(error)
  if (stack !== undefined) revived.stack = stack
  return revived
}

type Ask = (table: string, operation: string, input: unknown) => Promise<unknown>

// The threads hold the operations; here their names are enough.
function facade<T>(ask: Ask): Calls<T> {
  return new Proxy({} as Calls<T>, {
    get: (_tables, table) =>
      new Proxy(
        {},
        {
          get: (_operations, operation) => (input: unknown) =>
            ask(String(table), String(operation), input)
        }
      )
  })
}
