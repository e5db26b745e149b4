// While an answer is being written its end is often half a mark-up: "**bo", "[text](addr", "| a |".
// This makes the end read as what it is becoming, so that nothing flashes as raw signs and back.

const fenceLine = /^\s*(`{3,}|~{3,})/
// A line of nothing but block marks: it may become a list, a heading, a rule or a table.
const markOnly = /^\s*(?:[-+*=_~`#>|]+|\d{1,3}[.)]?|[-*+]\s+\[[ xX]?\]?|(?:>\s*)+[-*+#]*)\s*$/
const partOfDelimiterRow = /^\s*\|?[\s:|-]*$/

/** `text` so far -> the text to show now. Once the answer has ended, show the text itself. */
export function settleTail(text: string): string {
  const lines = text.split('\n')
  const last = lines.at(-1) ?? ''
  const fence = openFence(lines.slice(0, -1))
  if (fence !== null) {
    const mayClose = last.trim() !== '' && [...last.trim()].every((sign) => sign === fence[0])
    return mayClose ? lines.slice(0, -1).join('\n') : text
  }
  const table = unreadyTable(lines)
  if (table !== null) return lines.slice(0, table).join('\n')
  // A fence whose line is not complete yet: its language would change letter by letter.
  if (fenceLine.test(last) || markOnly.test(last)) return lines.slice(0, -1).join('\n')

  const start = lastBlankLine(lines)
  const before = lines.slice(0, start).join('\n')
  const tail = settleInline(lines.slice(start).join('\n'))
  return start === 0 ? tail : `${before}\n${tail}`
}

/** The fence that is open after `lines`, or null. */
function openFence(lines: readonly string[]): string | null {
  let open: string | null = null
  for (const line of lines) {
    const sign = fenceLine.exec(line)?.[1]
    if (!sign) continue
    if (open === null) open = sign
    else if (sign[0] === open[0] && sign.length >= open.length && line.trim() === sign) open = null
  }
  return open
}

/** The first line of a table whose header is there and whose second line is not, or null. */
function unreadyTable(lines: readonly string[]): number | null {
  const last = lines.length - 1
  const isRow = (index: number): boolean => /^\s*\|/.test(lines[index] ?? '')
  if (isRow(last) && !isRow(last - 1)) return last
  const second = lines[last] ?? ''
  if (!isRow(last - 1) || isRow(last - 2) || !partOfDelimiterRow.test(second)) return null
  const cells = (line: string): string[] => line.split('|').filter((cell) => cell.trim() !== '')
  const drawn = cells(second).filter((cell) => /^\s*:?-+:?\s*$/.test(cell))
  return drawn.length >= cells(lines[last - 1] ?? '').length ? null : last - 1
}

function lastBlankLine(lines: readonly string[]): number {
  for (let index = lines.length - 1; index > 0; index--) {
    if ((lines[index - 1] ?? '').trim() === '') return index
  }
  return 0
}

interface OpenMark {
  sign: string
  at: number
}

/** Closes what is open in a paragraph, or takes away a mark that has nothing after it yet. */
function settleInline(paragraph: string): string {
  const open: OpenMark[] = []
  let text = paragraph.replace(/(^|\s)!$/, '$1') // perhaps an image
  let at = 0
  let closedAtEnd = false
  while (at < text.length) {
    const sign = text[at]
    if (sign === '\\') {
      at += 2
    } else if (sign === '`') {
      const run = runAt(text, at)
      const end = text.indexOf(run, at + run.length)
      if (end === -1) return closeMarks(closeCode(text, at, run), open, true)
      at = runAt(text, end).length + end
    } else if (sign === '[') {
      const settled = settleLink(text, at)
      if (settled === null) {
        at++
      } else {
        text = settled
      }
    } else if (sign === '*' || sign === '_' || sign === '~') {
      const run = runAt(text, at)
      const closed = takeRun(text, at, run, open)
      at += run.length
      closedAtEnd = closed && at === text.length
    } else {
      at++
    }
  }
  return closeMarks(text, open, closedAtEnd)
}

function runAt(text: string, at: number): string {
  let end = at
  while (text[end] === text[at]) end++
  return text.slice(at, end)
}

function closeCode(text: string, at: number, run: string): string {
  const inside = text.slice(at + run.length)
  if (inside.trim() === '') return text.slice(0, at)
  // A longer run may be closing: its first signs are already there.
  const withoutPartial = text.replace(/`+$/, '')
  return withoutPartial + run
}

/** The text with an unfinished link shown as its words, or null when the link at `at` is whole. */
function settleLink(text: string, at: number): string | null {
  const label = text.indexOf(']', at)
  const start = text[at - 1] === '!' ? at - 1 : at
  if (label === -1) return text.slice(0, start) + text.slice(at + 1)
  const words = text.slice(at + 1, label)
  if (label === text.length - 1) return text.slice(0, start) + words
  if (text[label + 1] !== '(' || text.includes(')', label)) return null
  return text.slice(0, start) + words
}

/** Opens or closes; true when the run closed what was open. */
function takeRun(text: string, at: number, run: string, open: OpenMark[]): boolean {
  const atEnd = at + run.length === text.length
  if (run.length > 3 || (run[0] === '~' && run.length !== 2 && !atEnd)) return false
  const before = text[at - 1] ?? ' '
  const after = text[at + run.length] ?? ''
  const inWord = /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)
  const last = open.findLastIndex((mark) => mark.sign === run)
  if (last !== -1 && !/\s/.test(before) && !(inWord && run[0] === '_')) {
    open.splice(last)
    return true
  }
  // A sign among spaces is itself, and so is a single one inside a word.
  if ((after !== '' && /\s/.test(after)) || (inWord && run.length === 1)) return false
  open.push({ sign: run, at })
  return false
}

function closeMarks(text: string, open: readonly OpenMark[], closedAtEnd: boolean): string {
  let settled = text
  for (const mark of [...open].reverse()) {
    // The mark stands at the end, perhaps as the first half of a closing one: not to be shown.
    const rest = settled.slice(mark.at + mark.sign.length)
    if (/^[*_~]*$/.test(rest)) {
      settled = settled.slice(0, mark.at)
      continue
    }
    const isLast = settled === text && !closedAtEnd
    const trailing = isLast ? (/[*_~]+$/.exec(rest)?.[0] ?? '') : ''
    const halfClosed = trailing !== '' && mark.sign.startsWith(trailing) && trailing !== mark.sign
    settled = (halfClosed ? settled.slice(0, -trailing.length) : settled).trimEnd() + mark.sign
  }
  return settled
}
