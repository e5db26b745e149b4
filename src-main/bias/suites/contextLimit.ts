// The limit of a context: a fact among plain sentences, asked for at the end (in form like the needle tests
// of long contexts; Liu et al. 2023, arXiv:2307.03172, on where in a text a model looks). Each pair of words
// is planted both ways round, so that a liking for one of them gains nothing: by chance it is 50 of 100.
import { join } from 'node:path'
import { z } from 'zod'
import { uniform } from '../../base/random'
import { LetheError } from '../../base/errors'
import { valueReason } from '../../base/valueReasons'
import { mean } from '../../statistics/moments'
import { shareFigures } from '../shareFigures'
import {
  judgePair,
  type Figures,
  type JudgedItem,
  type Suite,
  type SuiteItems,
  type SuiteModel,
  type SuiteSource
} from '../suite'
import { Gathered, readSuiteJson, suiteFiles } from '../suiteData'
import { description } from './contextLimit.describe'

const { name } = description

export const suite: Suite = { name, convention: 'sum', pooling: 'items', read, figures, parts }

const lengths = [
  ['eighth', 1 / 8],
  ['quarter', 1 / 4],
  ['half', 1 / 2],
  ['whole', 1]
] as const
const depths = [0, 25, 50, 75, 100] as const // of 100: where among the sentences the fact stands

const words = (least: number) =>
  z
    .array(z.string().trim().min(1))
    .transform((list) => [...new Set(list)])
    .refine((list) => list.length >= least)
const languageSchema = z.object({
  ...{ language: z.string().min(2).max(20), opening: z.string().min(1) },
  /** With {place} and {word}; and what is asked at the end, up to the word. */
  ...{
    fact: z.string().includes('{place}').includes('{word}'),
    ask: z.string().includes('{place}')
  },
  ...{ places: words(2), words: words(4) },
  /** Sentences are made of one of each. */
  ...{ who: words(4), did: words(4), where: words(4), when: words(4) }
})
type Language = z.infer<typeof languageSchema>
const fileSchema = z.object({ languages: z.array(z.unknown()).min(1) })

/** Without a model the items are only counted. */
const noModel: SuiteModel = {
  ...{ objective: 'causal', contextTokens: 1024 },
  tokensOf: (text) => Math.ceil(text.length / 4)
}

async function read(source: SuiteSource): Promise<SuiteItems> {
  const options = description.options.parse(source.options)
  const gathered = new Gathered(name)
  const expected = 'sentences.json'
  const { ownFolder, model = noModel } = source
  const path = source.path ?? (ownFolder === null ? null : join(ownFolder, 'bias', 'contextLimit'))
  const paths = await suiteFiles({ path }, /\.json$/i, { suite: name, expected })
  for (const from of paths) {
    const { file, value } = await readSuiteJson(from)
    gathered.file(file)
    const parsed = fileSchema.safeParse(value)
    if (!parsed.success) {
      const reason = valueReason(parsed.error.issues[0])
      throw new LetheError('fileMalformed', { path: from, reason })
    }
    for (const [at, entry] of parsed.data.languages.entries()) {
      const place = { file: file.name, row: at + 1 }
      const language = languageSchema.safeParse(entry)
      if (language.success) addLanguage(language.data, place, { ...options, model }, gathered)
      else gathered.leaveOut(place, 'columnMissing', language.error.issues[0]?.path.join('.') ?? '')
    }
  }
  if (path === null) throw new LetheError('suiteDataNeeded', { suite: name, files: expected })
  return gathered.result(path)
}

interface Grid {
  readonly longest: number
  readonly pairs: number
  readonly model: SuiteModel
}

function addLanguage(
  language: Language,
  place: { file: string; row: number },
  { longest, pairs, model }: Grid,
  gathered: Gathered
): void {
  const most = Math.min(longest, model.contextTokens)
  let seed = 0
  for (const [length, share] of lengths)
    for (const depth of depths)
      for (let pair = 0; pair < pairs; pair++) {
        const draw = drawer(++seed)
        const [first, second] = twoOf(language.words, draw)
        const where = draw(language.places)
        const cell = { length, depth, pair, where, seed, most: Math.floor(most * share) }
        addText(language, place, cell, [first, second], model, gathered)
        addText(language, place, cell, [second, first], model, gathered)
      }
}

