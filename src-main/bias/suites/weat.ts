// WEAT (doi:10.1126/science.aal4230) and SEAT (arXiv:1903.10561): s(w, A, B) of each target, and
// d = (mean over X of s − mean over Y of s) / deviation of s over X ∪ Y, with a one-sided permutation test.
// Files have the shape of W4ngatang/sent-bias: targ1, targ2, attr1, attr2, each with a category and examples.
import { basename, join } from 'node:path'
import { z } from 'zod'
import { LetheError } from '../../base/errors'
import type { MaskedConvention } from '../../base/suiteDescription'
import { valueReason } from '../../base/valueReasons'
import { holm } from '../../statistics/corrections'
import { mean, variance } from '../../statistics/moments'
import { partitionTest } from '../../statistics/partitionTest'
import {
  preference,
  type Figures,
  type JudgedItem,
  type Pooling,
  type Suite,
  type SuiteItems,
  type SuiteSource
} from '../suite'
import { Gathered, readSuiteJson, suiteFiles } from '../suiteData'
import { description } from './weat.describe'

const { name } = description

export const suite: Suite = {
  ...{ name, convention: 'cosineOfLastToken', masked: 'cosineOfFirstToken', pooling: 'items' },
  ...{ read, settle, figures },
  parts: partFigures
}

const conventions: Record<Pooling, string> = {
  lastToken: 'cosineOfLastToken',
  firstToken: 'cosineOfFirstToken', // of masked models alone
  mean: 'cosineOfMeanToken'
}
const maskedConventions: Record<Pooling, MaskedConvention> = {
  lastToken: 'maskedCosineOfLastToken',
  firstToken: 'cosineOfFirstToken',
  mean: 'maskedCosineOfMeanToken'
}

/** As published; and of drawn partitions, always the same ones. */
const mostPartitions = 100_000
const partitionSeed = 20_170_414

const concept = z.object({ category: z.string().min(1), examples: z.array(z.unknown()) })
const testSchema = z.object({
  ...{ targ1: concept, targ2: concept, attr1: concept, attr2: concept },
  language: z.string().min(2).max(20).default('en'),
  /** Sentences that the project's own words are put into, at {}. */
  frames: z.array(z.string().includes('{}')).default([])
})
type Concept = 'targ1' | 'targ2' | 'attr1' | 'attr2'

async function read(source: SuiteSource): Promise<SuiteItems> {
  const options = description.options.parse(source.options)
  const pooling = poolingOf(options.pooling, source)
  const gathered = new Gathered(name)
  const expected = 'weat6.jsonl, sent-weat6.jsonl'
  const { ownFolder } = source
  const path = source.path ?? (ownFolder === null ? null : join(ownFolder, 'bias', 'associations'))
  const paths = await suiteFiles({ path }, /\.jsonl?$/i, { suite: name, expected })
  for (const from of paths) {
    const { file, value } = await readSuiteJson(from)
    gathered.file(file)
    const parsed = testSchema.safeParse(value)
    if (!parsed.success) {
      const reason = valueReason(parsed.error.issues[0])
      throw new LetheError('fileMalformed', { path: from, reason })
    }
    const { language, frames, ...test } = parsed.data
    const words = (part: Concept): Word[] => wordsOf(test[part].examples, part, file.name, gathered)
    const [x, y, a, b] = [words('targ1'), words('targ2'), words('attr1'), words('attr2')]
    const axis = basename(file.name).replace(/(\.(en|pt-BR))?\.jsonl?$/i, '')
    const place = { file: file.name, row: 1 }
    const empty = [x, y, a, b].findIndex((some) => some.length === 0)
    if (empty >= 0) {
      gathered.leaveOut(
        place,
        'textMissing',
        (['targ1', 'targ2', 'attr1', 'attr2'] as const)[empty]
      )
      continue
    }
    const around = options.own === 'words' || frames.length === 0 ? ['{}'] : frames
    const texts = (some: readonly Word[]): string[] =>
      around.flatMap((frame) => some.map(({ text }) => frame.replace('{}', () => text)))
    const asked = { kind: 'association', toward: texts(a), against: texts(b), pooling } as const
    for (const [sign, some, category] of [
      [1, x, test.targ1.category],
      [-1, y, test.targ2.category]
    ] as const)
      for (const { text: word, row } of some)
        for (const [at, text] of texts([{ text: word, row }]).entries())
          gathered.add({
            id: [axis, language, category, word, at].join('/'),
            ...{ file: file.name, row, axis, language, group: `${axis}/${language}/${word}` },
            texts: [{ role: category, text }],
            questions: [{ ...asked, text }],
            judge: ([scores]) => ({
              ...{ leaning: null, marginNats: null, otherLeaning: null },
              counts: { sign, association: scores![0]!.nats }
            })
          })
  }
  if (path === null) throw new LetheError('suiteDataNeeded', { suite: name, files: expected })
  const named = source.model?.objective === 'masked' ? maskedConventions : conventions
  return { ...gathered.result(path), convention: named[pooling] }
}

