// The test of a device, on this machine's own: the CPU, and WebGPU where there is one.
import { expect, it } from 'vitest'
import { whyNoWebgpu } from '../testing/webgpu'
import { probeDevice } from './deviceProbe'

const reason = await whyNoWebgpu()

it('finds the CPU right and measures it', async () => {
  const { providers, largestDeviation, gigaflopsPerSecond, adapter } = await probeDevice('cpu', 1)
  expect(providers).toContainEqual({ name: 'cpu', bundled: true })
  // Fused forms add in another order: equal to the last bit they are not.
  expect(largestDeviation).toBeGreaterThan(0)
  expect(largestDeviation).toBeLessThan(1e-4)
  expect(gigaflopsPerSecond).toBeGreaterThan(0.1)
  expect(adapter).toEqual({ name: null, memoryBytes: null })
})

it.skipIf(reason !== null)('finds WebGPU right, measures it and names it', async () => {
  const { largestDeviation, gigaflopsPerSecond, adapter } = await probeDevice('webgpu', 1)
  expect(largestDeviation).toBeGreaterThan(0)
  expect(largestDeviation).toBeLessThan(1e-4)
  expect(gigaflopsPerSecond).toBeGreaterThan(0)
  if (process.env['VK_ICD_FILENAMES']?.includes('swiftshader'))
    expect(adapter.name).toBe('SwiftShader (software)')
})

it('fails by name where a provider is not there', async () => {
  await expect(probeDevice('coreml', 1)).rejects.toMatchObject({ code: 'deviceUnavailable' })
})
