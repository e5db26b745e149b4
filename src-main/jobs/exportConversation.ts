// A conversation as a file: the branch that is shown as Markdown, or everything as JSON.
import type { Conversation, Message } from '../contract/chat'
import { branchTo } from './messageTree'

export interface ExportedFile {
  fileName: string
  mediaType: string
  text: string
}

/** @param language of the few words around the messages in Markdown */
export function exportConversation(
  conversation: Conversation,
  messages: Message[],
  format: 'markdown' | 'json',
  language: 'en' | 'pt-BR'
): ExportedFile {
  const name = fileNameOf(conversation.title)
  if (format === 'json') {
    const { draft: _draft, removedAt: _removedAt, pinnedAt: _pinnedAt, ...kept } = conversation
    const text = JSON.stringify({ conversation: kept, messages }, null, 2)
    return { fileName: `${name}.json`, mediaType: 'application/json', text: `${text}\n` }
  }
  const words = language === 'en' ? english : portuguese
  const parts = [`# ${oneLine(conversation.title) || words.untitled}`]
  if (conversation.systemPrompt !== '') {
    parts.push(`## ${words.systemPrompt}`, conversation.systemPrompt)
  }
  for (const message of branchTo(messages, conversation.activeLeafId)) {
    const who = message.role === 'user' ? words.person : (message.modelName ?? words.model)
    parts.push(`## ${oneLine(who)}`, message.text)
    if (message.status === 'failed') parts.push(`_${words.failed}_`)
    else if (message.status === 'stopped') parts.push(`_${words.stopped}_`)
  }
  return {
    fileName: `${name}.md`,
    mediaType: 'text/markdown',
    text: `${parts.filter((part) => part !== '').join('\n\n')}\n`
  }
}

const english = {
  untitled: 'Conversation',
  systemPrompt: 'System prompt',
  person: 'You',
  model: 'Model',
  failed: 'This answer broke off.',
  stopped: 'This answer was stopped.'
}
const portuguese: typeof english = {
  untitled: 'Conversa',
  systemPrompt: 'Instruções do sistema',
  person: 'Você',
  model: 'Modelo',
  failed: 'Esta resposta foi interrompida por um erro.',
  stopped: 'Esta resposta foi parada.'
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Safe on every system, readable, never empty. */
function fileNameOf(title: string): string {
  const safe = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M} _-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const short = Array.from(safe).slice(0, 60).join('').trim()
  return /^(con|prn|aux|nul|com\d|lpt\d)?$/i.test(short) ? `conversation ${short}`.trim() : short
}
