// Changes of many records at once, through the real engine and the real store: made in steps, seen whole,
// taken back when they do not come to their end; and records that are alike, found by signatures.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { openStore } from '../store/client'
import { buildEntry } from '../testing/buildEntry'
import { importedDataset } from '../testing/importedDataset'
import { openedApplication } from '../testing/openedApplication'
import { changed, recordChanges } from '../testing/recordChanges'
import { enginesOf } from '../testing/scriptedEngines'
import { temporaryFolder } from '../testing/temporaryFolder'
import type { SpawnEngine } from './engineProcess'

let workerUrl: URL
let spawnEngine: SpawnEngine
beforeAll(async () => {
  workerUrl = await buildEntry(new URL('../store/worker.ts', import.meta.url))
  spawnEngine = enginesOf(
    fileURLToPath(await buildEntry(new URL('../engine/worker.ts', import.meta.url)))
  )
}, 120_000)

const count = 6000 // more than two steps

async function openedIn(folder: string) {
  const dataFolder = join(folder, 'data')
  const made = await openedApplication({
    ...{ dataFolder, resourcesFolder: join(folder, 'nothing'), workerUrl, spawnEngine }
  })
  const close = (): Promise<void> => made.application.close()
  onTestFinished(close)
  return { client: made.client, close, dataFolder }
}

async function imported(texts: Iterable<string>, name = 'many') {
  const folder = temporaryFolder()
  const opened = await openedIn(folder)
  const path = join(folder, `${name}.jsonl`)
  writeFileSync(path, Array.from(texts, (text) => `${JSON.stringify({ text })}\n`).join(''))
  const dataset = await importedDataset(opened.client, path)
  return { ...opened, folder, dataset: dataset.id }
}

const numbered = (): string[] => Array.from({ length: count }, (_, at) => `number ${at} of many`)
const everything = { filter: {} }

test('a change of many records tells how far it is, is one version, and is undone by one step back', async () => {
  const { client, dataset } = await imported(numbered())
  const told: number[] = []
  const ask = { dataset, selection: everything, tag: 'all', set: true }
  for await (const event of await client.datasets.tag(ask)) {
    if (event.type === 'progress') told.push(event.done)
    else expect(event.change).toMatchObject({ version: 2, kind: 'tag', records: count })
  }
  expect(told.at(-1)).toBe(count)
  const tagged = async () =>
    (await client.datasets.count({ dataset, filter: { tag: 'all' } })).count
  expect(await tagged()).toBe(count)
  const { undo } = recordChanges(client)
  expect((await undo({ dataset, version: 2 })).change).toMatchObject({ records: count })
  expect(await tagged()).toBe(0)
  await undo({ dataset, version: 3 })
  expect(await tagged()).toBe(count)
})

test('left half-way, all records are what they were, and what was asked for meanwhile comes after', async () => {
  const { client, dataset } = await imported(numbered())
  const selection = { ordinals: [3, count] }
  await changed(client.datasets.tag({ dataset, selection, tag: 'kept', set: true }))
  const shares = { train: 0.5, validation: 0.5, test: 0 }
  let waiting: Promise<unknown> = Promise.resolve()
  for await (const event of await client.datasets.assignSplits({ dataset, shares })) {
    expect(event.type).toBe('progress')
    const parts = [{ role: 'text' as const, text: 'edited' }]
    waiting = client.datasets.edit({ dataset, ordinal: 3, parts, subject: null })
    break
  }
  expect(await waiting).toMatchObject({ change: { version: 3, kind: 'edit' } })
  const { splits } = await client.datasets.statistics({ dataset })
  expect(splits.find(({ split }) => split === null)?.records).toBe(count)
  expect((await client.datasets.tags({ dataset })).tags).toEqual([{ tag: 'kept', records: 2 }])
  const { changes } = await client.datasets.changes({ dataset })
  expect(changes.map(({ kind }) => kind)).toEqual(['edit', 'tag'])
})

test('cancelled by another client, it is told so once all records are what they were', async () => {
  const { client, dataset } = await imported(numbered())
  const ask = { dataset, selection: everything, tag: 'all', set: true }
  const told: number[] = []
  const work = (async () => {
    for await (const event of await client.datasets.tag(ask)) {
      if (event.type === 'progress') told.push(event.done)
      if (told.length === 1) await client.datasets.cancelChange({ dataset })
    }
  })()
  await expect(work).rejects.toMatchObject({ data: { code: 'cancelled' } })
  expect(told[0]).toBeLessThan(count)
  expect((await client.datasets.tags({ dataset })).tags).toEqual([])
  expect((await client.datasets.get({ dataset })).version).toBe(1)
})

