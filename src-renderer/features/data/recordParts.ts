// A record's text cut by its parts, and each part by the personal data found in it.
import type { DatasetRecord, PiiFinding, RecordPart } from '../../../src-main/contract/records'

export type Shown = Pick<DatasetRecord, 'text' | 'layout' | 'pii'>
export interface Piece {
  text: string
  finding: PiiFinding | null
}
export interface ShownPart {
  role: RecordPart['role']
  text: string
  pieces: Piece[]
}

export function partsOf({ text, layout, pii }: Shown): ShownPart[] {
  const findings = pii.toSorted((a, b) => a.start - b.start)
  let start = 0
  return layout.map(([role, length]) => {
    const end = start + length
    const pieces: Piece[] = []
    let at = start
    const add = (to: number, finding: PiiFinding | null): void => {
      if (to > at) pieces.push({ text: text.slice(at, to), finding })
      at = Math.max(at, to)
    }
    for (const finding of findings) {
      if (finding.end <= at || finding.start >= end) continue
      add(Math.max(at, finding.start), null)
      add(Math.min(end, finding.end), finding)
    }
    add(end, null)
    const part = { role, text: text.slice(start, end), pieces }
    start = end + 1 // a line feed stands between two
    return part
  })
}
