// A text cut to a share of its letters, at a word's edge; its tokens are counted by whoever asks.

/** Tokens are not spread evenly over a text: a little less fits at the first count more often. */
const margin = 0.97

export function shortened(text: string, share: number, keep: 'beginning' | 'end'): string {
  const letters = Math.floor(text.length * Math.min(1, Math.max(0, share)) * margin)
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
