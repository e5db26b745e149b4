// Trainings and their queue: one at a time, the others wait. What was cut off goes on by itself where
// the app stays open; a single command leaves it to be asked for.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { LetheError } from '../base/errors'
import { newId } from '../base/ids'
import type {
  CurvePoint,
  FixedAnswer,
  Run,
  RunStatus,
  TrainingSettings
} from '../contract/training'
import type { StoredRun } from '../store/runs'
import type { Changes } from './changes'
import type { EraseGate } from './eraseGate'
import { removeFolder } from './modelFiles'
import type { Chosen, FoundChoice, TrainingPlanner } from './trainingPlanner'
import { TrainingWork, type TrainingParts } from './trainingWork'

const recordsAtOnce = 2000

export class Trainings {
  /** Those that run when their turn comes. */
  readonly #queued = new Set<string>()
  readonly #atWork = new Map<string, { work: TrainingWork; ended: Promise<void> }>()
  readonly #closing = new AbortController()
  #current: string | null = null
  #looking = false
  #asked = false

  constructor(
    private readonly parts: TrainingParts,
    private readonly planner: TrainingPlanner,
    private readonly changes: Changes,
    readonly gate: EraseGate
  ) {}

  get running(): number {
    return this.#atWork.size
  }

  /** What waited or was cut off goes on, in its old order. */
  async resumeInterrupted(): Promise<void> {
    for (const run of await this.#unfinished()) {
      if (run.status === 'paused' && run.interrupted) {
        await this.parts.store.write.runs.update({ id: run.id, changes: { status: 'waiting' } })
      } else if (run.status !== 'waiting') continue
      this.#queued.add(run.id)
      this.#tell(run.id)
    }
    void this.#next()
  }

