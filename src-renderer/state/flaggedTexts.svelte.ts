// The records of a version of a flag set, with the beginnings of those that are still kept.
import type { FlaggedRecord } from '../../src-main/contract/forgetting'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'

export interface FlaggedText extends FlaggedRecord {
  /** Null: it is no longer kept. */
  text: string | null
}

const mostAtOnce = 20
const mostAsked = 500
const shownChars = 300

export class FlaggedTexts {
  list = $state.raw<readonly FlaggedText[]>([])
  /** There may be more behind these. */
  more = $state(false)
  loaded = $state(false)
  failure = $state.raw<Failure | null>(null)

  constructor(
    private readonly flagSet: string,
    private readonly version: number,
    private readonly dataset: string
  ) {
    void this.load()
  }

  /** The next of them. */
  async load(): Promise<void> {
    try {
      const { records } = await rpc.forgetting.records({
        ...{ flagSet: this.flagSet, version: this.version, limit: mostAtOnce },
        after: this.list.at(-1)?.ordinal ?? 0
      })
      const found = await Promise.all(
        records.map(async (it) => ({ ...it, text: await textOf(this.dataset, it) }))
      )
      this.list = [...this.list, ...found]
      this.more = records.length === mostAtOnce
      this.loaded = true
      this.failure = null
    } catch (error) {
      this.failure = failureOf(error)
    }
  }
}

/** The beginning of what a record says; null: it is gone from its dataset. */
async function textOf(
  dataset: string,
  { ordinal, recordId }: FlaggedRecord
): Promise<string | null> {
  try {
    const { id, text } = await rpc.datasets.record({ dataset, ordinal })
    return id === recordId ? text.slice(0, shownChars) : null
  } catch (error) {
    const { code } = failureOf(error)
    if (code === 'notFound' || code === 'datasetNotFound') return null
    throw error
  }
}

/** The same by the records' ids, for those that are asked for. */
export class RecordTexts {
  found = $state.raw<ReadonlyMap<string, FlaggedText>>(new Map())
  failure = $state.raw<Failure | null>(null)
  #all: Promise<Map<string, number>> | null = null

  constructor(
    private readonly flagSet: string,
    private readonly version: number,
    private readonly dataset: string
  ) {}

  async want(ids: readonly string[]): Promise<void> {
    try {
      this.#all ??= this.#ordinals()
      const ordinals = await this.#all
      const wanted = ids.filter((id) => !this.found.has(id) && ordinals.has(id))
      const texts = await Promise.all(
        wanted.map(async (recordId) => {
          const record = { recordId, ordinal: ordinals.get(recordId)! }
          return [recordId, { ...record, text: await textOf(this.dataset, record) }] as const
        })
      )
      this.found = new Map([...this.found, ...texts])
      this.failure = null
    } catch (error) {
      this.#all = null
      this.failure = failureOf(error)
    }
  }

  async #ordinals(): Promise<Map<string, number>> {
    const found = new Map<string, number>()
    const { flagSet, version } = this
    for (let after = 0; ;) {
      const ask = { flagSet, version, after, limit: mostAsked }
      const { records } = await rpc.forgetting.records(ask)
      for (const { recordId, ordinal } of records) found.set(recordId, ordinal)
      if (records.length < mostAsked) return found
      after = records.at(-1)!.ordinal
    }
  }
}
