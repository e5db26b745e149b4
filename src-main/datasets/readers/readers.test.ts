import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LetheError } from '../../base/errors'
import { readJsonArray } from './jsonArray'
import { readJsonLines } from './jsonLines'
import { depthLimit, type ReadRow } from './rows'
import { readLines, type TextLine } from './textLines'

async function* stream(...chunks: (Uint8Array | string)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
}

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const row of rows) found.push(row)
  return found
}

const textsOf = (lines: TextLine[]) => lines.map((it) => ('text' in it ? it.text : it.problem))

describe('lines', () => {
  test('are the same however the bytes are cut, whatever ends them', async () => {
    const end = fc.constantFrom('\n', '\r\n', '\r')
    const text = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((it) => it.replaceAll(/[\r\n]/g, ''))
    const file = fc.array(fc.tuple(text, end), { maxLength: 20 })
    const property = fc.asyncProperty(file, fc.array(fc.nat(400)), async (lines, cuts) => {
      // "\r", nothing, "\n" is one end of two bytes.
      fc.pre(
        !lines.some(([it, end], at) => it === '' && end === '\n' && lines[at - 1]?.[1] === '\r')
      )
      const bytes = Buffer.from(lines.map((pair) => pair.join('')).join(''))
      const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length].sort(
        (a, b) => a - b
      )
      const chunks = places.slice(1).map((to, at) => bytes.subarray(places[at], to))
      const found = await all(readLines(stream(...chunks)))
      expect(found.map((it) => it.line)).toEqual(lines.map((_, at) => at + 1))
      const wanted = lines.map(([it], at) => (at === 0 ? it.replace(/^\uFEFF/, '') : it))
      expect(textsOf(found)).toEqual(wanted)
    })
    await fc.assert(property, { numRuns: 300 })
  })

  test('an empty file has none; the mark and the missing last end are no matter', async () => {
    expect(await all(readLines(stream()))).toEqual([])
    expect(await all(readLines(stream('')))).toEqual([])
    expect(textsOf(await all(readLines(stream('\uFEFFa\r\n', 'b'))))).toEqual(['a', 'b'])
    expect(textsOf(await all(readLines(stream('a\r', '\nb'))))).toEqual(['a', 'b'])
  })

  test('bytes that are no UTF-8 cost their line alone', async () => {
    const found = await all(readLines(stream('a\n', Uint8Array.of(0xff, 0xfe), '\nc\n')))
    expect(found[1]).toEqual({ line: 2, problem: 'notUtf8', detail: '' })
    expect(textsOf(found)).toEqual(['a', 'notUtf8', 'c'])
  })

  test('two gigabytes without an end are refused without being held', async () => {
    const chunk = new Uint8Array(2 ** 20).fill(0x61)
    let mostBytes = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('first\n')
      const before = process.memoryUsage.rss()
      for (let at = 0; at < 2048; at++) {
        yield chunk
        if (at % 64 === 0) mostBytes = Math.max(mostBytes, process.memoryUsage.rss() - before)
      }
      yield Buffer.from('\nlast\n')
    }
    const found = await all(readLines(endless()))
    expect(textsOf(found)).toEqual(['first', 'lineTooLong', 'last'])
    expect(found.at(-1)?.line).toBe(3)
    expect(mostBytes).toBeLessThan(200 * 2 ** 20)
  }, 60_000)
})

