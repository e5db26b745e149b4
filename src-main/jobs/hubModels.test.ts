import { createHash } from 'node:crypto'
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { ImportEvent, Model } from '../contract/models'
import { buildEntry } from '../testing/buildEntry'
import {
  hubCommit,
  localHub,
  type HubBehaviour,
  type HubListingShape,
  type HubServer
} from '../testing/hubServer'
import { modelFolder, openedApplication } from '../testing/openedApplication'
import { scriptedEngines } from '../testing/scriptedEngines'
import { temporaryFolder } from '../testing/temporaryFolder'
import type { SpawnEngine } from './engineProcess'

let workerUrl: URL
let spawnEngine: SpawnEngine
beforeAll(async () => {
  workerUrl = await buildEntry(new URL('../store/worker.ts', import.meta.url))
  spawnEngine = await scriptedEngines()
})

const starter = resolve(import.meta.dirname, '../../resources/starter')
const weightsFile = 'model.safetensors'

interface Opened extends Awaited<ReturnType<typeof openedApplication>> {
  hub: HubServer
  inside(name: string): string[]
  get(reference?: string, signal?: AbortSignal): Promise<Gotten>
  models(): Promise<Model[]>
}
interface Gotten {
  model: Model
  alreadyThere: boolean
  events: ImportEvent[]
}

/** An application with the network on and a hub that serves the starter as lethe/starter. */
async function opened(
  behaviour: Partial<HubBehaviour> = {},
  { on = true, token = '', waitsMs = [1, 1] as number[] } = {}
): Promise<Opened> {
  const hub = await localHub({ models: { 'lethe/starter': starter }, ...behaviour })
  const folder = temporaryFolder()
  const dataFolder = join(folder, 'data')
  const made = await openedApplication({
    ...{ dataFolder, resourcesFolder: join(folder, 'nothing'), workerUrl, spawnEngine },
    hub: { endpoint: hub.url, token },
    hubWaitsMs: waitsMs
  })
  onTestFinished(() => made.application.close())
  await made.client.settings.update({ networkOn: on })
  const { client } = made
  return {
    ...{ ...made, hub },
    inside: (name) => readdirSync(join(dataFolder, name)),
    models: async () => (await client.models.list({})).models,
    async get(reference = 'lethe/starter', signal) {
      const events: ImportEvent[] = []
      const input = { source: { type: 'hub', reference }, mode: 'copy' } as const
      for await (const event of await client.models.import(input, signal ? { signal } : {})) {
        events.push(event)
      }
      const last = events.at(-1)
      if (last?.type !== 'done') throw new Error('The import did not end.')
      return { ...last, events }
    }
  }
}

/** The import fails with this, and leaves neither a row nor a file. */
async function expectFailure(app: Opened, expected: object, reference?: string): Promise<void> {
  await expect(app.get(reference)).rejects.toMatchObject({ data: expected })
  expect(await app.models()).toEqual([])
  expect([app.inside('models'), app.inside('staging')]).toEqual([[], []])
}

const sha256 = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex')

function sharded(folder: string, index: object): string {
  modelFolder(folder)
  const weights = join(folder, weightsFile)
  const parts = ['model-00001-of-00002.safetensors', 'model-00002-of-00002.safetensors']
  for (const name of parts) cpSync(weights, join(folder, name))
  writeFileSync(join(folder, 'model.safetensors.index.json'), JSON.stringify(index))
  return folder
}
const withoutSingle = (listing: HubListingShape): HubListingShape => ({
  ...listing,
  siblings: listing.siblings.filter(({ rfilename }) => rfilename !== weightsFile)
})
const goodIndex = {
  weight_map: {
    a: 'model-00001-of-00002.safetensors',
    b: 'model-00002-of-00002.safetensors',
    c: 'model-00001-of-00002.safetensors'
  }
}

