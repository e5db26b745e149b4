// lethe import: a model folder of this machine, or a model of the Hugging Face hub, into the library.
import { z } from 'zod'
import { hubPrefix } from '../../../contract/hub'
import type { Model } from '../../../contract/models'
import { onePositional, parseValues, UsageError, type Command } from '../command'
import { formatBytes } from '../output'

const schema = z.object({
  name: z.string().trim().min(1).max(120).optional(),
  reference: z.boolean().default(false),
  copy: z.boolean().default(false)
})

export const importCommand: Command = {
  usage: 'import PATH|hf:OWNER/NAME[@REVISION] [--name N] [--reference | --copy]',
  summary: 'Add a model folder, or a model of the Hugging Face hub, to the library',
  details: [
    'PATH is a folder with config.json, .safetensors weights (F32, F16, BF16; one file or shards)',
    'and a tokenizer (tokenizer.json or tokenizer.model). Families: llama, mistral, qwen2, qwen3, gemma,',
    'gemma2, phi3, gpt2.',
    '',
    'hf:OWNER/NAME downloads such a folder from huggingface.co into the data folder, once `lethe network',
    'on` was said: only the files that are needed, at the newest commit of REVISION (a branch, a tag or a',
    'commit; usual: main), checked against the sums that are listed there. HF_ENDPOINT names another hub;',
    'HF_TOKEN is for private and gated models, and goes to that hub alone. Both are read by the Lethe that',
    'has the data folder open: where the window is open, that is the window.',
    '',
    '  --name N      what to call it (usual: the name of the folder, or NAME)',
    '  --reference   use the files where they are (usual)',
    '  --copy        copy them into the data folder'
  ].join('\n'),
  options: {
    name: { type: 'string' },
    reference: { type: 'boolean' },
    copy: { type: 'boolean' }
  },
  async run({ positionals, values, client, output, resolvePath, signal }) {
    const named = onePositional(positionals, 'PATH')
    const isHub = named.toLowerCase().startsWith(hubPrefix) || /^https?:\/\//i.test(named)
    const { name, reference, copy } = parseValues(schema, values)
    if (reference && copy) throw new UsageError('only one of --reference, --copy is possible')
    if (isHub && reference) {
      throw new UsageError(
        '--reference is for folders: what is downloaded goes into the data folder'
      )
    }
    const mode = copy || isHub ? 'copy' : 'reference'
    const source = isHub
      ? ({ type: 'hub', reference: named } as const)
      : ({ type: 'path', path: resolvePath(named) } as const)
    const lethe = await client()
    const events = await lethe.models.import({ source, mode, name }, { signal })
    for await (const event of events) {
      if (event.type === 'progress') {
        const { stage, doneBytes, totalBytes, file, secondsLeft } = event
        const left = secondsLeft === null ? '' : `, about ${Math.ceil(secondsLeft)} s left`
        const bytes = `${formatBytes(doneBytes)} of ${formatBytes(totalBytes)}${left}`
        const detail = file === undefined ? bytes : `${bytes}, ${file}`
        output.progress(stageWords[stage] ?? stage, totalBytes === 0 ? '' : detail)
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

const stageWords: Partial<Record<string, string>> = {
  listing: 'asking for the list of files',
  waiting: 'the line broke; trying again soon'
}

/** The fields of a model that the command line prints. */
export function modelSummary(model: Model) {
  const { id, name, family, parameterCount, format, precision, sizeBytes, sha256 } = model
  const { origin, path, hub, missing, chat, contextLength, vocabularySize } = model
  return {
    ...{ id, name, family, parameterCount, format, precision, sizeBytes, sha256 },
    ...{ origin, path, hub, missing, chat, contextLength, vocabularySize }
  }
}
