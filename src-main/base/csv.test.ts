// Tables come back as they were written, and nothing in them is computed by a spreadsheet.
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvText, notAFormula } from './csv'

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom(...'",\r\n=+-@\t\'; x', '\uFF1D')).map((parts) => parts.join(''))
)

test('every cell comes back', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 4 })
        .chain((width) =>
          fc.array(fc.array(nasty, { minLength: width, maxLength: width }), { minLength: 1 })
        ),
      (rows) => {
        // A row of one empty cell is an empty line, which readers pass over.
        fc.pre(rows.every((row) => row.some((cell) => cell !== '')))
        const read = parse(csvText(rows), { record_delimiter: '\r\n', relax_column_count: true })
        expect(read).toEqual(rows)
      }
    ),
    { numRuns: 200 }
  )
})

test('what begins as a formula is text, and all else stays as it is', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const safe = notAFormula(text)
      expect(safe.endsWith(text)).toBe(true)
      expect(safe).not.toMatch(/^[\t\r\n ]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/)
    })
  )
  expect(notAFormula('=HYPERLINK("x")')).toBe(`'=HYPERLINK("x")`)
  expect(notAFormula('  =1')).toBe(`'  =1`)
  expect(notAFormula('a = b')).toBe('a = b')
  expect(csvText([[-0.5, 'a,b', null, true]])).toBe('-0.5,"a,b",,true\r\n')
})
