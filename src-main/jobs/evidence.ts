// Takes evidence of three models: an engine of its own asks each of them what it knows of the records,
// and what was found is kept as one file that reports are drawn from.
import { mkdir, rm, writeFile, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFileAtomically } from '../base/atomicFile'
import { fileError, LetheError } from '../base/errors'
import { namesIn } from '../base/ifThere'
import type { EvidenceTook } from '../contract/evidenceCost'
import {
  evidenceFileSchema,
  evidenceFormat,
  evidenceVersion,
  type EvidenceFile
} from '../contract/evidenceFile'
import {
  evidenceItemSchema,
  type EvidenceItem,
  type EvidenceRole,
  type EvidenceSettings
} from '../contract/evidenceRequest'
import type { EvidenceModelSpec, JobEvent } from '../engine/protocol'
import type { BlockFiles } from './blockFiles'
import type { RunOptions } from './engine'
import { runtimeVersion } from './runtimeVersion'
import { runInOwnEngine, type TrainingEngines } from './trainingEngine'
import { lineOfFile } from './trainingRecords'

/** A model that is asked. Without an attack, one of each role; with one, unlearned and reference. */
export interface EvidenceModel {
  role: EvidenceRole
  /** `quantization`: the same model, held as 4-bit blocks; `relearning`: trained on a little again. */
  attack: EvidenceModelSpec['attack']
  id: string
  name: string
  sha256: string // of its tensors
  path: string
}

export interface EvidenceRequest {
  id: string
  /** Of this evidence alone; made where it is not there. With scores of the same request it goes on. */
  folder: string
  items: Iterable<EvidenceItem> | AsyncIterable<EvidenceItem>
  models: readonly EvidenceModel[]
  settings: EvidenceSettings
  replay: EvidenceFile['replay']
  subject: EvidenceFile['subject']
  /** How the models were made: whatever tells it, as JSON. */
  plan: EvidenceFile['plan']
}

export interface EvidenceParts {
  own: TrainingEngines
  blockFiles: BlockFiles
  version: string // of the app
}

export interface EvidenceProgress {
  role: EvidenceRole
  attack: EvidenceModelSpec['attack']
  done: number // of all items under all models
  total: number
}

export interface EvidenceOptions extends Pick<RunOptions, 'signal' | 'onSteerable'> {
  onProgress?: (progress: EvidenceProgress) => void
  /** What was asked in this go, and how long it took. */
  onTimed?: (timed: Omit<EvidenceTook, 'parameters'>) => void
}

const itemsFile = 'items.jsonl'
export const evidenceResultFile = 'evidence.json'

/**
 * Measures and judges, and leaves evidence.json in the folder, beside scores without texts. Stopped or
 * killed, it goes on with the next call: what was scored is not scored again. Until it is done the texts
 * of the items lie in the folder.
 * @throws LetheError cancelled, engineLost, noTokenizer, outOfMemory, invalidInput (a model is missing),
 *   diskFull, folderNotWritable, and what opening the models throws
 */
export async function measureEvidence(
  { own, blockFiles, version }: EvidenceParts,
  request: EvidenceRequest,
  options: EvidenceOptions = {}
): Promise<EvidenceFile> {
  const { folder, settings, models, replay, subject, plan } = request
  refuseMissing(models)
  const startedMs = performance.now()
  await writeItems(folder, request.items, own.fence)
  const place = await own.place({ device: 'cpu' })
  const specs = models.map(({ role, attack, sha256, path }): EvidenceModelSpec => {
    const isRounded = attack === 'quantization'
    const blocks = isRounded ? { path: blockFiles.pathOf(sha256, 'blocks4'), sha256 } : null
    const weightMode = isRounded ? 'blocks4' : 'mapped'
    return { role, attack, sha256, model: { folder: path, weightMode, blocks, ...place } }
  })
  const { signal, onSteerable, onProgress } = options
  const { measured, itemsSha256, device, ...timed } = await runInOwnEngine(
    own,
    { type: 'measureEvidence', folder, models: specs, settings, replay: replay.proof },
    { signal, onSteerable, onEvent: (event) => tell(event, onProgress) }
  )
  options.onTimed?.(timed)
  const evidence = evidenceFileSchema.parse({
    ...{ format: evidenceFormat, version: evidenceVersion, id: request.id },
    createdAt: Date.now(),
    ...{ subject, plan, replay, itemsSha256, settings, measured },
    models: models.map(({ role, attack, id, name, sha256 }, index) => {
      const { weightMode } = specs[index]!.model
      return { role, attack, id, name, sha256, weightMode }
    }),
    made: {
      ...{ lethe: version, runtime: runtimeVersion(), device, threads: place.threads },
      platform: `${process.platform} ${process.arch}`,
      seconds: (performance.now() - startedMs) / 1000
    }
  })
  const text = `${JSON.stringify(evidence, null, 2)}\n`
  const kept = join(folder, evidenceResultFile)
  await writeFileAtomically(kept, (file) => file.writeFile(text), 0o600)
  await removeTexts(folder)
  return evidence
}

/** The texts are of records that have to go: what is kept are numbers. Half-written ones go too. */
export async function removeTexts(folder: string): Promise<void> {
  for (const name of await namesIn(folder))
    if (name.includes(itemsFile)) await rm(join(folder, name), { force: true })
}

function tell(event: JobEvent, onProgress: (progress: EvidenceProgress) => void = () => {}): void {
  if (event.type !== 'evidenceScored') return
  const { role, attack, done, total } = event
  onProgress({ role, attack, done, total })
}

/** An attack is judged by what it does to both. */
function refuseMissing(models: readonly EvidenceModel[]): void {
  const isThere = (role: EvidenceRole, attack: EvidenceModel['attack']): boolean =>
    models.some((it) => it.role === role && it.attack === attack)
  const attacks = [...new Set(models.map(({ attack }) => attack))].filter((it) => it !== null)
  const wanted = [
    ...(['original', 'unlearned', 'reference'] as const).map((role) => [role, null] as const),
    ...attacks.flatMap((attack) =>
      (['unlearned', 'reference'] as const).map((role) => [role, attack] as const)
    )
  ]
  const missing = wanted.find(([role, attack]) => !isThere(role, attack))
  if (!missing) return
  const place = missing.filter((it) => it !== null).join('.')
  throw new LetheError('invalidInput', {
    ...{ field: 'models', reason: { code: 'valueMissing', place } }
  })
}

/** Before anything is asked, and the fence that keeps an earlier owner's engine from writing there. */
async function writeItems(
  folder: string,
  items: EvidenceRequest['items'],
  fence: number
): Promise<void> {
  const path = join(folder, itemsFile)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(join(folder, 'fence'), String(fence), { flush: true })
  } catch (error) {
    throw fileError(error, path)
  }
  const write = async (file: FileHandle): Promise<void> => {
    for await (const item of items) {
      await file.appendFile(lineOfFile(evidenceItemSchema.parse(item)))
    }
  }
  await writeFileAtomically(path, write, 0o600)
}
