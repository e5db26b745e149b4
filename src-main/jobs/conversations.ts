// Conversations: list, search, change, remove with a way back, export.
import { LetheError } from '../base/errors'
import { newId } from '../base/ids'
import { defaultSampling, type Conversation, type Message } from '../contract/chat'
import type { Store } from '../store/client'
import type { ConversationChanges, ListedConversation } from '../store/conversations'
import type { Changes } from './changes'
import { canWrite } from '../contract/models'
import type { ModelLibrary } from './library'
import type { SettingsKeeper } from './settings'

interface PinChange {
  pinned?: boolean | undefined
}

export class Conversations {
  constructor(
    private readonly store: Store,
    private readonly library: ModelLibrary,
    private readonly settings: SettingsKeeper,
    private readonly changes: Changes
  ) {}

  list(query: string, removed: boolean): Promise<ListedConversation[]> {
    return this.store.read.conversations.list({ query, removed })
  }

  /** Throws `notFound`. */
  async get(id: string): Promise<{ conversation: Conversation; messages: Message[] }> {
    const [conversation, messages] = await Promise.all([
      this.store.read.conversations.get(id),
      this.store.read.messages.ofConversation(id)
    ])
    if (!conversation) throw new LetheError('notFound', { kind: 'conversation', id })
    return { conversation, messages }
  }

  async create(modelId: string | null): Promise<Conversation> {
    const now = Date.now()
    const conversation = await this.store.write.conversations.add({
      id: newId(),
      title: '',
      modelId: modelId === null ? await this.usualModel() : (await this.library.find(modelId)).id,
      systemPrompt: '',
      sampling: defaultSampling,
      draft: '',
      activeLeafId: null,
      createdAt: now,
      updatedAt: now,
      removedAt: null,
      pinnedAt: null
    })
    this.changes.publish('conversations', conversation.id)
    return conversation
  }

  /** Throws `notFound`, `modelNotFound`. */
  async update(
    id: string,
    { pinned, ...changes }: Omit<ConversationChanges, 'removedAt' | 'pinnedAt'> & PinChange
  ): Promise<Conversation> {
    const { modelId, activeLeafId } = changes
    if (modelId) await this.library.find(modelId)
    if (activeLeafId) {
      const leaf = await this.store.read.messages.get(activeLeafId)
      if (leaf?.conversationId !== id) {
        throw new LetheError('notFound', { kind: 'message', id: activeLeafId })
      }
    }
    const pin = pinned === undefined ? {} : { pinnedAt: pinned ? Date.now() : null }
    return this.#change(id, { ...changes, ...pin })
  }

  remove(id: string): Promise<Conversation> {
    return this.#change(id, { removedAt: Date.now() })
  }

  restore(id: string): Promise<Conversation> {
    return this.#change(id, { removedAt: null })
  }

  /** The model that a new conversation begins with: the chosen one, the included one, the first that can chat. */
  async usualModel(): Promise<string | null> {
    const models = await this.store.read.models.list({ removed: false })
    const { defaultModelId } = await this.settings.get()
    const able = models.filter(canWrite)
    const usual =
      able.find(({ id }) => id === defaultModelId) ??
      able.find(({ origin }) => origin === 'included') ??
      able[0]
    return usual?.id ?? null
  }

  async #change(id: string, changes: ConversationChanges): Promise<Conversation> {
    const conversation = await this.store.write.conversations.update({ id, changes })
    // A draft is the business of the one who types it.
    if (Object.keys(changes).some((key) => key !== 'draft')) {
      this.changes.publish('conversations', id)
    }
    return conversation
  }
}
