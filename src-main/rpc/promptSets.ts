// The procedures of contract/promptSets.
import { exportPromptSet } from '../jobs/exportPromptSet'
import { procedures } from './base'

const { promptSets } = procedures

export const promptSetsRouter = promptSets.router({
  list: promptSets.list.handler(async ({ context }) => ({ runs: await context.promptSets.list() })),
  get: promptSets.get.handler(({ input, context }) => context.promptSets.get(input.id)),
  start: promptSets.start.handler(({ input, context }) => context.promptSets.start(input)),
  cancel: promptSets.cancel.handler(({ input, context }) => context.promptSets.cancel(input.id)),
  resume: promptSets.resume.handler(({ input, context }) => context.promptSets.resume(input.id)),
  remove: promptSets.remove.handler(({ input, context }) => context.promptSets.remove(input.id)),
  restore: promptSets.restore.handler(({ input, context }) => context.promptSets.restore(input.id)),
  export: promptSets.export.handler(async ({ input, context }) =>
    exportPromptSet(await context.promptSets.get(input.id), input.format)
  )
})
