// Scores texts by a causal model: Σ ln p(token | tokens before it). A text stands behind the token that
// begins one (BOS; else the token that ends one, as lm-evaluation-harness does), so that its first word
// counts too; of a choice only what follows the context counts.
import { LetheError } from '../base/errors'
import type { CausalRunner } from '../models/causalRunner'
import type { KeyValueCache } from '../models/keyValueCache'
import { sum } from '../statistics/moments'
import type { Tokenizer } from '../text/tokenizer'
import { scoreKey, type Scored, type ScoreHooks, type Scorer } from './scorer'
import type { Question } from './suite'
import { orderOf, sharedTokens, tokenTrees, type Row, type TokenTree } from './tokenTrees'

/** Tokens that are read together; fewer of a large vocabulary, whose numbers for each token are many. */
const mostTokensAtOnce = 1024
const mostNumbersAtOnce = 2 ** 26

/** A text, and its log-likelihood. */
type Summed = readonly [row: Row, nats: number]

export class CausalScorer implements Scorer {
  readonly objective = 'causal'
  readonly name = 'causal-1'
  readonly #start: number | null
  readonly #unknownId: number | undefined
  /** Texts up to this length have the same rotary angles. */
  readonly #sameAngles: number

  /** @param longest tokens of texts that are read with others; longer ones are read in pieces */
  constructor(
    private readonly runner: CausalRunner,
    private readonly tokenizer: Tokenizer,
    private readonly longest = 256
  ) {
    this.#start = tokenizer.bosId ?? tokenizer.eosIds[0] ?? null
    this.#unknownId = tokenizer.idOf('<unk>') ?? tokenizer.idOf('[UNK]')
    const scaling = runner.shape.rope?.scaling
    const isByLength = scaling?.type === 'dynamic' || scaling?.type === 'longrope'
    this.#sameAngles = isByLength ? scaling.originalContextLength : Infinity
  }

  keysOf(question: Question): readonly string[] {
    if (question.kind === 'texts')
      return question.texts.map((text) => scoreKey(this.name, null, text))
    return question.choices.map((choice) => scoreKey(this.name, question.context, choice))
  }

