// What is done about a finding: a balanced set to train on, or the nearest training records to forget.
import type { BalancedSet, NearestRecord } from '../../src-main/contract/biasActions'
import type { FlagSet } from '../../src-main/contract/forgetting'
import type { Language } from '../../src-main/contract/quantities'
import { rpc } from '../rpc/client'
import { Attempts } from './attempts.svelte'
import { datasets } from './datasets.svelte'
import { flagSets } from './flagSets.svelte'

interface Finding {
  audit: string
  /** Null: all of them. */
  axis: string | null
}

const keyOf = ({ dataset, ordinal }: NearestRecord): string => `${dataset.id} ${ordinal}`

export class FindingActions extends Attempts {
  busy = $state<'balance' | 'nearest' | 'flag' | null>(null)
  balanced = $state.raw<BalancedSet | null>(null)
  /** The nearest records; null: not looked for yet. */
  nearest = $state.raw<{ items: number; records: NearestRecord[] } | null>(null)
  ticked = $state.raw<ReadonlySet<string>>(new Set())
  flagged = $state.raw<FlagSet[]>([])

  constructor(private readonly findingOf: () => Finding) {
    super()
  }

  /** The finding is another one. */
  reset(): void {
    this.balanced = this.nearest = this.failure = null
    this.flagged = []
  }

  balance(language: Language): Promise<void> {
    return this.#do('balance', async () => {
      this.balanced = await rpc.bias.balance({ ...this.#finding, language })
      await datasets.load()
    })
  }

  look(): Promise<void> {
    return this.#do('nearest', async () => {
      const nearest = await rpc.bias.nearest(this.#finding)
      this.nearest = nearest
      this.ticked = new Set(nearest.records.map(keyOf))
    })
  }

  isTicked(record: NearestRecord): boolean {
    return this.ticked.has(keyOf(record))
  }
  tick(record: NearestRecord): void {
    const ticked = new Set(this.ticked)
    if (!ticked.delete(keyOf(record))) ticked.add(keyOf(record))
    this.ticked = ticked
  }

  flag(language: Language): Promise<void> {
    const chosen = (this.nearest?.records ?? []).filter((record) => this.isTicked(record))
    const byDataset = Map.groupBy(chosen, ({ dataset }) => dataset.id)
    return this.#do('flag', async () => {
      const { flagSets: made } = await rpc.bias.flagNearest({
        ...{ ...this.#finding, language },
        chosen: [...byDataset].map(([dataset, records]) => ({
          dataset,
          ordinals: records.map(({ ordinal }) => ordinal)
        }))
      })
      this.flagged = made
      await flagSets.load()
    })
  }

  get #finding(): { audit: string; axis?: string } {
    const { audit, axis } = this.findingOf()
    return { audit, ...(axis !== null && { axis }) }
  }

  async #do(what: NonNullable<typeof this.busy>, run: () => Promise<void>): Promise<void> {
    this.busy = what
    await this.attempt(run)
    this.busy = null
  }
}
