// What is counted of a conversation, what could be left out of it, and that the model reads no more.
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Message } from '../contract/chat'
import { buildEntry } from '../testing/buildEntry'
import {
  openedApplication,
  resourcesWithStarter,
  type TestClient
} from '../testing/openedApplication'
import { scriptedEngines } from '../testing/scriptedEngines'
import { temporaryFolder } from '../testing/temporaryFolder'
import type { SpawnEngine } from './engineProcess'

let workerUrl: URL
let spawnEngine: SpawnEngine
beforeAll(async () => {
  workerUrl = await buildEntry(new URL('../store/worker.ts', import.meta.url))
  spawnEngine = await scriptedEngines()
})

async function opened() {
  const folder = temporaryFolder()
  const { application, client } = await openedApplication({
    dataFolder: join(folder, 'data'),
    resourcesFolder: resourcesWithStarter(join(folder, 'resources')),
    ...{ workerUrl, spawnEngine }
  })
  onTestFinished(() => application.close())
  await application.starterReady
  const { id } = await client.chat.create({})
  return { client, id }
}

async function ask(client: TestClient, conversationId: string, text: string): Promise<Message> {
  const { answer } = await client.chat.send({ conversationId, text })
  for await (const event of await client.chat.follow({ answerId: answer.id })) {
    if (event.type === 'end') return event.message
  }
  throw new Error('The answer did not end.')
}

/** What the model was given, as the scripted engine tells it. */
async function given(client: TestClient, id: string): Promise<string[]> {
  const { text } = await ask(client, id, 'echo')
  const { turns } = JSON.parse(text) as { turns: { content: string }[] }
  return turns.map(({ content }) => content)
}

// The scripted engine counts signs; the starter it plays reads 64.
describe('a conversation is measured', () => {
  test('with the typed text, the system prompt and what was said', async () => {
    const { client, id } = await opened()
    await client.chat.update({ id, systemPrompt: 'Short.' })
    await ask(client, id, 'count 3')
    expect(await client.chat.measure({ id, text: '' })).toMatchObject({
      tokens: 'Short.count 30 1 2 '.length,
      messageTokens: 0
    })
    expect(await client.chat.measure({ id, text: 'And then?' })).toEqual({
      tokens: 'Short.count 30 1 2 And then?'.length,
      messageTokens: 9,
      contextLength: 64,
      leaveOut: null
    })
  })

  test('a text that is too large is refused before anybody counts it', async () => {
    const { client, id } = await opened()
    const measured = client.chat.measure({ id, text: 'é'.repeat(3 * 2 ** 20) })
    await expect(measured).rejects.toMatchObject({ data: { code: 'promptTooLarge' } })
  })

  test('the fewest earliest turns are offered that leave half of the context', async () => {
    const { client, id } = await opened()
    for (const text of ['count 4', 'count 5', 'count 6']) await ask(client, id, text)
    const { messages } = await client.chat.get({ id })
    const questions = messages.filter(({ role }) => role === 'user')
    const { tokens, leaveOut } = await client.chat.measure({ id, text: 'count 1' })
    expect(tokens).toBe(15 + 17 + 19 + 7)
    expect(leaveOut).toEqual({
      ...{ messageId: questions[2]?.id, questions: 2, tokens: 19 + 7, all: false }
    })
  })

  test('what is offered can be taken, also where only one turn before the typed text would stay', async () => {
    const { client, id } = await opened()
    for (const text of ['count 4', 'count 5']) await ask(client, id, text)
    const text = 'x'.repeat(40)
    const { leaveOut } = await client.chat.measure({ id, text })
    expect(leaveOut).toMatchObject({ questions: 1, tokens: 17 + 40, all: false })
    await client.chat.startView({ id, messageId: leaveOut?.messageId ?? '' })
    expect(await client.chat.measure({ id, text })).toMatchObject({
      tokens: 17 + 40,
      leaveOut: null
    })
  })

  test('all that was said is offered where the typed text fits only by itself', async () => {
    const { client, id } = await opened()
    await client.chat.update({ id, systemPrompt: 'Hi' })
    const answer = await ask(client, id, 'count 5')
    expect((await client.chat.measure({ id, text: 'x'.repeat(44) })).leaveOut).toBeNull() // it fits
    const text = 'x'.repeat(50)
    const { leaveOut } = await client.chat.measure({ id, text })
    expect(leaveOut).toEqual({ messageId: answer.id, questions: 1, tokens: 52, all: true })
    const { messages } = await client.chat.startView({ id, messageId: answer.id })
    expect(messages.map(({ startsView }) => startsView)).toEqual([false, true])
    expect(await client.chat.measure({ id, text })).toMatchObject({ tokens: 52, leaveOut: null })
    expect(await given(client, id)).toEqual(['Hi', 'echo'])
    // What comes after is read with the question that the view begins with.
    expect((await given(client, id)).slice(0, 2)).toEqual(['Hi', 'echo'])
  })

  test('all that was said is offered beside a question that failed, too', async () => {
    const { client, id } = await opened()
    await ask(client, id, 'count 5')
    const failed = await ask(client, id, 'fail promptTooLong')
    const question = failed.parentId ?? ''
    await client.chat.update({ id, activeLeafId: question })
    const text = 'x'.repeat(50)
    const { leaveOut } = await client.chat.measure({ id, text })
    expect(leaveOut).toEqual({ messageId: question, questions: 1, tokens: 50, all: true })
    await client.chat.startView({ id, messageId: question })
    expect(await client.chat.measure({ id, text })).toMatchObject({ tokens: 50, leaveOut: null })
    expect(await given(client, id)).toEqual(['echo'])
  })

  test('nothing is offered where the last question alone is too long', async () => {
    const { client, id } = await opened()
    await ask(client, id, 'count 2')
    const long = await client.chat.measure({ id, text: 'x'.repeat(80) })
    expect(long).toMatchObject({ tokens: 91, leaveOut: null })
  })
})

