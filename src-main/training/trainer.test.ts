// Whole runs against torch's; what a step without weight, a diverging one and a stop do.
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openModelFolder } from '../models/modelFolder'
import { readParameters } from '../models/parameters'
import type { TrainingSequence } from '../models/trainingRunner'
import { adapterNumbers } from '../testing/adapterGoldens'
import { expectClose } from '../testing/closeTo'
import { goldensFolder, readGolden } from '../testing/goldens'
import { expectSummaries, goldenBatch, summarySchema } from '../testing/trainingGoldens'
import { planOf } from '../testing/trainingPlans'
import { initialState, type TrainingState } from './checkpoint'
import { trainingPlanSchema, type TrainingPlan } from './plan'
import { startingState, trainedTensors } from './startingState'
import { Trainer, type RunEnd, type StepBatches, type StepReport } from './trainer'

const runsSchema = z.object({
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
const { runs } = readGolden('trainingRuns.json', runsSchema)
const { runs: adapterRuns } = readGolden('adapterRuns.json', runsSchema)

const time = 24

interface Started {
  readonly trainer: Trainer
  readonly before: ReadonlyMap<string, Float32Array>
}

async function started(folder: string, plan: TrainingPlan): Promise<Started> {
  const opened = await openModelFolder(join(goldensFolder, folder))
  const values =
    plan.method.type === 'full'
      ? await readParameters(opened)
      : adapterNumbers(trainedTensors(opened, plan), true)
  const before = new Map([...values].map(([name, numbers]) => [name, numbers.slice()]))
  const options = { threads: 1, weights: opened.weights }
  return { before, trainer: await Trainer.open(opened.model, plan, initialState(values), options) }
}

const valuesOf = ({ parameters }: TrainingState): [string, Float32Array][] =>
  [...parameters].map(([name, { values }]) => [name, values])

interface Running {
  readonly batchesOf: (step: number) => StepBatches
  readonly keepEverySteps?: number
  readonly signal?: AbortSignal
}

interface Ran {
  readonly reports: StepReport[]
  readonly kept: number[]
  readonly end: RunEnd | null
  readonly error: unknown
}

/** What the steps said, and after how many of them the state was kept. */
async function runOf(
  trainer: Trainer,
  { batchesOf, keepEverySteps = 100, signal = new AbortController().signal }: Running,
  onStep: (report: StepReport) => void = () => {}
): Promise<Ran> {
  const reports: StepReport[] = []
  const kept: number[] = []
  let end: RunEnd | null = null
  let error: unknown = null
  try {
    end = await trainer.run({
      ...{ batchesOf, keepEverySteps, signal },
      onStep: (report) => {
        reports.push(report)
        onStep(report)
      },
      keep: async ({ step }) => {
        kept.push(step)
      }
    })
  } catch (caught) {
    error = caught
  }
  return { reports, kept, end, error }
}

/** Rows s and s + 1 of three, in the parts of a step. */
function rowsOf(folder: string, step: number): [TrainingSequence, TrainingSequence] {
  const rows = goldenBatch(folder)
  return [rows[step % 3]![0]!, rows[(step + 1) % 3]![0]!]
}

describe.each([
  ...Object.entries(runs).map((run) => ['all of', ...run] as const),
  ...Object.entries(adapterRuns).map((run) => ['adapters beside', ...run] as const)
])('%s %s', (_what, folder, golden) => {
  test.each([
    [
      'two rows at once',
      2,
      (a: TrainingSequence, b: TrainingSequence): StepBatches => [[[a], [b]]]
    ],
    ['in two parts', 1, (a: TrainingSequence, b: TrainingSequence): StepBatches => [[[a]], [[b]]]]
  ])('follows torch over a run, %s', async (_title, batch, parts) => {
    const plan = planOf({ ...golden.plan, batch, time })
    const { trainer, before } = await started(folder, plan)
    const batchesOf = (step: number): StepBatches => parts(...rowsOf(folder, step))
    const { reports, kept } = await runOf(trainer, { batchesOf })
    await trainer.close()
    expect(reports.map(({ outcome }) => outcome)).toEqual(golden.losses.map(() => 'updated'))
    for (const [step, { loss, gradientNorm }] of reports.entries()) {
      expectClose(loss, golden.losses[step]!, 1e-3)
      expectClose(gradientNorm, golden.gradientNorms[step]!, 2e-3)
    }
    const changes = valuesOf(await trainer.state()).map(
      ([name, numbers]): [string, Float32Array] => {
        const first = before.get(name)!
        return [name, numbers.map((value, place) => value - first[place]!)]
      }
    )
    expectSummaries(new Map(changes), golden.changes, 2e-3)
    expect(kept).toEqual([golden.plan.steps])
  })
})

const folder = 'tiny-llama-linear'
const batchesOf = (step: number): StepBatches => {
  const [a, b] = rowsOf(folder, step)
  return [[[a], [b]]]
}
const bytesOf = (state: TrainingState): string =>
  valuesOf(state)
    .map(([name, { buffer }]) => `${name} ${Buffer.from(buffer).toString('hex')}`)
    .join()

test('a step that nothing weighs in goes by without a change', async () => {
  const plan = planOf({ steps: 4, batch: 2, time, schedule: { kind: 'linear', warmupSteps: 0 } })
  const { trainer } = await started(folder, plan)
  const empty: readonly StepBatches[] = [
    [],
    [[]],
    [[[{ ids: [5, 6], weights: [1, 0] }]]] // the first token is predicted by nothing
  ]
  const first = bytesOf(await trainer.state())
  const { reports } = await runOf(trainer, {
    batchesOf: (step) => empty[step] ?? batchesOf(step)
  })
  await trainer.close()
  expect(reports.map(({ outcome }) => outcome)).toEqual(['empty', 'empty', 'empty', 'updated'])
  expect(reports.map(({ learningRate }) => learningRate / plan.learningRate)).toEqual([
    1, 0.75, 0.5, 0.25
  ])
  expect(await trainer.state()).toMatchObject({ step: 4, updates: 1 })
  expect(bytesOf(await trainer.state())).not.toBe(first)
})

test('a removed record changes nothing but its own part of the loss', async () => {
  const [a, b] = rowsOf(folder, 0)
  const plan = planOf({ steps: 3, batch: 2, time })
  const states = [[[[a], [b]]], [[[a], []]], [[[a]]]].map(async (batches) => {
    const { trainer } = await started(folder, plan)
    await runOf(trainer, { batchesOf: () => batches })
    const end = bytesOf(await trainer.state())
    await trainer.close()
    return end
  })
  const [whole, emptied, absent] = await Promise.all(states)
  expect(emptied).toBe(absent)
  expect(emptied).not.toBe(whole)
})

test('a run that diverges stops, and keeps the numbers it had', async () => {
  const plan = planOf({
    ...{ steps: 50, batch: 2, time, learningRate: 1e36, maxGradientNorm: null },
    schedule: { kind: 'constant', warmupSteps: 0 }
  })
  const { trainer } = await started(folder, plan)
  const { reports, kept, error, end } = await runOf(trainer, { batchesOf })
  await trainer.close()
  expect(error).toBeNull()
  expect(end).toBe('diverged')
  expect(reports.at(-1)!.outcome).toBe('diverged')
  expect(reports.length).toBeLessThan(50)
  expect(kept).toEqual([reports.length - 1])
  const finite = valuesOf(await trainer.state()).every(([, values]) =>
    values.every(Number.isFinite)
  )
  expect(finite).toBe(true)
})

test('a run that is stopped keeps its state first; going on, it ends as if it had not been', async () => {
  const plan = planOf({ steps: 9, batch: 2, time })
  const undisturbed = await started(folder, plan)
  const whole = await runOf(undisturbed.trainer, { batchesOf, keepEverySteps: 4 })
  expect(whole.kept).toEqual([4, 8, 9])

  const { trainer } = await started(folder, plan)
  const stopping = new AbortController()
  const stopped = await runOf(trainer, { batchesOf, signal: stopping.signal }, ({ step }) => {
    if (step === 5) stopping.abort()
  })
  expect(stopped.error).toMatchObject({ code: 'cancelled' })
  expect(stopped.kept).toEqual([6])
  const rest = await runOf(trainer, { batchesOf })
  expect(rest.reports.map(({ step }) => step)).toEqual([6, 7, 8])
  expect(bytesOf(await trainer.state())).toBe(bytesOf(await undisturbed.trainer.state()))
  await trainer.close()
  await undisturbed.trainer.close()
})

test('values computed again on the way back change no byte of a run', async () => {
  const ends = [false, true].map(async (recompute) => {
    const { trainer } = await started(folder, planOf({ steps: 4, batch: 2, time, recompute }))
    await runOf(trainer, { batchesOf })
    const end = bytesOf(await trainer.state())
    await trainer.close()
    return end
  })
  const [kept, again] = await Promise.all(ends)
  expect(again).toBe(kept)
})

test('measuring between the steps changes no byte of a run', async () => {
  const plan = planOf({ steps: 4, batch: 2, time })
  const other: StepBatches = [[[goldenBatch(folder)[2]![0]!]]]
  const losses: number[] = []
  const ends = [true, false].map(async (measures) => {
    const { trainer } = await started(folder, plan)
    for (let step = 0; step < plan.steps; step++) {
      await trainer.step(batchesOf(step))
      if (measures) losses.push(await trainer.evaluate(other))
    }
    const end = bytesOf(await trainer.state())
    await trainer.close()
    return end
  })
  const [measured, blind] = await Promise.all(ends)
  expect(measured).toBe(blind)
  expect(new Set(losses).size).toBe(4)
})

test('adapters begin with what their seed gives, and add nothing', async () => {
  const opened = await openModelFolder(join(goldensFolder, folder))
  const method = {
    ...({ type: 'lora', rank: 3, alpha: 6, dropout: 0, rslora: false } as const),
    targets: ['q_proj', 'lm_head']
  }
  const [first, again, other] = await Promise.all(
    [1, 1, 2].map((seed) => startingState(opened, { method, seed }))
  )
  expect(bytesOf(again!)).toBe(bytesOf(first!))
  expect(bytesOf(other!)).not.toBe(bytesOf(first!))
  for (const { name, shape } of trainedTensors(opened, { method })) {
    const { values } = first!.parameters.get(name)!
    const bound = name.includes('lora_A') ? 1 / Math.sqrt(shape[1]!) : 0
    const largest = Math.max(...values.map(Math.abs))
    expect(largest).toBeLessThanOrEqual(bound)
    expect(largest).toBeGreaterThanOrEqual(0.8 * bound)
  }
  await expect(
    startingState(opened, { method: { ...method, targets: ['c_attn'] }, seed: 1 })
  ).rejects.toMatchObject({ params: { reason: { code: 'noSuchLayer', target: 'c_attn' } } })
})
