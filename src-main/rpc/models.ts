// The procedures of contract/models.
import { procedures } from './base'

const { models } = procedures

export const modelsRouter = models.router({
  list: models.list.handler(async ({ input, context }) => ({
    models: await context.library.list(input.removed)
  })),
  get: models.get.handler(async ({ input, context: { library } }) =>
    library.shown(await library.find(input.model))
  ),
  import: models.import.handler(({ input, context, signal }) => context.imports.run(input, signal)),
  rename: models.rename.handler(({ input, context }) =>
    context.library.rename(input.id, input.name)
  ),
  setWeightMode: models.setWeightMode.handler(({ input, context }) =>
    context.library.setWeightMode(input.id, input.weightMode)
  ),
  weights: models.weights.handler(async ({ input, context, signal }) => ({
    choices: await context.weightChoices.list(input.model, signal)
  })),
  measureWeights: models.measureWeights.handler(({ input, context, signal }) =>
    context.weightChoices.measure(input.model, input.text, signal)
  ),
  remove: models.remove.handler(({ input, context }) => context.library.remove(input.id)),
  restore: models.restore.handler(({ input, context }) => context.library.restore(input.id)),
  relocate: models.relocate.handler(({ input, context, signal }) =>
    context.library.relocate(input.id, input.path, signal)
  )
})
