// Training steps whose parameters and gradients are in the memory of a device.
import type {
  TrainingBatch,
  TrainingResult,
  TrainingRunner,
  ParameterValues
} from '../models/trainingRunner'
import { DeviceReader } from '../tensor/deviceReader'
import { Graph } from '../tensor/graph'
import type { Provider } from '../tensor/lowerings/registry'
import { Session, type DeviceTensor } from '../tensor/session'

/** The loss and gradients of a runner that keeps them there, its parameters put there first. */
export async function runOnDevice(
  runner: TrainingRunner,
  provider: Provider,
  values: ParameterValues,
  batch: TrainingBatch
): Promise<TrainingResult> {
  const graph = new Graph()
  for (const { name, shape } of runner.parameters)
    graph.output(`there.${name}`, graph.input(name, 'f32', shape))
  const names = graph.outputs.map(({ name }) => name)
  const session = await Session.open(graph, {
    ...{ provider, weightsFolder: '.', weightMode: 'packed', threads: 1, keptOutputs: names }
  })
  const reader = new DeviceReader(provider)
  const held: DeviceTensor[] = []
  try {
    const feeds = runner.parameters.map(
      ({ name, shape }) => [name, { dtype: 'f32', shape, data: values.get(name)! }] as const
    )
    const put = await session.run(Object.fromEntries(feeds), [], names)
    held.push(...Object.values(put))
    const there = new Map(runner.parameters.map(({ name }) => [name, put[`there.${name}`]!]))
    const { loss, gradients } = await runner.runThere(there, batch)
    held.push(...gradients.values())
    const read = new Map<string, Float32Array>()
    for (const [name, gradient] of gradients) read.set(name, await reader.read(gradient))
    return { loss, gradients: read }
  } finally {
    for (const tensor of held) tensor.dispose()
    await reader.close()
    await session.close()
  }
}
