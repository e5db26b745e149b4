// Scores texts by a model that fills gaps. Where a suite's authors say how, as they do: CrowS-Pairs by the
// tokens that both texts share (metric.py of nyu-mll/crows-pairs), StereoSet by the word in its gap
// (dataloader.py of moinnadeem/StereoSet), its pairs of sentences by the head that says whether one follows
// the other. Else by pseudo-log-likelihood, the later pieces of a word masked with each (Kauf and Ivanova
// 2023, arXiv:2305.10588); of a choice only what follows the context counts.
import { LetheError } from '../base/errors'
import type { MaskedRunner } from '../models/maskedRunner'
import { behindMask, maskIdOf } from '../models/maskedScore'
import { mean, sum } from '../statistics/moments'
import type { Tokenizer } from '../text/tokenizer'
import { scoreKey, type ScoreHooks, type Scorer, type Unscored } from './scorer'
import { sharedPlaces } from './sharedTokens'
import type { Filling, Question, TextScore } from './suite'

/** Ids with a gap, and the id that is asked about there; or a pair of texts, and whether it goes together. */
interface Row {
  readonly ids: readonly number[]
  readonly place: number
  readonly id: number
  /** Of a pair: where its second text begins. */
  readonly second?: number
}

/** What makes up one score. */
interface Asked {
  readonly longest: number // ids of a row
  readonly isPair?: boolean // asked by the head of pairs
  readonly rows: () => readonly Row[]
  /** Of the log-probabilities of its rows, in nats. */
  readonly score: (found: readonly number[]) => TextScore
}

/** What the head of pairs gives first: the second text follows. */
const follows = { place: 0, id: 0 } as const

type Shared = Extract<Filling, { by: 'sharedTokens' }>
type Gap = Extract<Filling, { by: 'gap' }>

export class MaskedScorer implements Scorer {
  readonly objective = 'masked'
  readonly name = 'masked-1'
  readonly #unknownId: number | undefined

  /** @param next with the head of pairs; null: none of them is asked */
  constructor(
    private readonly runner: MaskedRunner,
    private readonly tokenizer: Tokenizer,
    private readonly next: MaskedRunner | null = null
  ) {
    this.#unknownId = tokenizer.idOf('[UNK]')
  }

  keysOf(question: Question): readonly string[] {
    const { name } = this
    if (question.kind === 'choices')
      return question.choices.map((choice) => scoreKey(name, question.context, choice))
    const { texts, filling } = question
    return texts.map((text, at) => {
      if (filling?.by === 'sharedTokens') return scoreKey(name, filling, texts, at)
      if (filling?.by === 'gap') return scoreKey(name, filling.frame, filling.words[at])
      if (filling?.by === 'follows') return scoreKey(name, filling, text)
      return scoreKey(name, null, text)
    })
  }

  async score(
    questions: readonly Question[],
    isKnown: (key: string) => boolean,
    hooks: ScoreHooks
  ): Promise<void> {
    const asked = [...this.#asked(questions, isKnown, hooks)]
    // The shortest first: what is read together has about the same length.
    asked.sort(([, a], [, b]) => a.longest - b.longest)
    const isOfPairs = ([, { isPair = false }]: [string, Asked]): boolean => isPair
    await this.#readAll(
      asked.filter((it) => !isOfPairs(it)),
      this.runner,
      hooks
    )
    if (this.next) await this.#readAll(asked.filter(isOfPairs), this.next, hooks)
  }

