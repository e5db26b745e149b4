// The network: off until turned on, a second Lethe as a server in Compare, and the list of requests.
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { en } from '../../src-renderer/messages/en/index'
import { ptBR } from '../../src-renderer/messages/pt-BR/index'
import { answerEvent, listeningServer } from '../../src-main/testing/localServer'
import { ask, openCompare, prompt } from './compareWindow'
import { makeDataFolder, removeDataFolder, startHost, startLethe, type Host } from './host'
import { expect, takeScreens, test as base } from './journey'
import { inPortuguese } from './window'

const test = base.extend<{ server: Host }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants the braces
  server: async ({}, use) => {
    const dataFolder = makeDataFolder()
    const server = await startHost(dataFolder)
    await use(server)
    if (server.process.exitCode === null && server.process.signalCode === null) await server.stop()
    removeDataFolder(dataFolder)
  }
})

async function addServer(page: Page, name: string, address: string, key: string): Promise<void> {
  const say = en.network
  await page.getByRole('button', { name: say.add }).click()
  await page.getByLabel(say.name, { exact: true }).fill(name)
  await page.getByLabel(say.address, { exact: true }).fill(address)
  if (key !== '') await page.getByLabel(say.key, { exact: true }).fill(key)
  await page.getByRole('button', { name: say.save, exact: true }).click()
  await expect(page.getByRole('heading', { name, level: 4 })).toBeVisible()
}

async function openNetwork(page: Page, host: Host): Promise<void> {
  await page.goto(`${host.origin}/#/settings/network`)
  await expect(page.getByRole('heading', { name: en.network.servers })).toBeVisible()
}

test('a server is added, compared with, listed, and refused once the network is off', async ({
  lethe,
  host,
  client,
  server
}) => {
  await expect(lethe.getByRole('button', { name: 'Offline' })).toBeVisible()
  await openNetwork(lethe, host)
  await addServer(lethe, 'Second Lethe', `${server.origin}/v1`, server.token)
  // Off: the question to the server is refused in words, with the way to the switch.
  await lethe.getByRole('button', { name: 'Ask for its models' }).click()
  await expect(lethe.getByText('The network is off, so nothing was sent.')).toBeVisible()
  await lethe.locator('#settings-network').getByRole('switch', { name: 'Network on' }).click()
  await expect(lethe.getByRole('button', { name: 'Online: 0 requests' })).toBeVisible()
  await lethe.getByRole('button', { name: 'Ask for its models' }).click()
  await expect(lethe.getByText('It answered and offers 1 model.')).toBeVisible()
  await expect(lethe.getByRole('button', { name: 'Online: 1 request' })).toBeVisible()
  await lethe.getByRole('checkbox', { name: 'Starter' }).check()
  await takeScreens(lethe, 'network-settings')
  await inPortuguese(lethe, client, () => takeScreens(lethe, 'network-settings-pt'))

  await openCompare(lethe)
  await lethe.getByLabel('Model 2', { exact: true }).selectOption({ label: 'Starter', index: 1 })
  await expect(lethe.getByText('What you ask goes to 127.0.0.1')).toBeVisible()
  await lethe.getByLabel('How model 1 chooses words').selectOption('Exact')
  await lethe.getByLabel('How model 2 chooses words').selectOption('Exact')
  await ask(lethe)
  const columns = lethe.getByRole('article')
  await expect(columns).toHaveCount(2)
  await expect(columns.getByText('tokens/s')).toHaveCount(2)
  const remote = columns.filter({ hasText: 'Starter (Second Lethe)' })
  await expect(remote.getByText('Leaves Lethe, stays on this machine')).toBeVisible()
  await expect(remote.getByText('seed 7 asked for')).toBeVisible()
  // The same model with the same settings: the same answer through the other program's API.
  await lethe.keyboard.press('Escape')
  await lethe.getByRole('button', { name: 'Show differences' }).click()
  await expect(lethe.getByText('The same words as Starter').first()).toBeVisible()
  await takeScreens(lethe, 'network-compare')

  await lethe.getByRole('button', { name: 'Online: 2 requests' }).click()
  const list = lethe.getByRole('dialog', { name: 'Network' })
  await expect(
    list.getByText(`POST ${new URL(server.origin).host}/v1/chat/completions`)
  ).toBeVisible()
  await expect(list.getByText(`GET ${new URL(server.origin).host}/v1/models`)).toBeVisible()
  await expect(list.getByText('status 200')).toHaveCount(2)
  await takeScreens(lethe, 'network-badge')
  await list.getByRole('switch', { name: 'Network on' }).click()
  await lethe.keyboard.press('Escape')
  await expect(lethe.getByRole('button', { name: 'Offline' })).toBeVisible()
  await ask(lethe)
  await expect(lethe.getByText('The network is off, so nothing was sent.')).toBeVisible()
  await expect(lethe.getByLabel('Ask all of them')).toHaveValue(prompt)
  await lethe.getByRole('button', { name: 'Turn the network on' }).click()
  await expect(lethe.getByRole('button', { name: 'Online: 2 requests' })).toBeVisible()

  // Own text: the server's model is left out, and why.
  await lethe.getByRole('radio', { name: 'Own text' }).click()
  await expect(lethe.getByText('Models behind a server are left out here')).toBeVisible()
  // Blind: it is said before that the text leaves, and which one it was only after the vote.
  await lethe.getByRole('radio', { name: 'Blind vote' }).click()
  await expect(lethe.getByText('stays hidden until you vote')).toBeVisible()
  await ask(lethe)
  await expect(lethe.getByRole('button', { name: 'A is better' })).toBeEnabled()
  await expect(columns.getByText(/Second Lethe|Leaves/)).toHaveCount(0)
  await takeScreens(lethe, 'network-blind')
  await lethe.getByRole('button', { name: 'Tie' }).click()
  await expect(columns.getByText('Leaves Lethe')).toHaveCount(1)
})

