// Prompt sets: every prompt to every model, one after the other, each answer stored as it ends. A run
// that was cancelled or killed goes on where it was.
import { asLetheError, LetheError } from '../base/errors'
import { newId } from '../base/ids'
import type { Log } from '../base/log'
import { freshSeed } from '../base/random'
import type { Sampling } from '../contract/chat'
import type {
  PromptAnswer,
  PromptItem,
  PromptRun,
  PromptSetFormat,
  PromptTable
} from '../contract/promptSets'
import { isExactMatch, rougeL } from '../evaluation/textOverlap'
import { quantile, resamplings } from '../statistics/bootstrap'
import type { Store } from '../store/client'
import type { FoundPromptRun } from '../store/promptRuns'
import type { Changes } from './changes'
import type { Contestants } from './contestants'
import { checkTextSize } from './prompt'
import { readPromptSet } from './promptSetText'

export interface PromptSetStart {
  name: string
  text: string
  format: PromptSetFormat
  models: string[]
  sampling: Sampling
}

const rowsForMean = 10 // an interval from fewer says nothing
const resamplingCount = 1000
const resamplingSeed = 20_040_725 // any; fixed, so that the same answers give the same interval

export class PromptSets {
  readonly #running = new Map<string, { stop: AbortController; ended: Promise<void> }>()
  #closed = false

  constructor(
    private readonly store: Store,
    private readonly contestants: Contestants,
    private readonly changes: Changes,
    private readonly log: Log
  ) {}

  /** How many are being worked through. */
  get running(): number {
    return this.#running.size
  }

  list(): Promise<(PromptRun & { done: number; total: number })[]> {
    return this.store.read.promptRuns.list()
  }

  /** Throws `notFound`. */
  async get(id: string): Promise<PromptTable> {
    const found = await this.store.read.promptRuns.get(id)
    const { run, items, answers } = found
    return { ...run, items, answers, summaries: run.models.map((_, at) => summaryOf(answers, at)) }
  }

  /** Throws `invalidInput`, `promptEmpty`, `promptTooLarge`, `modelNotFound`, `networkOff`: nothing stored. */
  async start(input: PromptSetStart): Promise<PromptTable> {
    const items = readPromptSet(input.text, input.format)
    for (const { prompt } of items) checkTextSize(prompt)
    const models = await Promise.all(input.models.map((model) => this.contestants.find(model)))
    const run: PromptRun = {
      ...{ id: newId(), name: input.name, status: 'running' },
      sampling: { ...input.sampling, seed: input.sampling.seed ?? freshSeed() },
      models: models.map(({ key, name, remote }) => ({
        id: key,
        name,
        place: remote?.place ?? null
      })),
      ...{ createdAt: Date.now(), removedAt: null }
    }
    if (this.#closed) throw new LetheError('cancelled')
    await this.store.write.promptRuns.add({ run, items })
    this.#begin({ run, items, answers: [] })
    return this.get(run.id)
  }

  async cancel(id: string): Promise<PromptRun> {
    const running = this.#running.get(id)
    running?.stop.abort()
    await running?.ended
    return (await this.store.read.promptRuns.get(id)).run
  }

  async resume(id: string): Promise<PromptRun> {
    const { run } = await this.store.read.promptRuns.get(id)
    if (this.#running.has(id) || this.#closed) return run
    // Refused as a whole, not cell by cell.
    for (const model of run.models) if (model.place) await this.contestants.find(model.id)
    const resumed = await this.store.write.promptRuns.setStatus({
      ...{ id, status: 'running', again: true }
    })
    if (!this.#running.has(id)) this.#begin(await this.store.read.promptRuns.get(id))
    return resumed
  }

  async remove(id: string): Promise<PromptRun> {
    await this.cancel(id)
    return this.#told(await this.store.write.promptRuns.setRemoved({ id, removedAt: Date.now() }))
  }

  async restore(id: string): Promise<PromptRun> {
    return this.#told(await this.store.write.promptRuns.setRemoved({ id, removedAt: null }))
  }

  /** Pauses what runs; what is there stays. */
  async close(): Promise<void> {
    this.#closed = true
    for (const { stop } of this.#running.values()) stop.abort()
    await Promise.all([...this.#running.values()].map(({ ended }) => ended))
  }

  #told(run: PromptRun): PromptRun {
    this.changes.publish('promptRuns', run.id)
    return run
  }

  #begin(found: FoundPromptRun): void {
    const { id } = found.run
    const stop = new AbortController()
    const ended = this.#work(found, stop.signal).finally(() => {
      this.#running.delete(id)
      this.changes.publish('promptRuns', id)
    })
    this.#running.set(id, { stop, ended })
    this.changes.publish('promptRuns', id)
  }

  /** Never throws. Model by model: each is opened once. */
  async #work({ run, items, answers }: FoundPromptRun, signal: AbortSignal): Promise<void> {
    const { id } = run
    const done = new Set(answers.map(({ row, column }) => `${row} ${column}`))
    try {
      for (const column of run.models.keys()) {
        for (const [row, item] of items.entries()) {
          if (done.has(`${row} ${column}`)) continue
          const answer = await this.#answer(run, item, row, column, signal)
          if (!answer) {
            await this.store.write.promptRuns.setStatus({ id, status: 'paused', again: false })
            return
          }
          await this.store.write.promptRuns.answer({ id, answer })
          this.changes.publish('promptRuns', id)
        }
      }
      await this.store.write.promptRuns.setStatus({ id, status: 'finished', again: false })
    } catch (error) {
      // The database refuses: the next start finds the run and pauses it.
      this.log.error({ run: id, err: error }, 'a prompt set ended')
    }
  }

  /** null when it was cancelled: half an answer is no answer. */
  async #answer(
    run: PromptRun,
    { prompt, reference }: PromptItem,
    row: number,
    column: number,
    signal: AbortSignal
  ): Promise<PromptAnswer | null> {
    try {
      const contestant = await this.contestants.find(run.models[column]!.id)
      const sampling = { ...run.sampling, seed: run.sampling.seed ?? 0 }
      const asked = { text: prompt, system: '' }
      const { text, status } = await this.contestants.answer(contestant, asked, sampling, {
        signal
      })
      if (status === 'stopped') return null
      return {
        ...{ row, column, text, status, error: null },
        exactMatch: reference === null ? null : isExactMatch(reference, text),
        rougeL: reference === null ? null : rougeL(reference, text)
      }
    } catch (error) {
      const known = asLetheError(error)
      if (known.code === 'cancelled' || signal.aborted) return null
      return {
        ...{ row, column, text: '', status: 'failed', error: known.toJSON() },
        ...{ exactMatch: null, rougeL: null }
      }
    }
  }
}

function summaryOf(
  answers: readonly PromptAnswer[],
  wanted: number
): PromptTable['summaries'][number] {
  const scored = answers
    .filter(({ column, rougeL: f }) => column === wanted && f !== null)
    .toSorted((a, b) => a.row - b.row)
  const values = scored.map(({ rougeL: f }) => f ?? 0)
  const exact = scored.filter(({ exactMatch }) => exactMatch === true).length
  if (values.length < rowsForMean) return { count: values.length, exact, rougeL: null }
  const mean = (sample: readonly number[]): number =>
    sample.reduce((sum, value) => sum + value, 0) / sample.length
  const means = resamplings(values, resamplingCount, resamplingSeed, mean)
  const [low, high] = [quantile(means, 0.025), quantile(means, 0.975)]
  return { count: values.length, exact, rougeL: { mean: mean(values), low, high } }
}
