// Records of a dataset into a set that is to be forgotten, and what they reached.
import { recordFilterSchema } from '../../contract/records'
import type { FlagSet, FlagSource, Reach } from '../../contract/forgetting'
import { requireOne, UsageError, type Invocation, type LetheClient } from './command'
import type { DatasetOptions } from './commands/dataset'
import { table } from './output'

export async function flagRecords(
  { client, output, signal }: Invocation,
  options: DatasetOptions,
  dataset: string
): Promise<void> {
  const lethe = await client()
  const { flagSets } = await lethe.forgetting.flagSets({ dataset }, { signal })
  const records = sourceOf(options)
  if (!records) {
    output.result({ flagSets }, setTable(flagSets))
    return
  }
  const { name, reason, requester } = options
  const there = flagSets.find((set) => set.name.toLocaleLowerCase() === name?.toLocaleLowerCase())
  const flagSet = there
    ? await lethe.forgetting.revise(
        { flagSet: there.id, mode: 'add', records, reason, requester },
        { signal }
      )
    : await lethe.forgetting.flag({ dataset, records, name, reason, requester }, { signal })
  const reach = await lethe.forgetting.reach({ flagSet: flagSet.id }, { signal })
  output.result({ flagSet, reach }, `${setTable([flagSet])}\n${reachWords(reach)}`)
}

/** Null: nothing was asked to be flagged. */
function sourceOf(options: DatasetOptions): FlagSource | null {
  const { query, ids, subject, pii, reason, requester, name } = options
  if ([query, ids, subject, pii].every((it) => it === undefined)) {
    if ([reason, requester, name].some((it) => it !== undefined))
      throw new UsageError('one of --query, --ids, --subject, --pii is needed')
    return null
  }
  if (ids !== undefined) {
    requireOne(options, ['ids', 'query', 'subject', 'pii'])
    const ordinals = ids.filter((id) => /^\d+$/.test(id)).map(Number)
    if (ordinals.length === ids.length) return { ordinals }
    if (ordinals.length > 0) throw new UsageError('--ids: either ids or numbers, not both')
    return { ids }
  }
  const filter = { query: query ?? '', subject: subject ?? null, pii: pii ?? null }
  return { filter: recordFilterSchema.parse(filter) }
}

/** The set that is meant; where the dataset has one alone, that one. Throws UsageError. */
export async function flagSetOf(
  lethe: LetheClient,
  dataset: string,
  wanted: string | undefined,
  signal: AbortSignal
): Promise<FlagSet> {
  const { flagSets } = await lethe.forgetting.flagSets({ dataset }, { signal })
  const [first, ...others] = flagSets
  if (!first)
    throw new UsageError(`nothing is flagged in "${dataset}": lethe dataset flag NAME --subject S`)
  const names = flagSets.map(({ name }) => name).join(', ')
  if (wanted === undefined) {
    if (others.length > 0) throw new UsageError(`--flags is needed, one of: ${names}`)
    return first
  }
  const lower = wanted.toLocaleLowerCase()
  const found = flagSets.find(({ id, name }) => id === wanted || name.toLocaleLowerCase() === lower)
  if (!found) throw new UsageError(`--flags: there is no "${wanted}"; there are: ${names}`)
  return found
}

function setTable(sets: readonly FlagSet[]): string {
  if (sets.length === 0) return 'Nothing is flagged.\n'
  return table(
    ['flag set', 'version', 'records', 'asked for by', 'reason', 'id'],
    sets.map((set) => [
      ...[set.name, String(set.version), String(set.records), set.requester, set.reason, set.id]
    ])
  )
}

function reachWords({ runs, models, exports, conversations, sameText }: Reach): string {
  const seen = runs.map((run) => [
    ...[run.runName, run.depends ? `read ${run.times} times` : 'only measured with'],
    ...[run.firstStep === null ? '' : `steps ${run.firstStep + 1} to ${(run.lastStep ?? 0) + 1}`]
  ])
  const made = models.map((model) => [
    ...[model.modelName, model.through === null ? 'trained with them' : 'trained on from such'],
    ...[String(model.conversations), model.modelId]
  ])
  const parts = [
    seen.length === 0 ? 'No training read them.\n' : table(['training', 'how', 'when'], seen),
    made.length === 0 ? '' : table(['model', 'how', 'conversations', 'id'], made),
    exports.length === 0
      ? ''
      : table(
          ['export', 'path'],
          exports.map((it) => [it.kind, it.path])
        ),
    conversations === 0 ? '' : `Conversations with these models: ${conversations}\n`,
    sameText.count === 0
      ? ''
      : `Not flagged, but with the same text: ${sameText.first
          .map(({ datasetName, ordinal }) => `${datasetName} ${ordinal}`)
          .join(', ')}${sameText.count > sameText.first.length ? ' and more' : ''}\n`
  ]
  return parts.filter((part) => part !== '').join('\n')
}
