// Finding by fragments: every word of the query must occur, accents and case do not matter.

export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Where the query's words begin words of `text`, accents and case aside: [start, end) in UTF-16 units. */
export function matchedSpans(query: string, text: string): [number, number][] {
  const letters = /[\p{L}\p{N}\p{M}]+/gu
  const wanted = new Set(query.match(letters)?.map(fold) ?? [])
  if (wanted.size === 0) return literalSpans(query.trim(), text)
  return [...text.matchAll(letters)].flatMap(({ 0: word, index }): [number, number][] => {
    const folded = fold(word)
    const found = [...wanted].filter((it) => folded.startsWith(it))
    const longest = Math.max(0, ...found.map(({ length }) => length))
    if (longest === 0) return []
    let end = 0
    for (const sign of word) {
      if (fold(word.slice(0, end)).length >= longest && !/^\p{M}$/u.test(sign)) break
      end += sign.length
    }
    return [[index, index + end]]
  })
}

function literalSpans(piece: string, text: string): [number, number][] {
  const spans: [number, number][] = []
  if (piece === '') return spans
  for (let at = text.indexOf(piece); at !== -1; at = text.indexOf(piece, at + piece.length)) {
    spans.push([at, at + piece.length])
  }
  return spans
}

/** 0: no match. Higher is better: a beginning beats a word's beginning, that beats any place. */
export function matchScore(query: string, texts: readonly string[]): number {
  const words = fold(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return 1
  return Math.max(0, ...texts.map((text) => scoreOf(words, fold(text))))
}

function scoreOf(words: readonly string[], text: string): number {
  let score = 0
  for (const word of words) {
    const at = text.indexOf(word)
    if (at === -1) return 0
    score += at === 0 ? 4 : /[^\p{L}\p{N}]/u.test(text[at - 1] ?? '') ? 2 : 1
  }
  return score / words.length
}
