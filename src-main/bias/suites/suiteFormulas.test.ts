// Suites whose figures are more than sums, beside their formulas written out in Python: associations of
// vectors, stances, scenes, planted words, counts of written words. Asked of real small models.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { CausalRunner } from '../../models/causalRunner'
import { MaskedRunner } from '../../models/maskedRunner'
import { openAnyModelFolder, openModelFolder, openModelText } from '../../models/modelFolder'
import { expectClose } from '../../testing/closeTo'
import { goldensFolder, readGolden } from '../../testing/goldens'
import { describeWithSharedData } from '../../testing/sharedData'
import { StreamDecoder, type Tokenizer } from '../../text/tokenizer'
import { ModelAsker } from '../asker'
import { associationKey, scoreAssociations } from '../association'
import { CausalScorer } from '../causalScorer'
import { askItems, auditResult, settled, type Asked, type AuditResult } from '../run'
import type { Scored } from '../scorer'
import { CausalVectors, MaskedVectors } from '../sentenceVectors'
import type { AnyQuestion, AssociationQuestion, SuiteModel, WritingQuestion } from '../suite'
import { measuresOf } from '../writtenMeasures'
import { write, writingKey } from '../writer'
import { suiteOf } from './registry'

const numbers = z.array(z.number())
const figures = z.record(z.string(), z.number().nullable())
const vectors = z.object({
  tests: z.record(z.string(), z.tuple([z.number(), z.number()])),
  associations: z.record(z.string(), numbers)
})
const goldens = readGolden(
  'biasFormulas.json',
  z.object({
    seegull: z.object({ nats: z.array(numbers), margins: z.array(z.number().nullable()), figures }),
    'holistic-bias': z.object({ nats: z.array(numbers), figures }),
    weat: z.record(z.string(), vectors),
    stance: z.object({ margins: numbers, figures }),
    'common-sense': z.object({ nats: z.array(numbers), figures }),
    'context-limit': z.object({ nats: z.array(numbers) }),
    bold: z.object({ counts: z.array(numbers), written: z.array(numbers) })
  })
)

const ownFolder = fileURLToPath(new URL('../../../resources', import.meta.url))
const hooks = { signal: new AbortController().signal, turn: async () => {} }
/** Only so that a hang ends: each takes seconds. */
const timeout = { timeout: 300_000 }

function resultOf(name: string, { judged }: Asked): AuditResult {
  const suite = suiteOf(name)
  const found = { judged: settled(suite, judged), leftOut: [], capability: null }
  return auditResult(suite, { files: [], leftOut: [] }, found, 1)
}

function expectFigures(
  found: Readonly<Record<string, number | null>>,
  wanted: Readonly<Record<string, number | null>>
): void {
  expect(Object.keys(found).sort()).toEqual(Object.keys(wanted).sort())
  for (const [name, value] of Object.entries(wanted)) expectClose(found[name]!, value!, 1e-6)
}

