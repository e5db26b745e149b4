// What a text and a record have in common, where it is more than their signatures tell.
import { foldedText, holdsWords } from '../base/foldedText'
import type { FindSource } from '../contract/foundRecords'
import type { DatasetRecord } from '../contract/records'

/** A piece of fewer words is said by chance. */
const fewWords = 4
const mostPieces = 50
/** Words of a piece that is looked for as it stands. */
const pieceWords = 60
const excerptChars = 200
/** Words of so few signs are in every sentence. */
const shortWord = 3

/** The whole of a text and its lines, at most so many, each with its first words: records may be in it. */
export function piecesOf(text: string): string[] {
  const lines = text.split(/\r?\n/).filter((line) => wordCount(line) >= fewWords)
  const all = [text, ...lines].map((piece) => piece.trim().split(/\s+/).slice(0, pieceWords))
  const unique = new Set(all.map((words) => words.join(' ')).filter((piece) => piece !== ''))
  return [...unique].slice(0, mostPieces)
}

/** Whether a record says a text (folded), or the text says the record or one of its answers. */
export function isSaidBy({ text, layout }: DatasetRecord, folded: string): boolean {
  const own = foldedText(text)
  if (holdsWords(own, folded) || (wordCount(own) >= fewWords && holdsWords(folded, own)))
    return true
  let start = 0
  return layout.some(([role, length]) => {
    const part = foldedText(text.slice(start, start + length))
    start += length + 1
    const isAnswer = role === 'assistant' || role === 'text'
    return isAnswer && wordCount(part) >= fewWords && holdsWords(folded, part)
  })
}

/** The words of an answer that say something, each once. */
export function answerWords(text: string): string[] {
  return [...new Set(foldedText(text).split(' '))].filter((word) => word.length > shortWord)
}

/** Which share of these words a text has; 0 where there are none. */
export function wordShare(words: readonly string[], text: string): number {
  const own = new Set(foldedText(text).split(' '))
  return words.length === 0 ? 0 : words.filter((word) => own.has(word)).length / words.length
}

/** Some of a record around what it was found by, on one line. */
export function excerptOf(text: string, source: FindSource): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const wanted = wantedWords(source)
  const found = [...line.matchAll(/[\p{L}\p{N}]+/gu)].find(([word]) => wanted.has(foldedText(word)))
  const at = found?.index ?? 0
  const from = at < excerptChars / 2 ? 0 : at - excerptChars / 4
  const piece = line.slice(from, from + excerptChars)
  const whole = piece.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '') // halved signs
  return `${from > 0 ? '…' : ''}${whole}${from + excerptChars < line.length ? '…' : ''}`
}

function wantedWords(source: FindSource): ReadonlySet<string> {
  if (source.by === 'person') return new Set(foldedText(source.name).split(' '))
  if (source.by === 'words') return new Set(foldedText(source.query).split(' '))
  if (source.by === 'finding') return new Set(foldedText(source.text).split(' '))
  return new Set() // their beginnings are what is compared
}

const wordCount = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length
