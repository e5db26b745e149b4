// lethe jobs: what is not finished, and how it goes on.
import { z } from 'zod'
import { LetheError } from '../../../base/errors'
import type { Run } from '../../../contract/training'
import { parseValues, UsageError, type Command, type LetheClient } from '../command'
import { findNamed } from '../findNamed'
import { followRun } from '../followRun'
import type { Output } from '../output'
import { runTable } from './runs'
import { runSummary } from './train'

const schema = z.object({ wait: z.boolean().default(false), drop: z.boolean().default(false) })
const verbs = ['list', 'resume', 'cancel'] as const

export const jobsCommand: Command = {
  usage: 'jobs [resume [ID] | cancel [ID]] [--wait] [--drop]',
  summary: 'Trainings that wait, run or pause; go on with them, or end them',
  details: [
    'Without a word it lists them. ID is an id or a name; without one, all are meant.',
    '',
    '  resume   go on where the last state is safe; one after the other. Where no window or `serve` has',
    '           the data folder open, this command stays until they have ended; Ctrl-C pauses.',
    '  cancel   end them for good; what was learned so far becomes a model',
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
    const all = await unfinished(lethe, signal)
    const meant = wanted === undefined ? all : [await named(lethe, all, wanted, signal)]
    if (verb === 'list') return tell(output, meant)
    if (verb === 'cancel') {
      const ended: Run[] = []
      for (const { id } of meant) ended.push(await lethe.training.cancel({ id, keep: !drop }))
      return tell(output, ended)
    }
    for (const { id } of meant) await lethe.training.resume({ id }, { signal })
    // Trainings of this process end with it.
    const { host } = await lethe.system.info(undefined, { signal })
    const stays = wait || host === 'cli'
    tell(output, stays ? await followAll(lethe, meant, output, signal) : await again(lethe, meant))
  }
}

/** One after the other, in their order; the first failure is told once all have ended. */
async function followAll(
  lethe: LetheClient,
  runs: readonly Run[],
  output: Output,
  signal: AbortSignal
): Promise<Run[]> {
  const ended: Run[] = []
  let failure: unknown = null
  for (const { id } of runs) {
    try {
      ended.push(await followRun(lethe, id, output, signal))
    } catch (error) {
      failure ??= error
      if (signal.aborted) await pauseAll(lethe, runs)
      if (signal.aborted) break
    }
  }
  if (failure instanceof LetheError) throw failure
  return ended
}

async function pauseAll(lethe: LetheClient, runs: readonly Run[]): Promise<void> {
  for (const { id } of await again(lethe, runs)) {
    const { status } = await lethe.training.get({ run: id })
    if (status === 'waiting' || status === 'running') await lethe.training.pause({ id })
  }
}

async function unfinished(lethe: LetheClient, signal: AbortSignal): Promise<Run[]> {
  const { runs } = await lethe.training.list({}, { signal })
  return runs
    .filter(({ status }) => status === 'waiting' || status === 'running' || status === 'paused')
    .reverse()
}

/** One that has ended is refused with its status, one that was never there with the nearest name. */
async function named(
  lethe: LetheClient,
  all: readonly Run[],
  wanted: string,
  signal: AbortSignal
): Promise<Run> {
  const { runs } = await lethe.training.list({}, { signal })
  const found = findNamed([...all, ...runs], 'run', wanted)
  if (all.includes(found)) return found
  throw new LetheError('runStatusRefused', { run: found.name, status: found.status })
}

function again(lethe: LetheClient, runs: readonly Run[]): Promise<Run[]> {
  return Promise.all(runs.map(({ id }) => lethe.training.get({ run: id })))
}

function tell(output: Output, runs: readonly Run[]): void {
  output.result({ jobs: runs.map(runSummary) }, runTable(runs))
}

const isVerb = (word: string): word is (typeof verbs)[number] =>
  (verbs as readonly string[]).includes(word)
