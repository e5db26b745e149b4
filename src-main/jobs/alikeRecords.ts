// Finds records that are like a text or like another record, in one dataset or in all, by signatures alone.
import { LetheError } from '../base/errors'
import type { AlikeRecord } from '../contract/datasets'
import type { Store } from '../store/client'
import type { StoredDataset } from '../store/datasets'
import type { Datasets } from './datasets'
import type { EnginePool } from './engines'

/** Records whose texts are signed in one piece: whole rows of signatures. */
const signedAtOnce = 512

export interface AlikeAsk {
  to: { texts: string[] } | { dataset: string; ordinals: number[] }
  /** A dataset; usual: all in the list. */
  within?: string | undefined
  similarity: number
  limit: number
}

/** The records that are asked about: what they are found by, and where they stand themselves. */
interface Wanted {
  signatures: string[]
  own: { number: number; ordinals: number[] } | null
}

export class AlikeRecords {
  constructor(
    private readonly store: Store,
    private readonly engines: EnginePool,
    private readonly datasets: Datasets
  ) {}

  /** The closest first; at most `limit`. Throws `datasetNotFound`, `notFound` (a record), `cancelled`. */
  async find(ask: AlikeAsk, signal?: AbortSignal): Promise<AlikeRecord[]> {
    const { within, similarity, limit } = ask
    const wanted = await this.#wanted(ask.to, signal)
    const datasets =
      within === undefined
        ? await this.store.read.datasets.list({ removed: false })
        : [await this.datasets.find(within)]
    const all: { dataset: StoredDataset; to: number; ordinal: number; similarity: number }[] = []
    for (const dataset of datasets) {
      for (const found of await this.#within(dataset, wanted.signatures, similarity, signal)) {
        const { wanted: to, ordinal } = found
        const isItself =
          wanted.own?.number === dataset.number && wanted.own.ordinals[to] === ordinal
        if (!isItself) all.push({ dataset, to, ordinal, similarity: found.similarity })
      }
    }
    const closest = all.toSorted((a, b) => b.similarity - a.similarity).slice(0, limit)
    return this.#told(closest)
  }

  async #wanted(to: AlikeAsk['to'], signal?: AbortSignal): Promise<Wanted> {
    if ('texts' in to) return { signatures: await this.#sign(to.texts, signal), own: null }
    const dataset = await this.datasets.find(to.dataset)
    const { number } = dataset
    const there = await this.store.read.records.rowsAt({ number, ordinals: to.ordinals })
    const found = new Set(there.map(({ ordinal }) => ordinal))
    const missing = to.ordinals.find((ordinal) => !found.has(ordinal))
    if (missing !== undefined) {
      throw new LetheError('notFound', { kind: 'record', id: String(missing) })
    }
    await this.#complete(dataset, signal)
    const signatures = await this.store.read.recordSignatures.of({ number, ordinals: to.ordinals })
    return { signatures, own: { number, ordinals: to.ordinals } }
  }

  async #within(
    dataset: StoredDataset,
    wanted: string[],
    leastSimilarity: number,
    signal?: AbortSignal
  ) {
    await this.#complete(dataset, signal)
    const found: { wanted: number; ordinal: number; similarity: number }[] = []
    let from: number | null = 1
    while (from !== null) {
      if (signal?.aborted) throw new LetheError('cancelled')
      const ask = { number: dataset.number, from, wanted, leastSimilarity }
      const stretch = await this.store.read.recordSignatures.alike(ask)
      found.push(...stretch.found)
      from = stretch.next
    }
    return found
  }

  /** Signs the records of a dataset that came in before signatures were kept. */
  async #complete({ number }: StoredDataset, signal?: AbortSignal): Promise<void> {
    for (;;) {
      const from = await this.store.read.recordSignatures.firstMissing(number)
      if (from === null) return
      const after = from - 1
      const some = await this.store.read.records.after({ number, after, limit: signedAtOnce })
      if (some.length === 0) return
      const signed = await this.#sign(
        some.map(({ text }) => text),
        signal
      )
      const signatures: string[] = Array.from({ length: some.at(-1)!.ordinal - after }, () => '')
      for (const [at, { ordinal }] of some.entries()) signatures[ordinal - from] = signed[at]!
      await this.store.write.recordSignatures.put({ number, from, signatures })
    }
  }

  async #sign(texts: string[], signal?: AbortSignal): Promise<string[]> {
    return (await this.engines.run({ type: 'signTexts', texts }, { signal })).signatures
  }

  async #told(
    closest: { dataset: StoredDataset; to: number; ordinal: number; similarity: number }[]
  ): Promise<AlikeRecord[]> {
    const numbers = [...new Set(closest.map(({ dataset }) => dataset.number))]
    const rows = await Promise.all(
      numbers.map(async (number) => {
        const own = closest.filter(({ dataset }) => dataset.number === number)
        const ordinals = own.map(({ ordinal }) => ordinal)
        const found = await this.store.read.records.rowsAt({ number, ordinals })
        return [number, new Map(found.map((row) => [row.ordinal, row]))] as const
      })
    )
    const byNumber = new Map(rows)
    return closest.flatMap(({ dataset: { id, name, number }, to, ordinal, similarity }) => {
      const record = byNumber.get(number)?.get(ordinal)
      return record ? [{ to, dataset: { id, name }, record, similarity }] : []
    })
  }
}
