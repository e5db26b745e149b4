// Reads every file of a folder as it lies on the disk, and tells where a trace of erased records is left.
import { open, readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { LetheError } from '../base/errors'
import { ByteWindows, spanIds, SpanWindows, Traces } from '../base/traces'
import { WordReader } from '../base/wordReader'
import type { JobResult, JobSpec } from './protocol'
import type { JobContext } from './run'

type Found = JobResult<'findTraces'>['traces'][number]

const chunkBytes = 2 ** 20
const [wideBytes, narrowBytes] = [4, 2]

export async function findTraces(
  { folder, traces: wanted, termless }: Extract<JobSpec, { type: 'findTraces' }>,
  { signal, onEvent }: Pick<JobContext, 'signal' | 'onEvent'>
): Promise<JobResult<'findTraces'>> {
  const traces = Traces.read(Buffer.from(wanted, 'base64'))
  const files: { path: string; sizeBytes: number }[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    // One that is gone by now leaves nothing.
    const found = await stat(path).catch(() => null)
    if (found) files.push({ path, sizeBytes: found.size })
  }
  const totalBytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  const found: Found[] = []
  const unread: string[] = []
  let filesRead = 0
  let bytesRead = 0
  for (const { path } of files) {
    const name = relative(folder, path)
    const [top] = name.split(sep)
    const reader = new FileReader(traces, {
      hasTerms: !termless.includes(top ?? ''),
      hasEscapes: !name.endsWith('.safetensors')
    })
    try {
      await using file = await open(path, 'r')
      const buffer = Buffer.alloc(chunkBytes)
      for (;;) {
        if (signal.aborted) throw new LetheError('cancelled')
        const { bytesRead: count } = await file.read(buffer, 0, chunkBytes)
        if (count === 0) break
        reader.push(buffer.subarray(0, count))
        bytesRead += count
        onEvent({ type: 'bytes', stage: 'reading', done: bytesRead, total: totalBytes })
      }
      filesRead++
      for (const [kind, count] of reader.end()) found.push({ path: name, kind, count })
    } catch (error) {
      if (error instanceof LetheError) throw error
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'ENOENT') unread.push(name)
    }
  }
  return { filesRead, bytesRead, unread, traces: found }
}

/** What is found in the bytes of one file. */
class FileReader {
  readonly #counts = { words: 0, terms: 0, ids: 0 }
  readonly #words: WordReader[]
  readonly #ids: ByteWindows[]

  constructor(
    traces: Traces,
    { hasTerms, hasEscapes }: { hasTerms: boolean; hasEscapes: boolean }
  ) {
    const { key, spans, terms } = traces
    this.#words = [false, ...(hasEscapes ? [true] : [])].map((unescapes) => {
      const windows = new SpanWindows((first, second) => {
        if (spans.has(first, second)) this.#counts.words++
      })
      return new WordReader(key, unescapes, (first, second) => {
        windows.push(first, second)
        if (hasTerms && terms.has(first, second)) this.#counts.terms++
      })
    })
    this.#ids = (
      [
        [traces.wideIds, wideBytes],
        [traces.narrowIds, narrowBytes]
      ] as const
    )
      .filter(([set]) => set.size > 0)
      .map(
        ([set, bytes]) =>
          new ByteWindows(key, bytes * spanIds, set, (first, second) => {
            if (set.has(first, second)) this.#counts.ids++
          })
      )
  }

  push(bytes: Uint8Array): void {
    for (const reader of this.#words) reader.push(bytes)
    for (const windows of this.#ids) windows.push(bytes)
  }

  /** What was found, and how often. */
  end(): [kind: 'words' | 'terms' | 'ids', count: number][] {
    for (const reader of this.#words) reader.end()
    const { words, terms, ids } = this.#counts
    return (
      [
        ['words', words],
        ['terms', terms],
        ['ids', ids]
      ] as const
    )
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => [kind, count])
  }
}
