// Whether WebGPU can be had where tests run: without a graphics card, on Chromium's software device.
import { LetheError } from '../base/errors'
import { Graph } from '../tensor/graph'
import { Session } from '../tensor/session'

let held: Session | undefined

/**
 * Why it cannot; null when it can. The session stays open as long as the process: meanwhile the device
 * keeps the kernels that were built, and building them is what takes time on a software device.
 */
export async function whyNoWebgpu(): Promise<string | null> {
  const graph = new Graph()
  const x = graph.input('x', 'f32', [2])
  graph.output('y', graph.add('add', [x, x], {})[0]!)
  try {
    held ??= await Session.open(graph, {
      ...{ provider: 'webgpu', weightsFolder: '.', weightMode: 'packed', threads: 1 }
    })
    return null
  } catch (error) {
    if (error instanceof LetheError && error.code === 'deviceUnavailable')
      return JSON.stringify(error.params['reason'])
    throw error
  }
}
