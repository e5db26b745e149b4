// One audit at work: hands the engine what the model said before, keeps every score as it comes, and the
// items and figures at the end.
import { asLetheError, LetheError } from '../base/errors'
import type { Log } from '../base/log'
import type { Audit, AuditItem, SuiteChoice } from '../contract/bias'
import type { JobEvent, JobResult, JobSpec, Steer } from '../engine/protocol'
import type { Store } from '../store/client'
import type { AuditChanges, ScorePlace, StoredAudit } from '../store/audits'
import type { StoredModel } from '../store/models'
import type { Activity } from './activity'
import { isBlockMode } from './blockFiles'
import type { Changes } from './changes'
import type { EnginePool } from './engines'
import type { ModelLibrary } from './library'
import { timeLeft } from './timeLeft'
import { runInOwnEngine, type TrainingEngines } from './trainingEngine'

export interface AuditParts {
  store: Store
  library: ModelLibrary
  engines: EnginePool
  own: TrainingEngines
  /** Answers that are being written. */
  answering: Activity
  resourcesFolder: string
  changes: Changes
  log: Log
}

/** Of bootstraps and permutations: the same items give the same intervals. */
export const auditSeed = 20_201_126

type AuditSpec = Extract<JobSpec, { type: 'audit' }>
export type AuditSource = AuditSpec['source']
export type AuditWorkState = Pick<Audit, 'secondsLeft' | 'yielding'>

/** That are written in one transaction. */
const itemsAtOnce = 500
/** An engine that dies so often without getting further is not started again. */
const mostDeaths = 3

