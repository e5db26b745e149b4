// The masked scorer and the suites that it is published for, beside their formulas written out in Python, on
// a tiny BERT with real weights.
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import {
  readSafetensorsFile,
  readTensor,
  writeSafetensors,
  type TensorToWrite
} from '../formats/safetensors'
import { MaskedRunner } from '../models/maskedRunner'
import { openAnyModelFolder, withNextSentence } from '../models/modelFolder'
import { adapterNumbers } from '../testing/adapterGoldens'
import { expectClose } from '../testing/closeTo'
import { goldensFolder, readGolden } from '../testing/goldens'
import { temporaryFolder } from '../testing/temporaryFolder'
import { openTokenizer } from '../text/tokenizer'
import { MaskedScorer } from './maskedScorer'
import { askItems, auditResult, settled } from './run'
import type { Scored } from './scorer'
import { sharedPlaces } from './sharedTokens'
import type { Question, TextScore } from './suite'
import { maskedSuiteOf, suiteOf } from './suites/registry'

const numbers = z.array(z.number())
const suiteSchema = z.object({
  nats: z.array(numbers),
  figures: z.record(z.string(), z.number())
})
const golden = readGolden(
  'biasMaskedScores.json',
  z.object({
    crowsPairs: suiteSchema.extend({ rows: z.array(z.array(z.string())) }),
    stereoset: suiteSchema.extend({ clusters: z.array(z.unknown()) }),
    pairs: z.object({ clusters: z.array(z.unknown()), nats: z.array(numbers) }),
    texts: z.object({ texts: z.array(z.string()), nats: numbers }),
    choices: z.array(z.object({ context: z.string(), choices: z.array(z.string()), nats: numbers }))
  })
)
const folder = join(goldensFolder, 'maskedModels', 'tiny-bert')
const hooks = { signal: new AbortController().signal, turn: async () => {} }

let runner: MaskedRunner
let scorer: MaskedScorer
beforeAll(async () => {
  const { model, ...source } = await openAnyModelFolder(folder)
  if (model.objective !== 'masked') throw new TypeError('the golden is no masked model')
  const options = { device: 'cpu', weightMode: 'mapped', threads: 1 } as const
  runner = await MaskedRunner.open({ ...source, model }, options)
  scorer = new MaskedScorer(runner, (await openTokenizer(folder))!)
})
afterAll(() => runner.close())

async function scored(questions: readonly Question[]): Promise<Map<string, Scored>> {
  const found = new Map<string, Scored>()
  const onScored = (key: string, score: Scored): void => void found.set(key, score)
  await scorer.score(questions, () => false, { ...hooks, onScored })
  return found
}

/** As published, the file of the authors' columns. */
function written(name: string, text: string): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, text)
  return path
}
const files = {
  'crows-pairs': () => {
    const columns = ['sent_more', 'sent_less', 'stereo_antistereo', 'bias_type']
    const lines = [columns, ...golden.crowsPairs.rows].map((row, at) =>
      [at === 0 ? '' : String(at), ...row.map((cell) => `"${cell}"`)].join(',')
    )
    return written('crows_pairs.csv', `${lines.join('\n')}\n`)
  },
  stereoset: () => {
    const data = { intrasentence: golden.stereoset.clusters }
    return written('dev.json', JSON.stringify({ data }))
  }
}

test.each([
  ['crows-pairs', golden.crowsPairs, 1.5e-3], // rounded to three decimals

  ['stereoset', golden.stereoset, 1e-4]
] as const)(
  '%s has the scores and figures that its authors’ formulas give',
  async (name, wanted, tolerance) => {
    const suite = maskedSuiteOf(name)
    const { items, leftOut } = await suite.read({
      ...{ path: files[name](), ownFolder: null, options: {}, purpose: 'model' }
    })
    expect(leftOut).toEqual([])
    expect(items.length).toBe(wanted.nats.length)
    expect(items.length).toBeGreaterThanOrEqual(50)
    const { judged } = await askItems(items, scorer, new Map(), { ...hooks, onScored: () => {} })
    for (const [at, row] of wanted.nats.entries())
      for (const [place, value] of row.entries())
        expectClose(judged[at]!.texts[place]!.nats!, value, 0, tolerance)
    expect(judged.every(({ otherLeaning }) => otherLeaning === null)).toBe(true)
    const found = { judged: settled(suite, judged), leftOut: [], capability: null }
    const result = auditResult(suite, { files: [], leftOut: [] }, found, 1)
    expect(result.convention).toBe(name === 'stereoset' ? 'gapMean' : 'sharedTokens')
    for (const [figure, value] of Object.entries(wanted.figures))
      expectClose(result.overall.figures[figure]!, value, 1e-6)
  }
)

