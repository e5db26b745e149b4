// One comparison on the screen, and its columns being written. Each is followed from its beginning,
// and again after a reload or a dropped line.
import type {
  ComparedAnswer,
  ComparisonEvent,
  ComparisonWithAnswers,
  Vote
} from '../../src-main/contract/compare'
import { rpc } from '../rpc/client'
import { connectionLost, failureOf, type Failure } from '../rpc/errors'
import { coalesce } from './coalesce'
import { line, onChange } from './news.svelte'

export type ColumnPhase =
  { type: 'starting' } | { type: 'writing' } | Exclude<ComparisonEvent, { type: 'text' | 'end' }>

export class LiveColumn {
  text = $state('')
  phase = $state.raw<ColumnPhase>({ type: 'starting' })
  stopping = $state(false)
}

export type ComparisonStart = Parameters<typeof rpc.compare.start>[0]

export async function startComparison(input: ComparisonStart): Promise<ComparisonWithAnswers> {
  return rpc.compare.start(input)
}

export class OpenComparison {
  comparison = $state.raw<ComparisonWithAnswers | null>(null)
  failure = $state<Failure | null>(null)
  /** Columns being written, by the answer's id. */
  live = $state.raw<ReadonlyMap<string, LiveColumn>>(new Map())
  /** Told of each column that ended here. */
  onEnd: ((answer: ComparedAnswer) => void) | null = null
  #closed = new AbortController()
  #stopListening: () => void

  constructor(
    readonly id: string,
    known?: ComparisonWithAnswers
  ) {
    this.#stopListening = onChange('comparisons', (changed) => {
      if (changed === null || changed === this.id) void this.load()
    })
    if (known) this.#take(known)
    else void this.load()
  }

  readonly load = coalesce(async () => {
    try {
      this.#take(await rpc.compare.get({ id: this.id }))
      this.failure = null
    } catch (error) {
      this.failure = failureOf(error)
    }
  })

  close(): void {
    this.#stopListening()
    this.#closed.abort()
  }

  async stop(answerId: string): Promise<void> {
    const live = this.live.get(answerId)
    if (live) live.stopping = true
    await rpc.compare.stop({ answerId })
  }
  async retry(answerId: string): Promise<void> {
    this.#take(await rpc.compare.retry({ answerId }))
  }
  async vote(vote: Vote): Promise<void> {
    this.#take(await rpc.compare.vote({ id: this.id, vote }))
  }

  #take(comparison: ComparisonWithAnswers): void {
    this.comparison = comparison
    for (const answer of comparison.answers) {
      if (answer.status === 'running' && !this.live.has(answer.id)) void this.#follow(answer.id)
    }
  }

  async #follow(answerId: string): Promise<void> {
    const live = new LiveColumn()
    this.live = new Map(this.live).set(answerId, live)
    try {
      for (;;) {
        try {
          await this.#readEvents(answerId, live)
          return
        } catch (error) {
          if (this.#closed.signal.aborted) return
          // The line came back by itself, or this answer cannot be followed at all.
          const failure = failureOf(error)
          if (failure.code !== connectionLost.code && line.state === 'open') {
            this.failure = failure
            return
          }
          await new Promise((done) => setTimeout(done, 500))
        }
      }
    } finally {
      const rest = new Map(this.live)
      rest.delete(answerId)
      this.live = rest
    }
  }

  async #readEvents(answerId: string, live: LiveColumn): Promise<void> {
    const events = await rpc.compare.follow({ answerId }, { signal: this.#closed.signal })
    for await (const event of events) {
      if (event.type === 'text') {
        live.text = live.text.slice(0, event.offset) + event.text
        if (live.text !== '') live.phase = { type: 'writing' }
      } else if (event.type !== 'end') {
        live.phase = event
      } else {
        const { comparison } = this
        if (comparison) {
          const put = (it: ComparedAnswer) => (it.id === answerId ? event.answer : it)
          this.comparison = { ...comparison, answers: comparison.answers.map(put) }
        }
        this.onEnd?.(event.answer)
        return
      }
    }
    throw new Error('The column ended without its last event.')
  }
}
