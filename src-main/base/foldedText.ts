// Words of a text as they are compared with those of another: without regard to case, accents and signs.

/** Lower-case words without accents, one space between two; '' where there is none. */
export function foldedText(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}

/** Both folded: whether the words of one stand in the other, in their order and nothing between them. */
export function holdsWords(text: string, words: string): boolean {
  return words !== '' && ` ${text} `.includes(` ${words} `)
}
