// Before a training begins: settings that suit the model, what it would take, and whether it fits.
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { canarySeed as canarySeedOf } from '../base/canaries'
import { LetheError } from '../base/errors'
import { newId } from '../base/ids'
import type {
  EstimateEvent,
  TrainingEstimate,
  TrainingPreset,
  TrainingSettings
} from '../contract/training'
import type { TrainingPlanResult } from '../engine/protocol'
import type { Store } from '../store/client'
import type { StoredDataset } from '../store/datasets'
import type { StoredModel } from '../store/models'
import type { Datasets } from './datasets'
import type { EnginePool } from './engines'
import { refuseWithoutTokenizer, type ModelLibrary } from './library'
import { removeFolder } from './modelFiles'
import { streamWork } from './streamWork'
import { paceOf } from './runPace'
import { runInOwnEngine, type TrainingEngines } from './trainingEngine'
import { plantCanaries, type PlantedCanary } from './canaries'
import { writeRunRecords, type RecordName } from './trainingRecords'
import {
  adapterMemoryOf,
  diskBytesOf,
  freeBytesOf,
  keptStateBytesOf,
  memoryOf,
  type Sizes
} from './trainingSizes'
import {
  refuseForMasked,
  refuseForNothing,
  suggested,
  suggestedFromNothing,
  usualMethod
} from './trainingSuggestions'

export interface Chosen {
  model: string | null
  dataset: string
  settings: TrainingSettings
}
export interface FoundChoice {
  /** Null: it begins with nothing. */
  model: StoredModel | null
  dataset: StoredDataset
  settings: TrainingSettings
}

const probeSteps = 3
/** Of a dataset, to learn a tokenizer from that shows what a run from nothing would take: seconds. */
const sampleCharacters = 2_000_000

