// The procedures of contract/system.
import { procedures } from './base'

const { system } = procedures

export const systemRouter = system.router({
  info: system.info.handler(({ context }) => context.system.info()),
  changes: system.changes.handler(({ context, signal }) => context.changes.follow(signal)),
  listFolder: system.listFolder.handler(({ input, context }) =>
    context.system.listFolder(input.path)
  ),
  pickFolder: system.pickFolder.handler(async ({ context }) => ({
    path: await context.system.pickFolder()
  }))
})
