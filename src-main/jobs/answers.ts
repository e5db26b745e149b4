// Questions and the answers that models write to them, in the background, whoever is looking.
import { asLetheError, LetheError } from '../base/errors'
import { newId } from '../base/ids'
import type { Log } from '../base/log'
import type { AnswerEvent, AnswerStats, Conversation, Message } from '../contract/chat'
import type { GenerateResult } from '../contract/inference'
import type { Store } from '../store/client'
import type { StoredModel } from '../store/models'
import type { AnswerEnd } from '../store/messages'
import type { Changes } from './changes'
import type { Conversations } from './conversations'
import type { Inference } from './inference'
import type { ModelLibrary } from './library'
import { branchTo } from './messageTree'
import { chatPrompt, checkTextSize } from './prompt'
import { RunningAnswer } from './runningAnswer'

export interface Sent {
  conversation: Conversation
  question: Message
  answer: Message
}

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
    const question: Message = {
      id: newId(),
      conversationId,
      // Beside a question that the branch ends in, not below it.
      parentId: (leaf?.role === 'user' ? leaf.parentId : leaf?.id) ?? null,
      role: 'user',
      text,
      modelId: null,
      modelName: null,
      status: null,
      stats: null,
      error: null,
      createdAt: Date.now()
    }
    return this.#ask(conversation, [...messages, question], question, question)
  }

  /** Throws as `send` does. */
  async regenerate(answerId: string): Promise<Sent> {
    const earlier = await this.store.read.messages.get(answerId)
    const questionId = earlier?.role === 'assistant' ? earlier.parentId : null
    if (!earlier || questionId === null) {
      throw new LetheError('notFound', { kind: 'answer', id: answerId })
    }
    const { conversation, messages } = await this.#open(earlier.conversationId)
    const question = messages.find(({ id }) => id === questionId)
    if (!question) throw new LetheError('notFound', { kind: 'message', id: questionId })
    return this.#ask(conversation, messages, question, null)
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

  async #ask(
    conversation: Conversation,
    messages: Message[],
    question: Message,
    newQuestion: Message | null
  ): Promise<Sent> {
    const modelId = conversation.modelId ?? (await this.conversations.usualModel())
    const model = await this.library.find(modelId ?? '')
    const answer: Message = {
      ...question,
      id: newId(),
      parentId: question.id,
      role: 'assistant',
      text: '',
      modelId: model.id,
      modelName: model.name,
      status: 'running',
      createdAt: Date.now()
    }
    if (this.#closed) throw new LetheError('cancelled')
    if (this.#running.has(conversation.id))
      throw new LetheError('engineBusy', { model: model.name })
    const running = new RunningAnswer(answer.id, conversation.id, model, (text) =>
      this.store.write.messages.append({ id: answer.id, text })
    )
    // Claimed before the first await: a second question cannot come between.
    this.#running.set(conversation.id, running)
    let asked: Conversation
    try {
      asked = await this.store.write.messages.ask({
        conversationId: conversation.id,
        question: newQuestion,
        answer,
        title: titleOf(question.text)
      })
    } catch (error) {
      this.#running.delete(conversation.id)
      throw error
    }
    const task = this.#write(running, asked, model, branchTo(messages, question.id), answer)
    this.#tasks.add(task)
    void task.finally(() => this.#tasks.delete(task))
    this.changes.publish('conversations', conversation.id)
    this.changes.publish('models', model.id)
    return { conversation: asked, question, answer }
  }

  /** Never throws: whatever happens becomes the answer's end. */
  async #write(
    running: RunningAnswer,
    conversation: Conversation,
    model: StoredModel,
    branch: Message[],
    answer: Message
  ): Promise<void> {
    let end: AnswerEnd
    try {
      const result = await this.inference.answer(
        model,
        () => chatPrompt(conversation.systemPrompt, branch),
        conversation.sampling,
        { signal: running.stop.signal, onEvent: (event) => running.take(event) }
      )
      await running.drain()
      end = { id: answer.id, status: result.end, stats: statsOf(result), error: null }
    } catch (error) {
      end = await this.#endOf(error, running, answer.id)
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

  async #endOf(error: unknown, running: RunningAnswer, id: string): Promise<AnswerEnd> {
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
      stats: null,
      error: stopped ? null : known.toJSON()
    }
  }
}

function statsOf(result: GenerateResult): AnswerStats {
  const { promptTokens, ids, timeToFirstTokenMs, tokensPerSecond } = result
  const { device, seed, templateNote } = result
  const tokens = ids.length
  return { promptTokens, tokens, timeToFirstTokenMs, tokensPerSecond, device, seed, templateNote }
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
