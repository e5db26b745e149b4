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
import { finalValues, initialState, type TrainingState } from './checkpoint'
import { trainingPlanSchema, type TrainingPlan } from './plan'
import { startingState, trainedTensors } from './startingState'
import {
  Trainer,
  type EvaluationReport,
  type RunEnd,
  type StepBatches,
  type StepReport
} from './trainer'

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
  readonly evaluationBatches?: () => StepBatches
  readonly signal?: AbortSignal
}

interface Ran {
  readonly reports: StepReport[]
  readonly evaluations: EvaluationReport[]
  readonly kept: number[]
  readonly end: RunEnd | null
  readonly error: unknown
}

/** What the steps said, and after how many of them the state was kept. */
async function runOf(
  trainer: Trainer,
  {
    batchesOf,
    keepEverySteps = 100,
    evaluationBatches = () => [],
    signal = new AbortController().signal
  }: Running,
  onStep: (report: StepReport) => void = () => {}
): Promise<Ran> {
  const reports: StepReport[] = []
  const kept: number[] = []
  const evaluations: EvaluationReport[] = []
  let end: RunEnd | null = null
  let error: unknown = null
  try {
    end = await trainer.run({
      ...{ batchesOf, keepEverySteps, evaluationBatches, signal },
      onEvaluation: (report) => evaluations.push(report),
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
  return { reports, evaluations, kept, end, error }
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
    await trainer.close()
    return bytesOf(await trainer.state())
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
    await trainer.close()
    return bytesOf(await trainer.state())
  })
  const [kept, again] = await Promise.all(ends)
  expect(again).toBe(kept)
})

// The last of the three rows is not learned from.
const evaluationBatches = (): StepBatches => [[[goldenBatch(folder)[2]![0]!]]]
const learnedBatches = (): StepBatches => [
  [[goldenBatch(folder)[0]![0]!], [goldenBatch(folder)[1]![0]!]]
]
const evaluated = (everySteps: number, patience: number | null, learningRate = 5e-2) =>
  planOf({
    ...{ steps: 40, batch: 2, time, learningRate, evaluation: { everySteps, patience } },
    schedule: { kind: 'constant', warmupSteps: 0 }
  })
const running = { batchesOf: learnedBatches, evaluationBatches }

test('the best on other data is kept, and changes no byte of the run', async () => {
  const seeing = await started(folder, evaluated(4, null))
  const ran = await runOf(seeing.trainer, running)
  expect(ran.end).toBe('finished')
  expect(ran.evaluations.map(({ step }) => step)).toEqual([4, 8, 12, 16, 20, 24, 28, 32, 36, 40])
  const losses = ran.evaluations.map(({ loss }) => loss)
  const { best } = await seeing.trainer.state()
  expect(best).toMatchObject({
    loss: Math.min(...losses),
    step: 4 * (losses.indexOf(best!.loss) + 1)
  })
  // It learned its own rows by heart, so that the others were known best before the end.
  expect(best!.step).toBeLessThan(40)
  expect(best!.worseSince).toBe((40 - best!.step) / 4)

  const blind = await started(folder, { ...evaluated(4, null), evaluation: null })
  await runOf(blind.trainer, running)
  expect(bytesOf(await seeing.trainer.state())).toBe(bytesOf(await blind.trainer.state()))

  // A run that ends where it was best ends with what was kept.
  const short = await started(folder, { ...evaluated(4, null), steps: best!.step })
  await runOf(short.trainer, running)
  expect(new Map(valuesOf(await short.trainer.state()))).toEqual(
    finalValues(await seeing.trainer.state())
  )
  for (const { trainer } of [seeing, blind, short]) await trainer.close()
})

test('a run whose plan has no patience left ends, and does not begin again', async () => {
  const { trainer } = await started(folder, evaluated(2, 2))
  const ran = await runOf(trainer, running)
  expect(ran.end).toBe('patient')
  expect(ran.evaluations.slice(-3).map(({ best }) => best)).toEqual([true, false, false])
  expect(ran.kept).toEqual([trainer.stepsDone])
  expect(trainer.stepsDone).toBeLessThan(40)
  expect(await runOf(trainer, running)).toMatchObject({ end: 'patient', reports: [], kept: [] })
  await trainer.close()
})

test('a run that diverges still has what was best', async () => {
  const { trainer } = await started(folder, { ...evaluated(1, null, 1e36), maxGradientNorm: null })
  const ran = await runOf(trainer, running)
  await trainer.close()
  expect(ran.end).toBe('diverged')
  expect(
    [...finalValues(await trainer.state()).values()].every((it) => it.every(Number.isFinite))
  ).toBe(true)
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
