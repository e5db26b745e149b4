// The attack by training: a model learns a little more from records that it knew all along, and what had
// to be forgotten is asked again. The copy that learned lies in the folder of the evidence until that is
// taken.
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileError, LetheError } from '../base/errors'
import type { EvidenceRole } from '../contract/evidenceRequest'
import type { TrainingSettings } from '../contract/training'
import type { EvidenceRecord } from '../store/evidenceRecords'
import type { StoredModel } from '../store/models'
import type { EnginePool } from './engines'
import { removeFolder } from './modelFiles'
import { runInOwnEngine, type TrainingEngines } from './trainingEngine'
import { lineOfFile } from './trainingRecords'

export interface Relearning {
  role: Exclude<EvidenceRole, 'original'>
  model: StoredModel
  records: readonly EvidenceRecord[]
  steps: number
  settings: TrainingSettings
}

export interface RelearnedModel {
  path: string
  sha256: string
}

export interface RelearningParts {
  engines: EnginePool
  own: TrainingEngines
}

/** Of the run that made the model, with nothing that ends it early or measures. */
export function relearningSettings(
  settings: TrainingSettings,
  { steps, seed }: { steps: number; seed: number }
): TrainingSettings {
  return {
    ...settings,
    // Each pass has a step at least.
    ...{ device: 'cpu', epochs: steps, seed, schedule: 'constant', warmupShare: 0, weightDecay: 0 },
    ...{ validationShare: 0, evaluateEverySteps: null, patience: null, keepBest: false },
    ...{ sensitiveLast: null, keptStates: 0, prompts: [] }
  }
}

/**
 * Goes on where it was cut off.
 * @param folder of the evidence
 * @returns null where the training ran out of bounds
 * @throws LetheError cancelled, engineLost, outOfMemory, nothingToLearn, diskFull, and as a training
 */
export async function relearned(
  { engines, own }: RelearningParts,
  folder: string,
  { role, model, records, steps, settings }: Relearning,
  signal: AbortSignal
): Promise<RelearnedModel | null> {
  const place = join(folder, `relearned-${role}`)
  const made = join(place, 'made')
  if (!existsSync(made)) {
    await plan({ engines, own }, place, { model, records, settings }, signal)
    const { outcome } = await runInOwnEngine(
      own,
      {
        ...({ type: 'train', folder: place, name: model.name, modelFolder: model.path } as const),
        ...{ weightsSha256: model.sha256, settings, probeSteps: null, lastStep: steps },
        ...(await own.place({ device: 'cpu' }, signal))
      },
      { signal }
    )
    if (outcome === 'diverged' || !existsSync(made)) return null
  }
  const { sha256 } = await engines.run({ type: 'inspect', path: made, copyTo: null }, { signal })
  return { path: made, sha256 }
}

export async function removeRelearned(folder: string): Promise<void> {
  for (const role of ['unlearned', 'reference'] as const)
    await removeFolder(join(folder, `relearned-${role}`))
}

async function plan(
  { engines, own }: RelearningParts,
  place: string,
  { model, records, settings }: Pick<Relearning, 'model' | 'records' | 'settings'>,
  signal: AbortSignal
): Promise<void> {
  const list = join(place, 'records.jsonl')
  try {
    await mkdir(place, { recursive: true, mode: 0o700 })
    await writeFile(join(place, 'fence'), String(own.fence), { flush: true })
    if (existsSync(join(place, 'data.safetensors'))) return
    if (records.length === 0)
      throw new LetheError('nothingToLearn', { dataset: model.name, records: 0 })
    const lines = records.map(({ parts, subject }, at) => {
      const facts = { ordinal: at + 1, first: at + 1, pii: false, subject: subject !== null }
      return lineOfFile({ ...facts, tags: [], split: null, parts })
    })
    await writeFile(list, lines.join(''), { mode: 0o600, flush: true })
  } catch (error) {
    throw fileError(error, place)
  }
  const names = { model: model.name, dataset: model.name }
  try {
    await engines.run(
      {
        ...({ type: 'planTraining', folder: place, modelFolder: model.path, names } as const),
        ...{ settings, keep: true }
      },
      { signal }
    )
  } finally {
    // The plan holds their ids; their text needs no second place.
    await rm(list, { force: true })
  }
}
