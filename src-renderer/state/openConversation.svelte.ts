// One conversation on the screen, and the answers being written in it. Running answers are followed
// from their beginning, and again after a reload or a dropped line.
import type {
  AnswerToken,
  Conversation,
  Message,
  RoundingEvent,
  Sampling
} from '../../src-main/contract/chat'
import { rpc } from '../rpc/client'
import { connectionLost, failureOf, type Failure } from '../rpc/errors'
import { coalesce } from './coalesce'
import { leafBelow, pathTo, versionsOf } from './messageTree'
import { line, onChange } from './news.svelte'

export function createConversation(modelId: string | null): Promise<Conversation> {
  return rpc.chat.create({ modelId })
}

/** The tokens of an ended answer; empty for one written before they were kept. */
export async function readAnswerTokens(messageId: string): Promise<AnswerToken[]> {
  return (await rpc.chat.words({ messageId })).tokens
}

/** How fast models opened here so far, for saying how long the next one takes. */
export const openingSpeed = $state<{ bytesPerMs: number | null }>({ bytesPerMs: null })

export type AnswerPhase =
  | { type: 'starting' }
  | { type: 'loading'; modelName: string; sizeBytes: number; sinceMs: number }
  | RoundingEvent
  | { type: 'reading'; done: number; total: number; secondsLeft: number | null }
  | { type: 'writing' }

export class LiveAnswer {
  text = $state('')
  phase = $state.raw<AnswerPhase>({ type: 'starting' })
  stopping = $state(false)
  readingSince = 0
}

export class OpenConversation {
  readonly id: string
  conversation = $state.raw<Conversation | null>(null)
  messages = $state.raw<Message[]>([])
  failure = $state<Failure | null>(null)
  /** Answers being written, by id. */
  live = $state.raw<ReadonlyMap<string, LiveAnswer>>(new Map())
  /** Told of each answer that ended here. */
  onEnd: ((message: Message) => void) | null = null

  readonly path = $derived(pathTo(this.messages, this.conversation?.activeLeafId ?? null))
  readonly running = $derived(this.path.find((message) => this.live.has(message.id)) ?? null)
  /** The question that the model's view of this branch begins with, or the answer it begins after; null: it reads all. */
  readonly viewStart = $derived(this.path.findLast(({ startsView }) => startsView)?.id ?? null)
  #closed = new AbortController()
  #stopListening: () => void
  #release: (() => void) | null = null

  /**
   * `known`: just made, so there is nothing to read. What is derived in it belongs to no component and
   * lives until close().
   */
  static open(id: string, known?: Conversation): OpenConversation {
    let made: OpenConversation | undefined
    const release = $effect.root(() => {
      made = new OpenConversation(id, known)
    })
    if (!made) throw new Error('An effect root runs at once.')
    made.#release = release
    return made
  }

