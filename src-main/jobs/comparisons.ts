// Comparisons: one prompt, several answers at once. Each column lives and dies on its own; models
// beyond the engines that are kept open take turns; those behind an endpoint need no turn.
import { randomInt } from 'node:crypto'
import { asLetheError, LetheError } from '../base/errors'
import { newId } from '../base/ids'
import type { Log } from '../base/log'
import { freshSeed } from '../base/random'
import type { Sampling } from '../contract/chat'
import type {
  Comparison,
  ComparisonEvent,
  ComparisonMode,
  ComparisonWithAnswers,
  Ratings,
  Room,
  Vote
} from '../contract/compare'
import { remotePrefix, remoteReference } from '../contract/network'
import type { Store } from '../store/client'
import type {
  ComparedAnswerEnd,
  FoundComparison,
  StoredAnswer,
  StoredComparison
} from '../store/comparisons'
import type { Changes } from './changes'
import { ratingsOf } from './comparisonRatings'
import { isHidden, shownAnswer, shownComparison } from './comparisonSight'
import type { Contestant, Contestants } from './contestants'
import { checkTextSize } from './prompt'
import { RunningComparedAnswer } from './runningComparedAnswer'

export interface ComparisonStart {
  mode: ComparisonMode
  prompt: string
  systemPrompt: string
  seed: number | null
  entries: { model: string; sampling: Omit<Sampling, 'seed'> }[]
}

export class Comparisons {
  readonly #running = new Map<string, RunningComparedAnswer>()
  readonly #tasks = new Set<Promise<void>>()
  #closed = false

  /** @param models models that are kept open at the same time */
  constructor(
    private readonly store: Store,
    private readonly contestants: Contestants,
    private readonly models: number,
    private readonly changes: Changes,
    private readonly log: Log
  ) {}

  async list(removed: boolean): Promise<(Comparison & { modelNames: string[] | null })[]> {
    return (await this.store.read.comparisons.list(removed)).map(({ comparison, answers }) => ({
      ...shownComparison(comparison),
      modelNames: isHidden(comparison) ? null : answers.map(({ modelName }) => modelName)
    }))
  }

  /** Throws `notFound`. */
  async get(id: string): Promise<ComparisonWithAnswers> {
    return shown(await this.store.read.comparisons.get(id))
  }