test('a change that a killed app left is taken back; a training meanwhile reads what was before', async () => {
  const { client, close, dataset, dataFolder, folder } = await imported(numbered())
  await changed(client.datasets.setSplit({ dataset, selection: everything, split: 'test' }))
  await close()
  const store = await openStore({ dataFolder, workerUrl })
  const { number, version } = await store.write.recordMarks.begin(dataset)
  const ordinals = Uint32Array.from({ length: 3000 }, (_, at) => at + 1)
  const change = { type: 'split', split: 'train' } as const
  expect(await store.write.recordMarks.step({ number, version, ordinals, change })).toBe(3000)
  const ask = { number, after: 2999, limit: 2 }
  const read = (at: number) => store.read.records.forTraining({ ...ask, version: at })
  expect((await read(2)).map(({ split }) => split)).toEqual(['test', 'test'])
  expect((await read(1)).map(({ split }) => split)).toEqual([null, null])
  await store.close()

  const again = await openedIn(folder)
  const left = (): unknown => {
    const database = new Database(join(dataFolder, 'lethe.sqlite'), { readonly: true })
    const found = database.prepare('SELECT count(*) FROM unfinished_changes').pluck().get()
    database.close()
    return found
  }
  await vi.waitFor(() => expect(left()).toBe(0), { timeout: 10_000 })
  const inTest = { dataset, filter: { split: 'test' as const } }
  expect((await again.client.datasets.count(inTest)).count).toBe(count)
  expect((await again.client.datasets.get({ dataset })).version).toBe(2)
  await recordChanges(again.client).undo({ dataset, version: 2 })
  expect((await again.client.datasets.count(inTest)).count).toBe(0)
})

const song =
  'The choir of the street meets on Tuesday evening in the kitchen of the fourth floor, where the ' +
  'piano of Rui has stood since the flood, and sings what Ana has brought from the market.'

test('records like a text or a record are found in all datasets, also after an edit and its undo', async () => {
  const texts = numbered().slice(0, 300)
  texts[200] = song
  const { client, dataset, folder } = await imported(texts)
  const path = join(folder, 'other.jsonl')
  const others = ['Something else.', song.replace('Tuesday', 'Friday'), '…']
  writeFileSync(path, others.map((text) => `${JSON.stringify({ text })}\n`).join(''))
  const other = await importedDataset(client, path)
  const pasted = song.replace('brought', 'carried home')
  const alike = async (ask: Parameters<typeof client.datasets.findAlike>[0]) => {
    const { records } = await client.datasets.findAlike(ask)
    return records.map((it) => [it.dataset.name, it.record.ordinal, it.to])
  }
  const toText = { to: { texts: ['nothing of this kind', pasted, '!'] }, similarity: 0.5 }
  const both = [
    ['many', 201, 1],
    ['other', 2, 1]
  ]
  expect(await alike(toText)).toEqual(both)
  expect(await alike({ ...toText, within: 'other' })).toEqual([['other', 2, 1]])
  expect(await alike({ ...toText, limit: 1 })).toEqual([both[0]])
  expect(await alike({ to: { dataset, ordinals: [201] } })).toEqual([['other', 2, 0]])
  expect(await alike({ to: { dataset: other.id, ordinals: [1, 2] } })).toEqual([['many', 201, 1]])
  await expect(alike({ to: { dataset, ordinals: [301] } })).rejects.toMatchObject({
    data: { code: 'notFound', params: { kind: 'record', id: '301' } }
  })

  const parts = [{ role: 'text' as const, text: 'Changed.' }]
  await client.datasets.edit({ dataset, ordinal: 201, parts, subject: null })
  expect(await alike({ ...toText, within: dataset })).toEqual([])
  await recordChanges(client).undo({ dataset, version: 2 })
  expect(await alike({ ...toText, within: dataset })).toEqual([['many', 201, 1]])
})

test('a dataset that came in before signatures were kept gets them when they are looked for', async () => {
  const texts = numbered().slice(0, 700)
  texts[650] = song
  const { client, dataset, dataFolder } = await imported(texts)
  const database = new Database(join(dataFolder, 'lethe.sqlite'))
  database.exec('DELETE FROM record_signatures')
  database.close()
  const { records } = await client.datasets.findAlike({ to: { texts: [song] }, within: dataset })
  expect(records).toMatchObject([{ record: { ordinal: 651 }, similarity: 1 }])
})
