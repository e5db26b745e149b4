// A training followed on the command line: where it is and how long it takes, until it ends.
import { LetheError } from '../../base/errors'
import type { Run } from '../../contract/training'
import type { LetheClient } from './command'
import type { Output } from './output'

const askedEveryMs = 1000

/**
 * Until it no longer runs or waits. Aborting pauses it, tells how to go on, and throws `cancelled`.
 * Throws why it failed, diverged, or came to a halt by itself.
 */
export async function followRun(
  lethe: LetheClient,
  id: string,
  output: Output,
  signal: AbortSignal
): Promise<Run> {
  for (;;) {
    const run = await lethe.training.get({ run: id })
    if (run.status !== 'waiting' && run.status !== 'running') return ended(run)
    if (signal.aborted) {
      const paused = await lethe.training.pause({ id })
      output.note(
        `Paused after step ${paused.step} of ${paused.steps}; nothing is lost. ` +
          `It goes on with: lethe jobs resume ${id}`
      )
      throw new LetheError('cancelled')
    }
    output.progress(...progressOf(run))
    await waitOrAbort(askedEveryMs, signal)
  }
}

function ended(run: Run): Run {
  if (run.error) throw LetheError.from(run.error)
  return run
}

function progressOf(run: Run): [stage: string, detail: string] {
  if (run.status === 'waiting')
    return [run.waitingBehind === null ? 'starting' : `waiting behind ${run.waitingBehind}`, '']
  if (run.yielding) return ['holding still while an answer is written', '']
  if (run.phase === 'tokenizing') return ['learning a tokenizer', '']
  if (run.phase !== 'training') return [run.phase ?? 'starting', '']
  const loss = run.loss === null ? '' : `, loss ${run.loss.toFixed(3)}`
  const left = run.secondsLeft === null ? '' : `, about ${durationWords(run.secondsLeft)} left`
  return ['training', `step ${run.step} of ${run.steps}${loss}${left}`]
}

/** 75 -> "1 min 15 s" */
export function durationWords(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return `${minutes} min ${whole % 60} s`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** A while, or until it is aborted. */
export async function waitOrAbort(durationMs: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, durationMs)
    signal.addEventListener('abort', end)
  })
}
