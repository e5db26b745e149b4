import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { buildEntry } from '../testing/buildEntry'
import { answerRow, conversationRow, modelRow, questionRow } from '../testing/storeRows'
import { temporaryFolder } from '../testing/temporaryFolder'
import { openStore, type Store } from './client'
import { sqliteError } from './sqliteErrors'

let workerUrl: URL
beforeAll(async () => {
  workerUrl = await buildEntry(new URL('./worker.ts', import.meta.url))
})

async function opened(dataFolder = temporaryFolder()): Promise<Store> {
  const store = await openStore({ dataFolder, workerUrl })
  onTestFinished(() => store.close())
  return store
}

async function asked(store: Store, text: string) {
  const conversation = await store.write.conversations.add(conversationRow())
  const question = questionRow(conversation.id, text)
  const answer = answerRow(question)
  await store.write.messages.ask({ conversationId: conversation.id, question, answer, title: text })
  return { conversation, question, answer }
}

describe('conversations and messages', () => {
  test('a question, its answer as it grows, its end', async () => {
    const store = await opened()
    const model = await store.write.models.add(modelRow())
    const conversation = await store.write.conversations.add(
      conversationRow({ draft: 'Hel', modelId: model.id })
    )
    const question = questionRow(conversation.id, 'Hello?')
    const answer = answerRow(question, { modelId: model.id, modelName: 'Tiny', createdAt: 9 })
    const after = await store.write.messages.ask({
      conversationId: conversation.id,
      question,
      answer,
      title: 'Hello?'
    })
    expect(after).toMatchObject({
      title: 'Hello?',
      draft: '',
      activeLeafId: answer.id,
      updatedAt: 9
    })
    expect((await store.read.models.get(model.id))?.lastUsedAt).toBe(9)

    await store.write.messages.append({ id: answer.id, text: 'Hi, ' })
    await store.write.messages.append({ id: answer.id, text: 'né 😀' })
    expect((await store.read.messages.get(answer.id))?.text).toBe('Hi, né 😀')
    const end = { id: answer.id, status: 'finished', stats: null, error: null } as const
    expect(await store.write.messages.finish(end)).toMatchObject({ status: 'finished' })
    expect((await store.write.messages.finish({ ...end, status: 'failed' })).status).toBe(
      'finished'
    )
    await expect(
      store.write.messages.append({ id: answer.id, text: 'more' })
    ).rejects.toMatchObject({
      code: 'notFound'
    })
    const all = await store.read.messages.ofConversation(conversation.id)
    expect(all.map(({ id }) => id)).toEqual([question.id, answer.id])
  })

  test('what cannot be stored whole is not stored at all', async () => {
    const store = await opened()
    const conversation = await store.write.conversations.add(conversationRow())
    const question = questionRow(conversation.id, 'Hello?')
    const answer = answerRow(question, { modelId: 'nobody' })
    const asking = { conversationId: conversation.id, question, answer, title: 'Hello?' }
    await expect(store.write.messages.ask(asking)).rejects.toMatchObject({ code: 'internal' })
    expect(await store.read.messages.ofConversation(conversation.id)).toEqual([])
    expect(await store.read.conversations.get(conversation.id)).toEqual(conversation)
  })

  test('answers left running are failed, their text kept', async () => {
    const store = await opened()
    const { answer } = await asked(store, 'Hello?')
    await store.write.messages.append({ id: answer.id, text: 'Half of' })
    const error = { code: 'engineLost', params: {} } as const
    expect(await store.write.messages.failRunning(error)).toBe(1)
    expect(await store.read.messages.get(answer.id)).toMatchObject({
      status: 'failed',
      error,
      text: 'Half of'
    })
  })

  test('erasing takes long conversations whole, and their words out of the file', async () => {
    const dataFolder = temporaryFolder()
    const store = await openStore({ dataFolder, workerUrl })
    const { conversation, answer } = await asked(store, 'first')
    const end = { status: 'finished', stats: null, error: null } as const
    await store.write.messages.finish({ id: answer.id, ...end })
    let parent = answer
    for (let i = 0; i < 520; i++) {
      const question = { ...questionRow(conversation.id, `xylophone${i}`), parentId: parent.id }
      parent = answerRow(question)
      const title = ''
      await store.write.messages.ask({
        conversationId: conversation.id,
        question,
        answer: parent,
        title
      })
      await store.write.messages.finish({ id: parent.id, ...end })
    }
    const kept = await asked(store, 'kept')
    const changes = { removedAt: 5 }
    await store.write.conversations.update({ id: conversation.id, changes })
    expect(await store.write.conversations.purge(5)).toBe(0)
    expect(await store.write.conversations.purge(6)).toBe(1)
    await store.scrub()
    expect(await store.read.messages.ofConversation(conversation.id)).toEqual([])
    expect(await store.read.conversations.get(kept.conversation.id)).not.toBeNull()
    await store.close()

    const database = new Database(join(dataFolder, 'lethe.sqlite'))
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(database.serialize().includes('xylophone')).toBe(false)
    database.exec(`INSERT INTO message_search (message_search, rank) VALUES ('integrity-check', 1)`)
    database.close()
  })
})

