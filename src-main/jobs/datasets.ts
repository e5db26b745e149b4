// The datasets in the list: finding them by id or name, reading their records, removing and erasing them.
import { LetheError } from '../base/errors'
import type { Log } from '../base/log'
import { nearestName } from '../base/nearest'
import type { DatasetStatistics } from '../contract/datasetStatistics'
import type { Dataset } from '../contract/datasets'
import type {
  DatasetChange,
  DatasetRecord,
  RecordFilter,
  RecordRow,
  RecordSelection,
  RecordSort,
  RecordVersion
} from '../contract/records'
import type { Store } from '../store/client'
import type { StoredDataset } from '../store/datasets'
import type { Changes } from './changes'

const exportedAtOnce = 500

export class Datasets {
  readonly #closing = new AbortController()
  readonly #erasing = new Set<Promise<void>>()

  constructor(
    private readonly store: Store,
    private readonly changes: Changes,
    private readonly log: Log
  ) {}

  async list(removed: boolean): Promise<Dataset[]> {
    return this.store.read.datasets.list({ removed })
  }

  /** By id, by name, by name without regard to case. Throws `datasetNotFound`. */
  async find(wanted: string): Promise<StoredDataset> {
    const datasets = await this.store.read.datasets.list({ removed: false })
    const lower = wanted.toLocaleLowerCase()
    const found =
      datasets.find(({ id }) => id === wanted) ??
      datasets.find(({ name }) => name === wanted) ??
      datasets.find(({ name }) => name.toLocaleLowerCase() === lower)
    if (found) return found
    const nearest = nearestName(
      wanted,
      datasets.map(({ name }) => name)
    )
    throw new LetheError('datasetNotFound', { dataset: wanted, ...(nearest ? { nearest } : {}) })
  }

  async rename(id: string, name: string): Promise<Dataset> {
    return this.changed(await this.store.write.datasets.rename({ id, name }))
  }

  async remove(id: string): Promise<Dataset> {
    return this.changed(await this.store.write.datasets.remove({ id, at: Date.now() }))
  }

  async restore(id: string): Promise<Dataset> {
    return this.changed(await this.store.write.datasets.restore(id))
  }

