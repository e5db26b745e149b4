// The graph that a model of either kind answers with, written only to see what it reads and how.
import type { WeightOf } from '../nn/weightScope'
import type { Graph } from '../tensor/graph'
import type { AnyDefinition, TensorRequirement } from './architecture'
import { causalGraph, type InferenceGraph } from './causalGraph'
import { maskedGraph } from './maskedGraph'

export function inferenceGraph(
  model: AnyDefinition,
  weightIn: (graph: Graph) => WeightOf
): InferenceGraph {
  return model.objective === 'masked' ? maskedGraph(model, weightIn) : causalGraph(model, weightIn)
}

/** Every tensor the model's graph reads, found by writing it. */
export function requiredTensors(model: AnyDefinition): TensorRequirement[] {
  const tensors: TensorRequirement[] = []
  inferenceGraph(model, (graph) => (name, shape) => {
    tensors.push({ name, shape })
    return graph.input(name, 'f32', shape)
  })
  return tensors
}
