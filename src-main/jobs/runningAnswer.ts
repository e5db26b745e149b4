// One answer while it is written: its text goes to the database first and only then to whoever
// follows, so that nothing that was shown is lost when the app is killed.
import type { AnswerEvent, AnswerToken, Message } from '../contract/chat'
import type { JobEvent, ProducedToken } from '../engine/protocol'
import { withTimeLeft } from './timeLeft'
import { Wakeup } from './wakeup'

/** Text is collected for this long before it is written: many tokens, one write. */
export const collectMs = 40

type Phase = Extract<AnswerEvent, { type: 'loading' | 'rounding' | 'reading' }>

type WriteText = (text: string, tokens: AnswerToken[]) => Promise<void>

export class RunningAnswer {
  /** Aborted when the answer shall stop. */
  readonly stop = new AbortController()
  readonly #wakeup = new Wakeup()
  readonly #write: WriteText
  readonly #beginning: { modelName: string; sizeBytes: number }
  #shown: string
  #waiting = ''
  #waitingTokens: AnswerToken[] = []
  #writing: Promise<void> | null = null
  #failed: unknown = null
  #phase: Phase | null = null
  readonly #timeRounding = withTimeLeft()
  #end: Message | null = null

  /**
   * @param write puts text and its tokens behind what the database holds of this answer
   * @param begun what the database holds of it already
   */
  constructor(
    readonly id: string,
    readonly conversationId: string,
    model: { name: string; sizeBytes: number },
    write: WriteText,
    begun = ''
  ) {
    this.#beginning = { modelName: model.name, sizeBytes: model.sizeBytes }
    this.#write = write
    this.#shown = begun
  }

  /** What the database holds and followers may see. */
  get text(): string {
    return this.#shown
  }

  /** Takes what the engine tells. A write that fails stops the answer; `drain` throws its error. */
  take(event: JobEvent): void {
    if (event.type === 'text') {
      this.#phase = null
      const start = this.#shown.length + this.#waiting.length
      this.#waiting += event.text
      if (event.token) this.#waitingTokens.push(tokenAt(start, event.text, event.token))
      this.#writing ??= this.#writeSoon()
    } else if (event.type === 'loading') {
      this.#phase = { type: 'loading', ...this.#beginning }
      this.#wakeup.notify()
    } else if (event.type === 'rounding') {
      this.#phase = this.#timeRounding(event)
      this.#wakeup.notify()
    } else if (event.type === 'reading') {
      this.#phase = event
      this.#wakeup.notify()
    }
  }

  /** Writes what is still waiting. */
  async drain(): Promise<void> {
    while (this.#writing) await this.#writing
    if ((this.#waiting !== '' || this.#waitingTokens.length > 0) && !this.#failed)
      await this.#flush('')
    if (this.#failed) throw this.#failed
  }

  finish(message: Message): void {
    this.#end = message
    this.#wakeup.notify()
  }

  /** All so far, then what comes. A slow follower gets larger pieces, never fewer letters. */
  async *follow(signal?: AbortSignal): AsyncGenerator<AnswerEvent> {
    let offset = 0
    let phase: Phase | null = null
    yield { type: 'text', offset, text: this.#shown.slice(0, (offset = this.#shown.length)) }
    for (;;) {
      if (signal?.aborted) return
      if (this.#phase !== phase) {
        phase = this.#phase
        if (phase) yield phase
      } else if (this.#shown.length > offset) {
        const from = offset
        offset = this.#shown.length
        yield { type: 'text', offset: from, text: this.#shown.slice(from) }
      } else if (this.#end) {
        yield { type: 'end', message: this.#end }
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
    const reached = this.#shown.length + text.length
    const tokens = this.#waitingTokens.filter(({ end }) => end <= reached)
    if ((text === '' && tokens.length === 0) || this.#failed) return
    try {
      this.#waitingTokens = this.#waitingTokens.filter(({ end }) => end > reached)
      await this.#write(text, tokens)
      this.#shown += text
      this.#waiting = this.#waiting.slice(text.length)
      this.#wakeup.notify()
    } catch (error) {
      this.#failed = error
      this.stop.abort()
    }
  }
}

function tokenAt(start: number, text: string, token: ProducedToken): AnswerToken {
  const { id, logprob, alternatives } = token
  return {
    ...{ start, end: start + text.length, id, logprob },
    alternatives: alternatives.map(({ token: other, ...rest }) => ({ ...rest, text: other }))
  }
}
