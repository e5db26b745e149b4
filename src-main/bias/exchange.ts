// Exchanges the words of groups in a text, both directions at once (counterfactual data augmentation,
// arXiv:1807.11714). Which word stands against which comes from pairs of sentences. No grammar is computed:
// where another word may have to agree with an exchanged one, or which word stands against it depends on what
// follows, nothing is guessed and the text is told as undecided.
import { swapFault } from './swaps'

export interface Exchange {
  readonly first: string
  readonly second: string
}

interface Doubt {
  readonly fault: 'undecided' | 'grammar' // nothing was guessed
  readonly detail: string
}
export type Exchanged = { readonly text: string } | Doubt

export type ExchangeLanguage = 'en' | 'pt' | 'other'

interface Word {
  readonly text: string
  readonly folded: string
  readonly start: number
  readonly end: number
}

/** A phrase is looked for by its words; `entry` is its place among the exchanges, `side` which of the two. */
interface Phrase {
  readonly words: readonly string[]
  readonly entry: number
  readonly side: 0 | 1
}

interface Place {
  readonly from: number // first word
  readonly to: number // behind the last
  readonly entry: number
  readonly side: 0 | 1
}
interface Hit extends Place {
  readonly own: string // as the exchange writes what stands there
  readonly replacement: string
}

const longestRun = 4

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu)].map((found) => ({
    ...{ text: found[0], folded: found[0].toLowerCase() },
    ...{ start: found.index, end: found.index + found[0].length }
  }))

/** English third persons: which form stands against "her" and "his" depends on what follows. */
const pronouns: Readonly<Record<string, readonly [entry: number, side: 0 | 1]>> = {
  ...{ she: [0, 0], he: [0, 1], her: [1, 0], hers: [1, 0], his: [1, 1], him: [1, 1] },
  ...{ herself: [2, 0], himself: [2, 1] }
}
const pronounExchanges: readonly Exchange[] = [
  { first: 'she', second: 'he' },
  { first: 'her, hers', second: 'his, him' },
  { first: 'herself', second: 'himself' }
]
/** After one of these "her" is no possessive. */
const closed =
  /^(a|an|the|this|these|those|and|or|but|if|when|while|because|as|than|then|to|of|in|on|at|by|for|with|from|about|into|onto|away|again|until|is|are|was|were|will|would|can|could|has|do|did|not|too|now|yesterday|today|tomorrow|how|who|why|where)$/
/** After one of these it may be either. */
const unsure =
  /^(very|every|back|that|what|so|down|off|up|out|over|under|after|before|here|there|had)$/
/** These take a person and something more: "gave her flowers". */
const ditransitive =
  /^(g[ai]v(e|es|ing)|given|t(old|ell|ells|elling)|show(s|ed|n|ing)?|sen[dt]s?|sending|offer(s|ed|ing)?|ask(s|ed|ing)?|b(ought|uys?)|br(ought|ings?)|t(aught|each|eaches)|hand(s|ed)?|pa(id|ys?)|ma(de|kes?|king)|call(s|ed|ing)?|lets?|s(aw|ees?)|hear[ds]?|help(s|ed|ing)?|watch(es|ed|ing)?|left|leaves?|g[eo]ts?|lent|lends?|owe[sd]?|wish(es|ed)?|cost|promise[sd]?|read|found|kept|feel|felt|consider(s|ed)?|nam(e|es|ed)|elect(s|ed)?|had)$/

/**
 * What stands against what in pairs of sentences that differ in the group alone, the most frequent first;
 * no phrase stands against two.
 * @param given by a person: taken first
 */
