// What models are asked about, from what the database has: flagged records that the original learned,
// questions in other words where a dataset brings them, kept records, and records that no model saw.
import { createHash } from 'node:crypto'
import { LetheError } from '../base/errors'
import type { EvidenceChoice } from '../contract/evidenceEntries'
import type { EvidenceItem } from '../contract/evidenceRequest'
import type { Canary } from '../contract/training'
import type { Store } from '../store/client'
import type { DrawnRecords, EvidenceRecord, Lines } from '../store/evidenceRecords'
import type { FlagSetPlace } from '../store/flagSets'

type Question = Extract<EvidenceItem, { kind: 'question' }>

export interface GatheringAsk {
  flagSet: FlagSetPlace & { name: string }
  /** What the original is called, where it learned none of them. */
  originalName: string
  lines: Lines
  choice: EvidenceChoice
  /** Of the flag set's dataset, where no other one is chosen. */
  heldOutNumber: number | null
  questionsNumber: number | null
  /** That had to be forgotten: the original's training planted them. */
  canaries: readonly Canary[]
  /** Records that models may learn in an attack: at most so many. */
  relearned: number
}

export interface Gathered {
  items: EvidenceItem[]
  relearned: EvidenceRecord[]
  /** Which records were drawn, as it is kept: enough to draw them again. */
  drawn: Record<'records' | 'kept' | 'heldOut' | 'questions', DrawnPlaces>
}

/** `of`: how many there were to draw from; `changed`: say something else by now, or are gone. */
interface DrawnPlaces {
  drawn: Places[]
  of: number
  changed: number
}

/** Records of a dataset, by their places. */
interface Places {
  datasetNumber: number
  ordinals: number[]
}

const mostQuestions = 400
const mostWrongAnswers = 100

/** Throws `neverSaw`: the original learned none of the records. `flaggedGone`: none of them is left. */
export async function gatherItems(store: Store, ask: GatheringAsk): Promise<Gathered> {
  const { flagSet, lines, choice, heldOutNumber, questionsNumber, canaries } = ask
  const { evidenceRecords } = store.read
  const place = { id: flagSet.id, version: flagSet.version }
  const start = startOf(choice.settings.seed)
  const { original } = lines
  const none: DrawnRecords = { records: [], all: 0, changed: 0 }
  const learned = await evidenceRecords.learned({
    ...{ ...place, start, most: choice.records, original }
  })
  if (learned.records.length + canaries.length === 0)
    throw learned.all > 0
      ? new LetheError('flaggedGone', { flagSet: flagSet.name })
      : new LetheError('neverSaw', { model: ask.originalName, flagSet: flagSet.name })
  const most = Math.max(choice.kept, ask.relearned)
  const kept = await evidenceRecords.kept({ ...place, ...lines, start, most })
  const unseen =
    heldOutNumber === null
      ? none
      : await evidenceRecords.unseen({
          ...{ ...place, ...lines, start, most: choice.heldOut, number: heldOutNumber }
        })
  const subjects = [...new Set(learned.records.flatMap(({ subject }) => subject ?? []))]
  const isAskedAgain = choice.attacks.includes('paraphrase')
  const about =
    !isAskedAgain || questionsNumber === null || subjects.length === 0
      ? none
      : await evidenceRecords.about({
          number: questionsNumber,
          subjects,
          start,
          most: mostQuestions
        })
  const known = new Set(learned.records.map(({ id }) => id))
  const questions = [
    ...(isAskedAgain ? learned.records.flatMap(askedAgain) : []),
    ...about.records.filter(({ id }) => !known.has(id)).flatMap(questionOf)
  ]
  const askedKept = { ...kept, records: kept.records.slice(0, choice.kept) }
  return {
    items: [
      ...learned.records.map((it): EvidenceItem => ({ kind: 'record', ...answeredItem(it) })),
      ...canaries.map(plantedItem),
      ...questions,
      ...askedKept.records.map((it): EvidenceItem => ({ kind: 'kept', ...answeredItem(it) })),
      ...unseen.records.map((it): EvidenceItem => ({ kind: 'heldOut', ...itemOf(it) })),
      ...canaries.map(({ id, text, others }): EvidenceItem => ({
        ...{ kind: 'canary', id: `exposure of ${id}`, text, others }
      }))
    ],
    relearned: kept.records.slice(Math.max(0, kept.records.length - ask.relearned)),
    drawn: {
      ...{ records: placesOf(learned), kept: placesOf(askedKept), heldOut: placesOf(unseen) },
      questions: placesOf(about)
    }
  }
}

