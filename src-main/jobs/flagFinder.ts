// Finds records that may have to be forgotten, in one dataset or in all: those that are meant beyond doubt,
// and those that a person has to look at.
import { LetheError } from '../base/errors'
import { foldedText } from '../base/foldedText'
import {
  foundReasons,
  type FindInput,
  type FindSource,
  type Found,
  type FoundGroup,
  type FoundReason,
  type FoundRecord
} from '../contract/foundRecords'
import type { PiiType } from '../contract/records'
import type { Store } from '../store/client'
import type { StoredDataset } from '../store/datasets'
import type { AlikeAsk, AlikeRecords } from './alikeRecords'
import type { Datasets } from './datasets'
import { answerWords, excerptOf, isSaidBy, piecesOf, wordShare } from './foundTexts'
import type { ModelLibrary } from './library'
import { lineOf } from './replayPlan'

/** Of one reason: more are counted, and flagged by a filter. */
const mostChosen = 10_000
const mostShown = 200
/** Of records that are close to those of a person, or to a text. */
const mostAlike = 500
const alikeToRecords = 0.7
const alikeToText = 0.5
/** Records that others are compared with at once. */
const comparedAtOnce = 100
/** Records whose whole text is looked at. */
const mostRead = 1000
const mostClosest = 20
const leastShare = 0.3

type Ordinals = Map<number, number | null> // with the similarity, where there is one
type Hits = Map<FoundReason, Ordinals>

interface Scope {
  datasets: StoredDataset[]
  /** null: records count whoever learned from them. */
  runs: string[] | null
}

export class FlagFinder {
  constructor(
    private readonly store: Store,
    private readonly datasets: Datasets,
    private readonly library: ModelLibrary,
    private readonly alikeRecords: AlikeRecords
  ) {}

