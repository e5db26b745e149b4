// The procedures of contract/settings.
import { procedures } from './base'

const { settings } = procedures

export const settingsRouter = settings.router({
  get: settings.get.handler(({ context }) => context.settings.get()),
  update: settings.update.handler(({ input, context }) => context.settings.update(input))
})