describe('JSONL', () => {
  const problems = (rows: ReadRow[]) =>
    rows.flatMap((row) => ('problem' in row ? [[row.line, row.problem]] : []))

  test('gives back what was written, with its line', async () => {
    const records = fc.array(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }))
    const property = fc.asyncProperty(records, async (written) => {
      // What JSON itself changes (−0) is not the reader's.
      const expected = written.map((it) => JSON.parse(JSON.stringify(it)) as unknown)
      const text = written.map((it) => `${JSON.stringify(it)}\n\n`).join('')
      const rows = await all(readJsonLines(stream(text)))
      expect(rows).toEqual(expected.map((value, at) => ({ line: at * 2 + 1, value })))
    })
    await fc.assert(property)
  })

  test('names what is wrong and where, and goes on', async () => {
    const bomb = '['.repeat(100_000) + ']'.repeat(100_000)
    const inText = JSON.stringify({ text: '['.repeat(depthLimit * 2) })
    const rows = await all(
      readJsonLines(stream(`{"a":1}\n{"a":\n[1]\nnull\n{"a":${bomb}}\n"plain"\n${inText}`))
    )
    expect(problems(rows)).toEqual([
      [2, 'notJson'],
      [3, 'notAnObject'],
      [4, 'notAnObject'],
      [5, 'tooDeep']
    ])
    expect(rows[0]).toEqual({ line: 1, value: { a: 1 } })
    expect(rows[5]).toEqual({ line: 6, value: { text: 'plain' } })
    expect(rows[6]).toMatchObject({ line: 7 })
    expect(rows).toHaveLength(7)
  })
})

describe('a JSON array', () => {
  const path = 'records.json'

  test('gives back what was written, however the bytes are cut, with its lines', async () => {
    const records = fc.array(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }))
    const property = fc.asyncProperty(
      records,
      fc.integer({ min: 1, max: 40 }),
      async (given, size) => {
        const text = `\uFEFF [\n${given.map((it) => JSON.stringify(it)).join(',\n')}] \n`
        const bytes = Buffer.from(text)
        const count = Math.ceil(bytes.length / size)
        const chunks = Array.from({ length: count }, (_, at) =>
          bytes.subarray(at * size, (at + 1) * size)
        )
        const expected = given.map((it) => JSON.parse(JSON.stringify(it)) as unknown)
        const rows = await all(readJsonArray(stream(...chunks), path))
        expect(rows).toEqual(expected.map((value, at) => ({ line: at + 2, value })))
      }
    )
    await fc.assert(property)
  })

  test('names records that are none, and goes on', async () => {
    const rows = await all(
      readJsonArray(
        stream('[{"a":1},\n7,\n{"a":tru},\n"plain",', Buffer.of(0x22, 0xff, 0x22), ']'),
        path
      )
    )
    expect(rows).toMatchObject([
      { line: 1, value: { a: 1 } },
      { line: 2, problem: 'notAnObject' },
      { line: 3, problem: 'notJson' },
      { line: 4, value: { text: 'plain' } },
      { line: 4, problem: 'notUtf8' }
    ])
  })

  test.each([
    ['{"a": 1}', 'notAList', 1],
    ['[{"a": 1}', 'endsEarly', 1],
    ['[{"a": 1}}', 'braceClosesNothing', 1],
    ['[1,,2]', 'recordMissing', 1],
    ['[\n1]\n]', 'moreAfterEnd', 3],
    ['[1,]', 'recordMissing', 1]
  ])('%s cannot be read on', async (text, fault, line) => {
    const reading = all(readJsonArray(stream(text), path))
    await expect(reading).rejects.toMatchObject({
      code: 'fileMalformed',
      params: { path, reason: { code: 'jsonList', fault, line } }
    })
  })

  test('a bomb of brackets or of one endless record is refused without being held', async () => {
    async function* bomb(piece: string): AsyncGenerator<Uint8Array> {
      yield Buffer.from('[{"a":1},')
      const chunk = Buffer.from(piece.repeat(2 ** 20))
      for (let at = 0; at < 512; at++) yield chunk
    }
    const rows: ReadRow[] = []
    const read = async (piece: string): Promise<void> => {
      for await (const row of readJsonArray(bomb(piece), path)) rows.push(row)
    }
    await expect(read('[')).rejects.toBeInstanceOf(LetheError)
    await expect(read('1')).rejects.toBeInstanceOf(LetheError)
    expect(rows).toEqual([
      { line: 1, value: { a: 1 } },
      { line: 1, value: { a: 1 } }
    ])
  })
})
