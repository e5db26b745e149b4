// All long work as one list, whatever it is: how each piece stands, in the order in which it goes on.
import { LetheError } from '../base/errors'
import { suiteDescriptions } from '../bias/suites/descriptions.describe'
import type { Audit } from '../contract/bias'
import type { EvidenceEntry } from '../contract/evidenceEntries'
import type { Job } from '../contract/jobs'
import { isUnfinished, type Run } from '../contract/training'
import type { Audits } from './audits'
import type { Evidences } from './evidences'
import type { Trainings } from './training'
import type { WorkQueue } from './workQueue'

export class WorkList {
  constructor(
    private readonly trainings: Trainings,
    private readonly evidences: Evidences,
    private readonly audits: Audits,
    private readonly workQueue: WorkQueue
  ) {}

  /** @param endedSince null: what has ended is left out */
  async list({ endedSince }: { endedSince: number | null }): Promise<Job[]> {
    const jobs = (await this.#all()).filter(
      (job) => isUnfinished(job) || (endedSince !== null && (job.endedAt ?? 0) >= endedSince)
    )
    const queued = (await this.workQueue.inOrder()).map(({ id }) => id)
    return inOrder(jobs, queued)
  }

  async pause(id: string): Promise<Job> {
    const { kind } = await this.#find(id)
    if (kind === 'training') return ofRun(await this.trainings.pause(id))
    if (kind === 'evidence') return ofEvidence(await this.evidences.pause(id))
    return ofAudit(await this.audits.pause(id))
  }

  async resume(id: string): Promise<Job> {
    const { kind } = await this.#find(id)
    if (kind === 'training') return ofRun(await this.trainings.resume(id))
    if (kind === 'evidence') return ofEvidence(await this.evidences.resume(id))
    return ofAudit(await this.audits.resume(id))
  }

  /** @param keep a training makes a model of what it learned so far */
  async cancel(id: string, keep: boolean): Promise<Job> {
    const { kind } = await this.#find(id)
    if (kind === 'training') return ofRun(await this.trainings.cancel(id, keep))
    if (kind === 'evidence') return ofEvidence(await this.evidences.cancel(id))
    return ofAudit(await this.audits.cancel(id))
  }

  async #all(): Promise<Job[]> {
    const [runs, entries, audits] = await Promise.all([
      this.trainings.list(false),
      this.evidences.list({ removed: false }),
      this.audits.list(false)
    ])
    return [...runs.map(ofRun), ...entries.map(ofEvidence), ...audits.map(ofAudit)]
  }

  async #find(id: string): Promise<Job> {
    const found = (await this.#all()).find((job) => job.id === id)
    if (!found) throw new LetheError('notFound', { kind: 'job', id })
    return found
  }
}

const rank = { running: 0, waiting: 1, paused: 2, finished: 3, stopped: 3, failed: 3, diverged: 3 }

/**
 * What runs, what waits, what is paused, what ended.
 * @param queued ids in the order in which they will begin; what waits for something else comes after them
 */
export function inOrder(jobs: readonly Job[], queued: readonly string[]): Job[] {
  const placeOf = ({ id }: Job): number => {
    const place = queued.indexOf(id)
    return place < 0 ? queued.length : place
  }
  return jobs.toSorted((a, b) => {
    if (rank[a.status] !== rank[b.status]) return rank[a.status] - rank[b.status]
    if (!isUnfinished(a)) return (b.endedAt ?? 0) - (a.endedAt ?? 0)
    return placeOf(a) - placeOf(b) || a.createdAt - b.createdAt
  })
}

const inBoth = (name: string): Job['about'] => ({ en: name, 'pt-BR': name })

function ofRun(run: Run): Job {
  const { id, name, datasetName, forgetting, step, steps } = run
  return {
    ...{ id, kind: 'training', name, about: inBoth(datasetName) },
    ...{ flagSetId: forgetting?.flagSetId ?? null, done: step, total: steps },
    ...standing(run),
    device: run.device
  }
}

function ofEvidence(entry: EvidenceEntry): Job {
  const { id, flagSetId, flagSetName, models, done, total } = entry
  return {
    ...{ id, kind: 'evidence', name: flagSetName, about: inBoth(models.unlearned.name) },
    ...{ flagSetId, done, total },
    ...standing(entry),
    device: null
  }
}

function ofAudit(audit: Audit): Job {
  const { id, modelName, suite, done, total, device } = audit
  const status = audit.status === 'cancelled' ? 'stopped' : audit.status
  return {
    ...{ id, kind: 'audit', name: modelName },
    about: suiteDescriptions.get(suite)?.title ?? inBoth(suite),
    ...{ flagSetId: null, done, total },
    ...standing({ ...audit, status }),
    device
  }
}

type Standing =
  ('status' | 'yielding' | 'waitingBehind' | 'secondsLeft' | 'error') | ('createdAt' | 'endedAt')

function standing(job: Pick<Job, Standing>): Pick<Job, Standing> {
  const { status, yielding, waitingBehind, secondsLeft, error, createdAt, endedAt } = job
  return { status, yielding, waitingBehind, secondsLeft, error, createdAt, endedAt }
}
