// The graph of one training step of a causal model: a batch of fixed size in, the loss and the
// gradients of what is learned out. Learned tensors are inputs, of which the runtime keeps no copy of
// its own; frozen ones are mapped from their files.
import { dropout, type DropoutMask } from '../nn/dropout'
import { crossEntropy } from '../nn/losses'
import type { StepInput } from '../nn/stepInputs'
import type { Additions, DropKind, WeightOf } from '../nn/weightScope'
import { gradientsOf } from '../tensor/autodiff'
import { Graph, type Value } from '../tensor/graph'
import { fixedShape } from '../tensor/shape'
import { isTarget, withAdapter, withAdapterOf, type AdapterSettings } from './adapters'
import type { ModelDefinition, TensorRequirement } from './architecture'
import { StepInputs, weightsOnce } from './causalGraph'

export interface TrainingSizes {
  readonly batch: number // B
  readonly time: number // T
}

export type DropoutRates = Readonly<Record<DropKind, number>>

export const noDropout: DropoutRates = { attention: 0, residual: 0, embedding: 0 }

/** What is learned beside a frozen model. */
export interface AdapterTraining {
  readonly settings: AdapterSettings
  readonly frozen: (graph: Graph) => WeightOf
}

export interface TrainingOptions {
  /** Values inside the model's blocks are computed again on the way back: less memory, more time. */
  readonly recompute: boolean
  readonly dropout?: DropoutRates // default: none
  /** Absent: every tensor of the model is learned. */
  readonly adapters?: AdapterTraining
  /** `loss`: nothing is learned, and nothing dropped. */
  readonly outputs?: 'gradients' | 'loss'
}

export interface TrainingGraph {
  readonly graph: Graph
  /** The inputs that follow from where the rows stand, each once. */
  readonly stepInputs: readonly StepInput[]
  /** Inputs in f32 under the checkpoint's names, in the order the model reads them. */
  readonly parameters: readonly TensorRequirement[]
  readonly masks: readonly DropoutMask[]
}

export function gradientName(parameter: string): string {
  return `gradient.${parameter}`
}

/**
 * Inputs: ids [B, T]; chosen [R], the places (of B·T) whose next token counts; targets [R, 1], that
 * token's id; weights [R, 1], its share of the loss; parameters; dropout masks; what the model asks to
 * know of the rows' places.
 * Outputs: loss [1, 1] = Σ w·(−log p(target)), in nats; gradient.NAME of each parameter.
 */
export function trainingGraph(
  model: ModelDefinition,
  { batch, time }: TrainingSizes,
  options: TrainingOptions
): TrainingGraph {
  const { recompute, adapters, outputs = 'gradients' } = options
  const graph = new Graph()
  const rows = batch * time
  const ids = graph.input('ids', 'i64', [batch, time])
  const chosen = graph.input('chosen', 'i64', ['R'])
  const targets = graph.input('targets', 'i64', ['R', 1])
  const weights = graph.input('weights', 'f32', ['R', 1])
  const stepInputs = new StepInputs(graph, (shape) =>
    fixedShape(shape, { B: batch, T: time, P: 0 })
  )
  const parameters: Value[] = []
  const learned: WeightOf = (name, shape) => {
    const value = graph.input(name, 'f32', shape)
    parameters.push(value)
    return value
  }
  const masks: DropoutMask[] = []
  const weight = weightsOnce(adapters ? adapters.frozen(graph) : learned)
  const additions = additionsOf(
    model,
    outputs === 'loss' ? withoutDropout(options) : options,
    learned,
    masks
  )
  const { hidden } = model.forward(graph, {
    ...{ ids, past: null, step: stepInputs.of, weight, additions }
  })
  const [flat] = graph.add('reshape', [hidden], { shape: [rows, model.shape.hiddenSize] })
  const [picked] = graph.add('gather', [flat!, chosen], {})
  const logits = model.head(graph, picked!, weight, additions)
  const loss = crossEntropy(graph, logits, targets, weights)
  graph.output('loss', loss)
  if (outputs === 'gradients') {
    const gradients = gradientsOf(graph, loss, parameters, { recompute })
    for (const [index, { name }] of parameters.entries())
      graph.output(gradientName(name), gradients[index]!)
  }
  return {
    graph,
    stepInputs: stepInputs.all,
    parameters: parameters.map(({ name, shape }) => ({ name, shape: shape as number[] })),
    masks
  }
}

function withoutDropout({ adapters, ...others }: TrainingOptions): TrainingOptions {
  const settings = adapters && { ...adapters.settings, dropout: 0 }
  return { ...others, dropout: noDropout, adapters: settings && { ...adapters, settings } }
}

/** Adapters as their settings say, and what is dropped; the masks that takes are listed in `masks`. */
function additionsOf(
  model: ModelDefinition,
  { adapters, dropout: rates = noDropout }: TrainingOptions,
  learned: WeightOf,
  masks: DropoutMask[]
): Additions {
  const listed = ([value, mask]: [Value, DropoutMask?]): Value => {
    if (mask) masks.push(mask)
    return value
  }
  const named = model.moduleName ?? ((name) => name)
  return {
    dropped: (graph, x, kind, name) => listed(dropout(graph, x, name, rates[kind])),
    ...(adapters && {
      adapted: (graph, x, y, module) => {
        const { rank, targets } = adapters.settings
        if (!isTarget(named(module.name), targets)) return y
        const tensors = withAdapter(module, rank)
        const down = learned(tensors.down.name, tensors.down.shape)
        const up = learned(tensors.up.name, tensors.up.shape)
        return listed(withAdapterOf(graph, { x, y, down, up }, adapters.settings, module.name))
      }
    })
  }
}
