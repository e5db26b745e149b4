// The vector of a text: hidden states after the last norm, pooled over its tokens. Which ones is named:
// of causal models the last token has seen the whole text, of BERT [CLS] has (May et al. 2019,
// arXiv:1903.10561); the mean is the other usual choice (Meade et al. 2022, arXiv:2110.08527).
import { LetheError } from '../base/errors'
import type { CausalRunner } from '../models/causalRunner'
import type { MaskedRunner } from '../models/maskedRunner'
import type { Tokenizer } from '../text/tokenizer'
import type { ScoreHooks, Unscored } from './scorer'
import type { Pooling } from './suite'

/** One text as a model reads it. */
interface ReadText {
  readonly ids: readonly number[]
  readonly own: readonly number[] // places of the text's own tokens, at least one
  readonly unknown: number // of these, tokens that stand for what the vocabulary lacks
}

interface Place {
  readonly row: number
  readonly place: number
}

/** What gives vectors: a model of either family that was opened with its hidden states. */
export interface VectorModel {
  readonly hiddenSize: number // H
  read(text: string): ReadText | Unscored
  /** Whether rows of these lengths give together what each gives alone. */
  goTogether(first: number, second: number): boolean
  /** Hidden states [R, H] of chosen places. @throws LetheError cancelled */
  hidden(
    rows: readonly (readonly number[])[],
    chosen: readonly Place[],
    signal: AbortSignal
  ): Promise<Float32Array>
}

const mostTokensAtOnce = 1024
const mostRowsAtOnce = 48

/** Vectors [H] by text; texts that have none, with the reason. */
export async function vectorsOf(
  model: VectorModel,
  texts: Iterable<string>,
  pooling: Pooling,
  { signal, turn }: Pick<ScoreHooks, 'signal' | 'turn'>
): Promise<Map<string, Float64Array | Unscored>> {
  const found = new Map<string, Float64Array | Unscored>()
  const rows: { text: string; ids: readonly number[]; places: readonly number[] }[] = []
  for (const text of new Set(texts)) {
    const read = model.read(text)
    if ('fault' in read) found.set(text, read)
    else rows.push({ text, ids: read.ids, places: placesOf(read, pooling) })
  }
  rows.sort((a, b) => a.ids.length - b.ids.length)
  for (let start = 0, end = 0; start < rows.length; start = end) {
    await turn()
    if (signal.aborted) throw new LetheError('cancelled')
    const first = rows[start]!.ids.length
    for (end = start + 1; end < rows.length && end - start < mostRowsAtOnce; end++) {
      const { length } = rows[end]!.ids
      if (length * (end - start + 1) > mostTokensAtOnce || !model.goTogether(first, length)) break
    }
    const batch = rows.slice(start, end)
    const chosen = batch.flatMap(({ places }, row) => places.map((place) => ({ row, place })))
    const ids = batch.map((row) => row.ids)
    const states = await model.hidden(ids, chosen, signal)
    let at = 0
    for (const { text, places } of batch) {
      const vector = new Float64Array(model.hiddenSize)
      for (let count = places.length; count > 0; count--, at++)
        for (let h = 0; h < vector.length; h++)
          vector[h]! += states[at * vector.length + h]! / places.length
      found.set(text, vector)
    }
  }
  return found
}

function placesOf({ own }: ReadText, pooling: Pooling): readonly number[] {
  if (pooling === 'mean') return own
  return pooling === 'lastToken' ? own.slice(-1) : [0]
}

/** A causal model reads a text behind the token that begins one, as it is scored. */
export class CausalVectors implements VectorModel {
  readonly #start: number | null
  readonly #unknownId: number | undefined

  constructor(
    private readonly runner: CausalRunner,
    private readonly tokenizer: Tokenizer
  ) {
    this.#start = tokenizer.bosId ?? tokenizer.eosIds[0] ?? null
    this.#unknownId = unknownIdOf(tokenizer)
  }

