// Families on WebGPU with falling back to the CPU forbidden: the same numbers as the reference. Left
// out are gpt2, which has an operator that WebGPU has not, and half precision, which the software device
// used in tests has not.
import { describe } from 'vitest'
import { LetheError } from '../../base/errors'
import { Graph } from '../../tensor/graph'
import { Session } from '../../tensor/session'
import { describeSomeCausalGoldens } from '../../testing/causalGoldens'

const folders = [
  'tiny-llama-gqa',
  'tiny-llama-biases',
  'tiny-mistral',
  'tiny-gemma2',
  'tiny-phi3',
  'tiny-qwen3'
]

const reason = await whyNot()

if (reason !== null) console.warn(`SKIPPED: no family is tried on WebGPU: ${reason}`)
describe.skipIf(reason !== null)('WebGPU', () => {
  describeSomeCausalGoldens(folders, { device: 'webgpu', weightMode: 'packed' })
})

/** Why WebGPU cannot be had here; null when it can. */
async function whyNot(): Promise<string | null> {
  const graph = new Graph()
  const x = graph.input('x', 'f32', [2])
  graph.output('y', graph.add('add', [x, x], {})[0]!)
  try {
    const session = await Session.open(graph, {
      ...{ provider: 'webgpu', weightsFolder: '.', weightMode: 'packed', threads: 1 }
    })
    await session.close()
    return null
  } catch (error) {
    if (error instanceof LetheError && error.code === 'deviceUnavailable')
      return String(error.params['reason'])
    throw error
  }
}
