// What goes with records that are erased: what the database knows of them, and the files beside it.
import { stat } from 'node:fs/promises'
import { isAbsolute, join, relative } from 'node:path'
import { LetheError } from '../base/errors'
import { namesIn } from '../base/ifThere'
import type { ErasePreview } from '../contract/erasing'
import { isUnfinished } from '../contract/training'
import type { Store } from '../store/client'
import type { FlagSetPlace } from '../store/flagSets'
import type { StoredRun } from '../store/runs'
import { papersHolding } from './erasePapers'
import type { FlagSets } from './flagSets'

/** Of a run's folder: what it goes on from. */
const isState = (name: string): boolean =>
  /^(state|best|kept-\d+)\.safetensors$/.test(name) || name === 'evaluations.json'

export interface EraseFolders {
  data: string
  runs: string
}

/** Throws `nothingToErase`. */
export async function erasePreview(
  { store, flagSets }: { store: Store; flagSets: FlagSets },
  folders: EraseFolders,
  place: FlagSetPlace & { name: string; records: number },
  isImporting: boolean
): Promise<ErasePreview> {
  const [known, reach, runs, models] = await Promise.all([
    store.read.erasures.preview({ id: place.id, version: place.version }),
    flagSets.reach(place.id, place.version),
    store.read.runs.all(),
    store.read.models.all()
  ])
  if (known.records === 0) throw new LetheError('nothingToErase')
  const reached = new Set(reach.models.map(({ modelId }) => modelId))
  const holders = new Set(known.caches.map(({ runId }) => runId))
  const concerned = runs.filter((run) => holders.has(run.id) || reached.has(run.modelId))
  const nameOf = (id: string): string => runs.find((run) => run.id === id)?.name ?? ''
  const papers = await papersHolding(folders.data, known.papers, known.traces)
  const checkpoints = await Promise.all(
    concerned.map((run) => statesOf(join(folders.runs, run.id), run))
  )
  return {
    flagSet: { id: place.id, name: place.name, version: place.version },
    ...{ records: known.records, flagged: place.records, datasets: known.datasets },
    ...{ earlierContents: known.earlierContents, names: known.names },
    quotes: [...known.quotes, ...papers],
    caches: known.caches.map(({ runId, ordinals }) => ({
      ...{ runId, runName: nameOf(runId), records: ordinals.length }
    })),
    checkpoints: checkpoints.filter(({ files }) => files > 0),
    models: reach.models.flatMap(({ modelId, through }) => {
      const model = models.find(({ id }) => id === modelId)
      if (!model) return []
      const { name: modelName, path, sizeBytes, removedAt } = model
      return { modelId, modelName, path, sizeBytes, removed: removedAt !== null, through }
    }),
    exports: reach.exports.map((it) => ({ ...it, outside: !isWithin(folders.data, it.path) })),
    backups: await backupsIn(folders.data),
    unfinished: concerned.filter(isUnfinished).map(({ name }) => name),
    importing: isImporting
  }
}

export async function stateFiles(folder: string): Promise<string[]> {
  return (await namesIn(folder)).filter(isState).map((name) => join(folder, name))
}

/** Copies of the database that an upgrade made, or was making. */
export async function backupsIn(folder: string): Promise<{ path: string; sizeBytes: number }[]> {
  const names = (await namesIn(folder)).filter((name) => name.includes('.before-upgrade'))
  const paths = names.map((name) => join(folder, name))
  return Promise.all(paths.map(async (path) => ({ path, sizeBytes: await sizeOf(path) })))
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return !way.startsWith('..') && !isAbsolute(way)
}

async function statesOf(
  folder: string,
  { id, name }: StoredRun
): Promise<ErasePreview['checkpoints'][number]> {
  const sizes = await Promise.all((await stateFiles(folder)).map(sizeOf))
  const sizeBytes = sizes.reduce((sum, size) => sum + size, 0)
  return { runId: id, runName: name, files: sizes.length, sizeBytes }
}

/** 0 where it cannot be seen: only shown. */
export const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0
  )