  private constructor(id: string, known?: Conversation) {
    this.id = id
    if (known) this.conversation = known
    this.#stopListening = onChange('conversations', (changed) => {
      if (changed === null || changed === this.id) void this.load()
    })
    if (!known) void this.load()
  }

  readonly load = coalesce(async () => {
    try {
      const { conversation, messages } = await rpc.chat.get({ id: this.id })
      this.#take(conversation, messages)
      this.failure = null
    } catch (error) {
      this.failure = failureOf(error)
    }
  })

  close(): void {
    this.#stopListening()
    this.#closed.abort()
    this.#release?.()
  }

  async send(text: string): Promise<void> {
    const sent = await rpc.chat.send({ conversationId: this.id, text })
    this.#take(sent.conversation, [...this.messages, sent.question, sent.answer])
  }

  async regenerate(answerId: string): Promise<void> {
    const sent = await rpc.chat.regenerate({ answerId })
    this.#take(sent.conversation, [...this.messages, sent.answer])
  }

  /** A new answer beside this one, the same before its token `index`, which becomes `tokenId`. */
  async continueFrom(answerId: string, index: number, tokenId: number): Promise<void> {
    const sent = await rpc.chat.continueFrom({ answerId, index, tokenId })
    this.#take(sent.conversation, [...this.messages, sent.answer])
  }

  /** The same answer goes on. */
  async continue(answerId: string): Promise<void> {
    const sent = await rpc.chat.continue({ answerId })
    this.#take(sent.conversation, [...this.messages, sent.answer])
  }

  /** The question in other words, beside the earlier one. */
  async edit(questionId: string, text: string): Promise<void> {
    const sent = await rpc.chat.edit({ questionId, text })
    this.#take(sent.conversation, [...this.messages, sent.question, sent.answer])
  }

  async stop(): Promise<void> {
    const answer = this.running
    if (!answer) return
    const live = this.live.get(answer.id)
    if (live) live.stopping = true
    await rpc.chat.stop({ answerId: answer.id })
  }

  async update(changes: {
    modelId?: string
    systemPrompt?: string
    sampling?: Partial<Sampling>
    title?: string
  }): Promise<void> {
    this.conversation = await rpc.chat.update({ id: this.id, ...changes })
  }

  /** Makes `id` the last message in view. A question that comes next stands beside it, if it is one. */
  async endAt(id: string): Promise<void> {
    this.conversation = await rpc.chat.update({ id: this.id, activeLeafId: id })
  }

  /** null: at the beginning. */
  async startView(messageId: string | null): Promise<void> {
    const { conversation, messages } = await rpc.chat.startView({ id: this.id, messageId })
    this.#take(conversation, messages)
  }

  versions(message: Message): Message[] {
    return versionsOf(this.messages, message)
  }

  async showVersion(id: string): Promise<void> {
    const activeLeafId = leafBelow(this.messages, id)
    this.conversation = await rpc.chat.update({ id: this.id, activeLeafId })
  }

  #take(conversation: Conversation, messages: Message[]): void {
    this.conversation = conversation
    const byId = new Map(messages.map((message) => [message.id, message]))
    this.messages = [...byId.values()]
    for (const message of this.messages) {
      if (message.status === 'running' && !this.live.has(message.id)) void this.#follow(message)
    }
  }

  async #follow({ id: answerId, text }: Message): Promise<void> {
    const live = new LiveAnswer()
    live.text = text
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
          await lineOpen(this.#closed.signal)
        }
      }
    } finally {
      const rest = new Map(this.live)
      rest.delete(answerId)
      this.live = rest
    }
  }

  async #readEvents(answerId: string, live: LiveAnswer): Promise<void> {
    const events = await rpc.chat.follow({ answerId }, { signal: this.#closed.signal })
    for await (const event of events) {
      // Opening before rounding is only the look that finds nothing rounded yet.
      if (event.type !== 'loading' && event.type !== 'rounding') noteOpening(live.phase)
      if (event.type === 'text') {
        live.text = live.text.slice(0, event.offset) + event.text
        if (live.text !== '') live.phase = { type: 'writing' }
      } else if (event.type === 'loading') {
        live.phase = { ...event, sinceMs: performance.now() }
      } else if (event.type === 'rounding') {
        live.phase = event
      } else if (event.type === 'reading') {
        live.phase = readingPhase(live, event.done, event.total)
      } else {
        this.messages = this.messages.map((it) => (it.id === answerId ? event.message : it))
        this.onEnd?.(event.message)
        return
      }
    }
    throw new Error('The answer ended without its last event.')
  }
}

function noteOpening(phase: AnswerPhase): void {
  if (phase.type !== 'loading') return
  const tookMs = performance.now() - phase.sinceMs
  if (tookMs > 200) openingSpeed.bytesPerMs = phase.sizeBytes / tookMs
}

function readingPhase(live: LiveAnswer, done: number, total: number): AnswerPhase {
  const now = performance.now()
  if (live.phase.type !== 'reading' || done === 0) live.readingSince = now
  const elapsedSeconds = (now - live.readingSince) / 1000
  const secondsLeft =
    done > 0 && elapsedSeconds > 1 ? (elapsedSeconds / done) * (total - done) : null
  return { type: 'reading', done, total, secondsLeft }
}

function lineOpen(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setInterval(() => {
      if (line.state !== 'open' && !signal.aborted) return
      clearInterval(timer)
      done()
    }, 250)
  })
}
