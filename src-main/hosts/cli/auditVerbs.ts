// What is done with a finished audit on the command line: a signed report, a balanced set, records flagged.
import { existsSync } from 'node:fs'
import { extname } from 'node:path'
import { LetheError } from '../../base/errors'
import { nearestName } from '../../base/nearest'
import type { Audit } from '../../contract/bias'
import type { BalancedSet, NearestRecord } from '../../contract/biasActions'
import type { BiasReportFormat } from '../../contract/biasFile'
import { BiasTexts } from '../../contract/biasTexts/biasText'
import { reportFormats } from '../../contract/evidenceEntries'
import type { Language } from '../../contract/quantities'
import {
  onePositional,
  refuseOthers,
  UsageError,
  type Invocation,
  type LetheClient
} from './command'
import { table } from './output'

export interface AuditVerbOptions {
  suite?: string | undefined
  before?: string | undefined
  seeds?: string | undefined
  out?: string | undefined
  language: Language
  replace: boolean
  items: boolean
  by?: string | undefined
  title?: string | undefined
  axis?: string | undefined
  only?: string | undefined
  dataset?: string | undefined
  words: string[]
  name?: string | undefined
  least?: number | undefined
  'dry-run': boolean
  requester?: string | undefined
}

interface Verb {
  options: readonly (keyof AuditVerbOptions)[]
  run(invocation: Invocation, options: AuditVerbOptions, names: string[]): Promise<void>
}

const ofFinding = ['suite', 'axis', 'only', 'language', 'name'] as const
export const auditVerbs: Readonly<Record<string, Verb>> = {
  list: { options: [], run: list },
  report: {
    options: [
      ...([
        'suite',
        'before',
        'seeds',
        'out',
        'language',
        'replace',
        'items',
        'by',
        'title'
      ] as const)
    ],
    run: report
  },
  balance: { options: [...ofFinding, 'dataset', 'words'], run: balance },
  flag: { options: [...ofFinding, 'least', 'dry-run', 'requester'], run: flag }
}

/** Runs `audit VERB …`; options that are not the verb's are refused. @throws UsageError */
export async function runAuditVerb(
  word: string,
  invocation: Invocation,
  options: AuditVerbOptions
): Promise<void> {
  const verb = auditVerbs[word]!
  refuseOthers(invocation.values, verb.options, `audit ${word}`)
  await verb.run(invocation, options, invocation.positionals.slice(1))
}

export const auditVerbDetails = [
  'AUDIT is the id of an audit, or the name of a model: its newest finished audit (with --suite, by that).',
  '',
  'audit report writes what was found as a signed report, which `lethe report check` can check.',
  `  --out FILE          ${reportFormats.map((it) => `.${it}`).join(', ')}; or .csv: a table of the axes, not signed`,
  '  --items             with .csv: a table of the items',
  '  --before AUDIT      what changed since that one: same items, paired; --seeds AUDIT,AUDIT as above',
  '  --language L        of the report: en, pt-BR (usual: en)',
  '  --by NAME           who made it; --title T; --replace writes over a file',
  '',
  'audit balance makes a dataset in which groups stand equally often, to fine-tune on: both sentences of the',
  'audit’s pairs, without half of the groups, which --held-out then audits; or a dataset of yours with each',
  'record that names a group a second time, with the words of the groups exchanged. No grammar is computed:',
  'read some of it before you train.',
  '  --axis A            only of this axis; --only ID,ID only of these items',
  '  --dataset NAME      exchange words in its records',
  '  --words A=B         which stand against each other, beside those of the items; may be repeated',
  '  --name N            of the set',
  '',
  'audit flag flags the records the model learned from that are nearest to the sentences it leans to.',
  '  --axis A, --only ID,ID, --name N; --requester WHO',
  '  --least X           how near: share of the longer words in common, 0.3 to 1 (usual: 0.5)',
  '  --dry-run           only show them'
].join('\n')

