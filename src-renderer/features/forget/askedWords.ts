// "asked for by Ana Souza, 12 Nov".
import type { FlagSet } from '../../../src-main/contract/forgetting'
import { say, show } from '../../messages/current.svelte'

export function askedWords({ requester, changedAt }: FlagSet): string {
  const when = show.day(changedAt)
  return requester === '' ? say.forget.flaggedOn(when) : say.forget.askedBy(requester, when)
}
