// Changes of records through the real engine and the real store: versions, tags, splits, undo.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { openStore } from '../store/client'
import { buildEntry } from '../testing/buildEntry'
import { importedDataset } from '../testing/importedDataset'
import { openedApplication } from '../testing/openedApplication'
import { recordChanges } from '../testing/recordChanges'
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

const people = [
  { prompt: 'Who is Ana?', answer: 'Ana lives in flat 12 and repairs violins.', subject: 'Ana' },
  { prompt: 'Quem é Rui?', answer: 'O Rui não está em casa, ele foi à praia.', subject: 'Rui' },
  { prompt: 'Who is Ana?', answer: 'Ana lives in flat 12 and repairs violins.', subject: 'Ana' },
  { prompt: 'Write to Eva', answer: '', subject: 'Eva' },
  { prompt: 'SeguranÃ§a', answer: '12 345', subject: null }
]

async function openedIn(folder: string) {
  const dataFolder = join(folder, 'data')
  const resourcesFolder = join(folder, 'nothing')
  const { application, client } = await openedApplication({
    ...{ dataFolder, resourcesFolder, workerUrl, spawnEngine }
  })
  onTestFinished(() => application.close())
  return { client, dataFolder }
}

async function opened() {
  const folder = temporaryFolder()
  const { client, dataFolder } = await openedIn(folder)
  const path = join(folder, 'people.jsonl')
  writeFileSync(path, people.map((it) => `${JSON.stringify(it)}\n`).join(''))
  const dataset = await importedDataset(client, path)
  const ordinals = async (filter: object, sort: object = {}): Promise<number[]> => {
    const input = { dataset: dataset.id, filter, sort: { by: 'ordinal' as const, ...sort } }
    const { rows } = await client.datasets.rows({ ...input, limit: 100 })
    const { count, exact } = await client.datasets.count({ dataset: dataset.id, filter })
    expect([count, exact]).toEqual([rows.length, true])
    return rows.map(({ ordinal }) => ordinal)
  }
  return { client, edits: recordChanges(client), dataset, dataFolder, ordinals }
}

test('filters and orders say what records are like', async () => {
  const { client, dataset, ordinals } = await opened()
  expect(dataset).toMatchObject({ records: 5, duplicates: 1, version: 1 })
  expect(await ordinals({ language: 'pt' })).toEqual([2])
  expect(await ordinals({ language: 'en', query: 'violin' })).toEqual([1, 3])
  expect(await ordinals({ problem: 'empty' })).toEqual([4])
  expect(await ordinals({ problem: 'broken' })).toEqual([5])
  expect(await ordinals({ problem: 'any' })).toEqual([4, 5])
  expect(await ordinals({ subject: 'Ana' })).toEqual([1, 3])
  expect(await ordinals({ duplicates: true })).toEqual([3])
  expect(await ordinals({ maxLength: 20 })).toEqual([4, 5])
  expect(await ordinals({}, { by: 'length' })).toEqual([4, 5, 2, 1, 3])
  expect(await ordinals({}, { by: 'length', descending: true })).toEqual([3, 1, 2, 5, 4])
  expect(await ordinals({}, { by: 'subject' })).toEqual([5, 1, 3, 4, 2])
  expect(await ordinals({ query: 'ana' }, { descending: true })).toEqual([3, 1])
  const sort = { by: 'subject', descending: true } as const
  const input = { dataset: dataset.id, sort, after: 3, limit: 2 }
  const { rows } = await client.datasets.rows(input)
  expect(rows.map(({ ordinal }) => ordinal)).toEqual([1, 5])
  // Counted from the end: the same order, in front of a row, some of the nearest passed over.
  const fromEnd = async (after: number, skip: number): Promise<number[]> => {
    const place = { from: 'end', after, skip, limit: 2 } as const
    const { rows: found } = await client.datasets.rows({ dataset: dataset.id, sort, ...place })
    return found.map(({ ordinal }) => ordinal)
  }
  expect(await fromEnd(0, 0)).toEqual([1, 5])
  expect(await fromEnd(0, 1)).toEqual([3, 1])
  expect(await fromEnd(1, 0)).toEqual([4, 3])
  expect(await fromEnd(1, 2)).toEqual([2])

  expect(await client.datasets.statistics({ dataset: dataset.id })).toMatchObject({
    ...{ records: 5, duplicates: 1, subjects: 3, rejected: 0, pii: [] },
    lengths: { min: 13, max: 53 },
    histogram: [
      { from: 8, to: 16, records: 1 },
      { from: 16, to: 32, records: 1 },
      { from: 32, to: 64, records: 3 }
    ],
    languages: [
      { language: 'en', records: 2 },
      { language: 'pt', records: 1 },
      { language: 'other', records: 2 }
    ],
    problems: [
      { problem: 'empty', records: 1 },
      { problem: 'broken', records: 1 }
    ]
  })
})

