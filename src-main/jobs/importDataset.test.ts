// Files of records through the real engine into the real store.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { recordFilterSchema } from '../contract/records'
import { buildEntry } from '../testing/buildEntry'
import { importedDataset, type ImportInput } from '../testing/importedDataset'
import { openedApplication } from '../testing/openedApplication'
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

async function opened(folder = temporaryFolder()) {
  const dataFolder = join(folder, 'data')
  const resourcesFolder = join(folder, 'nothing')
  const made = await openedApplication({ dataFolder, resourcesFolder, workerUrl, spawnEngine })
  onTestFinished(() => made.application.close())
  return { ...made, folder }
}

test('questions and answers: found again by words, personal data and duplicates', async () => {
  const { client, folder } = await opened()
  const path = join(folder, 'people.csv')
  const rows = [
    'nome,pergunta,resposta',
    'Ana,Quem é Ana?,"O CPF dela é 529.982.247-25."',
    'Rui,Quem é Rui?,"Escreva a rui@example.org,\nsempre."',
    'Ana,Quem é Ana?,"O CPF dela é 529.982.247-25."'
  ]
  writeFileSync(path, rows.join('\n'))
  const dataset = await importedDataset(client, path)
  expect(dataset).toMatchObject({
    ...{ name: 'people', format: 'csv', records: 3, piiRecords: 3, duplicates: 1 },
    mapping: { shape: 'questionAnswer', subject: 'nome' }
  })
  const found = await client.datasets.search({ dataset: 'People', query: 'sempre', limit: 10 })
  expect(found).toMatchObject({ count: 1, exact: true, records: [{ ordinal: 2, line: 3 }] })
  const third = await client.datasets.record({ dataset: dataset.id, ordinal: 3 })
  expect(third).toMatchObject({ subject: 'Ana', duplicateOf: 1, extra: null })
  const [cpf] = third.pii
  expect(cpf).toMatchObject({ type: 'cpf', valid: true })
  expect(third.text.slice(cpf!.start, cpf!.end)).toBe('529.982.247-25')
})

test('a row that cannot be read stops the import with its line, or is passed over and told', async () => {
  const { client, folder } = await opened()
  const path = join(folder, 'texts.jsonl')
  writeFileSync(path, '{"text":"one"}\n{"text":\n{"text":"three"}\n')
  await expect(importedDataset(client, path)).rejects.toMatchObject({
    data: { code: 'rowRefused', params: { path, line: 2, problem: 'notJson' } }
  })
  expect((await client.datasets.list({})).datasets).toEqual([])
  const dataset = await importedDataset(client, path, { rejected: 'skip' })
  expect(dataset).toMatchObject({ name: 'texts', records: 2, rejected: { count: 1 } })
  expect(dataset.rejected.first).toMatchObject([{ line: 2, problem: 'notJson' }])
})

test('killed half-way: nothing of it is there, its rows are erased, and it can begin again', async () => {
  const folder = temporaryFolder()
  const [importer, engine] = await Promise.all([
    buildEntry(new URL('../testing/crashingImport.ts', import.meta.url)),
    buildEntry(new URL('../engine/worker.ts', import.meta.url))
  ])
  const path = join(folder, 'many.jsonl')
  const line = (at: number): string => `${JSON.stringify({ text: `number ${at} of many` })}\n`
  writeFileSync(path, Array.from({ length: 60_000 }, (_, at) => line(at)).join(''))
  const dataFolder = join(folder, 'data')
  const files = [importer, workerUrl, engine].map((url) => fileURLToPath(url))
  const child = spawn(process.execPath, [files[0]!, dataFolder, path, files[1]!, files[2]!], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  let staged = 0
  for await (const text of createInterface({ input: child.stdout })) {
    staged = Number(text)
    if (staged >= 3000) child.kill('SIGKILL')
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  expect(child.signalCode).toBe('SIGKILL')

  const rows = (): number[] => {
    const database = new Database(join(dataFolder, 'lethe.sqlite'), { readonly: true })
    const count = (table: string) =>
      database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get()!
    const counts = ['datasets', 'records', 'record_facts'].map(count)
    database.close()
    return counts
  }
  expect(rows()[1]).toBeGreaterThanOrEqual(3000)
  const { client } = await opened(folder)
  expect((await client.datasets.list({})).datasets).toEqual([])
  await vi.waitFor(() => expect(rows()).toEqual([0, 0, 0]), { timeout: 20_000 })
  expect(await importedDataset(client, path)).toMatchObject({ name: 'many', records: 60_000 })
}, 60_000)

test('left half-way, nothing of it is there, and the next import goes on', async () => {
  const { client, folder } = await opened()
  const path = join(folder, 'many.jsonl')
  const line = (at: number): string => `${JSON.stringify({ text: `number ${at} of many` })}\n`
  writeFileSync(path, Array.from({ length: 20_000 }, (_, at) => line(at)).join(''))
  const input: ImportInput = { source: { type: 'path', path }, rejected: 'stop' }
  for await (const event of await client.datasets.import(input)) {
    if (event.type === 'progress') break
  }
  expect((await client.datasets.list({})).datasets).toEqual([])
  const { id, records } = await importedDataset(client, path)
  expect(records).toBe(20_000)
  const { rows } = await client.datasets.rows({ dataset: id, after: 19_998, limit: 10 })
  expect(rows.map(({ ordinal, beginning }) => [ordinal, beginning])).toEqual([
    [19_999, 'number 19998 of many'],
    [20_000, 'number 19999 of many']
  ])
})

test('the residents example comes in by its name, mapped by itself, and goes out by what is selected', async () => {
  const folder = temporaryFolder()
  const resourcesFolder = fileURLToPath(new URL('../../resources', import.meta.url))
  const dataFolder = join(folder, 'data')
  const made = await openedApplication({ dataFolder, resourcesFolder, workerUrl, spawnEngine })
  onTestFinished(() => made.application.close())
  const { client } = made
  const source = { type: 'example', name: 'residents' } as const
  for await (const _ of await client.datasets.import({ source, rejected: 'stop' }));
  const [dataset] = (await client.datasets.list({})).datasets
  expect(dataset).toMatchObject({
    ...{ name: 'residents', rejected: { count: 0 } },
    mapping: { shape: 'questionAnswer', subject: 'subject' }
  })
  const filter = recordFilterSchema.parse({ subject: 'Ana Souza' })
  const texts: string[] = []
  const ask = { dataset: 'residents', selection: { filter } }
  for await (const { text } of await client.datasets.export(ask)) texts.push(text)
  expect(texts.join('').trim().split('\n')).toHaveLength(48)
  const [first] = (await client.datasets.rows({ dataset: 'residents', limit: 1 })).rows
  const two = { dataset: 'residents', selection: { ordinals: [7, first!.ordinal] } }
  const lines: string[] = []
  for await (const { text } of await client.datasets.export(two)) lines.push(text)
  expect(lines.join('').trim().split('\n')).toHaveLength(2)
  expect(lines.join('')).toContain('+44 7700 900583')
})
