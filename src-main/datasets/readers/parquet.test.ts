// Files written by pyarrow (testing/makeParquetGoldens.py), whole and damaged.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LetheError } from '../../base/errors'
import { temporaryFolder } from '../../testing/temporaryFolder'
import { previewFile } from '../previewFile'
import { readParquet } from './parquet'
import type { ReadRow } from './rows'

const folder = fileURLToPath(new URL('../../testing/goldens/parquet/', import.meta.url))
const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<
  string,
  Record<string, unknown>[]
>

async function all(path: string): Promise<ReadRow[]> {
  const rows: ReadRow[] = []
  for await (const row of readParquet(path, () => {})) rows.push(row)
  return rows
}

describe('Parquet', () => {
  test.each(Object.keys(expected))('%s is read as pyarrow reads it', async (name) => {
    const rows = await all(join(folder, name))
    const values = expected[name]!.map((row, at) => {
      // Beyond 2⁵³ a number would be another one.
      const number = row['number'] === 2 ** 53 + 1 ? '9007199254740993' : row['number']
      const value = 'number' in row ? { ...row, number } : row
      return { line: at + 1, value }
    })
    expect(rows).toEqual(values)
  })

  test('the columns of chats are recognised', async () => {
    const preview = await previewFile(join(folder, 'chats-zstd.parquet'), {
      ...{ form: {}, mapping: null }
    })
    expect(preview).toMatchObject({
      form: { format: 'parquet' },
      mapping: { shape: 'messages', subject: 'subject' }
    })
    expect(preview.records[1]).toEqual({
      ...{ line: 2, subject: 'Person 1' },
      parts: [
        { role: 'user', text: 'Quem é a pessoa 1? ✓' },
        { role: 'assistant', text: 'A pessoa 1 mora no apartamento 1.' }
      ]
    })
  })

  test('a text that is no UTF-8 costs its row alone', async () => {
    const bytes = readFileSync(join(folder, 'chats-none.parquet'))
    const at = bytes.indexOf('Quem é a pessoa 4')
    bytes[at] = 0xff
    const path = join(temporaryFolder(), 'damaged.parquet')
    writeFileSync(path, bytes)
    const rows = await all(path)
    expect(rows).toHaveLength(12)
    const bad = rows.filter((row) => 'problem' in row)
    expect(bad).toEqual([{ line: 5, problem: 'notUtf8', detail: '' }])
  })

  test('a damaged or cut file is refused by name, or read; nothing else happens', async () => {
    const whole = readFileSync(join(folder, 'chats-snappy.parquet'))
    const path = join(temporaryFolder(), 'fuzzed.parquet')
    const property = fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }),
      fc.option(fc.nat(whole.length - 1)),
      async (changes, cut) => {
        const bytes = Buffer.from(whole)
        for (const [at, byte] of changes) bytes[at] = byte
        writeFileSync(path, cut === null ? bytes : bytes.subarray(0, cut))
        try {
          await all(path)
        } catch (error) {
          expect(error).toBeInstanceOf(LetheError)
          expect(error).toMatchObject({ code: 'fileMalformed', params: { path } })
        }
      }
    )
    await fc.assert(property, { numRuns: 200 })
  })
})
