// lethe dataset: imports a file of records, searches it, tells what it is like, writes it out.
import { z } from 'zod'
import { fileFormats, recordShapes } from '../../../contract/recordFiles'
import { piiTypes } from '../../../contract/records'
import {
  numberOption,
  parseValues,
  refuseOthers,
  UsageError,
  type Command,
  type Invocation
} from '../command'
import { exportDataset } from '../exportDataset'
import { flagRecords } from '../flagRecords'
import { foundWords } from '../foundFlags'
import { importDataset } from '../importDataset'
import { table } from '../output'

const schema = z.object({
  format: z.enum(fileFormats).optional(),
  shape: z.enum(recordShapes).optional(),
  subject: z.string().min(1).optional(),
  name: z.string().trim().min(1).max(120).optional(),
  'skip-bad': z.boolean().default(false),
  'allow-forgotten': z.boolean().default(false),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'expected a whole number from 1 to 500')
    .transform(Number)
    .pipe(z.number().min(1).max(500))
    .default(20),
  in: z.string().min(1).optional(),
  out: z.string().min(1).optional(),
  replace: z.boolean().default(false),
  query: z.string().min(1).max(1000).optional(),
  ids: z
    .string()
    .transform((list) => list.split(',').map((id) => id.trim()))
    .pipe(z.array(z.string().min(1, 'expected ids or numbers separated by commas')))
    .optional(),
  pii: z.enum(['any', ...piiTypes]).optional(),
  finding: z.string().trim().min(1).max(500).optional(),
  text: z.string().min(1).max(200_000).optional(),
  stdin: z.boolean().default(false),
  near: numberOption(0.3, 1, 'number').optional(),
  named: z.boolean().default(false),
  canaries: z.string().min(1).optional(),
  of: z.string().min(1).optional(),
  reason: z.string().trim().max(2000).optional(),
  requester: z.string().trim().max(2000).optional()
})
export type DatasetOptions = z.infer<typeof schema>

interface Verb {
  /** What stands behind the word, in order. */
  names: string[]
  options: (keyof DatasetOptions)[]
  run(invocation: Invocation, options: DatasetOptions, names: string[]): Promise<void>
}

const verbs: Record<string, Verb> = {
  import: {
    names: ['FILE'],
    options: ['format', 'shape', 'subject', 'name', 'skip-bad', 'allow-forgotten'],
    run: (invocation, options, [file = '']) => importDataset(invocation, options, file)
  },
  search: { names: ['NAME', 'QUERY'], options: ['limit'], run: search },
  similar: { names: ['TEXT'], options: ['limit', 'in', 'of'], run: similar },
  scan: { names: ['NAME'], options: [], run: scan },
  flag: {
    names: ['NAME'],
    options: [
      ...(['query', 'ids', 'subject', 'pii', 'finding', 'text', 'stdin', 'canaries'] as const),
      ...(['near', 'named', 'reason', 'requester', 'name'] as const)
    ],
    run: (invocation, options, [name = '']) => flagRecords(invocation, options, name)
  },
  export: {
    names: ['NAME'],
    options: ['out', 'replace'],
    run: (invocation, { out, replace }, [name = '']) => {
      if (out === undefined) throw new UsageError('--out is needed')
      return exportDataset(invocation, { name, out, replace })
    }
  }
}

export const datasetCommand: Command = {
  usage:
    'dataset import FILE | search NAME QUERY | similar TEXT | scan NAME | flag NAME | export NAME --out FILE [options]',
  summary: 'Import a file of records, search it, tell what it is like, flag records, write it out',
  details: [
    `  import FILE          ${fileFormats.join(', ')}; the format, and which column holds what, are`,
    '                       guessed. All of it comes in, or nothing',
    '  search NAME QUERY    records that hold all words of the query; "words in quotes" as they stand',
    '  similar TEXT         records that are like it, in words and their order, the closest first',
    '  scan NAME            personal data, duplicates, languages, lengths, empty and broken records',
    '  flag NAME            put records into a set that is to be forgotten, and tell what they reached;',
    '                       without any of the options that say which: the sets that are there',
    '  export NAME          as JSONL that imports again as it is',
    '',
    '  --format F     of FILE, where the guess is wrong',
    `  --shape S      what a row is: ${recordShapes.join(', ')}`,
    '  --subject C    of import: the column that says whose record it is; of flag: whose records',
    '  --name N       what to call it (usual: the name of FILE, or what is flagged). Of flag: where a set',
    '                 of this dataset bears the name, its records are added, as a new version',
    '  --skip-bad     pass over rows that cannot be read and tell of them (usual: stop at the first)',
    '  --of MODEL     of similar: TEXT is what it answered; the closest of the records it learned from',
    '  --allow-forgotten   of import: records that were forgotten come in too (usual: left out)',
    '  --limit N      of search and similar: the most records to print, 1 to 500 (usual: 20)',
    '  --in NAME      of similar: look in this dataset alone (usual: in all)',
    '  --query Q      of flag: records that hold all words of Q',
    '  --ids A,B      of flag: records by id, or by their number in the dataset',
    `  --pii T        of flag: records with personal data: any, ${piiTypes.join(', ')}`,
    '  --finding V    of flag, with --pii T: only this number or address, however it is written',
    '  --text T       of flag: records that say T, or of which T says all',
    '  --stdin        of flag: the same with a text from standard input',
    '  --near X       of flag: with --text, --stdin or --subject also what is so much alike, from 0.3 to 1;',
    '                 without it what is alike is printed, and not flagged',
    '  --named        of flag, with --subject: also records that name the person and are not theirs',
    '  --canaries RUN of flag: what this run planted, an id',
    '  --reason R     of flag: why they are to be forgotten',
    '  --requester W  of flag: who asked for it',
    '  --out FILE     of export: where to write',
    '  --replace      of export: write over a file that is there'
  ].join('\n'),
  options: {
    format: { type: 'string' },
    shape: { type: 'string' },
    subject: { type: 'string' },
    name: { type: 'string' },
    'skip-bad': { type: 'boolean' },
    'allow-forgotten': { type: 'boolean' },
    limit: { type: 'string' },
    in: { type: 'string' },
    query: { type: 'string' },
    ids: { type: 'string' },
    pii: { type: 'string' },
    finding: { type: 'string' },
    text: { type: 'string' },
    stdin: { type: 'boolean' },
    near: { type: 'string' },
    named: { type: 'boolean' },
    canaries: { type: 'string' },
    of: { type: 'string' },
    reason: { type: 'string' },
    requester: { type: 'string' },
    out: { type: 'string' },
    replace: { type: 'boolean' }
  },
  async run(invocation) {
    const [word = '', ...names] = invocation.positionals
    if (word === '') throw new UsageError(`one of ${Object.keys(verbs).join(', ')} is needed`)
    const verb = Object.hasOwn(verbs, word) ? verbs[word] : undefined
    if (!verb) throw new UsageError(`there is no "dataset ${word}"`)
    const missing = verb.names.find((_, at) => !names[at])
    if (missing !== undefined) throw new UsageError(`${missing} is missing`)
    const extra = names[verb.names.length]
    if (extra !== undefined) throw new UsageError(`unexpected "${extra}"`)
    const options = parseValues(schema, invocation.values)
    refuseOthers(invocation.values, verb.options, `dataset ${word}`)
    await verb.run(invocation, options, names)
  }
}