  async list(removed: boolean): Promise<Run[]> {
    return (await this.parts.store.read.runs.list({ removed })).map((run) => this.#shown(run))
  }

  /** By id, or the newest of that name. Throws `notFound`. */
  async get(wanted: string): Promise<Run> {
    return this.#shown(await this.find(wanted))
  }

  async find(wanted: string): Promise<StoredRun> {
    const runs = await this.parts.store.read.runs.list({ removed: false })
    const lower = wanted.toLocaleLowerCase()
    const found =
      runs.find(({ id }) => id === wanted) ??
      runs.find(({ name }) => name.toLocaleLowerCase() === lower)
    if (!found) throw new LetheError('notFound', { kind: 'run', id: wanted })
    return found
  }

  /** Decides what is read when, keeps the records as they are now, and queues it. */
  async start(
    input: Chosen & { name?: string | undefined; allowForgotten: boolean },
    signal?: AbortSignal
  ): Promise<Run> {
    const choice = await this.planner.find(input, signal)
    if (!input.allowForgotten) await this.#refuseForgotten(choice)
    const name = input.name ?? `${choice.model.name} + ${choice.dataset.name}`
    return this.#start(choice, name, signal)
  }

  /** Returns when its state is safe and nothing is computed any more. */
  async pause(id: string): Promise<Run> {
    // Out of the queue before anything is waited for: it must not begin meanwhile.
    const wasQueued = this.#queued.delete(id)
    const atWork = this.#atWork.get(id)
    if (atWork) {
      atWork.work.pause(false)
      await atWork.ended
      return this.#shownAgain(id)
    }
    const run = await this.#read(id)
    if (run.status === 'paused' && !wasQueued) return this.#shown(run)
    this.#refuseUnless(run, ['waiting', 'paused'])
    return this.#changed(id, { status: 'paused' })
  }

  async resume(id: string): Promise<Run> {
    this.gate.pass()
    const run = await this.#read(id)
    if (this.#atWork.has(id) || this.#queued.has(id)) return this.#shown(run)
    this.#refuseUnless(run, ['paused', 'waiting'])
    this.#queued.add(id)
    const shown = await this.#changed(id, { status: 'waiting', queuedAt: Date.now(), error: null })
    void this.#next()
    return shown
  }

  /** Ends it for good; with `keep` the best so far becomes a model. Returns when it has ended. */
  async cancel(id: string, keep: boolean): Promise<Run> {
    const run = await this.#read(id)
    const atWork = this.#atWork.get(id)
    // Ended before its plan does, a repeated run is not what it was to be compared with.
    const makes = keep && run.forgetting === null
    if (atWork) {
      if (makes && run.step > 0) atWork.work.end()
      else atWork.work.drop()
      await atWork.ended
      return this.#shownAgain(id)
    }
    this.#refuseUnless(run, ['waiting', 'paused'])
    this.#queued.delete(id)
    if (!makes || run.step === 0) {
      return this.#changed(id, { status: 'stopped', endedAt: Date.now(), error: null })
    }
    const work = this.#begin(run)
    work.end()
    await this.#atWork.get(id)?.ended
    return this.#shownAgain(id)
  }

  /** The same once more, from its beginning, with the dataset as it is now. */
  async retry(id: string, settings?: TrainingSettings): Promise<Run> {
    const run = await this.#read(id)
    this.#refuseUnless(run, ['failed', 'diverged', 'stopped', 'finished'])
    // With the dataset as it is now it would learn again what it was to do without.
    if (run.forgetting) throw new LetheError('notRepeated', { run: run.name })
    const chosen = { model: run.modelId, dataset: run.datasetId }
    const choice = await this.planner.find({ ...chosen, settings: settings ?? run.settings })
    await this.#refuseForgotten(choice)
    return this.#start(choice, run.name)
  }

  /** Runs that are planned already and wait for their turn. */
  queue(runs: readonly StoredRun[]): Run[] {
    for (const { id } of runs) {
      this.#queued.add(id)
      this.#tell(id)
    }
    void this.#next()
    return runs.map((run) => this.#shown(run))
  }

  async rename(id: string, name: string): Promise<Run> {
    const run = await this.parts.store.write.runs.rename({ id, name })
    this.#tell(id)
    if (run.resultModelId !== null) this.changes.publish('models', run.resultModelId)
    return this.#shown(run)
  }

  async remove(id: string): Promise<Run> {
    const run = await this.#read(id)
    if (this.#atWork.has(id) || this.#queued.has(id)) await this.cancel(id, false)
    else if (run.status === 'paused' || run.status === 'waiting')
      await this.#changed(id, { status: 'stopped', endedAt: Date.now() })
    return this.#changed(id, { removedAt: Date.now() })
  }

  async restore(id: string): Promise<Run> {
    return this.#changed(id, { removedAt: null })
  }

  curve(ask: { id: string; afterStep: number; points: number }): Promise<CurvePoint[]> {
    return this.parts.store.read.runs.curve(ask)
  }

  answers(id: string): Promise<FixedAnswer[]> {
    return this.parts.store.read.runs.answers(id)
  }

  /** Setting changed: who gives way to whom. */
  giveWay(): void {
    for (const { work } of this.#atWork.values()) void work.giveWay()
  }

  /** Keeps the state of what runs; it goes on when the app is open again. */
  async close(): Promise<void> {
    this.#closing.abort()
    for (const { work } of this.#atWork.values()) work.pause(true)
    await Promise.all([...this.#atWork.values()].map(({ ended }) => ended))
  }

  /** Records that were forgotten are not learned again by accident. Throws `holdsForgotten`. */
  async #refuseForgotten({ dataset: { number, name } }: FoundChoice): Promise<void> {
    const records = await this.parts.store.read.tombstones.inDataset(number)
    if (records > 0) throw new LetheError('holdsForgotten', { dataset: name, records })
  }

  async #start(choice: FoundChoice, name: string, signal?: AbortSignal): Promise<Run> {
    this.gate.pass()
    const { store, folders } = this.parts
    const { model, dataset, settings } = choice
    const id = newId()
    const folder = join(folders.runs, id)
    const stop = signal ? AbortSignal.any([signal, this.#closing.signal]) : this.#closing.signal
    try {
      const { planned, names } = await this.planner.plan(choice, folder, true, stop)
      await this.planner.refuseWhatCannotFit(planned, settings)
      // The plan holds their ids; their text needs no second place that it could be found in.
      await rm(join(folder, 'records.jsonl'))
      const { uses, epochStarts, steps } = planned
      const at = Date.now()
      const { records, validationRecords, tokens, cutRecords, lastPhaseStep } = planned
      await store.write.runs.add({
        ...{ id, name, modelId: model.id, modelName: model.name, modelSha256: model.sha256 },
        ...{ datasetId: dataset.id, datasetName: dataset.name, settings },
        ...{ status: 'paused', interrupted: false, error: null, step: 0, steps, epochStarts },
        ...{ stepsAnEpoch: epochStarts[1] ?? steps, lastPhaseStep, trainedSeconds: 0 },
        ...{ records, validationRecords, tokens, cutRecords },
        ...{ device: null, threads: null, runtime: null, loss: null, evaluationLoss: null },
        ...{ best: null, endedEarly: false, savedAt: null, savedStep: null },
        ...{ resumedFromStep: null, resultModelId: null, forgetting: null },
        ...{ queuedAt: at, createdAt: at },
        ...{ startedAt: null, endedAt: null, removedAt: null }
      })
      for (let from = 0; from < names.length; from += recordsAtOnce)
        await store.write.runRecords.add({ id, records: names.slice(from, from + recordsAtOnce) })
      for (let from = 0; from < uses.length; from += recordsAtOnce)
        await store.write.runRecords.plan({ id, uses: uses.slice(from, from + recordsAtOnce) })
    } catch (error) {
      await removeFolder(folder)
      throw error
    }
    return this.resume(id)
  }

  /** Never throws. */
  async #next(): Promise<void> {
    this.#asked = true
    if (this.#looking) return
    this.#looking = true
    while (this.#asked) {
      this.#asked = false
      if (this.#current !== null || this.#closing.signal.aborted) break
      const unfinished = await this.#unfinished().catch(() => [])
      if (this.#closing.signal.aborted) break
      const open = new Set(unfinished.map(({ id }) => id))
      const next = unfinished.find(
        ({ id, status, forgetting }) =>
          status === 'waiting' &&
          this.#queued.has(id) &&
          !(forgetting?.follows && open.has(forgetting.follows.runId))
      )
      if (!next) continue
      this.#queued.delete(next.id)
      this.#current = next.id
      this.#begin(next)
    }
    this.#looking = false
  }

  #begin(run: StoredRun): TrainingWork {
    const { id } = run
    const work = new TrainingWork(run, this.parts, () => this.#tell(id))
    const ended = work
      .work()
      .then(
        () => {},
        // The database refuses: the next start finds the run as one that was cut off.
        (error: unknown) => this.parts.log.error({ run: id, err: error }, 'a training ended')
      )
      .finally(() => {
        this.#atWork.delete(id)
        if (this.#current === id) this.#current = null
        this.#tell(id)
        void this.#next()
      })
    this.#atWork.set(id, { work, ended })
    return work
  }

  /** In the order of the queue. */
  async #unfinished(): Promise<StoredRun[]> {
    const runs = await this.parts.store.read.runs.list({ removed: false })
    return runs
      .filter(({ status }) => ['waiting', 'running', 'paused'].includes(status))
      .sort((a, b) => a.queuedAt - b.queuedAt)
  }

  #read(id: string): Promise<StoredRun> {
    return this.parts.store.read.runs.get(id)
  }

  async #shownAgain(id: string): Promise<Run> {
    return this.#shown(await this.#read(id))
  }

  async #changed(id: string, changes: Partial<StoredRun>): Promise<Run> {
    const run = await this.parts.store.write.runs.update({ id, changes })
    this.#tell(id)
    void this.#next() // a run that follows it may have waited
    return this.#shown(run)
  }

  #shown(stored: StoredRun): Run {
    const { modelSha256: _sha256, interrupted: _interrupted, queuedAt: _at, ...rest } = stored
    const { lastPhaseStep: _last, epochStarts: _starts, ...run } = rest
    const state = this.#atWork.get(run.id)?.work.state
    const isNext = this.#current === null || this.#current === run.id
    const before = isNext
      ? run.forgetting?.follows?.runName
      : this.#atWork.get(this.#current!)?.work.run.name
    return {
      ...run,
      phase: state?.phase ?? null,
      yielding: state?.yielding ?? false,
      secondsLeft: state?.secondsLeft ?? null,
      waitingBehind: run.status === 'waiting' ? (before ?? null) : null
    }
  }

  #refuseUnless({ name, status }: StoredRun, possible: readonly RunStatus[]): void {
    if (!possible.includes(status)) throw new LetheError('runStatusRefused', { run: name, status })
  }

  #tell(id: string): void {
    this.changes.publish('runs', id)
  }
}
