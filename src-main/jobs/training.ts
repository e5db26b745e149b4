// Trainings in the queue: one at a time, the others wait. What was cut off goes on by itself where the
// app stays open; a single command leaves it to be asked for.
import { join } from 'node:path'
import { asLetheError, LetheError, type LetheErrorData } from '../base/errors'
import { newId } from '../base/ids'
import {
  isUnfinished,
  type CurvePoint,
  type FixedAnswer,
  type Run,
  type RunStatus,
  type TrainingSettings
} from '../contract/training'
import type { StoredRun } from '../store/runs'
import type { Changes } from './changes'
import type { EraseGate } from './eraseGate'
import { removeFolder } from './modelFiles'
import { factsOf, storePlan } from './trainingPlan'
import type { Chosen, FoundChoice, TrainingPlanner } from './trainingPlanner'
import { removeRunRecords } from './trainingRecords'
import { TrainingWork, type TrainingParts } from './trainingWork'
import type { QueuedWork, WorkQueue } from './workQueue'

const recordsAtOnce = 2000
/** What is told of a run from nothing until its own work has planned it. */
const notPlanned = {
  ...{ steps: 0, stepsAnEpoch: 0, epochStarts: [], lastPhaseStep: 0 },
  ...{ validationRecords: 0, tokens: 0, cutRecords: 0 }
}

export class Trainings {
  /** Those that run when their turn comes. */
  readonly #queued = new Set<string>()
  readonly #atWork = new Map<string, { work: TrainingWork; ended: Promise<void> }>()
  /** Why runs stand still whose end the database could not take: on a full disk nothing can be kept of it. */
  readonly #halted = new Map<string, LetheErrorData>()
  readonly #closing = new AbortController()

  constructor(
    private readonly parts: TrainingParts,
    private readonly planner: TrainingPlanner,
    private readonly changes: Changes,
    private readonly workQueue: WorkQueue,
    readonly gate: EraseGate
  ) {
    workQueue.add({ ready: () => this.#ready() })
  }

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
    void this.workQueue.next()
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
    const { model, dataset } = choice
    const usual = model ? `${model.name} + ${dataset.name}` : dataset.name
    return this.#start(choice, input.name ?? usual, signal)
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
    const { interrupted } = run
    const changes = { status: 'waiting', interrupted, queuedAt: Date.now(), error: null } as const
    this.#queued.add(id)
    try {
      return await this.#changed(id, changes)
    } catch (error) {
      this.#queued.delete(id)
      throw error
    } finally {
      void this.workQueue.next()
    }
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
      await removeRunRecords(join(this.parts.folders.runs, id))
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
    const wanted = settings ?? run.settings
    const model = wanted.fromNothing ? null : run.modelId
    const choice = await this.planner.find({ model, dataset: run.datasetId, settings: wanted })
    await this.#refuseForgotten(choice)
    return this.#start(choice, run.name)
  }

  /** Runs that are planned already and wait for their turn. */
  queue(runs: readonly StoredRun[]): Run[] {
    for (const { id } of runs) {
      this.#queued.add(id)
      this.#tell(id)
    }
    void this.workQueue.next()
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
    this.workQueue.close()
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
      const { planned, names, canarySeed } = await this.planner.plan(choice, folder, stop)
      if (planned) await removeRunRecords(folder)
      const at = Date.now()
      await store.write.runs.add({
        ...{ id, name, datasetId: dataset.id, datasetName: dataset.name, settings },
        ...{ modelId: model?.id ?? '', modelName: model?.name ?? '' },
        modelSha256: model?.sha256 ?? '',
        ...{ status: 'paused', interrupted: false, error: null, step: 0, trainedSeconds: 0 },
        pace: null,
        ...(planned ? factsOf(planned) : { ...notPlanned, records: names.length }),
        ...{ device: null, threads: null, runtime: null, cpuFeatures: null, canarySeed },
        ...{ loss: null, best: null, evaluationLoss: null, recited: null },
        ...{ endedEarly: false, savedAt: null, savedStep: null },
        ...{ resumedFromStep: null, resultModelId: null, forgetting: null },
        ...{ queuedAt: at, createdAt: at },
        ...{ startedAt: null, endedAt: null, removedAt: null }
      })
      for (let from = 0; from < names.length; from += recordsAtOnce)
        await store.write.runRecords.add({ id, records: names.slice(from, from + recordsAtOnce) })
      if (planned) await storePlan(store, id, planned)
    } catch (error) {
      await removeFolder(folder)
      throw error
    }
    return this.resume(id)
  }

  async #ready(): Promise<QueuedWork[]> {
    const unfinished = await this.#unfinished()
    const open = new Set(unfinished.map(({ id }) => id))
    return unfinished
      .filter(
        ({ id, status, forgetting }) =>
          status === 'waiting' &&
          this.#queued.has(id) &&
          !(forgetting?.follows && open.has(forgetting.follows.runId))
      )
      .map((run) => ({
        ...{ id: run.id, queuedAt: run.queuedAt, name: run.name },
        begin: () => {
          if (!this.#queued.delete(run.id)) return null
          this.#begin(run)
          return this.#atWork.get(run.id)!.ended
        }
      }))
  }

  #begin(run: StoredRun): TrainingWork {
    const { id } = run
    const work = new TrainingWork(run, this.parts, () => this.#tell(id))
    const ended = work
      .work()
      .then(
        () => {},
        // The database refuses: until it takes it, and at the next start, it is one that was cut off.
        (error: unknown) => {
          this.#halted.set(id, asLetheError(error).toJSON())
          this.parts.log.error({ run: id, err: error }, 'a training ended')
        }
      )
      .finally(() => {
        this.#atWork.delete(id)
        this.#tell(id)
        void this.workQueue.next()
      })
    this.#atWork.set(id, { work, ended })
    return work
  }

  /** In the order of the queue. */
  async #unfinished(): Promise<StoredRun[]> {
    const runs = await this.parts.store.read.runs.list({ removed: false })
    return runs.filter(isUnfinished).sort((a, b) => a.queuedAt - b.queuedAt)
  }

  async #read(id: string): Promise<StoredRun> {
    return this.#asItStands(await this.parts.store.read.runs.get(id))
  }

  #asItStands(run: StoredRun): StoredRun {
    const error = this.#halted.get(run.id)
    return error ? { ...run, status: 'paused', interrupted: true, error } : run
  }

  async #shownAgain(id: string): Promise<Run> {
    return this.#shown(await this.#read(id))
  }

  async #changed(id: string, changes: Partial<StoredRun>): Promise<Run> {
    const run = await this.parts.store.write.runs.update({ id, changes })
    this.#halted.delete(id)
    this.#tell(id)
    void this.workQueue.next() // a run that follows it may have waited
    return this.#shown(run)
  }

  #shown(kept: StoredRun): Run {
    const stored = this.#asItStands(kept)
    const { modelSha256: _sha256, interrupted: _interrupted, queuedAt: _at, ...rest } = stored
    const { lastPhaseStep: _last, epochStarts: _starts, canarySeed: _canaries, ...run } = rest
    const state = this.#atWork.get(run.id)?.work.state
    const { current } = this.workQueue
    const isNext = current === null || current.id === run.id
    const before = isNext ? run.forgetting?.follows?.runName : current.name
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
