import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { newId } from '../base/ids'
import type { ImportEvent, Model } from '../contract/models'
import { openStore } from '../store/client'
import { buildEntry } from '../testing/buildEntry'
import {
  modelFolder,
  openedApplication,
  resourcesWithStarter,
  type TestClient
} from '../testing/openedApplication'
import { scriptedEngines } from '../testing/scriptedEngines'
import { temporaryFolder } from '../testing/temporaryFolder'
import type { SpawnEngine } from './engineProcess'
import { restorableMs } from './sweep'

let workerUrl: URL
let spawnEngine: SpawnEngine
beforeAll(async () => {
  workerUrl = await buildEntry(new URL('../store/worker.ts', import.meta.url))
  spawnEngine = await scriptedEngines()
})

/** An application; without resources it has no starter model. */
async function opened(folder = temporaryFolder(), resourcesFolder = join(folder, 'nothing')) {
  const dataFolder = join(folder, 'data')
  const parts = { dataFolder, resourcesFolder, workerUrl, spawnEngine }
  const made = await openedApplication(parts)
  onTestFinished(() => made.application.close())
  await made.application.starterReady
  const inside = (name: string): string[] => readdirSync(join(dataFolder, name))
  return { ...made, folder, dataFolder, inside }
}

type Input = Parameters<TestClient['models']['import']>[0]

async function imported(client: TestClient, input: Input) {
  const events: ImportEvent[] = []
  for await (const event of await client.models.import(input)) events.push(event)
  const last = events.at(-1)
  if (last?.type !== 'done') throw new Error('The import did not end.')
  return { ...last, events }
}

const fromPath = (path: string, mode: 'reference' | 'copy', name?: string): Input => ({
  source: { type: 'path', path },
  mode,
  ...(name ? { name } : {})
})

