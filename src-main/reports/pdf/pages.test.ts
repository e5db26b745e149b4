// A report as PDF: all that the HTML says stands in it, drawn in letters that can be read back; the signed
// data is attached, and a changed byte is found.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages, type Language } from '../../contract/quantities'
import type { SignedReport } from '../../contract/signedReport'
import { evidenceFile, wholeEvidenceFile } from '../../testing/evidenceFile'
import { pdfTexts } from '../../testing/pdfText'
import { fileChecker, signed, signedAt } from '../../testing/reportSigning'
import type { Block } from '../document'
import { renderReport, reportDocument } from '../renderReport'

const checked = fileChecker()
const pdfOf = (report: SignedReport, language: Language = 'en'): Promise<Buffer> =>
  renderReport(report, language, 'pdf')
function textsOf(block: Block): string[] {
  switch (block.type) {
    case 'list':
      return [...block.items]
    case 'listing':
      return block.lines.map(({ text }) => text)
    case 'facts':
      return block.rows.flatMap(({ term, value }) => [term, value])
    case 'results':
      return block.rows.flatMap(({ title, word, sentences }) => [title, word, ...sentences])
    case 'plot':
      return [block.plot.title, ...block.plot.axis.ticks.map(({ text }) => text)]
    case 'table':
      return [block.table.caption, ...block.table.columns, ...block.table.rows.flat()]
    default:
      return [block.text]
  }
}

/** Lines are broken at spaces, hashes anywhere. */
const withoutSpaces = (text: string): string => text.replace(/\s/g, '')

test.each(languages)(
  'says in %s all that the document says, and the notice on every page',
  async (language) => {
    const report = signed(wholeEvidenceFile())
    const bytes = await pdfOf(report, language)
    const pages = pdfTexts(bytes)
    const document = reportDocument(report, language)
    const drawn = withoutSpaces(pages.flat().join(''))
    expect(drawn).not.toContain('\ufffd')
    const missing = document.sections
      .flatMap(({ title, blocks }) => [title, ...blocks.flatMap(textsOf)])
      // Cells stand beside each other, line by line: their words are looked for one by one.
      .flatMap((text) => text.split(' '))
      .filter((word) => word.length <= 24 && !drawn.includes(withoutSpaces(word)))
    expect(missing).toEqual([])
    expect(pages.length).toBeGreaterThan(3)
    for (const [index, page] of pages.entries()) {
      const text = page.join('')
      expect(text).toContain(document.notice)
      expect(text).toContain(`${index + 1} / ${pages.length}`)
    }
    const head = bytes.toString('latin1')
    expect(head).toContain(`/Lang (${language})`)
    for (const tag of ['Document', 'H1', 'H2', 'Table', 'TH', 'TD', 'Figure', 'L'])
      expect(head).toContain(`/S /${tag}\n`)
  }
)

test('writes letters of other languages, and says which sign it has none for', async () => {
  const evidence = evidenceFile()
  const subject = { title: 'Łukasz Ðặng 山 😀', reason: 'a\u202eb', requestedBy: 'Ção − “x”' }
  const text = pdfTexts(await pdfOf(signed({ ...evidence, subject }), 'pt-BR'))
    .flat()
    .join('')
  expect(text).toContain('Łukasz Ðặng [U+5C71] [U+1F600]')
  expect(text).toContain('a[U+202E]b')
  expect(text).toContain('Ção − “x”')
})

describe('a check of the PDF', () => {
  test.each(languages)('finds it unchanged in %s, and made again to the byte', async (language) => {
    const bytes = await pdfOf(signed(wholeEvidenceFile()), language)
    expect(await checked(bytes)).toMatchObject({ result: 'unchanged', signedAt })
    expect((await pdfOf(signed(wholeEvidenceFile()), language)).equals(bytes)).toBe(true)
  })

  test('finds any byte that is another one, and what was added behind', async () => {
    const bytes = await pdfOf(signed(evidenceFile()))
    const added = Buffer.concat([bytes, Buffer.from('%')])
    expect(await checked(added)).toMatchObject({ result: 'changed', parts: ['page'] })
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = Buffer.from(bytes)
          changed[at] = (changed[at]! + by) % 256
          const found = await checked(changed).catch((error: { code?: string }) => error.code)
          expect(found).not.toMatchObject({ result: 'unchanged' })
        }
      ),
      { numRuns: 3 }
    )
  })

  test('names the part of the data that was changed', async () => {
    const report = signed(wholeEvidenceFile())
    const content = { ...report.content, createdAt: 1 }
    const bytes = await pdfOf({ ...report, content })
    expect(await checked(bytes)).toMatchObject({ result: 'changed', parts: ['createdAt'] })
  })
})
