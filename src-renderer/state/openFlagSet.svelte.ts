// One flag set in view: what its records reached, what forgetting them takes for the model that is chosen,
// and how what was repeated compares with training from the beginning.
import type {
  FlagSetVersion,
  Reach,
  ReplayComparison,
  ReplayCost
} from '../../src-main/contract/forgetting'
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
  /** The latest first. */
  versions = $state.raw<readonly FlagSetVersion[]>([])
  /** By the run that forgot. */
  comparisons = $state.raw<ReadonlyMap<string, ReplayComparison>>(new Map())
  failure = $state.raw<Failure | null>(null)
  /** Which model is to forget, an id, and whether those that came of it are too. */
  choice = $state.raw<{ model: string; descendants: boolean } | null>(null)
  /** Replay for that choice; null: not known yet. */
  way = $state.raw<Way | null>(null)
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

  choose(model: string, descendants: boolean): void {
    const { choice } = this
    if (choice?.model === model && choice.descendants === descendants) return
    this.choice = { model, descendants }
    this.way = null
    void this.#loadWay()
  }

  /** Puts the trainings to repeat into the queue. */
  async forget(): Promise<Run> {
    if (!this.choice) throw new Error('No model was chosen.')
    return (await rpc.forgetting.replay({ flagSet: this.id, ...this.choice })).run
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
      const [reach, { versions }, { runs }] = await Promise.all([
        rpc.forgetting.reach({ flagSet: id }),
        rpc.forgetting.versions({ flagSet: id }),
        rpc.training.list({})
      ])
      const made = runs.filter(
        ({ forgetting, resultModelId }) =>
          forgetting?.kind === 'replay' && forgetting.flagSetId === id && resultModelId !== null
      )
      const comparisons = await Promise.all(
        made.map(async (run) => [run.id, await rpc.forgetting.compare({ run: run.id })] as const)
      )
      this.reach = reach
      this.versions = versions
      this.comparisons = new Map(comparisons)
      this.failure = null
      await this.#loadWay()
    } catch (error) {
      this.failure = failureOf(error)
    }
  }

  async #loadWay(): Promise<void> {
    const { choice } = this
    if (!choice) return
    let way: Way
    try {
      way = { cost: await rpc.forgetting.cost({ flagSet: this.id, ...choice }) }
    } catch (error) {
      way = { failure: failureOf(error) }
    }
    if (this.choice === choice) this.way = way
  }
}
