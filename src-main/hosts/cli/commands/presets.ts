// lethe presets: texts that are kept to be used again, in the message field and as system prompts.
import { z } from 'zod'
import { promptPresetKindSchema, type PromptPreset } from '../../../contract/promptPresets'
import { parseValues, requireOne, UsageError, type Command } from '../command'
import { findNamed } from '../findNamed'
import { table } from '../output'

const schema = z.object({
  kind: promptPresetKindSchema.optional(),
  text: z.string().optional(),
  stdin: z.boolean().default(false),
  name: z.string().optional()
})
const verbs = { list: 1, add: 2, set: 2, remove: 2 }
const shownLetters = 60

export const presetsCommand: Command = {
  usage: 'presets [add NAME | set NAME | remove NAME] [options]',
  summary: 'Texts that are kept to be used again in the chat',
  details: [
    'Without a word it lists them. Names are unique among those of one kind.',
    '',
    '  add NAME      keep the text of --text or --stdin',
    '  set NAME      give it another text or another name',
    '  remove NAME   take it out of the list',
    '',
    '  --kind K      message (usual; for the message field) or system (a system prompt)',
    '  --text T      the text',
    '  --stdin       the text from standard input, as it is',
    '  --name N      with set: the new name'
  ].join('\n'),
  options: {
    kind: { type: 'string' },
    text: { type: 'string' },
    stdin: { type: 'boolean' },
    name: { type: 'string' }
  },
  async run({ positionals, values, client, output, readStandardInput, signal }) {
    const options = parseValues(schema, values)
    const { kind = 'message', name: newName } = options
    const [verb = 'list', name = ''] = positionals
    if (!isVerb(verb)) throw new UsageError(`there is no "presets ${verb}"`)
    if (verb !== 'list' && name === '') throw new UsageError('NAME is missing')
    const extra = positionals[verbs[verb]]
    if (extra !== undefined) throw new UsageError(`unexpected "${extra}"`)
    if (verb === 'add') requireOne(values, ['text', 'stdin'])
    if (verb === 'set' && newName === undefined) requireOne(values, ['text', 'stdin'])
    if (options.text !== undefined && options.stdin)
      throw new UsageError('only one of --text, --stdin is possible')
    const text = options.stdin ? await readStandardInput() : options.text

    const { promptPresets } = await client()
    const { presets } = await promptPresets.list(undefined, { signal })
    if (verb === 'list') {
      const listed = presets.filter((it) => options.kind === undefined || it.kind === kind)
      return output.result({ presets: listed }, table(['name', 'kind', 'text'], listed.map(rowOf)))
    }
    if (verb === 'add') {
      const preset = await promptPresets.add({ kind, name, text: text ?? '' }, { signal })
      return output.result({ preset }, `Kept: ${preset.name}\n`)
    }
    const ofKind = presets.filter((preset) => preset.kind === kind)
    const { id, name: known } = findNamed(ofKind, 'preset', name)
    if (verb === 'remove') {
      const preset = await promptPresets.remove({ id }, { signal })
      return output.result({ preset }, `Removed: ${known}\n`)
    }
    const preset = await promptPresets.update({ id, name: newName, text }, { signal })
    output.result({ preset }, `Changed: ${preset.name}\n`)
  }
}

const isVerb = (word: string): word is keyof typeof verbs => Object.hasOwn(verbs, word)

function rowOf({ name, kind, text }: PromptPreset): string[] {
  const line = text.trim().replace(/\s+/g, ' ')
  return [name, kind, line.length > shownLetters ? `${line.slice(0, shownLetters - 1)}…` : line]
}