describe('a model of the hub', () => {
  test('is downloaded with what an import needs, byte for byte, and remembers where from', async () => {
    const app = await opened()
    const { model, alreadyThere, events } = await app.get()
    expect(alreadyThere).toBe(false)
    expect(model).toMatchObject({
      ...{ name: 'starter', origin: 'copied', missing: false },
      hub: { host: app.hub.host, name: 'lethe/starter', commit: hubCommit }
    })
    const names = readdirSync(model.path).sort()
    expect(names).toContain('config.json')
    expect(names).not.toContain('prompts.json')
    for (const name of names)
      expect(sha256(join(model.path, name))).toBe(sha256(join(starter, name)))
    expect([app.inside('models'), app.inside('staging')]).toEqual([[model.id], []])

    const progress = events.filter((event) => event.type === 'progress')
    const total = Math.max(...progress.map(({ totalBytes }) => totalBytes))
    expect(total).toBeGreaterThan(readFileSync(join(starter, weightsFile)).length)
    expect(progress.every(({ doneBytes, totalBytes }) => doneBytes <= totalBytes)).toBe(true)
    const asked = app.hub.hub.requests.map(({ path }) => path)
    expect(asked[0]).toBe('/api/models/lethe/starter/revision/main?blobs=true')
    expect(
      asked.slice(1).every((path) => path.startsWith(`/lethe/starter/resolve/${hubCommit}/`))
    ).toBe(true)
    expect(asked.some((path) => path.endsWith('prompts.json'))).toBe(false)
  })

  test('makes only requests that are listed, each hop of them', async () => {
    const app = await opened()
    await app.get()
    const { requests } = await app.client.network.requests({ limit: 200 })
    const listed = requests.map(({ host, path }) => `${host}${path}`).sort()
    const served = [app.hub.hub, app.hub.store].flatMap((server) =>
      server.requests.map(({ path }) => `${server.url.host}${path.split('?')[0]}`)
    )
    expect(listed).toEqual(served.sort())
    expect(new Set(requests.map(({ purpose }) => purpose))).toEqual(
      new Set(['listFiles', 'download'])
    )
    expect(JSON.stringify(requests)).not.toContain('secret')
  })

  test('in shards comes whole, and nothing that its index does not name', async () => {
    const folder = sharded(join(temporaryFolder(), 'sharded'), goodIndex)
    const app = await opened({
      models: { 'a/b': folder },
      // Without the file in one piece, and with weights of another kind beside the shards.
      listing: (listing) => ({
        ...listing,
        siblings: [
          ...withoutSingle(listing).siblings,
          { rfilename: 'consolidated.safetensors', size: 1e15 },
          { rfilename: 'original/params.json', size: 10 }
        ]
      })
    })
    const { model } = await app.get('a/b')
    expect(readdirSync(model.path).sort()).toEqual([
      'config.json',
      'model-00001-of-00002.safetensors',
      'model-00002-of-00002.safetensors',
      'model.safetensors.index.json'
    ])
  })

  test('at the same commit is not downloaded twice; removed, it comes back', async () => {
    const app = await opened()
    const { model } = await app.get()
    const before = app.hub.store.requests.length
    const again = await app.get(`https://huggingface.co/lethe/starter/tree/${hubCommit}`)
    expect([again.alreadyThere, again.model.id]).toEqual([true, model.id])
    await app.client.models.remove({ id: model.id })
    const back = await app.get('hf:lethe/starter@main')
    expect([back.alreadyThere, back.model.id]).toEqual([false, model.id])
    expect(app.hub.store.requests.length).toBe(before)
    expect(await app.models()).toHaveLength(1)
  })

  test('goes on where the line broke, and says that it waits', async () => {
    const starts: number[] = []
    const app = await opened(
      {
        answer(name, start, response, bytes) {
          if (name !== weightsFile) return false
          starts.push(start)
          if (starts.length > 2) return false
          return cutAfter(response, bytes, start, 1_500_000)
        }
      },
      { waitsMs: [300, 300] }
    )
    const { model, events } = await app.get()
    expect(starts).toHaveLength(3)
    expect(starts[0]).toBe(0)
    expect(starts[1]).toBeGreaterThan(0)
    expect(starts[2]).toBeGreaterThan(starts[1] ?? 0)
    expect(sha256(join(model.path, weightsFile))).toBe(sha256(join(starter, weightsFile)))
    expect(events).toContainEqual(expect.objectContaining({ stage: 'waiting', file: weightsFile }))
  })

  test('asks the hub again where an address ran out or somebody is busy', async () => {
    const times = new Map<string, number>()
    const app = await opened({
      answer(name, _start, response) {
        const time = (times.get(name) ?? 0) + 1
        times.set(name, time)
        if (time > 1) return false
        if (name !== 'config.json' && name !== weightsFile) return false
        response.writeHead(name === 'config.json' ? 503 : 403).end()
        return true
      }
    })
    const { model } = await app.get()
    expect(model.missing).toBe(false)
    expect([times.get('config.json'), times.get(weightsFile)]).toEqual([2, 2])
    const asked = app.hub.hub.requests.filter(({ path }) => path.endsWith(weightsFile))
    expect(asked).toHaveLength(2)
  })

  test('begins anew where a host cannot go on in the middle', async () => {
    let times = 0
    const app = await opened({
      answer(name, start, response, bytes) {
        if (name !== weightsFile) return false
        if (times++ === 0) return cutAfter(response, bytes, start, 100_000)
        response.writeHead(200, { 'content-length': String(bytes.length) }).end(bytes)
        return true
      }
    })
    const { model } = await app.get()
    expect(times).toBe(2)
    expect(sha256(join(model.path, weightsFile))).toBe(sha256(join(starter, weightsFile)))
  })

  test('is asked for with the token, which goes no further', async () => {
    const app = await opened({ token: 'hf_secret' }, { token: 'hf_secret' })
    await app.get()
    const tokens = (server: HubServer['hub']) =>
      new Set(server.requests.map(({ headers }) => headers.authorization))
    expect(tokens(app.hub.hub)).toEqual(new Set(['Bearer hf_secret']))
    expect(app.hub.store.requests.length).toBeGreaterThan(0)
    expect(tokens(app.hub.store)).toEqual(new Set([undefined]))
    const { requests } = await app.client.network.requests({ limit: 200 })
    expect(JSON.stringify(requests)).not.toContain('hf_secret')
  })
})

