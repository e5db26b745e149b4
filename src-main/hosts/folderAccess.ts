// One process owns a data folder; the others speak to it. This finds out which of the two we are.
import { setTimeout as sleep } from 'node:timers/promises'
import { LetheError } from '../base/errors'
import { readOwnerAddress, takeOwnership, type OwnerAddress, type Ownership } from '../store/owner'

export type FolderAccess =
  { type: 'owner'; ownership: Ownership } | { type: 'client'; address: OwnerAddress }

const pollMs = 200
const answerWithinMs = 5000

/**
 * Takes the data folder, or finds its owner. A command that owns the folder for a moment publishes no
 * address: its end is waited for (`onWaiting` is called once). Throws `ownerUnreachable` when an owner
 * with an address does not answer, `cancelled` when the signal comes first.
 */
export async function accessFolder(
  dataFolder: string,
  signal: AbortSignal,
  onWaiting: () => void
): Promise<FolderAccess> {
  let waitedMs = 0
  let unansweredMs = 0
  for (;;) {
    const ownership = takeOwnership(dataFolder)
    if (ownership) return { type: 'owner', ownership }
    const address = readOwnerAddress(dataFolder)
    const askedAt = performance.now()
    if (address && (await answers(address))) return { type: 'client', address }
    unansweredMs = address ? unansweredMs + (performance.now() - askedAt) + pollMs : 0
    if (unansweredMs > answerWithinMs) throw new LetheError('ownerUnreachable', { dataFolder })
    waitedMs += pollMs
    if (waitedMs === 5 * pollMs) onWaiting()
    await sleep(pollMs, undefined, { signal }).catch(() => {
      throw new LetheError('cancelled')
    })
  }
}

/** The owner's web address without its token. */
export function ownerOrigin(address: OwnerAddress): string {
  return new URL(address.url).origin
}

async function answers(address: OwnerAddress): Promise<boolean> {
  try {
    const answer = await fetch(ownerOrigin(address), {
      headers: { authorization: `Bearer ${address.token}` },
      redirect: 'manual',
      signal: AbortSignal.timeout(answerWithinMs)
    })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    return false
  }
}
