// The procedures of contract/erasing.
import { procedures } from './base'

const { erase, tombstones } = procedures

export const eraseRouter = erase.router({
  preview: erase.preview.handler(({ input, context }) => context.erasures.preview(input.which)),
  run: erase.run.handler(({ input, context }) => context.erasures.run(input)),
  get: erase.get.handler(({ input, context }) => context.erasures.get(input.id)),
  list: erase.list.handler(async ({ input, context }) => ({
    erasures: await context.erasures.list(input.flagSet)
  })),
  resume: erase.resume.handler(({ input, context }) => context.erasures.resume(input.id))
})

export const tombstonesRouter = tombstones.router({
  list: tombstones.list.handler(({ input, context }) => context.erasures.tombstones(input)),
  keptOut: tombstones.keptOut.handler(async ({ input, context }) => ({
    entries: await context.erasures.keptOut(input.dropped)
  })),
  dropSome: tombstones.dropSome.handler(({ input, context }) =>
    context.erasures.dropSome(input.id)
  ),
  restore: tombstones.restore.handler(({ input, context }) =>
    context.erasures.restoreDropped(input.id)
  ),
  drop: tombstones.drop.handler(async ({ input, context }) => ({
    dropped: await context.erasures.dropTombstones(input.count)
  }))
})
