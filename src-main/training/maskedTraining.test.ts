// Training of models that fill gaps: adapters and whole runs against torch and peft, rows that are shared,
// files that come back; and which gaps a run chooses.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openAnyModelFolder, openModelText, type ModelFolder } from '../models/modelFolder'
import type { AnyModel } from '../models/architecture'
import { readParameters } from '../models/parameters'
import { TrainingRunner, type TrainingSequence } from '../models/trainingRunner'
import { adapterGolden, adapterNumbers } from '../testing/adapterGoldens'
import { expectClose } from '../testing/closeTo'
import { goldensFolder, readGolden } from '../testing/goldens'
import { temporaryFolder } from '../testing/temporaryFolder'
import { expectSummaries, summarySchema } from '../testing/trainingGoldens'
import { planOf } from '../testing/trainingPlans'
import { readAdapter } from './adapterFiles'
import { initialState } from './checkpoint'
import { DataPlan, type DataSettings } from './dataPlan'
import { gapTokens } from './gapTokens'
import { evaluationStep, gapWeights, withGaps, type Masking } from './masking'
import { trainingPlanSchema } from './plan'
import { trainedTensors } from './startingState'
import { writeTrainedAdapter, writeTrainedModel } from './trainedModel'
import { Trainer } from './trainer'

const sequenceSchema = z.object({
  ...{ ids: z.array(z.number()), targets: z.array(z.number()), weights: z.array(z.number()) }
})
const batchSchema = z.object({ training: z.object({ batch: z.array(sequenceSchema) }) })
const { runs } = readGolden(
  'maskedModels/runs.json',
  z.object({
    runs: z.record(
      z.string(),
      z.object({
        plan: trainingPlanSchema.partial().required({ steps: true }),
        losses: z.array(z.number()),
        gradientNorms: z.array(z.number()),
        changes: z.record(z.string(), summarySchema)
      })
    )
  })
)
const onCpu = { device: 'cpu', threads: 1, recompute: false } as const
const folderOf = (name: string): string => join(goldensFolder, 'maskedModels', name)
const opened = (name: string): Promise<ModelFolder<AnyModel>> => openAnyModelFolder(folderOf(name))
const sequencesOf = (name: string): TrainingSequence[] =>
  readGolden(`maskedModels/${name}/expected.json`, batchSchema).training.batch

describe.each(['tiny-bert', 'tiny-bert-first'])('adapters beside %s', (name) => {
  const golden = adapterGolden(`maskedModels/${name}`)

  test("give peft's gradients and, merged, peft's weights", async () => {
    const source = await opened(name)
    const sequences = sequencesOf(name)
    const sizes = { batch: sequences.length, time: sequences[0]!.ids.length }
    const adapters = { settings: golden.settings, frozen: source.weights }
    const runner = await TrainingRunner.open(source.model, sizes, { ...onCpu, adapters })
    const values = adapterNumbers(runner.parameters)
    const step = await runner.run(
      values,
      sequences.map((it) => [it])
    )
    await runner.close()
    expectClose(step.loss, golden.loss, 1e-4)
    expect([...step.gradients.keys()].sort()).toEqual(Object.keys(golden.gradients).sort())
    expectSummaries(step.gradients, golden.gradients, 1e-4)

    const method = { type: 'lora', ...golden.settings } as const
    const [merged, alone] = [join(temporaryFolder(), 'merged'), join(temporaryFolder(), 'adapter')]
    await writeTrainedModel(source, method, values, merged)
    expectSummaries(await readParameters(await openAnyModelFolder(merged)), golden.merged, 1e-6)
    await writeTrainedAdapter(source, { settings: golden.settings, values }, alone, name)
    expect(await readAdapter(alone, source.model)).toEqual({ settings: golden.settings, values })
    // By the names that transformers has, whatever the checkpoint's are.
    const written = readFileSync(join(alone, 'adapter_model.safetensors')).toString('latin1')
    expect(written).toContain(
      'base_model.model.bert.encoder.layer.0.attention.self.query.lora_A.weight'
    )
    expect(written).toContain('base_model.model.cls.predictions.transform.dense.lora_B.weight')
  })
})

