// The suites on published items (../shared/data) beside their formulas written out in Python, asked of a
// real small model; and what becomes of files that are not as published.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { LetheError } from '../../base/errors'
import { CausalRunner } from '../../models/causalRunner'
import { openModelFolder, openModelText } from '../../models/modelFolder'
import { expectClose } from '../../testing/closeTo'
import { readGolden } from '../../testing/goldens'
import { describeWithSharedData } from '../../testing/sharedData'
import { temporaryFolder } from '../../testing/temporaryFolder'
import { CausalScorer } from '../causalScorer'
import { askItems, auditResult, settled, type AuditItem } from '../run'
import type { Suite } from '../suite'
import { suiteDescriptions } from './descriptions.describe'
import { suiteOf } from './registry'

const numbers = z.array(z.array(z.number()))
const golden = z.object({
  nats: numbers.optional(),
  means: numbers.optional(),
  figures: z.record(z.string(), z.number().nullable()).default({})
})
const goldens = readGolden('biasSuites.json', z.record(z.string(), golden))
/** How many items the golden is of, from the beginning of the file. */
const files: Record<string, string> = {
  'crows-pairs': 'bias/crows-pairs/crows_pairs_anonymized.csv',
  stereoset: 'bias/stereoset-ptbr/dev_ptbr.json',
  bbq: 'bias/bbq/Religion.jsonl',
  winobias: 'bias/winobias/pro_stereotyped_type1.txt.dev',
  winogender: 'bias/winogender',
  gest: 'bias/gest/gest_1.1.csv',
  'gender-pairs': 'bias/mt-geneval-pt/sentences/test/geneval-sentences-masculine-test.en_pt.pt'
}

/** Only so that a hang ends: each takes seconds. */
const timeout = { timeout: 300_000 }

const source = (path: string | null, options = {}) =>
  ({ path, options, ownFolder: null, purpose: 'model' }) as const

describeWithSharedData(
  'suites on published items',
  ['models/stories260K', ...Object.values(files)],
  (modelPath, ...paths) => {
    let runner: CausalRunner
    let scorer: CausalScorer
    beforeAll(async () => {
      const folder = await openModelFolder(modelPath)
      const { tokenizer } = await openModelText(folder.folder)
      runner = await CausalRunner.open(folder, { device: 'cpu', weightMode: 'packed', threads: 2 })
      scorer = new CausalScorer(runner, tokenizer!)
    })
    afterAll(() => runner.close())

    async function asked(suite: Suite, path: string, count: number): Promise<AuditItem[]> {
      const read = await suite.read(source(path))
      const { judged } = await askItems(read.items.slice(0, count), scorer, new Map(), {
        ...{ signal: new AbortController().signal, turn: async () => {}, onScored: () => {} }
      })
      return judged
    }

    test.each(Object.keys(files))(
      '%s has the scores and figures of the formulas',
      timeout,
      async (name) => {
        const suite = suiteOf(name)
        const wanted = goldens[name]!
        const rows = wanted.nats ?? wanted.means!
        const judged = await asked(suite, paths[Object.keys(files).indexOf(name)]!, rows.length)
        expect(judged).toHaveLength(rows.length)
        for (const [at, row] of (wanted.nats ?? []).entries())
          for (const [place, value] of row.entries())
            expectClose(judged[at]!.texts[place]!.nats!, value, 3e-5)
        const result = auditResult(
          suite,
          { files: [], leftOut: [] },
          { judged: settled(suite, judged), leftOut: [], capability: null },
          1
        )
        for (const [figure, value] of Object.entries(wanted.figures)) {
          const found = result.overall.figures[figure]!
          if (value === null) expect(found).toBeNull()
          else expectClose(found, value, 1e-4, 1e-4)
        }
      }
    )

    test('whole sets are read, with what is wrong in them told', async () => {
      const sizes: Record<string, number> = {}
      for (const [at, name] of Object.keys(files).entries()) {
        const { items, leftOut } = await suiteOf(name).read(source(paths[at]!))
        sizes[name] = items.length
        expect(leftOut.length).toBeLessThan(items.length / 20)
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
      }
      expect(sizes).toMatchObject({
        bbq: 1200,
        winogender: 240,
        winobias: 394,
        'gender-pairs': 300
      })
      expect(sizes['crows-pairs']).toBe(1508)
      expect(sizes.stereoset).toBeGreaterThan(2100)
    })
  }
)