describe('nothing is left behind', () => {
  test('and nothing is sent, while the network is off', async () => {
    const app = await opened({}, { on: false })
    await expectFailure(app, { code: 'networkOff', params: { host: app.hub.host } })
    expect([app.hub.hub.requests, app.hub.store.requests]).toEqual([[], []])
    expect((await app.client.network.requests({})).requests).toEqual([])
  })

  test('when the network is turned off in the middle', async () => {
    const app = await opened({
      answer(name, start, response, bytes) {
        if (name !== weightsFile) return false
        response.writeHead(200, { 'content-length': String(bytes.length) })
        response.write(bytes.subarray(start, 100_000))
        void app.client.settings.update({ networkOn: false })
        return true
      }
    })
    await expectFailure(app, { code: 'networkTurnedOff', params: { host: app.hub.host } })
  })

  test('when it is cancelled in the middle', async () => {
    const stop = new AbortController()
    const app = await opened({
      answer(name, start, response, bytes) {
        if (name !== weightsFile) return false
        response.writeHead(200, { 'content-length': String(bytes.length) })
        response.write(bytes.subarray(start, 100_000))
        setTimeout(() => stop.abort(), 20)
        return true
      }
    })
    await expect(app.get(undefined, stop.signal)).rejects.toMatchObject({
      data: { code: 'cancelled' }
    })
    expect([app.inside('models'), app.inside('staging')]).toEqual([[], []])
    await vi.waitFor(async () => expect(await app.hub.store.lines()).toBe(0))
  })

  test('when it is cancelled while it waits for another try', async () => {
    const stop = new AbortController()
    const app = await opened(
      {
        answer(name, start, response, bytes) {
          if (name !== weightsFile) return false
          setTimeout(() => stop.abort(), 50)
          return cutAfter(response, bytes, start, 1000)
        }
      },
      { waitsMs: [600_000] }
    )
    await expect(app.get(undefined, stop.signal)).rejects.toMatchObject({
      data: { code: 'cancelled' }
    })
    expect([app.inside('models'), app.inside('staging')]).toEqual([[], []])
  })

  test('when the line breaks again and again', async () => {
    let times = 0
    const app = await opened({
      answer(name, start, response, bytes) {
        if (name !== weightsFile) return false
        times++
        return cutAfter(response, bytes, start, 1000)
      }
    })
    const totalBytes = readFileSync(join(starter, weightsFile)).length
    await expectFailure(app, {
      code: 'hubDownloadBroke',
      params: { file: weightsFile, totalBytes, tries: 3, host: app.hub.host }
    })
    expect(times).toBe(3)
  })

  test.each([
    ['other bytes', (bytes: Buffer) => Buffer.from(bytes).fill(1, 9000, 9001), 'hash'],
    ['too few bytes', (bytes: Buffer) => bytes.subarray(0, -1), 'size'],
    ['too many bytes', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')]), 'size']
  ])('when weights come with %s', async (_what, change, problem) => {
    const bytes = (name: string, whole: Buffer) => (name === weightsFile ? change(whole) : whole)
    const app = await opened({ bytes })
    await expectFailure(app, { code: 'hubFileDiffers', params: { file: weightsFile, problem } })
  })

  test('when a small file is another one than git names', async () => {
    const bytes = (name: string, whole: Buffer): Buffer =>
      name === 'config.json' ? Buffer.from(whole.toString().replace('llama', 'LLAMA')) : whole
    const app = await opened({ bytes })
    await expectFailure(app, {
      code: 'hubFileDiffers',
      params: { file: 'config.json', problem: 'hash' }
    })
    expect(app.hub.store.requests.some(({ path }) => path.includes(weightsFile))).toBe(false)
  })

  test('and no byte is taken, when the hub announces another file than it listed', async () => {
    const app = await opened({
      listing: (listing) => ({
        ...listing,
        siblings: listing.siblings.map((it) =>
          it.lfs ? { ...it, lfs: { ...it.lfs, sha256: 'ab'.repeat(32) } } : it
        )
      })
    })
    await expectFailure(app, { code: 'hubFileDiffers', params: { problem: 'hash' } })
  })

  test('when a file grows without end', async () => {
    const app = await opened({
      answer(name, _start, response, bytes) {
        if (name !== weightsFile) return false
        response.writeHead(200)
        const more = (): void => {
          while (response.write(bytes));
        }
        response.on('drain', more)
        more()
        return true
      }
    })
    await expectFailure(app, { code: 'hubFileDiffers', params: { problem: 'size' } })
    await vi.waitFor(async () => expect(await app.hub.store.lines()).toBe(0))
  })

  test('and no weights are fetched, when the engine refuses the configuration', async () => {
    const folder = modelFolder(join(temporaryFolder(), 'odd'))
    writeFileSync(join(folder, 'config.json'), '{"model_type":"BAD"}')
    const app = await opened({ models: { 'a/odd': folder } })
    await expectFailure(app, { code: 'architectureUnknown' }, 'a/odd')
    expect(app.hub.store.requests).toEqual([])
  })

  test.each(['../model.safetensors', 'sub/model.safetensors', 'config.json', 'C:\\x.safetensors'])(
    'when the index names %j as a part of the weights',
    async (name) => {
      const folder = sharded(join(temporaryFolder(), 'climbing'), { weight_map: { a: name } })
      const app = await opened({ models: { 'a/b': folder }, listing: withoutSingle })
      await expectFailure(app, { code: 'hubFileNameRefused', params: { file: name } }, 'a/b')
    }
  )

  test('when the index names a part that is not there', async () => {
    const name = 'model-00003-of-00002.safetensors'
    const folder = sharded(join(temporaryFolder(), 'short'), { weight_map: { a: name } })
    const app = await opened({ models: { 'a/b': folder }, listing: withoutSingle })
    const params = { problem: 'noShard', file: name }
    await expectFailure(app, { code: 'hubNotAModel', params }, 'a/b')
  })

  test('when what came is no good model', async () => {
    const folder = modelFolder(join(temporaryFolder(), 'bad'), 'BAD weights')
    const app = await opened({ models: { 'a/bad': folder } })
    await expectFailure(app, { code: 'fileMalformed' }, 'a/bad')
  })

  test('and nothing is fetched, when the disk is too small', async () => {
    const app = await opened({
      listing: (listing) => ({
        ...listing,
        siblings: listing.siblings.map((it) =>
          it.lfs ? { ...it, lfs: { ...it.lfs, size: 2 ** 52 } } : it
        )
      })
    })
    await expectFailure(app, {
      code: 'diskTooSmall',
      params: { needBytes: expect.any(Number), freeBytes: expect.any(Number) }
    })
    expect(app.hub.hub.requests).toHaveLength(1)
  })
})

/** Sends some bytes from `start` on, then breaks the line. */
function cutAfter(response: ServerResponse, bytes: Buffer, start: number, count: number): true {
  const range = `bytes ${start}-${bytes.length - 1}/${bytes.length}`
  response.writeHead(start === 0 ? 200 : 206, {
    'content-length': String(bytes.length - start),
    ...(start > 0 && { 'content-range': range })
  })
  response.write(bytes.subarray(start, start + count), () => {
    setTimeout(() => response.destroy(), 10)
  })
  return true
}
