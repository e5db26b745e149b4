// Forgetting by replay: trainings repeated without flagged records, in the queue of all trainings; the
// reference, which is the same from the beginning; and whether both came to the same bytes.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { LetheError } from '../base/errors'
import { newId } from '../base/ids'
import type { ReplayComparison, ReplayCost } from '../contract/forgetting'
import { isUnfinished, secondsAtPace, type Run, type RunForgetting } from '../contract/training'
import type { Store } from '../store/client'
import type { StoredModel } from '../store/models'
import type { StoredRun } from '../store/runs'
import type { EnginePool } from './engines'
import type { FlagSets } from './flagSets'
import type { ModelLibrary } from './library'
import { removeFolder } from './modelFiles'
import { costOf, diskBytesOf, lastStepOf, repeatedRuns, type Repeated } from './replayPlan'
import { paceOf } from './runPace'
import type { Trainings } from './training'
import { freeBytesOf } from './trainingSizes'

interface Chosen {
  flagSet: string
  version?: number | undefined
  model: string
  descendants: boolean
}
type Kind = RunForgetting['kind']
type FlagSetVersion = Awaited<ReturnType<FlagSets['place']>>

type Begun = { runs: Run[]; run: Run }

interface Found {
  model: StoredModel
  set: FlagSetVersion
  repeated: Repeated[]
}

export class Replays {
  constructor(
    private readonly store: Store,
    private readonly library: ModelLibrary,
    private readonly engines: EnginePool,
    private readonly flagSets: FlagSets,
    private readonly trainings: Trainings,
    private readonly runsFolder: string
  ) {}

  async cost(chosen: Chosen): Promise<ReplayCost> {
    const { model, repeated } = await this.#find(chosen, 'replay')
    const runs = repeated.map(costOf)
    const sum = (of: (step: (typeof runs)[number]) => number): number =>
      runs.reduce((all, step) => all + of(step), 0)
    const isMeasured = runs.every(({ seconds }) => seconds !== null)
    return {
      ...{ modelId: model.id, runs, steps: sum(({ steps }) => steps) },
      mostSteps: sum(({ mostSteps }) => mostSteps),
      seconds: isMeasured ? sum(({ seconds }) => seconds ?? 0) : null,
      ...(await this.#disk(repeated)),
      retrainSteps: sum(({ steps, fromStep }) => steps + fromStep),
      retrainSeconds: isMeasured
        ? sum(({ steps, fromStep, pace }) => (pace ? secondsAtPace(steps + fromStep, pace) : 0))
        : null
    }
  }

  async replay(chosen: Chosen & { name?: string | undefined }): Promise<Begun> {
    return this.#start(await this.#find(chosen, 'replay'), 'replay', chosen.name)
  }

  async reference(chosen: Chosen & { name?: string | undefined }): Promise<Begun> {
    return this.#reference(await this.#find(chosen, 'retrain'), chosen.name)
  }

  /** The reference of a replay: the other model may be out of the list. */
  async retrain(wanted: string): Promise<Begun> {
    return this.#reference(await this.#retrained(wanted))
  }

  /** Until the reference of a replay is there; null: a training that it repeats was never measured. */
  async referenceSeconds(wanted: string): Promise<number | null> {
    const { repeated, set } = await this.#retrained(wanted)
    const all = await this.store.read.runs.all()
    let seconds = 0
    for (const { origin, ...rest } of repeated) {
      const begun = retrainOf(all, { originRunId: origin.id, set })
      if (begun && begun.resultModelId !== null) continue
      const pace = paceOf(origin)
      if (!pace) return null
      const { steps } = costOf({ origin, ...rest })
      seconds += secondsAtPace(steps - (begun?.step ?? 0), pace)
    }
    return seconds
  }

  async #retrained(wanted: string): Promise<Found> {
    const { forgetting } = await this.#replayed(wanted)
    const { originRunId, flagSetId, flagSetVersion } = forgetting
    const { resultModelId, modelName } = await this.store.read.runs.get(originRunId)
    const model = resultModelId === null ? null : await this.store.read.models.get(resultModelId)
    if (!model) throw new LetheError('modelNotFound', { model: modelName })
    const set = await this.flagSets.place(flagSetId, flagSetVersion)
    return this.#repeated(model, set, false, 'retrain')
  }