/** Ids are random: from a place that the seed chooses, those behind it are a random draw. */
function startOf(seed: number): string {
  return createHash('sha256').update(`evidence ${seed}`).digest('hex').slice(0, 32)
}

/** Records that are close to each other are found by their texts. */
function itemOf({ id, subject, parts }: EvidenceRecord) {
  return { id, subject, group: null, parts }
}

function answeredItem(record: EvidenceRecord) {
  return { ...itemOf(record), wrongAnswers: wrongAnswersOf(extraOf(record)) }
}

/** Asked as any other record too: its digits can be known by memory alone. */
function plantedItem({ id, text }: Canary): EvidenceItem {
  const parts = [{ role: 'text' as const, text }]
  return { kind: 'record', id, subject: null, group: null, parts, wrongAnswers: [] }
}

function questionOf(record: EvidenceRecord): Question[] {
  const { id, subject, parts } = record
  const last = parts.findLastIndex(({ role }) => role === 'assistant')
  const question = parts
    .slice(0, Math.max(last, 0))
    .map(({ text }) => text)
    .join('\n')
  const answer = parts[last]?.text ?? ''
  if (question === '' || answer === '') return []
  const wrongAnswers = wrongAnswersOf(extraOf(record))
  return [{ kind: 'question', id, subject, group: null, question, answer, wrongAnswers }]
}

/** A record that brings itself in other words, in the columns of TOFU (arXiv:2401.06121). */
function askedAgain(record: EvidenceRecord): Question[] {
  const extra = extraOf(record)
  const { id, subject, parts } = record
  const [asked] = textsOf(extra['paraphrased_question'])
  const [answer] = textsOf(extra['paraphrased_answer'])
  const question = asked ?? parts.findLast(({ role }) => role === 'user')?.text ?? ''
  if (answer === undefined || question === '') return []
  const wrongAnswers = wrongAnswersOf(extra)
  const named = { id: `${id} in other words`, subject, group: null }
  return [{ kind: 'question', ...named, question, answer, wrongAnswers }]
}

function extraOf({ extra }: EvidenceRecord): Record<string, unknown> {
  return extra === null ? {} : (JSON.parse(extra) as Record<string, unknown>)
}

/** Lethe's own column, and TOFU's. */
function wrongAnswersOf(extra: Record<string, unknown>): string[] {
  const given = textsOf(extra['wrongAnswers'] ?? extra['perturbed_answer'])
  return given.slice(0, mostWrongAnswers)
}

function textsOf(value: unknown): string[] {
  const all: unknown[] = Array.isArray(value) ? value : [value]
  return all.filter((it): it is string => typeof it === 'string' && it.trim() !== '')
}

function placesOf({ records, all, changed }: DrawnRecords): DrawnPlaces {
  const byDataset = new Map<number, number[]>()
  for (const { datasetNumber, ordinal } of records)
    byDataset.set(datasetNumber, [...(byDataset.get(datasetNumber) ?? []), ordinal])
  const drawn = [...byDataset].map(([datasetNumber, ordinals]) => ({
    ...{ datasetNumber, ordinals: ordinals.toSorted((a, b) => a - b) }
  }))
  return { drawn, of: all, changed }
}
