// lethe audit: whether a model leans on stereotypes, and whether that changed.
import { z } from 'zod'
import { LetheError } from '../../../base/errors'
import type { Audit, AuditPower, SuiteInfo } from '../../../contract/bias'
import { auditJson, auditWords, comparisonWords } from '../auditWords'
import { parseValues, UsageError, type Command, type LetheClient } from '../command'
import { followAudit } from '../followAudit'
import type { Output } from '../output'
import { table } from '../output'

const schema = z.object({
  suite: z.string().min(1).optional(),
  data: z.string().min(1).optional(),
  against: z.string().min(1).optional(),
  seeds: z.string().min(1).optional(),
  predictions: z.string().min(1).optional(),
  column: z.string().min(1).optional(),
  set: z.array(z.string()).default([]),
  power: z.boolean().default(false),
  suites: z.boolean().default(false),
  'self-test': z.boolean().default(false)
})
type Values = z.infer<typeof schema>

export const auditCommand: Command = {
  usage:
    'audit MODEL --suite NAME [--data FILE] [--against MODEL] | audit --suite NAME --data FILE --predictions FILE | audit --self-test [--data DIR]',
  summary: 'Check a model for bias, and whether it changed',
  details: [
    'Scores are kept by the bytes of the model: the same question is asked once. Ctrl-C pauses; the same',
    'command goes on. No number is given below 30 items, and below 200 it is indicative only.',
    '',
    '  --suite NAME        what is asked; --suites lists them with their licences',
    '  --data FILE         where the items lie, as they were published (a file or a folder)',
    '  --against MODEL     what MODEL was before: same items, paired; changed, equivalent or cannot tell',
    '  --seeds M,M         with --against: models made like MODEL with other seeds; a change must be larger',
    '                      than what another seed makes of it',
    '  --set KEY=VALUE     an option of the suite; may be repeated',
    '  --power             only tell what the items can show',
    '  --predictions FILE  score what others wrote down, without a model',
    '  --column NAME       of the predictions, where the file has several',
    '  --self-test         compute published numbers again, with --data from the folder of their data'
  ].join('\n'),
  options: {
    suite: { type: 'string' },
    data: { type: 'string' },
    against: { type: 'string' },
    seeds: { type: 'string' },
    predictions: { type: 'string' },
    column: { type: 'string' },
    set: { type: 'string', multiple: true },
    power: { type: 'boolean' },
    suites: { type: 'boolean' },
    'self-test': { type: 'boolean' }
  },
  async run({ positionals, values, client, output, resolvePath, signal }) {
    const parsed = parseValues(schema, values)
    const [model, extra] = positionals
    if (extra !== undefined) throw new UsageError(`unexpected "${extra}"`)
    const data = parsed.data === undefined ? null : resolvePath(parsed.data)
    if (parsed.suites) return tellSuites(await client(), output, signal)
    if (parsed['self-test']) return tellSelfTest(await client(), data, output, signal)
    if (parsed.suite === undefined) throw new UsageError('--suite is missing')
    if (parsed.seeds !== undefined && parsed.against === undefined)
      throw new UsageError('--seeds goes with --against')
    const { suite } = parsed
    const options = optionsOf(parsed.set)
    const choice = { suite, data, options }
    if (parsed.power) {
      const power = await (await client()).bias.power(choice, { signal })
      output.result(power, powerWords(power))
    } else if (parsed.predictions !== undefined) {
      if (model !== undefined) throw new UsageError('predictions are scored without a model')
      const predictions = resolvePath(parsed.predictions)
      const ask = { ...choice, predictions, column: parsed.column ?? null }
      const lethe = await client()
      const result = await lethe.bias.predictions(ask, { signal })
      output.result(auditJson(result), auditWords(result, await aboutOf(lethe, suite, signal)))
    } else {
      if (model === undefined) throw new UsageError('MODEL is missing')
      await auditModel(await client(), { ...parsed, ...choice, model }, output, signal)
    }
  }
}

interface Asked {
  suite: string
  data: string | null
  options: Record<string, unknown>
  model: string
  against?: Values['against']
  seeds?: Values['seeds']
}