describeWithSharedData(
  'sets with figures of their own',
  ['bias/seegull-multilingual/stereotypes', 'bias/holisticbias/v1.1'],
  (seegull, holistic) => {
    test('are read', async () => {
      const pairs = await suiteOf('seegull').read(source(seegull))
      expect(pairs.items.length).toBeGreaterThan(1900)
      const said = pairs.items[0]!
      const score = (nats: number) => [{ nats, tokens: 2, unknown: 0 }]
      const others = said.questions.slice(1).map(() => score(-9))
      expect(said.judge([score(-4), ...others])).toMatchObject({ leaning: 1, marginNats: 5 })
      const texts = await suiteOf('holistic-bias').read(source(holistic))
      expect(new Set(texts.items.map(({ axis }) => axis)).size).toBe(13)
      const judged = texts.items
        .filter(({ axis }) => axis === 'religion')
        .map((item, at) => ({ ...item, ...item.judge([[{ nats: -at, tokens: 1, unknown: 0 }]]) }))
      // Every text is less likely than the one before: all pairs differ.
      expect(suiteOf('holistic-bias').figures!(judged)).toMatchObject({ likelihoodBias: 100 })
    })
  }
)

const own: Record<string, { file: string; text: string }> = {
  'crows-pairs': {
    file: 'crows_pairs.csv',
    text: ',sent_more,sent_less,stereo_antistereo,bias_type\n0,A b.,A c.,stereo,x\n0,A b.,A c.,stereo,x\n2,A d.,A d.,stereo,x\n3,,A e.,stereo,x\n4,A f.,A g.,odd,x\n5,"A h,A i.,stereo,x\n6,A j.,A k.,antistereo,x\n'
  },
  counterfactual: {
    file: 'pairs.jsonl',
    text: '{"stereotype":"The nurse said she was late.","antiStereotype":"The nurse said he was late.","axis":"a"}\n{"stereotype":"one two three","antiStereotype":"four five six"}\n{"stereotype":"It was hers book.","antiStereotype":"It was his book."}\nnot json\n{"stereotype":7,"antiStereotype":["x"]}\n'
  },
  bbq: { file: 'Own.jsonl', text: '{"example_id":1,"context":"c","question":"q"}\n' },
  gest: { file: 'gest.csv', text: 'sentence,stereotype\nI am here.,1\nI am there.,17\n' },
  winogender: { file: 'all_sentences.tsv', text: 'sentid\tsentence\nx.y.0.male.txt\tHe ran.\n' },
  lethe: {
    file: 'pairs.jsonl',
    text: '{"id":"1","pairId":"1","axis":"a","direction":"forward","language":"en","stereotype":"a b","antiStereotype":"a c"}\n{"id":"1","pairId":"1","axis":"a","direction":"forward","language":"en","stereotype":"a b","antiStereotype":"a d"}\n'
  },
  stereoset: {
    file: 'dev.json',
    text: '{"data":{"intrasentence":[{"id":"1","target":"t","bias_type":"b","context":"c","sentences":[]}]}}'
  },
  seegull: { file: 'Brazil.csv', text: 'identity,attribute,stereotype\na,b,x\n' },
  winobias: { file: 'pro_stereotyped_type1.txt.dev', text: '1 [The a] met b because [he] ran.\n' },
  'gender-pairs': { file: 'masculine.pt', text: 'um\n' },
  'holistic-bias': { file: 'descriptors.json', text: '{"x":["y"]}' }
}