test.each(Object.entries(runs))('a run follows torch, %s', async (_title, golden) => {
  const source = await opened('tiny-bert')
  const sequences = sequencesOf('tiny-bert')
  const plan = planOf({ ...golden.plan, batch: 2, time: sequences[0]!.ids.length })
  const values =
    plan.method.type === 'full'
      ? await readParameters(source)
      : adapterNumbers(trainedTensors(source, plan), true)
  const before = new Map([...values].map(([key, numbers]) => [key, numbers.slice()]))
  const options = { threads: 1, weights: source.weights }
  const trainer = await Trainer.open(source.model, plan, initialState(values), options)
  for (const [step, loss] of golden.losses.entries()) {
    const rows = [sequences[step % 3]!, sequences[(step + 1) % 3]!]
    const report = await trainer.step([rows.map((row) => [row])])
    expect(report.outcome).toBe('updated')
    expectClose(report.loss, loss, 1e-3)
    expectClose(report.gradientNorm, golden.gradientNorms[step]!, 2e-3)
  }
  const learned = await trainer.values()
  const changes = [...learned].map(([key, numbers]): [string, Float32Array] => {
    const first = before.get(key)!
    return [key, numbers.map((value, place) => value - first[place]!)]
  })
  await trainer.close()
  // A key's bias moves no attention: its gradients are rounding alone.
  const moving = Object.entries(golden.changes).filter(([key]) => !key.endsWith('.self.key.bias'))
  expectSummaries(new Map(changes), Object.fromEntries(moving), 2e-3)
})

test('sequences that share a row are read as in rows of their own', async () => {
  const source = await opened('tiny-bert')
  const [a, b, c] = sequencesOf('tiny-bert')
  const values = await readParameters(source)
  const lossOf = async (batch: TrainingSequence[][], sizes: { batch: number; time: number }) => {
    const runner = await TrainingRunner.open(source.model, sizes, { ...onCpu, outputs: 'loss' })
    const loss = await runner.loss(values, batch)
    await runner.close()
    return loss
  }
  const apart = await lossOf([[a!], [b!], [c!]], { batch: 3, time: 24 })
  const empty = { ids: [0, 0, 0], weights: [0, 0, 0], targets: [0, 0, 0] }
  const together = await lossOf([[b!, empty, c!], [a!]], { batch: 2, time: 40 })
  expectClose(together, apart, 1e-5)
})

const masking: Masking = { seed: 7, maskId: 4, vocabularySize: 80, wholeWords: false }
const long = Array.from({ length: 400 }, (_, at) => 5 + (at % 75))
const everywhere = long.map(() => gapWeights.begins)
const place = { step: 3, ordinal: 12, piece: 0 }
const gapsOf = ({ weights }: { weights: readonly number[] }): number[] =>
  weights.flatMap((weight, at) => (weight === 1 ? [at] : []))

test('15 % of the tokens become gaps: most a mask, some another token, some stay', () => {
  const counts = { mask: 0, other: 0, same: 0 }
  for (let step = 0; step < 30; step++) {
    const { ids, targets, weights } = withGaps(long, everywhere, { ...place, step }, masking)
    expect(targets).toEqual(long)
    expect(gapsOf({ weights })).toHaveLength(60)
    for (const at of gapsOf({ weights }))
      counts[ids[at] === 4 ? 'mask' : ids[at] === long[at] ? 'same' : 'other']++
    expect(ids.every((id, at) => weights[at] === 1 || id === long[at])).toBe(true)
  }
  expectClose(counts.mask / 1800, 0.8, 0, 0.03)
  expectClose(counts.other / 1800, 0.1, 0, 0.025)
  expectClose(counts.same / 1800, 0.1, 0, 0.025)
})

test('gaps follow from seed, step, record and piece alone; those that are measured with stay', () => {
  const drawn = (where: Partial<typeof place>, seed = 7): string =>
    gapsOf(withGaps(long, everywhere, { ...place, ...where }, { ...masking, seed })).join()
  expect(drawn({})).toBe(drawn({}))
  const others = [drawn({ step: 4 }), drawn({ ordinal: 13 }), drawn({ piece: 1 }), drawn({}, 8)]
  expect(new Set([drawn({}), ...others]).size).toBe(5)
  expect(drawn({ step: evaluationStep })).toBe(drawn({ step: evaluationStep }))
  // One gap at least, and none where nothing may be one.
  const few = withGaps([2, 9, 3], [0, 1, 0], place, masking)
  expect(few.weights).toEqual([0, 1, 0])
  expect(withGaps([2, 9, 3], [0, 0, 0], place, masking).weights).toEqual([0, 0, 0])
})

