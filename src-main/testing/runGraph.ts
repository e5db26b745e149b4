// Runs a graph once on the CPU, with numbers drawn from a seed.
import { uniform } from '../base/random'
import type { Graph } from '../tensor/graph'
import { Session, type HostTensor, type SessionOptions } from '../tensor/session'

/** The outputs of a graph whose weights, if any, are in memory. */
export async function runGraph(
  graph: Graph,
  feeds: Readonly<Record<string, HostTensor>>,
  options: Partial<SessionOptions> = {}
): Promise<Record<string, HostTensor>> {
  const session = await Session.open(graph, {
    ...{ provider: 'cpu', weightsFolder: '.', weightMode: 'packed', threads: 1 },
    ...options
  })
  try {
    return await session.run(
      feeds,
      graph.outputs.map(({ name }) => name)
    )
  } finally {
    await session.close()
  }
}

/** Numbers between −1 and 1. */
export function randomFloats(seed: number, ...shape: number[]): HostTensor & { dtype: 'f32' } {
  const count = shape.reduce((product, size) => product * size, 1)
  const data = Float32Array.from({ length: count }, (_, index) => 2 * uniform(seed, index) - 1)
  return { dtype: 'f32', shape, data }
}

export function wholeNumbers(shape: readonly number[], numbers: readonly number[]): HostTensor {
  return { dtype: 'i64', shape, data: BigInt64Array.from(numbers, BigInt) }
}
