// Audits in the queue of all long work. What was scored is kept as it comes: paused, killed or asked again,
// an audit goes on where it was.
import { asLetheError, type LetheErrorData } from '../base/errors'
import type { SuiteChoice } from '../contract/bias'
import type { AuditChanges, StoredAudit } from '../store/audits'
import { AuditWork, type AuditParts, type AuditSource, type AuditWorkState } from './auditWork'
import type { QueuedWork, WorkQueue } from './workQueue'

const open: readonly StoredAudit['status'][] = ['waiting', 'running', 'paused']
const idle: AuditWorkState = { secondsLeft: null, yielding: false }

export class AuditQueue {
  /** Those that run when their turn comes. */
  readonly #queued = new Set<string>()
  readonly #atWork = new Map<string, { work: AuditWork; ended: Promise<void> }>()
  /** Why audits stand still whose end the database could not take. */
  readonly #halted = new Map<string, LetheErrorData>()

  constructor(
    private readonly parts: AuditParts,
    private readonly workQueue: WorkQueue,
    private readonly sourceOf: (choice: SuiteChoice) => AuditSource
  ) {
    workQueue.add({ ready: () => this.#ready() })
  }

  get running(): number {
    return this.#atWork.size
  }

  /** What is known of it beside the database. */
  state({ id, status }: StoredAudit): AuditWorkState & { waitingBehind: string | null } {
    const { current } = this.workQueue
    const isBehind = status === 'waiting' && current !== null && current.id !== id
    const state = this.#atWork.get(id)?.work.state ?? idle
    return { ...state, waitingBehind: isBehind ? current.name : null }
  }

  asItStands(audit: StoredAudit): StoredAudit {
    const error = this.#halted.get(audit.id)
    return error ? { ...audit, status: 'paused', error } : audit
  }

  /** What waited or was cut off goes on, in its old order. */
  async resumeInterrupted(): Promise<void> {
    for (const { id, status, interrupted } of await this.#listed()) {
      if (status === 'paused' && interrupted) await this.change(id, { status: 'waiting' })
      else if (status !== 'waiting') continue
      this.#queued.add(id)
      this.#tell(id)
    }
    void this.workQueue.next()
  }

  async resume(id: string): Promise<StoredAudit> {
    for (;;) {
      const atWork = this.#atWork.get(id)
      // Broken off or paused, it stands in the database a moment before its work is over.
      if (atWork?.work.isEnding) {
        await atWork.ended
        continue
      }
      const audit = await this.#read(id)
      if (this.#atWork.get(id) !== atWork || atWork?.work.isEnding) continue
      if (atWork || this.#queued.has(id) || audit.status === 'finished') return audit
      break
    }
    this.#queued.add(id)
    const queued = { status: 'waiting', queuedAt: Date.now() } as const
    try {
      return await this.change(id, { ...queued, interrupted: false, error: null, endedAt: null })
    } catch (error) {
      this.#queued.delete(id)
      throw error
    }
  }

  /** Returns when nothing is computed any more. */
  async halt(id: string, status: 'paused' | 'cancelled'): Promise<StoredAudit> {
    const ended = status === 'cancelled' ? { endedAt: Date.now() } : {}
    for (;;) {
      // Out of the queue before anything is waited for: it must not begin meanwhile.
      const wasQueued = this.#queued.delete(id)
      const atWork = this.#atWork.get(id)
      if (atWork) {
        atWork.work.stop(status)
        await atWork.ended
        return this.#read(id)
      }
      const audit = await this.#read(id)
      if (this.#queued.has(id) || this.#atWork.has(id)) continue // gone on with meanwhile
      // One that was just queued may stand there as it was before.
      if (!wasQueued && !open.includes(audit.status)) return audit
      return this.change(id, { status, ...ended })
    }
  }

  async change(id: string, changes: AuditChanges): Promise<StoredAudit> {
    const audit = await this.parts.store.write.audits.update({ id, changes })
    this.#halted.delete(id)
    this.#tell(id)
    void this.workQueue.next()
    return audit
  }

  /** Setting changed: who gives way to whom. */
  giveWay(): void {
    for (const { work } of this.#atWork.values()) void work.giveWay()
  }

  /** Keeps what is scored; it goes on when the app is open again. */
  async close(): Promise<void> {
    this.workQueue.close()
    for (const { work } of this.#atWork.values()) work.stop('interrupted')
    await Promise.all([...this.#atWork.values()].map(({ ended }) => ended))
  }

  async #ready(): Promise<QueuedWork[]> {
    return (await this.#listed())
      .filter(({ id, status }) => status === 'waiting' && this.#queued.has(id))
      .map(({ id, queuedAt, modelName, suite }) => ({
        ...{ id, queuedAt, name: `${modelName}, ${suite}` },
        begin: () => (this.#queued.delete(id) ? this.#begin(id) : null)
      }))
  }

  #begin(id: string): Promise<void> {
    const work = new AuditWork(id, this.parts, this.sourceOf, () => this.#tell(id))
    const ended = work
      .work()
      .catch((error: unknown) => {
        // The database refuses: until it takes it, and at the next start, it is one that was cut off.
        this.#halted.set(id, asLetheError(error).toJSON())
        this.parts.log.error({ audit: id, err: error }, 'an audit ended')
      })
      .finally(() => {
        this.#atWork.delete(id)
        this.#tell(id)
      })
    this.#atWork.set(id, { work, ended })
    return ended
  }

  /** In the order of the queue. */
  async #listed(): Promise<StoredAudit[]> {
    const audits = await this.parts.store.read.audits.list({ removed: false })
    return audits.map((it) => this.asItStands(it)).sort((a, b) => a.queuedAt - b.queuedAt)
  }

  async #read(id: string): Promise<StoredAudit> {
    return this.asItStands(await this.parts.store.read.audits.get(id))
  }

  #tell(id: string): void {
    this.parts.changes.publish('audits', id)
  }
}
