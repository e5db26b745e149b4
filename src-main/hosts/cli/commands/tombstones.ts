// lethe tombstones: what is kept out since it was erased, and letting it in again.
import { z } from 'zod'
import { LetheError } from '../../../base/errors'
import type { KeptOut } from '../../../contract/erasing'
import { onePositional, parseValues, UsageError, type Command, type LetheClient } from '../command'
import { table } from '../output'

const schema = z.object({
  dropped: z.boolean().default(false),
  all: z.boolean().default(false),
  yes: z
    .string()
    .regex(/^\d{1,9}$/, 'expected the number of fingerprints')
    .transform(Number)
    .optional()
})

export const tombstonesCommand: Command = {
  usage: 'tombstones [list] [--dropped] | drop SET|ID | drop --all [--yes COUNT] | restore SET|ID',
  summary: 'What is kept out since it was erased, and letting it in again',
  details: [
    'Of an erased record a keyed fingerprint stays: what says the same, or is much like it, is caught when',
    'it comes again. Its text is not kept. SET is the flag set that was erased, a name or an id; ID the',
    'erasure, as the list tells it.',
    '',
    'drop lets what was erased with SET come in again; for 30 days, `restore` keeps it out as before.',
    'drop --all lets go of every fingerprint and of the key that made them: that cannot be undone, and',
    'needs their number.',
    '',
    '  --dropped     list those that were dropped and can be restored',
    '  --all         all of them, for good',
    '  --yes COUNT   the number of fingerprints, as the list tells it'
  ].join('\n'),
  options: {
    dropped: { type: 'boolean' },
    all: { type: 'boolean' },
    yes: { type: 'string' }
  },
  async run({ positionals, values, client, output, signal }) {
    const { dropped, all, yes } = parseValues(schema, values)
    const [what = 'list', ...rest] = positionals
    if (what === 'list') {
      refuseMore(rest)
      const lethe = await client()
      const { entries } = await lethe.tombstones.keptOut({ dropped }, { signal })
      output.result({ entries }, listWords(entries, dropped))
    } else if (what === 'drop' && all) {
      refuseMore(rest)
      const lethe = await client()
      const { count } = await lethe.tombstones.list({ limit: 1 }, { signal })
      if (yes === undefined) {
        output.result({ count }, dropAllWords(count))
        return
      }
      const done = await lethe.tombstones.drop({ count: yes }, { signal })
      output.result(done, `${done.dropped} fingerprints were dropped for good.\n`)
    } else if (what === 'drop' || what === 'restore') {
      const wanted = onePositional(rest, 'SET')
      const lethe = await client()
      const found = await meant(lethe, wanted, what === 'restore', signal)
      const entry = await lethe.tombstones[what === 'drop' ? 'dropSome' : 'restore'](
        { id: found.id },
        { signal }
      )
      output.result({ entry }, changedWords(entry))
    } else throw new UsageError(`there is no "tombstones ${what}"`)
  }
}

function refuseMore([extra]: readonly string[]): void {
  if (extra !== undefined) throw new UsageError(`unexpected "${extra}"`)
}

/** By the erasure, or by the flag set: the newest of them. */
async function meant(
  lethe: LetheClient,
  wanted: string,
  dropped: boolean,
  signal: AbortSignal
): Promise<KeptOut> {
  const { entries } = await lethe.tombstones.keptOut({ dropped }, { signal })
  const lower = wanted.toLocaleLowerCase()
  const found =
    entries.find(({ id, flagSet }) => id === wanted || flagSet?.id === wanted) ??
    entries.find(({ flagSet }) => flagSet?.name.toLocaleLowerCase() === lower)
  if (!found) throw new LetheError('notFound', { kind: 'erasure', id: wanted })
  return found
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

function listWords(entries: readonly KeptOut[], dropped: boolean): string {
  if (entries.length === 0) return dropped ? 'None was dropped.\n' : 'Nothing is kept out.\n'
  const of = dropped
    ? 'These can come in again; `lethe tombstones restore SET` keeps them out as before.\n'
    : 'What says the same as these is caught when it comes again; near: what is much like it too.\n'
  return `${entries.map(entryWords).join('\n')}\n${of}`
}

function entryWords(entry: KeptOut): string {
  const { forgottenAt, records, fingerprints, near, reason, requester, letIn } = entry
  const list = (all: readonly { name: string }[]): string => all.map(({ name }) => name).join(', ')
  const rows = [
    ['erased', `${dayOf(forgottenAt)}, ${records} records`],
    ['fingerprints', `${fingerprints}, near ${near}`],
    ['from', list(entry.datasets)],
    ['forgotten by', list(entry.runs)],
    ['asked for by', requester],
    ['reason', reason],
    ['let in again', letIn.map((it) => `${it.records} in ${it.datasetName}`).join(', ')],
    ['id', entry.id]
  ].filter(([, value]) => value !== '')
  const told = table(
    [],
    rows.map((row) => ['', ...row])
  )
  return `${entry.flagSet?.name ?? 'a flag set that is gone'}\n${told}`
}

function dropAllWords(count: number): string {
  if (count === 0) return 'Nothing is kept out.\n'
  return (
    `${count} fingerprints keep records out. Dropped, they are gone for good, with their key.\n` +
    `To drop them:\n  lethe tombstones drop --all --yes ${count}\n`
  )
}

function changedWords({ fingerprints, droppedAt, flagSet, id }: KeptOut): string {
  const name = JSON.stringify(flagSet?.name ?? id)
  return droppedAt === null
    ? `Kept out again: ${fingerprints} fingerprints of ${name}.\n`
    : `${fingerprints} fingerprints of ${name} catch nothing any more. For 30 days they can be restored:\n` +
        `  lethe tombstones restore ${id}\n`
}
