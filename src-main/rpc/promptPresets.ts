// The procedures of contract/promptPresets.
import { procedures } from './base'

const { promptPresets } = procedures

export const promptPresetsRouter = promptPresets.router({
  list: promptPresets.list.handler(async ({ context }) => ({
    presets: await context.promptPresets.list()
  })),
  add: promptPresets.add.handler(({ input, context }) => context.promptPresets.add(input)),
  update: promptPresets.update.handler(({ input: { id, ...changes }, context }) =>
    context.promptPresets.update(id, changes)
  ),
  remove: promptPresets.remove.handler(({ input, context }) =>
    context.promptPresets.remove(input.id)
  ),
  restore: promptPresets.restore.handler(({ input, context }) =>
    context.promptPresets.restore(input.id)
  )
})
