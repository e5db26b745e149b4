import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Change } from '../contract/system'
import type { SpawnEngine } from '../jobs/engineProcess'
import { buildEntry } from '../testing/buildEntry'
import { modelFolder, openedApplication, resourcesWithStarter } from '../testing/openedApplication'
import type { TestClient } from '../testing/openedApplication'
import { scriptedEngines } from '../testing/scriptedEngines'
import { temporaryFolder } from '../testing/temporaryFolder'
import { router } from './router'

let workerUrl: URL
let spawnEngine: SpawnEngine
beforeAll(async () => {
  workerUrl = await buildEntry(new URL('../store/worker.ts', import.meta.url))
  spawnEngine = await scriptedEngines()
})

/** The application behind a real message port, as the window sees it. */
async function opened() {
  const folder = temporaryFolder()
  const dataFolder = join(folder, 'data')
  const resourcesFolder = resourcesWithStarter(join(folder, 'resources'))
  const { application } = await openedApplication({
    ...{ dataFolder, resourcesFolder, workerUrl, spawnEngine }
  })
  await application.starterReady
  const { port1, port2 } = new MessageChannel()
  new RPCHandler(router).upgrade(port1, { context: application.context })
  const client: TestClient = createORPCClient(new RPCLink({ port: port2 }))
  port1.start()
  port2.start()
  onTestFinished(async () => {
    port1.close()
    port2.close()
    await application.close()
  })
  return { application, client, folder, dataFolder }
}

async function ask(client: TestClient, conversationId: string, text: string): Promise<void> {
  const { answer } = await client.chat.send({ conversationId, text })
  for await (const event of await client.chat.follow({ answerId: answer.id })) void event
}

describe('errors', () => {
  test('leave as the one kind of the contract, streams included', async () => {
    const { client, application, dataFolder } = await opened()
    const carried = (code: string, params: object) => ({
      code: 'LETHE',
      defined: true,
      data: { code, params }
    })
    await expect(client.models.get({ model: 'Strater' })).rejects.toMatchObject(
      carried('modelNotFound', { model: 'Strater', nearest: 'Starter' })
    )
    const followed = async () => {
      for await (const event of await client.chat.follow({ answerId: 'none' })) void event
    }
    await expect(followed()).rejects.toMatchObject(
      carried('notFound', { kind: 'answer', id: 'none' })
    )
    const wrong = client.settings.update({ interfaceSizePercent: 3000 })
    await expect(wrong).rejects.toMatchObject(
      carried('invalidInput', {
        ...{ field: 'value', name: 'interfaceSizePercent' },
        reason: { code: 'valueTooLarge', most: 200 }
      })
    )
    // What nobody expected is said to be that, and its stack is in the log.
    application.context.system.info = () => Promise.reject(new TypeError('a slip of ours'))
    await expect(client.system.info()).rejects.toMatchObject(
      carried('internal', { reason: { code: 'said', by: 'program', text: 'a slip of ours' } })
    )
    const log = readFileSync(join(dataFolder, 'logs', 'lethe.log'), 'utf8')
    expect(log).toMatch(/system\.info.*TypeError: a slip of ours.*router\.test/)
  })
})

describe('generate', () => {
  test('streams text, then the whole; chat and command line ask the same', async () => {
    const { client } = await opened()
    const sampling = (await client.chat.create({})).sampling
    const generate = async (text: string, raw: boolean) => {
      let streamed = ''
      const prompt = { type: 'text', text, raw } as const
      for await (const event of await client.inference.generate({
        model: 'starter',
        prompt,
        sampling
      })) {
        if (event.type === 'text') streamed += event.text
        else return { streamed, result: event.result }
      }
      throw new Error('no result')
    }
    const { streamed, result } = await generate('echo', false)
    expect(result.text).toBe(streamed)
    const conversation = await client.chat.create({})
    await ask(client, conversation.id, 'echo')
    const { messages } = await client.chat.get({ id: conversation.id })
    expect(messages.at(-1)?.text).toBe(streamed)
    expect(JSON.parse((await generate('echo', true)).streamed)).toEqual({
      type: 'text',
      text: 'echo'
    })
    await expect(generate('die 1', false)).rejects.toMatchObject({ data: { code: 'engineLost' } })
  })

  test('ends when the caller gives up', async () => {
    const { client } = await opened()
    const { sampling } = await client.chat.create({})
    const stop = new AbortController()
    const prompt = { type: 'text', text: 'forever', raw: true } as const
    const input = { model: 'starter', prompt, sampling }
    const reading = (async () => {
      for await (const event of await client.inference.generate(input, { signal: stop.signal })) {
        if (event.type === 'text') stop.abort()
      }
    })()
    await expect(reading).rejects.toThrow(/abort/i)
    // The engine is free again.
    const conversation = await client.chat.create({})
    await ask(client, conversation.id, 'count 1')
    expect((await client.chat.get({ id: conversation.id })).messages.at(-1)?.text).toBe('0 ')
  })
})

