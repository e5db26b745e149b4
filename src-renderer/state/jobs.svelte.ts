// All long work as the database has it: trainings, evidence and audits, in the order in which they go on.
import type { Job } from '../../src-main/contract/jobs'
import { isUnfinished } from '../../src-main/contract/training'
import { rpc } from '../rpc/client'
import { coalesce } from './coalesce'
import { onChange } from './news.svelte'
import { StoredList } from './storedList.svelte'

/** News come with every step; more often than this nobody can read them. */
const gapMs = 300

class JobsState extends StoredList<Job> {
  protected readonly topic = 'runs'
  readonly #loadNow = coalesce(async () => {
    await this.load()
    await new Promise((done) => setTimeout(done, gapMs))
  })

  override start(): void {
    for (const topic of [this.topic, 'evidence', 'audits'] as const)
      onChange(topic, () => void this.#loadNow())
  }

  /** What is under way, and what ended today. */
  protected async ask(): Promise<Job[]> {
    return (await rpc.jobs.list({ endedSince: new Date().setHours(0, 0, 0, 0) })).jobs
  }

  get open(): Job[] {
    return this.list.filter(isUnfinished)
  }
  get ended(): Job[] {
    return this.list.filter((job) => !isUnfinished(job))
  }
  get running(): Job | undefined {
    return this.list.find(({ status }) => status === 'running')
  }

  pause({ id }: Job): Promise<Job> {
    return this.change(() => rpc.jobs.pause({ id }))
  }
  resume({ id }: Job): Promise<Job> {
    return this.change(() => rpc.jobs.resume({ id }))
  }
  /** Ends it for good; the best of a training so far becomes a model. */
  end({ id }: Job): Promise<Job> {
    return this.change(() => rpc.jobs.cancel({ id }))
  }
}

export const jobs = new JobsState()
