// Marks on text without touching its nodes: the CSS Custom Highlight API. What they look like is said in
// app.css, by name.

export type HighlightName = 'close-call' | 'word-under-pointer' | 'chosen-word' | 'search-match'

/** Shows the ranges; returns how to take them back. Without the API nothing is shown. */
export function highlightRanges(name: HighlightName, ranges: readonly Range[]): () => void {
  if (!('highlights' in CSS) || ranges.length === 0) return () => {}
  let highlight = CSS.highlights.get(name)
  if (!highlight) {
    highlight = new Highlight()
    CSS.highlights.set(name, highlight)
  }
  const all = highlight
  for (const range of ranges) all.add(range)
  return () => {
    for (const range of ranges) all.delete(range)
  }
}
