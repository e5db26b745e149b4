// What models run on: tested, listed in words and figures, chosen, refused by name; the device that was
// really used stands with each answer.
import { existsSync } from 'node:fs'
import { z } from 'zod'
import { deviceListSchema } from '../../src-main/contract/devices'
import { en } from '../../src-renderer/messages/en/index'
import { softwareVulkan } from '../../src-main/testing/chromium'
import { startHost, startLethe } from './host'
import { expect, takeScreens, test } from './journey'

const generated = z.object({ text: z.string(), device: z.string() })
const generate = ['generate', 'Starter', '--prompt', 'Hello', '--max-tokens', '5', '--json']
const { devices: words } = en.settings

test('without a graphics device the CPU is used, and WebGPU is refused with its reason', async ({
  folder
}) => {
  // The driver of the machine, if there is one, is kept out of sight.
  const at = ['--data-dir', folder]
  const hidden = ['env', 'VK_ICD_FILENAMES=/nowhere.json', 'VK_DRIVER_FILES=/nowhere.json']
  const asked = startLethe([...generate, '--device', 'webgpu', ...at], '', hidden)
  expect(await asked.exit).toBe(1)
  expect(asked.printed()).toContain('(deviceUnavailable)')
  expect(asked.printed()).toContain('The device “webgpu” cannot be used')
  expect(asked.stdout()).toBe('')
  const automatic = startLethe([...generate, ...at], '', hidden)
  expect(await automatic.exit).toBe(0)
  expect(generated.parse(JSON.parse(automatic.stdout())).device).toMatch(/^CPU, \d+ threads?$/)
})

test('the settings tell what was found, and what is chosen there is used', async ({
  lethe,
  host
}) => {
  await lethe.goto(`${host.origin}/#/settings/device`)
  const section = lethe.getByRole('region', { name: en.settings.section.device })
  await section.getByRole('button', { name: words.testAgain }).click()
  await expect(section.getByText(/^Works, .+\sGFLOP\/s/)).toBeVisible({ timeout: 60_000 })
  await expect(section.getByText(words.automatic('CPU'))).toBeVisible({ timeout: 60_000 })
  await section.getByRole('radio', { name: 'CPU' }).click()
  await expect(section.getByRole('radio', { name: 'CPU' })).toBeChecked()
  await takeScreens(lethe, 'en-settings-devices')
  await lethe.goto(`${host.origin}/#/chat`)
  await lethe.getByRole('textbox', { name: en.chat.composer }).fill('Hello')
  await lethe.getByRole('textbox', { name: en.chat.composer }).press('Enter')
  await expect(lethe.getByText(/CPU, \d+ thread/)).toBeVisible()
})

test.describe('on a software device', () => {
  test.skip(!existsSync(softwareVulkan), "needs Chromium's software Vulkan device")
  const softwareDevice = { VK_ICD_FILENAMES: softwareVulkan, VK_DRIVER_FILES: softwareVulkan }

  test('WebGPU is measured, not chosen by itself, and used when it is asked for', async ({
    folder
  }) => {
    test.setTimeout(180_000)
    const at = ['--data-dir', folder]
    // One host for all commands: the device is tested once.
    const host = await startHost(folder, softwareDevice)
    const listed = startLethe(['devices', '--json', ...at])
    expect(await listed.exit, listed.printed()).toBe(0)
    const list = deviceListSchema.parse(JSON.parse(listed.stdout()))
    expect(list.automatic).toBe('cpu')
    expect(list.devices.find(({ provider }) => provider === 'webgpu')).toMatchObject({
      ...{ state: 'works', adapter: 'SwiftShader (software)' }
    })
    const answers = []
    for (const device of ['webgpu', 'cpu', 'auto']) {
      const run = startLethe([...generate, '--device', device, ...at])
      expect(await run.exit, run.printed()).toBe(0)
      answers.push(generated.parse(JSON.parse(run.stdout())))
    }
    const [webgpu, cpu, automatic] = answers
    expect(webgpu?.device).toBe('WebGPU on SwiftShader (software)')
    expect(webgpu?.text).toBe(cpu?.text)
    expect(automatic?.device).toBe(cpu?.device)
    expect(await host.stop()).toBe(0)
  })
})