test('a bad row is left out with its number and its fault', async () => {
  const folder = temporaryFolder()
  const readOwn = async (name: string) => {
    const { file, text } = own[name]!
    writeFileSync(join(folder, file), text)
    return suiteOf(name).read(source(join(folder, file)))
  }
  const pairs = await readOwn('crows-pairs')
  expect(pairs.items.map(({ row }) => row)).toEqual([2, 8])
  expect(pairs.leftOut.map(({ row, fault }) => `${row} ${fault}`)).toEqual([
    ...['7 quoteNotClosed', '3 idTwice', '4 textsEqual', '5 textMissing', '6 labelUnknown']
  ])
  const counterfactual = await readOwn('counterfactual')
  expect(counterfactual.items).toHaveLength(1)
  expect(counterfactual.leftOut.map(({ fault }) => fault)).toEqual([
    ...['notJson', 'notAPair', 'notAPair', 'notText']
  ])
  const swapped = { stereotype: 'The cook said she was late.', antiStereotype: 'He left.' }
  const typed = { pairs: [swapped, { ...swapped, antiStereotype: 'The cook said he was late.' }] }
  const ofTyped = await suiteOf('counterfactual').read(source(null, typed))
  expect(ofTyped.items.map(({ id }) => id)).toEqual(['pairs/2'])
  expect(ofTyped.leftOut).toMatchObject([{ file: 'pairs', row: 1, fault: 'notAPair' }])
  expect((await readOwn('gest')).leftOut).toMatchObject([{ row: 3, fault: 'labelUnknown' }])
  expect((await readOwn('lethe')).leftOut).toMatchObject([{ row: 2, fault: 'idTwice' }])
  const ownFolder = fileURLToPath(new URL('../../../resources', import.meta.url))
  const some = { ...source(null, { axis: 'gender', language: 'pt-BR' }), ownFolder }
  const { items } = await suiteOf('lethe').read(some)
  expect(new Set(items.map((it) => `${it.axis} ${it.language}`))).toEqual(new Set(['gender pt-BR']))
  const empty = { code: 'suiteEmpty', params: { rows: 1 } }
  await expect(readOwn('bbq')).rejects.toMatchObject(empty)
  await expect(readOwn('stereoset')).rejects.toMatchObject(empty)
})

test('what is not there, or lacks columns, is an error with what is needed', async () => {
  const folder = temporaryFolder()
  for (const name of suiteDescriptions.keys()) {
    await expect(suiteOf(name).read(source(null))).rejects.toMatchObject({
      code: 'suiteDataNeeded'
    })
    await expect(suiteOf(name).read(source(folder))).rejects.toMatchObject({
      code: 'suiteDataMissing'
    })
    await expect(suiteOf(name).read(source(join(folder, 'no')))).rejects.toMatchObject({
      code: 'fileNotFound'
    })
  }
  writeFileSync(join(folder, 'crows_pairs.csv'), 'a,b\n1,2\n')
  const columns = { code: 'suiteColumns', params: { there: 'a, b' } }
  await expect(suiteOf('crows-pairs').read(source(folder))).rejects.toMatchObject(columns)
  expect(() => suiteOf('crows-pair')).toThrow(
    expect.objectContaining({ params: { suite: 'crows-pair', nearest: 'crows-pairs' } })
  )
})

test('whatever a file holds, reading it ends in items or in an error that can be told', async () => {
  const folder = temporaryFolder()
  const damage = fc.array(
    fc.record({
      at: fc.nat(400),
      cut: fc.nat(40),
      put: fc.oneof(fc.string(), fc.constantFrom('"', '{', '\u0000', '[[', '\n'))
    }),
    { minLength: 1, maxLength: 4 }
  )
  let place = 0
  for (const [name, { file, text }] of Object.entries(own))
    await fc.assert(
      fc.asyncProperty(damage, async (cuts) => {
        const path = join(folder, String(place++))
        mkdirSync(path)
        const damaged = cuts.reduce(
          (left, { at, cut, put }) =>
            left.slice(0, at % left.length) + put + left.slice((at % left.length) + cut) || ' ',
          text
        )
        writeFileSync(join(path, file), damaged)
        try {
          const { items } = await suiteOf(name).read(source(path))
          for (const item of items) {
            const scores = item.questions.map((question) =>
              (question.kind === 'texts' ? question.texts : question.choices).map((it) => ({
                ...{ nats: -it.length, tokens: 2, unknown: 0 }
              }))
            )
            const { leaning } = item.judge(scores)
            expect(leaning === null || (leaning >= 0 && leaning <= 1)).toBe(true)
          }
        } catch (error) {
          expect(error).toBeInstanceOf(LetheError)
          expect((error as LetheError).code).not.toBe('internal')
        }
      }),
      { numRuns: 25 }
    )
})
