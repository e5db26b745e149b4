// What is wrong with a record that can be read, and tells of a mistake made before it came here.
import type { Part } from './shapes'

export type ContentProblem = 'empty' | 'broken'

/**
 * U+FFFD stands where bytes were lost; Ã and Â before a sign of the second half of Latin-1, and â€, are
 * UTF-8 read as Windows-1252; control characters are in no text (tab and line ends aside).
 */
// oxlint-disable-next-line eslint/no-control-regex -- they are what is looked for
const brokenSigns = /\uFFFD|[ÃÂ][\u0080-\u00BF]|â€|[\0-\x08\x0B\x0E-\x1F\x7F]/

export function problemsOf(parts: readonly Part[]): ContentProblem[] {
  const problems: ContentProblem[] = []
  if (parts.some(({ text }) => text.trim() === '')) problems.push('empty')
  if (parts.some(({ text }) => brokenSigns.test(text))) problems.push('broken')
  return problems
}