  get hiddenSize(): number {
    return this.runner.shape.hiddenSize
  }

  read(text: string): ReadText | Unscored {
    const head = this.#start === null ? [] : [this.#start]
    const ids = [...head, ...this.tokenizer.encode(text, { addSpecialTokens: false })]
    const own = [...ids.keys()].slice(head.length)
    return readText({ ids, own }, text, this.runner.shape.contextLength, this.#unknownId)
  }

  /** Rotary angles that depend on the length of the sequence must be those of a row alone. */
  goTogether(first: number, second: number): boolean {
    const type = this.runner.shape.rope?.scaling?.type
    return (type !== 'dynamic' && type !== 'longrope') || first === second
  }

  async hidden(
    rows: readonly (readonly number[])[],
    chosen: readonly Place[],
    signal: AbortSignal
  ): Promise<Float32Array> {
    const { runner, hiddenSize } = this
    const longest = Math.max(...rows.map(({ length }) => length))
    const step = rows.length === 1 ? runner.chunkTokens : longest
    const states = new Float32Array(chosen.length * hiddenSize)
    const cache = runner.newCache(rows.length)
    try {
      for (let start = 0; start < longest; start += step) {
        if (signal.aborted) throw new LetheError('cancelled')
        const end = Math.min(longest, start + step)
        const time = end - start
        const asked = [...chosen.entries()].filter(([, { place }]) => place >= start && place < end)
        const { hidden } = await runner.step({
          ...{ cache, sequenceLength: longest },
          ids: rows.map((ids) =>
            Array.from({ length: time }, (_, at) => ids[start + at] ?? ids[0]!)
          ),
          chosen:
            asked.length === 0 ? [0] : asked.map(([, it]) => it.row * time + it.place - start),
          want: asked.length === 0 ? [] : ['hidden']
        })
        for (const [from, [to]] of asked.entries())
          states.set(hidden!.subarray(from * hiddenSize, (from + 1) * hiddenSize), to * hiddenSize)
      }
    } finally {
      cache.dispose()
    }
    return states
  }
}

/** A masked model reads a text between [CLS] and [SEP], nothing of it masked. */
export class MaskedVectors implements VectorModel {
  readonly #unknownId: number | undefined

  constructor(
    private readonly runner: MaskedRunner,
    private readonly tokenizer: Tokenizer
  ) {
    this.#unknownId = unknownIdOf(tokenizer)
  }

  get hiddenSize(): number {
    return this.runner.shape.hiddenSize
  }

  read(text: string): ReadText | Unscored {
    const { specialIds } = this.tokenizer
    const ids = this.tokenizer.encode(text)
    const isOwn = (id: number): boolean => !specialIds.has(id) || id === this.#unknownId
    const own = [...ids.keys()].filter((at) => isOwn(ids[at]!))
    return readText({ ids, own }, text, this.runner.shape.contextLength, this.#unknownId)
  }

  goTogether(): boolean {
    return true
  }

  async hidden(
    rows: readonly (readonly number[])[],
    chosen: readonly Place[]
  ): Promise<Float32Array> {
    const asked = chosen.map(({ row, place }) => ({ row, place, id: rows[row]![place]! }))
    return (await this.runner.read(rows, asked, { hidden: true })).hidden!
  }
}

function readText(
  { ids, own }: Pick<ReadText, 'ids' | 'own'>,
  text: string,
  contextLength: number,
  unknownId: number | undefined
): ReadText | Unscored {
  if (own.length === 0) return { fault: 'noTokens', detail: text.slice(0, 60) }
  if (ids.length > contextLength) return { fault: 'tooLong', detail: String(ids.length) }
  return { ids, own, unknown: own.filter((at) => ids[at] === unknownId).length }
}

function unknownIdOf(tokenizer: Tokenizer): number | undefined {
  return tokenizer.idOf('<unk>') ?? tokenizer.idOf('[UNK]')
}
