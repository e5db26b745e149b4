// The files that ship in resources/starter: small enough, complete, and the ones SOURCE.md names.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { comparable } from './topic'

const folder = new URL('../../../resources/starter/', import.meta.url)
const bytesOf = (name: string): Buffer => readFileSync(new URL(name, folder))
const jsonOf = (name: string): Record<string, unknown> => JSON.parse(bytesOf(name).toString('utf8'))

describe('starter model files', () => {
  it('are the ones whose hashes SOURCE.md gives', () => {
    const rows = bytesOf('SOURCE.md')
      .toString('utf8')
      .matchAll(/^\| (\S+) \| (\d+) \| ([0-9a-f]{64}) \|$/gm)
    const named = [...rows].map(([, name = '', sizeBytes, sha256]) => ({ name, sizeBytes, sha256 }))
    const present = readdirSync(folder).filter((name) => !name.endsWith('.md'))
    expect(named.map((row) => row.name).sort()).toEqual(present.sort())
    for (const row of named) {
      const bytes = bytesOf(row.name)
      expect(String(bytes.length), row.name).toBe(row.sizeBytes)
      expect(createHash('sha256').update(bytes).digest('hex'), row.name).toBe(row.sha256)
    }
  })

  it('hold at most five million F16 parameters in at most ten megabytes', () => {
    const bytes = bytesOf('model.safetensors')
    expect(bytes.length).toBeLessThanOrEqual(10_000_000)
    const header = JSON.parse(
      bytes.subarray(8, 8 + Number(bytes.readBigUInt64LE(0))).toString('utf8')
    ) as Record<string, { dtype?: string; shape?: number[] }>
    const tensors = Object.entries(header).filter(([name]) => name !== '__metadata__')
    const parameters = tensors.reduce(
      (sum, [, tensor]) => sum + (tensor.shape ?? []).reduce((size, edge) => size * edge, 1),
      0
    )
    expect(tensors.every(([, tensor]) => tensor.dtype === 'F16')).toBe(true)
    expect(parameters).toBe(jsonOf('training.json')['parameters'])
    expect(parameters).toBeLessThanOrEqual(5_000_000)
    const embedding = header['model.embed_tokens.weight']?.shape
    expect(embedding).toEqual([
      jsonOf('config.json')['vocab_size'],
      jsonOf('config.json')['hidden_size']
    ])
    expect(jsonOf('config.json')['tie_word_embeddings']).toBe(true)
  })

  it('end a turn with the token that the configuration names', () => {
    const tokenizer = jsonOf('tokenizer.json') as {
      added_tokens: { id: number; content: string }[]
    }
    const idOf = (content: unknown): number | undefined =>
      tokenizer.added_tokens.find((token) => token.content === content)?.id
    expect(idOf(jsonOf('tokenizer_config.json')['eos_token'])).toBe(
      jsonOf('config.json')['eos_token_id']
    )
    expect(idOf(jsonOf('tokenizer_config.json')['bos_token'])).toBe(
      jsonOf('config.json')['bos_token_id']
    )
    expect(jsonOf('generation_config.json')['eos_token_id']).toBe(
      jsonOf('config.json')['eos_token_id']
    )
  })

  it('propose three different prompts in each language', () => {
    const prompts = jsonOf('prompts.json') as Record<string, string[]>
    expect(Object.keys(prompts).sort()).toEqual(['en', 'pt-BR'])
    for (const list of Object.values(prompts)) expect(new Set(list.map(comparable)).size).toBe(3)
  })

  it('answered four of five questions of the development round on topic in each language', () => {
    const { score } = jsonOf('evaluation.json') as {
      score: Record<string, Record<string, { onTopic: number; questions: number }>>
    }
    expect(Object.keys(score)).toEqual(expect.arrayContaining(['development', 'fresh']))
    for (const language of ['en', 'pt-BR']) {
      const counts = score['development']?.[language] ?? { onTopic: 0, questions: 24 }
      expect(counts.onTopic / counts.questions, language).toBeGreaterThanOrEqual(0.8)
    }
  })
})
