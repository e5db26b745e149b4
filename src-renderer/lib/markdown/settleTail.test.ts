// While it is written, an answer must not show signs that its next letters turn into mark-up.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownBlocks } from './blocks'
import { settleTail } from './settleTail'

/** What is seen: tags off, entities back. */
function seen(text: string): string {
  return markdownBlocks(text)
    .map((block) => (block.type === 'code' ? block.code : block.html))
    .join('\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .trim()
}
const prefixes = (text: string): string[] =>
  Array.from({ length: text.length }, (_, length) => text.slice(0, length + 1))

describe('settleTail', () => {
  it.each([
    ['She **repairs** old *clocks* and ~~radios~~ today.', /[*~]/],
    ['Use `tune(1)` and ``a ` b`` now', /``|`t|^`/],
    ['Read [this page](https://example.org/a) now', /[[\]]|\]\(/],
    ['A picture ![of a cat](cat.png) here', /[[\]!]/],
    ['Some text\n\n- first\n- **second** one\n\n1. one\n2. two', /(^|\n)\s*[-*]|\*|^\d+\.?$/m],
    ['Text before\n---\nafter', /-/],
    ['# Title\n\nText **bold**', /[#*]/],
    ['| a | b |\n|---|:-:|\n| 1 | 2 |', /[|]|-/],
    ['```python\nprint("x")\n```\ndone', /`/],
    ['***both*** of them, **bold *and italic* words**', /\*/]
  ])('shows no raw mark at any length of %j', (text, raw) => {
    const showing = prefixes(text).filter((prefix) => raw.test(seen(settleTail(prefix))))
    expect(showing).toEqual([])
  })

  it.each([
    '2 * 3 = 6 and 5*3 = 15',
    'snake_case_name and another_one',
    'a < b and b > c',
    'Half [1] of it.'
  ])('leaves %j as it is', (text) => {
    expect(seen(settleTail(text))).toBe(text)
  })

  it('never takes away more than the last lines, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), (text) => {
        const finished = `Finished paragraph.\n\n${text}`
        expect(settleTail(finished).startsWith('Finished paragraph.')).toBe(true)
      })
    )
  })

  it('shows the code so far while its fence is open', () => {
    expect(seen(settleTail('```js\nconst a = 1\n``'))).toBe('const a = 1')
    expect(seen(settleTail('```js\nconst a = `x'))).toBe('const a = `x')
  })
})
