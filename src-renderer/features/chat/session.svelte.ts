// The conversation in view and what is being typed for it. A new chat becomes a conversation in the
// database as soon as there is something to keep: a letter typed, a model or a setting chosen.
import {
  defaultSampling,
  promptLimitBytes,
  type ContextMeasure,
  type Message,
  type Sampling
} from '../../../src-main/contract/chat'
import type { Model } from '../../../src-main/contract/models'
import { hashOf, router } from '../../lib/router.svelte'
import { bytesAbove } from '../../lib/textSize'
import { say } from '../../messages/current.svelte'
import { Attempts } from '../../state/attempts.svelte'
import { measureContext } from '../../state/contextMeter.svelte'
import { conversations } from '../../state/conversations.svelte'
import { Draft } from '../../state/draft.svelte'
import { models } from '../../state/models.svelte'
import { createConversation, OpenConversation } from '../../state/openConversation.svelte'
import { settings } from '../../state/settings.svelte'
import { toasts } from '../../state/toasts.svelte'
import { roomForMessage } from './contextRoom'
import { insertion } from './insertion'
import { shortened } from './shortened'

const mostCuts = 8

export class ChatSession extends Attempts {
  open = $state.raw<OpenConversation | null>(null)
  draft = $state.raw<Draft | null>(null)
  sending = $state(false)
  /** Grows when the field should take the focus. */
  wantsField = $state(0)
  /** The question that is being changed in its place. */
  editing = $state<string | null>(null)
  #making: Promise<OpenConversation> | null = null

  /** The chosen model (undefined when it was removed: nothing takes its place unasked), else the usual one. */
  readonly model = $derived.by<Model | undefined>(() => {
    const chosen = this.open?.conversation?.modelId ?? null
    return chosen === null ? this.#usualModel() : models.find(chosen)
  })
  readonly sampling = $derived<Sampling>(this.open?.conversation?.sampling ?? defaultSampling)
  readonly systemPrompt = $derived(this.open?.conversation?.systemPrompt ?? '')

  /** Shows the conversation of the address; null is a new chat. */
  show(id: string | null): void {
    if ((this.open?.id ?? null) === id && (id !== null || this.draft)) return
    void this.draft?.save()
    this.open?.close()
    this.failure = null
    this.editing = null
    this.#making = null
    this.open = id === null ? null : OpenConversation.open(id)
    this.draft = id === null ? new Draft(null, '') : null
  }

  /** Once the conversation has been read, its draft can be shown. */
  takeDraft(): void {
    const conversation = this.open?.conversation
    if (!conversation || this.draft) return
    this.draft = new Draft(conversation.id, conversation.draft)
  }

