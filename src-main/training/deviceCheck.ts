// Whether a device trains as the CPU does: some steps of small models on both, before a run begins there.
// The test of a device (models/deviceProbe.ts) reads models only; gradients take other operations.
import { LetheError } from '../base/errors'
import type { AnyDefinition } from '../models/architecture'
import { anyArchitectureOf } from '../models/architectures/registry'
import { requiredTensors } from '../models/inferenceGraph'
import { probeFamilies, probeNumbers } from '../models/deviceProbe'
import { initialState } from './checkpoint'
import type { ParameterState } from './adamW'
import type { TrainingDevice, TrainingPlan } from './plan'
import { Trainer, type StepBatches } from './trainer'

/** Kernels add in other orders. What is wrong is off by far more. */
const tolerance = 1e-3
/** Of tensors so much smaller than the largest, rounding is most of what they hold. */
const smallestShare = 1e-3

const plan: Omit<TrainingPlan, 'device'> = {
  ...{ weightsSha256: '0'.repeat(64), dataSha256: '0'.repeat(64), seed: 0 },
  ...{ method: { type: 'full' }, steps: 2, batch: 2, time: 12, recompute: false },
  dropout: { attention: 0, residual: 0, embedding: 0 },
  learningRate: 1e-2,
  schedule: { kind: 'constant', warmupSteps: 0 },
  // So large an ε keeps updates from making much of gradients that are nothing but rounding.
  adamW: { beta1: 0.9, beta2: 0.999, epsilon: 1e-2, weightDecay: 0.1 },
  ...{ maxGradientNorm: 1, evaluation: null }
}

/** A model that fills gaps is made of other operations. */
const maskedFamily = {
  ...{ model_type: 'bert', vocab_size: 61, hidden_size: 32, intermediate_size: 48 },
  ...{ num_hidden_layers: 2, num_attention_heads: 4, max_position_embeddings: 64 }
}

/** Two parts, to be added up; two sequences in a row, one with a token that does not count. */
function batchesOf(step: number, hasGaps: boolean): StepBatches {
  const sequence = (length: number, seed: number) => {
    const ids = Array.from({ length }, (_, place) => (place * 23 + seed * 7 + step) % 61)
    const weights = ids.map((_, place) => (place === 3 ? 0 : 1))
    return { ids, weights, ...(hasGaps && { targets: ids.map((id) => (id + 5) % 61) }) }
  }
  return [[[sequence(7, 1), sequence(5, 2)], [sequence(12, 3)]], [[sequence(9, 4)]]]
}

/** @throws LetheError deviceUnavailable: what it learns differs from what the CPU does, or it fails */
export async function refuseWrongTraining(
  device: TrainingDevice,
  objective: AnyDefinition['objective']
): Promise<void> {
  if (device === 'cpu') return
  for (const config of objective === 'masked' ? [maskedFamily] : probeFamilies) {
    const model = anyArchitectureOf(config.model_type).configure(config, () => false)
    const [expected, got] = [await trained(model, 'cpu'), await trained(model, device)]
    const deviation = largestDeviation(expected, got)
    if (deviation > tolerance)
      throw new LetheError('deviceUnavailable', {
        device,
        reason: { code: 'numbersWrong', deviation }
      })
  }
}

/** How far each tensor moved, and its moments. */
async function trained(
  model: AnyDefinition,
  device: TrainingDevice
): Promise<ReadonlyMap<string, Float32Array>> {
  const numbers = probeNumbers()
  const values = new Map(requiredTensors(model).map((tensor) => [tensor.name, numbers(tensor)]))
  const begun = new Map([...values].map(([name, it]) => [name, it.slice()]))
  const trainer = await Trainer.open(model, { ...plan, device }, initialState(values), {
    threads: 1
  })
  try {
    for (let step = 0; step < plan.steps; step++)
      await trainer.step(batchesOf(step, model.objective === 'masked'))
    const { parameters } = await trainer.state()
    return movements(begun, parameters)
  } finally {
    await trainer.close()
  }
}

function movements(
  begun: ReadonlyMap<string, Float32Array>,
  parameters: ReadonlyMap<string, ParameterState>
): ReadonlyMap<string, Float32Array> {
  const found = new Map<string, Float32Array>()
  for (const [name, { values, first, second }] of parameters) {
    const before = begun.get(name)!
    found.set(
      `values ${name}`,
      values.map((value, place) => value - before[place]!)
    )
    found.set(`first ${name}`, first)
    found.set(`second ${name}`, second)
  }
  return found
}

/** Of any tensor, as a share of its norm. NaN is as wrong as it gets. */
function largestDeviation(
  expected: ReadonlyMap<string, Float32Array>,
  got: ReadonlyMap<string, Float32Array>
): number {
  const norms = new Map([...expected].map(([name, numbers]) => [name, Math.hypot(...numbers)]))
  const largestOf = (kind: string): number =>
    Math.max(...[...norms].flatMap(([name, norm]) => (name.startsWith(kind) ? [norm] : [])))
  let largest = 0
  for (const [name, numbers] of expected) {
    const other = got.get(name)!
    const difference = Math.hypot(...numbers.map((number, place) => number - other[place]!))
    const floor = smallestShare * largestOf(name.slice(0, name.indexOf(' ') + 1))
    const deviation = difference / Math.max(norms.get(name)!, floor)
    largest = Math.max(largest, deviation >= 0 ? deviation : Number.MAX_VALUE)
  }
  return largest
}
