// "Step 412 of 600, about 50 s left".
import type { Run } from '../../../src-main/contract/training'
import { say, show } from '../../messages/current.svelte'

export function timeLeft({ status, secondsLeft }: Run): string {
  if (status !== 'running') return ''
  return secondsLeft === null ? say.training.counting : say.training.left(show.seconds(secondsLeft))
}

export function progressWords(run: Run): string {
  if (run.steps === 0) return run.phase === null ? '' : say.training.run.phase[run.phase]
  if (run.status === 'finished') return show.plural(run.steps, say.training.stepForms)
  const step = say.training.stepOf(show.count(run.step), show.count(run.steps))
  const left = timeLeft(run)
  return left === '' ? step : `${step}, ${left}`
}