test('changes are told to everybody who listens', async () => {
  const { client } = await opened()
  const stop = new AbortController()
  const seen: Change[] = []
  const changes = await client.system.changes(undefined, { signal: stop.signal })
  const listening = (async () => {
    for await (const change of changes) {
      seen.push(change)
      if (change.topic === 'settings') return
    }
  })()
  const { id } = await client.chat.create({})
  await client.settings.update({ theme: 'dark' })
  await listening
  stop.abort()
  expect(seen).toContainEqual({ topic: 'conversations', id })
  expect(await client.settings.get()).toMatchObject({ theme: 'dark', language: 'system' })
})

test('a setting that is changed leaves the others as they are', async () => {
  const { client } = await opened()
  const chosen = { language: 'pt-BR', networkOn: true, threads: 1, sidebarFolded: true } as const
  await client.settings.update(chosen)
  expect(await client.settings.update({ theme: 'dark' })).toMatchObject(chosen)
  expect(await client.settings.update({})).toMatchObject({ ...chosen, theme: 'dark' })
})

test('settings that are changed at the same time all hold', async () => {
  const { client } = await opened()
  const { id, sampling } = await client.chat.create({})
  await Promise.all([
    client.chat.update({ id, sampling: { temperature: 0, topK: 0 } }),
    client.chat.update({ id, sampling: { maxTokens: 15 } })
  ])
  const { conversation } = await client.chat.get({ id })
  expect(conversation.sampling).toEqual({ ...sampling, temperature: 0, topK: 0, maxTokens: 15 })
})

test('a conversation is found, exported, removed and brought back', async () => {
  const { client } = await opened()
  const { id } = await client.chat.create({})
  await client.chat.update({ id, systemPrompt: 'Seja breve.' })
  await ask(client, id, 'count 2\n"São João" & <b>')
  await client.settings.update({ language: 'pt-BR' })
  const found = async (query: string) => (await client.chat.list({ query })).conversations
  expect((await found('"sao joao"'))[0]).toMatchObject({
    id,
    snippet: expect.stringContaining('<b>')
  })
  expect(await found('"joao sao"')).toEqual([])

  const markdown = await client.chat.export({ id, format: 'markdown' })
  expect(markdown).toMatchObject({ fileName: 'count 2.md', mediaType: 'text/markdown' })
  expect(markdown.text).toBe(
    '# count 2\n\n## Instruções do sistema\n\nSeja breve.\n\n## Você\n\ncount 2\n"São João" & <b>\n\n' +
      '## Starter\n\n_Esta resposta foi interrompida por um erro._\n'
  )
  const json = await client.chat.export({ id, format: 'json' })
  const data = JSON.parse(json.text) as { messages: unknown[] }
  expect(data.messages).toHaveLength(2)

  await client.chat.remove({ id })
  expect(await found('joao')).toEqual([])
  await client.chat.restore({ id })
  expect(await found('joao')).toHaveLength(1)
})

test('the machine and its folders', async () => {
  const { client, folder, dataFolder } = await opened()
  expect(await client.system.info()).toMatchObject({
    version: '0.0.0',
    dataFolder,
    runtime: expect.stringMatching(/^\d+\.\d+/),
    canPickFolder: false,
    starterPrompts: { en: ['Hello'], 'pt-BR': ['Olá'] }
  })
  const place = join(folder, 'place')
  modelFolder(join(place, 'b model'))
  modelFolder(join(place, '.hidden'))
  writeFileSync(join(place, 'a file'), 'four')
  expect(await client.system.listFolder({ path: place })).toEqual({
    path: place,
    parent: folder,
    entries: [
      {
        name: 'b model',
        path: join(place, 'b model'),
        kind: 'folder',
        sizeBytes: null,
        looksLikeModel: true
      },
      {
        name: 'a file',
        path: join(place, 'a file'),
        kind: 'file',
        sizeBytes: 4,
        looksLikeModel: false
      }
    ]
  })
  await expect(client.system.listFolder({ path: join(place, 'none') })).rejects.toMatchObject({
    data: { code: 'fileNotFound' }
  })
  await expect(client.system.pickFolder()).rejects.toMatchObject({ data: { code: 'notFound' } })
})

test('the log holds nothing that was asked or answered', async () => {
  const { client, dataFolder } = await opened()
  const { id } = await client.chat.create({})
  await client.chat.update({ id, title: 'secret-title', systemPrompt: 'secret-system' })
  for (const text of [
    'echo secret-question',
    'die 1',
    'fail internal',
    'secret-part',
    'nonsense'
  ]) {
    await ask(client, id, text)
  }
  await client.inference.tokenize({ model: 'Starter', text: 'secret-tokens' })
  const log = readFileSync(join(dataFolder, 'logs', 'lethe.log'), 'utf8')
  expect(log).toContain('an answer ended')
  expect(log).not.toContain('secret')
})
