// Questions and the answers that models write to them, in the background, whoever is looking.
import { asLetheError, LetheError } from '../base/errors'
import { newId } from '../base/ids'
import type { Log } from '../base/log'
import type { AnswerEvent, AnswerStats, AnswerToken, Conversation, Message } from '../contract/chat'
import type { GenerateResult } from '../contract/inference'
import type { BegunAnswer } from '../engine/protocol'
import type { Store } from '../store/client'
import type { StoredModel } from '../store/models'
import type { AnswerEnd } from '../store/messages'
import type { Changes } from './changes'
import type { Conversations } from './conversations'
import type { Inference } from './inference'
import type { ModelLibrary } from './library'
import { branchTo, viewOf } from './messageTree'
import { chatPrompt, checkTextSize } from './prompt'
import { RunningAnswer } from './runningAnswer'

export interface Sent {
  conversation: Conversation
  question: Message
  answer: Message
}

/** What an answer begins with: its text, that text's tokens, and the token that must come next. */
interface Beginning {
  text: string
  tokens: AnswerToken[]
  next: number | null
}

const nothing: Beginning = { text: '', tokens: [], next: null }

/** Ends after which an answer can go on. */
const resumable: readonly (Message['status'] & string)[] = [
  'stopped',
  'length',
  'contextFull',
  'failed'
]

const titleChars = 60

export class Answers {
  /** By conversation: one answer at a time in each. */
  readonly #running = new Map<string, RunningAnswer>()
  readonly #tasks = new Set<Promise<void>>()
  #closed = false

  constructor(
    private readonly store: Store,
    private readonly library: ModelLibrary,
    private readonly conversations: Conversations,
    private readonly inference: Inference,
    private readonly changes: Changes,
    private readonly log: Log
  ) {}

