// lethe import: a model folder of this machine into the library.
import { z } from 'zod'
import type { Model } from '../../../contract/models'
import { onePositional, parseValues, UsageError, type Command } from '../command'
import { formatBytes } from '../output'

const schema = z.object({
  name: z.string().trim().min(1).max(120).optional(),
  reference: z.boolean().default(false),
  copy: z.boolean().default(false)
})

export const importCommand: Command = {
  usage: 'import PATH [--name N] [--reference | --copy]',
  summary: 'Add a model folder to the library',
  details: [
    'PATH is a folder with config.json, .safetensors weights (F32, F16, BF16; one file or shards)',
    'and a tokenizer (tokenizer.json or tokenizer.model). Families: llama.',
    '',
    '  --name N      what to call it (usual: the name of the folder)',
    '  --reference   use the files where they are (usual)',
    '  --copy        copy them into the data folder'
  ].join('\n'),
  options: {
    name: { type: 'string' },
    reference: { type: 'boolean' },
    copy: { type: 'boolean' }
  },
  async run({ positionals, values, client, output, resolvePath, signal }) {
    const path = resolvePath(onePositional(positionals, 'PATH'))
    const { name, reference, copy } = parseValues(schema, values)
    if (reference && copy) throw new UsageError('only one of --reference, --copy is possible')
    const mode = copy ? 'copy' : 'reference'
    const lethe = await client()
    const events = await lethe.models.import(
      { source: { type: 'path', path }, mode, name },
      { signal }
    )
    for await (const event of events) {
      if (event.type === 'progress') {
        const { stage, doneBytes, totalBytes, secondsLeft } = event
        const left = secondsLeft === null ? '' : `, about ${Math.ceil(secondsLeft)} s left`
        output.progress(stage, `${formatBytes(doneBytes)} of ${formatBytes(totalBytes)}${left}`)
        continue
      }
      const { model, alreadyThere } = event
      output.result(
        { model: modelSummary(model), alreadyThere },
        `${alreadyThere ? 'Already there' : 'Imported'}: ${model.name} (${model.family}, ` +
          `${formatBytes(model.sizeBytes)}, ${model.id})\n`
      )
    }
  }
}

/** The fields of a model that the command line prints. */
export function modelSummary(model: Model) {
  const { id, name, family, parameterCount, format, precision, sizeBytes, sha256 } = model
  const { origin, path, missing, chat, contextLength, vocabularySize } = model
  return {
    ...{ id, name, family, parameterCount, format, precision, sizeBytes, sha256 },
    ...{ origin, path, missing, chat, contextLength, vocabularySize }
  }
}
