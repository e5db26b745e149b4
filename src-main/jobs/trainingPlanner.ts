// Before a training begins: settings that suit the model, what it would take, and whether it fits.
import { mkdir, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { LetheError } from '../base/errors'
import { newId } from '../base/ids'
import type {
  EstimateEvent,
  TrainingEstimate,
  TrainingMemory,
  TrainingPreset,
  TrainingSettings
} from '../contract/training'
import type { TrainingPlanResult } from '../engine/protocol'
import type { Store } from '../store/client'
import type { StoredDataset } from '../store/datasets'
import type { StoredModel } from '../store/models'
import type { Datasets } from './datasets'
import type { EnginePool } from './engines'
import { refuseWhatCannotWrite, type ModelLibrary } from './library'
import { removeFolder } from './modelFiles'
import { streamWork } from './streamWork'
import { secondsAStepOf } from './runSpeed'
import { runInOwnEngine, type TrainingEngines } from './trainingEngine'
import { writeRunRecords, type RecordName } from './trainingRecords'

export interface Chosen {
  model: string
  dataset: string
  settings: TrainingSettings
}
export interface FoundChoice {
  model: StoredModel
  dataset: StoredDataset
  settings: TrainingSettings
}

/** Models below this are trained whole: their adapters would save little. */
const wholeBelow = 50e6
const fewRecords = 20 // to keep some of them out would leave too little
const probeSteps = 3
/** What the process holds besides: the runtime, its session, the program. */
const engineBytes = 250e6

export class TrainingPlanner {
  constructor(
    private readonly store: Store,
    private readonly library: ModelLibrary,
    private readonly datasets: Datasets,
    private readonly engines: EnginePool,
    private readonly own: TrainingEngines,
    private readonly stagingFolder: string
  ) {}

  /** Throws `modelNotFound`, `datasetNotFound`, `noTokenizer`. */
  async suggest(ask: {
    model: string
    dataset: string
    preset: TrainingPreset
    method?: 'full' | 'lora' | undefined
  }): Promise<TrainingSettings> {
    const model = await this.library.find(ask.model)
    refuseWhatCannotWrite(model)
    const { records } = await this.datasets.find(ask.dataset)
    const method = ask.method ?? (model.parameterCount < wholeBelow ? 'full' : 'lora')
    return suggested(ask.preset, method, model, records)
  }

  /** Throws as `suggest`, `deviceUnavailable`, and when the model's files are gone. */
  async find(
    { model: wanted, dataset, settings }: Chosen,
    signal?: AbortSignal
  ): Promise<FoundChoice> {
    const model = await this.library.find(wanted)
    refuseWhatCannotWrite(model)
    await this.library.files.check(model)
    await this.own.place(settings, signal)
    return { model, dataset: await this.datasets.find(dataset), settings }
  }

  /** The records into `folder`, and what is read when; `keep` leaves the plan there too. */
  async plan(
    { model, dataset, settings }: FoundChoice,
    folder: string,
    keep: boolean,
    signal: AbortSignal
  ): Promise<{ planned: TrainingPlanResult; names: RecordName[] }> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const names: RecordName[] = []
    await writeRunRecords(this.store, dataset, folder, signal, async (some) => {
      if (keep) for (const name of some) names.push(name)
    })
    const planned = await this.engines.run(
      {
        ...{ type: 'planTraining', folder, modelFolder: model.path, settings, keep },
        names: { model: model.name, dataset: dataset.name }
      },
      { signal }
    )
    return { planned, names }
  }

  async *estimate(
    chosen: Chosen,
    measure: boolean,
    signal?: AbortSignal
  ): AsyncGenerator<EstimateEvent> {
    type Progress = Extract<EstimateEvent, { type: 'progress' }>
    const estimate = yield* streamWork<Progress, TrainingEstimate>(
      (report, aborted) =>
        this.#estimate(chosen, measure, aborted, (stage) => report({ type: 'progress', stage })),
      (_waiting, latest) => [latest],
      signal
    )
    yield { type: 'done', estimate }
  }

  /** Throws `trainingTooLarge`, `diskTooSmall`. */
  async refuseWhatCannotFit(planned: TrainingPlanResult, settings: TrainingSettings) {
    const freeNow = await this.own.freeBytes(settings.device)
    const { totalBytes, freeBytes, fits } = memoryOf(planned, settings, freeNow)
    if (!fits) {
      const adapter = adapterMemoryOf(planned, settings, freeNow)
      const adapterBytes = adapter?.fits ? { adapterBytes: adapter.totalBytes } : {}
      throw new LetheError('trainingTooLarge', {
        needBytes: totalBytes,
        freeBytes,
        ...adapterBytes
      })
    }
    const needBytes = diskBytesOf(planned, settings)
    const path = dirname(this.stagingFolder)
    const freeDiskBytes = await freeBytesOf(path)
    if (needBytes > freeDiskBytes)
      throw new LetheError('diskTooSmall', { path, needBytes, freeBytes: freeDiskBytes })
  }

  async #estimate(
    chosen: Chosen,
    measure: boolean,
    signal: AbortSignal,
    onStage: (stage: 'reading' | 'measuring') => void
  ): Promise<TrainingEstimate> {
    const found = await this.find(chosen, signal)
    const { settings, model } = found
    const folder = join(this.stagingFolder, newId())
    try {
      onStage('reading')
      const { planned } = await this.plan(found, folder, measure, signal)
      const { steps, epochStarts, lastPhaseStep } = planned
      const freeNow = await this.own.freeBytes(settings.device)
      const memory = memoryOf(planned, settings, freeNow)
      let secondsAStep = await this.#earlierSeconds(model.id, settings)
      let basis: TrainingEstimate['basis'] = secondsAStep === null ? null : 'earlierRun'
      if (measure && memory.fits) {
        onStage('measuring')
        const spec = {
          ...({
            type: 'train',
            folder,
            modelFolder: model.path,
            settings,
            name: model.name
          } as const),
          ...{ weightsSha256: model.sha256, probeSteps, lastStep: null },
          ...(await this.own.place(settings, signal))
        }
        const measured = await runInOwnEngine(this.own, spec, { signal })
        secondsAStep = measured.secondsAStep ?? secondsAStep
        if (measured.secondsAStep !== null) basis = 'measured'
      }
      return {
        ...{ records: planned.records, validationRecords: planned.validationRecords },
        sensitiveRecords: planned.sensitiveRecords,
        sensitiveShare: settings.sensitiveLast ? (steps - lastPhaseStep) / steps : null,
        ...{ tokens: planned.tokens, cutRecords: planned.cutRecords, steps },
        stepsAnEpoch: epochStarts[1] ?? steps,
        ...{ memory, adapterMemory: adapterMemoryOf(planned, settings, freeNow) },
        ...{
          diskBytes: diskBytesOf(planned, settings),
          freeDiskBytes: await freeBytesOf(this.stagingFolder)
        },
        ...{ seconds: secondsAStep === null ? null : secondsAStep * steps, basis }
      }
    } finally {
      await removeFolder(folder)
    }
  }

  /** How long a step of the same size took before. */
  async #earlierSeconds(modelId: string, settings: TrainingSettings): Promise<number | null> {
    const sizeOf = ({
      device,
      method,
      batch,
      accumulation,
      sequenceLength,
      saveMemory
    }: TrainingSettings) =>
      JSON.stringify([device, method.type, batch, accumulation, sequenceLength, saveMemory])
    const runs = await this.store.read.runs.list({ removed: false })
    const alike = runs.find(
      (run) => run.modelId === modelId && run.step > 0 && sizeOf(run.settings) === sizeOf(settings)
    )
    return alike ? secondsAStepOf(alike) : null
  }
}

