// A bias report: it says every number in both languages, nothing that people wrote gets out of its place,
// whatever is changed is found, and its tables hold the same as the signed data.
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AxisChange, AxisFigure } from '../contract/bias'
import { biasFileSchema, type BiasFile } from '../contract/biasFile'
import { languages, type Language } from '../contract/quantities'
import { comparedBiasFile, oneBiasFile } from '../testing/biasFile'
import { fileChecker, signedAt, signedBias } from '../testing/reportSigning'
import { tallyOf } from './bias/content'
import { renderReport, reportDocument } from './renderReport'
import { biasTable } from './writeReport'

const one = oneBiasFile()
const compared = comparedBiasFile()
const htmlOf = async (file: BiasFile, language: Language = 'en'): Promise<string> =>
  (await renderReport(signedBias(file), language, 'html')).toString('utf8')

/** All that is said, with any space for the ones that do not break. */
function said(file: BiasFile, language: Language): string {
  const parts: string[] = []
  const gather = (value: unknown): void => {
    if (typeof value === 'string') parts.push(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(gather)
  }
  gather(reportDocument(signedBias(file), language))
  return parts.join('\n').replaceAll('\u00a0', ' ')
}

test('what is signed is of the form that reports have', () => {
  for (const file of [one, compared]) expect(biasFileSchema.parse(file)).toEqual(file)
  expect(compared.comparison).toMatchObject({ broke: true, ability: { word: 'lost' } })
  const gender = compared.comparison!.axes.find(({ axis }) => axis === 'gender')
  expect(gender).toMatchObject({ verdict: 'changed', seeds: { models: 4 } })
  expect(tallyOf(compared)).toContainEqual({ word: 'notScored', axes: 1 })
  expect(tallyOf(one)[0]).toEqual({ word: 'leans', axes: 1 })
})

describe.each(languages)('in %s', (language) => {
  const write = (value: number, digits: number): string =>
    new Intl.NumberFormat(language, {
      ...{ minimumFractionDigits: digits, maximumFractionDigits: digits }
    })
      .format(value)
      .replace('-', '\u2212')

  test.each([
    ['one model', one],
    ['before and after', compared]
  ])('%s: every figure stands in it, and nothing is left blank', (_name, file) => {
    const text = said(file, language)
    const after = file.curated.after ?? file.results.after
    const numbers = [after.overall, ...after.axes].flatMap((of: AxisFigure) =>
      [of.share, of.interval?.low, of.interval?.high].flatMap((it) =>
        it == null ? [] : [write(100 * it, 1)]
      )
    )
    const changes = (file.comparison?.axes ?? []).flatMap((of: AxisChange) =>
      [of.change, of.interval?.low, of.interval?.high, of.equivalence?.interval.low].flatMap(
        (it) => (it == null ? [] : [`${it > 0 ? '+' : ''}${write(100 * it, 1)}`])
      )
    )
    const figures = Object.values(after.overall.figures).flatMap((it) =>
      it === null ? [] : [write(it, 3)]
    )
    const facts = [
      ...file.models.flatMap(({ name, sha256, device }) => [name, sha256, device]),
      ...after.files.map(({ sha256 }) => sha256),
      ...[file.subject.preparedBy, file.made.runtime, file.suite.licence],
      ...[file.suite.measures[language], file.suite.doesNotShow[language]]
    ]
    const missing = [...numbers, ...changes, ...figures, ...facts].filter(
      (it) => !text.includes(it)
    )
    expect(missing).toEqual([])
    expect(numbers.length).toBeGreaterThan(8)
    expect(text).not.toMatch(/undefined|NaN|\[object|\$\{/)
    expect(text).toContain('Holm')
  })

  test('damage stands first, silence is listed, and what was left out has its reason', () => {
    const { sections } = reportDocument(signedBias(compared), language)
    expect(sections[0]!.blocks[0]).toMatchObject({
      type: 'verdict',
      text: expect.stringMatching(
        language === 'en' ? /^The lean fell, and/ : /^A inclinação caiu, e/
      )
    })
    const results = sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'results' ? block.rows : []))
    )
    expect(results).toHaveLength(3) // an axis without a number too
    const text = said(compared, language)
    expect(text).toContain('gender-003')
    expect(text).toContain('<b>not</b> a stereotype here')
  })

  test('it has the same sections, whatever was audited, with headings that differ', () => {
    const [a, b] = [one, compared].map((file) => reportDocument(signedBias(file), language))
    expect(a!.sections.map(({ id }) => id)).toEqual(b!.sections.map(({ id }) => id))
    for (const { id } of a!.sections) expect(id).toMatch(/^[a-z]+$/)
    expect(new Set(a!.sections.map(({ title }) => title)).size).toBe(a!.sections.length)
  })
})