describe('an import', () => {
  test('in place: a row with the path; the same again is there already', async () => {
    const { client, folder, inside } = await opened()
    const path = modelFolder(join(folder, 'Tiny'))
    const { model, alreadyThere, events } = await imported(client, fromPath(path, 'reference'))
    expect(model).toMatchObject({ name: 'Tiny', path, origin: 'referenced', missing: false })
    expect(alreadyThere).toBe(false)
    expect(events.slice(0, -1)).toContainEqual(expect.objectContaining({ stage: 'checking' }))
    const again = await imported(client, fromPath(path, 'reference'))
    expect([again.alreadyThere, again.model.id]).toEqual([true, model.id])
    expect((await client.models.list({})).models).toHaveLength(1)
    expect([inside('models'), inside('staging')]).toEqual([[], []])
    // Removed and imported again is an undo.
    await client.models.remove({ id: model.id })
    const undone = await imported(client, fromPath(path, 'reference'))
    expect([undone.alreadyThere, undone.model.id]).toEqual([false, model.id])
    expect((await client.models.list({})).models).toHaveLength(1)
  })

  test('copied: the files lie in the data folder; equal weights are stored once', async () => {
    const { client, folder, dataFolder, inside } = await opened()
    const path = modelFolder(join(folder, 'Tiny'))
    const first = (await imported(client, fromPath(path, 'copy'))).model
    expect(first).toMatchObject({ name: 'Tiny', origin: 'copied' })
    expect(first.path).toBe(join(dataFolder, 'models', first.id))
    writeFileSync(join(path, 'config.json'), '{"model_type":"llama","x":1}')
    const second = (await imported(client, fromPath(path, 'copy'))).model
    expect([second.name, second.sha256]).toEqual(['Tiny 2', first.sha256])
    const weights = (model: Model) => statSync(join(model.path, 'model.safetensors'))
    expect(weights(second).ino).toBe(weights(first).ino)
    expect(readFileSync(join(second.path, 'config.json'), 'utf8')).toContain('"x"')
    expect(readFileSync(join(first.path, 'config.json'), 'utf8')).not.toContain('"x"')
    expect(inside('staging')).toEqual([])
    expect(inside('models').sort()).toEqual([first.id, second.id].sort())
  })

  test.each(['reference', 'copy'] as const)('that fails leaves nothing (%s)', async (mode) => {
    const { client, folder, inside } = await opened()
    const path = modelFolder(join(folder, 'Broken'), 'BAD weights')
    await expect(imported(client, fromPath(path, mode))).rejects.toMatchObject({
      code: 'LETHE',
      data: { code: 'fileMalformed', params: { path: join(path, 'model.safetensors') } }
    })
    expect((await client.models.list({})).models).toEqual([])
    expect([inside('models'), inside('staging')]).toEqual([[], []])
  })

  test('that is aborted half-way leaves nothing, by signal or by leaving', async () => {
    const { client, folder, inside } = await opened()
    const path = modelFolder(join(folder, 'Slow'), 'SLOW weights')
    const stop = new AbortController()
    const input = fromPath(path, 'copy')
    const events = await client.models.import(input, { signal: stop.signal })
    const reading = (async () => {
      for await (const event of events) if (event.type === 'progress') stop.abort()
    })()
    await expect(reading).rejects.toMatchObject({ data: { code: 'cancelled' } })
    for await (const event of await client.models.import(input)) {
      if (event.type === 'progress') break
    }
    expect((await client.models.list({})).models).toEqual([])
    expect([inside('models'), inside('staging')]).toEqual([[], []])
  })

  test('under way when the app closes leaves nothing', async () => {
    const { client, application, folder, inside } = await opened()
    const path = modelFolder(join(folder, 'Slow'), 'SLOW weights')
    const ends = (async () => {
      for await (const event of await client.models.import(fromPath(path, 'copy'))) {
        if (event.type === 'progress') void application.close()
      }
    })()
    await expect(ends).rejects.toMatchObject({ data: { code: 'cancelled' } })
    await application.close()
    expect([inside('models'), inside('staging')]).toEqual([[], []])
  })

  test('of an upload takes what belongs to the model', async () => {
    const { client, application, folder, inside } = await opened()
    const path = modelFolder(join(folder, 'Sent'))
    const uploadId = newId()
    const send = (name: string, body: Buffer | string) =>
      application.uploads.receive(uploadId, name, Readable.from([body]))
    await send('model.safetensors', readFileSync(join(path, 'model.safetensors')))
    await send('config.json', '{}')
    await send('original/README.md', '# Sent')
    const input = { source: { type: 'upload', uploadId }, mode: 'copy', name: 'Sent' } as const
    const { model } = await imported(client, input)
    expect(model).toMatchObject({ name: 'Sent', origin: 'copied', missing: false })
    expect(readdirSync(model.path).sort()).toEqual(['config.json', 'model.safetensors'])
    expect(inside('staging')).toEqual([])
    await expect(imported(client, input)).rejects.toMatchObject({ data: { code: 'notFound' } })
  })
})

describe('the library', () => {
  test('finds by id and name, and suggests the nearest', async () => {
    const { client, folder } = await opened()
    const path = modelFolder(join(folder, 'Stories'))
    const { model } = await imported(client, fromPath(path, 'reference'))
    expect((await client.models.get({ model: model.id })).id).toBe(model.id)
    expect((await client.models.get({ model: 'stories' })).id).toBe(model.id)
    await expect(client.models.get({ model: 'storeis' })).rejects.toMatchObject({
      data: { code: 'modelNotFound', params: { model: 'storeis', nearest: 'Stories' } }
    })
    await client.models.remove({ id: model.id })
    await expect(client.models.get({ model: 'Stories' })).rejects.toMatchObject({
      data: { code: 'modelNotFound', params: { model: 'Stories' } }
    })
    expect((await client.models.list({ removed: true })).models.map(({ id }) => id)).toEqual([
      model.id
    ])
    expect((await client.models.restore({ id: model.id })).removedAt).toBeNull()
  })

  test('points a model to its new place only where the weights are the same', async () => {
    const { client, folder } = await opened()
    const path = modelFolder(join(folder, 'Tiny'))
    const { model } = await imported(client, fromPath(path, 'reference'))
    const moved = modelFolder(join(folder, 'Moved'))
    const other = modelFolder(join(folder, 'Other'), 'other weights')
    await expect(client.models.relocate({ id: model.id, path: other })).rejects.toMatchObject({
      data: { code: 'invalidInput', params: { field: 'path' } }
    })
    expect((await client.models.relocate({ id: model.id, path: moved })).path).toBe(moved)
  })

  test('tokenizes by name and by path', async () => {
    const { client, folder } = await opened()
    const file = join(folder, 'tokenizer.json')
    writeFileSync(file, '{}')
    const input = { model: file, text: 'x' }
    expect((await client.inference.tokenize(input)).tokens).toEqual(['x'])
    await expect(
      client.inference.tokenize({ model: join(folder, 'none'), text: 'x' })
    ).rejects.toMatchObject({ data: { code: 'modelNotFound' } })
  })
})

