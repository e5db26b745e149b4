// What is said of a piece of long work: what it is, how far it is, what holds it up.
import type { Job } from '../../../src-main/contract/jobs'
import { language, say, show } from '../../messages/current.svelte'

export const jobName = ({ kind, name }: Job): string => say.jobs.named[kind](name)

/** "Learns the residents" */
export function jobAbout({ kind, about }: Job): string {
  return say.jobs.about[kind](about[language.code])
}

/** "Step 412 of 600"; empty while it is not known. */
export function jobDone({ kind, done, total }: Job): string {
  if (total === 0) return ''
  const words = {
    training: say.training.stepOf,
    evidence: say.evidence.progress.questions,
    audit: say.jobs.texts
  }
  return words[kind](show.count(done), show.count(total))
}

/** "about 50 s left", or why nothing goes on. */
export function jobPace(job: Job): string {
  const { status, waitingBehind, total, yielding, secondsLeft } = job
  if (status === 'paused') return say.jobs.paused
  if (status === 'waiting')
    return waitingBehind === null
      ? say.evidence.progress.waits
      : say.training.run.waitsBehind(waitingBehind)
  if (status !== 'running') return say.training.status[status]
  if (yielding) return say.training.run.yielding
  if (total === 0) return say.jobs.begins
  if (secondsLeft === null) return say.training.counting
  return say.training.left(show.seconds(secondsLeft))
}

/** Both, as a screen reader hears the bar. */
export function jobProgress(job: Job): string {
  return [jobDone(job), jobPace(job)].filter(Boolean).join(', ')
}