test('a server that is killed in the middle keeps its words; the column says what happened', async ({
  lethe,
  host,
  client
}) => {
  const server = await listeningServer((request, response) => {
    if (request.url === '/v1/models') {
      response.end(JSON.stringify({ data: [{ id: 'frail:1b' }] }))
      return
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(answerEvent('Half of an answer'))
  })
  await openNetwork(lethe, host)
  await lethe.locator('#settings-network').getByRole('switch', { name: 'Network on' }).click()
  await addServer(lethe, 'Frail', server.url.href, '')
  await lethe.getByRole('button', { name: 'Ask for its models' }).click()
  await lethe.getByRole('checkbox', { name: 'frail:1b' }).check()
  await openCompare(lethe)
  await lethe.getByLabel('Model 2', { exact: true }).selectOption('frail:1b')
  await ask(lethe)
  const remote = lethe.getByRole('article').filter({ hasText: 'frail:1b (Frail)' })
  await expect(remote.getByText('Half of an answer')).toBeVisible()
  await server.close()
  await expect(
    remote.getByText(
      'frail:1b (Frail) did not answer. The others did; try again for this one only.'
    )
  ).toBeVisible()
  await expect(remote.getByText('closed the line in the middle of its answer')).toBeVisible()
  await expect(remote.getByText('Half of an answer')).toBeVisible()
  await expect(lethe.getByRole('article').getByText('tokens/s')).toHaveCount(1)
  await takeScreens(lethe, 'network-killed')
  await remote.getByRole('button', { name: 'Try again for this one only' }).click()
  await expect(remote.getByText('could not be reached: nothing listens there')).toBeVisible()
  await inPortuguese(lethe, client, async () => {
    await expect(remote.getByText('ninguém atende ali')).toBeVisible()
    await lethe.getByRole('button', { name: /^Online: \d+ pedidos/ }).click()
    await expect(lethe.getByText(ptBR.network.notConnected).first()).toBeVisible()
    await lethe.keyboard.press('Escape')
  })
  // Removed, and back with Undo.
  await openNetwork(lethe, host)
  await lethe.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(lethe.getByText('No server yet.')).toBeVisible()
  await lethe.getByRole('button', { name: 'Undo' }).last().click()
  await expect(lethe.getByRole('checkbox', { name: 'frail:1b' })).toBeChecked()
})

test('a wrong address is said at the form; nothing typed is lost', async ({ lethe, host }) => {
  await openNetwork(lethe, host)
  await lethe.getByRole('button', { name: 'Add a server' }).click()
  await lethe.getByRole('button', { name: 'LM Studio' }).click()
  await expect(lethe.getByLabel('Address', { exact: true })).toHaveValue('http://127.0.0.1:1234/v1')
  await lethe.getByLabel('Address', { exact: true }).fill('http://me:pass@example.org/v1')
  await lethe.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(lethe.getByText('a name or password has no place in it')).toBeVisible()
  await expect(lethe.getByLabel('Name', { exact: true })).toHaveValue('LM Studio')
  await takeScreens(lethe, 'network-form')
  await lethe.getByLabel('Address', { exact: true }).fill('https://example.org/v1')
  await lethe.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(lethe.getByText('Leaves this machine')).toBeVisible()
})

test('the command line adds a server, compares with it and lists the requests', async ({
  host,
  server
}) => {
  const run = async (input: string, ...args: string[]): Promise<unknown> => {
    const started = startLethe([...args, '--json', '--data-dir', host.dataFolder], input)
    expect(await started.exit, started.printed()).toBe(0)
    expect(started.printed()).not.toContain(server.token)
    return JSON.parse(started.stdout()) as unknown
  }
  const refused = startLethe(
    [
      'endpoints',
      'add',
      'Other',
      `${server.origin}/v1`,
      '--data-dir',
      host.dataFolder,
      '--key-stdin'
    ],
    `${server.token}\n`
  )
  expect(await refused.exit, refused.printed()).toBe(0)
  const off = startLethe(['endpoints', 'models', 'Other', '--data-dir', host.dataFolder])
  expect(await off.exit).toBe(1)
  expect(off.printed()).toContain('The network is off')
  await run('', 'network', 'on')
  expect(await run('', 'endpoints', 'models', 'other')).toEqual({
    models: ['remote:Other/Starter']
  })
  const compared = z
    .object({
      answers: z.array(z.object({ model: z.string(), text: z.string(), status: z.string() }))
    })
    .parse(
      await run('', 'compare', 'Starter', 'remote:Other/Starter', '--prompt', prompt, '--seed', '7')
    )
  const [local, remote] = compared.answers
  expect(remote).toMatchObject({ model: 'Starter (Other)', status: 'finished', text: local?.text })
  expect(await run('', 'network')).toMatchObject({
    on: true,
    requests: [
      { purpose: 'answer', status: 200 },
      { purpose: 'listModels', status: 200 }
    ]
  })
})
