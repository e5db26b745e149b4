// The reader of CSV beside csv-parse, and what it does where that gives up.
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LetheError } from '../../base/errors'
import { readCsv } from './csv'
import type { ReadRow } from './rows'

const path = 'table.csv'

async function all(text: string, separator = ',', pieceBytes = 7): Promise<ReadRow[]> {
  const bytes = Buffer.from(text)
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
  }
  const rows: ReadRow[] = []
  for await (const row of readCsv(pieces(), path, separator)) rows.push(row)
  return rows
}

const problems = (rows: ReadRow[]) =>
  rows.map((row) => ('problem' in row ? [row.line, row.problem] : row.line))

describe('CSV', () => {
  test('gives back what was written, as csv-parse does', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '✓', ' ', '"', ',', ';', '\t', '\n'),
      maxLength: 8
    })
    const end = fc.constantFrom('\n', '\r\n')
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 8 })
    const property = fc.asyncProperty(
      table,
      end,
      fc.constantFrom(',', ';', '\t'),
      fc.integer({ min: 1, max: 30 }),
      async (cells, lineEnd, separator, pieceBytes) => {
        const quoted = cells.map((row) =>
          row.map((it) => `"${it.replaceAll('"', '""')}"`).join(separator)
        )
        const text = [['a', 'b', 'c'].join(separator), ...quoted].join(lineEnd)
        const rows = await all(text, separator, pieceBytes)
        const theirs: unknown = parse(text, {
          ...{ delimiter: separator, columns: true, record_delimiter: ['\n', '\r\n'] }
        })
        expect(rows.map((row) => 'value' in row && row.value)).toEqual(theirs)
        expect(rows).toHaveLength(cells.length)
      }
    )
    await fc.assert(property, { numRuns: 300 })
  })

  test('plain cells, empty ones, a mark at the start and empty lines', async () => {
    expect(await all('\uFEFFa,b\n1,\n\n,2\r3,4')).toEqual([
      { line: 2, value: { a: '1', b: '' } },
      { line: 4, value: { a: '', b: '2' } },
      { line: 5, value: { a: '3', b: '4' } }
    ])
    expect(await all('a,b')).toEqual([])
    expect(await all('')).toEqual([])
  })

  test('a quote that is never closed costs the row it opens in', async () => {
    const rows = await all('a,b\n1,"open\n2,fine\n3,"closed"\n4,"also\nclosed"\n')
    expect(problems(rows)).toEqual([[2, 'quoteMisplaced'], 3, 4, 5])
    const last = await all('a,b\n1,2\n3,"open\n4,5\n')
    expect(problems(last)).toEqual([2, [3, 'quoteNotClosed'], 4])
  })

  test('names what is wrong with a row, and goes on', async () => {
    const rows = await all('a,b\n1\n1,2,3\n"1"x,2\n1,2\n')
    expect(problems(rows)).toEqual([
      [2, 'columnCount'],
      [3, 'columnCount'],
      [4, 'quoteMisplaced'],
      5
    ])
  })

  test('a header that names a column twice is refused; one without a name gets one', async () => {
    await expect(all('a,a\n1,2')).rejects.toMatchObject({
      code: 'fileMalformed',
      params: { path, reason: { code: 'columnTwice', column: 'a' } }
    })
    expect(await all('a,\n1,2')).toEqual([{ line: 2, value: { a: '1', 'column 2': '2' } }])
  })

  test('no bytes do more than be refused', async () => {
    const property = fc.asyncProperty(
      fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '\0', 'é') }),
      async (text) => {
        try {
          const lines = text.split(/\r\n|\r|\n/).length
          for (const row of await all(`a,b\n${text}`)) {
            expect(row.line).toBeGreaterThan(1)
            expect(row.line).toBeLessThanOrEqual(lines + 1)
          }
        } catch (error) {
          expect(error).toBeInstanceOf(LetheError)
        }
      }
    )
    await fc.assert(property, { numRuns: 500 })
  })
})
