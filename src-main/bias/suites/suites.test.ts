// The suites on published items (../shared/data) beside their formulas written out in Python, asked of a
// real small model.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { CausalRunner } from '../../models/causalRunner'
import { openModelFolder, openModelText } from '../../models/modelFolder'
import { expectClose } from '../../testing/closeTo'
import { readGolden } from '../../testing/goldens'
import { describeWithSharedData } from '../../testing/sharedData'
import { CausalScorer } from '../causalScorer'
import { askItems, auditResult, settled, type AuditItem } from '../run'
import type { Suite } from '../suite'
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
