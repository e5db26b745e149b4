// lethe erase: what a model forgot leaves this machine too.
import { z } from 'zod'
import { LetheError } from '../../../base/errors'
import {
  isPaper,
  type ErasePreview,
  type EraseResult,
  type Erasure
} from '../../../contract/erasing'
import { onePositional, parseValues, type Command, type LetheClient } from '../command'
import { formatBytes, table, type Output } from '../output'

const askedEveryMs = 200

const schema = z.object({
  yes: z
    .string()
    .regex(/^\d{1,9}$/, 'expected the number of records')
    .transform(Number)
    .optional(),
  'keep-models': z.boolean().default(false),
  'keep-names': z.boolean().default(false),
  quotes: z.boolean().default(false),
  reports: z.boolean().default(false)
})

export const eraseCommand: Command = {
  usage: 'erase RUN|SET [--yes COUNT] [--keep-models] [--keep-names] [--quotes] [--reports]',
  summary: 'Erase from this machine the records that a run forgot, or those of a flag set',
  details: [
    'RUN is a run that `lethe unlearn` made; SET is a flag set, for records that no model has read: a name',
    'or an id. Without --yes it only tells what would go. With it the records',
    'leave the database, its index, the plans and states of runs and copies of the database; the models',
    'that come of them are deleted; and every file of the data folder is read for what is left. What stays',
    'is a keyed fingerprint that keeps them out. This cannot be undone; cut off, it goes on at the next',
    'start, or with the same command.',
    '',
    '  --yes COUNT      the number of records, as the list tells it',
    '  --keep-models    models stay, though their weights may hold the records',
    '  --keep-names     names of flag sets, runs and models stay, though they hold words of the records',
    '  --quotes         conversations, comparisons and lists of prompts that quote them go too',
    '  --reports        evidence and reports that name them go too'
  ].join('\n'),
  options: {
    yes: { type: 'string' },
    'keep-models': { type: 'boolean' },
    'keep-names': { type: 'boolean' },
    quotes: { type: 'boolean' },
    reports: { type: 'boolean' }
  },
  async run({ positionals, values, client, output, signal }) {
    const wanted = onePositional(positionals, 'RUN')
    const { yes, ...options } = parseValues(schema, values)
    const lethe = await client()
    const which = await meant(lethe, wanted, signal)
    const { erasures } = await lethe.erase.list({ flagSet: which.flagSet }, { signal })
    const begun = erasures.find(({ endedAt }) => endedAt === null)
    if (begun && yes !== undefined) {
      await lethe.erase.resume({ id: begun.id }, { signal })
      return tell(await follow(lethe, begun.id, output, signal), output)
    }
    const preview = await lethe.erase.preview({ which }, { signal })
    if (yes === undefined) {
      output.result({ preview }, previewWords(preview, wanted))
      return
    }
    const { models, quotes } = preview
    const { id } = await lethe.erase.run(
      {
        ...{ which, count: yes, keepNames: options['keep-names'] },
        keepModels: options['keep-models'] ? models.map(({ modelId }) => modelId) : [],
        quotes: quotes
          .filter((it) => (isPaper(it) ? options.reports : options.quotes))
          .map(({ kind, id: quoted }) => ({ kind, id: quoted }))
      },
      { signal }
    )
    tell(await follow(lethe, id, output, signal), output)
  }
}

/** The records that a run forgot, or those of a flag set as it is now. */
async function meant(
  lethe: LetheClient,
  wanted: string,
  signal: AbortSignal
): Promise<{ flagSet: string; version?: number }> {
  const { runs } = await lethe.training.list({}, { signal })
  const sets = (await lethe.forgetting.flagSets({}, { signal })).flagSets
  const lower = wanted.toLocaleLowerCase()
  const isIt = ({ id, name }: { id: string; name: string }): boolean =>
    id === wanted || name.toLocaleLowerCase() === lower
  const run = runs.find(isIt)
  const set = sets.find(isIt)
  if (run && !run.forgetting && !set) throw new LetheError('notAReplay', { run: run.name })
  if (run?.forgetting)
    return { flagSet: run.forgetting.flagSetId, version: run.forgetting.flagSetVersion }
  if (!set) throw new LetheError('notFound', { kind: 'run', id: wanted })
  return { flagSet: set.id }
}