test('no word of one language is missing in the other, nor the same', () => {
  const [english, portuguese] = languages.map((language) =>
    reportDocument(signedBias(one), language)
  )
  const shared = /^(Hashes|Lethe|ONNX Runtime|p|n|p, Holm|SHA-256)$/
  const titles = (of: typeof english): string[] => of!.sections.map(({ title }) => title)
  const same = titles(english).filter((it) => titles(portuguese).includes(it) && !shared.test(it))
  expect(same).toEqual([])
})

describe('a check', () => {
  const checked = fileChecker()

  test.each(languages)(
    'finds HTML and PDF unchanged in %s, and finds what was changed',
    async (language) => {
      for (const format of ['html', 'pdf'] as const) {
        const bytes = await renderReport(signedBias(compared), language, format)
        expect(await checked(bytes)).toMatchObject({ result: 'unchanged', signedAt })
      }
      const html = await htmlOf(compared, language)
      const forged = html.replace('Bruna Lima', 'Ana Souza')
      expect(await checked(forged)).toMatchObject({ result: 'changed', parts: ['page.about'] })
    }
  )

  test('finds any figure that is another one, and names its part', async () => {
    const places: [part: string, change: (file: BiasFile, by: number) => void][] = [
      ['results', ({ results }, by) => (results.after.axes[0]!.share! += by)],
      ['results', ({ results }, by) => (results.after.capability!.perplexity! += by)],
      ['comparison', ({ comparison }, by) => (comparison!.axes[0]!.change! += by)],
      ['comparison', ({ comparison }) => (comparison!.broke = false)],
      ['curated', (file) => (file.curated.after = null)],
      ['items', ({ items }, by) => (items.after[5]!.marginNats! += by)],
      ['items', ({ items }) => (items.before[3]!.reason = null)],
      ['models', ({ models }) => (models[0]!.sha256 = '0'.repeat(64))],
      ['made', ({ made }) => made.seed++],
      ['subject', ({ subject }) => (subject.title = 'Another')]
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        fc.double({ min: 1e-6, max: 0.2, noNaN: true }),
        async ([part, change], by) => {
          const report = structuredClone(signedBias(compared))
          change(report.content as unknown as BiasFile, by)
          const found = await checked(JSON.stringify(report))
          expect(found).toMatchObject({ result: 'changed', parts: [part] })
        }
      ),
      { numRuns: 30 }
    )
  })

  test('of another kind than it says is none', async () => {
    const report = signedBias(one)
    const other = { ...report, statement: { ...report.statement, kind: 'evidence' } }
    expect(await checked(JSON.stringify(other))).toMatchObject({ result: 'signatureWrong' })
  })
})

test('it runs nothing, and what people wrote is text', async () => {
  const html = await htmlOf({ ...compared, subject: { title: '<script>x', preparedBy: '"><img>' } })
  expect(html.match(/<script/g)).toHaveLength(1)
  expect(html).not.toMatch(/<img|<b>/)
  expect(html).toContain('&lt;b&gt;not&lt;/b&gt;')
})

test('its tables hold what is signed, and nothing that a spreadsheet computes', () => {
  const rowsOf = (format: 'csv' | 'itemsCsv'): Record<string, string>[] =>
    parse(biasTable(compared, format), { columns: true, bom: true })
  const axes = rowsOf('csv')
  const change = axes.find(({ kind, axis }) => kind === 'change' && axis === 'gender')!
  const { axes: found } = compared.comparison!
  expect(Number(change.change)).toBe(found.find(({ axis }) => axis === 'gender')!.change)
  const lean = axes.filter(
    ({ kind, axis, role }) => kind === 'lean' && axis === 'race' && role === 'after'
  )
  expect(lean.map(({ items }) => items)).toEqual(
    [
      ...['all', 'without those left out', 'all', 'all'],
      ...['without those left out', 'without those left out']
    ].toSorted()
  )
  const items = rowsOf('itemsCsv')
  expect(items).toHaveLength(compared.items.before.length + compared.items.after.length)
  const [first] = items
  expect(Number(first!.marginNats)).toBe(compared.items.before[0]!.marginNats)
  expect(first!['text.stereotype']).toBe(`'=Sentence gender-000, 0`)
  for (const row of [...axes, ...items])
    for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+@]|^-(?!\d)/)
})
