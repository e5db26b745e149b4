// Which trainings are repeated so that a model forgets records, from where each goes on, and what that
// takes. The steps are those that will be computed, not an estimate.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { cpuFeatureWords } from '../base/cpuFeatures'
import { LetheError } from '../base/errors'
import { ifThere, namesIn } from '../base/ifThere'
import type { ReplayStep } from '../contract/forgetting'
import { secondsAtPace } from '../contract/training'
import type { StoredModel } from '../store/models'
import type { FlaggedUse } from '../store/flaggedUses'
import type { StoredRun } from '../store/runs'
import { firstDependence } from './flagSets'
import { paceOf } from './runPace'
import { runtimeVersion } from './runtimeVersion'

/** A training to repeat. */
export interface Repeated {
  readonly origin: StoredRun
  /** Ordinals of its plan whose places stay empty. */
  readonly holes: readonly number[]
  /** Where the model that it begins with is made anew; null: it begins with the same as before. */
  readonly parent: StoredRun | null
  /** Of a state that had read none of the records; 0: the beginning. */
  readonly fromStep: number
}

export interface Affected {
  readonly runs: readonly StoredRun[] // all, in their order
  readonly uses: readonly FlaggedUse[]
  readonly runsFolder: string
}

/**
 * In the order in which they have to be repeated; the one that made `model` is among them.
 * @param fromStates whether they go on from states; else all begin at their beginning
 * Throws `noTrainingLog`, `neverSaw`, `notRepeatable`, `tokenizerLearned`, and where a run's folder cannot be
 * read.
 */
export async function repeatedRuns(
  { runs, uses, runsFolder }: Affected,
  { model, flagSet }: { model: StoredModel; flagSet: string },
  { descendants, fromStates }: { descendants: boolean; fromStates: boolean }
): Promise<Repeated[]> {
  const makers = new Map(runs.map((run) => [run.resultModelId, run]))
  const useOf = new Map(uses.map((use) => [use.runId, use]))
  if (!makers.has(model.id)) throw new LetheError('noTrainingLog', { model: model.name })
  const own = dependentPart(lineOf(model.id, makers), useOf)
  if (own.length === 0) throw new LetheError('neverSaw', { model: model.name, flagSet })
  const lines = descendants
    ? runs
        .map((run) => lineOf(run.resultModelId, makers))
        .filter((line) => line.some(({ resultModelId }) => resultModelId === model.id))
        .map((line) => dependentPart(line, useOf))
    : []
  const wanted = new Set([...own, ...lines.flat()].map(({ id }) => id))
  const repeated: Repeated[] = []
  for (const origin of runs) {
    if (!wanted.has(origin.id)) continue
    const { device, fromNothing } = origin.settings
    if (fromNothing) throw new LetheError('tokenizerLearned', { run: origin.name })
    if (device !== 'cpu') throw new LetheError('notRepeatable', { run: origin.name, device })
    const use = useOf.get(origin.id)
    const maker = makers.get(origin.modelId)
    const parent = maker && wanted.has(maker.id) ? maker : null
    const clean = use ? (firstDependence(origin, use) ?? 0) : 0
    const fromStep =
      parent || !fromStates ? 0 : await lastState(join(runsFolder, origin.id), origin, clean)
    const holes = use ? [...use.learned, ...use.keptOut].sort((a, b) => a - b) : []
    repeated.push({ origin, holes, parent, fromStep })
  }
  return repeated
}

export function costOf({ origin, holes, fromStep }: Repeated): ReplayStep {
  const { id: runId, name: runName, steps: planned, step, settings, status } = origin
  const isDecidedAnew = settings.patience !== null || status === 'diverged'
  const steps = step - fromStep
  const pace = paceOf(origin)
  return {
    ...{ runId, runName, fromStep, steps, holes: holes.length },
    mostSteps: (lastStepOf(origin) ?? (isDecidedAnew ? planned : step)) - fromStep,
    pace,
    seconds: pace && secondsAtPace(steps, pace)
  }
}

/** What the folders of repeated runs come to hold, and the models they make. */
export async function diskBytesOf(
  repeated: readonly Repeated[],
  models: readonly StoredModel[],
  runsFolder: string
): Promise<number> {
  let sizeBytes = 0
  for (const { origin } of repeated) {
    const folder = join(runsFolder, origin.id)
    for (const name of await namesIn(folder))
      sizeBytes += (await ifThere(() => stat(join(folder, name)), folder))?.size ?? 0
    sizeBytes += models.find(({ id }) => id === origin.resultModelId)?.sizeBytes ?? 0
  }
  return sizeBytes
}

/** Where a person had ended it, before its plan did; null: nobody had. */
export function lastStepOf({ status, step, forgetting }: StoredRun): number | null {
  return forgetting?.lastStep ?? (status === 'stopped' ? step : null)
}

/** Runs that led to a model, the earliest first. */
export function lineOf(
  modelId: string | null,
  makers: ReadonlyMap<string | null, StoredRun>
): StoredRun[] {
  const line: StoredRun[] = []
  for (let run = makers.get(modelId); modelId !== null && run; run = makers.get(run.modelId))
    line.unshift(run)
  return line
}

/** From the first that depends on the records on. */
function dependentPart(
  line: readonly StoredRun[],
  useOf: ReadonlyMap<string, FlaggedUse>
): StoredRun[] {
  const first = line.findIndex((run) => {
    const use = useOf.get(run.id)
    return use !== undefined && firstDependence(run, use) !== null
  })
  return first < 0 ? [] : line.slice(first)
}

/**
 * The last state that stayed with at most `clean` steps behind it. Another runtime or processor goes on from
 * none: what it made would be no run of one machine.
 */
async function lastState(
  folder: string,
  { runtime, cpuFeatures }: StoredRun,
  clean: number
): Promise<number> {
  const isElsewhere = cpuFeatures !== null && cpuFeatures !== cpuFeatureWords()
  if (runtime !== runtimeVersion() || isElsewhere) return 0
  const kept = (await namesIn(folder)).flatMap((name) => {
    const step = Number(/^kept-(\d+)\.safetensors$/.exec(name)?.[1])
    return step <= clean ? [step] : []
  })
  return Math.max(0, ...kept)
}