export function exchangesOf(
  pairs: readonly (readonly [string, string])[],
  given: readonly (readonly [string, string])[] = []
): Exchange[] {
  const names = properWords(pairs.flat())
  const counted = new Map<string, { pair: [string, string]; count: number }>()
  for (const [first, second] of pairs)
    for (const pair of differingRuns(first, second, names)) {
      const key = pair.toSorted().join('\u0000')
      const known = counted.get(key)
      counted.set(key, { pair: known?.pair ?? pair, count: (known?.count ?? 0) + 1 })
    }
  const frequent = [...counted.values()].sort(
    (a, b) => b.count - a.count || (a.pair[0] < b.pair[0] ? -1 : 1)
  )
  const taken = new Set<string>()
  return [...given, ...frequent.map(({ pair }) => pair)].flatMap(([first, second]) => {
    const sides = [first, second].map((side) => side.trim().toLowerCase())
    if (sides[0] === '' || sides[0] === sides[1] || sides.some((side) => taken.has(side))) return []
    for (const side of sides) taken.add(side)
    return [{ first: first.trim(), second: second.trim() }]
  })
}

/** Words that are written with a capital within a sentence too. */
function properWords(texts: readonly string[]): Set<string> {
  return new Set(
    texts.flatMap((text) =>
      wordsOf(text)
        .filter(
          ({ text: word, start }) =>
            start > 0 && /^\p{Lu}/u.test(word) && !/[.!?]\s*$/.test(text.slice(0, start))
        )
        .map(({ folded }) => folded)
    )
  )
}

/** Runs of words of one sentence that stand where others stand in the other one. */
function differingRuns(
  first: string,
  second: string,
  names: ReadonlySet<string>
): [string, string][] {
  const [a, b] = [wordsOf(first), wordsOf(second)]
  const runs: [string, string][] = []
  let [fromA, fromB] = [0, 0]
  for (const [atA, atB] of [...common(a, b), [a.length, b.length] as const]) {
    const [runA, runB] = [a.slice(fromA, atA), b.slice(fromB, atB)]
    const isPair = runA.length > 0 && runB.length > 0
    if (isPair && Math.max(runA.length, runB.length) <= longestRun)
      runs.push([spelled(runA, fromA, names), spelled(runB, fromB, names)])
    fromA = atA + 1
    fromB = atB + 1
  }
  return runs
}

function spelled(run: readonly Word[], from: number, names: ReadonlySet<string>): string {
  return run
    .map(({ text, folded }, at) => (from + at === 0 && !names.has(folded) ? folded : text))
    .join(' ')
}

/** Places of the longest common subsequence. */
function common(a: readonly Word[], b: readonly Word[]): [number, number][] {
  const length: number[][] = Array.from({ length: a.length + 1 }, () =>
    Array.from({ length: b.length + 1 }, () => 0)
  )
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i]![j] =
        a[i]!.folded === b[j]!.folded
          ? length[i + 1]![j + 1]! + 1
          : Math.max(length[i + 1]![j]!, length[i]![j + 1]!)
  const found: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i]!.folded === b[j]!.folded) found.push([i++, j++])
    else if (length[i + 1]![j]! >= length[i]![j + 1]!) i++
    else j++
  }
  return found
}

export class ExchangeTable {
  readonly exchanges: readonly Exchange[]
  readonly #byFirstWord = new Map<string, Phrase[]>()
  readonly #hasPronouns: boolean