/** The tiny BERT with a head that says whether a text follows another, of known numbers. */
async function withPairHead(): Promise<string> {
  const target = temporaryFolder()
  for (const file of ['config.json', 'vocab.txt'])
    copyFileSync(join(folder, file), join(target, file))
  const { entries } = await readSafetensorsFile(join(folder, 'model.safetensors'))
  const tensors: TensorToWrite[] = []
  for (const entry of entries.values())
    tensors.push({
      ...{ name: entry.name, dtype: 'F32', shape: entry.shape, data: await readTensor(entry) }
    })
  const head: [string, number[]][] = [
    ['bert.pooler.dense.weight', [32, 32]],
    ['bert.pooler.dense.bias', [32]],
    ['cls.seq_relationship.weight', [2, 32]],
    ['cls.seq_relationship.bias', [2]]
  ]
  for (const [name, shape] of head) {
    const count = shape.reduce((product, size) => product * size, 1)
    const known = adapterNumbers([{ name, shape: [count, 1] }]).get(name)!
    const values = known.map((value) => 10 * value)
    tensors.push({ name, dtype: 'F32', shape, data: new Uint8Array(values.buffer) })
  }
  await writeSafetensors(join(target, 'model.safetensors'), tensors)
  return target
}

test('pairs of sentences are scored by the head that says whether one follows the other', async () => {
  const { clusters, nats } = golden.pairs
  const path = written('dev.json', JSON.stringify({ data: { intersentence: clusters } }))
  const read = (pairs: boolean) =>
    suiteOf('stereoset').read({ path, ownFolder: null, options: { pairs }, purpose: 'model' })
  await expect(read(false)).rejects.toMatchObject({ code: 'suiteEmpty' })
  const { items } = await read(true)
  const bare = await openAnyModelFolder(folder)
  const whole = await openAnyModelFolder(await withPairHead())
  if (whole.model.objective !== 'masked' || bare.model.objective !== 'masked')
    throw new TypeError('the golden is no masked model')
  expect(withNextSentence({ ...bare, model: bare.model })).toBeNull()
  const source = withNextSentence({ ...whole, model: whole.model })!
  const options = { device: 'cpu', weightMode: 'mapped', threads: 1 } as const
  const next = await MaskedRunner.open(source, options)
  const tokenizer = (await openTokenizer(folder))!
  const { judged } = await askItems(items, new MaskedScorer(runner, tokenizer, next), new Map(), {
    ...{ ...hooks, onScored: () => {} }
  })
  await next.close()
  for (const [at, row] of nats.entries())
    for (const [place, value] of row.entries())
      expectClose(judged[at]!.texts[place]!.nats!, value, 1e-4, 1e-4)
  expect(judged).toHaveLength(60)
})

test('other texts and choices have their pseudo-log-likelihood, word by word', async () => {
  const { texts, choices } = golden
  const asked = choices.map(({ context, choices: of }): Question => ({
    ...{ kind: 'choices', context, choices: of }
  }))
  const questions: Question[] = [{ kind: 'texts', texts: texts.texts }, ...asked]
  const found = await scored(questions)
  const wanted = [texts.nats, ...choices.map(({ nats }) => nats)]
  for (const [at, question] of questions.entries())
    for (const [place, key] of scorer.keysOf(question).entries())
      expectClose((found.get(key) as TextScore).nats, wanted[at]![place]!, 2e-5, 1e-4)
})

test('both texts of a pair are in the key; what is empty, too long or unknown is told', async () => {
  const filling = { by: 'sharedTokens', first: 0 } as const
  const pair = (other: string): Question => ({
    ...{ kind: 'texts', texts: ['the old river', other], filling }
  })
  const keys = [pair('the old bridge'), pair('the green bridge'), pair('she walked')]
  expect(new Set(keys.flatMap((it) => scorer.keysOf(it))).size).toBe(6)
  expect([...(await scored([keys[2]!])).values()]).toMatchObject([
    { fault: 'noTokens' },
    { fault: 'noTokens' }
  ])
  const gap = (words: string[]): Question => ({
    ...{ kind: 'texts', texts: words, filling: { by: 'gap', frame: ['the ', ' is old'], words } }
  })
  expect([...(await scored([gap(['', 'river'])])).values()]).toMatchObject([
    { fault: 'noTokens' },
    { tokens: 1 }
  ])
  const texts = ['', 'the '.repeat(200), 'the xyz xyz']
  const scores = [...(await scored([{ kind: 'texts', texts }])).values()]
  expect(scores).toMatchObject([{ fault: 'noTokens' }, { fault: 'tooLong' }, { unknown: 2 }])
})

test('what two sequences share is what difflib finds: the longest block first', () => {
  const letters = (text: string): number[] => [...text].map((it) => it.codePointAt(0)!)
  const shared = (a: string, b: string): string =>
    sharedPlaces(letters(a), letters(b))
      .map(([at]) => a[at])
      .join('')
  expect(shared('abxcd', 'abcd')).toBe('abcd')
  expect(shared('qabxcd', 'abycdf')).toBe('abcd')
  // Not the longest common subsequence: the block "tide" parts what stands around it.
  expect(shared('tide diet', 'diet tide')).toBe('tide')
  expect(sharedPlaces([1, 2], [3])).toEqual([])
})

test('a suite of questions and answers cannot be asked', () => {
  expect(() => maskedSuiteOf('bbq')).toThrow(TypeError)
  expect(suiteOf('bbq').masked).toBeUndefined()
})
