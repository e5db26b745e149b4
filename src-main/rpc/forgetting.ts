// The procedures of contract/forgetting.
import { procedures } from './base'

const { forgetting } = procedures

export const forgettingRouter = forgetting.router({
  find: forgetting.find.handler(({ input, context, signal }) =>
    context.flagFinder.find(input, signal)
  ),
  flagSets: forgetting.flagSets.handler(async ({ input, context }) => ({
    flagSets: await context.flagSets.list(input.dataset, input.removed)
  })),
  flag: forgetting.flag.handler(({ input, context }) => context.flagSets.flag(input)),
  revise: forgetting.revise.handler(({ input, context }) => context.flagSets.revise(input)),
  versions: forgetting.versions.handler(async ({ input, context }) => ({
    versions: await context.flagSets.versions(input.flagSet)
  })),
  records: forgetting.records.handler(async ({ input, context }) => ({
    records: await context.flagSets.records(input)
  })),
  rename: forgetting.rename.handler(({ input, context }) =>
    context.flagSets.rename(input.id, input.name)
  ),
  remove: forgetting.remove.handler(({ input, context }) => context.flagSets.remove(input.id)),
  restore: forgetting.restore.handler(({ input, context }) => context.flagSets.restore(input.id)),
  reach: forgetting.reach.handler(({ input, context }) =>
    context.flagSets.reach(input.flagSet, input.version)
  ),
  cost: forgetting.cost.handler(({ input, context }) => context.replays.cost(input)),
  replay: forgetting.replay.handler(({ input, context }) => context.replays.replay(input)),
  reference: forgetting.reference.handler(({ input, context }) => context.replays.reference(input)),
  retrain: forgetting.retrain.handler(({ input, context }) => context.replays.retrain(input.run)),
  compare: forgetting.compare.handler(({ input, context }) => context.replays.compare(input.run))
})
