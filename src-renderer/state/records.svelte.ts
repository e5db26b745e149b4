// The records of one dataset as its page needs them: only what is in view is asked for.
import type { AlikeRecord, Dataset, RecordChangeEvent } from '../../src-main/contract/datasets'
import type { Lineage } from '../../src-main/contract/training'
import type { DatasetStatistics } from '../../src-main/contract/datasetStatistics'
import {
  recordFilterSchema,
  type DatasetChange,
  type DatasetRecord,
  type RecordFilter,
  type RecordPart,
  type RecordRow,
  type RecordSelection,
  type RecordSort,
  type RecordSplit,
  type RecordVersion
} from '../../src-main/contract/records'
import { SvelteMap, SvelteSet } from 'svelte/reactivity'
import { pagePlace } from '../lib/pagePlace'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'
import { coalesce } from './coalesce'
import { datasets } from './datasets.svelte'
import { onChange } from './news.svelte'

const pageSize = 100
const mostPages = 30
export const mostSelected = 10_000
export const noFilter: RecordFilter = recordFilterSchema.parse({})
/** What came of a change. */
export type ChangeOutcome = DatasetChange | 'nothing' | 'cancelled'
export type Near = Awaited<ReturnType<typeof rpc.datasets.nearDuplicates>>['records']

/** Work on many records, and how far it is. */
export interface RecordWork {
  kind: 'change' | 'export'
  done: number
  total: number
}

export class Records {
  filter = $state.raw<RecordFilter>(noFilter)
  sort = $state.raw<RecordSort>({ by: 'ordinal', descending: false })
  count = $state.raw<{ count: number; exact: boolean } | null>(null)
  statistics = $state.raw<DatasetStatistics | null>(null)
  tags = $state.raw<{ tag: string; records: number }[]>([])
  failure = $state.raw<Failure | null>(null)
  work = $state.raw<RecordWork | null>(null)
  readonly selected = new SvelteSet<number>()
  /** All that match, beyond those one can point at. */
  allSelected = $state(false)
  readonly #pages = new SvelteMap<number, RecordRow[]>()
  readonly #asked = new Set<number>()
  #generation = 0
  #abort = new AbortController()

  constructor(readonly id: string) {}

  /** Until the returned is called it follows what changes elsewhere. */
  follow(): () => void {
    void this.load()
    return onChange('datasets', (id) => {
      if (id === null || id === this.id) void this.load()
    })
  }

  setFilter(changes: Partial<RecordFilter>): void {
    this.filter = { ...this.filter, ...changes }
    this.clearSelection()
    void this.#count()
  }

  setSort(sort: RecordSort): void {
    this.sort = sort
    this.#forget()
  }

  readonly load = coalesce(async () => {
    const dataset = this.id
    await this.#count()
    try {
      this.tags = (await rpc.datasets.tags({ dataset })).tags
      this.statistics = await rpc.datasets.statistics({ dataset })
    } catch (error) {
      this.failure = failureOf(error)
    }
  })

  row(index: number): RecordRow | undefined {
    return this.#pages.get(Math.floor(index / pageSize))?.[index % pageSize]
  }

