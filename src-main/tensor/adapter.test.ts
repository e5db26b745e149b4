// What a system tells of its graphics adapters, read from folders like its own.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporaryFolder'
import { adapterNow, type AdapterSources } from './adapter'

function machine(files: Record<string, string>, other: Partial<AdapterSources> = {}) {
  const root = temporaryFolder()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  const linux = { platform: 'linux', arch: 'x64', processor: 'CPU', memoryBytes: 8e9 } as const
  return adapterNow({ ...linux, root, ...other })
}

const maps = (...libraries: string[]) => ({
  'proc/self/maps': libraries.map((name) => `7f00-7f01 r-xp 0 08:01 9 /usr/lib/${name}\n`).join('')
})
const card = (name: string, vendor: string, memory?: number) => ({
  [`sys/class/drm/${name}/device/vendor`]: `${vendor}\n`,
  ...(memory && { [`sys/class/drm/${name}/device/mem_info_vram_total`]: `${memory}\n` })
})
const nvidia = (bus: string, model: string) => ({
  [`proc/driver/nvidia/gpus/${bus}/information`]: `Model: \t\t ${model}\nIRQ: 5\n`
})

it('names the software driver that is loaded', () => {
  const found = machine(maps('chromium/libvk_swiftshader.so'))
  expect(found).toEqual({ name: 'SwiftShader (software)', memoryBytes: null })
})

it('names the card rather than a software driver beside it', () => {
  const files = {
    ...maps('libvulkan_lvp.so', 'libvulkan_radeon.so'),
    ...card('card0', '0x1002', 8e9)
  }
  expect(machine(files)).toEqual({ name: 'AMD', memoryBytes: 8e9 })
})

it('does not take a driver without its card for it', () => {
  const files = maps('libvulkan_radeon.so', 'libvulkan_intel.so', 'libvk_swiftshader.so')
  expect(machine(files)).toEqual({ name: 'SwiftShader (software)', memoryBytes: null })
  expect(machine({ ...files, ...card('card1', '0x8086') })).toMatchObject({ name: 'Intel' })
})

it('knows the model of one card of NVIDIA, and no model of two', () => {
  const one = { ...maps('libGLX_nvidia.so.0'), ...nvidia('0000:01:00.0', 'NVIDIA L4') }
  expect(machine(one)).toEqual({ name: 'NVIDIA L4', memoryBytes: null })
  expect(machine({ ...one, ...nvidia('0000:02:00.0', 'NVIDIA T4') })).toMatchObject({
    name: 'NVIDIA'
  })
})

it('says nothing where it cannot know', () => {
  const both = {
    ...maps('libvulkan_radeon.so', 'libvulkan_intel.so'),
    ...card('card0', '0x1002'),
    ...card('card1', '0x8086')
  }
  const unknown = { name: null, memoryBytes: null }
  expect(machine(both)).toEqual(unknown)
  expect(machine({})).toEqual(unknown)
  expect(machine({}, { platform: 'win32' })).toEqual(unknown)
  expect(machine({}, { platform: 'darwin' })).toEqual(unknown)
})

it("names Apple's own chips, which share the main memory", () => {
  const apple = { platform: 'darwin', arch: 'arm64', processor: 'Apple M2' } as const
  expect(machine({}, apple)).toEqual({ name: 'Apple M2', memoryBytes: 8e9 })
})
