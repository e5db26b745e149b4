// The graph of one training step of a causal model: a batch of fixed size in, the loss and the
// gradient of every parameter out. Parameters are inputs: the runtime keeps no copy of its own.
import { crossEntropy } from '../nn/losses'
import type { StepInput } from '../nn/stepInputs'
import { gradientsOf } from '../tensor/autodiff'
import { Graph, type Value } from '../tensor/graph'
import { fixedShape } from '../tensor/shape'
import type { CausalDefinition, TensorRequirement } from './architecture'
import { StepInputs, weightsOnce } from './causalGraph'

export interface TrainingSizes {
  readonly batch: number // B
  readonly time: number // T
}

export interface TrainingOptions {
  /** Values inside the model's blocks are computed again on the way back: less memory, more time. */
  readonly recompute: boolean
}

export interface TrainingGraph {
  readonly graph: Graph
  /** The inputs that follow from where the rows stand, each once. */
  readonly stepInputs: readonly StepInput[]
  /** Inputs in f32 under the checkpoint's names, in the order the model reads them. */
  readonly parameters: readonly TensorRequirement[]
}

export function gradientName(parameter: string): string {
  return `gradient.${parameter}`
}

/**
 * Inputs: ids [B, T]; targets [B·T, 1], the id that follows each; weights [B·T, 1], each token's share
 * of the loss; parameters; what the model asks to know of the rows' places.
 * Outputs: loss [1, 1] = Σ w·(−log p(target)), in nats; gradient.NAME of each parameter.
 */
export function trainingGraph(
  model: CausalDefinition,
  { batch, time }: TrainingSizes,
  { recompute }: TrainingOptions
): TrainingGraph {
  const graph = new Graph()
  const rows = batch * time
  const ids = graph.input('ids', 'i64', [batch, time])
  const targets = graph.input('targets', 'i64', [rows, 1])
  const weights = graph.input('weights', 'f32', [rows, 1])
  const stepInputs = new StepInputs(graph, (shape) =>
    fixedShape(shape, { B: batch, T: time, P: 0 })
  )
  const parameters: Value[] = []
  const weight = weightsOnce((name, shape) => {
    const value = graph.input(name, 'f32', shape)
    parameters.push(value)
    return value
  })
  const { hidden } = model.forward(graph, { ids, past: null, step: stepInputs.of, weight })
  const [flat] = graph.add('reshape', [hidden], { shape: [rows, model.shape.hiddenSize] })
  const loss = crossEntropy(graph, model.head(graph, flat!, weight), targets, weights)
  graph.output('loss', loss)
  const gradients = gradientsOf(graph, loss, parameters, { recompute })
  for (const [index, { name }] of parameters.entries())
    graph.output(gradientName(name), gradients[index]!)
  return {
    graph,
    stepInputs: stepInputs.all,
    parameters: parameters.map(({ name, shape }) => ({ name, shape: shape as number[] }))
  }
}
