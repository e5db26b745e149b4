// lethe weights: what each way of holding a model's weights takes, and what rounding costs on a text.
import { z } from 'zod'
import type { WeightChoice } from '../../../contract/models'
import { onePositional, parseValues, UsageError, type Command } from '../command'
import { formatBytes, table } from '../output'

const schema = z.object({
  measure: z.boolean().default(false),
  text: z.string().optional(),
  stdin: z.boolean().default(false)
})

export const weightsCommand: Command = {
  usage: 'weights MODEL [--measure [--text T | --stdin]]',
  summary: 'Tell what each way of holding the weights takes and costs',
  details: [
    '  --measure   score a text in full precision, in 8 and in 4 bits first',
    '  --text T    that text (usual: a short one that comes with Lethe)',
    '  --stdin     the text comes on standard input'
  ].join('\n'),
  options: {
    measure: { type: 'boolean' },
    text: { type: 'string' },
    stdin: { type: 'boolean' }
  },
  async run({ positionals, values, client, output, signal, readStandardInput }) {
    const model = onePositional(positionals, 'MODEL')
    const { measure, text, stdin } = parseValues(schema, values)
    if (text !== undefined && stdin) throw new UsageError('only one of --text, --stdin is possible')
    if (!measure && (text !== undefined || stdin))
      throw new UsageError('--text and --stdin go with --measure')
    const own = stdin ? await readStandardInput() : (text ?? null)
    const { models } = await client()
    let choices: WeightChoice[] = []
    if (measure) {
      let told = ''
      for await (const event of await models.measureWeights({ model, text: own }, { signal })) {
        if (event.type === 'done') {
          ;({ choices } = event)
          continue
        }
        const doing = `${event.mode}: ${event.stage}`
        if (doing !== told) output.note((told = doing))
      }
    } else {
      ;({ choices } = await models.weights({ model }, { signal }))
    }
    output.result(
      { choices },
      table(['weights', 'in memory', 'file', 'bits per byte'], choices.map(rowOf))
    )
  }
}

function rowOf({ mode, memoryBytes, fileBytes, fileThere, loss }: WeightChoice): string[] {
  const file = fileBytes === 0 ? '-' : `${formatBytes(fileBytes)}${fileThere ? '' : ' (not yet)'}`
  return [
    mode,
    memoryBytes === 0 ? '-' : formatBytes(memoryBytes),
    file,
    loss ? loss.bitsPerByte.toFixed(4) : 'not measured'
  ]
}
