// Reads every file of a folder as it lies on the disk, and tells where a trace of erased records is left.
import { open, readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { LetheError } from '../base/errors'
import { TraceReader } from '../base/traceReader'
import { Traces } from '../base/traces'
import type { JobResult, JobSpec } from './protocol'
import type { JobContext } from './run'

type Found = JobResult<'findTraces'>['traces'][number]

const chunkBytes = 2 ** 20

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
    const reader = new TraceReader(traces, {
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