  write(text: string): void {
    this.draft?.write(text)
    if (!this.open && text !== '') void this.attempt(() => this.#ensure())
  }

  choose(changes: {
    modelId?: string
    systemPrompt?: string
    sampling?: Partial<Sampling>
  }): Promise<boolean> {
    return this.attempt(async () => (await this.#ensure()).update(changes))
  }

  async send(text: string): Promise<void> {
    if (text.trim() === '' || this.sending || this.open?.running) return
    if (this.#refusesSize(text)) return
    this.sending = true
    const { model, draft } = this // when it has been sent, another conversation may be in view
    await this.attempt(async () => {
      const open = await this.#ensure()
      if (model && open.conversation?.modelId !== model.id) await open.update({ modelId: model.id })
      await open.send(text)
      void draft?.sent(text)
    })
    this.sending = false
  }

  regenerate(answerId: string): Promise<boolean> {
    return this.attempt(async () => this.open?.regenerate(answerId))
  }

  continueFrom(answerId: string, index: number, tokenId: number): Promise<boolean> {
    return this.attempt(async () => this.open?.continueFrom(answerId, index, tokenId))
  }

  continue(answerId: string): Promise<boolean> {
    return this.attempt(async () => this.open?.continue(answerId))
  }

  async edit(questionId: string, text: string): Promise<boolean> {
    if (this.#refusesSize(text)) return false
    return this.attempt(async () => this.open?.edit(questionId, text))
  }

  showVersion(id: string): Promise<boolean> {
    return this.attempt(async () => this.open?.showVersion(id))
  }

  stop(): Promise<boolean> {
    return this.attempt(async () => this.open?.stop())
  }

  /** Puts a text in the field for the person to look at before sending it. */
  putInField(text: string): void {
    this.write(text)
    this.wantsField++
  }

  /**
   * Puts a piece into what is typed, in place of the letters from `start` to `end`. The toast's Undo
   * takes out the piece alone. Returns where the piece ends.
   */
  insert(piece: string, words: string, start: number, end: number): number {
    const { draft } = this
    if (!draft) return 0
    const { text, caret, undo } = insertion(draft.text, piece, start, end)
    this.write(text)
    toasts.show(words, { label: say.shell.undo, run: () => this.#rewrite(draft, undo) })
    return caret
  }

  /** Changes what is typed for a conversation, which may not be the one in view any more. */
  #rewrite(draft: Draft, change: (text: string) => string): void {
    const inView = this.draft?.conversationId === draft.conversationId ? this.draft : null
    if (inView) this.putInField(change(inView.text))
    else draft.write(change(draft.text))
  }

  /**
   * Ends the branch at `question` and puts it in the field, whole or cut: the long text must leave the
   * branch, or it would be read again before the short one. Once sent, that stands beside it.
   */
  async askInstead(question: Message, keep: 'beginning' | 'end' | 'all'): Promise<void> {
    const open = this.open
    if (!(await this.attempt(async () => open?.endAt(question.id)))) return
    this.putInField(question.text)
    if (keep !== 'all') await this.shorten(keep)
  }

  /** The model reads less of the branch, or (null) all of it; the toast leads back. */
  async leaveOut(offer: ContextMeasure['leaveOut']): Promise<boolean> {
    const { open } = this
    const before = open?.viewStart ?? null
    const messageId = offer?.messageId ?? null
    if (!open || !(await this.attempt(() => open.startView(messageId)))) return false
    const leftOut = offer?.all ? say.chat.leftOutAll : say.chat.leftOut
    toasts.show(
      offer ? leftOut : say.chat.readsAll,
      {
        label: say.shell.undo,
        run: async () => void (await this.attempt(() => open.startView(before)))
      },
      'view'
    )
    return true
  }

  /** Cuts what is typed to what the model can read beside the rest, with room for an answer. */
  async shorten(keep: 'beginning' | 'end'): Promise<void> {
    const { draft, open } = this
    if (!draft || !open) return
    const whole = draft.text
    let text = whole
    const counted = await this.attempt(async () => {
      // Tokens are not spread evenly over a text: cut by their share, then counted again.
      for (let cuts = 0; cuts < mostCuts; cuts++) {
        const measure = await measureContext(open.id, text)
        const most = roomForMessage(measure, this.sampling)
        if (most === 0) text = whole // no cut would help; the offer beside the field says what does
        if (most === 0 || measure.messageTokens <= most) return
        text = shortened(text, most / measure.messageTokens, keep)
      }
    })
    if (!counted || text === whole) return
    if (draft !== this.draft || draft.text !== whole) return // typed on meanwhile
    this.putInField(text)
    const run = (): void => this.#rewrite(draft, () => whole)
    toasts.show(say.chat.shortened, { label: say.shell.undo, run }, 'shortened')
  }

  close(): void {
    void this.draft?.save()
    this.open?.close()
  }

  /** Said before the text goes anywhere: it stays where it was typed. */
  #refusesSize(text: string): boolean {
    const sizeBytes = bytesAbove(text, promptLimitBytes)
    if (sizeBytes === null) return false
    const params = { sizeBytes, limitBytes: promptLimitBytes }
    this.failure = { code: 'promptTooLarge', params }
    return true
  }

  /** For a new chat: the one set as usual, the latest conversation's, the included one, any. */
  #usualModel(): Model | undefined {
    const usable = models.chattable
    const withId = (id: string | null | undefined) => usable.find((model) => model.id === id)
    const latest = conversations.list.toSorted((a, b) => b.updatedAt - a.updatedAt)[0]
    return (
      withId(settings.current.defaultModelId) ??
      withId(latest?.modelId) ??
      usable.find((model) => model.origin === 'included') ??
      usable[0]
    )
  }

  #ensure(): Promise<OpenConversation> {
    if (this.open) return Promise.resolve(this.open)
    this.#making ??= this.#make().finally(() => {
      this.#making = null
    })
    return this.#making
  }

  async #make(): Promise<OpenConversation> {
    const draft = this.draft
    const conversation = await createConversation(this.model?.id ?? null)
    const open = OpenConversation.open(conversation.id, conversation)
    draft?.belongsTo(conversation.id)
    if (this.draft !== draft) return open // another conversation is in view by now
    this.open = open
    router.go(hashOf('chat', conversation.id), { replace: true, keepFocus: true })
    void conversations.load()
    return open
  }
}
