// lethe report: a signed report of what a model forgot; and whether one is as it was signed.
import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import { z } from 'zod'
import { LetheError } from '../../../base/errors'
import { reportFormats, type HeldModel, type ReportFormat } from '../../../contract/evidenceEntries'
import { languages } from '../../../contract/quantities'
import type { ReportCheck, SignedReport } from '../../../contract/signedReport'
import { checkReportFile, readReport } from '../../../reports/checkReportFile'
import { contentOf } from '../../../reports/renderReport'
import { databaseFileName } from '../../../store/threadProtocol'
import { onePositional, parseValues, UsageError, type Command, type Invocation } from '../command'

const schema = z.object({
  out: z.string().min(1).optional(),
  language: z.enum(languages).default('en'),
  replace: z.boolean().default(false),
  'public-key': z.string().min(1).optional()
})
type Options = z.infer<typeof schema>

export const reportCommand: Command = {
  usage: 'report RUN --out FILE [--language L] [--replace] | report check FILE [--public-key F]',
  summary: 'Write a signed report of what a model forgot, or check one',
  details: [
    'RUN is a run that `lethe unlearn` made; what `lethe verify RUN` found last is what is reported.',
    'Reports of audits: `lethe audit report`.',
    '',
    `  --out FILE       what it is called says what it is: ${reportFormats.map((it) => `.${it}`).join(', ')}`,
    `  --language L     of the report: ${languages.join(', ')} (usual: en)`,
    '  --replace        write over a file that is there',
    '',
    'report check tells whether anything in the file, HTML, PDF or JSON, was changed after it was signed,',
    'and by which key it was: a page is drawn again from its signed data and compared byte for byte. Where',
    'its models are in the data folder, it tells whether they still are what the report says. Without',
    '--public-key the key is the one that the file itself brings: compare its name with what the author',
    'told you. A signature shows that the file is unchanged; not who made it, nor that what it says is',
    'true. Ends with status 1 unless the report is unchanged and nothing here contradicts it.',
    '',
    '  --public-key F   the key that it has to be signed with: PEM, or Base64 of its SPKI form'
  ].join('\n'),
  options: {
    out: { type: 'string' },
    language: { type: 'string' },
    replace: { type: 'boolean' },
    'public-key': { type: 'string' }
  },
  async run(invocation) {
    const { positionals, values } = invocation
    const options = parseValues(schema, values)
    const [what, ...rest] = positionals
    if (what === 'check' && options.out === undefined)
      return check(invocation, onePositional(rest, 'FILE'), options)
    return write(invocation, onePositional(positionals, 'RUN'), options)
  }
}

async function write(
  { client, output, resolvePath, signal }: Invocation,
  wanted: string,
  { out, language, replace }: Options
): Promise<void> {
  if (out === undefined) throw new UsageError('--out is missing')
  const path = resolvePath(out)
  const format = formatOf(path)
  if (!replace && existsSync(path))
    throw new UsageError(`--out: ${path} is there already; --replace writes over it`)
  const lethe = await client()
  const run = await lethe.training.get({ run: wanted }, { signal })
  const { entries } = await lethe.evidence.list({ run: run.id }, { signal })
  const there = entries.find(({ status }) => status === 'finished')
  if (!there) throw new LetheError('noEvidence', { run: run.name })
  const ask = { id: there.id, format, language, path }
  const written = await lethe.evidence.writeReport(ask, { signal })
  output.result(
    { ...written, evidence: there.id },
    `Written: ${written.path}, signed by the key ${written.keyId}\n` +
      `To check it: lethe report check ${written.path}\n`
  )
}

function formatOf(path: string): ReportFormat {
  const extension = extname(path).slice(1).toLowerCase()
  const found = reportFormats.find((it) => it === extension)
  if (found) return found
  throw new UsageError(`--out: expected a name that ends in .${reportFormats.join(', .')}`)
}

async function check(invocation: Invocation, file: string, options: Options): Promise<void> {
  const { output, resolvePath } = invocation
  const key = options['public-key']
  const path = resolvePath(file)
  const found = await checkReportFile(path, key === undefined ? undefined : resolvePath(key))
  const models = found.result === 'unchanged' ? await heldModels(invocation, path) : null
  output.result({ ...found, models }, `${words(found)}${models ? modelWords(models) : ''}`)
  if (found.result !== 'unchanged')
    throw new LetheError('reportChanged', { path, problem: found.result })
  if (models?.some(({ state }) => state === 'different'))
    throw new LetheError('reportChanged', { path, problem: 'otherModels' })
}

/** What the report names, as it is in the data folder now; null: there is no data folder. */
async function heldModels(
  { dataFolder, client, output, signal }: Invocation,
  path: string
): Promise<(HeldModel & { role: string; name: string })[] | null> {
  if (!existsSync(join(dataFolder, databaseFileName))) return null
  const kept = modelsIn(await readReport(path))
  output.progress('comparing the weights', '')
  const asked = kept.map(({ id, sha256 }) => ({ id, sha256 }))
  const { models } = await (await client()).evidence.rehash({ models: asked }, { signal })
  return models.map((held, at) => ({ ...held, role: kept[at]!.role, name: kept[at]!.name }))
}

function modelsIn(
  report: SignedReport
): { role: string; id: string; name: string; sha256: string }[] {
  if (report.statement.kind === 'bias') return contentOf(report, 'bias').models
  // What an attack made was there for as long as it was asked.
  return contentOf(report, 'evidence').models.filter(({ attack }) => attack === null)
}

function modelWords(models: readonly (HeldModel & { role: string; name: string })[]): string {
  const states: Record<HeldModel['state'], string> = {
    same: 'is here, with the same weights',
    different: 'is here, with OTHER weights',
    missing: 'is not here'
  }
  return models.map(({ role, name, state }) => `${role}: “${name}” ${states[state]}\n`).join('')
}

function words(found: ReportCheck): string {
  const { keyId } = found
  switch (found.result) {
    case 'unchanged': {
      const since = new Date(found.signedAt).toISOString()
      const whose = found.keyGiven ? 'the key you gave' : 'the key that the file itself brings'
      return `Unchanged since ${since}, signed by the key ${keyId} (${whose}).\n`
    }
    case 'changed':
      return `Changed after it was signed: ${found.parts.join(', ')}. Key ${keyId}.\n`
    case 'otherLayout':
      return (
        `The data is unchanged since ${new Date(found.signedAt).toISOString()}, signed by the key ${keyId}; ` +
        'the page around it was drawn by another version of Lethe and cannot be compared.\n'
      )
    case 'otherKey':
      return `Signed by the key ${keyId}, not by ${found.givenKeyId}.\n`
    case 'signatureWrong':
      return `The signature does not belong to what was signed. Key ${keyId}.\n`
  }
}
