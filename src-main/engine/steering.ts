// What is said to a request while it runs: hold still, go on, come to an end.
import type { Steer } from './protocol'

export class Steering {
  #held = false
  #isEnding = false
  #wake: () => void = () => {}

  get isHeld(): boolean {
    return this.#held && !this.#isEnding
  }

  /** What is there is to be kept and made use of; nothing more is computed. */
  get isEnding(): boolean {
    return this.#isEnding
  }

  apply(steer: Steer): void {
    if (steer === 'end') this.#isEnding = true
    else this.#held = steer === 'hold'
    this.#wake()
  }

  /** Lets messages in; then waits while it is held and nothing ends it. */
  async turn(signal: AbortSignal, onHeld: (held: boolean) => void): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    if (!this.isHeld || signal.aborted) return
    onHeld(true)
    const wake = (): void => this.#wake()
    signal.addEventListener('abort', wake)
    while (this.isHeld && !signal.aborted) {
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
    signal.removeEventListener('abort', wake)
    onHeld(false)
  }
}