async function auditModel(
  lethe: LetheClient,
  { suite, data, options, model, against, seeds }: Asked,
  output: Output,
  signal: AbortSignal
): Promise<void> {
  const audited = async (wanted: string): Promise<Audit> => {
    const ask = { suite, data, options, model: wanted }
    return followAudit(lethe, await lethe.bias.start(ask, { signal }), output, signal)
  }
  // Nothing is computed before all of them are known to be there.
  const others = seeds?.split(',').map((it) => it.trim()) ?? []
  for (const wanted of [model, ...(against === undefined ? [] : [against]), ...others])
    await lethe.models.get({ model: wanted }, { signal })
  const before = against === undefined ? null : await audited(against)
  const after = await audited(model)
  const { result } = await lethe.bias.get({ id: after.id }, { signal })
  if (!result) throw new LetheError('auditUnfinished', { model: after.modelName })
  const about = {
    audit: after.id,
    model: { id: after.modelId, name: after.modelName, sha256: after.modelSha256 }
  }
  const shown = { ...about, device: after.device, ...auditJson(result) }
  const of = await aboutOf(lethe, suite, signal)
  if (!before) return output.result(shown, auditWords(result, of))
  const ofSeeds: string[] = []
  for (const other of others) ofSeeds.push((await audited(other)).id)
  const ask = { before: before.id, after: after.id, seeds: ofSeeds }
  const { comparison } = await lethe.bias.compare(ask, { signal })
  const { axes, ...rest } = comparison
  const json = {
    ...{ ...shown, against: { audit: before.id, id: before.modelId, name: before.modelName } },
    ...{ verdicts: axes, change: rest }
  }
  output.result(json, `${auditWords(result, of)}\n${comparisonWords(comparison, of)}`)
}

async function aboutOf(
  lethe: LetheClient,
  wanted: string,
  signal: AbortSignal
): Promise<SuiteInfo> {
  const { suites } = await lethe.bias.suites(undefined, { signal })
  return suites.find(({ name }) => name === wanted)!
}

/** key=value, values as JSON where they are. */
function optionsOf(set: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    set.map((text) => {
      const at = text.indexOf('=')
      if (at <= 0) throw new UsageError(`--set: expected key=value, not "${text}"`)
      const value = text.slice(at + 1)
      return [
        text.slice(0, at),
        /^(-?\d+(\.\d+)?|true|false)$/.test(value) ? (JSON.parse(value) as unknown) : value
      ]
    })
  )
}

async function tellSuites(lethe: LetheClient, output: Output, signal: AbortSignal): Promise<void> {
  const { suites } = await lethe.bias.suites(undefined, { signal })
  const row = ({ name, title, licence, files }: SuiteInfo): string[] => [
    ...[name, title.en, licence, files === null ? 'included' : files]
  ]
  output.result(
    { suites },
    table(['suite', 'title', 'licence of its items', 'reads'], suites.map(row))
  )
}

async function tellSelfTest(
  lethe: LetheClient,
  data: string | null,
  output: Output,
  signal: AbortSignal
): Promise<void> {
  const found = await lethe.bias.selfTest({ data }, { signal })
  const rows = found.checks.map(({ name, expected, found: value, digits, state }) => [
    ...[name, expected.toFixed(digits), value === null ? '-' : value.toFixed(digits + 2), state]
  ])
  const { passed, failed, absent } = found
  output.result(
    found,
    `${table(['figure', 'published', 'found', ''], rows)}\n${passed} passed, ${failed} failed` +
      `${absent > 0 ? `, ${absent} without data (--data)` : ''}\n`
  )
  if (failed > 0) throw new LetheError('selfTestFailed', { failed })
}

function powerWords({ items, groups, leftOut, axes, ...shown }: AuditPower): string {
  const points = (value: number | null): string =>
    value === null ? '-' : String(Math.ceil(100 * value))
  const rows = axes.map((axis) => [
    ...[axis.axis, String(axis.n), String(axis.groups)],
    ...[points(axis.smallestChange), points(axis.smallestLean)]
  ])
  const inGroups = groups === items ? '' : ` in ${groups} groups`
  return (
    `With ${items} items${inGroups} this can show changes of about ` +
    `${points(shown.smallestChange)} points or more, and a lean of about ` +
    `${points(shown.smallestLean)} points.` +
    `${leftOut.count > 0 ? ` ${leftOut.count} rows are left out.` : ''}\n\n` +
    table(['axis', 'items', 'groups', 'change', 'lean'], rows)
  )
}
