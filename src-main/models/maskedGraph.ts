// The graph of a masked model: whole texts in, log-probabilities and logits of chosen places out.
import type { WeightOf } from '../nn/weightScope'
import { Graph } from '../tensor/graph'
import type { MaskedDefinition } from './architecture'
import { StepInputs, weightsOnce, type InferenceGraph } from './causalGraph'

/**
 * Inputs: ids [B, T]; what the model asks to know of the rows; chosen [R] (places of the flattened
 * [B·T] that get logits); targets [R, 1], the id each is asked about.
 * Outputs: logits [R, V]; logProbabilities [R, 1] of targets, in nats; hidden [R, H] of the last layer,
 * where `showsHidden`.
 */
export function maskedGraph(
  model: MaskedDefinition,
  weightIn: (graph: Graph) => WeightOf,
  showsHidden = false
): InferenceGraph {
  const graph = new Graph()
  const ids = graph.input('ids', 'i64', ['B', 'T'])
  const stepInputs = new StepInputs(graph)
  const chosen = graph.input('chosen', 'i64', ['R'])
  const targets = graph.input('targets', 'i64', ['R', 1])
  const weight = weightsOnce(weightIn(graph))
  const { hidden } = model.forward(graph, { ids, past: null, step: stepInputs.of, weight })
  const [flat] = graph.add('reshape', [hidden], { shape: ['B*T', model.shape.hiddenSize] })
  const [picked] = graph.add('gather', [flat!, chosen], {})
  const logits = model.head(graph, picked!, weight)
  graph.output('logits', logits)
  if (showsHidden) graph.output('hidden', picked!)
  graph.output('logProbabilities', graph.add('tokenLogProbability', [logits, targets], {})[0]!)
  return { graph, stepInputs: stepInputs.all }
}
