// Finding by fragments: every word of the query must occur, accents and case do not matter.

export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
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
