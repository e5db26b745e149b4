// Training whose parameters, moments and gradients stay on WebGPU, beside the CPU's own AdamW: the same
// curve and the same state within what other orders of adding make, and nothing fetched but two numbers.
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { openModelFolder } from '../models/modelFolder'
import { readParameters } from '../models/parameters'
import { TrainingRunner } from '../models/trainingRunner'
import { Session } from '../tensor/session'
import { adapterNumbers } from '../testing/adapterGoldens'
import { expectClose } from '../testing/closeTo'
import { goldensFolder } from '../testing/goldens'
import { temporaryFolder } from '../testing/temporaryFolder'
import { goldenBatch } from '../testing/trainingGoldens'
import { planOf } from '../testing/trainingPlans'
import { whyNoWebgpu } from '../testing/webgpu'
import { initialState, readCheckpoint, writeCheckpoint, type TrainingState } from './checkpoint'
import { refuseWrongTraining } from './deviceCheck'
import { DeviceOptimizer } from './deviceOptimizer'
import { planSha256, type TrainingPlan } from './plan'
import { trainedTensors } from './startingState'
import { Trainer, type StepBatches, type StepReport } from './trainer'

const noWebgpu = await whyNoWebgpu()
if (noWebgpu !== null) process.stderr.write(`SKIPPED: no optimizer on WebGPU: ${noWebgpu}\n`)

// A software device shares the cores with all else that is tested.
vi.setConfig({ testTimeout: 180_000 })

const time = 24
const llama = 'tiny-llama-linear'
const wholly = planOf({ steps: 4, batch: 1, time, schedule: { kind: 'cosine', warmupSteps: 2 } })
const adapters = (...targets: string[]): TrainingPlan => ({
  ...wholly,
  method: {
    ...{ type: 'lora', rank: 4, alpha: 8, dropout: 0.1, rslora: false },
    targets
  },
  dropout: { attention: 0.1, residual: 0.1, embedding: 0.1 }
})

/** Two parts, of one row each. */
function batchesOf(folder: string, step: number): StepBatches {
  const rows = goldenBatch(folder)
  return [[rows[step % 3]!], [rows[(step + 1) % 3]!]]
}

async function opened(folder: string, plan: TrainingPlan, begun?: TrainingState) {
  const source = await openModelFolder(join(goldensFolder, folder))
  const tensors = trainedTensors(source, plan)
  const numbers =
    plan.method.type === 'full' ? await readParameters(source) : adapterNumbers(tensors, true)
  const state = begun ?? initialState(numbers)
  return Trainer.open(source.model, plan, state, { threads: 1, weights: source.weights })
}

async function trained(
  folder: string,
  plan: TrainingPlan,
  from?: TrainingState,
  until = plan.steps
) {
  const trainer = await opened(folder, plan, from)
  const reports: StepReport[] = []
  while (trainer.stepsDone < until)
    reports.push(await trainer.step(batchesOf(folder, trainer.stepsDone)))
  const evaluated = await trainer.evaluate([[goldenBatch(folder)[2]!]])
  const state = await trainer.state()
  await trainer.close()
  return { reports, state, evaluated }
}

type Parameters = TrainingState['parameters']

/** The largest difference of any tensor's part, as a share of what that part of all tensors comes to. */
function difference(one: Parameters, other: Parameters, part: 'values' | 'first' | 'second') {
  const norm = (arrays: Iterable<Float32Array>): number =>
    Math.hypot(...[...arrays].map((it) => Math.hypot(...it)))
  const of = (parameters: Parameters) => [...parameters.values()].map((it) => it[part])
  const apart = of(one).map((numbers, at) => {
    const others = of(other)[at]!
    return numbers.map((number, place) => number - others[place]!)
  })
  return norm(apart) / norm(of(one))
}

test('a run on another device is another run', () => {
  expect(planSha256({ ...wholly, device: 'webgpu' })).not.toBe(planSha256(wholly))
})