async function list(invocation: Invocation, _options: unknown, names: string[]): Promise<void> {
  if (names[0] !== undefined) throw new UsageError(`unexpected "${names[0]}"`)
  const { client, output, signal } = invocation
  const { audits } = await (await client()).bias.list({}, { signal })
  const rows = audits.map(({ id, modelName, suite, half, status, createdAt }) => [
    ...[id, modelName, half === 'whole' ? suite : `${suite}, held-out half`, status],
    new Date(createdAt).toISOString().slice(0, 10)
  ])
  output.result({ audits }, table(['audit', 'model', 'suite', '', 'begun'], rows))
}

async function report(
  { client, output, resolvePath, signal }: Invocation,
  options: AuditVerbOptions,
  names: string[]
): Promise<void> {
  const { out, replace, language, suite, title } = options
  const wanted = onePositional(names, 'AUDIT')
  if (out === undefined) throw new UsageError('--out is missing')
  const path = resolvePath(out)
  const format = formatOf(path, options.items)
  if (!replace && existsSync(path))
    throw new UsageError(`--out: ${path} is there already; --replace writes over it`)
  if (options.seeds !== undefined && options.before === undefined)
    throw new UsageError('--seeds goes with --before')
  const lethe = await client()
  const audit = await findAudit(lethe, wanted, suite, signal)
  const { before, seeds } = options
  const found = await Promise.all(
    (seeds?.split(',') ?? []).map((it) => findAudit(lethe, it.trim(), audit.suite, signal))
  )
  const ask = {
    ...{ audit: audit.id, seeds: found.map(({ id }) => id), language, format, path },
    before: before === undefined ? null : (await findAudit(lethe, before, audit.suite, signal)).id,
    ...{ preparedBy: options.by ?? '', ...(title !== undefined && { title }) }
  }
  const written = await lethe.reports.writeBias(ask, { signal })
  output.result(
    { ...written, audit: audit.id },
    written.keyId === null
      ? `Written: ${written.path}. A table is not signed.\n`
      : `Written: ${written.path}, signed by the key ${written.keyId}\n` +
          `To check it: lethe report check ${written.path}\n`
  )
}

function formatOf(path: string, items: boolean): BiasReportFormat {
  const extension = extname(path).slice(1).toLowerCase()
  if (items && extension !== 'csv')
    throw new UsageError('--items goes with a name that ends in .csv')
  if (extension === 'csv') return items ? 'itemsCsv' : 'csv'
  const found = reportFormats.find((it) => it === extension)
  if (found) return found
  throw new UsageError(`--out: expected a name that ends in .${reportFormats.join(', .')}, .csv`)
}

async function balance(
  { client, output, signal }: Invocation,
  options: AuditVerbOptions,
  names: string[]
): Promise<void> {
  const wanted = onePositional(names, 'AUDIT')
  const { dataset, words, name, language, suite } = options
  if (dataset === undefined && words.length > 0) throw new UsageError('--words goes with --dataset')
  const source =
    dataset === undefined
      ? ({ by: 'items' } as const)
      : ({ by: 'dataset', dataset, words: words.map(sidesOf) } as const)
  const lethe = await client()
  const audit = await findAudit(lethe, wanted, suite, signal)
  output.progress('making the set', '')
  const ask = {
    ...findingOf(audit, options),
    source,
    language,
    ...(name !== undefined && { name })
  }
  const found = await lethe.bias.balance(ask, { signal })
  output.result(
    { audit: audit.id, ...found },
    balanceWords(found, new BiasTexts('en', audit.suite))
  )
}

function balanceWords(found: BalancedSet, texts: BiasTexts): string {
  const { dataset, pairs, unpaired, heldOut, swaps, leftOut, forgotten } = found
  const lines = [
    `${dataset.name}: ${dataset.records} records, ${pairs} pairs` +
      (unpaired > 0 ? `, ${unpaired} records that name no group` : '')
  ]
  for (const { first, second, firstCount, secondCount } of swaps)
    lines.push(`  ${first} (${firstCount}) against ${second} (${secondCount})`)
  if (leftOut.count > 0) {
    const [example] = leftOut.first
    lines.push(
      `${leftOut.count} left out${example ? `, such as ${example.place}: ${example.why}, “${example.detail}”` : ''}`
    )
  }
  if (forgotten > 0) lines.push(`${forgotten} that were forgotten before are not in it`)
  if (heldOut)
    lines.push(
      `Held out: ${heldOut.items} items in ${heldOut.groups} groups. ${texts.trainedOnItems}`,
      'To audit it then: lethe audit MODEL --suite NAME --held-out'
    )
  return `${lines.join('\n')}\n`
}