  async score(
    questions: readonly Question[],
    isKnown: (key: string) => boolean,
    hooks: ScoreHooks
  ): Promise<void> {
    const rows = this.#rows(questions, isKnown, hooks)
    const turn = async (): Promise<void> => {
      await hooks.turn()
      if (hooks.signal.aborted) throw new LetheError('cancelled')
    }
    const [short, long] = [true, false].map((is) => rows.filter((row) => this.#isShort(row) === is))
    for await (const [row, nats] of this.#natsOfShort(short!, turn)) told(row, nats, hooks)
    for await (const [row, nats] of this.#natsOfLong(long!, turn)) told(row, nats, hooks)
  }

  #rows(
    questions: readonly Question[],
    isKnown: (key: string) => boolean,
    { onScored }: ScoreHooks
  ): Row[] {
    const rows = new Map<string, Row | null>()
    for (const question of questions) {
      const isChoice = question.kind === 'choices'
      const context = isChoice ? question.context : null
      const texts = isChoice ? question.choices : question.texts
      for (const [at, key] of this.keysOf(question).entries()) {
        if (rows.has(key) || isKnown(key)) continue
        const row = this.#rowOf(key, context, texts[at]!)
        if ('fault' in row) onScored(key, row)
        rows.set(key, 'fault' in row ? null : row)
      }
    }
    return [...rows.values()].filter((row) => row !== null)
  }

  #rowOf(
    key: string,
    context: string | null,
    text: string
  ): Row | Extract<Scored, { fault: unknown }> {
    const { contextLength } = this.runner.shape
    const head = this.#start === null ? [] : [this.#start]
    const plain = (of: string): number[] => this.tokenizer.encode(of, { addSpecialTokens: false })
    const ids = [...head, ...plain(`${context ?? ''}${text}`)]
    // Without a token that begins a text, its first token has nothing before it.
    const least = Math.max(1, head.length)
    let from = least
    if (context !== null) {
      const before = [...head, ...plain(context)]
      const parting = before.findIndex((id, at) => ids[at] !== id)
      from = Math.max(least, parting < 0 ? before.length : parting)
    }
    if (ids.length <= from) return { fault: 'noTokens', detail: text.slice(0, 60) }
    if (ids.length > contextLength) return { fault: 'tooLong', detail: String(ids.length) }
    const unknown = ids.slice(from).filter((id) => id === this.#unknownId).length
    return { key, ids, from, unknown }
  }

  #isShort({ ids }: Row): boolean {
    return ids.length <= Math.min(this.#sameAngles, this.longest)
  }

  /** Read many at a time, beginnings in common once. */
  async *#natsOfShort(rows: readonly Row[], turn: () => Promise<void>): AsyncGenerator<Summed> {
    const { hiddenSize, vocabularySize } = this.runner.shape
    const most = Math.min(mostTokensAtOnce, Math.floor(mostNumbersAtOnce / vocabularySize))
    const options = { mostTokens: this.longest, pairsOfToken: 2 * hiddenSize }
    const trees = tokenTrees(rows, options)
    for (let start = 0; start < trees.length;) {
      // Trees of about the same size: what is read together is filled up to the largest.
      let end = start + 1
      while (end < trees.length && trees[end]!.ids.length * (end + 1 - start) <= most) end++
      await turn()
      yield* await this.#natsOfTrees(trees.slice(start, end))
      start = end
    }
  }

  async #natsOfTrees(trees: readonly TokenTree[]): Promise<Summed[]> {
    const logProbabilities = await this.runner.readTrees({
      ids: trees.map(({ ids }) => ids),
      follows: trees.map(({ follows }) => follows),
      asked: trees.flatMap(({ asked }, row) => asked.map((it) => ({ ...it, row })))
    })
    let before = 0
    return trees.flatMap(({ asked, texts }) => {
      const own = logProbabilities.subarray(before, (before += asked.length))
      return texts.map(({ row, places }): Summed => [row, sum(places.map((at) => own[at]!))])
    })
  }

  /** Each read in pieces behind each other; what comes before all that counts is not read again. */
  async *#natsOfLong(rows: readonly Row[], turn: () => Promise<void>): AsyncGenerator<Summed> {
    const { runner } = this
    const cache = runner.newCache()
    let held: readonly number[] = []
    try {
      for (const row of rows.toSorted((a, b) => orderOf(a.ids, b.ids))) {
        const { ids, from } = row
        const isByLength = this.#sameAngles < Infinity
        const kept = isByLength ? 0 : Math.min(sharedTokens(held, ids), from - 1)
        cache.truncate(Math.min(kept, cache.length))
        held = ids
        let nats = 0
        // The last id is asked about, and need not be read.
        for (let start = cache.length; start < ids.length - 1; start += runner.chunkTokens) {
          await turn()
          const end = Math.min(ids.length - 1, start + runner.chunkTokens)
          nats += await this.#natsOfPiece(cache, row, start, end)
        }
        yield [row, nats]
      }
    } finally {
      cache.dispose()
    }
  }

  /** Reads the ids from `start` to before `end`: what they say of those behind each that count. */
  async #natsOfPiece(
    cache: KeyValueCache,
    { ids, from }: Row,
    start: number,
    end: number
  ): Promise<number> {
    const first = Math.max(from, start + 1)
    const targets = ids.slice(first, end + 1)
    const read = { cache, ids: [ids.slice(start, end)], sequenceLength: ids.length }
    if (targets.length === 0) {
      await this.runner.step({ ...read, chosen: [0], want: [] })
      return 0
    }
    const { logProbabilities } = await this.runner.step({
      ...{ ...read, targets, want: ['logProbabilities'] },
      chosen: targets.map((_, at) => first + at - 1 - start)
    })
    return sum([...logProbabilities!])
  }
}

function told({ key, ids, from, unknown }: Row, nats: number, hooks: ScoreHooks): void {
  hooks.onScored(key, { nats, tokens: ids.length - from, unknown })
}
