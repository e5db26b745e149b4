// One flag set in view: what its records reached, what forgetting them takes for each model, and how what
// was repeated compares with training from the beginning.
import type { Reach, ReplayComparison, ReplayCost } from '../../src-main/contract/forgetting'
import type { Run } from '../../src-main/contract/training'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'
import { coalesce } from './coalesce'
import { onChange } from './news.svelte'

export type Way = { cost: ReplayCost } | { failure: Failure }

/** News of runs come with every step. */
const gapMs = 1000

export class OpenFlagSet {
  reach = $state.raw<Reach | null>(null)
  /** By the model that is to forget. */
  ways = $state.raw<ReadonlyMap<string, Way>>(new Map())
  /** By the run that forgot. */
  comparisons = $state.raw<ReadonlyMap<string, ReplayComparison>>(new Map())
  failure = $state.raw<Failure | null>(null)
  #closed = false
  readonly #stop: (() => void)[]

  constructor(readonly id: string) {
    this.#stop = [
      onChange('runs', () => void this.#loadNow()),
      onChange('models', () => void this.#loadNow()),
      onChange('flagSets', (changed) => {
        if (changed === null || changed === id) void this.#loadNow()
      })
    ]
    void this.#loadNow()
  }

  close(): void {
    this.#closed = true
    for (const stop of this.#stop) stop()
  }

  async forget(model: string): Promise<Run> {
    return (await rpc.forgetting.replay({ flagSet: this.id, model })).run
  }
  /** Trains from the beginning, to compare with what a run became. */
  async compare(run: string): Promise<void> {
    await rpc.forgetting.retrain({ run })
    await this.#load()
  }

  readonly #loadNow = coalesce(async () => {
    await this.#load()
    await new Promise((done) => setTimeout(done, gapMs))
  })

  async #load(): Promise<void> {
    if (this.#closed) return
    const { id } = this
    try {
      const reach = await rpc.forgetting.reach({ flagSet: id })
      const models = reach.models.filter(({ removed }) => !removed)
      const ways = await Promise.all(
        models.map(async ({ modelId }) => [modelId, await this.#way(modelId)] as const)
      )
      const { runs } = await rpc.training.list({})
      const forgot = runs.filter(
        ({ forgetting }) => forgetting?.kind === 'replay' && forgetting.flagSetId === id
      )
      const comparisons = await Promise.all(
        forgot.map(async (run) => [run.id, await rpc.forgetting.compare({ run: run.id })] as const)
      )
      this.reach = reach
      this.ways = new Map(ways)
      this.comparisons = new Map(comparisons)
      this.failure = null
    } catch (error) {
      this.failure = failureOf(error)
    }
  }

  async #way(model: string): Promise<Way> {
    try {
      return { cost: await rpc.forgetting.cost({ flagSet: this.id, model }) }
    } catch (error) {
      return { failure: failureOf(error) }
    }
  }
}