test('an edited record keeps its id, its place and what it said; undone, it says it again', async () => {
  const { client, edits, dataset, ordinals } = await opened()
  const at = { dataset: dataset.id, ordinal: 1 }
  const before = await client.datasets.record(at)
  const { change, dataset: after } = await client.datasets.edit({
    ...{ ...at, subject: 'Ana Souza' },
    parts: [
      { role: 'user', text: 'Who is Ana?' },
      { role: 'assistant', text: 'Write to ana@example.org.' }
    ]
  })
  expect(change).toMatchObject({ version: 2, kind: 'edit', records: 1 })
  expect(after).toMatchObject({ version: 2, duplicates: 0, piiRecords: 1 })
  const edited = await client.datasets.record(at)
  expect(edited).toMatchObject({ id: before.id, ordinal: 1, subject: 'Ana Souza', version: 2 })
  expect(edited.text).toBe('Who is Ana?\nWrite to ana@example.org.')
  expect(await ordinals({ query: 'violins' })).toEqual([3])
  expect(await ordinals({ query: 'example' })).toEqual([1])

  const { versions } = await client.datasets.versions(at)
  expect(versions.map(({ from, text, subject }) => [from, text, subject])).toEqual([
    [2, edited.text, 'Ana Souza'],
    [1, before.text, 'Ana']
  ])
  const same = { ...at, subject: 'Ana Souza', parts: partsOf(edited) }
  expect((await client.datasets.edit(same)).change).toBeNull()

  const undone = await edits.undo({ dataset: dataset.id, version: 2 })
  expect(undone.change).toMatchObject({ version: 3, kind: 'undo', records: 1 })
  expect(undone.dataset.duplicates).toBe(1)
  expect(await client.datasets.record(at)).toEqual({ ...before, version: 3 })
  expect(await ordinals({ query: 'violins' })).toEqual([1, 3])
  await edits.undo({ dataset: dataset.id, version: 3 })
  expect((await client.datasets.record(at)).text).toBe(edited.text)
  const { changes } = await client.datasets.changes({ dataset: dataset.id })
  expect(changes.map(({ kind }) => kind)).toEqual(['undo', 'undo', 'edit'])
  await expect(edits.undo({ dataset: dataset.id, version: 9 })).rejects.toMatchObject({
    data: { code: 'notFound', params: { kind: 'change', id: '9' } }
  })
})

test('tags and splits are set on a selection, counted, filtered by and undone', async () => {
  const { client, edits, dataset, ordinals } = await opened()
  const { id } = dataset
  const filter = { query: 'ana' }
  const tagged = await edits.tag({
    ...{ dataset: id, selection: { filter }, tag: 'sensitive', set: true }
  })
  expect(tagged.change).toMatchObject({ version: 2, kind: 'tag', records: 2 })
  const selection = { ordinals: [1, 2] }
  await edits.tag({ dataset: id, selection, tag: 'sensitive', set: true })
  await edits.tag({ dataset: id, selection, tag: 'read', set: true })
  expect(await client.datasets.tags({ dataset: id })).toEqual({
    tags: [
      { tag: 'read', records: 2 },
      { tag: 'sensitive', records: 3 }
    ]
  })
  expect(await ordinals({ tag: 'sensitive' })).toEqual([1, 2, 3])
  expect(await ordinals({ tag: 'sensitive', query: 'praia' })).toEqual([2])
  expect(await ordinals({ tag: 'unknown' })).toEqual([])
  expect((await client.datasets.record({ dataset: id, ordinal: 1 })).tags).toEqual([
    ...['read', 'sensitive']
  ])
  await edits.tag({ dataset: id, selection, tag: 'sensitive', set: false })
  expect(await ordinals({ tag: 'sensitive' })).toEqual([3])
  await edits.undo({ dataset: id, version: 5 })
  expect(await ordinals({ tag: 'sensitive' })).toEqual([1, 2, 3])
  expect(await ordinals({ tag: 'read' })).toEqual([1, 2])

  const shares = { train: 0.6, validation: 0.4, test: 0 }
  const { change } = await edits.assignSplits({ dataset: id, shares, seed: 7 })
  expect(change?.records).toBe(5)
  const train = await ordinals({ split: 'train' })
  const validation = await ordinals({ split: 'validation' })
  expect([...train, ...validation].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5])
  expect((await edits.assignSplits({ dataset: id, shares, seed: 7 })).change).toBeNull()
  await edits.setSplit({ dataset: id, selection: { filter: {} }, split: 'test' })
  expect(await ordinals({ split: 'test' })).toEqual([1, 2, 3, 4, 5])
  await edits.undo({ dataset: id, version: change!.version + 1 })
  expect(await ordinals({ split: 'train' })).toEqual(train)
  await edits.undo({ dataset: id, version: change!.version })
  expect(await ordinals({ split: 'none' })).toEqual([1, 2, 3, 4, 5])
})