test('whole words are hidden whole', () => {
  const words = long.map((_, at) => (at % 4 === 0 ? gapWeights.begins : gapWeights.goesOn))
  const { weights } = withGaps(long, words, place, { ...masking, wholeWords: true })
  const gaps = gapsOf({ weights })
  expect(gaps).toHaveLength(60)
  for (let word = 0; word < long.length; word += 4)
    expect(new Set(weights.slice(word, word + 4)).size).toBe(1)
})

const settings: DataSettings = {
  ...{ epochs: 2, batch: 2, accumulation: 1, sequenceLength: 12, answersOnly: false, seed: 5 },
  ...{ validationShare: 0, rehearsalShare: null, gaps: { wholeWords: false } }
}
const record = (ordinal: number, text: string) => ({
  ...{ ordinal, firstOrdinal: ordinal, isSensitive: false, isKeptOut: ordinal === 9 },
  parts: [{ role: 'text' as const, text }]
})

test('a plan with holes has the same gaps in what remains, and keeps them in its file', async () => {
  const text = await openModelText(folderOf('tiny-bert'))
  const texts = ['the river', 'the old bridge is green', 'she walked in the city and he said no']
  const records = [...texts, ...texts, ...texts].map((it, at) => record(at + 1, it))
  const names = { model: 'tiny-bert', dataset: 'words' }
  const { plan } = DataPlan.make(records, text, names, settings)
  const holed = plan.without(new Set([2]))
  expect(holed.sha256).not.toBe(plan.sha256)
  let emptied = 0
  for (let step = 0; step < plan.facts.steps; step++) {
    const [before, after] = [plan.batchesOf(step).flat(2), holed.batchesOf(step).flat(2)]
    for (const [at, sequence] of before.entries()) {
      expect(sequence.weights).toContain(1)
      if (after[at]!.weights.includes(1)) expect(after[at]).toEqual(sequence)
      else {
        emptied++
        expect(after[at]!.ids).toEqual(sequence.ids.map(() => 0))
      }
    }
  }
  expect(emptied).toBe(2) // once in each pass
  expect(plan.batchesOf(0)).not.toEqual(plan.batchesOf(plan.facts.epochStarts[1]!))
  expect(plan.evaluationBatches()).toEqual(plan.evaluationBatches())
  const path = join(temporaryFolder(), 'data.safetensors')
  await plan.write(path)
  const read = await DataPlan.read(path)
  expect(read.sha256).toBe(plan.sha256)
  expect(read.batchesOf(1)).toEqual(plan.batchesOf(1))
  // What is looked for when records are erased are the tokens themselves.
  expect([...plan.sequences()][0]!.ids).not.toContain(text.tokenizer!.maskId)
})

test('a text stands between the tokens that begin and end one, a longer one in pieces', async () => {
  const { tokenizer } = await openModelText(folderOf('tiny-bert'))
  const parts = [
    { role: 'user' as const, text: 'the river [MASK]' },
    { role: 'assistant' as const, text: 'painted bridges' }
  ]
  const tokens = (answersOnly: boolean, time: number) =>
    gapTokens(parts, { tokenizer }, 'tiny-bert', { answersOnly, time }).sequences
  const [whole] = tokens(false, 40)
  expect(whole!.ids).toEqual(tokenizer!.encode('the river [MASK] painted bridges'))
  const never = new Set([2, 3, 4]) // what begins and ends a text, and a gap that stood in it
  expect(whole!.weights.every((weight, at) => (weight === 0) === never.has(whole!.ids[at]!))).toBe(
    true
  )
  expect(whole!.weights).toContain(gapWeights.goesOn)
  const [answer] = tokens(true, 40)
  expect(answer!.weights.slice(0, 4)).toEqual([0, 0, 0, 0])
  const pieces = tokens(false, 6)
  expect(pieces.length).toBeGreaterThan(1)
  for (const { ids } of pieces) {
    expect(ids.length).toBeLessThanOrEqual(6)
    expect([ids[0], ids.at(-1)]).toEqual([2, 3])
  }
  expect(() => gapTokens(parts, { tokenizer: null }, 'x', { answersOnly: false, time: 9 })).toThrow(
    expect.objectContaining({ code: 'noTokenizer' })
  )
})
