// Devices are tested in processes that may die or hang; what they found is remembered, and a device
// that fails is refused by name, never replaced.
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { silentLog } from '../base/log'
import type { Device, DeviceProvider } from '../contract/devices'
import { openStore, type Store } from '../store/client'
import { buildEntry } from '../testing/buildEntry'
import { scriptedEngines } from '../testing/scriptedEngines'
import { temporaryFolder } from '../testing/temporaryFolder'
import { Changes } from './changes'
import { Devices, type DevicesOptions } from './devices'
import type { SpawnEngine } from './engineProcess'
import { SettingsKeeper } from './settings'

let workerUrl: URL
let spawnEngine: SpawnEngine
beforeAll(async () => {
  workerUrl = await buildEntry(new URL('../store/worker.ts', import.meta.url))
  spawnEngine = await scriptedEngines()
})

interface Made {
  devices: Devices
  settings: SettingsKeeper
  /** How many engines have been started. */
  spawned: () => number
}

async function made(options: Partial<DevicesOptions> = {}): Promise<Made & { store: Store }> {
  const dataFolder = temporaryFolder()
  const store = await openStore({ dataFolder: join(dataFolder), workerUrl })
  onTestFinished(() => store.close())
  return { store, ...madeOn(store, options) }
}

function madeOn(store: Store, options: Partial<DevicesOptions> = {}): Made {
  const changes = new Changes()
  const settings = new SettingsKeeper(store, changes, silentLog())
  let count = 0
  const spawn: SpawnEngine = () => {
    count++
    return spawnEngine()
  }
  const devices = new Devices({
    ...{ store, settings, spawn, fence: 1, changes, log: silentLog(), startedWith: null },
    ...options
  })
  onTestFinished(() => devices.close())
  return { devices, settings, spawned: () => count }
}

const found = async (devices: Devices, provider: DeviceProvider): Promise<Device | undefined> =>
  (await devices.list()).devices.find((device) => device.provider === provider)

test('the faster of the CPU and WebGPU is chosen, after one test of each', async () => {
  const { devices, settings, spawned } = await made()
  expect(await devices.list()).toMatchObject({
    devices: [{ provider: 'cpu', state: 'untested' }],
    automatic: null
  })
  await settings.update({ threads: 99 }) // as fast as the scripted CPU is
  const asked = Array.from({ length: 3 }, () => devices.providerFor('auto'))
  expect(await Promise.all(asked)).toEqual(['webgpu', 'webgpu', 'webgpu'])
  expect(spawned()).toBe(2)
  expect((await devices.list()).automatic).toBe('webgpu')
  await settings.update({ threads: 101 })
  expect(await devices.providerFor('auto')).toBe('cpu')
  expect(spawned()).toBe(3) // WebGPU's test does not depend on threads
})

test('what was found is remembered in the database', async () => {
  const { devices, store } = await made()
  await devices.providerFor('webgpu')
  const later = madeOn(store)
  expect(await later.devices.providerFor('webgpu')).toBe('webgpu')
  expect(await found(later.devices, 'webgpu')).toMatchObject({
    ...{ state: 'works', adapter: 'Scripted', gigaflopsPerSecond: 100, largestDeviation: 1e-5 }
  })
  expect(later.spawned()).toBe(0)
})

test('another driver is another test', async () => {
  const { devices, store } = await made()
  await devices.providerFor('webgpu')
  vi.stubEnv('VK_ICD_FILENAMES', '/another/driver.json')
  onTestFinished(() => void vi.unstubAllEnvs())
  const later = madeOn(store)
  expect(await found(later.devices, 'webgpu')).toBeUndefined()
  await later.devices.providerFor('webgpu')
  expect(later.spawned()).toBe(1)
})

test('the CPU needs no test', async () => {
  const { devices, spawned } = await made()
  expect(await devices.providerFor('cpu')).toBe('cpu')
  expect(spawned()).toBe(0)
})

test.each([
  ['cuda', { code: 'endedItsProcess', how: 'SIGSEGV' }],
  ['dml', { code: 'testTooSlow', seconds: 4 }],
  ['coreml', { code: 'said', by: 'runtime', text: 'no chip' }]
] as const)('%s, which fails its test, is refused with the reason', async (provider, reason) => {
  const { devices } = await made({ timeLimitMs: 4000 })
  await expect(devices.providerFor(provider)).rejects.toMatchObject({
    code: 'deviceUnavailable',
    params: { device: provider, reason }
  })
  expect(await found(devices, provider)).toMatchObject({ state: 'failed' })
  expect(await devices.providerFor('cpu')).toBe('cpu')
})

test('a device whose numbers are wrong is refused, and not chosen', async () => {
  vi.stubEnv('LETHE_SCRIPTED_WEBGPU', 'wrong')
  onTestFinished(() => void vi.unstubAllEnvs())
  const { devices } = await made()
  expect(await devices.providerFor('auto')).toBe('cpu')
  await expect(devices.providerFor('webgpu')).rejects.toMatchObject({
    code: 'deviceUnavailable',
    params: { reason: { code: 'numbersWrong', deviation: 0.5 } }
  })
  expect(await found(devices, 'webgpu')).toMatchObject({ state: 'wrong', largestDeviation: 0.5 })
})

test('a device that ended its process while in use counts as failed until it is tested again', async () => {
  const { devices, settings } = await made({ timeLimitMs: 4000 })
  await settings.update({ threads: 10 })
  expect(await devices.providerFor('auto')).toBe('webgpu')
  expect(await devices.lost('webgpu', 'SIGABRT')).toMatchObject({ code: 'deviceUnavailable' })
  expect(await devices.providerFor('auto')).toBe('cpu')
  await expect(devices.providerFor('webgpu')).rejects.toThrow(/SIGABRT/)
  const events = []
  for await (const event of devices.test()) events.push(event.type)
  expect(events.at(-1)).toBe('done')
  expect(await devices.providerFor('webgpu')).toBe('webgpu')
})

test('testing again tells what is tested, then what was found', async () => {
  const { devices } = await made({ timeLimitMs: 4000 })
  const events = []
  for await (const event of devices.test()) events.push(event)
  expect(events.at(-1)).toMatchObject({
    type: 'done',
    list: {
      testing: false,
      devices: [
        { provider: 'cpu', state: 'works' },
        { provider: 'webgpu', state: 'works' },
        { provider: 'dml', state: 'failed' }
      ]
    }
  })
  expect(events.filter(({ type }) => type === 'testing').length).toBeGreaterThan(0)
})

test('whoever leaves ends the test, and nothing is remembered of what was not finished', async () => {
  const { devices } = await made()
  for await (const event of devices.test())
    if (event.type === 'testing' && event.provider === 'dml') break
  expect(await found(devices, 'dml')).toMatchObject({ state: 'untested' })
  const waiting = devices.providerFor('dml')
  waiting.catch(() => {})
  await devices.close()
  await expect(waiting).rejects.toMatchObject({ code: 'cancelled' })
})
