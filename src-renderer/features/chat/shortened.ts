// A question cut to fit the model's context, at a word's edge. Tokens are not counted here: the share
// that fits is taken of the letters, with room for the answer; the person sees the result before it
// is sent.

const roomForAnswer = 0.85

export function shortened(text: string, share: number, keep: 'beginning' | 'end'): string {
  const letters = Math.floor(text.length * Math.min(1, Math.max(0, share)) * roomForAnswer)
  if (letters >= text.length) return text
  if (keep === 'beginning') {
    const cut = text.slice(0, letters)
    const edge = cut.search(/\s\S*$/)
    return edge > 0 ? cut.slice(0, edge) : cut
  }
  const cut = text.slice(text.length - letters)
  const edge = cut.search(/\s/)
  return edge === -1 ? cut : cut.slice(edge + 1)
}
