// The graph of one step of a causal model: new ids and remembered rows in; log-probabilities, logits
// of chosen rows and new rows to remember out. One graph serves prompts, answers and scoring.
import { cachePlaces, type StepInput } from '../nn/stepInputs'
import type { WeightOf } from '../nn/weightScope'
import { Graph, type Value } from '../tensor/graph'
import type { Shape } from '../tensor/shape'
import type { CausalDefinition } from './architecture'
import { nextName, pastName, rowsName, type CachePrecision } from './keyValueCache'

export interface InferenceGraph {
  readonly graph: Graph
  /** The inputs that follow from the step's place, each once. */
  readonly stepInputs: readonly StepInput[]
}

/**
 * Inputs: ids [B, T]; what the model asks to know of the step's place; past.i.key and past.i.value
 * [B, K, P, D]; chosen [R] (rows of the flattened [B·T] that get logits); targets [R, 1].
 * Outputs: logits [R, V] ([S, V] with `next`); logProbabilities [R, 1] of targets, in nats; hidden [R, H]
 * after the last norm, where `showsHidden`; and for the cache its new rows
 * rows.i.key, rows.i.value [B, K, T, D], or next.i.key, next.i.value: past with them in place.
 * @param weightIn gives the checkpoint's tensors as values of the graph; asked once for each name
 * @param precision of the remembered rows that come in and of the new rows that go out
 */
export function causalGraph(
  model: CausalDefinition,
  weightIn: (graph: Graph) => WeightOf,
  cache: 'rows' | 'next' = 'rows',
  precision: CachePrecision = 'f32',
  showsHidden = false
): InferenceGraph {
  const { shape } = model
  const { keyHeads, headSize } = shape.attention
  const graph = new Graph()
  const ids = graph.input('ids', 'i64', ['B', 'T'])
  const stepInputs = new StepInputs(graph)
  const step = stepInputs.of
  const converted = (value: Value, to: CachePrecision): Value =>
    value.dtype === to ? value : graph.add('cast', [value], { to })[0]!
  const pastInput = (layer: number, part: 'key' | 'value'): Value => {
    const shape = ['B', keyHeads, 'P', headSize]
    return converted(graph.input(pastName(layer, part), precision, shape), 'f32')
  }
  const past = Array.from({ length: shape.layers }, (_, layer) => ({
    key: pastInput(layer, 'key'),
    value: pastInput(layer, 'value')
  }))
  const chosen = graph.input('chosen', 'i64', ['R'])
  const targets = graph.input('targets', 'i64', ['R', 1])

  const weight = weightsOnce(weightIn(graph))
  const { hidden, rows } = model.forward(graph, { ids, past, step, weight })
  const [flat] = graph.add('reshape', [hidden], { shape: ['B*T', shape.hiddenSize] })
  const [picked] = graph.add('gather', [flat!, chosen], {})
  const logits = model.head(graph, picked!, weight)
  graph.output('logits', cache === 'next' ? shownRows(graph, logits) : logits)
  graph.output('logProbabilities', graph.add('tokenLogProbability', [logits, targets], {})[0]!)
  if (showsHidden) graph.output('hidden', picked!)
  for (const [layer, added] of rows.entries())
    for (const part of ['key', 'value'] as const) {
      if (cache === 'rows') {
        graph.output(rowsName(layer, part), converted(added[part], precision))
        continue
      }
      const inputs = [past[layer]![part], step(cachePlaces(keyHeads)), added[part]]
      graph.output(nextName(layer, part), graph.add('writeRows', inputs, {})[0]!)
    }
  return { graph, stepInputs: stepInputs.all }
}

/** Input shown [S]: where every output is fetched each time, only these rows [S, V] are. */
function shownRows(graph: Graph, logits: Value): Value {
  return graph.add('gather', [logits, graph.input('shown', 'i64', ['S'])], {})[0]!
}

/** Inputs of the steps of a graph, each once. */
export class StepInputs {
  readonly #known = new Map<string, { input: StepInput; value: Value }>()

  /** @param shaped the shape an input has in this graph */
  constructor(
    private readonly graph: Graph,
    private readonly shaped: (shape: Shape) => Shape = (shape) => shape
  ) {}

  readonly of = (input: StepInput): Value => {
    const known = this.#known.get(input.name)
    if (known) return known.value
    const value = this.graph.input(input.name, input.dtype, this.shaped(input.shape))
    this.#known.set(input.name, { input, value })
    return value
  }

  get all(): StepInput[] {
    return [...this.#known.values()].map(({ input }) => input)
  }
}

/** The same value for the same name; throws TypeError when its uses want different shapes. */
export function weightsOnce(weightOf: WeightOf): WeightOf {
  const known = new Map<string, Value>()
  return (name, shape) => {
    const value = known.get(name) ?? weightOf(name, shape)
    if (value.shape.join() !== shape.join())
      throw new TypeError(`${name} is [${value.shape.join(', ')}], not [${shape.join(', ')}]`)
    known.set(name, value)
    return value
  }
}