async function search(
  { client, output, signal }: Invocation,
  { limit }: DatasetOptions,
  [name = '', query = '']: string[]
): Promise<void> {
  const lethe = await client()
  const found = await lethe.datasets.search({ dataset: name, query, limit }, { signal })
  const { records, count, exact } = found
  const rows = records.map(({ ordinal, subject, text }) => [
    ...[String(ordinal), subject ?? '', text.replaceAll(/\s+/g, ' ').slice(0, 100)]
  ])
  const sum = `${exact ? '' : 'about '}${count} found${records.length < count ? `, ${records.length} shown` : ''}\n`
  output.result(found, table(['record', 'subject', 'text'], rows) + sum)
}

async function similar(
  { client, output, signal }: Invocation,
  { limit, in: within, of }: DatasetOptions,
  [text = '']: string[]
): Promise<void> {
  const lethe = await client()
  if (of !== undefined) {
    const source = { by: 'answer', text } as const
    const ask = { model: of, source, ...(within !== undefined && { dataset: within }) }
    const { groups } = await lethe.forgetting.find(ask, { signal })
    output.result(
      { groups },
      groups.length > 0 ? foundWords(groups) : 'No record is close to it.\n'
    )
    return
  }
  const ask = { to: { texts: [text] }, limit, ...(within !== undefined && { within }) }
  const { records } = await lethe.datasets.findAlike(ask, { signal })
  const rows = records.map(({ dataset, record, similarity }) => [
    ...[dataset.name, String(record.ordinal), `${Math.round(similarity * 100)}%`],
    record.beginning.replaceAll(/\s+/g, ' ').slice(0, 100)
  ])
  const found = table(['dataset', 'record', 'alike', 'text'], rows)
  output.result({ records }, rows.length > 0 ? found : 'No record is like this text.\n')
}

async function scan(
  { client, output, signal }: Invocation,
  _options: DatasetOptions,
  [name = '']: string[]
): Promise<void> {
  const { datasets } = await client()
  const dataset = await datasets.get({ dataset: name }, { signal })
  const statistics = await datasets.statistics({ dataset: dataset.id }, { signal })
  const { lengths, languages, splits, problems, pii } = statistics
  const lines = [
    ['records', statistics.records],
    ['rows that could not be read', statistics.rejected],
    ['subjects', statistics.subjects],
    ['duplicates', statistics.duplicates],
    ['near-duplicates', statistics.nearDuplicates ?? 'too many records to look'],
    ...problems.map(({ problem, records }) => [problem, records] as const),
    ...languages.map(({ language, records }) => [`language ${language}`, records] as const),
    ...splits.flatMap(({ split, records }) =>
      split === null || records === 0 ? [] : ([[`split ${split}`, records]] as const)
    )
  ] as const
  const cells = lines.map(([what, count]) => [what, String(count)])
  if (lengths) {
    const { min, median, p95, max } = lengths
    cells.push(['characters: least, median, 95 of 100, most', [min, median, p95, max].join(', ')])
  }
  const found = pii.map(({ type, findings, valid, records }) => [
    ...[type, String(findings), String(valid), String(records)]
  ])
  const header = ['personal data', 'findings', 'check digits agree', 'records']
  output.result(
    { dataset: { id: dataset.id, name: dataset.name, version: dataset.version }, ...statistics },
    `${table([], cells)}\n${found.length > 0 ? table(header, found) : 'No personal data found.\n'}`
  )
}
