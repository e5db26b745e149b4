// Every family on WebGPU with falling back to the CPU forbidden: the same numbers as the reference,
// read whole and through the cache that stays on the device.
import { describe } from 'vitest'
import { describeSomeCausalGoldens } from '../../testing/causalGoldens'
import { whyNoWebgpu } from '../../testing/webgpu'

const folders = [
  'tiny-llama-gqa',
  'tiny-llama-biases',
  'tiny-mistral',
  'tiny-qwen2',
  'tiny-qwen3',
  'tiny-gemma', // bf16
  'tiny-gemma2',
  'tiny-phi3',
  'tiny-gpt2' // f16
]

const reason = await whyNoWebgpu()

if (reason !== null) process.stderr.write(`SKIPPED: no family is tried on WebGPU: ${reason}\n`)
describe.skipIf(reason !== null)('WebGPU', () => {
  describeSomeCausalGoldens(folders, { device: 'webgpu', weightMode: 'packed' })
})
