// An audit followed on the command line until it ends.
import { LetheError } from '../../base/errors'
import type { Audit } from '../../contract/bias'
import type { LetheClient } from './command'
import { durationWords, waitOrAbort } from './followRun'
import type { Output } from './output'

const askedEveryMs = 200

/** Aborting pauses it, tells how to go on, and throws `cancelled`. Throws why it failed. */
export async function followAudit(
  lethe: LetheClient,
  { id }: Pick<Audit, 'id'>,
  output: Output,
  signal: AbortSignal
): Promise<Audit> {
  for (;;) {
    const { result: _result, curated: _curated, ...audit } = await lethe.bias.get({ id })
    const { status, error } = audit
    if (error) throw LetheError.from(error)
    if (status !== 'waiting' && status !== 'running') {
      if (status !== 'finished') throw new LetheError('cancelled')
      return audit
    }
    if (signal.aborted) {
      await lethe.bias.pause({ id })
      output.note(`Paused; what was scored is kept. It goes on with: lethe jobs resume ${id}`)
      throw new LetheError('cancelled')
    }
    output.progress(...progressOf(audit))
    await waitOrAbort(askedEveryMs, signal)
  }
}

function progressOf(audit: Audit): [stage: string, detail: string] {
  const { status, waitingBehind, yielding, modelName, done, total, secondsLeft } = audit
  if (status === 'waiting')
    return [waitingBehind === null ? 'starting' : `waiting behind ${waitingBehind}`, '']
  if (yielding) return ['holding still while an answer is written', '']
  const left = secondsLeft === null ? '' : `, about ${durationWords(secondsLeft)} left`
  return [`asking ${modelName}`, total === 0 ? '' : `${done} of ${total} texts${left}`]
}
