// A report as HTML: it says every number, in both languages; nothing that people wrote gets out of its
// place; and a changed byte is found.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EvidenceFile } from '../contract/evidenceFile'
import { languages, type Language } from '../contract/quantities'
import { evidenceFile, wholeEvidenceFile } from '../testing/evidenceFile'
import { fileChecker, publicKey, signed, signedAt } from '../testing/reportSigning'
import { renderReport, reportDocument } from './renderReport'

const htmlOf = async (evidence: EvidenceFile, language: Language = 'en'): Promise<string> =>
  (await renderReport(signed(evidence), language, 'html')).toString('utf8')

/** What a reader sees: without styles, data and tags. */
function seen(html: string): string {
  const named: Record<string, string> = {
    ...{ '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#39;': "'" }
  }
  return html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<script.*?<\/script>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:lt|gt|amp|quot|#39);/g, (entity) => named[entity]!)
}

/** Every number of what was measured, by its path. */
function numbersIn(value: unknown, path = ''): [path: string, value: number][] {
  if (typeof value === 'number') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => numbersIn(part, `${path}.${name}`))
}

/** As the report writes it. */
function written(path: string, value: number, language: Language): string {
  const plain = (options: Intl.NumberFormatOptions): string =>
    new Intl.NumberFormat(language, options).format(value).replace('-', '\u2212')
  const isPercent = /PositiveRate|^\.ability|minKShare/.test(path)
  const isCount = Number.isInteger(value) && !/interval|seed/.test(path)
  if (/records$|groups$/.test(path) || isCount) return plain({})
  if (isPercent) return plain({ style: 'percent', maximumFractionDigits: 1 })
  if (/forgetQuality/.test(path))
    return value < 0.001
      ? value
          .toExponential(1)
          .replace('-', '\u2212')
          .replace('.', language === 'en' ? '.' : ',')
      : plain({ maximumSignificantDigits: 2 })
  if (/temperature/.test(path)) return plain({})
  return plain({ minimumFractionDigits: 3, maximumFractionDigits: 3 })
}

describe.each(languages)('in %s', (language) => {
  test('every number that was measured stands in it, and every hash', async () => {
    const evidence = wholeEvidenceFile()
    const text = seen(await htmlOf(evidence, language))
    const { tests, attacks, ability, shown, counts } = evidence.measured
    const numbers = numbersIn({ tests, attacks, ability, shown, counts }).filter(
      ([path]) => !path.endsWith('neededRecords')
    )
    expect(numbers.length).toBeGreaterThan(150)
    const missing = numbers.filter(
      ([path, value]) => !text.includes(written(path, value, language))
    )
    expect(missing).toEqual([])
    const { models, itemsSha256, replay } = evidence
    const hashes = [...models.map(({ sha256 }) => sha256), itemsSha256, replay.replayedSha256!]
    for (const hash of [...hashes, publicKey]) expect(text).toContain(hash)
    expect(text).toContain('190') // records that would settle it
    for (const fact of ['Ana Souza', 'asked for it', '4711', '"seed":7', '0.1.0', 'linux x64'])
      expect(text).toContain(fact)
  })

  test('it has the same parts whatever was measured, and says what was not', async () => {
    const bare = await htmlOf(evidenceFile(), language)
    const sections = (html: string): string[] =>
      [...html.matchAll(/<section id="([a-z]+)"/g)].map(([, id]) => id!)
    expect(sections(bare)).toEqual(sections(await htmlOf(wholeEvidenceFile(), language)))
    const untested = language === 'en' ? /Not tested/g : /Não testado/g
    // The membership test and three attacks in their lists, the test in its table, and the limits.
    expect(seen(bare).match(untested)!.length).toBeGreaterThanOrEqual(6)
    expect(bare).toContain(`<html lang="${language}">`)
    expect(seen(bare)).not.toMatch(/undefined|NaN|\[object/)
    const plots = bare.match(/<svg class="plot"/g)!.length
    expect(bare.match(/<table>/g)!.length).toBeGreaterThanOrEqual(plots)
  })
})

test('what was not computed is said, not left out', async () => {
  const evidence = wholeEvidenceFile()
  const { tests, shown } = evidence.measured
  const none = { original: null, unlearned: null, reference: null }
  tests.truthRatio = {
    ...{ ...tests.truthRatio!, ...none, word: 'cannotTell', reason: 'noRecords' },
    ...{ difference: null, interval: { low: null, high: null }, margin: null }
  }
  Object.assign(shown, { probability: none, rougeL: none, modelUtility: none })
  const text = seen(await htmlOf(evidence))
  expect(text).toContain('not computed')
  expect(text).not.toMatch(/NaN|null|undefined/)
})

test('no text that people wrote becomes anything else', async () => {
  const shape = (html: string): string[] =>
    (html.replace(/<style>.*?<\/style>/s, '').match(/<[^>]*>/g) ?? []).map((tag) =>
      tag.replace(/(aria-label|d|x|x1|x2|width|cx|transform)="[^"]*"/g, '')
    )
  const plain = shape(await htmlOf(evidenceFile()))
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(...'<>&"\'/=!-[]{}()', '</script>', '<!--', ']]>', '\u202e', '\0', 'x')
      )
      .map((parts) => parts.join(''))
  )
  await fc.assert(
    fc.asyncProperty(nasty, async (text) => {
      const evidence = evidenceFile()
      const { models } = evidence
      const html = await htmlOf({
        ...evidence,
        subject: { title: `x${text}`, reason: text, requestedBy: text },
        models: models.map((model) => ({ ...model, name: text, weightMode: text })),
        plan: { method: text },
        made: { ...evidence.made, device: text }
      })
      expect(shape(html)).toEqual(plain)
      // eslint-disable-next-line no-control-regex
      expect(html).not.toMatch(
        /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/
      )
    }),
    { numRuns: 40 }
  )
})

