// The procedures of contract/compare.
import { exportComparison } from '../jobs/exportComparison'
import { followTextScore } from '../jobs/textScore'
import { procedures } from './base'

const { compare } = procedures

export const compareRouter = compare.router({
  list: compare.list.handler(async ({ input, context }) => ({
    comparisons: await context.comparisons.list(input.removed)
  })),
  get: compare.get.handler(({ input, context }) => context.comparisons.get(input.id)),
  start: compare.start.handler(({ input, context }) => context.comparisons.start(input)),
  measure: compare.measure.handler(async ({ input, context, signal }) => ({
    rooms: await context.comparisons.measure(input, signal)
  })),
  retry: compare.retry.handler(({ input, context }) => context.comparisons.retry(input.answerId)),
  stop: compare.stop.handler(async ({ input, context }) => ({
    stopped: await context.comparisons.stop(input.answerId)
  })),
  follow: compare.follow.handler(({ input, context, signal }) =>
    context.comparisons.follow(input.answerId, signal)
  ),
  vote: compare.vote.handler(({ input, context }) =>
    context.comparisons.vote(input.id, input.vote)
  ),
  ratings: compare.ratings.handler(({ context }) => context.comparisons.ratings()),
  scoreText: compare.scoreText.handler(({ input, context, signal }) =>
    followTextScore(context, input.model, input.text, signal)
  ),
  remove: compare.remove.handler(({ input, context }) => context.comparisons.remove(input.id)),
  restore: compare.restore.handler(({ input, context }) => context.comparisons.restore(input.id)),
  export: compare.export.handler(async ({ input, context }) => {
    const { language } = await context.settings.get()
    const system = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('pt') ? 'pt-BR' : 'en'
    const chosen = language === 'system' ? system : language
    return exportComparison(await context.comparisons.get(input.id), input.format, chosen)
  })
})
