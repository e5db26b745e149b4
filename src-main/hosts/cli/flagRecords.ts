// Records of a dataset into a set that is to be forgotten, and what they reached.
import { recordFilterSchema } from '../../contract/records'
import type { FlagSet, FlagSource, Reach } from '../../contract/forgetting'
import type { FindSource } from '../../contract/foundRecords'
import { requireOne, UsageError, type Invocation, type LetheClient } from './command'
import type { DatasetOptions } from './commands/dataset'
import { chosenOf, foundWords, type FoundFlags } from './foundFlags'
import { table } from './output'

export async function flagRecords(
  invocation: Invocation,
  options: DatasetOptions,
  dataset: string
): Promise<void> {
  const { client, output, signal } = invocation
  const meant = await meantBy(options, invocation)
  const lethe = await client()
  const { flagSets } = await lethe.forgetting.flagSets({ dataset }, { signal })
  if (!meant) {
    output.result({ flagSets }, setTable(flagSets))
    return
  }
  let found: FoundFlags | null = null
  if ('source' in meant) {
    const { groups } = await lethe.forgetting.find({ dataset, source: meant.source }, { signal })
    found = chosenOf(groups, meant.source, options, (line) => output.note(line))
  }
  const records = 'records' in meant ? meant.records : found!.records
  const { reason, requester } = options
  const name = options.name
  const there = flagSets.find((set) => set.name.toLocaleLowerCase() === name?.toLocaleLowerCase())
  const flagSet = there
    ? await lethe.forgetting.revise(
        { flagSet: there.id, mode: 'add', records, reason, requester },
        { signal }
      )
    : await lethe.forgetting.flag(
        { dataset, records, name: name ?? found?.name, reason, requester },
        { signal }
      )
  const reach = await lethe.forgetting.reach({ flagSet: flagSet.id }, { signal })
  const { groups = [] } = found ?? {}
  output.result(
    { flagSet, reach, ...(found && { found: groups }) },
    `${setTable([flagSet])}\n${found ? foundWords(groups) : ''}${reachWords(reach)}`
  )
}

type Meant = { records: FlagSource } | { source: FindSource }
const ways = ['query', 'ids', 'subject', 'pii', 'text', 'stdin', 'canaries'] as const

/** Null: nothing was asked to be flagged. */
async function meantBy(
  options: DatasetOptions,
  { readStandardInput }: Invocation
): Promise<Meant | null> {
  const { query, ids, subject, pii, finding, text, stdin, canaries } = options
  const asked = ways.filter((way) => options[way] !== undefined && options[way] !== false)
  if (asked.length === 0) {
    const { reason, requester, name } = options
    if ([reason, requester, name, finding].some((it) => it !== undefined))
      throw new UsageError(`one of ${ways.map((way) => `--${way}`).join(', ')} is needed`)
    return null
  }
  const { near, named } = options
  const isText = text !== undefined || stdin
  if (near !== undefined && !isText && subject === undefined)
    throw new UsageError('--near goes with --text, --stdin and --subject')
  if (named && subject === undefined) throw new UsageError('--named goes with --subject')
  // Words, a person and personal data narrow each other; everything else stands alone.
  if (!asked.every((way) => way === 'query' || way === 'subject' || way === 'pii'))
    requireOne(options, [...ways])
  if (canaries !== undefined) return { records: { canaries } }
  if (ids !== undefined) {
    const ordinals = ids.filter((id) => /^\d+$/.test(id)).map(Number)
    if (ordinals.length === ids.length) return { records: { ordinals } }
    if (ordinals.length > 0) throw new UsageError('--ids: either ids or numbers, not both')
    return { records: { ids } }
  }
  if (finding !== undefined) {
    if (pii === undefined || pii === 'any' || asked.length > 1)
      throw new UsageError('--finding goes with --pii T, which says what it is')
    return { source: { by: 'finding', type: pii, text: finding } }
  }
  if (text !== undefined) return { source: { by: 'text', text } }
  if (stdin) return { source: { by: 'text', text: await readStandardInput() } }
  if (subject !== undefined && asked.length === 1)
    return { source: { by: 'person', name: subject } }
  const filter = { query: query ?? '', subject: subject ?? null, pii: pii ?? null }
  return { records: { filter: recordFilterSchema.parse(filter) } }
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
