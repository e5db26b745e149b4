// lethe fill: what a masked model puts into the gaps of a text.
import { z } from 'zod'
import type { FillResult } from '../../../contract/inference'
import { weightModeSchema } from '../../../contract/models'
import { numberOption, onePositional, parseValues, requireOne, type Command } from '../command'

const schema = z.object({
  text: z.string().optional(),
  stdin: z.boolean().default(false),
  top: numberOption(1, 1000, 'integer').default(10),
  weights: weightModeSchema.optional()
})

export const fillCommand: Command = {
  usage: 'fill MODEL (--text "… [MASK] …" | --stdin) [options]',
  summary: 'Show what a masked model puts into the gaps of a text',
  details: [
    '  --text T                 the text, with the mask of the model where a word is wanted',
    '  --stdin                  the text from standard input, as it is',
    '  --top K                  candidates for each gap (usual: 10)',
    '  --weights MODE           mapped, packed, blocks8 or blocks4 (usual: as the model is set)'
  ].join('\n'),
  options: {
    text: { type: 'string' },
    stdin: { type: 'boolean' },
    top: { type: 'string' },
    weights: { type: 'string' }
  },
  async run({ positionals, values, global, client, output, readStandardInput, signal }) {
    const model = onePositional(positionals, 'MODEL')
    const options = parseValues(schema, values)
    requireOne(values, ['text', 'stdin'])
    const lethe = await client()
    const input = {
      ...{ model, text: options.text ?? (await readStandardInput()), top: options.top },
      ...{ device: global.device, weightMode: options.weights }
    }
    const { gaps, device } = await lethe.inference.fillGaps(input, { signal })
    output.result({ candidates: gaps[0], gaps, device }, describe(gaps))
  }
}

function describe(gaps: FillResult['gaps']): string {
  const lists = gaps.map((candidates) =>
    candidates.map(({ token, probability }) => `${probability.toFixed(6)}  ${token}\n`).join('')
  )
  return lists.join('\n')
}
