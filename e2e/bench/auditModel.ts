// Writes a model of random weights for e2e/bench/audit.ts, with a tokenizer learned from texts.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { createModel, newArchitectures } from '../../src-main/models/newModel.ts'
import { trainTokenizer } from '../../src-main/text/tokenizerTraining.ts'
import { roles, specialTokens } from '../../src-main/training/newChat.ts'

const size = z.number().int()
const asked = z.object({
  folder: z.string(),
  texts: z.string(), // a file
  architecture: z.enum(newArchitectures),
  vocabularySize: size,
  sizes: z.object({
    ...{ layers: size, hidden: size, heads: size, keyHeads: size, inner: size, context: size },
    tied: z.boolean()
  })
})

const { folder, texts, vocabularySize, ...model } = asked.parse(JSON.parse(process.argv[2] ?? ''))
const read = z.array(z.string()).parse(JSON.parse(readFileSync(texts, 'utf8')))
const trained = await trainTokenizer(read, { splitting: 'gpt2', vocabularySize, specialTokens })
await createModel(folder, { ...model, seed: 1, tokenizer: { trained, roles } })