interface EstimatedPlan {
  planned: TrainingPlanResult
  modelFolder: string
  weightsSha256: string
  secondsBefore: number // before the first step
}

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
    model: string | null
    dataset: string
    preset: TrainingPreset
    method?: 'full' | 'lora' | undefined
  }): Promise<TrainingSettings> {
    const { records } = await this.datasets.find(ask.dataset)
    if (ask.preset === 'nothing') return suggestedFromNothing(records)
    const model = await this.#taught(ask.model)
    return suggested(ask.preset, ask.method ?? usualMethod(model), model, records)
  }

  /** Throws as `suggest`, `deviceUnavailable`, `learnFromErased`, and when the model's files are gone. */
  async find(
    { model: wanted, dataset, settings }: Chosen,
    signal?: AbortSignal
  ): Promise<FoundChoice> {
    if (settings.fromNothing) refuseForNothing(wanted, settings)
    if (settings.learnFrom?.erased) throw new LetheError('learnFromErased')
    const model = settings.fromNothing ? null : await this.#taught(wanted)
    if (model?.chat === 'fill') refuseForMasked(settings)
    if (model) await this.library.files.check(model)
    await this.own.place(settings, signal)
    return { model, dataset: await this.datasets.find(dataset), settings }
  }

  async #taught(wanted: string | null): Promise<StoredModel> {
    const reason = { code: 'valueMissing', place: 'model' } as const
    if (wanted === null) throw new LetheError('invalidInput', { field: 'model', reason })
    const model = await this.library.find(wanted)
    refuseWithoutTokenizer(model)
    return model
  }

  /**
   * The records into `folder`, and what is read when. A run from nothing is planned by its own work, once
   * there is a tokenizer: `planned` is null. Throws `nothingToLearn`, `trainingTooLarge`, `diskTooSmall`.
   */
  async plan(
    choice: FoundChoice,
    folder: string,
    signal: AbortSignal
  ): Promise<{
    planned: TrainingPlanResult | null
    names: RecordName[]
    canarySeed: number | null
  }> {
    const { model, settings } = choice
    const names = await this.#writeRecords(choice, folder, signal)
    // A run from nothing plants none: its tokenizer would learn their form.
    const canarySeed =
      model && settings.canaries > 0 ? canarySeedOf(settings.seed, model.sha256) : null
    if (canarySeed !== null) {
      const planted = await plantCanaries(folder, { seed: canarySeed, count: settings.canaries })
      names.push(...(await this.#canaryNames(planted)))
    }
    const planned = model && (await this.#planTaught(model, choice, folder, true, signal))
    const sizes = planned ?? {
      ...(await this.engines.run({ type: 'newModelBytes', settings }, { signal })),
      ...{ steps: 0, lastPhaseStep: 0 }
    }
    await this.#refuseWhatCannotFit(sizes, settings)
    return { planned, names, canarySeed }
  }

  #planTaught(
    model: StoredModel,
    { dataset, settings }: FoundChoice,
    folder: string,
    keep: boolean,
    signal: AbortSignal
  ): Promise<TrainingPlanResult> {
    return this.engines.run(
      {
        ...{ type: 'planTraining', folder, modelFolder: model.path, settings, keep },
        names: { model: model.name, dataset: dataset.name }
      },
      { signal }
    )
  }

  /** As they are at one version: what is chosen by what records say may change meanwhile. */
  async #writeRecords(
    { dataset, settings: { learnFrom } }: FoundChoice,
    folder: string,
    signal: AbortSignal
  ): Promise<RecordName[]> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    for (let now = dataset; ;) {
      const names = await writeRunRecords(this.store, now, learnFrom, folder, signal)
      const { id, version, name } = now
      now = await this.datasets.find(id)
      if (learnFrom !== null && now.version !== version) continue
      if (names.length === 0) throw new LetheError('nothingToLearn', { dataset: name, records: 0 })
      return names
    }
  }

  async #canaryNames(planted: readonly PlantedCanary[]): Promise<RecordName[]> {
    const contentKey = await this.store.write.folderKeys.content()
    const names: RecordName[] = []
    for (const { ordinal, parts } of planted) {
      const spec = { type: 'deriveRecord', parts, contentKey } as const
      const { contentHash } = await this.engines.run(spec)
      names.push({ ordinal, id: newId(), contentHash })
    }
    return names
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

  async #refuseWhatCannotFit(planned: Sizes, settings: TrainingSettings): Promise<void> {
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
      const read = await this.#estimatedPlan(found, folder, measure, signal)
      const { planned, modelFolder, weightsSha256, secondsBefore } = read
      const { steps, epochStarts, lastPhaseStep } = planned
      const freeNow = await this.own.freeBytes(settings.device)
      const memory = memoryOf(planned, settings, freeNow)
      let secondsAStep = await this.#earlierSeconds(model?.id ?? '', settings)
      let basis: TrainingEstimate['basis'] = secondsAStep === null ? null : 'earlierRun'
      if (measure && memory.fits) {
        onStage('measuring')
        const spec = {
          ...({ type: 'train', folder, modelFolder, settings, name: model?.name ?? '' } as const),
          ...{ weightsSha256, probeSteps, lastStep: null },
          ...(await this.own.place(settings, signal))
        }
        const measured = await runInOwnEngine(this.own, spec, { signal })
        secondsAStep = measured.secondsAStep ?? secondsAStep
        if (measured.secondsAStep !== null) basis = 'measured'
      }
      const seconds = secondsAStep === null ? null : secondsBefore + secondsAStep * steps
      const isRepeatable = settings.device === 'cpu' && !settings.fromNothing
      const isLast = isRepeatable && settings.sensitiveLast !== null
      return {
        ...{ records: planned.records, validationRecords: planned.validationRecords },
        sensitiveRecords: planned.sensitiveRecords,
        sensitiveShare: isLast ? (steps - lastPhaseStep) / steps : null,
        replayShare: isRepeatable ? planned.replayShare : null,
        keptStateBytes: keptStateBytesOf(planned, settings),
        ...{ tokens: planned.tokens, cutRecords: planned.cutRecords, steps },
        stepsAnEpoch: epochStarts[1] ?? steps,
        ...{ memory, adapterMemory: adapterMemoryOf(planned, settings, freeNow) },
        ...{
          diskBytes: diskBytesOf(planned, settings),
          freeDiskBytes: await freeBytesOf(this.stagingFolder)
        },
        ...{ seconds, basis }
      }
    } finally {
      await removeFolder(folder)
    }
  }

  /** A plan to find out by what it would take, and what it begins with. */
  async #estimatedPlan(
    found: FoundChoice,
    folder: string,
    measure: boolean,
    signal: AbortSignal
  ): Promise<EstimatedPlan> {
    const { model, dataset, settings } = found
    await this.#writeRecords(found, folder, signal)
    if (model) {
      const planned = await this.#planTaught(model, found, folder, measure, signal)
      return {
        ...{ planned, modelFolder: model.path, weightsSha256: model.sha256, secondsBefore: 0 }
      }
    }
    const bytes = await this.engines.run({ type: 'newModelBytes', settings }, { signal })
    // Its first weights are written to be measured: what cannot be is refused before.
    await this.#refuseWhatCannotFit({ ...bytes, steps: 0, lastPhaseStep: 0 }, settings)
    const made = await runInOwnEngine(
      this.own,
      { type: 'prepareNew', folder, dataset: dataset.name, settings, sampleCharacters },
      { signal }
    )
    const { weightsSha256, tokenizerSeconds, tokenizerShare } = made
    // What a sample gives may be fewer tokens than were asked for: memory is that of all of them.
    return {
      ...{ planned: { ...made, ...bytes }, modelFolder: join(folder, 'base'), weightsSha256 },
      secondsBefore: tokenizerSeconds / tokenizerShare
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
      saveMemory,
      fromNothing
    }: TrainingSettings) =>
      JSON.stringify([
        ...[device, method.type, batch, accumulation, sequenceLength, saveMemory],
        ...[(method.dropout ?? 0) > 0, fromNothing]
      ])
    const runs = await this.store.read.runs.list({ removed: false })
    const alike = runs.find(
      (run) => run.modelId === modelId && run.step > 0 && sizeOf(run.settings) === sizeOf(settings)
    )
    return (alike && paceOf(alike)?.stepSeconds) ?? null
  }
}