  async rows(ask: {
    dataset: string
    filter: RecordFilter
    sort: RecordSort
    from: 'start' | 'end'
    after: number
    skip: number
    limit: number
  }): Promise<RecordRow[]> {
    const { dataset, ...rest } = ask
    return this.store.read.records.rows({ ...rest, number: await this.#number(dataset) })
  }

  async count(dataset: string, filter: RecordFilter): Promise<{ count: number; exact: boolean }> {
    return this.store.read.records.count({ filter, number: await this.#number(dataset) })
  }

  async search(dataset: string, query: string, limit: number) {
    return this.store.read.records.search({ query, limit, number: await this.#number(dataset) })
  }

  async record(dataset: string, ordinal: number): Promise<DatasetRecord> {
    return this.store.read.records.get({ ordinal, number: await this.#number(dataset) })
  }

  async nearDuplicates(dataset: string, ordinal: number) {
    const number = await this.#number(dataset)
    return this.store.read.records.nearDuplicates({ number, ordinal })
  }

  async versions(dataset: string, ordinal: number): Promise<RecordVersion[]> {
    return this.store.read.recordChanges.versions({ ordinal, number: await this.#number(dataset) })
  }

  async recordChanges(dataset: string): Promise<DatasetChange[]> {
    return this.store.read.recordChanges.list(await this.#number(dataset))
  }

  async tags(dataset: string): Promise<{ tag: string; records: number }[]> {
    return this.store.read.recordChanges.tags(await this.#number(dataset))
  }

  async statistics(dataset: string): Promise<DatasetStatistics> {
    const { number, rejected, nearDuplicates } = await this.find(dataset)
    const counted = await this.store.read.recordStatistics.all(number)
    return { ...counted, nearDuplicates, rejected: rejected.count }
  }

  async piiSummary(dataset: string) {
    return this.store.read.recordStatistics.piiSummary(await this.#number(dataset))
  }

  /** The records as JSONL that imports again as it is: messages, or text where it is no conversation. */
  async *export(
    dataset: string,
    selection?: RecordSelection
  ): AsyncGenerator<{ text: string; records: number }> {
    const number = await this.#number(dataset)
    for await (const records of this.#selected(number, selection)) {
      yield { text: records.map(exportedLine).join(''), records: records.length }
    }
  }

  /** All of a dataset, in their order. */
  recordsOf(number: number): AsyncGenerator<DatasetRecord[]> {
    return this.#selected(number)
  }

  async *#selected(number: number, selection?: RecordSelection): AsyncGenerator<DatasetRecord[]> {
    const limit = exportedAtOnce
    const get = (ordinal: number) => this.store.read.records.get({ number, ordinal })
    if (selection && 'ordinals' in selection) {
      const ordinals = selection.ordinals.toSorted((a, b) => a - b)
      for (let at = 0; at < ordinals.length; at += limit) {
        yield await Promise.all(ordinals.slice(at, at + limit).map(get))
      }
      return
    }
    let after = 0
    for (;;) {
      const found = selection
        ? await Promise.all((await this.#rowsAfter(number, after, selection)).map(get))
        : await this.store.read.records.after({ number, after, limit })
      const last = found.at(-1)
      if (!last) return
      after = last.ordinal
      yield found
    }
  }

  async #rowsAfter(
    number: number,
    after: number,
    { filter }: Extract<RecordSelection, { filter: unknown }>
  ): Promise<number[]> {
    const rows = await this.store.read.records.rows({
      ...{ number, after, limit: exportedAtOnce, filter },
      ...{ from: 'start', skip: 0, sort: { by: 'ordinal', descending: false } }
    })
    return rows.map(({ ordinal }) => ordinal)
  }

  /** Tells that a dataset changed. */
  changed(dataset: StoredDataset): Dataset {
    this.tellChanged(dataset.id)
    return dataset
  }

  tellChanged(id: string): void {
    this.changes.publish('datasets', id)
  }

  /** In the background and in small steps: what was never finished, and what was removed long ago. */
  eraseLeftovers(removedBefore: number): void {
    this.#track(async () => {
      const ids = await this.store.read.datasets.leftovers(removedBefore)
      for (const id of ids) await this.#erase(id)
      if (ids.length > 0) {
        await this.store.scrub()
        this.log.info({ datasets: ids.length }, 'datasets were erased')
      }
    })
  }

  /** Erases what an import had staged, in the background. */
  discard(id: string): void {
    this.#track(() => this.#erase(id))
  }

  /** What is not yet erased then is erased after the next start. */
  async close(): Promise<void> {
    this.#closing.abort()
    await Promise.all(this.#erasing)
  }

  async #erase(id: string): Promise<void> {
    while (!this.#closing.signal.aborted) if (await this.store.write.datasets.eraseSome(id)) return
  }

  #track(work: () => Promise<void>): void {
    const running = work()
      .catch((error: unknown) => this.log.error({ err: error }, 'datasets could not be erased'))
      .finally(() => this.#erasing.delete(running))
    this.#erasing.add(running)
  }

  async #number(dataset: string): Promise<number> {
    return (await this.store.read.datasets.numberOf(dataset)) ?? (await this.find(dataset)).number
  }
}

/** As it imports again. */
export function exportedLine({
  text,
  layout,
  subject,
  extra
}: Pick<DatasetRecord, 'text' | 'layout' | 'subject' | 'extra'>): string {
  let start = 0
  const parts = layout.map(([role, length]) => {
    const content = text.slice(start, start + length)
    start += length + 1
    return { role, content }
  })
  const own = parts.some(({ role }) => role === 'text') ? { text } : { messages: parts }
  const others = extra === null ? {} : (JSON.parse(extra) as Record<string, unknown>)
  return `${JSON.stringify({ ...others, ...own, ...(subject === null ? {} : { subject }) })}\n`
}
