// lethe generate: a model's answer to a prompt, the likeliest tokens unless asked otherwise.
import { z } from 'zod'
import { LetheError } from '../../../base/errors'
import { defaultSampling, samplingPresets } from '../../../contract/chat'
import type { GenerateInput, GenerateResult } from '../../../contract/inference'
import { weightModeSchema } from '../../../contract/models'
import {
  idsOption,
  numberOption,
  onePositional,
  parseValues,
  requireOne,
  UsageError,
  type Command
} from '../command'

const schema = z.object({
  prompt: z.string().optional(),
  'prompt-ids': idsOption.optional(),
  stdin: z.boolean().default(false),
  system: z.string().optional(),
  raw: z.boolean().default(false),
  'max-tokens': numberOption(1, 32_768, 'integer').optional(),
  temperature: numberOption(0, 2, 'number').optional(),
  'top-k': numberOption(0, 1000, 'integer').optional(),
  'top-p': numberOption(0, 1, 'number').optional(),
  'min-p': numberOption(0, 1, 'number').optional(),
  'repetition-penalty': numberOption(1, 2, 'number').optional(),
  seed: numberOption(0, 0xffffffff, 'integer').optional(),
  logprobs: numberOption(0, 100, 'integer').default(0),
  weights: weightModeSchema.optional()
})

export const generateCommand: Command = {
  usage: 'generate MODEL (--prompt T | --prompt-ids 1,2,3 | --stdin) [options]',
  summary: 'Let a model answer or continue a prompt',
  details: [
    '  --prompt T               the prompt, put through the chat template if the model has one',
    '  --prompt-ids 1,2,3       token ids, as they are: no template, nothing added',
    '  --stdin                  the prompt from standard input, as it is',
    '  --system S               a system prompt (with a chat template)',
    '  --raw                    continue the prompt without the chat template',
    `  --max-tokens N           at most N tokens (usual: ${defaultSampling.maxTokens})`,
    '  --temperature X          0 takes the likeliest token each time (usual); up to 2',
    '  --top-k N                choose among the N likeliest tokens (usual: 0, off)',
    '  --top-p X                choose among the likeliest that add up to X (usual: 1, off)',
    '  --min-p X                leave out those below X times the likeliest (usual: 0, off)',
    '  --repetition-penalty X   make repeated tokens less likely (usual: 1, off)',
    '  --seed N                 the same seed gives the same answer again',
    '  --logprobs K             log-probability of each token and of K rivals (with --json)',
    '  --weights MODE           mapped, packed, blocks8 or blocks4 (usual: as the model is set)'
  ].join('\n'),
  options: {
    prompt: { type: 'string' },
    'prompt-ids': { type: 'string' },
    stdin: { type: 'boolean' },
    system: { type: 'string' },
    raw: { type: 'boolean' },
    'max-tokens': { type: 'string' },
    temperature: { type: 'string' },
    'top-k': { type: 'string' },
    'top-p': { type: 'string' },
    'min-p': { type: 'string' },
    'repetition-penalty': { type: 'string' },
    seed: { type: 'string' },
    logprobs: { type: 'string' },
    weights: { type: 'string' }
  },
  async run({ positionals, values, global, client, output, readStandardInput, signal }) {
    const model = onePositional(positionals, 'MODEL')
    const options = parseValues(schema, values)
    requireOne(values, ['prompt', 'prompt-ids', 'stdin'])
    if (options.system !== undefined && (options.raw || options['prompt-ids'])) {
      throw new UsageError('--system needs the chat template: not with --raw or --prompt-ids')
    }
    const off = samplingPresets.exact
    const input: GenerateInput = {
      model,
      prompt: await readPrompt(options, readStandardInput),
      sampling: {
        temperature: options.temperature ?? off.temperature,
        topK: options['top-k'] ?? off.topK,
        topP: options['top-p'] ?? off.topP,
        minP: options['min-p'] ?? off.minP,
        repetitionPenalty: options['repetition-penalty'] ?? off.repetitionPenalty,
        maxTokens: options['max-tokens'] ?? defaultSampling.maxTokens,
        seed: options.seed ?? null
      },
      logprobs: options.logprobs,
      device: global.device,
      weightMode: options.weights
    }
    const lethe = await client()
    let result: GenerateResult | undefined
    for await (const event of await lethe.inference.generate(input, { signal })) {
      if (event.type === 'text') output.stream(event.text)
      else result = event.result
    }
    if (!result) throw new LetheError('engineLost')
    output.result(result, '\n')
    const seconds = (result.timeToFirstTokenMs / 1000).toFixed(2)
    const rate = result.tokensPerSecond.toFixed(1)
    output.note(
      `${result.ids.length} tokens, first after ${seconds} s, ${rate} per second, ${result.device}`
    )
    const note = endNotes[result.end] ?? templateNotes[result.templateNote]
    if (note) output.note(note)
  }
}

const endNotes: Partial<Record<GenerateResult['end'], string>> = {
  contextFull: "Stopped: the model's context is full.",
  length: 'Stopped at --max-tokens.'
}
const templateNotes: Partial<Record<GenerateResult['templateNote'], string>> = {
  plain: 'This model has no chat template: it continues the prompt as plain text.',
  systemFolded:
    'Its chat template has no place for a system prompt: it was put before the question.'
}

async function readPrompt(
  options: z.infer<typeof schema>,
  readStandardInput: () => Promise<string>
): Promise<GenerateInput['prompt']> {
  if (options['prompt-ids']) return { type: 'ids', ids: options['prompt-ids'] }
  const text = options.prompt ?? (await readStandardInput())
  if (text === '') throw new LetheError('promptEmpty')
  return { type: 'text', text, system: options.system, raw: options.raw }
}