  /** Asks for the pages that hold these places, if they are not there. */
  want(first: number, last: number): void {
    for (let at = Math.floor(first / pageSize); at <= Math.floor(last / pageSize); at++) {
      if (!this.#pages.has(at) && !this.#asked.has(at)) void this.#fetch(at)
    }
  }

  /** The row at a place, asked for if it is not there. */
  async fetched(index: number): Promise<RecordRow | undefined> {
    const at = Math.floor(index / pageSize)
    if (!this.#pages.has(at)) await this.#fetch(at)
    return this.row(index)
  }

  /** Whether the records stand in the order of their ordinals, all of them. */
  get inFileOrder(): boolean {
    const { by, descending } = this.sort
    const isWhole = JSON.stringify(this.filter) === JSON.stringify(noFilter)
    return by === 'ordinal' && !descending && isWhole
  }

  /** The row of a record in that order: the one before it by as many as were erased before it. */
  async placeOf(ordinal: number): Promise<number> {
    let [from, to] = [0, Math.max(0, Math.min(ordinal, this.count?.count ?? ordinal) - 1)]
    if ((await this.fetched(to))?.ordinal === ordinal) return to
    while (from < to) {
      const middle = (from + to) >>> 1
      const row = await this.fetched(middle)
      if (!row) return from
      if (row.ordinal < ordinal) from = middle + 1
      else to = middle
    }
    return from
  }

  get selection(): RecordSelection | null {
    if (this.allSelected) return { filter: this.filter }
    return this.selected.size > 0 ? { ordinals: [...this.selected] } : null
  }
  get selectedCount(): number {
    return this.allSelected ? (this.count?.count ?? 0) : this.selected.size
  }

  /** False: no more can be selected one by one. */
  select(ordinal: number, on: boolean): boolean {
    this.allSelected = false
    if (!on) this.selected.delete(ordinal)
    else if (this.selected.size >= mostSelected) return false
    else this.selected.add(ordinal)
    return true
  }
  clearSelection(): void {
    this.allSelected = false
    this.selected.clear()
  }

  record(ordinal: number): Promise<DatasetRecord> {
    return rpc.datasets.record({ dataset: this.id, ordinal })
  }
  async near(ordinal: number): Promise<Near> {
    return (await rpc.datasets.nearDuplicates({ dataset: this.id, ordinal })).records
  }
  async versions(ordinal: number): Promise<RecordVersion[]> {
    return (await rpc.datasets.versions({ dataset: this.id, ordinal })).versions
  }

  /** Records of any dataset that are like this one, the closest first. */
  async alike(ordinal: number): Promise<AlikeRecord[]> {
    const to = { dataset: this.id, ordinals: [ordinal] }
    return (await rpc.datasets.findAlike({ to })).records
  }

  /** Which trainings read it, and what came of them. */
  seenBy(ordinal: number): Promise<Lineage> {
    return rpc.training.lineage({ dataset: this.id, ordinal })
  }

  async edit(
    ordinal: number,
    parts: RecordPart[],
    subject: string | null,
    allowForgotten: boolean
  ): Promise<ChangeOutcome> {
    const edited = { dataset: this.id, ordinal, parts, subject, allowForgotten }
    const { change } = await rpc.datasets.edit(edited)
    await this.load()
    return change ?? 'nothing'
  }
  tag(selection: RecordSelection, tag: string, set: boolean): Promise<ChangeOutcome> {
    const ask = { dataset: this.id, selection, tag, set }
    return this.#changed(rpc.datasets.tag(ask))
  }
  setSplit(selection: RecordSelection, split: RecordSplit | null): Promise<ChangeOutcome> {
    const ask = { dataset: this.id, selection, split }
    return this.#changed(rpc.datasets.setSplit(ask))
  }
  assignSplits(shares: Record<RecordSplit, number>, seed: number): Promise<ChangeOutcome> {
    const ask = { dataset: this.id, shares, seed }
    return this.#changed(rpc.datasets.assignSplits(ask))
  }
  undo(version: number): Promise<ChangeOutcome> {
    return this.#changed(rpc.datasets.undo({ dataset: this.id, version }))
  }

  /** Hands these, or all, over as a file. False: it was cancelled. */
  async export(dataset: Dataset, selection?: RecordSelection): Promise<boolean> {
    const total = selection ? this.selectedCount : dataset.records
    this.#abort = new AbortController()
    const { signal } = this.#abort
    const told = (done: number): void => {
      this.work = { kind: 'export', done, total }
    }
    try {
      await datasets.export(dataset, selection, signal, told)
      return true
    } catch (error) {
      if (signal.aborted) return false
      throw error
    } finally {
      this.work = null
    }
  }

  /** What is under way ends, and leaves nothing behind. */
  cancelWork(): void {
    if (this.work?.kind === 'export') this.#abort.abort()
    else void rpc.datasets.cancelChange({ dataset: this.id })
  }

  async #changed(events: Promise<AsyncIterable<RecordChangeEvent>>): Promise<ChangeOutcome> {
    let outcome: ChangeOutcome = 'nothing'
    try {
      for await (const event of await events) {
        if (event.type === 'done') outcome = event.change ?? 'nothing'
        else this.work = { kind: 'change', done: event.done, total: event.total }
      }
    } catch (error) {
      // Told only once all of it was taken back.
      if (failureOf(error).code !== 'cancelled') throw error
      outcome = 'cancelled'
    } finally {
      this.work = null
    }
    await this.load()
    return outcome
  }

  #forget(): void {
    this.#generation++
    this.#pages.clear()
    this.#asked.clear()
  }

  async #count(): Promise<void> {
    this.#forget()
    const mine = this.#generation
    try {
      const count = await rpc.datasets.count({ dataset: this.id, filter: this.filter })
      if (mine !== this.#generation) return
      this.count = count
      this.failure = null
    } catch (error) {
      if (mine === this.#generation) this.failure = failureOf(error)
    }
  }

  async #fetch(at: number): Promise<void> {
    this.#asked.add(at)
    const mine = this.#generation
    const known = [...this.#pages].flatMap(([page, rows]) => {
      const [first, last] = [rows[0]?.ordinal, rows.at(-1)?.ordinal]
      return first === undefined || last === undefined ? [] : [{ at: page, first, last }]
    })
    const { count, exact } = this.count ?? { count: 0, exact: false }
    const place = pagePlace(at, pageSize, exact ? count : null, known)
    try {
      const ask = { dataset: this.id, filter: this.filter, sort: this.sort }
      const { rows } = await rpc.datasets.rows({ ...ask, ...place })
      if (mine !== this.#generation) return
      this.#pages.set(at, rows)
      for (const oldest of [...this.#pages.keys()].slice(0, -mostPages)) {
        this.#pages.delete(oldest)
        this.#asked.delete(oldest)
      }
    } catch (error) {
      if (mine !== this.#generation) return
      this.failure = failureOf(error)
    }
  }
}