describeWithSharedData(
  'suites with formulas of their own',
  [
    ...['models/stories260K', 'bias/seegull-multilingual/stereotypes', 'bias/holisticbias/v1.1'],
    'bias/bold/profession_prompt.json'
  ],
  (modelPath, seegull, holistic, bold) => {
    let runner: CausalRunner
    let tokenizer: Tokenizer
    let asker: ModelAsker
    let model: SuiteModel
    beforeAll(async () => {
      const folder = await openModelFolder(modelPath)
      tokenizer = (await openModelText(folder.folder)).tokenizer!
      runner = await CausalRunner.open(folder, {
        ...{ device: 'cpu', weightMode: 'packed', threads: 2, showsHidden: true }
      })
      asker = new ModelAsker({
        ...{ modelName: 'stories260K', scorer: new CausalScorer(runner, tokenizer) },
        ...{ vectors: new CausalVectors(runner, tokenizer), writer: { runner, tokenizer } }
      })
      model = {
        ...{ objective: 'causal', contextTokens: runner.shape.contextLength },
        tokensOf: (text) => tokenizer.encode(text, { addSpecialTokens: false }).length
      }
    })
    afterAll(() => runner.close())

    async function asked(
      name: string,
      path: string | null,
      { options = {}, count = Infinity }: { options?: Record<string, unknown>; count?: number } = {}
    ): Promise<Asked> {
      const source = { path, options, ownFolder, purpose: 'model', model } as const
      const { items } = await suiteOf(name).read(source)
      const some = items.slice(0, count)
      return askItems(some, asker, new Map(), { ...hooks, onScored: () => {} })
    }

    function expectNats({ judged }: Asked, wanted: readonly (readonly number[])[]): void {
      expect(judged).toHaveLength(wanted.length)
      for (const [at, row] of wanted.entries())
        for (const [place, value] of row.entries())
          expectClose(judged[at]!.texts[place]!.nats!, value, 3e-5)
    }

    test('SeeGULL: an attribute beside the mean of others', timeout, async () => {
      const wanted = goldens.seegull
      const found = await asked('seegull', seegull, { count: wanted.nats.length })
      expectNats(found, wanted.nats)
      for (const [at, margin] of wanted.margins.entries())
        if (margin === null) expect(found.judged[at]!.leaning).toBeNull()
        else expectClose(found.judged[at]!.marginNats!, margin, 3e-5, 1e-4)
      expectFigures(resultOf('seegull', found).overall.figures, wanted.figures)
    })

    test('HolisticBias: pairs that Mann and Whitney tell apart', timeout, async () => {
      const { nats, figures: wanted } = goldens['holistic-bias']
      const found = await asked('holistic-bias', holistic, { count: nats.length })
      expectNats(found, nats)
      expect(found.judged.length).toBeGreaterThanOrEqual(50)
      expectFigures(resultOf('holistic-bias', found).overall.figures, wanted)
    })

    test.each([
      ['usual', 'lastToken'],
      ['mean', 'mean']
    ])('WEAT, pooling %s: s, d and p', timeout, async (pooling, name) => {
      const { tests, associations } = goldens.weat[name]!
      const found = await asked('weat', null, { options: { pooling } })
      const { parts } = resultOf('weat', found)
      expect(Object.keys(parts).sort()).toEqual(Object.keys(tests).sort())
      for (const [named, [effect, pValue]] of Object.entries(tests)) {
        expectClose(parts[named]!.effectSize!, effect, 2e-4, 2e-4)
        // Sums that nearly tie may change places.
        expectClose(parts[named]!.pValue!, pValue, 0, 2e-3)
        expect(parts[named]).toMatchObject({ targets: 16, exact: 1, partitions: 12_870 })
      }
      for (const [named, values] of Object.entries(associations)) {
        const own = found.judged.filter(({ axis, language }) => `${axis} (${language})` === named)
        // There frame by frame, here word by word.
        const byFrame = [0, 1].flatMap((set) =>
          [0, 1].flatMap((frame) =>
            own.slice(16 * set, 16 * set + 16).filter((_, at) => at % 2 === frame)
          )
        )
        expect(values).toHaveLength(32)
        for (const [at, value] of values.entries())
          expectClose(byFrame[at]!.counts.association!, value, 0, 2e-5)
      }
    })

    test('a stance is the mean over wordings and orders', timeout, async () => {
      const { margins, figures: wanted } = goldens.stance
      const found = await asked('stance', null, { count: margins.length })
      for (const [at, margin] of margins.entries())
        expectClose(found.judged[at]!.counts.margin!, margin, 1e-4, 1e-5)
      expect(resultOf('stance', found).overall.figures).toMatchObject(wanted)
    })

    test('scenes and planted words have their log-likelihoods', timeout, async () => {
      const { nats, figures: wanted } = goldens['common-sense']
      const scenes = await asked('common-sense', null, { count: nats.length })
      expectNats(scenes, nats)
      const right = scenes.judged.filter(({ leaning }) => leaning === 1).length
      expectClose((100 * right) / nats.length, wanted.right!, 1e-6)
      const planted = goldens['context-limit'].nats
      const options = { longest: 256 }
      expectNats(await asked('context-limit', null, { options, count: planted.length }), planted)
    })

    test(
      'BOLD: what a model writes, kept or written anew, and what is counted in it',
      timeout,
      async () => {
        const prompts = (
          await suiteOf('bold').read({
            ...{ path: bold, options: { perGroup: 5000 }, ownFolder, purpose: 'model' }
          })
        ).items.map(({ texts }) => texts[0]!.text)
        const { counts, written } = goldens.bold
        const chosen = prompts.slice(0, 6000).filter((_, at) => at % 100 === 0)
        const found = chosen.map((text) => {
          const { words, masculine, feminine, good, bad, refusal, repeated } = measuresOf(text)
          return [words, masculine, feminine, good, bad, refusal, repeated]
        })
        expect(found).toEqual(counts)
        const beginnings = prompts.slice(0, 2000).filter((_, at) => at % 40 === 0)
        const questions = beginnings.map((prompt): WritingQuestion => ({
          ...{ kind: 'writing', prompt, tokens: 12, temperature: 0, topP: 1, seed: 1 }
        }))
        const told = new Map<string, Scored>()
        const onScored = (key: string, score: Scored): void => void told.set(key, score)
        await write({ runner, tokenizer }, questions, () => false, { ...hooks, onScored })
        expect(written).toHaveLength(50)
        for (const [at, ids] of written.entries()) {
          const decoder = new StreamDecoder(tokenizer)
          const text = ids.map((id) => decoder.push(id)).join('') + decoder.flush()
          const score = told.get(writingKey(questions[at]!))
          expect(score).toMatchObject({ tokens: ids.length, written: text })
        }
      }
    )
  }
)

