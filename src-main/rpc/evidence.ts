// The procedures of contract/evidence.
import { scoreTofu } from '../jobs/tofuScore'
import { writeReport } from '../reports/writeReport'
import { procedures } from './base'

const { evidence } = procedures

export const evidenceRouter = evidence.router({
  take: evidence.take.handler(({ input, context }) => context.evidences.take(input)),
  cost: evidence.cost.handler(({ input, context }) => context.evidences.cost(input)),
  list: evidence.list.handler(async ({ input, context }) => ({
    entries: await context.evidences.list(input)
  })),
  get: evidence.get.handler(({ input, context }) => context.evidences.get(input.id)),
  pause: evidence.pause.handler(({ input, context }) => context.evidences.pause(input.id)),
  resume: evidence.resume.handler(({ input, context }) => context.evidences.resume(input.id)),
  cancel: evidence.cancel.handler(({ input, context }) => context.evidences.cancel(input.id)),
  remove: evidence.remove.handler(({ input, context }) => context.evidences.remove(input.id)),
  restore: evidence.restore.handler(({ input, context }) => context.evidences.restore(input.id)),
  writeReport: evidence.writeReport.handler(async ({ input, context }) => {
    const { id, ...form } = input
    return writeReport(await context.evidences.found(id), context.system.dataFolder, form)
  }),
  rehash: evidence.rehash.handler(async ({ input, context }) => ({
    models: await context.library.held(input.models)
  })),
  tofuScore: evidence.tofuScore.handler(({ input }) => scoreTofu(input))
})