  /** Throws `notFound`, `modelNotFound`, `engineBusy`, `promptTooLarge`; then nothing was stored. */
  async send(conversationId: string, text: string): Promise<Sent> {
    checkTextSize(text)
    if (text.trim() === '') throw new LetheError('promptEmpty')
    const { conversation, messages } = await this.#open(conversationId)
    const leaf = messages.find(({ id }) => id === conversation.activeLeafId)
    // Beside a question that the branch ends in, not below it.
    const parentId = (leaf?.role === 'user' ? leaf.parentId : leaf?.id) ?? null
    return this.#askNew(conversation, messages, {
      parentId,
      text,
      startsView: leaf?.role === 'user' && leaf.startsView
    })
  }

  /** The question `questionId` in other words, beside it. Throws as `send` does. */
  async edit(questionId: string, text: string): Promise<Sent> {
    checkTextSize(text)
    if (text.trim() === '') throw new LetheError('promptEmpty')
    const earlier = await this.store.read.messages.get(questionId)
    if (earlier?.role !== 'user') {
      throw new LetheError('notFound', { kind: 'message', id: questionId })
    }
    const { conversation, messages } = await this.#open(earlier.conversationId)
    const { parentId, startsView } = earlier
    return this.#askNew(conversation, messages, { parentId, text, startsView })
  }

  /** Throws as `send` does. */
  async regenerate(answerId: string): Promise<Sent> {
    const { conversation, messages, question } = await this.#answered(answerId)
    const model = await this.#modelOf(conversation)
    return this.#ask(conversation, messages, question, null, model)
  }

  /** The tokens of an answer, those of a running one as far as they are stored. */
  tokens(answerId: string): Promise<AnswerToken[]> {
    return this.store.read.answerTokens.ofMessage(answerId)
  }

  /**
   * A new answer beside `answerId`, by the same model: the same tokens before `index`, then `tokenId`,
   * then what the model makes of it. Throws as `send` does.
   */
  async continueFrom(answerId: string, index: number, tokenId: number): Promise<Sent> {
    const { conversation, messages, question, answer } = await this.#answered(answerId)
    const tokens = await this.tokens(answerId)
    const at = tokens[index]
    if (!at?.alternatives.some(({ id }) => id === tokenId)) {
      throw new LetheError('notFound', { kind: 'word', id: `${answerId} ${index}` })
    }
    const model = await this.library.find(answer.modelId ?? '')
    return this.#ask(conversation, messages, question, null, model, {
      text: answer.text.slice(0, at.start),
      tokens: tokens.slice(0, index),
      next: tokenId
    })
  }

  /** The answer goes on, with the seed it had. Throws as `send` does; then it stays as it is. */
  async continue(answerId: string): Promise<Sent> {
    const { conversation, messages, question, answer } = await this.#answered(answerId)
    if (answer.status === null || !resumable.includes(answer.status)) {
      throw new LetheError('notFound', { kind: 'answer', id: answerId })
    }
    const tokens = await this.tokens(answerId)
    const model = await this.library.find(answer.modelId ?? '')
    const running = this.#claim(answer, model)
    const sampling = conversation.sampling
    const seed = answer.stats?.seed ?? sampling.seed
    const resumed = await this.#unlessRefused(running, () =>
      this.store.write.messages.resume({ id: answerId, updatedAt: Date.now() })
    )
    const shown = { ...conversation, activeLeafId: answerId, sampling: { ...sampling, seed } }
    const begun = { text: answer.text, tokens, next: null }
    this.#begin(running, shown, model, branchTo(messages, question.id), resumed, begun)
    const after = await this.conversations.get(conversation.id)
    return { conversation: after.conversation, question, answer: resumed }
  }

  /** False when the answer was not running. Returns once its end is stored. */
  async stop(answerId: string): Promise<boolean> {
    const running = this.#find(answerId)
    if (!running) return false
    running.stop.abort()
    for await (const event of running.follow()) if (event.type === 'end') break
    return true
  }

  /** Throws `notFound`. */
  async *follow(answerId: string, signal?: AbortSignal): AsyncGenerator<AnswerEvent> {
    const running = this.#find(answerId)
    if (running) {
      yield* running.follow(signal)
      return
    }
    const message = await this.store.read.messages.get(answerId)
    if (message?.role !== 'assistant') {
      throw new LetheError('notFound', { kind: 'answer', id: answerId })
    }
    yield { type: 'text', offset: 0, text: message.text }
    yield { type: 'end', message }
  }

  /** Stops all answers, keeps their text and waits until it is stored. */
  async close(): Promise<void> {
    this.#closed = true
    for (const running of this.#running.values()) running.stop.abort()
    await Promise.all([...this.#tasks])
  }

  #find(answerId: string): RunningAnswer | undefined {
    return [...this.#running.values()].find(({ id }) => id === answerId)
  }

  async #open(id: string): Promise<{ conversation: Conversation; messages: Message[] }> {
    const found = await this.conversations.get(id)
    if (found.conversation.removedAt === null) return found
    throw new LetheError('notFound', { kind: 'conversation', id })
  }

  /** An answer that is not being written, with what stands around it. */
  async #answered(answerId: string) {
    const answer = await this.store.read.messages.get(answerId)
    if (answer?.role !== 'assistant') {
      throw new LetheError('notFound', { kind: 'answer', id: answerId })
    }
    const { conversation, messages } = await this.#open(answer.conversationId)
    const question = messages.find(({ id }) => id === answer.parentId)
    if (!question) throw new LetheError('notFound', { kind: 'message', id: answer.parentId ?? '' })
    return { conversation, messages, question, answer }
  }

  async #modelOf(conversation: Conversation): Promise<StoredModel> {
    const modelId = conversation.modelId ?? (await this.conversations.usualModel())
    return this.library.find(modelId ?? '')
  }

  async #askNew(
    conversation: Conversation,
    messages: Message[],
    asked: Pick<Message, 'parentId' | 'text' | 'startsView'>
  ): Promise<Sent> {
    const question: Message = {
      ...asked,
      id: newId(),
      conversationId: conversation.id,
      role: 'user',
      modelId: null,
      modelName: null,
      status: null,
      stats: null,
      error: null,
      createdAt: Date.now()
    }
    const model = await this.#modelOf(conversation)
    return this.#ask(conversation, [...messages, question], question, question, model)
  }

  async #ask(
    conversation: Conversation,
    messages: Message[],
    question: Message,
    newQuestion: Message | null,
    model: StoredModel,
    begun: Beginning = nothing
  ): Promise<Sent> {
    const answer: Message = {
      ...question,
      id: newId(),
      parentId: question.id,
      role: 'assistant',
      text: begun.text,
      modelId: model.id,
      modelName: model.name,
      status: 'running',
      startsView: false,
      createdAt: Date.now()
    }
    const running = this.#claim(answer, model)
    const asked = await this.#unlessRefused(running, () =>
      this.store.write.messages.ask({
        conversationId: conversation.id,
        question: newQuestion,
        answer,
        tokens: begun.tokens,
        title: titleOf(question.text)
      })
    )
    this.#begin(running, asked, model, branchTo(messages, question.id), answer, begun)
    return { conversation: asked, question, answer }
  }

  /** Called before the first await: a second answer cannot come between. */
  #claim(answer: Message, model: StoredModel): RunningAnswer {
    const { id, conversationId, text: begun } = answer
    if (this.#closed) throw new LetheError('cancelled')
    if (this.#running.has(conversationId)) throw new LetheError('engineBusy', { model: model.name })
    const append = (text: string, tokens: AnswerToken[]): Promise<void> =>
      this.store.write.messages.append({ id, text, tokens })
    const running = new RunningAnswer(id, conversationId, model, append, begun)
    this.#running.set(conversationId, running)
    return running
  }

  async #unlessRefused<T>(running: RunningAnswer, store: () => Promise<T>): Promise<T> {
    try {
      return await store()
    } catch (error) {
      this.#running.delete(running.conversationId)
      throw error
    }
  }

  #begin(
    running: RunningAnswer,
    conversation: Conversation,
    model: StoredModel,
    branch: Message[],
    answer: Message,
    begun: Beginning
  ): void {
    const task = this.#write(running, conversation, model, branch, answer, begun)
    this.#tasks.add(task)
    void task.finally(() => this.#tasks.delete(task))
    this.changes.publish('conversations', conversation.id)
    this.changes.publish('models', model.id)
  }

  /** Never throws: whatever happens becomes the answer's end. */
  async #write(
    running: RunningAnswer,
    conversation: Conversation,
    model: StoredModel,
    branch: Message[],
    answer: Message,
    begun: Beginning
  ): Promise<void> {
    let end: AnswerEnd
    try {
      const result = await this.inference.answer(
        model,
        () => chatPrompt(conversation.systemPrompt, viewOf(branch), begunAnswer(begun)),
        conversation.sampling,
        { signal: running.stop.signal, onEvent: (event) => running.take(event) }
      )
      await running.drain()
      end = {
        id: answer.id,
        status: result.end,
        stats: statsOf(result, answer.stats, begun),
        error: null
      }
    } catch (error) {
      end = await this.#endOf(error, running, answer)
    }
    let message: Message
    try {
      message = await this.store.write.messages.finish(end)
    } catch (error) {
      // The database refuses: the next start finds the answer and ends it there.
      this.log.error({ answer: answer.id, err: error }, 'the end of an answer was not stored')
      const failure = asLetheError(error).toJSON()
      message = { ...answer, text: running.text, ...end, status: 'failed', error: failure }
    }
    const { status, stats, error } = message
    this.log.info({ answer: answer.id, status, stats, error }, 'an answer ended')
    this.#running.delete(conversation.id)
    running.finish(message)
    this.changes.publish('conversations', conversation.id)
  }

  async #endOf(error: unknown, running: RunningAnswer, answer: Message): Promise<AnswerEnd> {
    const { id, stats } = answer
    let cause = error
    try {
      await running.drain()
    } catch (writing) {
      cause = writing // why it was stopped
    }
    const known = asLetheError(cause)
    if (known.code === 'internal') this.log.error({ answer: id, err: cause }, 'an answer failed')
    const stopped = known.code === 'cancelled'
    return {
      id,
      status: stopped ? 'stopped' : 'failed',
      stats,
      error: stopped ? null : known.toJSON()
    }
  }
}