describe('vectors of a masked model', () => {
  let runner: MaskedRunner
  let model: MaskedVectors
  beforeAll(async () => {
    const folder = await openAnyModelFolder(join(goldensFolder, 'maskedModels', 'tiny-bert'))
    if (folder.model.objective !== 'masked') throw new TypeError('not masked')
    const source = { ...folder, model: folder.model }
    runner = await MaskedRunner.open(source, {
      ...{ device: 'cpu', weightMode: 'packed', threads: 1, showsHidden: true }
    })
    model = new MaskedVectors(runner, (await openModelText(folder.folder)).tokenizer!)
  })
  afterAll(() => runner.close())

  test.each(['firstToken', 'mean'])(
    '%s: associations are those of transformers',
    async (pooling) => {
      const options = { pooling }
      const source = { path: null, options, ownFolder, purpose: 'model' } as const
      const { items } = await suiteOf('weat').read(source)
      const wanted = goldens.weat[`bert ${pooling}`]!.associations
      const own = items.filter(({ axis, language }) => `${axis} (${language})` in wanted)
      const isAssociation = (it: AnyQuestion): it is AssociationQuestion =>
        it.kind === 'association'
      const questions = own.flatMap((item) => item.questions.filter(isAssociation))
      const found = new Map<string, Scored>()
      const onScored = (key: string, score: Scored): void => void found.set(key, score)
      await scoreAssociations(model, questions, () => false, { ...hooks, onScored })
      const nats = questions.map((question) => {
        const score = found.get(associationKey(question))!
        if ('fault' in score) throw new Error(score.fault)
        return score.nats
      })
      const byWord = Object.values(wanted).flatMap((values) =>
        // Of each set of eight words: there frame by frame, here word by word.
        [0, 1].flatMap((set) =>
          Array.from({ length: 16 }, (_, at) => values[16 * set + 8 * (at % 2) + (at >> 1)]!)
        )
      )
      expect(nats).toHaveLength(64)
      for (const [at, value] of byWord.entries()) expectClose(nats[at]!, value, 0, 2e-5)
    }
  )
})
