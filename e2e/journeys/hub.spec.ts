// Models of the Hugging Face hub: nothing without the switch, then downloaded, checked and used; a
// download that is cancelled or damaged leaves nothing. The hub is a server of the journey's own.
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { z } from 'zod'
import { en } from '../../src-renderer/messages/en/index'
import { ptBR } from '../../src-renderer/messages/pt-BR/index'
import { hubCommit, hubServer, type HubServer } from '../../src-main/testing/hubServer'
import { tinyModel, writeShardedModel } from '../../src-main/testing/tinyModel'
import { makeDataFolder, removeDataFolder, startHost, startLethe } from './host'
import { expect, takeScreens, test as base } from './journey'
import {
  answers,
  ask,
  expectEnded,
  inPortuguese,
  openChat,
  originOf,
  textOf,
  toasts
} from './window'

const starter = resolve(import.meta.dirname, '../../resources/starter')
const weights = 'model.safetensors'

const test = base.extend<{ hub: HubServer }>({
  hub: async ({ folder }, use) => {
    const sharded = await writeShardedModel(join(folder, 'sharded'), tinyModel())
    const hub = await hubServer({ models: { 'lethe/teacher': starter, 'lethe/parts': sharded } })
    await use(hub)
    await hub.close()
  },
  host: async ({ hub }, use) => {
    const dataFolder = makeDataFolder()
    const host = await startHost(dataFolder, { HF_ENDPOINT: hub.url })
    await use(host)
    if (host.process.exitCode === null && host.process.signalCode === null) await host.stop()
    removeDataFolder(dataFolder)
  }
})

const sheetOf = (page: Page, say: typeof en | typeof ptBR): Locator =>
  page.getByRole('dialog', { name: say.models.chooseTitle })

async function openSheet(page: Page): Promise<Locator> {
  await page.goto(`${originOf(page.url())}/#/models`)
  await page.getByRole('button', { name: en.models.add, exact: true }).first().click()
  const sheet = sheetOf(page, en)
  await sheet.getByRole('radio', { name: en.models.source.hub }).click()
  await expect(sheet.getByLabel(en.models.hub.label, { exact: true })).toBeFocused()
  return sheet
}

/** Half of the weights, and then nothing until the line is closed. */
function holdHalfway(hub: HubServer): void {
  hub.behaviour.answer = (name, start, response, bytes) => {
    if (name !== weights) return false
    response.writeHead(200, { 'content-length': String(bytes.length) })
    response.write(bytes.subarray(start, bytes.length / 2))
    return true
  }
}

test('a model is downloaded once the network is on, and answers as its original', async ({
  lethe,
  host,
  client,
  hub
}) => {
  const say = en.models
  let sheet = await openSheet(lethe)
  await expect(sheet).toContainText(say.hub.downloads(hub.host))
  await sheet.getByLabel(say.hub.label, { exact: true }).fill('lethe/teacher')
  // Off: it is said, and nothing can be started.
  await expect(sheet.getByRole('button', { name: say.addThis })).toBeDisabled()
  await takeScreens(lethe, 'hub-sheet-off')
  await inPortuguese(lethe, client, async () => {
    await expect(sheetOf(lethe, ptBR)).toContainText(ptBR.models.hub.downloads(hub.host))
    await takeScreens(lethe, 'hub-sheet-off-pt')
  })
  await sheet.getByRole('link', { name: say.hub.settings }).click()
  await expect(lethe.getByRole('heading', { name: en.network.servers })).toBeVisible()
  expect(hub.hub.requests).toEqual([])
  // What was typed is still there when one comes back.
  await lethe.goto(`${host.origin}/#/models`)
  await lethe.getByRole('button', { name: say.add, exact: true }).first().click()
  sheet = sheetOf(lethe, en)
  const field = sheet.getByLabel(say.hub.label, { exact: true })
  await expect(field).toHaveValue('lethe/teacher')
  await sheet.getByRole('button', { name: en.network.turnOn }).click()
  await expect(sheet.getByText(say.hub.isOff)).toBeHidden()
  await field.fill('https://example.org/lethe/teacher')
  await sheet.getByRole('button', { name: say.addThis }).click()
  await expect(sheet).toContainText('the address leads to another site')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await takeScreens(lethe, 'hub-sheet-on')
  expect(hub.hub.requests).toEqual([])

  await field.fill('huggingface.co/lethe/teacher')
  await field.press('Enter')
  await expect(toasts(lethe)).toContainText('teacher was added.')
  await expect(lethe.getByRole('row', { name: /^teacher/ })).toContainText('downloaded')
  await lethe.getByRole('link', { name: 'teacher', exact: true }).click()
  await expect(lethe.getByText(`hf:lethe/teacher@${hubCommit}`)).toBeVisible()
  await expect(lethe.getByText(say.hub.commitNote(hub.host))).toBeVisible()
  await takeScreens(lethe, 'hub-model')
  const requests = hub.hub.requests.length + hub.store.requests.length
  await lethe.getByRole('button', { name: `Online: ${requests} requests` }).click()
  const list = lethe.getByRole('dialog', { name: 'Network' })
  await expect(list).toContainText(`GET ${hub.host}/api/models/lethe/teacher/revision/main`)
  await expect(list).toContainText(en.network.purpose.download)
  await lethe.keyboard.press('Escape')

  const said: string[] = []
  for (const model of ['teacher', 'Starter']) {
    await openChat(lethe, client, { model, tokens: 24 })
    await ask(lethe, 'What is a language model?')
    await expectEnded(lethe)
    said.push(await textOf(answers(lethe).last()).innerText())
  }
  expect(said[0]).toBe(said[1])
})

