// Rows for tests of the store and of what stands on it.
import { newId } from '../base/ids'
import { defaultSampling, type Conversation, type Message } from '../contract/chat'
import type { StoredModel } from '../store/models'

export function modelRow(changes: Partial<StoredModel> = {}): StoredModel {
  return {
    id: newId(),
    name: 'Tiny',
    family: 'llama',
    parameterCount: 1000,
    sizeBytes: 4000,
    format: 'safetensors',
    precision: 'F32',
    sha256: 'a'.repeat(64),
    origin: 'referenced',
    path: '/models/tiny',
    hub: null,
    files: ['config.json', 'model.safetensors'],
    filesStamp: null,
    chat: 'template',
    contextLength: 512,
    vocabularySize: 100,
    weightMode: 'packed',
    addedAt: 1,
    lastUsedAt: null,
    removedAt: null,
    ...changes
  }
}

export function conversationRow(changes: Partial<Conversation> = {}): Conversation {
  return {
    id: newId(),
    title: '',
    modelId: null,
    systemPrompt: '',
    sampling: defaultSampling,
    draft: '',
    activeLeafId: null,
    createdAt: 1,
    updatedAt: 1,
    removedAt: null,
    pinnedAt: null,
    ...changes
  }
}

export function questionRow(conversationId: string, text: string): Message {
  return {
    id: newId(),
    conversationId,
    parentId: null,
    role: 'user',
    text,
    modelId: null,
    modelName: null,
    status: null,
    stats: null,
    error: null,
    createdAt: 2,
    startsView: false
  }
}

export function answerRow(question: Message, changes: Partial<Message> = {}): Message {
  return {
    ...question,
    id: newId(),
    parentId: question.id,
    role: 'assistant',
    text: '',
    status: 'running',
    ...changes
  }
}