/** @throws LetheError invalidInput: a causal model's first token has seen nothing else */
function poolingOf(wanted: 'usual' | Pooling, { model }: Pick<SuiteSource, 'model'>): Pooling {
  const isMasked = model?.objective === 'masked'
  if (wanted === 'usual') return isMasked ? 'firstToken' : 'lastToken'
  if (wanted === 'firstToken' && model && !isMasked) {
    const reason = { code: 'valueNotOneOf', allowed: 'usual, lastToken, mean' } as const
    throw new LetheError('invalidInput', { field: 'option', name: 'pooling', reason })
  }
  return wanted
}

interface Word {
  readonly text: string
  readonly row: number // of the list, from 1
}

function wordsOf(
  examples: readonly unknown[],
  part: Concept,
  file: string,
  gathered: Gathered
): Word[] {
  const seen = new Set<string>()
  return examples.flatMap((example, at): Word[] => {
    const row = at + 1
    const text = typeof example === 'string' ? example.trim() : ''
    if (typeof example !== 'string') gathered.leaveOut({ file, row }, 'notText', part)
    else if (text === '') gathered.leaveOut({ file, row }, 'textMissing', part)
    else if (seen.has(text)) gathered.leaveOut({ file, row }, 'idTwice', text)
    else {
      seen.add(text)
      return [{ text, row }]
    }
    return []
  })
}

const testOf = ({ axis, language }: JudgedItem): string => `${axis} (${language})`

/** A target leans by the side of the middle between both sets' means on which it lies. */
function settle(judged: readonly JudgedItem[]): JudgedItem[] {
  const middles = new Map(
    [...Map.groupBy(judged, testOf)].map(([test, some]) => {
      const means = [1, -1].map((sign) =>
        mean(some.flatMap(({ counts }) => (counts.sign === sign ? [counts.association!] : [])))
      )
      return [test, (means[0]! + means[1]!) / 2]
    })
  )
  return judged.map((item) => {
    const { sign, association } = item.counts
    const middle = middles.get(testOf(item))!
    // Of a test with one set alone nothing can be said.
    if (Number.isNaN(middle)) return { ...item, leaning: null }
    return { ...item, leaning: preference(sign! * (association! - middle), 0) }
  })
}

/** Of one test. A word in several sentences is one target, with the mean of its associations. */
function testFigures(judged: readonly JudgedItem[]): Figures {
  const of = (sign: number): number[] =>
    [
      ...Map.groupBy(
        judged.filter(({ counts }) => counts.sign === sign),
        ({ group }) => group
      )
    ].map(([, some]) => mean(some.map(({ counts }) => counts.association!)))
  const [first, second] = [of(1), of(-1)]
  const targets = first.length + second.length
  if (first.length < 2 || second.length < 2)
    return { targets, effectSize: null, pValue: null, partitions: null, exact: null }
  const deviation = Math.sqrt(variance([...first, ...second]))
  const { pValue, partitions, exact } = partitionTest(first, second, {
    ...{ samples: mostPartitions, seed: partitionSeed }
  })
  return {
    ...{ targets, pValue, partitions, exact: exact ? 1 : 0 },
    effectSize: deviation === 0 ? null : (mean(first) - mean(second)) / deviation
  }
}

/** Of several tests only how many there are: their effects are not added up. */
function figures(judged: readonly JudgedItem[]): Figures {
  const tests = Map.groupBy(judged, testOf)
  return tests.size === 1 ? testFigures(judged) : { tests: tests.size }
}

/** Each test in each language; `adjustedPValue` by Holm over all of them. */
function partFigures(judged: readonly JudgedItem[]): Record<string, Figures> {
  const found = [...Map.groupBy(judged, testOf)].map(
    ([test, some]) => [test, testFigures(some)] as const
  )
  const scored = found.filter(([, { pValue }]) => pValue !== null)
  const adjusted = holm(scored.map(([, { pValue }]) => pValue!))
  const byTest = new Map(scored.map(([test], at) => [test, adjusted[at]!]))
  return Object.fromEntries(
    found.map(([test, own]) => [test, { ...own, adjustedPValue: byTest.get(test) ?? null }])
  )
}