test('a download shows how far it is; cancelled or damaged it leaves nothing', async ({
  lethe,
  host,
  client,
  hub
}) => {
  const say = en.models
  let sheet = await openSheet(lethe)
  await sheet.getByRole('button', { name: en.network.turnOn }).click()
  holdHalfway(hub)
  await sheet.getByLabel(say.hub.label, { exact: true }).fill('lethe/teacher')
  await sheet.getByRole('button', { name: say.addThis }).click()
  const card = lethe.getByRole('region', { name: 'Adding lethe/teacher' })
  await expect(card).toContainText(/Downloading \(model\.safetensors\): 4\sMB of 7\.8\sMB/)
  await takeScreens(lethe, 'hub-downloading')
  await card.getByRole('button', { name: 'Cancel' }).click()
  await expect(toasts(lethe)).toContainText('Adding lethe/teacher was cancelled.')
  await expect.poll(() => readdirSync(join(host.dataFolder, 'staging'))).toEqual([])

  delete hub.behaviour.answer
  hub.behaviour.bytes = (name, bytes) =>
    name === weights ? Buffer.from(bytes).fill(1, 9000, 9001) : bytes
  sheet = await openSheet(lethe)
  await sheet.getByLabel(say.hub.label, { exact: true }).fill('lethe/teacher')
  await sheet.getByRole('button', { name: say.addThis }).click()
  const alert = card.getByRole('alert')
  await expect(alert).toContainText(`${weights} from ${hub.host}`)
  await expect(alert).toContainText('Nothing was added, and what was downloaded has been removed.')
  await takeScreens(lethe, 'hub-damaged')
  expect(readdirSync(join(host.dataFolder, 'staging'))).toEqual([])
  await expect(lethe.getByRole('row')).toHaveCount(2) // the heading and Starter

  // It was only on the way: the same card tries again.
  delete hub.behaviour.bytes
  await card.getByRole('button', { name: 'Try again' }).click()
  await expect(toasts(lethe)).toContainText('teacher was added.')

  sheet = await openSheet(lethe)
  await sheet.getByLabel(say.hub.label, { exact: true }).fill('lethe/nobody')
  await sheet.getByRole('button', { name: say.addThis }).click()
  await expect(lethe.getByRole('alert')).toContainText('lethe/nobody')
  await inPortuguese(lethe, client, async () => {
    await expect(lethe.getByRole('alert')).toContainText(
      `${hub.host} não tem o modelo lethe/nobody, ou ele é privado.`
    )
    await takeScreens(lethe, 'hub-not-found-pt')
  })
})

test('the command line downloads shards, and refuses while the network is off', async ({
  hub,
  folder
}) => {
  const dataFolder = join(folder, 'data')
  const environment = { HF_ENDPOINT: hub.url, HF_TOKEN: 'hf_secretToken' }
  const run = async (...args: string[]) => {
    const started = startLethe([...args, '--data-dir', dataFolder], '', [], environment)
    const exit = await started.exit
    expect(started.printed()).not.toContain('hf_secretToken')
    return { exit, started }
  }
  const off = await run('import', 'hf:lethe/parts')
  expect(off.exit).toBe(1)
  expect(off.started.printed()).toContain('The network is off, so nothing was sent.')
  expect(off.started.printed()).toContain('lethe network on')
  expect(off.started.stdout()).toBe('')
  expect(hub.hub.requests).toEqual([])

  await run('network', 'on')
  const wrong = await run('import', 'hf:parts')
  expect([wrong.exit, wrong.started.printed().includes('(hubNameMalformed)')]).toEqual([1, true])
  const misused = await run('import', 'hf:lethe/parts', '--reference')
  expect(misused.exit).toBe(2)

  const added = await run('import', 'hf:lethe/parts', '--name', 'Parts', '--json')
  expect(added.exit, added.started.printed()).toBe(0)
  const imported = z.object({
    model: z.looseObject({ id: z.string() }),
    alreadyThere: z.boolean()
  })
  const first = imported.parse(JSON.parse(added.started.stdout()))
  expect(first).toMatchObject({
    alreadyThere: false,
    model: {
      ...{ name: 'Parts', family: 'llama', origin: 'copied' },
      hub: { host: hub.host, name: 'lethe/parts', commit: hubCommit }
    }
  })
  const again = await run('import', `hf:lethe/parts@${hubCommit}`, '--json')
  expect(imported.parse(JSON.parse(again.started.stdout()))).toMatchObject({
    ...{ alreadyThere: true, model: { id: first.model.id } }
  })
  const generated = await run(
    'generate',
    'Parts',
    '--prompt',
    'Once',
    '--max-tokens',
    '4',
    '--json'
  )
  expect(generated.exit, generated.started.printed()).toBe(0)
  const ids = z.object({ ids: z.array(z.number()) }).parse(JSON.parse(generated.started.stdout()))
  expect(ids.ids).toHaveLength(4)
  // The token went to the hub alone, and neither it nor signed addresses are in the log or the list.
  const sent = (server: HubServer['hub']) => server.requests.map((it) => it.headers.authorization)
  expect(new Set(sent(hub.hub))).toEqual(new Set(['Bearer hf_secretToken']))
  expect(new Set(sent(hub.store))).toEqual(new Set([undefined]))
  const listed = await run('network', '--last', '200', '--json')
  expect(listed.started.stdout()).not.toContain('Signature')
  expect(readdirSync(join(dataFolder, 'staging'))).toEqual([])
})
