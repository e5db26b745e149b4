// lethe devices: what this machine can compute on, and what the test of each found.
import { z } from 'zod'
import type { Device, DeviceList, DeviceProvider } from '../../../contract/devices'
import { reasonText } from '../../../contract/errorTexts/errorText'
import type { Language } from '../../../contract/quantities'
import { parseValues, UsageError, type Command } from '../command'
import { formatBytes } from '../output'

const schema = z.object({ test: z.boolean().default(false) })

export const devicesCommand: Command = {
  usage: 'devices [--test]',
  summary: 'List what models can run on, and how fast it is',
  details: [
    'Each device is tested once: whether small models give the right numbers there, and how fast it',
    'multiplies matrices. A new driver or runtime is tested anew. --device auto takes WebGPU where it',
    'passes and is faster than the CPU, else the CPU.',
    '',
    '  --test   test all of them again'
  ].join('\n'),
  options: { test: { type: 'boolean' } },
  async run({ positionals, values, client, output, language, signal }) {
    if (positionals.length > 0) throw new UsageError(`unexpected "${positionals[0]}"`)
    const options = parseValues(schema, values)
    const lethe = await client()
    let list = await lethe.devices.list(undefined, { signal })
    if (options.test || list.automatic === null) {
      for await (const event of await lethe.devices.test(undefined, { signal })) {
        if (event.type === 'done') list = event.list
        else output.progress(`Testing ${titles[event.provider]}`, 'a minute and a half at most')
      }
    }
    output.result(list, describe(list, language))
  }
}

const titles: Record<DeviceProvider, string> = {
  ...{ cpu: 'CPU', webgpu: 'WebGPU', cuda: 'CUDA', dml: 'DirectML', coreml: 'Core ML' }
}

function describe(list: DeviceList, language: Language): string {
  const cpu = list.devices.find(({ provider }) => provider === 'cpu')
  const lines = list.devices.map(
    (device) => `${titles[device.provider]}: ${found(device, cpu, language)}`
  )
  if (list.automatic) lines.push(`auto means ${titles[list.automatic]} here.`)
  return lines.map((line) => `${line}\n`).join('')
}

function found(device: Device, cpu: Device | undefined, language: Language): string {
  const { state, reason, adapter, memoryBytes, largestDeviation, gigaflopsPerSecond } = device
  if (state === 'untested') return 'not tested yet'
  if (state === 'failed') return `cannot be used: ${reason ? reasonText(language, reason) : ''}`
  if (state === 'wrong') return `not used: its numbers are wrong by up to ${largestDeviation}`
  const memory = memoryBytes === null ? '' : ` (${formatBytes(memoryBytes)})`
  const where = adapter === null ? '' : ` on ${adapter}${memory}`
  const speed = `${Number((gigaflopsPerSecond ?? 0).toPrecision(3))} GFLOP/s`
  const deviation = `largest deviation ${(largestDeviation ?? 0).toExponential(1)}`
  return `works${where}, ${speed}${comparison(device, cpu)}; ${deviation}`
}

function comparison(device: Device, cpu: Device | undefined): string {
  const ratio = (device.gigaflopsPerSecond ?? 0) / (cpu?.gigaflopsPerSecond ?? 0)
  if (device.provider === 'cpu' || !Number.isFinite(ratio) || ratio === 0) return ''
  const times = Number((ratio > 1 ? ratio : 1 / ratio).toPrecision(2))
  return `, ${times} times ${ratio > 1 ? 'faster' : 'slower'} than the CPU`
}