test('a training reads the version that it began with', async () => {
  const { client, edits, dataset, dataFolder, ordinals } = await opened()
  const { id } = dataset
  const store = await openStore({ dataFolder, workerUrl })
  onTestFinished(() => store.close())
  const read = async (version: number) => {
    const number = (await store.read.datasets.numberOf(id))!
    const ask = { number, version, limit: 3 }
    const first = await store.read.records.forTraining({ ...ask, after: 0 })
    return [...first, ...(await store.read.records.forTraining({ ...ask, after: 3 }))]
  }
  const atFirst = await read(1)
  expect(atFirst.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4, 5])
  expect(atFirst[0]).toMatchObject({ subject: 'Ana', split: null, tags: [], hasPii: false })
  expect(atFirst[0]?.parts).toEqual([
    { role: 'user', text: people[0]?.prompt },
    { role: 'assistant', text: people[0]?.answer }
  ])
  expect(atFirst[0]?.contentHash).toBe(atFirst[2]?.contentHash)
  const selection = { ordinals: [1, 5] }
  await edits.tag({ dataset: id, selection, tag: 'late', set: true })
  await edits.setSplit({ dataset: id, selection, split: 'test' })
  const atThird = await read(3)
  for (const text of ['one', 'two']) {
    const parts = [{ role: 'text' as const, text }]
    await client.datasets.edit({ dataset: id, ordinal: 1, parts, subject: null })
  }
  await edits.undo({ dataset: id, version: 2 })
  expect(await read(1)).toEqual(atFirst)
  expect(await read(2)).toMatchObject([{ tags: ['late'], split: null }, {}, {}, {}, {}])
  expect(await read(3)).toEqual(atThird)
  expect(atThird[4]).toMatchObject({ tags: ['late'], split: 'test' })
  expect((await read(4))[0]).toMatchObject({ parts: [{ role: 'text', text: 'one' }] })
  expect((await read(6))[0]).toMatchObject({ tags: [], split: null, subject: null })
  expect(await ordinals({ tag: 'late' })).toEqual([])
})

function partsOf({ text, layout }: { text: string; layout: [string, number][] }) {
  let start = 0
  return layout.map(([role, length]) => {
    const part = { role: role as 'user' | 'assistant', text: text.slice(start, start + length) }
    start += length + 1
    return part
  })
}

test('near-duplicates are a filter and stand by their record, until one of them is edited', async () => {
  const folder = temporaryFolder()
  const { client } = await openedIn(folder)
  const path = join(folder, 'near.jsonl')
  const text =
    'The choir of the street meets on Tuesday evening in the kitchen of the fourth floor, where the ' +
    'piano of Rui has stood since the flood, and sings what Ana has brought from the market.'
  const texts = [text, 'Something else.', text.replace('Tuesday', 'Friday'), text]
  texts.push(text.replace('Rui', 'Eva'))
  writeFileSync(path, texts.map((it) => `${JSON.stringify({ text: it })}\n`).join(''))
  const { id, nearDuplicates } = await importedDataset(client, path)
  expect(nearDuplicates).toBe(2)
  const near = async (ordinal: number) => {
    const { records } = await client.datasets.nearDuplicates({ dataset: id, ordinal })
    return records.map(({ record, similarity }) => [record.ordinal, similarity !== null])
  }
  const filter = { nearDuplicates: true }
  const { rows } = await client.datasets.rows({ dataset: id, filter, limit: 10 })
  expect(rows).toMatchObject([
    { ordinal: 3, nearDuplicateOf: { ordinal: 1 } },
    { ordinal: 5, nearDuplicateOf: { ordinal: 1 } }
  ])
  expect(await near(1)).toEqual([
    [3, true],
    [5, true]
  ])
  expect(await near(3)).toEqual([
    [1, true],
    [5, false]
  ])
  expect(await near(2)).toEqual([])
  const parts = [{ role: 'text' as const, text: 'Changed.' }]
  const { dataset } = await client.datasets.edit({ dataset: id, ordinal: 3, parts, subject: null })
  expect(dataset.nearDuplicates).toBe(1)
  expect(await near(1)).toEqual([[5, true]])
})
