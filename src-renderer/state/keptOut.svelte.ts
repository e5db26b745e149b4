// What is kept out since it was erased: by erasure, those that catch and those that were dropped.
import type { KeptOut, Tombstone } from '../../src-main/contract/erasing'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'
import { StoredList } from './storedList.svelte'

class KeptOutState extends StoredList<KeptOut> {
  protected readonly topic = 'tombstones'
  /** Those that can be restored. */
  dropped = $state.raw<readonly KeptOut[]>([])

  protected async ask(): Promise<KeptOut[]> {
    const [kept, dropped] = await Promise.all([
      rpc.tombstones.keptOut({}),
      rpc.tombstones.keptOut({ dropped: true })
    ])
    this.dropped = dropped.entries
    return kept.entries
  }

  /** Of all that catch. */
  get fingerprints(): number {
    return this.list.reduce((sum, entry) => sum + entry.fingerprints, 0)
  }

  drop(id: string): Promise<KeptOut> {
    return this.change(() => rpc.tombstones.dropSome({ id }))
  }
  restore(id: string): Promise<KeptOut> {
    return this.change(() => rpc.tombstones.restore({ id }))
  }
  /** For good, with their key. `count`: as it was typed. */
  dropAll(count: number): Promise<number> {
    return this.change(async () => (await rpc.tombstones.drop({ count })).dropped)
  }
}

export const keptOut = new KeptOutState()

const shownAtOnce = 100

/** The fingerprints of one erasure, page by page. */
export class Fingerprints {
  list = $state.raw<readonly Tombstone[]>([])
  count = $state(0)
  loaded = $state(false)
  failure = $state.raw<Failure | null>(null)

  constructor(readonly of: string) {
    void this.load()
  }

  readonly load = async (): Promise<void> => {
    try {
      const after = this.list.length
      const { count, tombstones } = await rpc.tombstones.list({
        of: this.of,
        after,
        limit: shownAtOnce
      })
      this.list = [...this.list, ...tombstones]
      this.count = count
      this.loaded = true
      this.failure = null
    } catch (error) {
      this.failure = failureOf(error)
    }
  }
}