  async #readAll(
    asked: readonly [string, Asked][],
    runner: MaskedRunner,
    hooks: ScoreHooks
  ): Promise<void> {
    const waiting: { row: Row; found: number[] }[] = []
    const open: { key: string; asked: Asked; rows: number; found: number[] }[] = []
    const read = async (): Promise<void> => {
      await hooks.turn()
      if (hooks.signal.aborted) throw new LetheError('cancelled')
      const some = waiting.splice(0)
      const { logProbabilities } = await runner.read(
        some.map(({ row }) => row.ids),
        some.map(({ row: { place, id } }, at) => ({ row: at, place, id })),
        { tokenTypes: some.map(({ row }) => tokenTypesOf(row)) }
      )
      for (const [at, { found }] of some.entries()) found.push(logProbabilities[at]!)
      while (open[0] && open[0].found.length === open[0].rows) {
        const { key, asked: whole, found } = open.shift()!
        hooks.onScored(key, whole.score(found))
      }
    }
    for (const [key, one] of asked) {
      const rows = one.rows()
      const found: number[] = []
      open.push({ key, asked: one, rows: rows.length, found })
      for (const row of rows) {
        if (waiting.length >= runner.rowsAtOnce(one.longest)) await read()
        waiting.push({ row, found })
      }
    }
    if (waiting.length > 0) await read()
  }

  #asked(
    questions: readonly Question[],
    isKnown: (key: string) => boolean,
    { onScored }: ScoreHooks
  ): Map<string, Asked> {
    const seen = new Set<string>()
    const asked = new Map<string, Asked>()
    for (const question of questions)
      for (const [at, key] of this.keysOf(question).entries()) {
        if (seen.has(key) || isKnown(key)) continue
        seen.add(key)
        const found = this.#askedOf(question, at)
        if ('fault' in found) onScored(key, found)
        else asked.set(key, found)
      }
    return asked
  }

  #askedOf(question: Question, at: number): Asked | Unscored {
    if (question.kind === 'choices') return this.#words(question.choices[at]!, question.context)
    const { texts, filling } = question
    if (filling?.by === 'sharedTokens') return this.#shared(texts, at, filling)
    if (filling?.by === 'gap') return this.#gap(filling, at)
    if (filling?.by === 'follows') return this.#pair(filling.context, texts[at]!)
    return this.#words(texts[at]!, '')
  }

  /** Pseudo-log-likelihood of a text, or of what follows a context. */
  #words(text: string, context: string): Asked | Unscored {
    const plain = (of: string): number[] => this.tokenizer.encode(of, { addSpecialTokens: false })
    const ids = this.tokenizer.encode(`${context}${text}`)
    const own = plain(`${context}${text}`)
    const start = ids.findIndex((_, at) => own.every((id, place) => ids[at + place] === id))
    const before = plain(context)
    const parting = before.findIndex((id, place) => own[place] !== id)
    const from = start + (parting < 0 ? before.length : parting)
    const places = own.flatMap((id, place) =>
      start + place >= from && id !== this.tokenizer.maskId ? [start + place] : []
    )
    return this.#summed(ids, places, text, sum)
  }

  /** As published the score is rounded to three decimals before two are compared. */
  #shared(texts: readonly string[], at: number, { first }: Shared): Asked | Unscored {
    const ids = texts.map((text) => this.tokenizer.encode(text))
    const pairs = sharedPlaces(ids[first]!, ids[1 - first]!)
    // What stands around a text is shared too, and never masked.
    const places = pairs.slice(1, -1).map((pair) => pair[at === first ? 0 : 1])
    const rounded = (found: readonly number[]): number => Math.round(1000 * sum(found)) / 1000
    return this.#summed(ids[at]!, places, texts[at]!, rounded, 'token')
  }

  #summed(
    ids: readonly number[],
    places: readonly number[],
    text: string,
    total: (found: readonly number[]) => number,
    masking: 'token' | 'wordLeftToRight' = 'wordLeftToRight'
  ): Asked | Unscored {
    if (places.length === 0) return { fault: 'noTokens', detail: text.slice(0, 60) }
    if (ids.length > this.runner.shape.contextLength)
      return { fault: 'tooLong', detail: String(ids.length) }
    const unknown = places.filter((place) => ids[place] === this.#unknownId).length
    return {
      longest: ids.length,
      rows: () =>
        places.map((place) => ({
          ...{ ids: behindMask(ids, place, this.tokenizer, masking), place, id: ids[place]! }
        })),
      score: (found) => ({ nats: total(found), tokens: places.length, unknown })
    }
  }

  /** Each piece of the word is asked about behind those before it, as if the word ended there. */
  #gap({ frame: [before, after], words }: Gap, at: number): Asked | Unscored {
    const { tokenizer } = this
    const word = words[at] ?? ''
    const maskId = maskIdOf(tokenizer)
    const mask = tokenizer.tokenOf(maskId) ?? ''
    const pieces = tokenizer.encode(word, { addSpecialTokens: false })
    const rows = pieces.map((id, piece) => {
      const known = tokenizer.decode(pieces.slice(0, piece), { skipSpecialTokens: false })
      const ids = tokenizer.encode(`${before}${known}${mask}${after}`)
      return { ids, place: ids.indexOf(maskId), id }
    })
    if (rows.length === 0 || rows.some(({ place }) => place < 0))
      return { fault: 'noTokens', detail: `${before}${word}${after}`.slice(0, 60) }
    const longest = Math.max(...rows.map(({ ids }) => ids.length))
    if (longest > this.runner.shape.contextLength)
      return { fault: 'tooLong', detail: String(longest) }
    const unknown = pieces.filter((id) => id === this.#unknownId).length
    return {
      ...{ longest, rows: () => rows },
      score: (found) => ({ nats: Math.log(mean(found.map(Math.exp))), tokens: 1, unknown })
    }
  }

  #pair(context: string, text: string): Asked | Unscored {
    if (!this.next) throw new TypeError('pairs of texts take a model with a head for them')
    const first = this.tokenizer.encode(context)
    // The token that begins a text stands before both alone.
    const ids = [...first, ...this.tokenizer.encode(text).slice(1)]
    if (ids.length > this.runner.shape.contextLength)
      return { fault: 'tooLong', detail: String(ids.length) }
    const unknown = ids.filter((id) => id === this.#unknownId).length
    return {
      ...{ longest: ids.length, isPair: true },
      rows: () => [{ ids, ...follows, second: first.length }],
      score: ([nats]) => ({ nats: nats!, tokens: 1, unknown })
    }
  }
}

function tokenTypesOf({ ids, second = ids.length }: Row): number[] {
  return ids.map((_, at) => (at < second ? 0 : 1))
}
