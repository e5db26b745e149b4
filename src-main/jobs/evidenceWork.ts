// One evidence at work: its items from the database, the attacks, the questions to every model, and what
// becomes of it when it is cut off.
import { join } from 'node:path'
import { asLetheError, LetheError, type ErrorCode } from '../base/errors'
import type { Log } from '../base/log'
import type { EvidenceTook } from '../contract/evidenceCost'
import type { EvidenceEntry } from '../contract/evidenceEntries'
import type { EvidenceFile } from '../contract/evidenceFile'
import { evidenceRoles, type EvidenceRole } from '../contract/evidenceRequest'
import type { Steer } from '../engine/protocol'
import type { Store } from '../store/client'
import type { EvidenceChanges, StoredEvidence } from '../store/evidence'
import type { StoredRun } from '../store/runs'
import type { Activity } from './activity'
import type { Canaries } from './canaries'
import type { Datasets } from './datasets'
import type { EnginePool } from './engines'
import {
  measureEvidence,
  removeTexts,
  type EvidenceParts,
  type EvidenceProgress,
  type EvidenceRequest
} from './evidence'
import { askedItems } from './evidenceAsked'
import { asked, attackedModels, type Attacked } from './evidenceAttacks'
import type { EraseGate } from './eraseGate'
import type { Gathered } from './evidenceGathering'
import { madeBy, type EvidenceModels } from './evidenceModels'
import { removeFolder } from './modelFiles'
import { removeRelearned } from './relearning'
import { timeLeft } from './timeLeft'

export interface EvidenceWorkParts extends EvidenceParts {
  store: Store
  models: EvidenceModels
  datasets: Datasets
  canaries: Canaries
  engines: EnginePool
  /** While records are erased nothing asks about any. */
  gate: EraseGate
  /** Answers that are being written. */
  answering: Activity
  folder: string // of all evidence
  log: Log
}

export type EvidenceWorkState = Pick<
  EvidenceEntry,
  'phase' | 'asking' | 'done' | 'total' | 'secondsLeft' | 'yielding'
>

/** What a person or another moment can mend: it waits for that. */
const mendable: ReadonlySet<ErrorCode> = new Set([
  ...(['diskFull', 'diskTooSmall', 'folderNotWritable', 'fileNotReadable', 'fileBusy'] as const),
  ...(['diskFailed', 'tooManyOpenFiles', 'fileTooLargeForDisk', 'modelFilesMissing'] as const),
  ...(['engineLost', 'outOfMemory'] as const)
])
/** An engine that dies so often without getting further is not started again. */
const mostDeaths = 3

export class EvidenceWork {
  readonly state: EvidenceWorkState
  readonly #stop = new AbortController()
  #evidence: StoredEvidence
  #goal: 'take' | 'pause' | 'drop' = 'take'
  #closing = false
  #steer: ((steer: Steer) => void) | null = null
  #took: EvidenceTook | null = null

  /** @param onChange called when something is there to be shown */
  constructor(
    evidence: StoredEvidence,
    private readonly parts: EvidenceWorkParts,
    private readonly onChange: () => void
  ) {
    this.#evidence = evidence
    const { done, total } = evidence
    const secondsLeft = saidBefore(evidence)
    this.state = {
      ...{ phase: 'gathering', asking: null, done, total, secondsLeft, yielding: false }
    }
  }