test('it loads nothing and runs nothing', async () => {
  const html = await htmlOf(wholeEvidenceFile())
  expect(html).toContain(`http-equiv="Content-Security-Policy" content="default-src 'none';`)
  expect(html).not.toMatch(/<(?:link|iframe|img|object|embed|base|form)\b|@import|url\(|\son\w+=/i)
  expect(html.match(/<script/g)).toHaveLength(1)
})

describe('a check of the HTML', () => {
  const checked = fileChecker()

  test.each(languages)('finds it unchanged in %s', async (language) => {
    const html = await htmlOf(wholeEvidenceFile(), language)
    expect(await checked(html)).toMatchObject({ result: 'unchanged', signedAt })
    // The same report again, to the byte.
    expect(await htmlOf(wholeEvidenceFile(), language)).toBe(html)
  })

  test('names the section whose text was changed', async () => {
    const html = await htmlOf(wholeEvidenceFile())
    const changes: [section: string, from: string, to: string][] = [
      ['head', '<title>', '<title>Not '],
      ['verdict', 'Cannot tell with', 'All is well with'],
      [
        'tests',
        '</section>\n<section id="attacks"',
        '<p>Fine.</p></section>\n<section id="attacks"'
      ],
      ['about', 'Ana Souza', 'Bruno Lima'],
      ['check', '</html>', '</html> ']
    ]
    for (const [section, from, to] of changes) {
      const at = section === 'about' ? html.indexOf('<section id="about"') : 0
      const changed = html.slice(0, at) + html.slice(at).replace(from, to)
      expect(changed).not.toBe(html)
      const found = await checked(changed)
      expect(found).toMatchObject({ result: 'changed', parts: [`page.${section}`] })
    }
  })

  test('names the part of the data that was changed, whatever stands on the page', async () => {
    const report = signed(wholeEvidenceFile())
    const content = { ...report.content, subject: { title: 'B', reason: '', requestedBy: '' } }
    const html = await renderReport({ ...report, content }, 'en', 'html')
    expect(await checked(html)).toMatchObject({ result: 'changed', parts: ['subject'] })
  })

  test('finds any byte that is another one', async () => {
    const bytes = await renderReport(signed(evidenceFile()), 'pt-BR', 'html')
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
      { numRuns: 50 }
    )
  })

  test('does not judge a page that another version drew', async () => {
    const html = await htmlOf(evidenceFile())
    const other = html.replace(/"layout":\d+/, '"layout":999')
    expect(await checked(other)).toMatchObject({ result: 'otherLayout', signedAt })
  })

  test.each(['<!doctype html><p>Hello', '%PDF-1.7\nHello'])('%s holds no report', async (text) => {
    await expect(checked(text)).rejects.toMatchObject({
      ...{ code: 'fileMalformed', params: { reason: { code: 'noSignedData' } } }
    })
  })
})

test('the plots say their result to whoever does not see them', () => {
  const { sections } = reportDocument(signed(wholeEvidenceFile()), 'pt-BR')
  const plots = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'plot' ? [block.plot] : []))
  )
  expect(plots.length).toBe(6)
  for (const { summary, axis, rows } of plots) {
    expect(summary.length).toBeGreaterThan(40)
    expect(axis.ticks.length).toBeGreaterThanOrEqual(2)
    // Nothing that is drawn lies outside of its axis, where that is made for it.
    for (const { now } of rows) expect(now === null || Number.isFinite(now)).toBe(true)
  }
})
