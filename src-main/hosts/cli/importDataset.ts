// lethe dataset import: what is not said about the file is guessed.
import { quantities } from '../../contract/quantities'
import type { Mapping } from '../../contract/recordFiles'
import { UsageError, type Invocation, type LetheClient } from './command'
import type { DatasetOptions } from './commands/dataset'
import { formatBytes } from './output'

export async function importDataset(
  { client, output, resolvePath, signal }: Invocation,
  options: DatasetOptions,
  file: string
): Promise<void> {
  const { format, shape, subject, name, 'skip-bad': skipsBad } = options
  const allowForgotten = options['allow-forgotten']
  const lethe = await client()
  const wanted = {
    source: { type: 'path', path: resolvePath(file) } as const,
    ...{ form: format === undefined ? {} : { format }, shape }
  }
  const mapping = subject === undefined ? undefined : await withSubject(lethe, wanted, subject)
  const events = await lethe.datasets.import(
    {
      ...wanted,
      name,
      ...(mapping && { mapping }),
      rejected: skipsBad ? 'skip' : 'stop',
      allowForgotten
    },
    { signal }
  )
  for await (const event of events) {
    if (event.type === 'progress') {
      const { doneBytes, totalBytes, records, rejected, secondsLeft } = event
      const left = secondsLeft === null ? '' : `, about ${Math.ceil(secondsLeft)} s left`
      const bad = rejected === 0 ? '' : `, ${rejected} rows passed over`
      const bytes = `${formatBytes(doneBytes)} of ${formatBytes(totalBytes)}`
      output.progress('reading', `${records} records${bad}, ${bytes}${left}`)
      continue
    }
    const { dataset, forgotten } = event
    const { rejected, records, mapping: used } = dataset
    for (const { line, problem, detail } of rejected.first.slice(0, 10)) {
      output.note(`line ${line}: ${problem}${detail === '' ? '' : ` (${detail})`}`)
    }
    if (rejected.count > 0) output.note(`rows passed over: ${rejected.count}`)
    const { leftOut, imported, lastForgottenAt } = forgotten
    if (lastForgottenAt !== null) output.note(forgottenWords(leftOut, imported, lastForgottenAt))
    output.result(
      { dataset, forgotten },
      `Imported: ${dataset.name} (${records} records, ${used.shape}, ${dataset.id})\n`
    )
  }
}

async function withSubject(
  lethe: LetheClient,
  wanted: Parameters<LetheClient['datasets']['preview']>[0],
  subject: string
): Promise<Mapping | undefined> {
  const { mapping, columns } = await lethe.datasets.preview(wanted)
  if (!columns.includes(subject)) {
    throw new UsageError(`--subject: there is no column "${subject}", only ${columns.join(', ')}`)
  }
  return mapping ? { ...mapping, subject } : undefined // the import says what is wrong
}

function forgottenWords(leftOut: number, imported: number, lastAt: number): string {
  const { count, day } = quantities('en')
  return leftOut > 0
    ? `${count(leftOut)} of these records ${leftOut === 1 ? 'was' : 'were'} forgotten on ` +
        `${day(lastAt)}; left out ` +
        '(--allow-forgotten lets them in).'
    : `${count(imported)} of these records ${imported === 1 ? 'was' : 'were'} forgotten on ` +
        `${day(lastAt)}; let in all the same.`
}
