// The procedures of contract/bias.
import { procedures } from './base'

const { bias } = procedures

export const biasRouter = bias.router({
  suites: bias.suites.handler(({ context }) => ({ suites: context.audits.suites() })),
  power: bias.power.handler(({ input, context, signal }) => context.audits.power(input, signal)),
  start: bias.start.handler(({ input, context }) => context.audits.start(input)),
  list: bias.list.handler(async ({ input, context }) => ({
    audits: await context.audits.list(input.removed)
  })),
  get: bias.get.handler(({ input, context }) => context.audits.get(input.id)),
  items: bias.items.handler(({ input, context }) =>
    context.audits.items({ ...input, axis: input.axis ?? null })
  ),
  review: bias.review.handler(({ input, context }) => context.audits.review(input)),
  pause: bias.pause.handler(({ input, context }) => context.audits.pause(input.id)),
  resume: bias.resume.handler(({ input, context }) => context.audits.resume(input.id)),
  cancel: bias.cancel.handler(({ input, context }) => context.audits.cancel(input.id)),
  remove: bias.remove.handler(({ input, context }) => context.audits.remove(input.id)),
  restore: bias.restore.handler(({ input, context }) => context.audits.restore(input.id)),
  compare: bias.compare.handler(({ input, context }) => context.audits.compare(input)),
  predictions: bias.predictions.handler(({ input, context, signal }) =>
    context.audits.predictions(input, signal)
  ),
  balance: bias.balance.handler(({ input, context, signal }) =>
    context.balancedSets.make(input, signal)
  ),
  nearest: bias.nearest.handler(({ input, context, signal }) =>
    context.nearestRecords.find(input, signal)
  ),
  flagNearest: bias.flagNearest.handler(async ({ input, context, signal }) => ({
    flagSets: await context.nearestRecords.flag(input, signal)
  })),
  selfTest: bias.selfTest.handler(({ input, context, signal }) =>
    context.audits.selfTest(input.data, signal)
  )
})