async function follow(
  lethe: LetheClient,
  id: string,
  output: Output,
  signal: AbortSignal
): Promise<Erasure> {
  for (;;) {
    const erasure = await lethe.erase.get({ id })
    if (erasure.status === 'finished') return erasure
    if (erasure.error) throw LetheError.from(erasure.error)
    if (signal.aborted) {
      output.note('It goes on at the next start, or with the same command.')
      throw new LetheError('cancelled')
    }
    const { step, done, total } = erasure
    output.progress(stepWords[step], total === 0 ? '' : `${Math.floor((100 * done) / total)} %`)
    await new Promise((resolve) => setTimeout(resolve, askedEveryMs))
  }
}

const stepWords: Record<Erasure['step'], string> = {
  tokens: 'emptying the plans of runs',
  files: 'removing files',
  records: 'erasing records',
  quotes: 'erasing what quotes them',
  index: 'writing the index of words anew',
  database: 'writing the database anew',
  verify: 'reading every file for what is left'
}

function tell({ id, records, result }: Erasure, output: Output): void {
  output.result({ erasure: { id, records }, result }, result ? resultWords(result) : '')
}

function resultWords(result: EraseResult): string {
  const { files, traces, unread, kept, keptModels, exportsOutside, tombstones } = result
  const list = (title: string, rows: readonly string[]): string[] =>
    rows.length > 0 ? ['', title, ...rows.map((row) => `  ${row}`)] : []
  const found = traces.map(({ path, kind, count }) => `${path}: ${count} ${traceWords[kind]}`)
  return [
    `Erased. ${files} files rewritten; ` +
      (found.length === 0 ? 'no trace of the text found in the data folder.' : 'a trace is left:'),
    ...found.map((row) => `  ${row}`),
    ...list('Not read:', unread),
    ...list(
      'Kept, as you chose, though it repeats the records or words that only they held:',
      kept.map(({ kind, name }) => `${kind} ${name}`)
    ),
    ...list('Kept, as you chose; their weights may hold the records:', keptModels),
    ...list('You must remove these copies yourself:', exportsOutside),
    '',
    `${tombstones} fingerprints stay, to keep the records out. Not promised: what a disk keeps in spare`,
    'blocks, backups of this machine, copies that other people have, and what weights hold.',
    ''
  ].join('\n')
}

const traceWords: Record<EraseResult['traces'][number]['kind'], string> = {
  words: 'places with eight words in a row',
  terms: 'words that only these records held',
  ids: 'places with eight tokens in a row',
  index: 'words in the index'
}

function previewWords(preview: ErasePreview, run: string): string {
  const { records, datasets, caches, checkpoints, models, exports, quotes } = preview
  const rows = [
    ...datasets.map((it) => ['records', it.name, String(it.records)]),
    ...(preview.earlierContents > 0
      ? [['what they said before', '', String(preview.earlierContents)]]
      : []),
    ...caches.map((it) => ['token ids', it.runName, `${it.records} records`]),
    ...checkpoints.map((it) => [
      ...['states of a run', it.runName, `${it.files} files, ${formatBytes(it.sizeBytes)}`]
    ]),
    ...models.map((it) => ['model', it.modelName, formatBytes(it.sizeBytes)]),
    ...exports.map((it) => [
      ...['export', it.path, it.outside ? 'you must remove this copy yourself' : '']
    ]),
    ...preview.backups.map((it) => ['copy of the database', it.path, formatBytes(it.sizeBytes)]),
    ...preview.names.map((name) => ['words in a name', name, '']),
    ...quotes.map((it) => [
      ...[it.kind, it.name],
      isPaper(it) ? 'names them; goes with --reports only' : 'quotes them; goes with --quotes only'
    ])
  ]
  const blocked = [
    ...preview.unfinished.map((name) => `“${name}” has to end first.\n`),
    ...(preview.importing ? ['An import has to end first.\n'] : [])
  ]
  return (
    `${table(['what goes', '', ''], rows)}\n` +
    'What stays: keyed fingerprints that keep the records out, and other reports.\n' +
    blocked.join('') +
    `\nThis cannot be undone. To erase ${records} records:\n  lethe erase ${JSON.stringify(run)} --yes ${records}\n`
  )
}