export class AuditWork {
  readonly state: AuditWorkState = { secondsLeft: null, yielding: false }
  readonly #stop = new AbortController()
  #steer: ((steer: Steer) => void) | null = null
  /** Texts that were scored when the last of them was told. */
  #done = 0
  #left: { from: number; secondsOf: ReturnType<typeof timeLeft> } | null = null
  /** While an answer was written: that is no part of the pace. */
  #heldMs = 0
  #heldSince = 0
  #isOver = false
  #goal: 'finish' | 'paused' | 'cancelled' | 'interrupted' = 'finish'
  /** One write after the other; what fails is thrown at the end. */
  #writing: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly id: string,
    private readonly parts: AuditParts,
    private readonly sourceOf: (choice: SuiteChoice) => AuditSource,
    private readonly onChange: () => void
  ) {}

  /** Nothing is computed from now on, though the database may not say so yet. */
  get isEnding(): boolean {
    return this.#isOver || this.#stop.signal.aborted
  }

  stop(goal: 'paused' | 'cancelled' | 'interrupted'): void {
    if (this.#goal === 'finish') this.#goal = goal
    this.#stop.abort()
  }

  /** The setting may have changed too. */
  async giveWay(): Promise<void> {
    const { answering, own } = this.parts
    const yields = (await own.yieldsToChat()) && answering.isActive
    if (this.#steer === null) return
    this.#steer(yields ? 'hold' : 'go')
    this.#hold(yields)
  }

  /** Until it is finished, stopped or broken; the database says which. Throws when that refuses. */
  async work(): Promise<void> {
    const { store, answering, log } = this.parts
    const stopListening = answering.listen(() => void this.giveWay())
    try {
      const audit = await store.read.audits.get(this.id)
      await this.#update({ status: 'running', interrupted: false, error: null, endedAt: null })
      const finished = await this.#run(audit)
      this.#isOver = true
      await this.#update({ ...finished, status: 'finished', curated: null, endedAt: Date.now() })
    } catch (error) {
      this.#isOver = true
      // A score that could not be kept has ended it: that is why, not that it was ended.
      const why = await this.#writing.then(
        () => error,
        (refused: unknown) => refused
      )
      log.info({ audit: this.id, err: why }, 'an audit came to a halt')
      await this.#update(this.#changesAfter(asLetheError(why)))
    } finally {
      stopListening()
    }
  }

  async #run(audit: StoredAudit): Promise<Pick<StoredAudit, 'result' | 'device'>> {
    const { store, library, own } = this.parts
    const { suite, data, options, half } = audit
    const model = await library.find(audit.modelId)
    // What was asked is about these weights; others would be another audit.
    if (model.sha256 !== audit.modelSha256)
      throw new LetheError('weightsChanged', { path: model.path })
    await library.files.check(model)
    const source = this.sourceOf({ suite, data, options, half })
    const { device, threads } = await own.place({ device: 'cpu' }, this.#stop.signal)
    const asked = this.#asked(model, audit.weightMode, { device, threads })
    const place = { sha256: model.sha256, held: `${audit.weightMode} ${device}`, suite }
    const { items, ...found } = await this.#scored({ source, asked }, place)
    for (let from = 0; from < items.length; from += itemsAtOnce)
      await store.write.audits.setItems({
        ...{ id: this.id, from, items: items.slice(from, from + itemsAtOnce) }
      })
    return found
  }

  /** Starts the engine again when it died, while that gets it further. */
  async #scored(
    what: Pick<AuditSpec, 'source' | 'asked'>,
    place: ScorePlace
  ): Promise<JobResult<'audit'> & { items: AuditItem[] }> {
    const { store, own, log } = this.parts
    let deaths = 0
    let reached = -1
    for (;;) {
      const items: AuditItem[] = []
      const known = await store.read.audits.scores(place)
      this.#left = null
      try {
        const found = await runInOwnEngine(
          own,
          { type: 'audit', ...what, known, seed: auditSeed },
          {
            signal: this.#stop.signal,
            onSteerable: (steer) => {
              this.#steer = steer
              void this.giveWay()
            },
            onEvent: (event) => this.#take(event, place, items)
          }
        )
        await this.#writing
        return { ...found, items }
      } catch (error) {
        const died = error instanceof LetheError && error.code === 'engineLost'
        if (!died || this.#stop.signal.aborted) throw error
        await this.#writing
        deaths = this.#done > reached ? 1 : deaths + 1
        reached = this.#done
        if (deaths >= mostDeaths) throw error
        log.warn({ audit: this.id, done: reached }, 'an audit goes on in a new engine')
      } finally {
        this.#steer = null
        this.#hold(false)
      }
    }
  }

  #asked(
    model: StoredModel,
    weightMode: string,
    place: Pick<AuditSpec['asked'], 'device' | 'threads'>
  ): AuditSpec['asked'] {
    const mode = weightMode as StoredModel['weightMode']
    const { sha256, path: folder } = model
    const blocks = isBlockMode(mode)
      ? { path: this.parts.library.blockFiles.pathOf(sha256, mode), sha256 }
      : null
    return { folder, weightMode: mode, blocks, ...place }
  }

  #take(event: JobEvent, place: ScorePlace, items: AuditItem[]): void {
    if (event.type === 'auditItems') items.push(...event.items)
    if (event.type !== 'auditScored') return
    const { scores, done, total } = event
    this.#done = done
    this.#left ??= { from: done, secondsOf: timeLeft(() => this.#computedMs()) }
    const { from, secondsOf } = this.#left
    this.state.secondsLeft = secondsOf(done - from, total - from)
    this.#writing = this.#writing.then(async () => {
      await this.parts.store.write.audits.keepScores({ place, scores })
      await this.#update({ done, total })
    })
    // The first that fails ends the audit: scores that are not kept would be asked for nothing.
    this.#writing.catch(() => this.#stop.abort())
  }

  #hold(yielding: boolean): void {
    if (this.state.yielding === yielding) return
    const atMs = performance.now()
    if (yielding) this.#heldSince = atMs
    else this.#heldMs += atMs - this.#heldSince
    this.state.yielding = yielding
    this.onChange()
  }

  #computedMs(): number {
    const atMs = this.state.yielding ? this.#heldSince : performance.now()
    return atMs - this.#heldMs
  }

  #changesAfter(error: LetheError): AuditChanges {
    if (this.#goal === 'interrupted') return { status: 'paused', interrupted: true }
    if (this.#goal === 'paused') return { status: 'paused' }
    if (this.#goal === 'cancelled') return { status: 'cancelled', endedAt: Date.now() }
    return { status: 'failed', error: error.toJSON(), endedAt: Date.now() }
  }

  async #update(changes: AuditChanges): Promise<void> {
    await this.parts.store.write.audits.update({ id: this.id, changes })
    this.onChange()
  }
}
