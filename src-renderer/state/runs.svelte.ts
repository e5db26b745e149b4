// Trainings as the database has them, and what is told when one ends.
import type {
  ExportKind,
  Run,
  RunStatus,
  TrainingPreset,
  TrainingSettings
} from '../../src-main/contract/training'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'
import { coalesce } from './coalesce'
import { onChange } from './news.svelte'

export interface RunChoice {
  model: string | null // null: it begins with nothing
  dataset: string
  settings: TrainingSettings
}

/** News come with every step; more often than this nobody can read them. */
const gapMs = 300

class RunsState {
  list = $state.raw<Run[]>([])
  loaded = $state(false)
  failure = $state<Failure | null>(null)
  /** Told of a run that came to an end, or paused by itself, while the window was open. */
  onEnd: ((run: Run) => void) | null = null

  readonly load = coalesce(async () => {
    try {
      this.#take((await rpc.training.list({})).runs)
      this.failure = null
    } catch (error) {
      this.failure = failureOf(error)
    }
  })
  readonly #loadNow = coalesce(async () => {
    await this.load()
    await new Promise((done) => setTimeout(done, gapMs))
  })

  start(): void {
    onChange('runs', () => void this.#loadNow())
  }

  find(id: string | null): Run | undefined {
    return this.list.find((run) => run.id === id)
  }
  /** The run that made a model. */
  maker(modelId: string): Run | undefined {
    return this.list.find((run) => run.resultModelId === modelId)
  }
  /** What its result stands beside: the model that had not forgotten yet, or the one that it began with. */
  modelBefore({ forgetting, modelId }: Run): string {
    return (forgetting && this.find(forgetting.originRunId)?.resultModelId) ?? modelId
  }

  async begin(choice: RunChoice, allowForgotten: boolean): Promise<Run> {
    const run = await rpc.training.start({ ...choice, allowForgotten })
    await this.load()
    return run
  }
  pause(id: string): Promise<void> {
    return this.#do(() => rpc.training.pause({ id }))
  }
  resume(id: string): Promise<void> {
    return this.#do(() => rpc.training.resume({ id }))
  }
  /** Ends it for good; the best so far becomes a model. */
  stop(id: string): Promise<void> {
    return this.#do(() => rpc.training.cancel({ id, keep: true }))
  }
  async retry(id: string, settings?: TrainingSettings): Promise<Run> {
    const run = await rpc.training.retry({ id, ...(settings && { settings }) })
    await this.load()
    return run
  }
  /** With the model that it made. */
  rename(id: string, name: string): Promise<void> {
    return this.#do(() => rpc.training.rename({ id, name }))
  }
  remove(id: string): Promise<void> {
    return this.#do(() => rpc.training.remove({ id }))
  }
  restore(id: string): Promise<void> {
    return this.#do(() => rpc.training.restore({ id }))
  }
  async export(id: string, kind: ExportKind, path: string): Promise<string> {
    return (await rpc.training.export({ id, kind, path })).path
  }

  async #do(run: () => Promise<unknown>): Promise<void> {
    await run()
    await this.load()
  }

  #take(runs: Run[]): void {
    const before = new Map(this.list.map((run) => [run.id, run.status]))
    this.list = runs
    this.loaded = true
    const atWork: readonly (RunStatus | undefined)[] = ['running', 'waiting']
    for (const run of runs) {
      const paused = run.status === 'paused' && run.error === null
      if (!atWork.includes(before.get(run.id)) || atWork.includes(run.status) || paused) continue
      this.onEnd?.(run)
    }
  }
}

export const runs = new RunsState()

export function suggestSettings(choice: {
  model: string | null
  dataset: string
  preset: TrainingPreset
  method?: 'full' | 'lora'
}): Promise<TrainingSettings> {
  return rpc.training.suggest(choice)
}
