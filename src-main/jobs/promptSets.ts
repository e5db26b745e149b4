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
  PromptSummary,
  PromptTable,
  ReferenceScore
} from '../contract/promptSets'
import { isExactMatch, rougeL } from '../evaluation/textOverlap'
import { quantile, resamplings } from '../statistics/bootstrap'
import type { Store } from '../store/client'
import type { FoundPromptRun } from '../store/promptRuns'
import type { Changes } from './changes'
import type { Asked, Contestant, Contestants } from './contestants'
import { checkTextSize } from './prompt'
import { readPromptSet } from './promptSetText'
import { timeLeft } from './timeLeft'

export interface PromptSetStart {
  name: string
  systemPrompt: string
  text: string
  format: PromptSetFormat
  models: string[]
  sampling: Sampling
}

const rowsForMean = 10 // an interval from fewer says nothing
const resamplingCount = 1000
const resamplingSeed = 20_040_725 // any; fixed, so that the same answers give the same interval

interface RunningSet {
  stop: AbortController
  ended: Promise<void>
  pace: { secondsLeft: number | null }
}

export class PromptSets {
  readonly #running = new Map<string, RunningSet>()
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
    const summaries = run.models.map((_, at) => summaryOf(answers, at))
    const secondsLeft = this.#running.get(id)?.pace.secondsLeft ?? null
    return { ...run, items, answers, summaries, secondsLeft }
  }

  /**
   * Throws `invalidInput`, `promptEmpty`, `promptTooLarge`, `promptTooLongFor`, `modelNotFound`,
   * `networkOff`: nothing stored.
   */
  async start(input: PromptSetStart): Promise<PromptTable> {
    const items = readPromptSet(input.text, input.format)
    const { systemPrompt } = input
    for (const { prompt } of items) checkTextSize(prompt + systemPrompt)
    const models = await Promise.all(input.models.map((model) => this.contestants.find(model)))
    const questions = items.map(({ prompt }) => ({ text: prompt, system: systemPrompt }))
    await this.contestants.refuseTooLong(models, questions)
    const run: PromptRun = {
      ...{ id: newId(), name: input.name, systemPrompt, status: 'running' },
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
    const pace: RunningSet['pace'] = { secondsLeft: null }
    const ended = this.#work(found, stop.signal, pace).finally(() => {
      this.#running.delete(id)
      this.changes.publish('promptRuns', id)
    })
    this.#running.set(id, { stop, ended, pace })
    this.changes.publish('promptRuns', id)
  }

  /** Never throws. Model by model: each is opened once. */
  async #work(
    { run, items, answers }: FoundPromptRun,
    signal: AbortSignal,
    pace: RunningSet['pace']
  ): Promise<void> {
    const { id } = run
    const left = timeLeft()
    const missing = items.length * run.models.length - answers.length
    let answered = 0
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
          pace.secondsLeft = left(++answered, missing)
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
      const asked = { text: prompt, system: run.systemPrompt }
      const { text, status } = await this.contestants.answer(contestant, asked, sampling, {
        signal
      })
      if (status === 'stopped') return null
      const cell = { row, column, text, status, error: null }
      if (reference === null) return { ...cell, ...unscored }
      return {
        ...cell,
        exactMatch: isExactMatch(reference, text),
        rougeL: rougeL(reference, text),
        ...(await this.#measure(contestant, asked, reference, signal))
      }
    } catch (error) {
      const known = asLetheError(error)
      if (known.code === 'cancelled' || signal.aborted) return null
      return {
        ...{ row, column, text: '', status: 'failed', error: known.toJSON() },
        ...unscored
      }
    }
  }

  /** Throws only when it was cancelled: an answer is kept, whatever its reference is worth. */
  async #measure(
    contestant: Contestant,
    asked: Asked,
    reference: string,
    signal: AbortSignal
  ): Promise<Pick<PromptAnswer, 'referenceScore' | 'referenceError'>> {
    try {
      const { contestants } = this
      const score = await contestants.scoreAnswer(contestant, asked, reference, signal)
      return { referenceScore: score, referenceError: null }
    } catch (error) {
      const known = asLetheError(error)
      if (known.code === 'cancelled' || signal.aborted) throw error
      return { referenceScore: null, referenceError: known.toJSON() }
    }
  }
}

const unscored = {
  ...{ exactMatch: null, rougeL: null },
  ...{ referenceScore: null, referenceError: null }
}

function summaryOf(answers: readonly PromptAnswer[], wanted: number): PromptSummary {
  const ofModel = answers
    .filter(({ column }) => column === wanted)
    .toSorted((a, b) => a.row - b.row)
  const overlaps = ofModel.flatMap(({ rougeL: f }) => f ?? [])
  const scores = ofModel.flatMap(({ referenceScore }) => referenceScore ?? [])
  const sumOf = (of: (it: ReferenceScore) => number, sample: readonly ReferenceScore[]): number =>
    sample.reduce((sum, it) => sum + of(it), 0)
  const nats = (sample: readonly ReferenceScore[]): number => sumOf((it) => it.nllNats, sample)
  return {
    count: overlaps.length,
    exact: ofModel.filter(({ exactMatch }) => exactMatch === true).length,
    rougeL: meanOf(overlaps, (sample) => sample.reduce((sum, f) => sum + f, 0) / sample.length),
    measured: scores.length,
    perplexity: meanOf(scores, (it) => Math.exp(nats(it) / sumOf(({ tokens }) => tokens, it))),
    bitsPerByte: meanOf(scores, (it) => nats(it) / Math.LN2 / sumOf(({ bytes }) => bytes, it))
  }
}

/** A statistic of the rows with its 95 % interval; null when there are too few. */
function meanOf<Row>(
  rows: readonly Row[],
  statistic: (sample: readonly Row[]) => number
): PromptSummary['rougeL'] {
  if (rows.length < rowsForMean) return null
  const values = resamplings(rows, resamplingCount, resamplingSeed, statistic)
  return { mean: statistic(rows), low: quantile(values, 0.025), high: quantile(values, 0.975) }
}
