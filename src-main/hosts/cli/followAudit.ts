// An audit followed on the command line until it ends.
import { LetheError } from '../../base/errors'
import type { Audit } from '../../contract/bias'
import type { LetheClient } from './command'
import { waitOrAbort } from './followRun'
import type { Output } from './output'

const askedEveryMs = 200

/** Aborting pauses it and throws `cancelled`. Throws why it failed. */
export async function followAudit(
  lethe: LetheClient,
  { id }: Audit,
  output: Output,
  signal: AbortSignal
): Promise<Audit> {
  for (;;) {
    const { result: _result, curated: _curated, ...audit } = await lethe.bias.get({ id })
    const { status, error, modelName, done, total } = audit
    if (error) throw LetheError.from(error)
    if (status !== 'waiting' && status !== 'running') {
      if (status !== 'finished') throw new LetheError('cancelled')
      return audit
    }
    if (signal.aborted) {
      await lethe.bias.pause({ id })
      output.note('Paused; what was scored is kept. The same command goes on.')
      throw new LetheError('cancelled')
    }
    output.progress(`asking ${modelName}`, total === 0 ? '' : `${done} of ${total} texts`)
    await waitOrAbort(askedEveryMs, signal)
  }
}
