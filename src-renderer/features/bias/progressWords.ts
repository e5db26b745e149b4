// "412 of 1,560 texts, about 50 s left".
import type { Audit } from '../../../src-main/contract/bias'
import { say, show } from '../../messages/current.svelte'

export function auditProgress(audit: Audit): string {
  const { status, waitingBehind, yielding, done, total, secondsLeft } = audit
  const words = say.bias.progress
  if (status === 'waiting')
    return waitingBehind === null ? words.waits : words.waitsBehind(waitingBehind)
  if (status === 'running' && total === 0) return words.reading
  const texts = total === 0 ? '' : words.texts(show.count(done), show.count(total))
  if (status === 'paused') return texts === '' ? words.paused : `${words.paused} ${texts}`
  if (status !== 'running') return texts
  if (yielding) return `${texts}, ${words.yielding}`
  const left = secondsLeft === null ? words.counting : words.left(show.seconds(secondsLeft))
  return `${texts}, ${left}`
}
