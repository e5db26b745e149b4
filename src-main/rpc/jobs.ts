// The procedures of contract/jobs.
import { procedures } from './base'

const { jobs } = procedures

export const jobsRouter = jobs.router({
  list: jobs.list.handler(async ({ input, context }) => ({ jobs: await context.jobs.list(input) })),
  pause: jobs.pause.handler(({ input, context }) => context.jobs.pause(input.id)),
  resume: jobs.resume.handler(({ input, context }) => context.jobs.resume(input.id)),
  cancel: jobs.cancel.handler(({ input, context }) => context.jobs.cancel(input.id, input.keep))
})