  /** Looked up anew until it is known; then it stays, whatever becomes of the reference. */
  async compare(wanted: string): Promise<ReplayComparison> {
    const { run, forgetting } = await this.#replayed(wanted)
    const { flagSetId: id, flagSetVersion: version, originRunId, records } = forgetting
    const replay = await this.#made(run)
    const { compared } = forgetting
    if (compared) {
      const retrain = { runId: compared.runId, modelId: null, sha256: compared.sha256 }
      return { state: compared.equal ? 'equal' : 'different', records, replay, retrain }
    }
    const found = retrainOf(await this.store.read.runs.all(), { originRunId, set: { id, version } })
    if (!found || replay.sha256 === null)
      return { state: found ? 'running' : 'none', records, replay, retrain: null }
    const retrain = await this.#made(found)
    if (retrain.sha256 === null) return { state: 'running', records, replay, retrain }
    if (!isSamePlace(run, found)) return { state: 'otherPlace', records, replay, retrain }
    const equal = replay.sha256 === retrain.sha256
    const now = { runId: found.id, sha256: retrain.sha256, equal, comparedAt: Date.now() }
    const changes = { forgetting: { ...forgetting, compared: now } }
    await this.store.write.runs.update({ id: run.id, changes })
    return { state: equal ? 'equal' : 'different', records, replay, retrain }
  }

  /**
   * A run that forgot, the one that it repeats, and the reference of both, if it is there or on its way.
   * Throws `notAReplay`.
   */
  async around(
    wanted: string
  ): Promise<{ run: StoredRun; origin: StoredRun; reference: StoredRun | null }> {
    const { run, forgetting } = await this.#replayed(wanted)
    const { originRunId, flagSetId: id, flagSetVersion: version } = forgetting
    const runs = await this.store.read.runs.all()
    const origin = runs.find((it) => it.id === originRunId)
    if (!origin) throw new LetheError('notFound', { kind: 'run', id: originRunId })
    const reference = retrainOf(runs, { originRunId, set: { id, version } }) ?? null
    return { run, origin, reference }
  }

