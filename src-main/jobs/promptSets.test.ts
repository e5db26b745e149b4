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

const start = (
  client: TestClient,
  text: string,
  format: PromptSetFormat = 'lines',
  systemPrompt = ''
) =>
  client.promptSets.start({
    ...{ name: 'set', text, format, systemPrompt, models: ['Starter', 'Second'] },
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

  test('says how long the missing answers will take, while it runs', async () => {
    const { client } = await opened()
    const { id, secondsLeft } = await start(client, 'count 40\n'.repeat(1000))
    expect(secondsLeft).toBe(null)
    const table = await until(client, id, (it) => it.secondsLeft !== null || isOver(it))
    expect(table.status).toBe('running')
    expect(table.secondsLeft).toBeGreaterThan(0)
    await client.promptSets.cancel({ id })
    expect(await client.promptSets.get({ id })).toMatchObject({
      ...{ status: 'paused', secondsLeft: null }
    })
    const { text } = await client.promptSets.export({ id, format: 'json' })
    expect(JSON.parse(text)).not.toHaveProperty('secondsLeft')
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

describe('the references of a prompt set', () => {
  const rowsOf = (...rows: { prompt: string; reference?: string }[]): string =>
    rows.map((row) => JSON.stringify(row)).join('\n')

  test('are measured by each model, and come with the exports', async () => {
    const { client } = await opened()
    // The scripted engine gives one nat a word.
    const text = rowsOf(
      { prompt: 'count 3', reference: ' 0 1 2\n' },
      { prompt: 'count 2', reference: 'Olá, você' },
      { prompt: 'count 1', reference: 'too long' },
      { prompt: 'count 1' }
    )
    const { id } = await start(client, text, 'jsonl')
    const table = await until(client, id, isOver)
    const cell = (row: number, column: number) =>
      table.answers.find((it) => it.row === row && it.column === column)
    for (const column of [0, 1]) {
      const first = cell(0, column)?.referenceScore
      expect(first).toMatchObject({ tokens: 3, bytes: 5, nllNats: 3 })
      expect(first?.perplexity).toBeCloseTo(Math.E, 12)
      expect(first?.bitsPerByte).toBeCloseTo(3 / Math.LN2 / 5, 12)
      expect(cell(1, column)?.referenceScore).toMatchObject({ tokens: 2, bytes: 11 })
      // What cannot be measured costs neither the answer nor the row.
      expect(cell(2, column)).toMatchObject({
        ...{ text: '0 ', status: 'finished', rougeL: 0 },
        ...{ referenceScore: null, referenceError: { code: 'promptTooLong' } }
      })
      expect(cell(3, column)).toMatchObject({ referenceScore: null, referenceError: null })
    }
    expect(table.summaries[0]).toMatchObject({ measured: 2, perplexity: null, bitsPerByte: null })
    const csv = await client.promptSets.export({ id, format: 'csv' })
    const cells: unknown[] = parse(csv.text, { columns: true })
    expect(cells[0]).toMatchObject({
      ...{ reference_tokens: '3', reference_bytes: '5', reference_not_measured: '' },
      reference_perplexity: String(Math.exp(1))
    })
    expect(cells[4]).toMatchObject({
      ...{ reference_perplexity: '', reference_not_measured: 'promptTooLong' }
    })
    const json = await client.promptSets.export({ id, format: 'json' })
    expect(JSON.parse(json.text)).toMatchObject({ answers: table.answers })
  })

  test('add up over all their tokens and bytes from ten rows on', async () => {
    const { client } = await opened()
    const references = Array.from({ length: 10 }, (_, at) => (at < 5 ? 'a' : 'a bc def'))
    const text = rowsOf(...references.map((reference) => ({ prompt: 'count 1', reference })))
    const { id } = await start(client, text, 'jsonl')
    const { summaries } = await until(client, id, isOver)
    for (const { measured, perplexity, bitsPerByte } of summaries) {
      expect(measured).toBe(10)
      expect(perplexity?.mean).toBeCloseTo(Math.E, 12)
      // 5 times 1 nat in 1 byte, 5 times 3 nats in 8.
      expect(bitsPerByte?.mean).toBeCloseTo(20 / Math.LN2 / 45, 12)
      expect(bitsPerByte?.low).toBeLessThan(bitsPerByte?.mean ?? 0)
      expect(bitsPerByte?.high).toBeGreaterThan(bitsPerByte?.mean ?? 0)
    }
  })

  test('that an engine died over are measured again when resumed; the too long ones are not', async () => {
    const { client } = await opened()
    const text = rowsOf(
      { prompt: 'pid', reference: 'unmeasured' },
      { prompt: 'pid', reference: 'long' }
    )
    const { id } = await start(client, text, 'jsonl')
    const first = await until(client, id, isOver)
    const lost = first.answers.filter(({ referenceError }) => referenceError?.code === 'engineLost')
    expect(lost.map(({ row, status }) => ({ row, status }))).toEqual([
      ...[0, 0].map((row) => ({ row, status: 'finished' }))
    ])
    await client.promptSets.resume({ id })
    const again = await until(client, id, isOver)
    const textOf = (table: PromptTable, row: number): string | undefined =>
      table.answers.find((it) => it.row === row && it.column === 0)?.text
    // The engine that says its number is another one only where it was asked again.
    expect(textOf(again, 0)).not.toBe(textOf(first, 0))
    expect(textOf(again, 1)).toBe(textOf(first, 1))
  })
})

describe('what a prompt set is asked with', () => {
  test('is the system prompt of the set, kept with it', async () => {
    const { client } = await opened()
    const { id } = await start(client, 'echo', 'lines', 'Be kind.')
    const table = await until(client, id, isOver)
    expect(table.systemPrompt).toBe('Be kind.')
    for (const { text } of table.answers) {
      expect(JSON.parse(text)).toMatchObject({
        turns: [
          { role: 'system', content: 'Be kind.' },
          { role: 'user', content: 'echo' }
        ]
      })
    }
  })

  test('is refused as a whole when a model cannot read one of its prompts', async () => {
    const { client } = await opened()
    // The scripted models read 64 tokens, a letter each.
    const text = `count 1\n${'x'.repeat(70)}\n${'y'.repeat(65)}`
    await expect(start(client, text)).rejects.toMatchObject({
      data: {
        code: 'promptTooLongFor',
        params: { model: 'Starter', row: 2, tokens: 70, limit: 63, excessTokens: 7, others: 3 }
      }
    })
    expect((await client.promptSets.list()).runs).toEqual([])
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
    expect(refusal('{"prompt":"a"}\n{"prompt":', 'jsonl')).toMatchObject({
      ...{ field: 'line', name: '2', reason: { code: 'said', by: 'reader' } }
    })
    expect(refusal('{"prompt":"a"}\n\n{"question":1}', 'jsonl')).toMatchObject({
      ...{ field: 'line', name: '3', reason: { code: 'promptMissing' } }
    })
    expect(refusal('question\na', 'csv')).toMatchObject({ reason: { code: 'promptMissing' } })
    expect(refusal('{"prompt":"a","reference":1}', 'jsonl')).toMatchObject({
      reason: { code: 'referenceNotText' }
    })
    expect(refusal('{"prompt":" "}', 'jsonl')).toMatchObject({ reason: { code: 'promptBlank' } })
    expect(refusal('prompt,reference\n"a', 'csv')).toMatchObject({
      ...{ field: 'line', name: expect.stringMatching(/^\d/) }
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