describe('at start', () => {
  test('the starter is registered once, again when replaced, and stays hidden when removed', async () => {
    const folder = temporaryFolder()
    const resources = resourcesWithStarter(join(folder, 'resources'))
    const first = await opened(folder, resources)
    const [starter] = (await first.client.models.list({})).models
    expect(starter).toMatchObject({ name: 'Starter', origin: 'included' })
    const id = starter?.id ?? ''
    await first.client.models.rename({ id, name: 'Mine' })
    await first.application.close()

    modelFolder(join(resources, 'starter'), 'better starter weights')
    const second = await opened(folder, resources)
    const [replaced] = (await second.client.models.list({})).models
    expect(replaced).toMatchObject({ id, name: 'Mine' })
    expect(replaced?.sha256).not.toBe(starter?.sha256)
    await second.client.models.remove({ id })
    await second.application.close()

    const third = await opened(folder, resources)
    expect((await third.client.models.list({})).models).toEqual([])
    expect((await third.client.models.restore({ id })).name).toBe('Mine')
  })

  test('leftovers and what was removed long ago go; what can be restored stays', async () => {
    const folder = temporaryFolder()
    const first = await opened(folder)
    const path = modelFolder(join(folder, 'Tiny'))
    const [old, recent] = await Promise.all(
      [1, 2].map(async () => (await imported(first.client, fromPath(path, 'copy'))).model)
    )
    if (!old || !recent) throw new Error('not imported')
    const conversation = await first.client.chat.create({})
    const kept = await first.client.chat.create({})
    await first.application.close()
    const { dataFolder } = first
    modelFolder(join(dataFolder, 'models', 'leftover'))
    modelFolder(join(dataFolder, 'staging', 'leftover'))
    const store = await openStore({ dataFolder, workerUrl })
    const longAgo = Date.now() - restorableMs - 1
    await store.write.models.remove({ id: old.id, at: longAgo })
    await store.write.models.remove({ id: recent.id, at: Date.now() })
    const changes = { removedAt: longAgo }
    await store.write.conversations.update({ id: conversation.id, changes })
    await store.write.conversations.update({ id: kept.id, changes: { removedAt: Date.now() } })
    await store.close()

    const second = await opened(folder)
    expect(second.inside('staging')).toEqual([])
    expect(second.inside('models')).toEqual([recent.id])
    const removed = await second.client.models.list({ removed: true })
    expect(removed.models.map(({ id }) => id)).toEqual([recent.id])
    expect((await second.client.models.restore({ id: recent.id })).missing).toBe(false)
    const { conversations } = await second.client.chat.list({ removed: true })
    expect(conversations.map(({ id }) => id)).toEqual([kept.id])
    expect((await second.client.chat.restore({ id: kept.id })).removedAt).toBeNull()
  })

  test('beside a lost database no model is taken for a leftover', async () => {
    const folder = temporaryFolder()
    const model = modelFolder(join(folder, 'data', 'models', newId()))
    await opened(folder)
    expect(existsSync(join(model, 'model.safetensors'))).toBe(true)
  })
})
