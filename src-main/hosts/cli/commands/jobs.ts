// lethe jobs: what is not finished, and how it goes on.
import { z } from 'zod'
import { LetheError } from '../../../base/errors'
import type { Job } from '../../../contract/jobs'
import { isUnfinished } from '../../../contract/training'
import { parseValues, UsageError, type Command, type LetheClient } from '../command'
import { findNamed } from '../findNamed'
import { followJob, jobSummary, jobTable } from '../followJob'
import type { Output } from '../output'

const schema = z.object({ wait: z.boolean().default(false), drop: z.boolean().default(false) })
const verbs = ['list', 'pause', 'resume', 'cancel'] as const

export const jobsCommand: Command = {
  usage: 'jobs [pause [ID] | resume [ID] | cancel [ID]] [--wait] [--drop]',
  summary: 'Trainings, evidence and audits that wait, run or pause; go on with them, or end them',
  details: [
    'Without a word it lists them: what runs, then what waits in its order, then what is paused. ID is an',
    'id or a name; without one, all are meant.',
    '',
    '  pause    keep what there is and compute nothing any more',
    '  resume   go on where the last state is safe; one after the other. Where no window or `serve` has',
    '           the data folder open, this command stays until they have ended; Ctrl-C pauses. An audit',
    '           that failed or was cancelled goes on by its ID.',
    '  cancel   end them for good; what a training learned so far becomes a model, what was asked for',
    '           evidence is gone, what was scored for an audit is kept for the next one',
    '',
    '  --wait   with resume: stay until they have ended',
    '  --drop   with cancel: make no model'
  ].join('\n'),
  options: { wait: { type: 'boolean' }, drop: { type: 'boolean' } },
  async run({ positionals, values, client, output, signal }) {
    const { wait, drop } = parseValues(schema, values)
    const [verb = 'list', wanted, extra] = positionals
    if (!isVerb(verb)) throw new UsageError(`there is no "jobs ${verb}"`)
    if (extra !== undefined || (verb === 'list' && wanted !== undefined))
      throw new UsageError(`unexpected "${extra ?? wanted}"`)
    const lethe = await client()
    const { jobs: all } = await lethe.jobs.list({}, { signal })
    const meant = wanted === undefined ? all : [await named(lethe, verb, wanted, signal)]
    if (verb === 'list') return tell(lethe, output, meant)
    if (verb === 'cancel' || verb === 'pause') {
      const done: Job[] = []
      // From the end: what waits does not begin when what runs is over.
      for (const { id } of meant.toReversed())
        done.unshift(
          verb === 'pause'
            ? await lethe.jobs.pause({ id })
            : await lethe.jobs.cancel({ id, keep: !drop })
        )
      return tell(lethe, output, done)
    }
    // What ran before is paused since, and comes before what waited behind it.
    const inTurn = meant.toSorted((a, b) => a.createdAt - b.createdAt)
    for (const { id } of inTurn) await lethe.jobs.resume({ id }, { signal })
    // Work of this process ends with it.
    const { host } = await lethe.system.info(undefined, { signal })
    if (wait || host === 'cli') await followAll(lethe, inTurn, output, signal)
    return tell(lethe, output, await again(lethe, inTurn))
  }
}

/** One after the other, in their order; the first failure is told once all have ended. */
async function followAll(
  lethe: LetheClient,
  jobs: readonly Job[],
  output: Output,
  signal: AbortSignal
): Promise<void> {
  let failure: unknown = null
  for (const job of jobs) {
    try {
      await followJob(lethe, job, output, signal)
    } catch (error) {
      failure ??= error
      if (signal.aborted) await pauseAll(lethe, jobs)
      if (signal.aborted) break
    }
  }
  if (failure instanceof LetheError) throw failure
}

async function pauseAll(lethe: LetheClient, jobs: readonly Job[]): Promise<void> {
  for (const { id, status } of await again(lethe, jobs))
    if (status === 'waiting' || status === 'running') await lethe.jobs.pause({ id })
}

/** One that has ended is refused with its status, one that was never there with the nearest name. */
async function named(
  lethe: LetheClient,
  verb: (typeof verbs)[number],
  wanted: string,
  signal: AbortSignal
): Promise<Job> {
  const { jobs } = await lethe.jobs.list({ endedSince: 0 }, { signal }) // what has not ended comes first
  const found = findNamed(jobs, 'job', wanted)
  const { name, kind, status } = found
  const goesOn = verb === 'resume' && kind === 'audit' && status !== 'finished'
  if (isUnfinished(found) || goesOn) return found
  throw new LetheError('jobStatusRefused', { job: name, status })
}

async function again(lethe: LetheClient, jobs: readonly Job[]): Promise<Job[]> {
  const { jobs: all } = await lethe.jobs.list({ endedSince: 0 })
  return jobs.flatMap(({ id }) => all.filter((it) => it.id === id))
}

async function tell(lethe: LetheClient, output: Output, jobs: readonly Job[]): Promise<void> {
  const summaries = await Promise.all(jobs.map((job) => jobSummary(lethe, job)))
  output.result({ jobs: summaries }, jobTable(jobs))
}

const isVerb = (word: string): word is (typeof verbs)[number] =>
  (verbs as readonly string[]).includes(word)