  async #replayed(wanted: string): Promise<{ run: StoredRun; forgetting: RunForgetting }> {
    const run = await this.trainings.find(wanted)
    const { forgetting } = run
    if (forgetting?.kind !== 'replay') throw new LetheError('notAReplay', { run: run.name })
    return { run, forgetting }
  }

  async #find(chosen: Chosen, kind: Kind): Promise<Found> {
    const model = await this.library.find(chosen.model)
    const set = await this.flagSets.place(chosen.flagSet, chosen.version)
    return this.#repeated(model, set, chosen.descendants, kind)
  }

  async #repeated(
    model: StoredModel,
    set: FlagSetVersion,
    descendants: boolean,
    kind: Kind
  ): Promise<Found> {
    const [runs, uses] = await Promise.all([
      this.store.read.runs.all(),
      this.store.read.flaggedUses.ofRuns(set)
    ])
    const repeated = await repeatedRuns(
      { runs, uses, runsFolder: this.runsFolder },
      { model, flagSet: set.name },
      { descendants, fromStates: kind === 'replay' }
    )
    return { model, set, repeated }
  }

  /** One that is there, or on its way, for the same version of the set is taken. */
  async #reference(found: Found, name?: string): Promise<Begun> {
    const originRunId = mainOf(found).id
    const all = await this.store.read.runs.all()
    const there = retrainOf(all, { originRunId, set: found.set })
    if (!there) return this.#start(found, 'retrain', name)
    const line = [there]
    for (let first: StoredRun | undefined = there; first;) {
      const before: string | undefined = first.forgetting?.follows?.runId
      first = all.find(({ id }) => id === before)
      if (first) line.unshift(first)
    }
    const runs = await Promise.all(line.map(({ id }) => this.trainings.get(id)))
    return { runs, run: runs.at(-1)! }
  }

  async #start(found: Found, kind: Kind, name?: string): Promise<Begun> {
    this.trainings.gate.pass()
    const { diskBytes: needBytes, freeDiskBytes: freeBytes } = await this.#disk(found.repeated)
    if (needBytes > freeBytes)
      throw new LetheError('diskTooSmall', { path: this.runsFolder, needBytes, freeBytes })
    const models = await this.store.read.models.all()
    const rows: { run: StoredRun; originId: string; without: readonly number[] }[] = []
    const byOrigin = new Map<string, StoredRun>()
    try {
      for (const repeated of found.repeated) {
        const { origin, holes } = repeated
        const made = models.find(({ id }) => id === origin.resultModelId)?.name ?? origin.name
        const usual = `${made} − ${found.set.name}${kind === 'replay' ? '' : ' (reference)'}`
        const wanted = origin === mainOf(found) ? name : undefined
        const parent = repeated.parent ? byOrigin.get(repeated.parent.id)! : null
        const run = await this.#prepared(
          repeated,
          { kind, name: wanted ?? usual, set: found.set, parent },
          rows.length
        )
        byOrigin.set(origin.id, run)
        rows.push({ run, originId: origin.id, without: holes })
      }
      const added = await this.store.write.runs.addRepeated(rows)
      const runs = this.trainings.queue(added)
      const { id } = byOrigin.get(mainOf(found).id)!
      return { runs, run: runs.find((run) => run.id === id)! }
    } catch (error) {
      for (const { run } of rows) await removeFolder(join(this.runsFolder, run.id))
      throw error
    }
  }

  /** Its folder, with what it begins with, and its row, which is not there yet. */
  async #prepared(
    { origin, holes, fromStep }: Repeated,
    ask: { kind: Kind; name: string; set: FlagSetVersion; parent: StoredRun | null },
    place: number
  ): Promise<StoredRun> {
    const { kind, name, set, parent } = ask
    const id = newId()
    const folder = join(this.runsFolder, id)
    const model = await this.store.read.models.get(origin.modelId)
    if (!model) throw new LetheError('modelNotFound', { model: origin.modelName })
    if (!parent) await this.library.files.check(model)
    try {
      await mkdir(folder, { mode: 0o700 })
      const { best } = await this.engines.run({
        ...({ type: 'prepareReplay', from: join(this.runsFolder, origin.id), folder } as const),
        ...{ modelFolder: model.path, weightsSha256: origin.modelSha256 },
        ...{ settings: origin.settings, without: [...holes], step: fromStep }
      })
      const at = Date.now()
      const counts = await this.store.read.flaggedUses.left({ id: origin.id, without: holes })
      const follows = parent && { runId: parent.id, runName: parent.name }
      const forgetting: RunForgetting = {
        ...{ kind, originRunId: origin.id, flagSetId: set.id, flagSetName: set.name },
        ...{ flagSetVersion: set.version, records: set.records, holes: holes.length },
        ...{ fromStep, lastStep: lastStepOf(origin), follows, compared: null }
      }
      const saved =
        fromStep > 0 ? { savedAt: at, savedStep: fromStep } : { savedAt: null, savedStep: null }
      return {
        ...{ ...origin, ...counts, ...saved, id, name, forgetting, best },
        ...{ status: 'waiting', interrupted: false, error: null, step: fromStep },
        ...{
          trainedSeconds: 0,
          pace: null,
          loss: null,
          evaluationLoss: best?.evaluationLoss ?? null
        },
        ...{ endedEarly: false, resumedFromStep: null, resultModelId: null, recited: null },
        // The order of the queue: each after the one that it follows.
        ...{ queuedAt: at + place, createdAt: at, startedAt: null, endedAt: null, removedAt: null }
      }
    } catch (error) {
      await removeFolder(folder)
      throw error
    }
  }

  async #made({ id: runId, resultModelId: modelId, status }: StoredRun) {
    const model = modelId === null ? null : await this.store.read.models.get(modelId)
    // One that was ended before its plan is no measure.
    const isWhole = status === 'finished' || status === 'diverged'
    return { runId, modelId, sha256: (isWhole && model?.sha256) || null }
  }

  async #disk(repeated: readonly Repeated[]) {
    const models = await this.store.read.models.all()
    return {
      diskBytes: await diskBytesOf(repeated, models, this.runsFolder),
      freeDiskBytes: await freeBytesOf(this.runsFolder)
    }
  }
}

/** The run that made the model that is to forget. */
function mainOf({ model, repeated }: Found): StoredRun {
  return repeated.find(({ origin }) => origin.resultModelId === model.id)!.origin
}

/** Whether equal trainings give equal bytes in both. Runs of earlier versions do not know their processor. */
function isSamePlace(one: StoredRun, other: StoredRun): boolean {
  const placeOf = ({ runtime, device, threads }: StoredRun): string =>
    JSON.stringify([runtime, device, threads])
  const [own, others] = [one.cpuFeatures, other.cpuFeatures]
  const isSameProcessor = own === null || others === null || own === others
  return isSameProcessor && placeOf(one) === placeOf(other)
}

/** The run that repeats another from its beginning without the same records, if it is or can come to its end. */
function retrainOf(
  runs: readonly StoredRun[],
  { originRunId, set }: { originRunId: string; set: { id: string; version: number } }
): StoredRun | undefined {
  return runs.findLast(
    (run) =>
      run.removedAt === null &&
      (run.resultModelId !== null || isUnfinished(run)) &&
      run.forgetting?.kind === 'retrain' &&
      run.forgetting.originRunId === originRunId &&
      run.forgetting.flagSetId === set.id &&
      run.forgetting.flagSetVersion === set.version
  )
}
