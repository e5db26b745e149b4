// The conversation in view and what is being typed for it. A new chat becomes a conversation in the
// database as soon as there is something to keep: a letter typed, a model or a setting chosen.
import { defaultSampling, type Message, type Sampling } from '../../../src-main/contract/chat'
import type { Model } from '../../../src-main/contract/models'
import { hashOf, router } from '../../lib/router.svelte'
import { conversations } from '../../state/conversations.svelte'
import { Draft } from '../../state/draft.svelte'
import { failureOf, type Failure } from '../../state/failure'
import { models } from '../../state/models.svelte'
import { createConversation, OpenConversation } from '../../state/openConversation.svelte'
import { settings } from '../../state/settings.svelte'

export class ChatSession {
  open = $state.raw<OpenConversation | null>(null)
  draft = $state.raw<Draft | null>(null)
  /** What went wrong with sending or changing; shown beside the field. */
  failure = $state<Failure | null>(null)
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
    if (!this.open && text !== '') void this.#attempt(() => this.#ensure())
  }

  choose(changes: {
    modelId?: string
    systemPrompt?: string
    sampling?: Partial<Sampling>
  }): Promise<boolean> {
    return this.#attempt(async () => (await this.#ensure()).update(changes))
  }

  async send(text: string): Promise<void> {
    if (text.trim() === '' || this.sending || this.open?.running) return
    this.sending = true
    await this.#attempt(async () => {
      const open = await this.#ensure()
      const model = this.model
      if (model && open.conversation?.modelId !== model.id) await open.update({ modelId: model.id })
      await open.send(text)
      const stored = open.conversation?.draft ?? ''
      this.draft?.clear()
      if (stored !== '') await open.clearDraft()
    })
    this.sending = false
  }

  regenerate(answerId: string): Promise<boolean> {
    return this.#attempt(async () => this.open?.regenerate(answerId))
  }

  continueFrom(answerId: string, index: number, tokenId: number): Promise<boolean> {
    return this.#attempt(async () => this.open?.continueFrom(answerId, index, tokenId))
  }

  continue(answerId: string): Promise<boolean> {
    return this.#attempt(async () => this.open?.continue(answerId))
  }

  edit(questionId: string, text: string): Promise<boolean> {
    return this.#attempt(async () => this.open?.edit(questionId, text))
  }

  showVersion(id: string): Promise<boolean> {
    return this.#attempt(async () => this.open?.showVersion(id))
  }

  stop(): Promise<boolean> {
    return this.#attempt(async () => this.open?.stop())
  }

  /** Puts a text in the field for the person to look at before sending it. */
  putInField(text: string): void {
    this.write(text)
    this.wantsField++
  }

  /** Ends the branch at `question` and puts `text` in the field: once sent, it stands beside it. */
  async askInstead(question: Message, text: string): Promise<void> {
    const open = this.open
    if (!(await this.#attempt(async () => open?.endAt(question.id)))) return
    this.putInField(text)
  }

  close(): void {
    void this.draft?.save()
    this.open?.close()
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

  async #attempt(run: () => Promise<unknown>): Promise<boolean> {
    try {
      await run()
      this.failure = null
      return true
    } catch (error) {
      this.failure = failureOf(error)
      return false
    }
  }
}
