// How far the first rounding of a model's weights is, in words.
import { say, show } from '../messages/current.svelte'

interface Rounding {
  done: number
  total: number
  secondsLeft: number | null
}

export function roundingWords({ done, total, secondsLeft }: Rounding): string {
  const [ready, all] = [show.bytes(done), show.bytes(total)]
  return secondsLeft === null
    ? say.chat.rounding(ready, all)
    : say.chat.roundingLeft(ready, all, show.seconds(Math.max(1, secondsLeft)))
}
