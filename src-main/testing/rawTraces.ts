// Looks for texts in the bytes of a folder's files, by nothing but searching.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

export interface WantedTraces {
  texts: readonly string[]
  /** What other texts say is no trace. */
  others: readonly string[]
  ids: readonly (readonly number[])[]
  otherIds: readonly (readonly number[])[]
  /** Words that only the texts hold. */
  terms: readonly string[]
}

const run = 8

const windowsOf = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.max(0, all.length - run + 1) }, (_, at) => all.slice(at, at + run))

/** Every piece of eight words of a text, with what stands between them. */
function spansOf(text: string): string[] {
  const words = [...text.matchAll(/\S+/g)]
  return windowsOf(words).map((window) => {
    const last = window.at(-1)!
    return text.slice(window[0]!.index, last.index + last[0].length)
  })
}

/** "file: what", for each file and each kind of trace that is in it. */
export function rawTraces(folder: string, wanted: WantedTraces): string[] {
  const others = wanted.others.join('\n')
  const spans = wanted.texts.flatMap(spansOf).filter((span) => !others.includes(span))
  const otherIds = new Set(wanted.otherIds.flatMap(windowsOf).map((ids) => ids.join()))
  const ids = wanted.ids.flatMap(windowsOf).filter((window) => !otherIds.has(window.join()))
  const asBytes = [
    ...ids.map((window) => Buffer.from(Int32Array.from(window).buffer)),
    ...ids.map((window) => Buffer.from(Uint16Array.from(window).buffer))
  ]
  const found: string[] = []
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path)
    const bytes = readFileSync(path)
    const text = bytes.toString('latin1').toLowerCase()
    const holds = (words: string): boolean =>
      [words, JSON.stringify(words).slice(1, -1)].some((form) =>
        text.includes(Buffer.from(form).toString('latin1').toLowerCase())
      )
    if (spans.some(holds)) found.push(`${name}: words`)
    if (asBytes.some((window) => bytes.includes(window))) found.push(`${name}: ids`)
    if (ids.some((window) => text.includes(window.join(',')))) found.push(`${name}: written ids`)
    // Vocabularies of models hold words of other texts.
    if (name.startsWith('models')) continue
    for (const term of new Set(wanted.terms))
      if (text.includes(term)) found.push(`${name}: ${term}`)
  }
  return found
}
