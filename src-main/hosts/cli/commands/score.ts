// lethe score: how likely a model finds a text, token by token.
import { z } from 'zod'
import type { ScoreInput, ScoreResult } from '../../../contract/inference'
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
  text: z.string().optional(),
  stdin: z.boolean().default(false),
  'prompt-ids': idsOption.optional(),
  target: z.string().optional(),
  'target-ids': idsOption.optional(),
  'first-logits': numberOption(0, 1_000_000, 'integer').default(0),
  weights: weightModeSchema.optional()
})

export const scoreCommand: Command = {
  usage: 'score MODEL (--text T | --stdin | --prompt-ids 1,2,3) [options]',
  summary: 'Measure how likely a model finds a text',
  details: [
    '  --text T                 the text, with the special tokens of its tokenizer',
    '  --stdin                  the text from standard input, as it is',
    '  --prompt-ids 1,2,3       token ids, as they are: nothing added',
    '  --target T               score this continuation of the text only',
    '  --target-ids 4,5         the same as token ids',
    '  --first-logits K         the K highest logits after the last id of the text',
    '  --weights MODE           mapped, packed, blocks8 or blocks4 (usual: as the model is set)'
  ].join('\n'),
  options: {
    text: { type: 'string' },
    stdin: { type: 'boolean' },
    'prompt-ids': { type: 'string' },
    target: { type: 'string' },
    'target-ids': { type: 'string' },
    'first-logits': { type: 'string' },
    weights: { type: 'string' }
  },
  async run({ positionals, values, global, client, output, readStandardInput, signal }) {
    const model = onePositional(positionals, 'MODEL')
    const options = parseValues(schema, values)
    requireOne(values, ['text', 'stdin', 'prompt-ids'])
    if (options.target !== undefined && options['target-ids']) {
      throw new UsageError('only one of --target, --target-ids is possible')
    }
    const ids = options['prompt-ids']
    const input: ScoreInput = {
      model,
      text: ids ? { ids } : { text: options.text ?? (await readStandardInput()) },
      target: options['target-ids']
        ? { ids: options['target-ids'] }
        : options.target === undefined
          ? undefined
          : { text: options.target },
      firstLogits: options['first-logits'],
      device: global.device,
      weightMode: options.weights
    }
    const lethe = await client()
    const result = await lethe.inference.score(input, { signal })
    output.result(result, describe(result))
  }
}

function describe(result: ScoreResult): string {
  const lines = [
    `${result.ids.length} tokens, ${result.logprobs.length} scored, ${result.device}`,
    `negative log-likelihood  ${result.nllNats.toFixed(4)} nats`
  ]
  if (result.perplexity !== null) lines.push(`perplexity  ${result.perplexity.toFixed(4)}`)
  if (result.bitsPerByte !== null) lines.push(`bits per byte  ${result.bitsPerByte.toFixed(4)}`)
  for (const [id, logit] of result.firstLogits ?? []) lines.push(`${id}\t${logit}`)
  return `${lines.join('\n')}\n`
}
