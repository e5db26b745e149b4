// Why a model of the library cannot hold a conversation.
import type { Model } from '../../../src-main/contract/models'
import { say } from '../../messages/current.svelte'

/** null: it can, as far as its kind goes. */
export function reasonAgainstChat(chat: Model['chat']): string | null {
  if (chat === 'idsOnly') return say.chat.idsOnly
  return chat === 'fill' ? say.chat.fillOnly : null
}