/** @param earlier of an answer that went on: its first word came then */
function statsOf(
  result: GenerateResult,
  earlier: AnswerStats | null,
  begun: Beginning
): AnswerStats {
  const { ids, tokensPerSecond, device, seed, templateNote } = result
  const { promptTokens, timeToFirstTokenMs } = earlier ?? result
  const tokens = begun.tokens.length + ids.length
  return { promptTokens, tokens, timeToFirstTokenMs, tokensPerSecond, device, seed, templateNote }
}

/** By its very tokens where all of them are known: text alone can be cut into other ones. */
export function begunAnswer({ text, tokens, next }: Beginning): BegunAnswer | undefined {
  if (text === '' && tokens.length === 0 && next === null) return undefined
  const known = tokens.every(({ start }, index) => start === (tokens[index - 1]?.end ?? 0))
  const whole = known && (tokens.at(-1)?.end ?? 0) === text.length
  return { by: whole ? { ids: tokens.map(({ id }) => id) } : { text }, next }
}

/** The first line, cut between words. */
export function titleOf(question: string): string {
  const line =
    question
      .trim()
      .split(/[\r\n]/)[0]
      ?.replace(/\s+/g, ' ')
      .trim() ?? ''
  const signs = Array.from(line)
  if (signs.length <= titleChars) return line
  const cut = signs.slice(0, titleChars - 1).join('')
  const space = cut.lastIndexOf(' ')
  return `${space > titleChars / 2 ? cut.slice(0, space) : cut}…`
}
