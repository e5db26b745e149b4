// How much of the model's context a conversation takes, and which earliest turns it could do without.
import { LetheError } from '../base/errors'
import { newId } from '../base/ids'
import type { ContextMeasure, Conversation, Message } from '../contract/chat'
import type { Store } from '../store/client'
import type { StoredModel } from '../store/models'
import { begunAnswer } from './answers'
import type { Changes } from './changes'
import type { Conversations } from './conversations'
import type { Inference } from './inference'
import type { ModelLibrary } from './library'
import { branchTo, viewOf } from './messageTree'
import { branchTurns, chatPrompt, checkTextSize } from './prompt'

export interface ToMeasure {
  id: string
  text: string
  continues: boolean
}

export class ContextMeter {
  constructor(
    private readonly store: Store,
    private readonly library: ModelLibrary,
    private readonly conversations: Conversations,
    private readonly inference: Inference,
    private readonly changes: Changes
  ) {}

  /** Throws `notFound`, `modelNotFound`, `promptEmpty`, `promptTooLarge` and what the template says. */
  async measure(wanted: ToMeasure, signal?: AbortSignal): Promise<ContextMeasure> {
    checkTextSize(wanted.text)
    const { conversation, messages } = await this.conversations.get(wanted.id)
    const leaf = messages.find(({ id }) => id === conversation.activeLeafId)
    const goesOn = wanted.continues && leaf?.role === 'assistant' ? leaf : null
    const model = await this.#modelOf(conversation, goesOn)
    const view = viewOf(branchOf(conversation, messages, leaf, goesOn, wanted.text))
    const begun = goesOn && {
      ...{ text: goesOn.text, next: null },
      tokens: await this.store.read.answerTokens.ofMessage(goesOn.id)
    }
    const { systemPrompt } = conversation
    const prompt = chatPrompt(systemPrompt, view, begun ? begunAnswer(begun) : undefined)
    const offset = systemPrompt.trim() === '' ? 0 : 1
    const questions = branchTurns(view).flatMap(({ role, from }, turn) =>
      role === 'user' ? [{ turn: turn + offset, messageId: from.id }] : []
    )
    // What is being typed is not stored yet: a view cannot begin there.
    const stored = new Set(messages.map(({ id }) => id))
    const cuts = questions.slice(1).filter(({ messageId }) => stored.has(messageId))
    const half = Math.floor(model.contextLength / 2)
    const counted = await this.inference.measure(
      model,
      {
        prompt,
        message: goesOn ? '' : wanted.text,
        cuts: cuts.map(({ turn }) => turn),
        wanted: half
      },
      signal
    )
    const { tokens, messageTokens, cut } = counted
    const at = questions.findIndex(({ turn }) => turn === cut?.turn)
    const helps = cut !== null && cut.tokens < tokens && cut.tokens < model.contextLength
    const leaveOut = helps
      ? { messageId: questions[at]!.messageId, questions: at, tokens: cut.tokens, all: false }
      : goesOn || !leaf || tokens < model.contextLength || messageTokens >= model.contextLength
        ? null
        : await this.#leaveOutAll(model, systemPrompt, view, leaf, signal)
    return { tokens, messageTokens, contextLength: model.contextLength, leaveOut }
  }

  /** Null where there is nothing before the typed text, or where it does not fit by itself either. */
  async #leaveOutAll(
    model: StoredModel,
    systemPrompt: string,
    view: readonly Message[],
    leaf: Message,
    signal: AbortSignal | undefined
  ): Promise<ContextMeasure['leaveOut']> {
    const questions = view.filter(({ role }) => role === 'user').length - 1
    const typed = view.at(-1)
    if (questions < 1 || !typed || typed.id === leaf.id) return null
    const alone = { prompt: chatPrompt(systemPrompt, [typed]), message: '', cuts: [], wanted: 0 }
    const { tokens } = await this.inference.measure(model, alone, signal)
    // Beside a question it would begin there, after an answer behind it.
    const { id: messageId } = leaf
    return tokens < model.contextLength ? { messageId, questions, tokens, all: true } : null
  }

  /** Throws `notFound` unless `messageId` is of the branch in view. */
  async startView(id: string, messageId: string | null) {
    const { conversation, messages } = await this.conversations.get(id)
    const branch = branchTo(messages, conversation.activeLeafId)
    if (messageId !== null && !branch.some((it) => it.id === messageId)) {
      throw new LetheError('notFound', { kind: 'message', id: messageId })
    }
    const ids = branch.map((message) => message.id)
    await this.store.write.messages.startView({ branch: ids, messageId })
    this.changes.publish('conversations', id)
    return this.conversations.get(id)
  }

  async #modelOf(conversation: Conversation, goesOn: Message | null): Promise<StoredModel> {
    const chosen = goesOn?.modelId ?? conversation.modelId
    return this.library.find(chosen ?? (await this.conversations.usualModel()) ?? '')
  }
}

/** The branch as it would be asked. */
function branchOf(
  { id, activeLeafId }: Conversation,
  messages: readonly Message[],
  leaf: Message | undefined,
  goesOn: Message | null,
  text: string
): Message[] {
  if (goesOn) return branchTo(messages, goesOn.parentId)
  if (text.trim() === '') return branchTo(messages, activeLeafId)
  // Beside a question that the branch ends in, not below it: as it is sent.
  const besides = leaf?.role === 'user'
  const question: Message = {
    ...{ id: newId(), conversationId: id, role: 'user', text },
    parentId: (besides ? leaf.parentId : leaf?.id) ?? null,
    ...{ modelId: null, modelName: null, status: null, stats: null, error: null, createdAt: 0 },
    startsView: besides && leaf.startsView
  }
  return branchTo([...messages, question], question.id)
}