  /** Throws `datasetNotFound`, `modelNotFound`, `noTrainingLog`, `cancelled`. */
  async find({ dataset, model, source }: FindInput, signal?: AbortSignal): Promise<Found> {
    const scope = await this.#scope(dataset, model)
    const found: { dataset: StoredDataset; hits: Hits }[] = []
    for (const within of scope.datasets) {
      if (signal?.aborted) throw new LetheError('cancelled')
      const hits = await this.#within(within, source, signal)
      found.push({ dataset: within, hits: await this.#learned(within, hits, scope.runs) })
    }
    const groups = await Promise.all(
      foundReasons.map((reason) => this.#group(reason, found, source))
    )
    return { groups: groups.filter((group) => group !== null) }
  }

  async #scope(dataset: string | undefined, wanted: string | undefined): Promise<Scope> {
    const one = dataset === undefined ? null : await this.datasets.find(dataset)
    if (wanted === undefined)
      return {
        datasets: one ? [one] : await this.store.read.datasets.list({ removed: false }),
        runs: null
      }
    const model = await this.library.find(wanted)
    const all = await this.store.read.runs.all()
    const line = lineOf(model.id, new Map(all.map((run) => [run.resultModelId, run])))
    if (line.length === 0) throw new LetheError('noTrainingLog', { model: model.name })
    const read = new Set(line.map(({ datasetId }) => datasetId))
    const there = await this.store.read.datasets.list({ removed: false })
    return {
      datasets: there.filter(({ id }) => read.has(id) && (one === null || one.id === id)),
      runs: line.map(({ id }) => id)
    }
  }

  #within(dataset: StoredDataset, source: FindSource, signal?: AbortSignal): Promise<Hits> {
    if (source.by === 'person') return this.#ofPerson(dataset, source.name, signal)
    if (source.by === 'words') return this.#withWords(dataset, source.query)
    if (source.by === 'finding') return this.#withFinding(dataset, source.type, source.text, signal)
    if (source.by === 'text') return this.#withText(dataset, source.text, signal)
    return this.#answered(dataset, source)
  }

  async #ofPerson(dataset: StoredDataset, name: string, signal?: AbortSignal): Promise<Hits> {
    const { number } = dataset
    const subjects = await this.store.read.foundRecords.subjectsNamed({ number, name })
    const theirs = await Promise.all(subjects.map((subject) => this.#matching(number, { subject })))
    const own = unranked(theirs.flat().sort((a, b) => a - b))
    const naming = await this.#matching(number, { query: phrase(name) })
    const others = naming.filter((ordinal) => !own.has(ordinal))
    const nobodys = new Set(await this.#matching(number, { query: phrase(name), subject: '' }))
    const to = [...own.keys()].slice(0, comparedAtOnce)
    const near =
      to.length === 0
        ? new Map()
        : await this.#alike(dataset, { dataset: dataset.id, ordinals: to }, alikeToRecords, signal)
    for (const ordinal of naming) near.delete(ordinal)
    for (const ordinal of own.keys()) near.delete(ordinal)
    return new Map<FoundReason, Ordinals>([
      ['subject', own],
      ['named', unranked(others.filter((ordinal) => nobodys.has(ordinal)))],
      ['otherSubject', unranked(others.filter((ordinal) => !nobodys.has(ordinal)))],
      ['alike', near]
    ])
  }

  async #withWords({ number }: StoredDataset, query: string): Promise<Hits> {
    return new Map([['words', unranked(await this.#matching(number, { query }))]])
  }

  async #withFinding(
    { number }: StoredDataset,
    type: PiiType,
    text: string,
    signal?: AbortSignal
  ): Promise<Hits> {
    const found = new Set(await this.#matching(number, { query: phrase(text) }))
    for (let from: number | null = 1; from !== null && found.size < mostChosen;) {
      if (signal?.aborted) throw new LetheError('cancelled')
      const ask = { number, type, text, from }
      const stretch = await this.store.read.foundRecords.withFinding(ask)
      for (const ordinal of stretch.ordinals) found.add(ordinal)
      from = stretch.next
    }
    return new Map([['finding', unranked([...found].sort((a, b) => a - b))]])
  }

  async #withText(dataset: StoredDataset, text: string, signal?: AbortSignal): Promise<Hits> {
    const pieces = piecesOf(text)
    const near =
      pieces.length === 0
        ? new Map<number, number | null>()
        : await this.#alike(dataset, { texts: pieces }, alikeToText, signal)
    const said = await this.#said(dataset, text, pieces, [...near.keys()])
    for (const ordinal of said) near.delete(ordinal)
    return new Map([
      ['text', unranked(said)],
      ['alike', near]
    ])
  }

  async #answered(
    dataset: StoredDataset,
    { question, text }: Extract<FindSource, { by: 'answer' }>
  ): Promise<Hits> {
    const { number } = dataset
    const words = answerWords(text)
    const asked = [...new Set([...words, ...answerWords(question)])]
    const ask = { number, words: asked, limit: mostClosest }
    const candidates = await this.store.read.foundRecords.closest(ask)
    const said = await this.#said(dataset, text, piecesOf(text), candidates)
    const near: Ordinals = new Map()
    const records = await this.store.read.foundRecords.whole({ number, ordinals: candidates })
    for (const record of records) {
      const share = wordShare(words, record.text)
      if (share >= leastShare && !said.includes(record.ordinal)) near.set(record.ordinal, share)
    }
    return new Map([
      ['text', unranked(said)],
      ['closest', near]
    ])
  }

  /** Records that say the text, or all of which the text says; those of `candidates`, and what holds a piece. */
  async #said(
    { number }: StoredDataset,
    text: string,
    pieces: readonly string[],
    candidates: readonly number[]
  ): Promise<number[]> {
    const all = new Set(candidates)
    for (const piece of pieces) {
      if (all.size >= mostRead) break
      for (const ordinal of await this.#matching(number, { query: phrase(piece) }, mostRead))
        all.add(ordinal)
    }
    const ordinals = [...all].sort((a, b) => a - b)
    const whole = foldedText(text)
    const records = await this.store.read.foundRecords.whole({ number, ordinals })
    return records.filter((record) => isSaidBy(record, whole)).map(({ ordinal }) => ordinal)
  }

  async #alike(
    dataset: StoredDataset,
    to: AlikeAsk['to'],
    similarity: number,
    signal?: AbortSignal
  ): Promise<Ordinals> {
    const ask = { to, within: dataset.id, similarity, limit: mostAlike }
    const found: Ordinals = new Map()
    for (const { record, similarity: how } of await this.alikeRecords.find(ask, signal))
      found.set(record.ordinal, Math.max(how, found.get(record.ordinal) ?? 0))
    return found
  }

  async #matching(
    number: number,
    filter: { query?: string; subject?: string },
    limit = mostChosen + 1
  ): Promise<number[]> {
    return this.store.read.foundRecords.matching({ number, filter, limit })
  }

  async #learned(dataset: StoredDataset, hits: Hits, runs: string[] | null): Promise<Hits> {
    if (runs === null) return hits
    const { number } = dataset
    const left: Hits = new Map()
    for (const [reason, found] of hits) {
      const ask = { number, ordinals: [...found.keys()], runs }
      const learned = new Set(await this.store.read.foundRecords.learnedBy(ask))
      left.set(reason, new Map([...found].filter(([ordinal]) => learned.has(ordinal))))
    }
    return left
  }

  async #group(
    reason: FoundReason,
    found: readonly { dataset: StoredDataset; hits: Hits }[],
    source: FindSource
  ): Promise<FoundGroup | null> {
    const all = found.flatMap(({ dataset, hits }) =>
      [...(hits.get(reason) ?? [])].map(([ordinal, similarity]) => ({
        ...{ dataset, ordinal, similarity }
      }))
    )
    if (all.length === 0) return null
    const chosen = all
      .toSorted((a, b) => (b.similarity ?? 0) - (a.similarity ?? 0))
      .slice(0, mostChosen)
    const places = found.flatMap(({ dataset }) => {
      const own = chosen.filter((it) => it.dataset === dataset).map(({ ordinal }) => ordinal)
      const { id, name } = dataset
      return own.length === 0 ? [] : [{ dataset: { id, name }, ordinals: own }]
    })
    const records = await this.#shown(chosen.slice(0, mostShown), source)
    return { reason, isExact: !lookedAt.has(reason), count: all.length, places, records }
  }