  /** Ends; `closing`: it goes on by itself when the app is open again. */
  pause(closing: boolean): void {
    if (this.#goal !== 'take') return
    this.#goal = 'pause'
    this.#closing = closing
    this.#stop.abort()
  }

  drop(): void {
    this.#goal = 'drop'
    this.#stop.abort()
  }

  /** Until it is finished, paused or broken; the database says which. Throws when that refuses. */
  async work(): Promise<void> {
    const { answering, log } = this.parts
    const stopListening = answering.listen(() => void this.giveWay())
    try {
      await this.#update({
        ...{ status: 'running', error: null, endedAt: null, interrupted: false },
        startedAt: this.#evidence.startedAt ?? Date.now()
      })
      await this.#take()
    } catch (error) {
      const known = asLetheError(error)
      log.info({ evidence: this.#evidence.id, err: error }, 'evidence came to a halt')
      const changes = this.#changesAfter(known)
      if (changes.status === 'paused') await removeTexts(this.#folder)
      else await removeFolder(this.#folder)
      await this.#update(changes)
    } finally {
      stopListening()
      this.state.phase = null
    }
  }

  /** The setting may have changed too. */
  async giveWay(): Promise<void> {
    const { answering, own } = this.parts
    const yielding = (await own.yieldsToChat()) && answering.isActive
    if (this.#steer === null) return
    this.#steer(yielding ? 'hold' : 'go')
    if (this.state.yielding !== yielding) this.#show({ yielding })
  }

  get #folder(): string {
    return join(this.parts.folder, this.#evidence.id)
  }

  #changesAfter(error: LetheError): EvidenceChanges {
    const { done, total } = this.state
    if (this.#stop.signal.aborted) {
      if (this.#goal === 'drop') return { status: 'stopped', endedAt: Date.now() }
      const isSafe = error.code === 'cancelled'
      const interrupted = this.#closing
      return { status: 'paused', interrupted, error: isSafe ? null : error.toJSON(), done, total }
    }
    if (mendable.has(error.code)) return { status: 'paused', error: error.toJSON(), done, total }
    return { status: 'failed', error: error.toJSON(), endedAt: Date.now() }
  }

  async #take(): Promise<void> {
    const { models, engines, own } = this.parts
    const { id, choice, runId, subject } = this.#evidence
    const trio = await models.trio(this.#evidence)
    const reference = { id: trio.reference.id, name: trio.reference.name }
    await this.#update({ models: { ...this.#evidence.models, reference } })
    const { lines, runs } = await models.lines(trio)
    const replay = await models.proof(runId)
    const { flagSetId, flagSetVersion: version, flagSetName: name } = this.#evidence
    const gathered = await askedItems(this.parts, {
      flagSet: { id: flagSetId, version, name },
      ...{ choice, originalName: trio.original.name, lines, runs }
    })
    this.#show({ phase: 'relearning' })
    const attacked = await attackedModels(
      { engines, own },
      {
        ...{ folder: this.#folder, trio, madeBy: runs.original.at(-1), choice },
        ...{ records: gathered.relearned },
        hasQuestions: gathered.items.some(({ kind }) => kind === 'question')
      },
      this.#stop.signal
    )
    this.#show({ phase: 'asking' })
    const file = await this.#measured(trio.original.parameterCount, {
      ...{ id, folder: this.#folder, items: gathered.items, settings: choice.settings, replay },
      ...{ subject, plan: await this.#plan(runs, gathered, attacked) },
      models: [...evidenceRoles.map((role) => asked(trio[role], role)), ...attacked.models]
    })
    await removeRelearned(this.#folder)
    const { done, total } = this.state
    const { overall } = file.measured
    const took = this.#took
    await this.#update({ status: 'finished', overall, done, total, took, endedAt: Date.now() })
    this.parts.log.info({ evidence: id, overall: overall.key }, 'evidence was taken')
  }

  /** Starts the engine again when it died, while that gets it further. */
  async #measured(parameters: number, request: EvidenceRequest): Promise<EvidenceFile> {
    const { blockFiles, own, version, log } = this.parts
    let deaths = 0
    let reached = -1
    for (;;) {
      let left: ReturnType<typeof timeLeft> | null = null
      let from = 0
      try {
        const options = {
          signal: this.#stop.signal,
          onSteerable: (steer: (steer: Steer) => void) => {
            this.#steer = steer
            void this.giveWay()
          },
          onProgress: ({ role, attack, done, total }: EvidenceProgress) => {
            if (!left) [left, from] = [timeLeft(), done]
            const said = this.#evidence.cost?.askingSeconds ?? null
            const bySaid = said === null ? null : (said * (total - done)) / Math.max(1, total)
            const secondsLeft = left(done - from, total - from) ?? bySaid
            this.#show({ asking: { role, attack }, done, total, secondsLeft })
          },
          onTimed: (timed: Omit<EvidenceTook, 'parameters'>) => {
            if (timed.timings.length > 0) this.#took = { parameters, ...timed }
          }
        }
        return await measureEvidence({ own, blockFiles, version }, request, options)
      } catch (error) {
        const died = error instanceof LetheError && error.code === 'engineLost'
        if (!died || this.#stop.signal.aborted) throw error
        deaths = this.state.done > reached ? 1 : deaths + 1
        reached = this.state.done
        if (deaths >= mostDeaths) throw error
        log.warn({ evidence: request.id }, 'evidence goes on in a new engine')
      } finally {
        this.#steer = null
      }
    }
  }

  /** All that is needed to do the same again, as it is kept. */
  async #plan(
    runs: Record<EvidenceRole, StoredRun[]>,
    { drawn }: Gathered,
    { relearning, notTested }: Attacked
  ): Promise<EvidenceFile['plan']> {
    const { flagSetId: id, flagSetName: name, flagSetVersion, records, choice } = this.#evidence
    const { settings: _settings, ...extent } = choice
    const lists = await Promise.all(
      [false, true].map((removed) => this.parts.store.read.datasets.list({ removed }))
    )
    const datasets = lists.flat().map((it) => {
      return { number: it.number, id: it.id, name: it.name, version: it.version }
    })
    const numbers = new Set(
      Object.values(drawn).flatMap((it) => it.drawn.map(({ datasetNumber }) => datasetNumber))
    )
    return {
      flagSet: { id, name, version: flagSetVersion, records },
      runs: Object.fromEntries(evidenceRoles.map((role) => [role, runs[role].map(madeBy)])),
      ...{ extent, drawn, datasets: datasets.filter(({ number }) => numbers.has(number)) },
      ...{ relearning, notTested }
    }
  }

  #show(changes: Partial<EvidenceWorkState>): void {
    Object.assign(this.state, changes)
    this.onChange()
  }

  async #update(changes: EvidenceChanges): Promise<void> {
    const { store } = this.parts
    this.#evidence = await store.write.evidence.update({ id: this.#evidence.id, changes })
    this.onChange()
  }
}

/** Seconds of all but the reference, which is there by then; null: it could not be said. */
function saidBefore({ cost, done, total }: StoredEvidence): number | null {
  if (!cost || cost.askingSeconds === null || cost.relearningSeconds === null) return null
  const left = total > 0 ? 1 - done / total : 1
  return cost.relearningSeconds * left + cost.askingSeconds * left
}
