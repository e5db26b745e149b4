// The procedures of contract/chat.
import { exportConversation } from '../jobs/exportConversation'
import { procedures } from './base'

const { chat } = procedures

export const chatRouter = chat.router({
  list: chat.list.handler(async ({ input, context }) => ({
    conversations: await context.conversations.list(input.query, input.removed)
  })),
  get: chat.get.handler(({ input, context }) => context.conversations.get(input.id)),
  create: chat.create.handler(({ input, context }) => context.conversations.create(input.modelId)),
  update: chat.update.handler(({ input: { id, ...changes }, context }) =>
    context.conversations.update(id, changes)
  ),
  remove: chat.remove.handler(({ input, context }) => context.conversations.remove(input.id)),
  restore: chat.restore.handler(({ input, context }) => context.conversations.restore(input.id)),
  export: chat.export.handler(async ({ input, context }) => {
    const { conversation, messages } = await context.conversations.get(input.id)
    const { language } = await context.settings.get()
    const system = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('pt') ? 'pt-BR' : 'en'
    const chosen = language === 'system' ? system : language
    return exportConversation(conversation, messages, input.format, chosen)
  }),
  send: chat.send.handler(({ input, context }) =>
    context.answers.send(input.conversationId, input.text)
  ),
  regenerate: chat.regenerate.handler(({ input, context }) =>
    context.answers.regenerate(input.answerId)
  ),
  words: chat.words.handler(async ({ input, context }) => ({
    tokens: await context.answers.tokens(input.messageId)
  })),
  continueFrom: chat.continueFrom.handler(({ input, context }) =>
    context.answers.continueFrom(input.answerId, input.index, input.tokenId)
  ),
  continue: chat.continue.handler(({ input, context }) => context.answers.continue(input.answerId)),
  edit: chat.edit.handler(({ input, context }) =>
    context.answers.edit(input.questionId, input.text)
  ),
  measure: chat.measure.handler(({ input, context, signal }) =>
    context.contextMeter.measure(input, signal)
  ),
  startView: chat.startView.handler(({ input, context }) =>
    context.contextMeter.startView(input.id, input.messageId)
  ),
  stop: chat.stop.handler(async ({ input, context }) => ({
    stopped: await context.answers.stop(input.answerId)
  })),
  follow: chat.follow.handler(({ input, context, signal }) =>
    context.answers.follow(input.answerId, signal)
  )
})