  async #shown(
    some: readonly { dataset: StoredDataset; ordinal: number; similarity: number | null }[],
    source: FindSource
  ): Promise<FoundRecord[]> {
    const byDataset = new Map<
      StoredDataset,
      Map<number, { text: string; subject: string | null }>
    >()
    for (const dataset of new Set(some.map((it) => it.dataset))) {
      const ordinals = some.filter((it) => it.dataset === dataset).map(({ ordinal }) => ordinal)
      const { number } = dataset
      const records = await this.store.read.foundRecords.whole({ number, ordinals })
      byDataset.set(dataset, new Map(records.map((record) => [record.ordinal, record])))
    }
    return some.flatMap(({ dataset, ordinal, similarity }) => {
      const record = byDataset.get(dataset)?.get(ordinal)
      if (!record) return []
      const { id, name } = dataset
      const { subject, text } = record
      const excerpt = excerptOf(text, source)
      return { dataset: { id, name }, ordinal, subject, excerpt, similarity }
    })
  }
}

const lookedAt: ReadonlySet<FoundReason> = new Set(['otherSubject', 'alike', 'closest'])

const unranked = (ordinals: Iterable<number>): Ordinals =>
  new Map([...ordinals].map((ordinal) => [ordinal, null]))

/** As it stands. */
const phrase = (text: string): string => `"${text.replaceAll('"', ' ')}"`
