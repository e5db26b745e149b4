// Files that nobody should have written, through the real engine into the real store: told by name, rows
// left out by line, nothing left behind. `npm run check:datasets` takes the largest ones at full size.
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readFileSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { buildEntry } from '../testing/buildEntry'
import { importedDataset } from '../testing/importedDataset'
import { openedApplication } from '../testing/openedApplication'
import { enginesOf } from '../testing/scriptedEngines'
import { temporaryFolder } from '../testing/temporaryFolder'
import type { SpawnEngine } from './engineProcess'

const isFull = import.meta.env.MODE === 'full'
const lineBytes = isFull ? 2 * 2 ** 30 : 64 * 2 ** 20
/** An engine at rest has some 100 MiB; a row may take 16, and some copies of it. */
const mostEngineMiB = 400

let workerUrl: URL
let engineFile: string
beforeAll(async () => {
  workerUrl = await buildEntry(new URL('../store/worker.ts', import.meta.url))
  engineFile = fileURLToPath(await buildEntry(new URL('../engine/worker.ts', import.meta.url)))
}, 120_000)

async function opened() {
  const folder = temporaryFolder()
  const pids: number[] = []
  const spawn = enginesOf(engineFile)
  const spawnEngine: SpawnEngine = () => {
    const engine = spawn()
    if (engine.pid !== undefined) pids.push(engine.pid)
    return engine
  }
  const { application, client } = await openedApplication({
    ...{ dataFolder: join(folder, 'data'), resourcesFolder: join(folder, 'nothing') },
    ...{ workerUrl, spawnEngine }
  })
  onTestFinished(() => application.close())
  /** The most that any engine ever held; 0 where the system does not tell. */
  const mostMiB = (): number =>
    Math.max(0, ...pids.filter((pid) => existsSync(`/proc/${pid}/status`)).map(peakMiB))
  return { folder, client, mostMiB }
}

function peakMiB(pid: number): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
}

const utf8 = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((it) => (typeof it === 'string' ? Buffer.from(it) : Buffer.from(it))))

test.each([
  [
    ...(['all ends of line, a byte that is no UTF-8, and what is no JSON', 'mixed.jsonl'] as const),
    utf8('{"text":"é"}\r\n{"text":"b"}\r{"text":"', [0xff], '"}\n{"text":\n\r\n{"text":"ç"}'),
    ...([3, [[3, 'notUtf8']], [[4, 'notJson']]] as const)
  ],
  [
    ...(['a bomb of brackets', 'bomb.jsonl'] as const),
    utf8(`{"text":"a"}\n{"text":${'['.repeat(1e6)}${']'.repeat(1e6)}}\n{"text":"b"}\n`),
    ...([2, [[2, 'tooDeep']], []] as const)
  ],
  [
    ...(['quotes that are never closed', 'quotes.csv'] as const),
    utf8('prompt,answer\na,"b\nc,d\n"e" f,g\nh,i\n'),
    ...([2, [[2, 'quoteNotClosed']], [[4, 'quoteMisplaced']]] as const)
  ]
] as const)('%s: the rows are left out by line', async (_, name, bytes, records, first, second) => {
  const { folder, client } = await opened()
  const path = join(folder, name)
  writeFileSync(path, bytes)
  await expect(importedDataset(client, path)).rejects.toMatchObject({
    data: { code: 'rowRefused', params: { path, line: first[0][0] } }
  })
  const dataset = await importedDataset(client, path, { rejected: 'skip' })
  expect(dataset.records).toBe(records)
  expect(dataset.rejected.first.map(({ line, problem }) => [line, problem])).toEqual([
    ...[...first, ...second]
  ])
  expect((await client.datasets.list({})).datasets).toHaveLength(1)
})

test.each([
  ['nothing', 'empty.jsonl', '', 'fileEmpty'],
  ['ends of line alone', 'blank.jsonl', '\n\r\n\n', 'shapeUnknown'],
  ['a header alone', 'header.csv', 'prompt,answer\n', 'shapeUnknown'],
  ['records without a text', 'without.jsonl', '{"text":" "}\n{"text":""}\n', 'noRecords'],
  ['a list that does not end', 'cut.json', '[{"text":"a"},{"text":"b"', 'fileMalformed'],
  ['a list in lists without end', 'bomb.json', '['.repeat(1e6), 'fileMalformed'],
  ['what calls itself Parquet', 'not.parquet', 'PAR1 and then a letter', 'fileMalformed']
])('%s is refused, and nothing is there', async (_, name, text, code) => {
  const { folder, client } = await opened()
  const path = join(folder, name)
  writeFileSync(path, text)
  await expect(importedDataset(client, path, { rejected: 'skip' })).rejects.toMatchObject({
    data: { code, params: { path } }
  })
  expect((await client.datasets.list({})).datasets).toEqual([])
})

test('a line without end costs itself alone, and no memory', async () => {
  const { folder, client, mostMiB } = await opened()
  const path = join(folder, 'endless.jsonl')
  const first = '{"text":"first"}\n'
  writeFileSync(path, first)
  truncateSync(path, first.length + lineBytes) // a hole, which reads as zeros
  appendFileSync(path, '\n{"text":"last"}\n')
  const dataset = await importedDataset(client, path, { rejected: 'skip' })
  expect(dataset).toMatchObject({ records: 2, rejected: { count: 1 } })
  expect(dataset.rejected.first).toMatchObject([{ line: 2, problem: 'lineTooLong' }])
  expect(mostMiB()).toBeLessThan(mostEngineMiB)
}, 300_000)

test('chats in nested columns of Parquet are chats', async () => {
  const { folder, client } = await opened()
  const path = join(folder, 'chats.parquet')
  const golden = new URL('../testing/goldens/parquet/chats-zstd.parquet', import.meta.url)
  copyFileSync(golden, path)
  const dataset = await importedDataset(client, path)
  expect(dataset).toMatchObject({ records: 12, mapping: { shape: 'messages', subject: 'subject' } })
  const record = await client.datasets.record({ dataset: dataset.id, ordinal: 2 })
  expect(record.layout.map(([role]) => role)).toEqual(['user', 'assistant'])
  expect(JSON.parse(record.extra!)).toMatchObject({ tags: ['t0'], score: 0.125 })
})
