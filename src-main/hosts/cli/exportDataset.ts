// lethe dataset export: the records as JSONL, under the name that was asked for only once all are there.
import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { fileError } from '../../base/errors'
import { UsageError, type Invocation } from './command'

export async function exportDataset(
  { client, output, resolvePath, signal }: Invocation,
  { name, out, replace }: { name: string; out: string; replace: boolean }
): Promise<void> {
  const path = resolvePath(out)
  if (!replace && existsSync(path)) {
    throw new UsageError(`--out: ${path} is there already; --replace writes over it`)
  }
  const { datasets } = await client()
  const { id, records: all } = await datasets.get({ dataset: name }, { signal })
  const partial = `${path}.partial`
  let records = 0
  try {
    const file = await open(partial, 'w')
    try {
      for await (const piece of await datasets.export({ dataset: id }, { signal })) {
        await file.writeFile(piece.text)
        records += piece.records
        output.progress('writing', `${records} of ${all} records`)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {}) // what failed is told below
    throw isOfFiles(error) ? fileError(error, path) : error
  }
  output.result({ path, records }, `Written: ${path} (${records} records)\n`)
}

const isOfFiles = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && 'code' in error
