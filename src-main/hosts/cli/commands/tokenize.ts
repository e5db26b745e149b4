// lethe tokenize: a text as the ids and tokens a model sees.
import { existsSync } from 'node:fs'
import { z } from 'zod'
import { LetheError } from '../../../base/errors'
import { onePositional, parseValues, requireOne, type Command, type LetheClient } from '../command'
import { letheErrorOf } from '../connection'

const schema = z.object({
  text: z.string().optional(),
  stdin: z.boolean().default(false),
  'no-special': z.boolean().default(false)
})

export const tokenizeCommand: Command = {
  usage: 'tokenize MODEL|FILE (--text T | --stdin) [--no-special]',
  summary: 'Show the token ids of a text',
  details: [
    'MODEL is an id or a name; FILE a tokenizer.json, a tokenizer.model or a folder with one.',
    '',
    '  --text T       the text',
    '  --stdin        the text from standard input, as it is',
    '  --no-special   without the special tokens that the tokenizer adds (such as BOS)'
  ].join('\n'),
  options: {
    text: { type: 'string' },
    stdin: { type: 'boolean' },
    'no-special': { type: 'boolean' }
  },
  async run({ positionals, values, client, output, resolvePath, readStandardInput, signal }) {
    const named = onePositional(positionals, 'MODEL or FILE')
    const options = parseValues(schema, values)
    requireOne(values, ['text', 'stdin'])
    const text = options.text ?? (await readStandardInput())
    const lethe = await client()
    const model = await modelOrPath(lethe, named, resolvePath(named))
    const input = { model, text, addSpecialTokens: !options['no-special'] }
    const { ids, tokens } = await lethe.inference.tokenize(input, { signal })
    const lines = ids.map((id, index) => `${id}\t${JSON.stringify(tokens[index] ?? '')}\n`)
    output.result({ ids, tokens }, lines.join(''))
  }
}

/** A model of the library goes before a file of the same name. */
async function modelOrPath(lethe: LetheClient, named: string, path: string): Promise<string> {
  if (/[\\/]/.test(named)) return path
  if (!existsSync(path)) return named
  try {
    return (await lethe.models.get({ model: named })).id
  } catch (error) {
    const cause = letheErrorOf(error)
    if (cause instanceof LetheError && cause.code === 'modelNotFound') return path
    throw error
  }
}
