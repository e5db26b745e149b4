// Scores texts by a causal model: Σ ln p(token | tokens before it). A text stands behind the token that
// begins one (BOS; else the token that ends one, as lm-evaluation-harness does), so that its first word
// counts too; of a choice only what follows the context counts.
import { LetheError } from '../base/errors'
import type { CausalRunner } from '../models/causalRunner'
import type { Tokenizer } from '../text/tokenizer'
import { scoreKey, type Scored, type ScoreHooks, type Scorer } from './scorer'
import type { Question } from './suite'

/** Ids of one text, and the first of them that counts. */
interface Row {
  readonly key: string
  readonly ids: readonly number[]
  readonly from: number
  readonly unknown: number
}

/** Rows that are computed together: short sentences by the dozen. */
const mostTokensAtOnce = 1024
const mostRowsAtOnce = 48

export class CausalScorer implements Scorer {
  readonly objective = 'causal'
  readonly name = 'causal-1'
  readonly #start: number | null
  readonly #unknownId: number | undefined

  constructor(
    private readonly runner: CausalRunner,
    private readonly tokenizer: Tokenizer
  ) {
    this.#start = tokenizer.bosId ?? tokenizer.eosIds[0] ?? null
    this.#unknownId = tokenizer.idOf('<unk>') ?? tokenizer.idOf('[UNK]')
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
    // The shortest first: what is computed together has about the same length.
    rows.sort((a, b) => a.ids.length - b.ids.length)
    for (let start = 0; start < rows.length;) {
      await hooks.turn()
      if (hooks.signal.aborted) throw new LetheError('cancelled')
      const batch = this.#batchAt(rows, start)
      const nats = await this.#natsOf(batch, hooks.signal)
      for (const [at, { key, ids, from, unknown }] of batch.entries())
        hooks.onScored(key, { nats: nats[at]!, tokens: ids.length - from, unknown })
      start += batch.length
    }
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

  #batchAt(rows: readonly Row[], start: number): readonly Row[] {
    let end = start + 1
    for (; end < rows.length && end - start < mostRowsAtOnce; end++) {
      const { length } = rows[end]!.ids
      const isTooMuch = length * (end - start + 1) > mostTokensAtOnce
      if (isTooMuch || !this.#goTogether(rows[start]!.ids.length, length)) break
    }
    return rows.slice(start, end)
  }

  /** Rotary angles that depend on the length of the sequence must be those of a row alone. */
  #goTogether(first: number, second: number): boolean {
    const scaling = this.runner.shape.rope?.scaling
    if (scaling?.type !== 'dynamic' && scaling?.type !== 'longrope') return true
    const { originalContextLength } = scaling
    return first === second || Math.max(first, second) <= originalContextLength
  }

  /** The sum of each row. Rows are filled up on the right, where nothing looks back at it. */
  async #natsOf(batch: readonly Row[], signal: AbortSignal): Promise<number[]> {
    const { runner } = this
    const longest = Math.max(...batch.map(({ ids }) => ids.length))
    const step = batch.length === 1 ? runner.chunkTokens : longest
    const totals = batch.map(() => 0)
    const cache = runner.newCache(batch.length)
    try {
      // The last id is asked about, and need not be read.
      for (let start = 0; start < longest - 1; start += step) {
        if (signal.aborted) throw new LetheError('cancelled')
        const end = Math.min(longest - 1, start + step)
        const time = end - start
        const asked: { row: number; at: number }[] = []
        for (const [row, { ids, from }] of batch.entries())
          for (let at = Math.max(from, start + 1); at <= Math.min(end, ids.length - 1); at++)
            asked.push({ row, at })
        const { logProbabilities } = await runner.step({
          ...{ cache, sequenceLength: longest },
          ids: batch.map(({ ids }) =>
            Array.from({ length: time }, (_, at) => ids[start + at] ?? ids[0]!)
          ),
          ...(asked.length === 0
            ? { chosen: [0], want: [] }
            : {
                chosen: asked.map(({ row, at }) => row * time + at - 1 - start),
                targets: asked.map(({ row, at }) => batch[row]!.ids[at]!),
                want: ['logProbabilities' as const]
              })
        })
        for (const [place, { row }] of asked.entries()) totals[row]! += logProbabilities![place]!
      }
    } finally {
      cache.dispose()
    }
    return totals
  }
}