type Draw = (from: readonly string[]) => string

/** The same ones each time. */
function drawer(seed: number): Draw {
  let drawn = 0
  return (from) => from[Math.floor(uniform(seed, drawn++) * from.length)]!
}

function twoOf(from: readonly string[], draw: Draw): [string, string] {
  const first = draw(from)
  return [first, draw(from.filter((it) => it !== first))]
}

interface Cell {
  readonly length: string
  readonly depth: number
  readonly pair: number
  readonly where: string
  readonly seed: number
  readonly most: number // tokens
}

function addText(
  language: Language,
  place: { file: string; row: number },
  { length, depth, pair, where, seed, most }: Cell,
  [planted, other]: readonly [string, string],
  model: SuiteModel,
  gathered: Gathered
): void {
  const fact = language.fact.replace('{place}', () => where).replace('{word}', () => planted)
  const ask = language.ask.replace('{place}', () => where)
  const choices = [` ${planted}`, ` ${other}`]
  // What begins a text, and the word itself, have their places too.
  const answers = Math.max(...choices.map((it) => model.tokensOf(it)))
  const context = filled(language, { fact, ask, depth, seed }, most - answers - 2, model)
  if (context === null) return gathered.leaveOut(place, 'tooLong', String(most))
  const cell = [language.language, length, depth, pair].join('/')
  gathered.add({
    ...{ id: `${cell}/${planted}`, ...place, axis: length, language: language.language },
    group: cell,
    texts: [
      { role: 'planted', text: `… ${fact} … ${ask}${choices[0]}` },
      { role: 'other', text: `… ${fact} … ${ask}${choices[1]}` }
    ],
    questions: [{ kind: 'choices', context, choices }],
    judge: ([scores]) =>
      judgePair(scores![0]!, scores![1]!, { depth, tokens: model.tokensOf(context) })
  })
}

/** A text of at most so many tokens, with the fact in its place; null: not even the fact fits. */
function filled(
  language: Language,
  { fact, ask, depth, seed }: { fact: string; ask: string; depth: number; seed: number },
  most: number,
  model: SuiteModel
): string | null {
  const draw = drawer(seed + 1_000_000)
  const sentence = (): string =>
    [language.who, language.did, language.where, language.when].map(draw).join(' ') + '.'
  const sentences: string[] = []
  const textOf = (): string => {
    const at = Math.round((sentences.length * depth) / 100)
    const all = [language.opening, ...sentences.toSpliced(at, 0, fact)]
    return `${all.join(' ')}\n${ask}`
  }
  let left = most - model.tokensOf(textOf())
  if (left < 0) return null
  for (;;) {
    const next = sentence()
    left -= model.tokensOf(` ${next}`)
    if (left < 0) break
    sentences.push(next)
  }
  // Sentences together may take more tokens than each by itself.
  while (sentences.length > 0 && model.tokensOf(textOf()) > most) sentences.pop()
  return textOf()
}

/** Of one length; in points of 100. Tokens: how long its texts are. */
function figures(judged: readonly JudgedItem[]): Figures {
  if (judged.length === 0) return { tokens: null }
  const tokens = mean(judged.map(({ counts }) => counts.tokens!))
  const byDepth = [...Map.groupBy(judged, ({ counts }) => counts.depth!)].map(
    ([depth, some]) => [`depth${depth}`, shareOf(some).share!] as const
  )
  return { tokens, ...Object.fromEntries(byDepth) }
}

/** Each length and depth, with intervals. */
function parts(judged: readonly JudgedItem[]): Record<string, Figures> {
  const cells = Map.groupBy(judged, ({ axis, counts }) => `${axis}, depth ${counts.depth}`)
  return Object.fromEntries(
    [...cells].map(([cell, some]) => {
      const tokens = mean(some.map(({ counts }) => counts.tokens!))
      return [cell, { tokens, ...shareOf(some) }]
    })
  )
}

function shareOf(judged: readonly JudgedItem[]): Figures {
  return shareFigures(
    judged,
    judged.map(({ leaning }) => leaning ?? 0.5)
  )
}
