// The procedures of contract/datasets.
import { procedures } from './base'

const { datasets } = procedures

export const datasetsRouter = datasets.router({
  list: datasets.list.handler(async ({ input, context }) => ({
    datasets: await context.datasets.list(input.removed)
  })),
  get: datasets.get.handler(({ input, context }) => context.datasets.find(input.dataset)),
  preview: datasets.preview.handler(({ input, context, signal }) =>
    context.datasetImports.preview(input, signal)
  ),
  import: datasets.import.handler(({ input, context, signal }) =>
    context.datasetImports.run(input, signal)
  ),
  rename: datasets.rename.handler(({ input, context }) =>
    context.datasets.rename(input.id, input.name)
  ),
  remove: datasets.remove.handler(({ input, context }) => context.datasets.remove(input.id)),
  restore: datasets.restore.handler(({ input, context }) => context.datasets.restore(input.id)),
  rows: datasets.rows.handler(async ({ input, context }) => ({
    rows: await context.datasets.rows(input)
  })),
  count: datasets.count.handler(({ input, context }) =>
    context.datasets.count(input.dataset, input.filter)
  ),
  search: datasets.search.handler(({ input, context }) =>
    context.datasets.search(input.dataset, input.query, input.limit)
  ),
  record: datasets.record.handler(({ input, context }) =>
    context.datasets.record(input.dataset, input.ordinal)
  ),
  nearDuplicates: datasets.nearDuplicates.handler(async ({ input, context }) => ({
    records: await context.datasets.nearDuplicates(input.dataset, input.ordinal)
  })),
  findAlike: datasets.findAlike.handler(async ({ input, context, signal }) => ({
    records: await context.alikeRecords.find(input, signal)
  })),
  versions: datasets.versions.handler(async ({ input, context }) => ({
    versions: await context.datasets.versions(input.dataset, input.ordinal)
  })),
  edit: datasets.edit.handler(({ input, context }) => context.recordEdits.edit(input)),
  tag: datasets.tag.handler(({ input, context, signal }) => context.recordEdits.tag(input, signal)),
  tags: datasets.tags.handler(async ({ input, context }) => ({
    tags: await context.datasets.tags(input.dataset)
  })),
  setSplit: datasets.setSplit.handler(({ input, context, signal }) =>
    context.recordEdits.setSplit(input, signal)
  ),
  assignSplits: datasets.assignSplits.handler(({ input, context, signal }) =>
    context.recordEdits.assignSplits(input, signal)
  ),
  cancelChange: datasets.cancelChange.handler(async ({ input, context }) => {
    await context.recordEdits.cancel(input.dataset)
    return {}
  }),
  changes: datasets.changes.handler(async ({ input, context }) => ({
    changes: await context.datasets.recordChanges(input.dataset)
  })),
  undo: datasets.undo.handler(({ input, context, signal }) =>
    context.recordEdits.undo(input, signal)
  ),
  statistics: datasets.statistics.handler(({ input, context }) =>
    context.datasets.statistics(input.dataset)
  ),
  piiSummary: datasets.piiSummary.handler(async ({ input, context }) => ({
    types: await context.datasets.piiSummary(input.dataset)
  })),
  export: datasets.export.handler(({ input, context }) =>
    context.datasets.export(input.dataset, input.selection)
  )
})
