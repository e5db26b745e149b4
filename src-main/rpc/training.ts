// The procedures of contract/training.
import { procedures } from './base'

const { training } = procedures

export const trainingRouter = training.router({
  suggest: training.suggest.handler(({ input, context }) => context.trainingPlanner.suggest(input)),
  estimate: training.estimate.handler(({ input, context, signal }) => {
    const { measure, ...chosen } = input
    return context.trainingPlanner.estimate(chosen, measure, signal)
  }),
  start: training.start.handler(({ input, context, signal }) =>
    context.trainings.start(input, signal)
  ),
  list: training.list.handler(async ({ input, context }) => ({
    runs: await context.trainings.list(input.removed)
  })),
  get: training.get.handler(({ input, context }) => context.trainings.get(input.run)),
  pause: training.pause.handler(({ input, context }) => context.trainings.pause(input.id)),
  resume: training.resume.handler(({ input, context }) => context.trainings.resume(input.id)),
  cancel: training.cancel.handler(({ input, context }) =>
    context.trainings.cancel(input.id, input.keep)
  ),
  retry: training.retry.handler(({ input, context }) =>
    context.trainings.retry(input.id, input.settings)
  ),
  rename: training.rename.handler(({ input, context }) =>
    context.trainings.rename(input.id, input.name)
  ),
  remove: training.remove.handler(({ input, context }) => context.trainings.remove(input.id)),
  restore: training.restore.handler(({ input, context }) => context.trainings.restore(input.id)),
  curve: training.curve.handler(async ({ input, context }) => ({
    points: await context.trainings.curve(input)
  })),
  answers: training.answers.handler(async ({ input, context }) => ({
    answers: await context.trainings.answers(input.id)
  })),
  export: training.export.handler(({ input, context }) =>
    context.trainingExports.export(input.id, input.kind, input.path)
  ),
  stepRecords: training.stepRecords.handler(async ({ input, context }) => ({
    records: await context.lineage.stepRecords(input.id, input.step)
  })),
  canaries: training.canaries.handler(async ({ input, context }) => {
    const { id } = await context.trainings.find(input.run)
    return { canaries: await context.canaries.of(id, input.others) }
  }),
  lineage: training.lineage.handler(({ input, context }) => context.lineage.ask(input))
})
