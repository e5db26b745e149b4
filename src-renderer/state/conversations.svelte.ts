// The list of conversations, searched by the main process.
import type { Conversation } from '../../src-main/contract/chat'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'
import { coalesce } from './coalesce'
import { onChange } from './news.svelte'

export type ListedConversation = Conversation & {
  snippet: string | null
  matchId: string | null
}

class ConversationsState {
  list = $state.raw<ListedConversation[]>([])
  /** What `list` was searched with. */
  query = $state('')
  loaded = $state(false)
  failure = $state<Failure | null>(null)

  readonly load = coalesce(async () => {
    try {
      this.list = (await rpc.chat.list({ query: this.query })).conversations
      this.loaded = true
      this.failure = null
    } catch (error) {
      this.failure = failureOf(error)
    }
  })

  start(): void {
    onChange('conversations', () => void this.load())
  }

  search(query: string): void {
    this.query = query
    void this.load()
  }

  async rename(id: string, title: string): Promise<void> {
    await rpc.chat.update({ id, title })
    await this.load()
  }
  async pin(id: string, pinned: boolean): Promise<void> {
    await rpc.chat.update({ id, pinned })
    await this.load()
  }
  async remove(id: string): Promise<void> {
    await rpc.chat.remove({ id })
    await this.load()
  }
  async restore(id: string): Promise<void> {
    await rpc.chat.restore({ id })
    await this.load()
  }

  async export(id: string, format: 'markdown' | 'json'): Promise<void> {
    const file = await rpc.chat.export({ id, format })
    const address = URL.createObjectURL(new Blob([file.text], { type: file.mediaType }))
    const link = document.createElement('a')
    link.href = address
    link.download = file.fileName
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
  }
}

export const conversations = new ConversationsState()
