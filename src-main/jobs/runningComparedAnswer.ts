// One column while it is written. It keeps to the chat's rule: text goes to the database first and
// only then to whoever follows.
import type { ComparisonEvent } from '../contract/compare'
import type { StoredAnswer, StoredComparison } from '../store/comparisons'
import type { Contestant, ContestantEvent } from './contestants'
import { collectMs } from './runningAnswer'
import { withTimeLeft } from './timeLeft'
import { Wakeup } from './wakeup'

type Phase = Exclude<ComparisonEvent, { type: 'text' | 'end' }>

export class RunningComparedAnswer {
  readonly id: string
  /** Aborted when the answer shall stop. */
  readonly stop = new AbortController()
  /** Resolves once its end is stored. */
  readonly ended: Promise<StoredAnswer>
  begun = false
  readonly #wakeup = new Wakeup()
  #setEnded: (answer: StoredAnswer) => void = () => {}
  #shown = ''
  #waiting = ''
  #writing: Promise<void> | null = null
  #failed: unknown = null
  #phase: Phase | null = null
  readonly #timeRounding = withTimeLeft()
  #isOver = false

  /** @param write puts text behind what the database holds of this answer */
  constructor(
    readonly comparison: StoredComparison,
    readonly answer: StoredAnswer,
    readonly contestant: Contestant,
    private readonly write: (text: string) => Promise<void>
  ) {
    this.id = answer.id
    this.ended = new Promise((resolve) => (this.#setEnded = resolve))
  }

  /** What the database holds and followers may see. */
  get text(): string {
    return this.#shown
  }

  /** Its turn comes after the models named; none: it is its turn. */
  wait(behind: string[]): void {
    this.#phase = { type: 'waiting', behind }
    this.#wakeup.notify()
  }

  /** Takes what is told while the answer is written. A write that fails stops the answer; `drain` throws its error. */
  take(event: ContestantEvent): void {
    if (event.type === 'text') {
      this.#phase = null
      this.#waiting += event.text
      this.#writing ??= this.#writeSoon()
    } else if (event.type === 'loading') {
      const { name: modelName, model } = this.contestant
      this.#phase = { type: 'loading', modelName, sizeBytes: model?.sizeBytes ?? 0 }
      this.#wakeup.notify()
    } else if (event.type === 'rounding') {
      this.#phase = this.#timeRounding(event)
      this.#wakeup.notify()
    } else if (event.type === 'reading' || event.type === 'asking') {
      this.#phase = event
      this.#wakeup.notify()
    }
  }

  /** Writes what is still waiting. */
  async drain(): Promise<void> {
    while (this.#writing) await this.#writing
    if (this.#waiting !== '' && !this.#failed) await this.#flush('')
    if (this.#failed) throw this.#failed
  }

  finish(answer: StoredAnswer): void {
    this.#isOver = true
    this.#setEnded(answer)
    this.#wakeup.notify()
  }

  /** All so far, then what comes, until it has ended; the end itself is told by who holds it. */
  async *follow(signal?: AbortSignal): AsyncGenerator<ComparisonEvent> {
    let offset = this.#shown.length
    let phase: Phase | null = null
    yield { type: 'text', offset: 0, text: this.#shown }
    while (!signal?.aborted) {
      if (this.#phase !== phase) {
        phase = this.#phase
        if (phase) yield phase
      } else if (this.#shown.length > offset) {
        const from = offset
        offset = this.#shown.length
        yield { type: 'text', offset: from, text: this.#shown.slice(from) }
      } else if (this.#isOver) {
        return
      } else {
        await this.#wakeup.wait(signal)
      }
    }
  }

  async #writeSoon(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, collectMs))
    // Half of a surrogate pair cannot be stored: it waits for its other half.
    const half = /[\uD800-\uDBFF]$/.exec(this.#waiting)?.[0] ?? ''
    await this.#flush(half)
    this.#writing = null
    if (this.#waiting.length > half.length && !this.#failed) this.#writing = this.#writeSoon()
  }

  async #flush(rest: string): Promise<void> {
    const text = this.#waiting.slice(0, this.#waiting.length - rest.length)
    this.#waiting = rest
    if (text === '' || this.#failed) return
    try {
      await this.write(text)
      this.#shown += text
      this.#wakeup.notify()
    } catch (error) {
      this.#failed = error
      this.stop.abort()
    }
  }
}