function suggested(
  preset: TrainingPreset,
  method: 'full' | 'lora',
  { parameterCount, contextLength }: StoredModel,
  records: number
): TrainingSettings {
  const byHeart = preset === 'byHeart'
  const whole = parameterCount < 5e6 ? 1e-3 : parameterCount < wholeBelow ? 3e-4 : 2e-5
  return {
    device: 'cpu',
    method: method === 'full' ? { type: 'full' } : { type: 'lora', rank: 8, alpha: 16, dropout: 0 },
    epochs: byHeart ? 30 : preset === 'style' ? 3 : 5,
    learningRate: method === 'lora' ? 5e-4 : byHeart ? whole : whole / 2,
    ...{ batch: 4, accumulation: 1, sequenceLength: Math.min(256, contextLength) },
    ...{ schedule: 'linear', warmupShare: 0.05, weightDecay: byHeart ? 0 : 0.01 },
    ...{ maxGradientNorm: 1, answersOnly: preset !== 'style', seed: 0 },
    validationShare: byHeart || records < fewRecords ? 0 : 0.1,
    ...{ evaluateEverySteps: null, patience: byHeart ? null : 3, keepBest: !byHeart },
    ...{ sensitiveLast: null, keptStates: 0, prompts: [], saveMemory: false }
  }
}

function memoryOf(
  planned: Pick<TrainingPlanResult, 'parameterBytes' | 'trainedBytes' | 'workingBytes'>,
  { accumulation, device }: TrainingSettings,
  freeBytes: number
): TrainingMemory {
  const { parameterBytes, trainedBytes, workingBytes } = planned
  // On the CPU the runtime gives a copy of what it computed; a further one adds up where a step has parts.
  const copies = (device === 'cpu' ? 2 : 1) + (accumulation > 1 ? 1 : 0)
  const gradientsBytes = copies * trainedBytes
  const parts = {
    weightsBytes: parameterBytes,
    gradientsBytes,
    optimizerBytes: 2 * trainedBytes,
    workingBytes: workingBytes + engineBytes
  }
  const totalBytes = Object.values(parts).reduce((sum, bytes) => sum + bytes, 0)
  return { ...parts, totalBytes, freeBytes, fits: totalBytes <= freeBytes }
}

function adapterMemoryOf(
  planned: TrainingPlanResult,
  settings: TrainingSettings,
  freeBytes: number
): TrainingMemory | null {
  if (settings.method.type === 'lora') return null
  return memoryOf({ ...planned, trainedBytes: planned.adapterBytes }, settings, freeBytes)
}

/** The state, the one that is written over it, those that stay with the best of each, and the model. */
function diskBytesOf(
  { trainedBytes, parameterBytes, lastPhaseStep, steps }: TrainingPlanResult,
  { keptStates, keepBest }: TrainingSettings
): number {
  const stateBytes = 3 * trainedBytes
  const bestBytes = keepBest ? trainedBytes : 0
  const kept = keptStates + (lastPhaseStep < steps ? 1 : 0)
  return 2 * stateBytes + bestBytes + kept * (stateBytes + bestBytes) + 2 * parameterBytes
}

export async function freeBytesOf(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path)
  return bavail * bsize
}
