// What a folder of evidence asks: its items, as the ids that each model reads.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileError, LetheError } from '../base/errors'
import type { RecordPart } from '../contract/records'
import {
  evidenceItemSchema,
  type EvidenceItem,
  type EvidenceSettings
} from '../contract/evidenceRequest'
import { drawnAnswers, type AnsweredQuestion } from '../evaluation/drawnAnswers'
import type { ForcedText } from '../evaluation/forcedTokens'
import { continued, type ItemTokens } from '../evaluation/itemScores'
import type { ModelText } from '../models/modelFolder'
import { recordTokens, type TokenSequence } from '../training/recordTokens'

type TextItem = Exclude<EvidenceItem, { kind: 'canary' }>

export interface EvidenceItems {
  readonly items: readonly EvidenceItem[]
  /** Of the items and the settings. */
  readonly sha256: string
  /** Whose answers stand for wrong ones where none were given: ids, in order. */
  readonly drawn: ReadonlyMap<string, readonly string[]>
}

export async function readItems(
  folder: string,
  settings: EvidenceSettings
): Promise<EvidenceItems> {
  const path = join(folder, 'items.jsonl')
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw fileError(error, path)
  })
  const lines = text.split('\n').filter((line) => line !== '')
  const items = lines.map((line) => evidenceItemSchema.parse(JSON.parse(line)))
  const known = new Set<string>()
  for (const { id } of items) {
    if (known.has(id)) throw twice(path, id)
    known.add(id)
  }
  const hash = createHash('sha256').update(text).update(JSON.stringify(settings))
  return { items, sha256: hash.digest('hex'), drawn: drawnFor(items, settings) }
}

function twice(path: string, key: string): LetheError {
  return new LetheError('fileMalformed', { path, reason: { code: 'keyTwice', key } })
}

const partsOf = (item: TextItem): readonly RecordPart[] =>
  item.kind === 'question'
    ? [
        { role: 'user', text: item.question },
        { role: 'assistant', text: item.answer }
      ]
    : item.parts

export const textOf = (item: TextItem): string =>
  partsOf(item)
    .map(({ text }) => text)
    .join('\n')

/** From records that must be kept or that no model saw; from the records themselves where those are too few. */
function drawnFor(
  items: readonly EvidenceItem[],
  { drawnWrongAnswers: count }: EvidenceSettings
): ReadonlyMap<string, readonly string[]> {
  const asked = items.flatMap((item) =>
    item.kind === 'canary' ? [] : [{ ...questionOf(item), item }]
  )
  const others = asked.filter(({ item }) => item.kind === 'kept' || item.kind === 'heldOut')
  const all = [...others, ...asked.filter(({ item }) => item.kind === 'record')]
  return new Map(
    asked.flatMap(({ item, ...question }) => {
      if (item.kind === 'heldOut' || item.wrongAnswers.length > 0) return []
      const known = drawnAnswers(question, others, count)
      const drawn = known.length < count ? drawnAnswers(question, all, count) : known
      return [[item.id, drawn.map(({ id }) => id)]]
    })
  )
}

function questionOf(item: TextItem): AnsweredQuestion {
  const parts = partsOf(item)
  const last = parts.findLastIndex(({ role }) => role === 'assistant')
  if (last >= 0) {
    const before = parts.slice(0, last).map(({ text }) => text)
    return { id: item.id, question: before.join('\n'), answer: parts[last]!.text }
  }
  const words = textOf(item).split(' ')
  const half = Math.ceil(words.length / 2)
  return {
    id: item.id,
    question: words.slice(0, half).join(' '),
    answer: words.slice(half).join(' ')
  }
}

/** The items as one model reads them. */
export class ItemReader {
  readonly #byId: ReadonlyMap<string, TextItem>

  constructor(
    private readonly from: EvidenceItems,
    private readonly text: ModelText,
    private readonly name: string,
    private readonly time: number
  ) {
    this.#byId = new Map(
      from.items.flatMap((item) => (item.kind === 'canary' ? [] : [[item.id, item]]))
    )
  }

  /** Null: there is nothing in it to score. @throws LetheError noTokenizer, chatTemplateFailed */
  tokens(item: TextItem): ItemTokens | null {
    const read = this.#read(partsOf(item))
    if (!read) return null
    return { id: item.id, ...read, wrong: item.kind === 'heldOut' ? [] : this.#wrong(item, read) }
  }

  /** Of a text by itself; null: too short. */
  plain(text: string): readonly ForcedText[] | null {
    return this.#read([{ role: 'text', text }])?.texts ?? null
  }

  #read(parts: readonly RecordPart[]): Omit<ItemTokens, 'id' | 'wrong'> | null {
    const options = { answersOnly: true, time: this.time }
    const { sequences } = recordTokens(parts, this.text, this.name, options)
    const [first] = sequences
    if (!first) return null
    const texts = sequences.map(({ ids, weights }) => ({ ids, places: learnedPlaces(weights) }))
    const isText = parts.every(({ role }) => role === 'text')
    const [from, to] = isText ? secondHalf(first) : lastAnswer(first)
    return { texts, prompt: first.ids.slice(0, from), answer: first.ids.slice(from, to) }
  }

  #wrong(
    item: Exclude<TextItem, { kind: 'heldOut' }>,
    own: Pick<ItemTokens, 'prompt'>
  ): readonly ForcedText[] {
    const parts = partsOf(item)
    const drawn = (this.from.drawn.get(item.id) ?? []).map((id) => this.#byId.get(id)!)
    const last = parts.findLastIndex(({ role }) => role === 'assistant')
    if (last < 0) {
      const given = item.wrongAnswers.flatMap((text) => this.#read([{ role: 'text', text }]) ?? [])
      const ends = [
        ...given.map(({ texts }) => texts[0]!.ids),
        ...drawn.map((other) => this.#read(partsOf(other))?.answer ?? [])
      ]
      const room = this.time - own.prompt.length
      return ends
        .filter((ids) => ids.length > 0)
        .map((ids) => continued(own.prompt, ids.slice(0, room)))
    }
    const answers = [...item.wrongAnswers, ...drawn.map((other) => questionOf(other).answer)]
    return answers.flatMap((text) => {
      const read = this.#read(parts.with(last, { role: 'assistant', text }))
      return read ? [continued(read.prompt, read.answer)] : []
    })
  }
}

function learnedPlaces(weights: TokenSequence['weights']): number[] {
  return weights.flatMap((weight, place) => (weight > 0 && place > 0 ? [place] : []))
}

/** The last run of ids that are learned. */
function lastAnswer({ weights }: TokenSequence): [from: number, to: number] {
  const to = weights.lastIndexOf(1) + 1
  const from = weights.lastIndexOf(0, to - 1) + 1
  return [from, to]
}

function secondHalf({ ids }: TokenSequence): [from: number, to: number] {
  return [Math.max(1, Math.floor(ids.length / 2)), ids.length]
}
