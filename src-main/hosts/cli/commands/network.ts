// lethe network: the switch, and the requests that were made.
import { z } from 'zod'
import { numberOption, parseValues, UsageError, type Command } from '../command'
import { formatBytes, table } from '../output'

const schema = z.object({ last: numberOption(1, 200, 'integer').default(20) })

export const networkCommand: Command = {
  usage: 'network [on|off] [--last N]',
  summary: 'Turn the network on or off, and list the requests that were made',
  details: [
    'Off (usual): no request leaves Lethe, not even to another program on this machine. The switch is',
    'that of the window: it is kept in the data folder.',
    '',
    '  --last N   how many requests to list (usual: 20); bodies and keys are never kept'
  ].join('\n'),
  options: { last: { type: 'string' } },
  async run({ positionals, values, client, output, signal }) {
    const [wanted, extra] = positionals
    if (extra !== undefined) throw new UsageError(`unexpected "${extra}"`)
    if (wanted !== undefined && wanted !== 'on' && wanted !== 'off') {
      throw new UsageError(`"on" or "off" is possible, not "${wanted}"`)
    }
    const { last } = parseValues(schema, values)
    const lethe = await client()
    if (wanted) await lethe.settings.update({ networkOn: wanted === 'on' }, { signal })
    const { on } = await lethe.network.state(undefined, { signal })
    const { requests, withheld } = await lethe.network.requests({ limit: last }, { signal })
    const rows = requests.map((it) => [
      new Date(it.startedAt).toISOString(),
      it.method,
      `${it.host}${it.path}`,
      it.purpose,
      it.place === null ? 'not connected' : it.place === 'machine' ? 'this machine' : 'away',
      String(it.status ?? '-'),
      it.outcome,
      `${formatBytes(it.bytesOut)} out`,
      `${formatBytes(it.bytesIn)} in`
    ])
    const list = rows.length > 0 ? table([], rows) : 'No requests yet.\n'
    const later = withheld.map(
      ({ host, count }) => `${count} more to ${host}, of blind questions that wait for their vote\n`
    )
    output.result(
      { on, requests, withheld },
      `The network is ${on ? 'on' : 'off'}.\n${list}${later.join('')}`
    )
  }
}