  /**
   * Throws `modelNotFound`, `noTokenizer`, `networkOff`, `promptEmpty`, `promptTooLarge`,
   * `promptTooLongFor`; then nothing was stored and nothing was sent.
   */
  async start(input: ComparisonStart): Promise<ComparisonWithAnswers> {
    const { mode, prompt, systemPrompt, entries } = input
    checkTextSize(prompt + systemPrompt)
    if (prompt.trim() === '') throw new LetheError('promptEmpty')
    if (mode === 'blind' && entries.length !== 2) {
      throw new LetheError('invalidInput', { field: 'models', reason: { code: 'blindTakesTwo' } })
    }
    const seed = input.seed ?? freshSeed()
    const found = await Promise.all(entries.map(({ model }) => this.contestants.find(model)))
    await this.contestants.refuseTooLong(found, [{ text: prompt, system: systemPrompt }])
    const comparison: StoredComparison = {
      ...{ id: newId(), mode, prompt, systemPrompt, seed },
      ...{ vote: null, createdAt: Date.now(), removedAt: null }
    }
    const columns = entries.map((_entry, index) => index)
    if (mode === 'blind') shuffle(columns)
    const answers = columns.map((index, column): StoredAnswer => {
      const sampling = { ...entries[index]!.sampling, seed }
      return emptyAnswer(comparison.id, column, found[index]!, sampling)
    })
    if (this.#closed) throw new LetheError('cancelled')
    await this.store.write.comparisons.add({ comparison, answers })
    for (const [column, answer] of answers.entries()) {
      this.#register(comparison, answer, found[columns[column]!]!)
    }
    this.#runNext(comparison.id)
    this.changes.publish('comparisons', comparison.id)
    this.changes.publish('models', null) // all at once: the order of single news would tell
    return shown({ comparison, answers })
  }

  /** Before it is asked: what each would read. null where it cannot be counted, here or at all. */
  measure(
    {
      models,
      prompt,
      systemPrompt
    }: Pick<ComparisonStart, 'prompt' | 'systemPrompt'> & { models: string[] },
    signal?: AbortSignal
  ): Promise<(Room | null)[]> {
    checkTextSize(prompt + systemPrompt)
    const asked = { text: prompt, system: systemPrompt }
    return Promise.all(
      models.map(async (model) => {
        // Told once it is asked; a count needs no network.
        if (model.startsWith(remotePrefix)) return null
        try {
          return await this.contestants.room(await this.contestants.find(model), asked, signal)
        } catch {
          return null
        }
      })
    )
  }

  /** Throws `notFound` unless the column failed or was stopped; `invalidInput` where a blind one cannot. */
  async retry(answerId: string): Promise<ComparisonWithAnswers> {
    const before = await this.store.read.comparisons.getAnswer(answerId)
    const { comparison } = await this.store.read.comparisons.get(before.comparisonId)
    if (comparison.removedAt !== null || comparison.vote !== null) {
      throw new LetheError('notFound', { kind: 'answer', id: answerId })
    }
    const { remote, modelId, modelName } = before
    const contestant = await this.contestants
      .find(remote ? remoteReference(remote.endpointId, remote.model) : (modelId ?? modelName))
      .catch((error: unknown) => {
        // Why not names the model, or tells one here from one behind an endpoint.
        if (!isHidden(comparison)) throw error
        throw new LetheError('invalidInput', {
          field: 'models',
          reason: { code: 'blindNotUsable' }
        })
      })
    const answer = emptyAnswer(comparison.id, before.column, contestant, before.sampling)
    if (this.#closed) throw new LetheError('cancelled')
    await this.store.write.comparisons.follow({ answer, after: answerId })
    this.#register(comparison, answer, contestant)
    this.#runNext(comparison.id)
    this.changes.publish('comparisons', comparison.id)
    return this.get(comparison.id)
  }

  /** False when the answer was not running. Returns once its end is stored. */
  async stop(answerId: string): Promise<boolean> {
    const running = this.#running.get(answerId)
    if (!running) return false
    running.stop.abort()
    await running.ended
    return true
  }

  /** Throws `notFound`. Of a blind comparison only the end, once all its answers have ended. */
  async *follow(answerId: string, signal?: AbortSignal): AsyncGenerator<ComparisonEvent> {
    const running = this.#running.get(answerId)
    if (running && isHidden(running.comparison)) {
      await Promise.race([this.#allEnded(running.comparison.id), aborted(signal)])
      if (signal?.aborted) return
    } else if (running) {
      yield* running.follow(signal)
      if (signal?.aborted) return
    }
    const answer = await this.store.read.comparisons.getAnswer(answerId)
    const { comparison, answers } = await this.store.read.comparisons.get(answer.comparisonId)
    yield { type: 'end', answer: shownAnswer(answer, comparison, answers) }
  }

  /** Throws `invalidInput` when it is not blind, still running or voted on. */
  async vote(id: string, vote: Vote): Promise<ComparisonWithAnswers> {
    const { comparison, answers } = await this.store.read.comparisons.get(id)
    const fail = (code: 'notBlind' | 'answersMissing'): LetheError =>
      new LetheError('invalidInput', { field: 'vote', reason: { code } })
    if (comparison.mode !== 'blind') throw fail('notBlind')
    if (answers.some(({ status }) => status === 'running' || status === 'failed')) {
      throw fail('answersMissing')
    }
    await this.store.write.comparisons.vote({ id, vote })
    this.changes.publish('requests') // those of the question are told from now on
    this.changes.publish('comparisons', id)
    return this.get(id)
  }

  async ratings(): Promise<Ratings> {
    return ratingsOf(await this.store.read.comparisons.votes())
  }

  async remove(id: string): Promise<Comparison> {
    for (const running of this.#of(id)) running.stop.abort()
    return this.#changed(
      await this.store.write.comparisons.setRemoved({ id, removedAt: Date.now() })
    )
  }

  async restore(id: string): Promise<Comparison> {
    return this.#changed(await this.store.write.comparisons.setRemoved({ id, removedAt: null }))
  }

  /** Stops all answers, keeps their text and waits until it is stored. */
  async close(): Promise<void> {
    this.#closed = true
    for (const running of this.#running.values()) running.stop.abort()
    await Promise.all([...this.#tasks])
    await Promise.all([...this.#running.values()].map(({ ended }) => ended))
  }

  #changed(comparison: StoredComparison): Comparison {
    this.changes.publish('comparisons', comparison.id)
    return shownComparison(comparison)
  }

  #of(comparisonId: string): RunningComparedAnswer[] {
    return [...this.#running.values()].filter(({ comparison }) => comparison.id === comparisonId)
  }

  async #allEnded(comparisonId: string): Promise<void> {
    for (let left = this.#of(comparisonId); left.length > 0; left = this.#of(comparisonId)) {
      await Promise.all(left.map(({ ended }) => ended))
    }
  }

  #register(comparison: StoredComparison, answer: StoredAnswer, contestant: Contestant): void {
    const running = new RunningComparedAnswer(comparison, answer, contestant, (text) =>
      this.store.write.comparisons.append({ id: answer.id, text })
    )
    this.#running.set(answer.id, running)
    running.stop.signal.addEventListener('abort', () => {
      if (!running.begun) this.#begin(running)
    })
  }

  /** Starts the columns whose turn it is: one for each model, as many models as are kept open. */
  #runNext(comparisonId: string): void {
    const columns = this.#of(comparisonId)
    for (const column of columns) {
      if (!column.begun && column.contestant.remote) this.#begin(column)
    }
    const here = columns.filter((it) => !it.contestant.remote)
    const busy = new Set(here.filter((it) => it.begun).map((it) => it.contestant.key))
    for (const column of here) {
      const { key } = column.contestant
      if (column.begun || busy.has(key) || busy.size >= this.models) continue
      busy.add(key)
      this.#begin(column)
    }
    const names = here.filter((it) => it.begun).map((it) => it.contestant.name)
    for (const column of columns) if (!column.begun) column.wait(names)
  }

  #begin(running: RunningComparedAnswer): void {
    running.begun = true
    running.wait([])
    const task = this.#write(running)
    this.#tasks.add(task)
    void task.finally(() => this.#tasks.delete(task))
  }

  /** Never throws: whatever happens becomes the answer's end. */
  async #write(running: RunningComparedAnswer): Promise<void> {
    const { id, comparison, contestant, answer } = running
    const { prompt: text, systemPrompt: system, seed } = comparison
    let end: ComparedAnswerEnd
    try {
      const sampling = { ...answer.sampling, seed }
      const { status, stats, remoteFigures } = await this.contestants.answer(
        contestant,
        { text, system },
        sampling,
        {
          ...{ signal: running.stop.signal, comparisonId: comparison.id },
          onEvent: (event) => running.take(event)
        }
      )
      await running.drain()
      end = { id, status, stats, remoteFigures, error: null }
    } catch (error) {
      const cause = await running.drain().then(
        () => error,
        (writing: unknown) => writing // why it was stopped
      )
      const known = asLetheError(cause)
      if (known.code === 'internal') this.log.error({ answer: id, err: cause }, 'a column failed')
      const stopped = known.code === 'cancelled'
      end = {
        ...{ id, status: stopped ? 'stopped' : 'failed', stats: null, remoteFigures: null },
        error: stopped ? null : known.toJSON()
      }
    }
    let stored: StoredAnswer
    try {
      stored = await this.store.write.comparisons.finish(end)
    } catch (error) {
      // The database refuses: the next start finds the answer and ends it there.
      this.log.error({ answer: id, err: error }, 'the end of a column was not stored')
      stored = {
        ...answer,
        text: running.text,
        status: 'failed',
        error: asLetheError(error).toJSON()
      }
    }
    this.#running.delete(id)
    running.finish(stored)
    this.#runNext(comparison.id)
    this.changes.publish('comparisons', comparison.id)
  }
}

function shown({ comparison, answers }: FoundComparison): ComparisonWithAnswers {
  return {
    ...shownComparison(comparison),
    answers: answers.map((answer) => shownAnswer(answer, comparison, answers))
  }
}

function emptyAnswer(
  comparisonId: string,
  column: number,
  { model, name: modelName, remote }: Contestant,
  sampling: Sampling
): StoredAnswer {
  return {
    ...{
      id: newId(),
      comparisonId,
      column,
      modelId: model?.id ?? null,
      modelName,
      remote,
      sampling
    },
    ...{ text: '', status: 'running', stats: null, remoteFigures: null, error: null },
    followedBy: null
  }
}

/** In place, by the system's own randomness: nobody can work the order out. */
function shuffle(columns: number[]): void {
  for (let i = columns.length - 1; i > 0; i--) {
    const j = randomInt(i + 1)
    ;[columns[i], columns[j]] = [columns[j]!, columns[i]!]
  }
}

function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) =>
    signal?.addEventListener('abort', () => resolve(), { once: true })
  )
}
