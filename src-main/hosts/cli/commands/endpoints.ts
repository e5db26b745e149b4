// lethe endpoints: OpenAI-compatible servers whose models take part in comparisons.
import { z } from 'zod'
import { remoteReference, type Endpoint } from '../../../contract/network'
import { parseValues, UsageError, type Command, type LetheClient } from '../command'
import { findNamed } from '../findNamed'
import { table } from '../output'

const schema = z.object({
  'key-stdin': z.boolean().default(false),
  'no-key': z.boolean().default(false),
  'takes-more': z.boolean().optional(),
  url: z.string().optional()
})

export const endpointsCommand: Command = {
  usage: 'endpoints [add NAME URL | set NAME | models NAME | remove NAME] [options]',
  summary: 'Servers that speak the OpenAI API, for comparisons',
  details: [
    'Their models take part in `compare` as remote:NAME/MODEL once `lethe network on` was said.',
    'Ollama: http://127.0.0.1:11434/v1, LM Studio: http://127.0.0.1:1234/v1, vLLM:',
    'http://127.0.0.1:8000/v1. A key is kept as it is in the database of the data folder, which only',
    'your account may read; it is never printed.',
    '',
    '  add NAME URL    a new one',
    '  set NAME        change what the options say',
    '  models NAME     ask which models it offers',
    '  remove NAME     forget it and its key',
    '',
    '  --url URL       with set: another address',
    '  --key-stdin     the key from standard input',
    '  --no-key        with set: no key any more',
    '  --takes-more    it takes top_k, min_p and repetition_penalty; otherwise they are not sent'
  ].join('\n'),
  options: {
    url: { type: 'string' },
    'key-stdin': { type: 'boolean' },
    'no-key': { type: 'boolean' },
    'takes-more': { type: 'boolean' }
  },
  async run({ positionals, values, client, output, readStandardInput, signal }) {
    const options = parseValues(schema, values)
    if (options['key-stdin'] && options['no-key']) {
      throw new UsageError('only one of --key-stdin, --no-key is possible')
    }
    const [verb = 'list', name = '', url = ''] = positionals
    const wanted = { list: 0, add: 3, set: 2, models: 2, remove: 2 }[verb]
    if (wanted === undefined) throw new UsageError(`there is no "endpoints ${verb}"`)
    if (positionals.length > wanted) throw new UsageError(`unexpected "${positionals[wanted]}"`)
    if (positionals.length < wanted) {
      throw new UsageError(`${verb === 'add' && name !== '' ? 'URL' : 'NAME'} is missing`)
    }
    const key = options['key-stdin']
      ? (await readStandardInput()).trim()
      : options['no-key']
        ? ''
        : undefined
    const { network } = await client()
    const takesMore = options['takes-more']
    if (verb === 'list') {
      const { endpoints } = await network.endpoints(undefined, { signal })
      return output.result({ endpoints }, table(columns, endpoints.map(rowOf)))
    }
    if (verb === 'add') {
      const given = { name, baseUrl: url, key: key ?? '', takesMore: takesMore ?? false }
      const endpoint = await network.addEndpoint(given, { signal })
      return output.result({ endpoint }, table(columns, [rowOf(endpoint)]))
    }
    const { id, name: known } = await find(network, name)
    if (verb === 'remove') {
      const endpoint = await network.removeEndpoint({ id }, { signal })
      return output.result({ endpoint }, `Removed: ${known}\n`)
    }
    if (verb === 'set') {
      const endpoint = await network.updateEndpoint(
        { id, key, takesMore, baseUrl: options.url },
        { signal }
      )
      return output.result({ endpoint }, table(columns, [rowOf(endpoint)]))
    }
    const endpoint = await network.listModels({ id }, { signal })
    const models = endpoint.listed.map((model) => remoteReference(endpoint.name, model))
    output.result({ models }, models.map((line) => `${line}\n`).join(''))
  }
}

const columns = ['name', 'address', 'place', 'key']

function rowOf({ name, baseUrl, place, hasKey }: Endpoint): string[] {
  return [name, baseUrl, place === 'machine' ? 'this machine' : 'away', hasKey ? 'yes' : 'no']
}

async function find(network: LetheClient['network'], wanted: string): Promise<Endpoint> {
  const { endpoints } = await network.endpoints()
  return findNamed(endpoints, 'endpoint', wanted)
}
