// Ways of holding a model's weights, for whoever has to choose: what each takes, and what it was
// measured to cost on a text.
import { LetheError } from '../base/errors'
import {
  weightModes,
  type MeasureWeightsEvent,
  type WeightChoice,
  type WeightMode
} from '../contract/models'
import type { Store } from '../store/client'
import type { StoredModel } from '../store/models'
import type { WeightLoss } from '../store/weightLosses'
import { isBlockMode } from './blockFiles'
import type { Inference } from './inference'
import type { ModelLibrary } from './library'
import { sampleText } from './sampleText'
import { streamWork } from './streamWork'
import { scoreText } from './textScore'
import { timeLeft } from './timeLeft'

type Progress = Extract<MeasureWeightsEvent, { type: 'progress' }>

/** Mapped and packed weights are the same numbers: one of them stands for both, the one that always fits. */
const measuredModes = [
  { mode: 'mapped', precision: 'full' },
  { mode: 'blocks8', precision: 'blocks8' },
  { mode: 'blocks4', precision: 'blocks4' }
] as const satisfies { mode: WeightMode; precision: WeightLoss['precision'] }[]

export class WeightChoices {
  constructor(
    private readonly store: Store,
    private readonly library: ModelLibrary,
    private readonly inference: Inference
  ) {}

  /** Throws `modelNotFound`, `modelFilesMissing` and what reading the headers throws. */
  async list(wanted: string, signal?: AbortSignal): Promise<WeightChoice[]> {
    return this.#choicesOf(await this.library.find(wanted), signal)
  }

  /** Throws as `list` and scoreText do; `cancelled`. What was measured before then stays. */
  async *measure(
    wanted: string,
    text: string | null,
    signal?: AbortSignal
  ): AsyncGenerator<MeasureWeightsEvent> {
    const model = await this.library.find(wanted)
    yield* streamWork<Progress, void>(
      (report, aborted) => this.#measure(model, text, report, aborted),
      (_waiting, latest) => [latest],
      signal
    )
    yield { type: 'done', choices: await this.#choicesOf(model, signal) }
  }

  async #choicesOf(model: StoredModel, signal?: AbortSignal): Promise<WeightChoice[]> {
    const sizes = await this.inference.weightSizes(model, signal)
    const losses = await this.store.read.weightLosses.of(model.sha256)
    const { blockFiles } = this.library
    return Promise.all(
      weightModes.map(async (mode): Promise<WeightChoice> => {
        const precision = isBlockMode(mode) ? mode : 'full'
        const found = losses.find((loss) => loss.precision === precision)
        const loss = found ? lossOf(found) : null
        if (!isBlockMode(mode)) {
          const memoryBytes = mode === 'packed' ? sizes.fullBytes : 0
          return { mode, fileBytes: 0, fileThere: true, memoryBytes, loss }
        }
        const memoryBytes = mode === 'blocks4' ? sizes.blocks4Bytes : sizes.blocks8Bytes
        const there = await blockFiles.sizeOf(model.sha256, mode)
        return {
          mode,
          fileBytes: there ?? memoryBytes,
          fileThere: there !== null,
          memoryBytes,
          loss
        }
      })
    )
  }

  async #measure(
    model: StoredModel,
    text: string | null,
    report: (progress: Progress) => void,
    signal: AbortSignal
  ): Promise<void> {
    const { library, inference } = this
    const losses: Omit<WeightLoss, 'sha256'>[] = []
    for (const { mode, precision } of measuredModes) {
      const tell = reporter(mode, report)
      tell('opening', 0, 1)
      const score = await scoreText({ library, inference }, model.id, text ?? sampleText, {
        ...{ signal, weightMode: mode },
        onEvent: (event) => {
          if (event.type === 'rounding') tell('rounding', event.done, event.total)
        },
        onWindow: (done, total) => tell('scoring', done, total)
      })
      if (signal.aborted) throw new LetheError('cancelled')
      const { bitsPerByte, bytes } = score
      losses.push({ precision, bitsPerByte, bytes, ownText: text !== null, measuredAt: Date.now() })
    }
    await this.store.write.weightLosses.replace({ sha256: model.sha256, losses })
  }
}

function lossOf({ bitsPerByte, bytes, ownText, measuredAt }: WeightLoss): WeightChoice['loss'] {
  return { bitsPerByte, bytes, ownText, measuredAt }
}

/** Reports with the seconds left at the rate of the stage so far. */
function reporter(mode: WeightMode, report: (progress: Progress) => void) {
  let stage: Progress['stage'] | null = null
  let secondsLeft = timeLeft()
  return (now: Progress['stage'], done: number, total: number): void => {
    if (now !== stage) secondsLeft = timeLeft()
    stage = now
    report({ type: 'progress', mode, stage, done, total, secondsLeft: secondsLeft(done, total) })
  }
}
