// A masked model that is open on a device: reads whole texts, several at once.
import { integers, type StepInput, type StepPlace } from '../nn/stepInputs'
import { floats, Session, type HostTensor } from '../tensor/session'
import type { MaskedModel, ModelShape } from './architecture'
import { refuseWhatCannotFit, type OpenOptions } from './causalRunner'
import { checkpointWeights } from './checkpointWeights'
import { maskedGraph } from './maskedGraph'
import type { ModelFolder } from './modelFolder'
import { refuseUnknownIds } from './tokenRange'

/** A place of a row, and the id that is asked about there. */
export interface Asked {
  readonly row: number
  readonly place: number
  readonly id: number
}

export interface ReadOptions {
  /** Which of two texts each id of a row belongs to, 0 or 1; default: the first. */
  readonly tokenTypes?: readonly (readonly number[])[]
  readonly logits?: boolean // default: not fetched
  readonly hidden?: boolean // the same; of a model that was opened with `showsHidden`
}

export interface ReadResult {
  readonly logProbabilities: Float32Array // [R] of what was asked, nats
  readonly logits: Float32Array | null // [R, V]
  readonly hidden: Float32Array | null // [R, H], of the last layer
}

/** Rows are filled up to the longest, and so many tokens go together. */
const tokensAtOnce = 1024

export class MaskedRunner {
  readonly shape: ModelShape
  readonly device: string
  readonly #session: Session
  readonly #stepInputs: readonly StepInput[]

  private constructor(shape: ModelShape, session: Session, stepInputs: readonly StepInput[]) {
    this.shape = shape
    this.device = session.device
    this.#session = session
    this.#stepInputs = stepInputs
  }

  /** @throws LetheError outOfMemory before trying, deviceUnavailable */
  static async open(source: ModelFolder<MaskedModel>, options: OpenOptions): Promise<MaskedRunner> {
    const { device, weightMode, threads, blocks } = options
    const { portableOnly = false, showsHidden = false } = options
    if (!blocks && (weightMode === 'packed' || device !== 'cpu')) refuseWhatCannotFit(source, null)
    const weights = blocks ?? checkpointWeights(source.weights)
    const { graph, stepInputs } = maskedGraph(source.model, weights.of, showsHidden)
    const session = await Session.open(graph, {
      ...{ provider: device, weightsFolder: weights.folder, threads, portableOnly },
      weightMode: blocks ? 'packed' : weightMode
    })
    return new MaskedRunner(source.model.shape, session, stepInputs)
  }

  /** How many rows of so many ids to read together. */
  rowsAtOnce(longest: number): number {
    return Math.max(1, Math.floor(tokensAtOnce / longest))
  }

  /**
   * What stands at the asked places, each row by itself. Blocks the event loop.
   * Throws RangeError for a row longer than the context or nothing asked, LetheError tokenOutOfRange.
   */
  async read(
    rows: readonly (readonly number[])[],
    asked: readonly Asked[],
    { tokenTypes, logits = false, hidden = false }: ReadOptions = {}
  ): Promise<ReadResult> {
    const time = Math.max(...rows.map(({ length }) => length))
    const { contextLength, vocabularySize } = this.shape
    if (time > contextLength) throw new RangeError(`${time} ids in a context of ${contextLength}`)
    if (asked.length === 0) throw new RangeError('no place is asked about')
    refuseUnknownIds([...rows.flat(), ...asked.map(({ id }) => id)], vocabularySize)
    const place: StepPlace = {
      ...{ batch: rows.length, time, used: 0, capacity: 0, sequenceLength: time },
      sequences: rows.map(({ length }) => [length]),
      ...(tokenTypes && { tokenTypes })
    }
    const filled = rows.flatMap((row) => Array.from({ length: time }, (_, at) => row[at] ?? 0))
    const feeds: Record<string, HostTensor> = {
      ids: integers([rows.length, time], filled),
      chosen: integers(
        [asked.length],
        asked.map(({ row, place: at }) => row * time + at)
      ),
      targets: integers(
        [asked.length, 1],
        asked.map(({ id }) => id)
      ),
      ...Object.fromEntries(this.#stepInputs.map(({ name, feed }) => [name, feed(place)]))
    }
    const fetched = ['logProbabilities']
    if (logits) fetched.push('logits')
    if (hidden) fetched.push('hidden')
    const outputs = await this.#session.run(feeds, fetched)
    return {
      logProbabilities: floats(outputs['logProbabilities']!),
      logits: logits ? floats(outputs['logits']!) : null,
      hidden: hidden ? floats(outputs['hidden']!) : null
    }
  }

  async close(): Promise<void> {
    await this.#session.close()
  }
}