describe.skipIf(noWebgpu !== null)('on WebGPU', () => {
  afterEach(() => vi.restoreAllMocks())

  test.each([
    ['all of', llama, wholly],
    ['all of', 'tiny-gpt2-first', wholly],
    ['adapters beside', llama, adapters('q_proj', 'down_proj')],
    ['adapters beside', 'tiny-gpt2-first', adapters('c_attn', 'c_proj')]
  ])('%s %s learns as on the CPU', async (_what, folder, plan) => {
    const there = await trained(folder, { ...plan, device: 'webgpu' })
    const here = await trained(folder, plan)
    expect(there.reports).toHaveLength(plan.steps)
    for (const [step, { loss, gradientNorm, ...report }] of there.reports.entries()) {
      const { loss: expected, gradientNorm: norm, ...others } = here.reports[step]!
      expect(report).toEqual(others)
      expectClose(loss, expected, 1e-5)
      expectClose(gradientNorm, norm, 2e-5)
    }
    const [one, other] = [here.state.parameters, there.state.parameters]
    expect(difference(one, other, 'first')).toBeLessThan(1e-4)
    expect(difference(one, other, 'second')).toBeLessThan(1e-4)
    // Biases of keys learn nothing but rounding, which AdamW makes as large as the rest.
    expect(difference(one, other, 'values')).toBeLessThan(1e-3)
    expectClose(there.evaluated, here.evaluated, 1e-4)
  })

  test('of a step the loss of each part and one norm come back', async () => {
    const sessions = new Set<Session>()
    const { run } = Session.prototype
    vi.spyOn(Session.prototype, 'run').mockImplementation(function (this: Session, ...args) {
      sessions.add(this)
      return run.apply(this, args)
    })
    const trainer = await opened(llama, { ...wholly, device: 'webgpu' })
    const parts = batchesOf(llama, 0)
    for (let step = 0; step < 2; step++) await trainer.step(parts)
    const fetched = [...sessions].reduce((sum, { fetchedBytes }) => sum + fetchedBytes, 0)
    expect(fetched).toBe(2 * 4 * (parts.length + 1))
    await trainer.close()
  })

  test('a kept state is one that a run goes on from', async () => {
    const plan: TrainingPlan = { ...wholly, device: 'webgpu' }
    const path = join(temporaryFolder(), 'state.safetensors')
    const source = await openModelFolder(join(goldensFolder, llama))
    const half = await trained(llama, plan, undefined, 2)
    await writeCheckpoint(path, plan, source.model.tensors, half.state)
    const kept = await readCheckpoint(path, plan, source.model.tensors)
    expect(kept).toEqual(half.state)
    expect(kept).toMatchObject({ step: 2, updates: 2 })
    const onCpu = readCheckpoint(path, wholly, source.model.tensors)
    await expect(onCpu).rejects.toMatchObject({ params: { reason: { code: 'anotherPlan' } } })
    const rest = await trained(llama, plan, kept)
    const whole = await trained(llama, plan)
    expect(difference(whole.state.parameters, rest.state.parameters, 'values')).toBeLessThan(1e-6)
    expect(difference(whole.state.parameters, rest.state.parameters, 'second')).toBeLessThan(1e-5)
  })

  test('a run that diverges keeps the numbers it had', async () => {
    const plan = { ...wholly, learningRate: 1e36, maxGradientNorm: null }
    const trainer = await opened(llama, {
      ...{ ...plan, device: 'webgpu', schedule: { kind: 'constant', warmupSteps: 0 } }
    })
    const outcomes: string[] = []
    do outcomes.push((await trainer.step(batchesOf(llama, trainer.stepsDone))).outcome)
    while (outcomes.at(-1) === 'updated' && outcomes.length < 10)
    const { parameters, step } = await trainer.state()
    await trainer.close()
    expect(outcomes.at(-1)).toBe('diverged')
    expect(step).toBe(outcomes.length - 1)
    expect([...parameters.values()].every(({ values }) => values.every(Number.isFinite))).toBe(true)
  })

  test('parameters are updated alike however many at once', async () => {
    const { model, weights } = await openModelFolder(join(goldensFolder, llama))
    const values = await readParameters({ model, weights })
    const runner = await TrainingRunner.open(
      model,
      { batch: 1, time },
      {
        ...{ device: 'webgpu', threads: 1, recompute: false, keepsGradients: true }
      }
    )
    const ends = []
    for (const atOnceBytes of [1, 20_000, 1e9]) {
      const { parameters } = initialState(values)
      const opened = await DeviceOptimizer.open(
        ...([runner, wholly.adamW, 'webgpu', parameters, atOnceBytes] as const)
      )
      for (const part of [0, 1])
        await opened.add([goldenBatch(llama)[part]!], { seed: 0, step: 0, part })
      await opened.update({ share: 0.5, learningRate: 1e-2, count: 1 })
      ends.push(await opened.states())
      await opened.close()
      await expect(opened.states()).rejects.toThrow('there is no state')
    }
    await runner.close()
    const [apart, some, together] = ends as [Parameters, Parameters, Parameters]
    const begun = initialState(values).parameters
    for (const part of ['values', 'first', 'second'] as const) {
      expect(difference(apart, some, part)).toBeLessThan(1e-6)
      expect(difference(apart, together, part)).toBeLessThan(1e-6)
      expect(difference(apart, begun, part)).toBeGreaterThan(1e-2)
    }
  })
})

describe.skipIf(noWebgpu !== null)('the check before a training', () => {
  afterEach(() => vi.restoreAllMocks())

  test('finds WebGPU right', async () => {
    await expect(refuseWrongTraining('webgpu', 'causal')).resolves.toBeUndefined()
    await expect(refuseWrongTraining('webgpu', 'masked')).resolves.toBeUndefined()
  })

  test('finds one wrong number', async () => {
    const { states } = DeviceOptimizer.prototype
    vi.spyOn(DeviceOptimizer.prototype, 'states').mockImplementation(async function (
      this: DeviceOptimizer
    ) {
      const found = await states.call(this)
      const [state] = found.values()
      state!.first[0]! += 0.01
      return found
    })
    await expect(refuseWrongTraining('webgpu', 'causal')).rejects.toMatchObject({
      ...{ code: 'deviceUnavailable', params: { reason: { code: 'numbersWrong' } } }
    })
  })
})