  constructor(exchanges: readonly Exchange[]) {
    const isPronoun = (side: string): boolean => Object.hasOwn(pronouns, side.toLowerCase())
    this.#hasPronouns = exchanges.some(({ first, second }) => isPronoun(first) && isPronoun(second))
    const others = exchanges.filter(({ first, second }) => !(isPronoun(first) && isPronoun(second)))
    this.exchanges = [...(this.#hasPronouns ? pronounExchanges : []), ...others]
    const before = this.exchanges.length - others.length
    for (const [at, { first, second }] of others.entries())
      for (const [side, text] of [first, second].entries()) {
        const words = wordsOf(text).map(({ folded }) => folded)
        if (words[0] === undefined) continue
        const phrase: Phrase = { words, entry: before + at, side: side as 0 | 1 }
        const same = this.#byFirstWord.get(words[0]) ?? []
        same.push(phrase)
        this.#byFirstWord.set(words[0], same)
      }
    for (const phrases of this.#byFirstWord.values())
      phrases.sort((a, b) => b.words.length - a.words.length)
  }

  /** With the words of groups exchanged; null: it names none. */
  exchanged(text: string, language: ExchangeLanguage): Exchanged | null {
    const words = wordsOf(text)
    const hits: Hit[] = []
    for (let at = 0; at < words.length;) {
      const hit = this.#hitAt(text, words, at, language)
      if (hit && 'fault' in hit) return hit
      if (hit) hits.push(hit)
      at = hit ? hit.to : at + 1
    }
    if (hits.length === 0) return null
    const wanted = this.exchanges.map((): [number, number] => [0, 0])
    for (const { entry, side } of hits) wanted[entry]![side === 0 ? 1 : 0]++
    const doubt = doubtOf(text, words, hits, language)
    if (doubt !== null) return { fault: 'undecided', detail: doubt }
    let written = ''
    let end = 0
    for (const { from, to, own, replacement } of hits) {
      const isFirst = sentenceOf(text, words, from)[0] === from
      const old = words[from]!
      written += text.slice(end, old.start) + cased(replacement, { old: old.text, own, isFirst })
      end = words[to - 1]!.end
    }
    written += text.slice(end)
    // What was written may read as another phrase beside its new neighbours.
    const found = this.counts(written)
    const other = wanted.findIndex(([a, b], at) => a !== found[at]![0] || b !== found[at]![1])
    if (other >= 0) return { fault: 'undecided', detail: this.exchanges[other]!.first }
    const fault = swapFault(text, written)
    return fault === null ? { text: written } : { fault: 'grammar', detail: fault }
  }

  /** How often each side of each exchange stands in a text. */
  counts(text: string): [number, number][] {
    const into = this.exchanges.map((): [number, number] => [0, 0])
    const words = wordsOf(text)
    for (let at = 0; at < words.length;) {
      const hit = this.#phraseAt(text, words, at) ?? this.#pronounAt(words, at)
      if (hit) into[hit.entry]![hit.side]++
      at = hit ? hit.to : at + 1
    }
    return into
  }

  #hitAt(
    text: string,
    words: readonly Word[],
    at: number,
    language: ExchangeLanguage
  ): Hit | Doubt | null {
    const phrase = this.#phraseAt(text, words, at)
    if (phrase) {
      const { first, second } = this.exchanges[phrase.entry]!
      const [own, replacement] = phrase.side === 0 ? [first, second] : [second, first]
      return { ...phrase, own, replacement }
    }
    const pronoun = this.#pronounAt(words, at)
    if (!pronoun) return null
    const replacement = pronounFor(text, words, at)
    if (replacement === null || language === 'pt')
      return { fault: 'undecided', detail: around(text, words, at) }
    return { ...pronoun, own: words[at]!.folded, replacement }
  }

  #phraseAt(text: string, words: readonly Word[], at: number): Place | null {
    const found = this.#byFirstWord
      .get(words[at]!.folded)
      ?.find((phrase) =>
        phrase.words.every(
          (word, step) =>
            words[at + step]?.folded === word && (step === 0 || isNextTo(text, words, at + step))
        )
      )
    if (!found) return null
    return { from: at, to: at + found.words.length, entry: found.entry, side: found.side }
  }

  #pronounAt(words: readonly Word[], at: number): Place | null {
    const { folded } = words[at]!
    if (!this.#hasPronouns || !Object.hasOwn(pronouns, folded)) return null
    const [entry, side] = pronouns[folded]!
    return { from: at, to: at + 1, entry, side }
  }
}

/** Nothing but space between it and the word before. */
const isNextTo = (text: string, words: readonly Word[], at: number): boolean =>
  /^\s+$/.test(text.slice(words[at - 1]!.end, words[at]!.start))

/** Null: it cannot be told. */
function pronounFor(text: string, words: readonly Word[], at: number): string | null {
  const next = words[at + 1]
  const isLast = !next || !isNextTo(text, words, at + 1)
  const standsAlone = isLast || closed.test(next.folded)
  const follows = ditransitive.test(words[at - 1]?.folded ?? '')
  switch (words[at]!.folded) {
    case 'she':
      return 'he'
    case 'he':
      return 'she'
    case 'herself':
      return 'himself'
    case 'himself':
      return 'herself'
    case 'hers':
      return 'his'
    case 'him':
      return 'her'
    case 'his':
      return standsAlone ? 'hers' : 'her'
    default:
      return standsAlone ? 'him' : follows || unsure.test(next.folded) ? null : 'his'
  }
}

/** Words of Portuguese that agree with a person, or stand for one. */
const pronounOfPortuguese = /^(d|n)?(el[ae]s?)$|^(à|ao)s?$/
const copula =
  /^(é|era|foi|será|seja|são|eram|foram|está|estava|esteve|estão|estavam|ficou|fica|ficava|ficam|parece|parecia|parecem|anda|andava|continua|continuava|sendo|ser|estar)$/
const inflected = /[oa]s?$/
/** That end so and do not change. */
const uninflected =
  /^(como|quando|quanto|muito|mesmo|logo|cedo|tudo|isso|isto|para|cada|ainda|agora|hora|casa|dia|nunca|fora|toda|todo|contra|sobre|entre|já|lá|outra|outro)$/

/** A word that may have to change with an exchanged one; null: there is none. */
function doubtOf(
  text: string,
  words: readonly Word[],
  hits: readonly Hit[],
  language: ExchangeLanguage
): string | null {
  const covered = new Set(hits.flatMap(({ from, to }) => range(from, to)))
  for (const { from, to, replacement } of hits) {
    const old = words.slice(from, to).map(({ folded }) => folded)
    // "a" and "an" go with the sound that follows.
    const article = words[from - 1]?.folded
    const vowel = (word: string): boolean => /^[aeiou]/i.test(word)
    if (language !== 'pt' && (article === 'a' || article === 'an') && isNextTo(text, words, from))
      if (vowel(old[0]!) !== vowel(replacement)) return around(text, words, from)
    if (language === 'en') continue
    if (!changesGender(old, replacement)) continue
    const [first, last] = sentenceOf(text, words, from)
    for (let at = first; at < last; at++) {
      if (covered.has(at)) continue
      const { folded } = words[at]!
      const isBeside = at === from - 1 || at === to || at === to + 1
      const isSaidOfIt = at > to && copula.test(words[at - 1]!.folded)
      const mayAgree = inflected.test(folded) && !uninflected.test(folded)
      if (pronounOfPortuguese.test(folded) || ((isBeside || isSaidOfIt) && mayAgree))
        return around(text, words, at)
    }
  }
  return null
}

const feminine = /as?$|^(mulher(es)?|mães?|irmãs?|atriz(es)?)$/
/** Feminine against masculine, by their words. Rather once too often: then nothing is guessed. */
function changesGender(old: readonly string[], replacement: string): boolean {
  const isFeminine = (said: readonly string[]): boolean => said.some((word) => feminine.test(word))
  return isFeminine(old) !== isFeminine(wordsOf(replacement).map(({ folded }) => folded))
}

function sentenceOf(text: string, words: readonly Word[], at: number): [number, number] {
  const ends = (index: number): boolean =>
    /[.!?\n]/.test(text.slice(words[index]!.end, words[index + 1]?.start ?? text.length))
  let [first, last] = [at, at]
  while (first > 0 && !ends(first - 1)) first--
  while (last < words.length - 1 && !ends(last)) last++
  return [first, last + 1]
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, step) => from + step)

const around = (text: string, words: readonly Word[], at: number): string =>
  text.slice(words[Math.max(0, at - 2)]!.start, words[Math.min(words.length - 1, at + 2)]!.end)

/** As the word in whose place it stands; a capital that this word has everywhere is its own. */
function cased(
  replacement: string,
  { old, own, isFirst }: { old: string; own: string; isFirst: boolean }
): string {
  if (/^\p{Lu}{2,}$/u.test(old) && !/^\p{Lu}{2,}$/u.test(own)) return replacement.toUpperCase()
  const isOwn = /^\p{Lu}/u.test(own) && !isFirst
  return /^\p{Lu}/u.test(old) && !isOwn
    ? `${replacement.charAt(0).toUpperCase()}${replacement.slice(1)}`
    : replacement
}
