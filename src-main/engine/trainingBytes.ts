// What a training holds in memory, from its graph alone: every value from where it is made to where it
// is read last, and the numbers that are kept of each parameter.
import type { TrainingSettings } from '../contract/training'
import type { ModelFolder } from '../models/modelFolder'
import { trainingGraph } from '../models/trainingGraph'
import { dtypes } from '../tensor/dtype'
import type { Graph, Value } from '../tensor/graph'

/** Of an adapter that is only thought of, for comparison. */
const usualRank = 8

export function trainingBytes(
  { model }: ModelFolder,
  { batch, sequenceLength, saveMemory, method }: TrainingSettings
): { parameterBytes: number; trainedBytes: number; adapterBytes: number; workingBytes: number } {
  const { graph, parameters } = trainingGraph(
    model,
    { batch, time: sequenceLength },
    { recompute: saveMemory }
  )
  const parameterBytes = 4 * parameters.reduce((sum, { shape }) => sum + product(shape), 0)
  const ofRank = (rank: number): number =>
    parameters.reduce(
      (sum, { shape, name }) =>
        shape.length === 2 && !/embed|wte|wpe|lm_head/.test(name)
          ? sum + 4 * rank * (shape[0]! + shape[1]!)
          : sum,
      0
    )
  return {
    parameterBytes,
    trainedBytes: method.type === 'full' ? parameterBytes : ofRank(method.rank),
    adapterBytes: ofRank(usualRank),
    workingBytes: highestBytes(graph)
  }
}

/** The most bytes that values of the graph take at one time, run in the order it was written. */
function highestBytes(graph: Graph): number {
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
      const sizeBytes = bytesOf(value)
      held += sizeBytes
      endsAt.set(last, (endsAt.get(last) ?? 0) + sizeBytes)
    }
    highest = Math.max(highest, held)
    held -= endsAt.get(at) ?? 0
  }
  return highest
}

function bytesOf({ dtype, shape }: Value): number {
  return dtypes[dtype].sizeBytes * product(shape as readonly number[])
}

function product(shape: readonly number[]): number {
  return shape.reduce((all, size) => all * size, 1)
}
