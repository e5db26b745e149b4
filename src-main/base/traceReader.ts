// Looks for traces of erased records in bytes as they lie on the disk.
import { ByteWindows, spanIds, SpanWindows, type Traces } from './traces'
import { WordReader } from './wordReader'

const [wideBytes, narrowBytes] = [4, 2]

/** What is found in the bytes of one file, pushed in their order. */
export class TraceReader {
  readonly #counts = { words: 0, terms: 0, ids: 0 }
  readonly #words: WordReader[]
  readonly #ids: ByteWindows[]

  constructor(
    traces: Traces,
    { hasTerms, hasEscapes }: { hasTerms: boolean; hasEscapes: boolean }
  ) {
    const { key, spans, terms } = traces
    this.#words = [false, ...(hasEscapes ? [true] : [])].map((unescapes) => {
      const windows = new SpanWindows((first, second) => {
        if (spans.has(first, second)) this.#counts.words++
      })
      return new WordReader(key, unescapes, (first, second) => {
        windows.push(first, second)
        if (hasTerms && terms.has(first, second)) this.#counts.terms++
      })
    })
    this.#ids = (
      [
        [traces.wideIds, wideBytes],
        [traces.narrowIds, narrowBytes]
      ] as const
    )
      .filter(([set]) => set.size > 0)
      .map(
        ([set, bytes]) =>
          new ByteWindows(key, bytes * spanIds, set, (first, second) => {
            if (set.has(first, second)) this.#counts.ids++
          })
      )
  }

  push(bytes: Uint8Array): void {
    for (const reader of this.#words) reader.push(bytes)
    for (const windows of this.#ids) windows.push(bytes)
  }

  /** What was found, and how often. */
  end(): [kind: 'words' | 'terms' | 'ids', count: number][] {
    for (const reader of this.#words) reader.end()
    const { words, terms, ids } = this.#counts
    return (
      [
        ['words', words],
        ['terms', terms],
        ['ids', ids]
      ] as const
    )
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => [kind, count])
  }
}
