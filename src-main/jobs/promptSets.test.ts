import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { LetheError } from '../base/errors'
import { defaultSampling } from '../contract/chat'
import type { PromptSetFormat, PromptTable } from '../contract/promptSets'
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
import { readPromptSet } from './promptSetText'

let workerUrl: URL
let spawnEngine: SpawnEngine
beforeAll(async () => {
  workerUrl = await buildEntry(new URL('../store/worker.ts', import.meta.url))
  spawnEngine = await scriptedEngines()
})

async function opened(folder = temporaryFolder()) {
  const { client, application } = await openedApplication({
    dataFolder: join(folder, 'data'),
    resourcesFolder: resourcesWithStarter(join(folder, 'resources')),
    workerUrl,
    spawnEngine
  })
  let closed = false
  const close = async (): Promise<void> => {
    if (!closed) await application.close()
    closed = true
  }
  onTestFinished(close)
  await application.starterReady
  const source = { type: 'path', path: modelFolder(join(folder, 'Second'), 'second') } as const
  for await (const event of await client.models.import({
    source,
    mode: 'reference',
    name: 'Second'
  })) {
    void event
  }
  return { client, close, folder }
}

const start = (client: TestClient, text: string, format: PromptSetFormat = 'lines') =>
  client.promptSets.start({
    ...{ name: 'set', text, format, models: ['Starter', 'Second'] },
    sampling: { ...defaultSampling, seed: 7 }
  })

async function until(
  client: TestClient,
  id: string,
  isSo: (table: PromptTable) => boolean
): Promise<PromptTable> {
  const found = await vi.waitUntil(
    async () => {
      const table = await client.promptSets.get({ id })
      return isSo(table) ? table : null
    },
    { timeout: 20_000, interval: 20 }
  )
  if (!found) throw new Error('waitUntil gives what it waited for')
  return found
}
const isOver = ({ status }: PromptTable): boolean => status !== 'running'

describe('a prompt set', () => {
  test('fills the table, scores against references, and exports it', async () => {
    const { client } = await opened()
    const rows = [
      { prompt: 'count 3', reference: '0, 1, 2!' },
      { prompt: 'count 2', reference: '0 9' },
      { prompt: 'fail engineLost' }
    ]
    const text = rows.map((row) => JSON.stringify(row)).join('\n')
    const { id } = await start(client, text, 'jsonl')
    const table = await until(client, id, isOver)
    expect(table).toMatchObject({ status: 'finished', sampling: { seed: 7 } })
    expect(table.answers).toHaveLength(6)
    const [first, second, third] = table.answers
      .filter(({ column }) => column === 1)
      .toSorted((a, b) => a.row - b.row)
    expect(first).toMatchObject({ text: '0 1 2 ', exactMatch: true, rougeL: 1 })
    expect(second).toMatchObject({ exactMatch: false, rougeL: 0.5 })
    expect(third).toMatchObject({ status: 'failed', error: { code: 'engineLost' }, rougeL: null })
    expect(table.summaries[0]).toMatchObject({ count: 2, exact: 1, rougeL: null })
    const csv = await client.promptSets.export({ id, format: 'csv' })
    const cells: unknown[] = parse(csv.text, { columns: true })
    expect(cells).toHaveLength(6)
    expect(cells[0]).toMatchObject({
      ...{ prompt: 'count 3', reference: '0, 1, 2!', model: 'Starter', answer: '0 1 2 ' },
      rouge_l: '1'
    })
    expect((await client.promptSets.list()).runs).toMatchObject([{ id, done: 6, total: 6 }])
  })

  test('gives a mean with an interval from ten rows on', async () => {
    const { client } = await opened()
    const row = (reference: string): string => JSON.stringify({ prompt: 'count 2', reference })
    const text = ['0 1', '0 1', '0 1', '0 9', '0 1', '0 9', '0 1', '0 1', '0 9', '0 9'].map(row)
    const { id } = await start(client, text.join('\n'), 'jsonl')
    const { summaries } = await until(client, id, isOver)
    for (const { count, exact, rougeL } of summaries) {
      expect({ count, exact }).toEqual({ count: 10, exact: 6 })
      expect(rougeL?.mean).toBeCloseTo(0.8, 12)
      expect(rougeL?.low).toBeGreaterThanOrEqual(0.55)
      expect(rougeL?.low).toBeLessThan(0.75)
      expect(rougeL?.high).toBeGreaterThan(0.85)
    }
  })

  test('keeps what is there when cancelled or when the app ends, and goes on from it', async () => {
    const { client, close, folder } = await opened()
    const { id } = await start(client, 'count 2\nforever\ncount 1')
    await until(client, id, ({ answers }) => answers.length === 1)
    expect(await client.promptSets.cancel({ id })).toMatchObject({ status: 'paused' })
    const before = await client.promptSets.get({ id })
    expect(before.answers).toMatchObject([{ row: 0, column: 0, text: '0 1 ' }])
    expect(await client.promptSets.resume({ id })).toMatchObject({ status: 'running' })
    await close()
    const { client: next } = await opened(folder)
    const after = await next.promptSets.get({ id })
    expect(after).toMatchObject({ status: 'paused', answers: before.answers })
    await next.promptSets.remove({ id })
    expect((await next.promptSets.list()).runs).toEqual([])
    await next.promptSets.restore({ id })
    expect((await next.promptSets.list()).runs).toHaveLength(1)
  })

  test('asks failed cells again when resumed', async () => {
    const { client } = await opened()
    const { id } = await start(client, 'fail outOfMemory\ncount 1')
    const first = await until(client, id, isOver)
    expect(first.answers.filter(({ status }) => status === 'failed')).toHaveLength(2)
    await client.promptSets.resume({ id })
    const again = await until(client, id, isOver)
    expect(again.answers).toHaveLength(4)
  })
})

describe('reading a prompt set', () => {
  const refusal = (text: string, format: PromptSetFormat): unknown => {
    try {
      readPromptSet(text, format)
      return null
    } catch (error) {
      return error instanceof LetheError ? error.params : error
    }
  }
  test('names the line that cannot be read', () => {
    expect(refusal('{"prompt":"a"}\n{"prompt":', 'jsonl')).toMatchObject({ field: 'line 2' })
    expect(refusal('{"prompt":"a"}\n\n{"question":1}', 'jsonl')).toMatchObject({
      ...{ field: 'line 3', reason: 'there is no prompt' }
    })
    expect(refusal('question\na', 'csv')).toMatchObject({ reason: 'there is no prompt' })
    expect(refusal('prompt,reference\n"a', 'csv')).toMatchObject({
      field: expect.stringMatching(/^line \d/)
    })
  })
  test('takes quoted cells, blank lines and a byte order mark', () => {
    const csv = '\uFEFFprompt,reference\r\n"a, ""b""\nc",\r\n\r\nd,e\r\n'
    expect(readPromptSet(csv, 'csv')).toEqual([
      { prompt: 'a, "b"\nc', reference: null },
      { prompt: 'd', reference: 'e' }
    ])
  })
  test('gives prompts or a typed error, whatever comes', () => {
    const format = fc.constantFrom<PromptSetFormat>('lines', 'jsonl', 'csv')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), format, (text, wanted) => {
        try {
          for (const { prompt } of readPromptSet(text, wanted)) expect(prompt.trim()).not.toBe('')
        } catch (error) {
          expect(error).toBeInstanceOf(LetheError)
        }
      }),
      { numRuns: 500 }
    )
  })
})
