// One run at work: its engine from the start to the trained model, what it tells into the database,
// and what becomes of it when it is cut off.
import { access, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cpuFeatureWords } from '../base/cpuFeatures'
import { asLetheError, LetheError, writeError, type ErrorCode } from '../base/errors'
import { newId } from '../base/ids'
import type { Log } from '../base/log'
import type { CurvePoint, FixedAnswer, Run } from '../contract/training'
import type { JobEvent, JobResult, Steer } from '../engine/protocol'
import type { Store } from '../store/client'
import type { RunChanges, StoredRun } from '../store/runs'
import type { Activity } from './activity'
import type { EnginePool } from './engines'
import type { ModelLibrary } from './library'
import { moveDurably, removeFolder } from './modelFiles'
import { modelRowOf } from './modelRow'
import { PaceMeter } from './runPace'
import { runtimeVersion } from './runtimeVersion'
import { timeLeft } from './timeLeft'
import { runInOwnEngine, type TrainingEngines } from './trainingEngine'
import { factsOf, storePlan } from './trainingPlan'
import { removeRunRecords } from './trainingRecords'

export interface TrainingParts {
  store: Store
  library: ModelLibrary
  engines: EnginePool
  own: TrainingEngines
  /** Answers that are being written. */
  answering: Activity
  folders: { runs: string; models: string }
  log: Log
}

export interface WorkState {
  phase: Run['phase']
  yielding: boolean
  secondsLeft: number | null
}

/** What a person or another moment can mend: the run waits for it. */
const mendable: ReadonlySet<ErrorCode> = new Set([
  ...(['diskFull', 'diskTooSmall', 'folderNotWritable', 'fileNotReadable', 'fileBusy'] as const),
  ...(['diskFailed', 'tooManyOpenFiles', 'fileTooLargeForDisk', 'fileNotFound'] as const),
  ...(['modelFilesMissing', 'engineLost', 'outOfMemory', 'deviceUnavailable'] as const)
])
const dataFile = 'data.safetensors'
/** An engine that dies so often without getting further is not started again. */
const mostDeaths = 3

export class TrainingWork {
  readonly state: WorkState = { phase: 'preparing', yielding: false, secondsLeft: null }
  readonly #stop = new AbortController()
  readonly #parts: TrainingParts
  readonly #onChange: () => void
  #run: StoredRun
  #goal: 'train' | 'pause' | 'end' | 'drop' = 'train'
  #closing = false
  #steer: ((steer: Steer) => void) | null = null
  #writing: Promise<void> = Promise.resolve()
  /** Of this engine; pauses and answers in between are no part of the rate. */
  #computedMs = 0
  #secondsLeft = timeLeft(() => this.#computedMs)
  #pace = new PaceMeter()

  /** @param onChange called when something is there to be shown */
  constructor(run: StoredRun, parts: TrainingParts, onChange: () => void) {
    this.#run = run
    this.#parts = parts
    this.#onChange = onChange
  }

  get run(): StoredRun {
    return this.#run
  }

