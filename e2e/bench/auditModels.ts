// The models that e2e/bench/audit.ts has asked: a small one that was trained, where it is at hand, and one
// of GPT-2's size with random weights. Written once.
import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { builtScript } from './builtScript.ts'
import { minimalPairs } from './minimalPairs.ts'

export interface AuditedModel {
  readonly name: string
  readonly folder: string
}

const stories = resolve(import.meta.dirname, '../../../shared/data/models/stories260K')
const shapes = {
  '260K': {
    ...{ architecture: 'llama', vocabularySize: 512 },
    sizes: {
      ...{ layers: 5, hidden: 64, heads: 8, keyHeads: 4, inner: 172, context: 512, tied: true }
    }
  },
  '98M': {
    ...{ architecture: 'gpt2', vocabularySize: 16_384 },
    sizes: {
      ...{ layers: 12, hidden: 768, heads: 12, keyHeads: 12, inner: 3072, context: 1024 },
      tied: true
    }
  }
} as const

export async function auditedModels(
  cache: string,
  say: (line: string) => void
): Promise<{ small: AuditedModel; large: AuditedModel }> {
  const hasStories = existsSync(join(stories, 'model.safetensors'))
  if (!hasStories)
    say('stories260K is not here: a model of its shape with random weights is asked.')
  const small = hasStories
    ? { name: 'stories260K', folder: stories }
    : await randomModel(cache, '260K', say)
  return { small, large: await randomModel(cache, '98M', say) }
}

async function randomModel(
  cache: string,
  shape: keyof typeof shapes,
  say: (line: string) => void
): Promise<AuditedModel> {
  const { architecture } = shapes[shape]
  const name = `${architecture} of random weights, ${shape}`
  const folder = join(cache, `audited-${shape}`)
  if (existsSync(folder)) return { name, folder }
  say(`Writing ${name} (once)…`)
  const texts = join(cache, 'audited-texts.json')
  writeFileSync(texts, JSON.stringify([...tokenizerTexts()]))
  const script = await builtScript(cache, 'auditModel')
  const given = JSON.stringify({ folder, texts, ...shapes[shape] })
  const { status } = spawnSync(process.execPath, [script, given], { stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error(`${name} could not be written`)
  return { name, folder }
}

/** The words of the sentences, each a token in the end, and made-up ones that fill the vocabulary. */
function* tokenizerTexts(): Generator<string> {
  for (const { more, less } of minimalPairs(10_000)) yield `${more} ${less}`
  const syllables = [...'bcdfghklmnprstvz'].flatMap((first) => [...'aeiou'].map((it) => first + it))
  const count = syllables.length
  for (let at = 0; at < 12_000; at++) {
    const spread = (at * 7919) % count ** 3
    const word = [0, 1, 2]
      .map((digit) => syllables[Math.floor(spread / count ** digit) % count])
      .join('')
    yield ` ${word} ${word} ${word}`
  }
}
