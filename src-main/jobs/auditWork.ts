// One audit at work: hands the engine what the model said before, keeps every score as it comes, and the
// items and figures at the end.
import { asLetheError, LetheError } from '../base/errors'
import type { Log } from '../base/log'
import type { AuditItem, SuiteChoice } from '../contract/bias'
import type { JobEvent, JobSpec } from '../engine/protocol'
import type { Store } from '../store/client'
import type { AuditChanges, ScorePlace, StoredAudit } from '../store/audits'
import type { StoredModel } from '../store/models'
import { isBlockMode } from './blockFiles'
import type { Changes } from './changes'
import type { EnginePool } from './engines'
import type { ModelLibrary } from './library'
import { runInOwnEngine, type TrainingEngines } from './trainingEngine'

export interface AuditParts {
  store: Store
  library: ModelLibrary
  engines: EnginePool
  own: TrainingEngines
  resourcesFolder: string
  changes: Changes
  log: Log
}

/** Of bootstraps and permutations: the same items give the same intervals. */
export const auditSeed = 20_201_126

type AuditSpec = Extract<JobSpec, { type: 'audit' }>

/** That are written in one transaction. */
const itemsAtOnce = 500

export class AuditWork {
  readonly #stop = new AbortController()
  #goal: 'finish' | 'paused' | 'cancelled' | 'interrupted' = 'finish'
  /** One write after the other; what fails is thrown at the end. */
  #writing: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly id: string,
    private readonly parts: AuditParts,
    private readonly sourceOf: (choice: SuiteChoice) => AuditSpec['source'],
    private readonly onChange: () => void
  ) {}

  stop(goal: 'paused' | 'cancelled' | 'interrupted'): void {
    if (this.#goal === 'finish') this.#goal = goal
    this.#stop.abort()
  }

  /** Until it is finished, stopped or broken; the database says which. */
  async work(): Promise<void> {
    const { store, log } = this.parts
    const audit = await store.read.audits.get(this.id)
    try {
      await this.#update({ status: 'running' })
      await this.#run(audit)
    } catch (error) {
      await this.#writing.catch(() => {})
      const known = asLetheError(error)
      log.info({ audit: this.id, err: error }, 'an audit came to a halt')
      await this.#update(this.#changesAfter(known))
    }
  }

  async #run(audit: StoredAudit): Promise<void> {
    const { store, library, own } = this.parts
    const { suite, data, options, half } = audit
    const model = await library.find(audit.modelId)
    // What was asked is about these weights; others would be another audit.
    if (model.sha256 !== audit.modelSha256)
      throw new LetheError('weightsChanged', { path: model.path })
    await library.files.check(model)
    const source = this.sourceOf({ suite, data, options, half })
    const { device, threads } = await own.place({ device: 'cpu' }, this.#stop.signal)
    const place = { sha256: model.sha256, held: `${audit.weightMode} ${device}`, suite }
    const known = await store.read.audits.scores(place)
    const items: AuditItem[] = []
    const asked = this.#asked(model, audit.weightMode, { device, threads })
    const spec = { type: 'audit', source, known, asked, seed: auditSeed } as const
    const { result, device: ranOn } = await runInOwnEngine(own, spec, {
      signal: this.#stop.signal,
      onEvent: (event) => this.#take(event, place, items)
    })
    await this.#writing
    for (let from = 0; from < items.length; from += itemsAtOnce)
      await store.write.audits.setItems({
        ...{ id: this.id, from, items: items.slice(from, from + itemsAtOnce) }
      })
    const changes = { status: 'finished', result, curated: null, device: ranOn } as const
    await this.#update({ ...changes, endedAt: Date.now() })
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
    this.#writing = this.#writing.then(async () => {
      await this.parts.store.write.audits.keepScores({ place, scores })
      await this.#update({ done, total })
    })
    // The first that fails ends the audit: scores that are not kept would be asked for nothing.
    this.#writing.catch(() => this.#stop.abort())
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