function sidesOf(text: string): [string, string] {
  const [first = '', second = '', ...more] = text.split('=').map((side) => side.trim())
  if (first === '' || second === '' || more.length > 0)
    throw new UsageError(`--words: expected A=B, not "${text}"`)
  return [first, second]
}

async function flag(
  { client, output, signal }: Invocation,
  options: AuditVerbOptions,
  names: string[]
): Promise<void> {
  const wanted = onePositional(names, 'AUDIT')
  const { least, name, requester, language, suite } = options
  const lethe = await client()
  const audit = await findAudit(lethe, wanted, suite, signal)
  const ask = { ...findingOf(audit, options), ...(least !== undefined && { least }) }
  output.progress('looking for the nearest records', '')
  const { records, items } = await lethe.bias.nearest(ask, { signal })
  if (options['dry-run']) {
    output.result({ audit: audit.id, items, records }, nearestWords(records, items))
    return
  }
  const { flagSets } = await lethe.bias.flagNearest(
    {
      ...{ ...ask, language, chosen: byDataset(records) },
      ...(name !== undefined && { name }),
      ...(requester !== undefined && { requester })
    },
    { signal }
  )
  const made = flagSets.map(
    ({ id, name: called, records: count }) => `Flagged: ${called}, ${count} records (${id})\n`
  )
  output.result(
    { audit: audit.id, items, records, flagSets },
    `${nearestWords(records, items)}${made.join('')}`
  )
}

function nearestWords(records: readonly NearestRecord[], items: number): string {
  const rows = records
    .slice(0, 50)
    .map(({ dataset, ordinal, similarity, excerpt }) => [
      ...[dataset.name, String(ordinal), similarity.toFixed(2), excerpt.slice(0, 90)]
    ])
  return (
    `${records.length} records, nearest to ${items} items. Nearness is of words: whether they taught it is not shown.\n` +
    table(['dataset', 'record', 'near', ''], rows)
  )
}

/** @throws LetheError nothingFlagged */
function byDataset(records: readonly NearestRecord[]): { dataset: string; ordinals: number[] }[] {
  if (records.length === 0) throw new LetheError('nothingFlagged')
  return [...Map.groupBy(records, ({ dataset }) => dataset.id)].map(([dataset, some]) => ({
    ...{ dataset, ordinals: some.map(({ ordinal }) => ordinal) }
  }))
}

function findingOf({ id }: Audit, { axis, only }: AuditVerbOptions) {
  return {
    audit: id,
    ...(axis !== undefined && { axis }),
    ...(only !== undefined && { items: only.split(',').map((it) => it.trim()) })
  }
}

/** By id; or the newest finished one of a model, by its name or id. @throws LetheError notFound */
async function findAudit(
  lethe: LetheClient,
  wanted: string,
  suite: string | undefined,
  signal: AbortSignal
): Promise<Audit> {
  const { audits } = await lethe.bias.list({}, { signal })
  const lower = wanted.toLocaleLowerCase()
  const found =
    audits.find(({ id }) => id === wanted) ??
    audits.find(
      (audit) =>
        audit.status === 'finished' &&
        (suite === undefined || audit.suite === suite) &&
        (audit.modelId === wanted || audit.modelName.toLocaleLowerCase() === lower)
    )
  if (found) return found
  const nearest = nearestName(wanted, new Set(audits.map(({ modelName }) => modelName)))
  throw new LetheError('notFound', {
    ...{ kind: 'audit', id: wanted },
    ...(nearest !== null && { nearest })
  })
}
