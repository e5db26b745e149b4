// What a training holds in memory, from its graph alone: every value from where it is made to where it
// is read last, and the numbers that are kept of each parameter.
import type { TrainingSettings } from '../contract/training'
import type { AnyModel, TensorRequirement } from '../models/architecture'
import { checkpointWeights } from '../models/checkpointWeights'
import type { ModelFolder } from '../models/modelFolder'
import { trainingGraph } from '../models/trainingGraph'
import { dtypes } from '../tensor/dtype'
import type { Graph, Value } from '../tensor/graph'
import { updatedAtOnceBytes } from '../training/deviceOptimizer'
import { trainedTensors } from '../training/startingState'
import { dropoutOf, methodOf } from './trainingMethod'

/** Of an adapter that is only thought of, for comparison. */
const usualRank = 8

/** @param source without weights where they are still to be made: then all of the model is trained */
export function trainingBytes(
  source: Pick<ModelFolder<AnyModel>, 'model'> & Partial<Pick<ModelFolder, 'weights'>>,
  settings: Pick<TrainingSettings, 'device' | 'batch' | 'sequenceLength' | 'saveMemory' | 'method'>
): { parameterBytes: number; trainedBytes: number; adapterBytes: number; workingBytes: number } {
  const { model, weights } = source
  const { device, batch, sequenceLength, saveMemory } = settings
  const method = methodOf(source, settings.method)
  const usual = methodOf(source, { type: 'lora', rank: usualRank, alpha: usualRank, dropout: 0 })
  const { graph, masks } = trainingGraph(
    model,
    { batch, time: sequenceLength },
    {
      recompute: saveMemory,
      dropout: dropoutOf(settings.method),
      ...(method.type === 'lora' &&
        weights && { adapters: { settings: method, frozen: checkpointWeights(weights).of } })
    }
  )
  const bytesOfAll = (tensors: readonly TensorRequirement[]): number =>
    tensors.reduce((sum, { shape }) => sum + 4 * product(shape), 0)
  const rows = batch * sequenceLength
  // What says which elements are dropped is fed for all places at once.
  const maskBytes = masks.reduce(
    (sum, { shape }) => sum + bytesOf({ dtype: 'f32', shape }, rows),
    0
  )
  const trainedBytes = bytesOfAll(trainedTensors(source, { method }))
  // Where an update writes new tensors, they are there beside the old ones for a moment.
  const updatedBytes = device === 'cpu' ? 0 : 3 * Math.min(trainedBytes, updatedAtOnceBytes)
  return {
    parameterBytes: bytesOfAll(model.tensors),
    trainedBytes,
    adapterBytes: bytesOfAll(trainedTensors(source, { method: usual })),
    workingBytes: Math.max(highestBytes(graph, rows) + maskBytes, updatedBytes)
  }
}

/**
 * The most bytes that values of the graph take at one time, run in the order it was written.
 * @param rows what stands for a size that only the batch tells
 */
function highestBytes(graph: Graph, rows: number): number {
  const lastRead = new Map<string, number>()
  for (const [at, { inputs }] of graph.nodes.entries())
    for (const { name } of inputs) lastRead.set(name, at)
  for (const { value } of graph.outputs) lastRead.delete(value.name) // counted as gradients
  const endsAt = new Map<number, number>()
  let [held, highest] = [0, 0]
  for (const [at, { outputs }] of graph.nodes.entries()) {
    for (const value of outputs) {
      const last = lastRead.get(value.name)
      if (last === undefined) continue
      const sizeBytes = bytesOf(value, rows)
      held += sizeBytes
      endsAt.set(last, (endsAt.get(last) ?? 0) + sizeBytes)
    }
    highest = Math.max(highest, held)
    held -= endsAt.get(at) ?? 0
  }
  return highest
}

function bytesOf({ dtype, shape }: Pick<Value, 'dtype' | 'shape'>, rows: number): number {
  const sizes = shape.map((size) => (typeof size === 'number' ? size : rows))
  return dtypes[dtype].sizeBytes * product(sizes)
}

function product(shape: readonly number[]): number {
  return shape.reduce((all, size) => all * size, 1)
}
