import { fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { AnswerEvent, Message } from '../contract/chat'
import { buildEntry } from '../testing/buildEntry'
import { isRunning } from '../testing/isRunning'
import {
  openedApplication,
  resourcesWithStarter,
  type TestClient
} from '../testing/openedApplication'
import { scriptedEngines } from '../testing/scriptedEngines'
import { temporaryFolder } from '../testing/temporaryFolder'
import { titleOf } from './answers'
import type { SpawnEngine } from './engineProcess'

let workerUrl: URL
let spawnEngine: SpawnEngine
beforeAll(async () => {
  workerUrl = await buildEntry(new URL('../store/worker.ts', import.meta.url))
  spawnEngine = await scriptedEngines()
})

async function opened(folder = temporaryFolder()) {
  const made = await openedApplication({
    dataFolder: join(folder, 'data'),
    resourcesFolder: resourcesWithStarter(join(folder, 'resources')),
    workerUrl,
    spawnEngine
  })
  onTestFinished(() => made.application.close())
  await made.application.starterReady
  const conversation = await made.client.chat.create({})
  return { ...made, folder, conversation }
}

async function followed(client: TestClient, answerId: string): Promise<AnswerEvent[]> {
  const events: AnswerEvent[] = []
  for await (const event of await client.chat.follow({ answerId })) events.push(event)
  return events
}

/** What a window shows after these events. */
function shown(events: AnswerEvent[]): string {
  return events.reduce(
    (text, event) => (event.type === 'text' ? text.slice(0, event.offset) + event.text : text),
    ''
  )
}

async function ended(client: TestClient, answerId: string): Promise<Message> {
  const last = (await followed(client, answerId)).at(-1)
  if (last?.type !== 'end') throw new Error('The answer did not end.')
  return last.message
}

async function ask(client: TestClient, conversationId: string, text: string): Promise<Message> {
  const { answer } = await client.chat.send({ conversationId, text })
  return ended(client, answer.id)
}

async function textBegun(client: TestClient, answerId: string): Promise<void> {
  for await (const event of await client.chat.follow({ answerId })) {
    if (event.type === 'text' && event.text !== '') break
  }
}

describe('an answer', () => {
  test('is written, followed by anybody at any time, and stored with its figures', async () => {
    const { client, conversation } = await opened()
    await client.chat.update({ id: conversation.id, draft: 'count 30' })
    const sent = await client.chat.send({ conversationId: conversation.id, text: 'count 30' })
    expect(sent.conversation).toMatchObject({
      title: 'count 30',
      draft: '',
      activeLeafId: sent.answer.id
    })
    expect(sent.answer).toMatchObject({ status: 'running', text: '', parentId: sent.question.id })
    const both = await Promise.all([
      followed(client, sent.answer.id),
      followed(client, sent.answer.id)
    ])
    const late = await followed(client, sent.answer.id)
    const wanted = Array.from({ length: 30 }, (_, i) => `${i} `).join('')
    for (const events of [...both, late]) {
      expect(events[0]).toMatchObject({ type: 'text', offset: 0 })
      expect(shown(events)).toBe(wanted)
      expect(events.filter(({ type }) => type === 'end')).toHaveLength(1)
      expect(events.at(-1)).toMatchObject({
        type: 'end',
        message: {
          text: wanted,
          status: 'finished',
          error: null,
          modelName: 'Starter',
          stats: { tokens: 3, device: 'cpu, scripted', seed: 7 }
        }
      })
    }
    expect((await client.models.get({ model: 'starter' })).lastUsedAt).not.toBeNull()
  })

  test('is given the branch: system prompt, earlier turns, questions without an answer together', async () => {
    const { client, conversation } = await opened()
    const { id } = conversation
    await client.chat.update({ id, systemPrompt: 'Be short.' })
    await ask(client, id, 'count 2')
    expect((await ask(client, id, 'fail noTokenizer')).error?.code).toBe('noTokenizer')
    const lost = await client.chat.send({ conversationId: id, text: 'wait' })
    expect((await ended(client, lost.answer.id)).status).toBe('failed')
    const prompt: unknown = JSON.parse((await ask(client, id, 'echo')).text)
    expect(prompt).toEqual({
      type: 'chat',
      turns: [
        { role: 'system', content: 'Be short.' },
        { role: 'user', content: 'count 2' },
        { role: 'assistant', content: '0 1 ' },
        { role: 'user', content: 'fail noTokenizer' },
        { role: 'assistant', content: 'half ' },
        { role: 'user', content: 'wait\n\necho' }
      ]
    })
  })

  test('can be had again, beside the earlier one', async () => {
    const { client, conversation } = await opened()
    const first = await ask(client, conversation.id, 'pid')
    const again = await client.chat.regenerate({ answerId: first.id })
    const second = await ended(client, again.answer.id)
    expect(second.parentId).toBe(first.parentId)
    const { messages, conversation: after } = await client.chat.get({ id: conversation.id })
    expect(messages.map(({ id }) => id)).toEqual([first.parentId, first.id, second.id])
    expect(after.activeLeafId).toBe(second.id)
    // Back to the first branch, and on from there.
    await client.chat.update({ id: conversation.id, activeLeafId: first.id })
    const next = await client.chat.send({ conversationId: conversation.id, text: 'count 1' })
    expect(next.question.parentId).toBe(first.id)
    await ended(client, next.answer.id)
  })

  test('stops when told, with its text; another one may not begin before', async () => {
    const { client, conversation } = await opened()
    const { answer } = await client.chat.send({ conversationId: conversation.id, text: 'forever' })
    await textBegun(client, answer.id)
    await expect(
      client.chat.send({ conversationId: conversation.id, text: 'count 1' })
    ).rejects.toMatchObject({ data: { code: 'engineBusy' } })
    expect(await client.chat.stop({ answerId: answer.id })).toEqual({ stopped: true })
    expect(await client.chat.stop({ answerId: answer.id })).toEqual({ stopped: false })
    const message = await ended(client, answer.id)
    expect(message).toMatchObject({ status: 'stopped', error: null })
    expect(message.text).toMatch(/^0 1 /)
    expect((await ask(client, conversation.id, 'count 1')).text).toBe('0 ')
  })

  test('whose engine is killed keeps its text, and the next question works', async () => {
    const { client, conversation } = await opened()
    expect(await ask(client, conversation.id, 'die 3')).toMatchObject({
      text: '0 1 2 ',
      status: 'failed',
      error: { code: 'engineLost', params: {} }
    })
    expect((await ask(client, conversation.id, 'count 1')).status).toBe('finished')
  })

  test('never shows half a sign', async () => {
    const { client, conversation } = await opened()
    expect((await ask(client, conversation.id, 'halves')).text).toBe('a😀b')
  })

  test('of a model whose files are gone fails and says which', async () => {
    const { client, conversation } = await opened()
    const model = await client.models.get({ model: 'Starter' })
    rmSync(join(model.path, 'model.safetensors'))
    const message = await ask(client, conversation.id, 'count 1')
    expect(message.error).toEqual({
      code: 'modelFilesMissing',
      params: { model: 'Starter', path: join(model.path, 'model.safetensors') }
    })
    expect((await client.models.list({})).models[0]?.missing).toBe(true)
  })

  test('is refused before anything is stored when the question is none, or far too long', async () => {
    const { client, conversation } = await opened()
    const { id } = conversation
    await client.chat.update({ id, draft: 'kept' })
    const send = (text: string) => client.chat.send({ conversationId: id, text })
    await expect(send(' \n')).rejects.toMatchObject({ data: { code: 'promptEmpty' } })
    await expect(send('é'.repeat(5_000_000))).rejects.toMatchObject({
      data: { code: 'promptTooLarge', params: { sizeBytes: 10_000_000 } }
    })
    await client.chat.remove({ id })
    await expect(send('count 1')).rejects.toMatchObject({ data: { code: 'notFound' } })
    const after = await client.chat.get({ id })
    expect([after.messages, after.conversation.draft]).toEqual([[], 'kept'])
  })
})

describe('the tokens of an answer', () => {
  test('are stored with its text, and a new answer goes on from another one', async () => {
    const { client, conversation } = await opened()
    const answer = await ask(client, conversation.id, 'words')
    expect(answer.text).toBe('ba😀')
    const { tokens } = await client.chat.words({ messageId: answer.id })
    expect(tokens.map(({ id, start, end }) => [id, start, end])).toEqual([
      [1, 0, 1],
      [2, 1, 2],
      [3, 2, 2],
      [4, 2, 4]
    ])
    expect(tokens[1]?.alternatives).toEqual([
      { id: 2, text: 'a', logprob: -0.25, ends: false },
      { id: 9, text: '', logprob: -1000, ends: true }
    ])
    const from = { answerId: answer.id, index: 1 }
    await expect(client.chat.continueFrom({ ...from, tokenId: 5 })).rejects.toMatchObject({
      data: { code: 'notFound' }
    })
    const sent = await client.chat.continueFrom({ ...from, tokenId: 9 })
    expect(sent.answer).toMatchObject({ text: 'b', parentId: answer.parentId })
    const branch = await ended(client, sent.answer.id)
    const begun = JSON.stringify({ by: { ids: [1] }, next: 9 })
    expect(branch.text).toBe(`b${begun}`)
    expect((await client.chat.get({ id: conversation.id })).conversation.activeLeafId).toBe(
      branch.id
    )
    // The text that was added came without tokens: the rest of them is known no more.
    expect((await client.chat.words({ messageId: branch.id })).tokens).toHaveLength(1)
  })

  test('a stopped answer goes on as the same message, with its seed; a finished one does not', async () => {
    const { client, conversation } = await opened()
    const { answer } = await client.chat.send({ conversationId: conversation.id, text: 'forever' })
    await textBegun(client, answer.id)
    await client.chat.stop({ answerId: answer.id })
    const stopped = await ended(client, answer.id)
    const { answer: resumed } = await client.chat.continue({ answerId: answer.id })
    expect(resumed).toMatchObject({ id: answer.id, status: 'running', text: stopped.text })
    const whole = await ended(client, answer.id)
    expect(whole).toMatchObject({ status: 'finished', stats: { seed: 7, tokens: 3 } })
    expect(whole.text).toBe(
      `${stopped.text}${JSON.stringify({ by: { text: stopped.text }, next: null })}`
    )
    const { conversations } = await client.chat.list({ query: 'next null' })
    expect(conversations.map(({ id }) => id)).toEqual([conversation.id])
    await expect(client.chat.continue({ answerId: answer.id })).rejects.toMatchObject({
      data: { code: 'notFound' }
    })
  })

  test('a question in other words stands beside the first one', async () => {
    const { client, conversation } = await opened()
    const first = await ask(client, conversation.id, 'count 1')
    const second = await ask(client, conversation.id, 'count 2')
    const edited = await client.chat.edit({ questionId: first.parentId ?? '', text: 'count 3' })
    expect(edited.question).toMatchObject({ parentId: null, text: 'count 3' })
    expect((await ended(client, edited.answer.id)).text).toBe('0 1 2 ')
    const { messages } = await client.chat.get({ id: conversation.id })
    expect(messages.map(({ id }) => id)).toContain(second.id)
    await expect(
      client.chat.edit({ questionId: first.id, text: 'no question' })
    ).rejects.toMatchObject({ data: { code: 'notFound' } })
  })
})

describe('the end of the app', () => {
  test('closing stops answers and keeps their text', async () => {
    const { client, conversation, application, folder } = await opened()
    const { answer } = await client.chat.send({ conversationId: conversation.id, text: 'forever' })
    await textBegun(client, answer.id)
    const following = followed(client, answer.id)
    await application.close()
    const text = shown(await following)
    const next = await opened(folder)
    expect(await ended(next.client, answer.id)).toMatchObject({ status: 'stopped', text })
  })

  test('killed: nothing that was shown is lost, no engine stays behind', async () => {
    const folder = temporaryFolder()
    const [app, engine] = await Promise.all(
      [
        new URL('../testing/askingApplication.ts', import.meta.url),
        new URL('../testing/scriptedEngine.ts', import.meta.url)
      ].map(buildEntry)
    )
    if (!app || !engine) throw new Error('not built')
    const data = join(folder, 'data')
    const resources = resourcesWithStarter(join(folder, 'resources'))
    const files = [fileURLToPath(workerUrl), fileURLToPath(engine)]
    const child = fork(fileURLToPath(app), [data, resources, ...files], { execArgv: [] })
    let seen = ''
    let enginePid = 0
    let answerId = ''
    child.on('message', (message: { answerId: string; text: string; enginePid: number }) => {
      ;({ answerId, enginePid } = message)
      seen = message.text
      if (seen.length > 400) child.kill('SIGKILL')
    })
    await once(child, 'exit')
    expect(seen.length).toBeGreaterThan(400)
    await expect.poll(() => isRunning(enginePid), { timeout: 10_000 }).toBe(false)

    const { client } = await opened(folder)
    const message = await ended(client, answerId)
    expect(message).toMatchObject({ status: 'failed', error: { code: 'engineLost' } })
    expect(message.text.startsWith(seen)).toBe(true)
    expect((await ask(client, message.conversationId, 'count 1')).text).toBe('0 ')
  })
})

test('titles are the first line, cut between words', () => {
  expect(titleOf('  Hello\tthere \nsecond line')).toBe('Hello there')
  const long = titleOf('How many words does it take until a title is cut somewhere in between?')
  expect(long).toBe('How many words does it take until a title is cut somewhere…')
  expect(long.length).toBeLessThanOrEqual(60)
  expect(Array.from(titleOf('😀'.repeat(100)))).toHaveLength(60)
})