describe('turns that are left out', () => {
  test('are kept, are not read, and come back', async () => {
    const { client, id } = await opened()
    await client.chat.update({ id, systemPrompt: 'Short.' })
    await ask(client, id, 'count 1')
    const second = await ask(client, id, 'count 2')
    const start = { id, messageId: second.parentId }
    const { messages } = await client.chat.startView(start)
    expect(messages.map(({ startsView }) => startsView)).toEqual([false, false, true, false])
    expect(messages).toHaveLength(4)
    const signs = 'Short.count 20 1 '.length
    expect((await client.chat.measure({ id, text: '' })).tokens).toBe(signs)
    expect(await given(client, id)).toEqual(['Short.', 'count 2', '0 1 ', 'echo'])
    await client.chat.startView({ id, messageId: null })
    expect((await given(client, id)).slice(0, 3)).toEqual(['Short.', 'count 1', '0 '])
  })

  test('stay so on their own branch alone, and beside a question asked in other words', async () => {
    const { client, id } = await opened()
    const first = await ask(client, id, 'count 1')
    const second = await ask(client, id, 'count 2')
    await client.chat.startView({ id, messageId: second.parentId })
    await client.chat.edit({ questionId: second.parentId ?? '', text: 'count 3' })
    await expect
      .poll(async () => (await client.chat.get({ id })).messages.at(-1)?.status)
      .toBe('finished')
    expect(await given(client, id)).toEqual(['count 3', '0 1 2 ', 'echo'])
    await client.chat.update({ id, activeLeafId: first.id })
    expect(await given(client, id)).toEqual(['count 1', '0 ', 'echo'])
  })

  test('end with a message of the branch in view, or nothing changes', async () => {
    const { client, id } = await opened()
    const first = await ask(client, id, 'count 1')
    const { answer } = await client.chat.edit({ questionId: first.parentId ?? '', text: 'count 2' })
    await expect
      .poll(async () => (await client.chat.get({ id })).messages.at(-1))
      .toMatchObject({ id: answer.id, status: 'finished' })
    for (const messageId of [first.id, first.parentId, 'none']) {
      const refused = client.chat.startView({ id, messageId })
      await expect(refused).rejects.toMatchObject({ data: { code: 'notFound' } })
    }
  })

  test('let an answer go on that had filled the context', async () => {
    const { client, id } = await opened()
    await ask(client, id, 'count 2')
    const full = await ask(client, id, 'full')
    expect(full.status).toBe('contextFull')
    const measured = await client.chat.measure({ id, text: '', continues: true })
    expect(measured.leaveOut).toMatchObject({ messageId: full.parentId })
    await client.chat.startView({ id, messageId: full.parentId })
    await client.chat.continue({ answerId: full.id })
    await expect
      .poll(async () => (await client.chat.get({ id })).messages.at(-1))
      .toMatchObject({
        id: full.id,
        status: 'finished'
      })
  })
})
