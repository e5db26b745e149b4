// lethe compare: one prompt to several models with the same seed, kept in the list of comparisons.
import { z } from 'zod'
import { LetheError } from '../../../base/errors'
import { defaultSampling, samplingPresets } from '../../../contract/chat'
import { mostColumns, type ComparedAnswer } from '../../../contract/compare'
import { numberOption, parseValues, UsageError, type Command } from '../command'

const schema = z.object({
  prompt: z.string({ error: 'the prompt is missing' }),
  system: z.string().default(''),
  'max-tokens': numberOption(1, 32_768, 'integer').optional(),
  temperature: numberOption(0, 2, 'number').optional(),
  'top-k': numberOption(0, 1000, 'integer').optional(),
  'top-p': numberOption(0, 1, 'number').optional(),
  'min-p': numberOption(0, 1, 'number').optional(),
  'repetition-penalty': numberOption(1, 2, 'number').optional(),
  seed: numberOption(0, 0xffffffff, 'integer').optional()
})

export const compareCommand: Command = {
  usage: 'compare MODEL MODEL … --prompt T [options]',
  summary: 'Ask several models the same thing',
  details: [
    'MODEL is one of `lethe models`, or remote:ENDPOINT/MODEL of `lethe endpoints`.',
    '',
    '  --prompt T               the prompt, put through each model’s chat template',
    '  --system S               a system prompt',
    `  --max-tokens N           at most N tokens each (usual: ${defaultSampling.maxTokens})`,
    '  --temperature X          0 takes the likeliest token each time (usual); up to 2',
    '  --top-k N                choose among the N likeliest tokens (usual: 0, off)',
    '  --top-p X                choose among the likeliest that add up to X (usual: 1, off)',
    '  --min-p X                leave out those below X times the likeliest (usual: 0, off)',
    '  --repetition-penalty X   make repeated tokens less likely (usual: 1, off)',
    '  --seed N                 the same for all; `generate` with it gives the same answer'
  ].join('\n'),
  options: {
    prompt: { type: 'string' },
    system: { type: 'string' },
    'max-tokens': { type: 'string' },
    temperature: { type: 'string' },
    'top-k': { type: 'string' },
    'top-p': { type: 'string' },
    'min-p': { type: 'string' },
    'repetition-penalty': { type: 'string' },
    seed: { type: 'string' }
  },
  async run({ positionals, values, client, output, signal }) {
    if (positionals.length < 2 || positionals.length > mostColumns) {
      throw new UsageError(`2 to ${mostColumns} models are needed, ${positionals.length} given`)
    }
    const options = parseValues(schema, values)
    const off = samplingPresets.exact
    const sampling = {
      temperature: options.temperature ?? off.temperature,
      topK: options['top-k'] ?? off.topK,
      topP: options['top-p'] ?? off.topP,
      minP: options['min-p'] ?? off.minP,
      repetitionPenalty: options['repetition-penalty'] ?? off.repetitionPenalty,
      maxTokens: options['max-tokens'] ?? defaultSampling.maxTokens
    }
    const { compare } = await client()
    const { id, seed, answers } = await compare.start({
      ...{ mode: 'sideBySide', prompt: options.prompt, systemPrompt: options.system },
      seed: options.seed ?? null,
      entries: positionals.map((model) => ({ model, sampling }))
    })
    for (const { remote } of answers) {
      if (remote) output.note(`The text goes to ${remote.host}: ${placeNotes[remote.place]}.`)
    }
    const stopAll = (): void => {
      for (const { id: answerId } of answers) void compare.stop({ answerId }).catch(() => {})
    }
    signal.addEventListener('abort', stopAll, { once: true })
    const ended: ComparedAnswer[] = []
    for (const { id: answerId } of answers) {
      for await (const event of await compare.follow({ answerId })) {
        if (event.type !== 'end') continue
        ended.push(event.answer)
        output.stream(`## ${event.answer.modelName ?? ''}\n\n${event.answer.text.trim()}\n\n`)
      }
    }
    output.result({ id, seed, answers: ended.map(plainAnswer) }, '')
    const failed = ended.find(({ error }) => error !== null)
    if (failed?.error) throw LetheError.from(failed.error)
  }
}

const placeNotes = {
  machine: 'it leaves Lethe and stays on this machine',
  away: 'it leaves this machine'
}

function plainAnswer(answer: ComparedAnswer) {
  const { modelName: model, text, status, error, stats, remote, remoteFigures } = answer
  return { model, text, status, error, ...stats, ...(remote && { remote, ...remoteFigures }) }
}