describe('models', () => {
  test('a taken name gets a number, also after an undo', async () => {
    const store = await opened()
    const first = await store.write.models.add(modelRow({ name: 'Tiny' }))
    const second = await store.write.models.add(modelRow({ name: 'tiny' }))
    expect(second.name).toBe('tiny 2')
    await expect(store.write.models.rename({ id: second.id, name: 'TINY' })).rejects.toMatchObject({
      code: 'nameTaken',
      params: { name: 'TINY' }
    })
    await store.write.models.remove({ id: first.id, at: 7 })
    await store.write.models.rename({ id: second.id, name: 'Tiny' })
    expect((await store.write.models.restore(first.id)).name).toBe('Tiny 2')
    expect(await store.read.models.list({ removed: true })).toEqual([])
  })

  test('purging spares the included one; messages keep the name', async () => {
    const store = await opened()
    const included = await store.write.models.add(modelRow({ origin: 'included' }))
    const copied = await store.write.models.add(modelRow({ origin: 'copied', path: '/data/x' }))
    const conversation = await store.write.conversations.add(
      conversationRow({ modelId: copied.id })
    )
    const question = questionRow(conversation.id, 'Hello?')
    const answer = answerRow(question, { modelId: copied.id, modelName: copied.name })
    await store.write.messages.ask({
      conversationId: conversation.id,
      question,
      answer,
      title: 'T'
    })
    for (const { id } of [included, copied]) await store.write.models.remove({ id, at: 7 })
    expect((await store.write.models.purge(8)).map(({ path }) => path)).toEqual(['/data/x'])
    expect((await store.read.models.all()).map(({ id }) => id)).toEqual([included.id])
    expect(await store.read.messages.get(answer.id)).toMatchObject({
      modelId: null,
      modelName: copied.name
    })
  })
})

describe('settings', () => {
  test('a value that no longer parses gives way to its default and is told', async () => {
    const dataFolder = temporaryFolder()
    const first = await openStore({ dataFolder, workerUrl })
    await first.write.settings.update({ theme: 'dark', interfaceSizePercent: 120 })
    await first.close()
    const database = new Database(join(dataFolder, 'lethe.sqlite'))
    database.exec(`
      UPDATE settings SET value = '4000' WHERE key = 'interfaceSizePercent';
      INSERT INTO settings VALUES ('language', '{{'), ('ofTheFuture', '1')`)
    database.close()
    const store = await opened(dataFolder)
    const { settings, unreadable } = await store.read.settings.get()
    expect(settings).toMatchObject({ theme: 'dark', interfaceSizePercent: 100, language: 'system' })
    expect(unreadable.sort()).toEqual(['interfaceSizePercent', 'language'])
  })
})

describe('the file', () => {
  test('killed while writing: every acknowledged write is there and the database is whole', async () => {
    const writer = fileURLToPath(
      await buildEntry(new URL('../testing/crashingWriter.ts', import.meta.url))
    )
    const dataFolder = temporaryFolder()
    const child = spawn(process.execPath, [writer, dataFolder, fileURLToPath(workerUrl)])
    let answerId = ''
    let acknowledged = -1
    for await (const line of createInterface({ input: child.stdout })) {
      const [id = '', number] = line.split(' ')
      answerId = id
      acknowledged = Number(number)
      if (acknowledged === 60) child.kill('SIGKILL')
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    expect(acknowledged).toBeGreaterThanOrEqual(60)

    const store = await opened(dataFolder)
    const numbers = (await store.read.messages.get(answerId))?.text.trim().split(' ').map(Number)
    expect(numbers?.slice(0, acknowledged + 1)).toEqual(
      Array.from({ length: acknowledged + 1 }, (_, i) => i)
    )
    expect(numbers?.length).toBeLessThanOrEqual(acknowledged + 2)
    const database = new Database(join(dataFolder, 'lethe.sqlite'), { readonly: true })
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    database.close()
  })

  test('what is no database is refused and stays as it is', async () => {
    const dataFolder = temporaryFolder()
    writeFileSync(join(dataFolder, 'lethe.sqlite'), 'This is a letter and not a database at all.')
    await expect(openStore({ dataFolder, workerUrl })).rejects.toMatchObject({
      code: 'fileMalformed',
      params: { path: join(dataFolder, 'lethe.sqlite') }
    })
  })

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'a folder that cannot be written is named',
    async () => {
      const dataFolder = temporaryFolder()
      chmodSync(dataFolder, 0o500)
      await expect(openStore({ dataFolder, workerUrl })).rejects.toMatchObject({
        code: 'folderNotWritable'
      })
    }
  )

  test('a full disk is called that', () => {
    const database = new Database(':memory:')
    database.exec('CREATE TABLE filler (x BLOB); PRAGMA max_page_count = 4')
    let caught: unknown
    try {
      database.prepare('INSERT INTO filler VALUES (randomblob(1000000))').run()
    } catch (error) {
      caught = sqliteError(error, '/data/lethe.sqlite')
    }
    expect(caught).toMatchObject({ code: 'diskFull', params: { path: '/data/lethe.sqlite' } })
    database.close()
  })

  test('calls after the end are refused', async () => {
    const store = await openStore({ dataFolder: temporaryFolder(), workerUrl })
    await store.close()
    await expect(store.read.settings.get()).rejects.toMatchObject({ code: 'internal' })
    await store.close()
  })
})