  /** Keeps its state and ends; `closing`: it goes on by itself when the app is open again. */
  pause(closing: boolean): void {
    if (this.#goal !== 'train') return
    this.#goal = 'pause'
    this.#closing = closing
    this.#stop.abort()
  }

  /** Ends with a model of what there is. */
  end(): void {
    if (this.#goal !== 'train') return
    this.#goal = 'end'
    this.#steer?.('end')
  }

  /** Ends without a model. */
  drop(): void {
    this.#goal = 'drop'
    this.#stop.abort()
  }

  /** Until it is finished, paused or broken; the database says which. Throws when that refuses. */
  async work(): Promise<StoredRun> {
    const { answering, log } = this.#parts
    const stopListening = answering.listen(() => void this.#giveWay())
    try {
      await this.#update({
        ...{ status: 'running', error: null, endedAt: null },
        startedAt: this.#run.startedAt ?? Date.now()
      })
      await this.#beginWithParent()
      const result = await this.#train()
      await this.#settle(result)
    } catch (error) {
      await this.#writing.catch(() => {})
      const known = asLetheError(error)
      log.info({ run: this.#run.id, err: error }, 'a training came to a halt')
      const changes = this.#changesAfter(known)
      // It does not go on: what it was to learn from is not left behind as text.
      if (changes.status !== 'paused') await removeRunRecords(this.#folder).catch(() => {})
      await this.#update(changes)
    } finally {
      stopListening()
      this.state.phase = null
    }
    return this.#run
  }

  /** The setting may have changed too. */
  async giveWay(): Promise<void> {
    await this.#giveWay()
  }

  #changesAfter(error: LetheError): RunChanges {
    const interrupted = this.#closing
    if (this.#stop.signal.aborted) {
      if (this.#goal === 'drop') return { status: 'stopped', endedAt: Date.now() }
      const isSafe = error.code === 'cancelled'
      return { status: 'paused', interrupted, error: isSafe ? null : error.toJSON() }
    }
    if (mendable.has(error.code)) return { status: 'paused', error: error.toJSON() }
    const status = error.code === 'trainingDiverged' ? 'diverged' : 'failed'
    return { status, error: error.toJSON(), endedAt: Date.now() }
  }

  /** Starts the engine again when it died, while that gets it further. */
  async #train(): Promise<JobResult<'train'>> {
    let deaths = 0
    let reached = -1
    for (;;) {
      try {
        return await this.#trainOnce()
      } catch (error) {
        const died = error instanceof LetheError && error.code === 'engineLost'
        if (!died || this.#stop.signal.aborted) throw error
        await this.#writing
        const saved = this.#run.savedStep ?? 0
        deaths = saved > reached ? 1 : deaths + 1
        reached = saved
        if (deaths >= mostDeaths)
          throw await this.#parts.own.reasonOfEnd(error, this.#run.settings.device)
        this.#parts.log.warn({ run: this.#run.id, saved }, 'a training goes on in a new engine')
        await this.#update({ interrupted: true })
      }
    }
  }

  /** A run that follows another begins with what that made. Throws `parentNotMade`. */
  async #beginWithParent(): Promise<void> {
    const { forgetting, name } = this.#run
    if (!forgetting?.follows) return
    const { runs, models } = this.#parts.store.read
    const parent = await runs.get(forgetting.follows.runId)
    const made = parent.status === 'finished' ? parent.resultModelId : null
    const model = made === null ? null : await models.get(made)
    if (!model) throw new LetheError('parentNotMade', { run: name, parent: parent.name })
    const begun = { modelId: model.id, modelName: model.name, modelSha256: model.sha256 }
    await this.#update(begun)
  }

  get #folder(): string {
    return join(this.#parts.folders.runs, this.#run.id)
  }

  /** A run from nothing begins with what it makes in its folder, once; cut off before, it makes it again. */
  async #beginning(): Promise<{ name: string; modelFolder: string; weightsSha256: string }> {
    const { library, store } = this.#parts
    if (this.#run.settings.fromNothing) {
      if (this.#run.steps === 0) await this.#prepareNew()
      await removeRunRecords(this.#folder)
      const { name, modelSha256 } = this.#run
      return { name, modelFolder: join(this.#folder, 'base'), weightsSha256: modelSha256 }
    }
    const { modelId, modelName, modelSha256 } = this.#run
    const model = await store.read.models.get(modelId)
    if (!model) throw new LetheError('modelNotFound', { model: modelName })
    await library.files.check(model)
    return { name: model.name, modelFolder: model.path, weightsSha256: modelSha256 }
  }

  async #prepareNew(): Promise<void> {
    const { own, store } = this.#parts
    const { id, settings, datasetName: dataset } = this.#run
    const made = await runInOwnEngine(
      own,
      { type: 'prepareNew', folder: this.#folder, dataset, settings, sampleCharacters: null },
      {
        signal: this.#stop.signal,
        onEvent: (event) => {
          if (event.type === 'trainingPhase') this.#show({ phase: event.phase })
        }
      }
    )
    await storePlan(store, id, made)
    // The steps come last: as long as there are none, all of it is done again.
    await this.#update({ ...factsOf(made), modelSha256: made.weightsSha256 })
  }

  async #trainOnce(): Promise<JobResult<'train'>> {
    const { own } = this.#parts
    await writeFence(this.#folder, own.fence, this.#run.steps === 0 ? 'records.jsonl' : dataFile)
    const beginning = await this.#beginning()
    const run = this.#run
    const usual = await own.place(run.settings, this.#stop.signal)
    const threads = run.threads ?? usual.threads
    this.#computedMs = 0
    this.#secondsLeft = timeLeft(() => this.#computedMs)
    this.#pace = new PaceMeter()
    const spec = {
      ...({ type: 'train', folder: this.#folder } as const),
      ...beginning,
      ...{ settings: run.settings, device: usual.device, threads, probeSteps: null },
      lastStep: run.forgetting?.lastStep ?? null
    }
    return runInOwnEngine(own, spec, {
      signal: this.#stop.signal,
      onSteerable: (steer) => {
        this.#steer = steer
        if (this.#goal === 'end') steer('end')
        void this.#giveWay()
      },
      onEvent: (event) => this.#take(event, threads)
    })
  }

  #take(event: JobEvent, threads: number): void {
    if (event.type === 'trainingOpened') {
      this.#pace.opened()
      const { step, steps, device } = event
      const resumed = this.#run.interrupted && step > 0 ? { resumedFromStep: step } : {}
      const place = { device, threads, runtime: runtimeVersion(), cpuFeatures: cpuFeatureWords() }
      this.#later({ step, steps, ...place, interrupted: false, ...resumed })
    } else if (event.type === 'trainingPhase') {
      if (event.phase === 'making') this.#pace.making()
      this.#show({ phase: event.phase })
    } else if (event.type === 'trainingHeld') {
      this.#pace.held(event.held)
      // Whoever sees it hold still sees the steps until then.
      void this.#writing.then(
        () => this.#show({ yielding: event.held }),
        () => {}
      )
    } else if (event.type === 'trainingSteps') this.#takeSteps(event.points, event.seconds)
    else if (event.type === 'trainingSaved')
      this.#later({ savedStep: event.step, savedAt: Date.now() })
    else if (event.type === 'trainingEvaluated') {
      const { step, evaluationLoss, isBest } = event
      const best = isBest ? { best: { step, evaluationLoss } } : {}
      this.#later({ evaluationLoss, ...best }, [], [], { step, evaluationLoss })
    } else if (event.type === 'trainingAnswers') this.#later({}, [], event.answers)
    else if (event.type === 'trainingRecited') this.#later({ recited: event.recited })
  }

  #takeSteps(points: CurvePoint[], seconds: number): void {
    const last = points.at(-1)
    if (!last) return
    const { steps } = this.#run
    const trainedSeconds = this.#run.trainedSeconds + seconds
    this.#computedMs += seconds * 1000
    this.#pace.took(points.length, seconds)
    this.state.secondsLeft = this.#secondsLeft(last.step, steps)
    this.#later({ step: last.step, loss: last.loss ?? this.#run.loss, trainedSeconds }, points)
  }

  #show(changes: Partial<WorkState>): void {
    Object.assign(this.state, changes)
    this.#onChange()
  }

  /** Written in the order in which it was told. */
  #later(
    changes: RunChanges,
    points: CurvePoint[] = [],
    answers: FixedAnswer[] = [],
    evaluated: { step: number; evaluationLoss: number } | null = null
  ): void {
    this.#run = { ...this.#run, ...changes }
    const { id } = this.#run
    this.#writing = this.#writing.then(async () => {
      await this.#parts.store.write.runs.update({ id, changes, points, answers, evaluated })
      this.#onChange()
    })
    this.#writing.catch(() => this.#stop.abort()) // thrown to whoever waits for it
  }

  async #update(changes: RunChanges): Promise<void> {
    await this.#writing
    this.#run = await this.#parts.store.write.runs.update({ id: this.#run.id, changes })
    this.#onChange()
  }

  /** The trained model joins the library in the moment in which the run is finished. */
  async #settle(result: JobResult<'train'>): Promise<void> {
    await this.#writing
    const { store, engines, library, folders, log } = this.#parts
    const run = this.#run
    const diverged = result.outcome === 'diverged'
    const { learningRate } = run.settings
    const changes: RunChanges = {
      status: diverged ? 'diverged' : this.#goal === 'end' ? 'stopped' : 'finished',
      error: diverged
        ? new LetheError('trainingDiverged', { step: result.step, learningRate }).toJSON()
        : null,
      endedEarly: result.outcome === 'ended' && this.#goal !== 'end',
      endedAt: Date.now()
    }
    if (!result.made) return this.#update(changes)
    const made = join(this.#folder, 'made')
    const found = await engines.run({ type: 'inspect', path: made, copyTo: null })
    const modelId = newId()
    const place = join(folders.models, modelId)
    await moveDurably(made, place)
    try {
      const row = modelRowOf(modelId, found, 'copied', place, run.name)
      const timed = { ...changes, endedAt: Date.now(), pace: this.#pace.made() }
      const finished = await store.write.runs.finish({ id: run.id, model: row, changes: timed })
      this.#run = finished.run
      await library.changed(finished.model)
      log.info({ run: run.id, model: modelId }, 'a training made a model')
    } catch (error) {
      await removeFolder(place)
      throw error
    }
    this.#onChange()
  }

  async #giveWay(): Promise<void> {
    const { answering, own } = this.#parts
    const yields = await own.yieldsToChat()
    this.#steer?.(yields && answering.isActive ? 'hold' : 'go')
  }
}

/** An engine of an earlier owner that still runs keeps nothing from now on. */
async function writeFence(folder: string, fence: number, needed: string): Promise<void> {
  const path = join(folder, 'fence')
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(join(folder, needed))
    await writeFile(path, String(fence), { flush: true })
  } catch (error) {
    throw writeError(error, path)
  }
}
