// Long work followed on the command line until it ends, whatever it is; and what is printed of it.
import type { Job } from '../../contract/jobs'
import type { LetheClient } from './command'
import { followAudit } from './followAudit'
import { followEvidence } from './followEvidence'
import { followRun } from './followRun'
import { table, type Output } from './output'
import { runSummary } from './commands/train'

/** Aborting pauses it, tells how to go on, and throws `cancelled`. Throws why it failed or came to a halt. */
export async function followJob(
  lethe: LetheClient,
  { id, kind }: Job,
  output: Output,
  signal: AbortSignal
): Promise<void> {
  if (kind === 'training') await followRun(lethe, id, output, signal)
  else if (kind === 'evidence')
    await followEvidence(lethe, id, { output, signal, command: `lethe jobs resume ${id}` })
  else await followAudit(lethe, { id }, output, signal)
}

/** What the command line prints of it: of a training, all that it prints of trainings. */
export async function jobSummary(lethe: LetheClient, job: Job) {
  const { id, kind, name, about, status, done, total, secondsLeft, waitingBehind, error } = job
  const run = kind === 'training' ? runSummary(await lethe.training.get({ run: id })) : {}
  return {
    ...{ ...run, id, kind, name, about: about.en, status, done, total },
    ...{ secondsLeft, waitingBehind, error }
  }
}

const units = { training: 'steps', evidence: 'questions', audit: 'texts' } as const

export function jobTable(jobs: readonly Job[]): string {
  return table(
    ['kind', 'name', 'about', 'status', 'done', 'id'],
    jobs.map(({ id, kind, name, about, status, done, total }) => [
      ...[kind, name, about.en, status],
      ...[total === 0 ? '' : `${done} of ${total} ${units[kind]}`, id]
    ])
  )
}
