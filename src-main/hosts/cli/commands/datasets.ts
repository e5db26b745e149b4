// lethe datasets: what records are there.
import { UsageError, type Command } from '../command'
import { table } from '../output'

export const datasetsCommand: Command = {
  usage: 'datasets',
  summary: 'List the datasets',
  details: [
    'Prints name, records, how many of them hold personal data or repeat an earlier one, the file and the',
    'id. `lethe dataset import FILE` adds one.'
  ].join('\n'),
  options: {},
  async run({ positionals, client, output, signal }) {
    if (positionals.length > 0) throw new UsageError(`unexpected "${positionals[0]}"`)
    const lethe = await client()
    const { datasets } = await lethe.datasets.list({}, { signal })
    const rows = datasets.map((it) => [
      ...[it.name, String(it.records), String(it.piiRecords), String(it.duplicates)],
      ...[it.fileName, it.id]
    ])
    output.result(
      { datasets },
      table(['name', 'records', 'personal data', 'duplicates', 'file', 'id'], rows)
    )
  }
}
