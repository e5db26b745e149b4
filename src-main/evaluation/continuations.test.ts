// Answers that are computed together, beside those of the generator, one by one.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CausalRunner } from '../models/causalRunner'
import { generate } from '../models/generate'
import { openModelFolder } from '../models/modelFolder'
import { goldensFolder } from '../testing/goldens'
import { continuations, type Draw } from './continuations'

const { signal } = new AbortController()
const prompt = [5, 9, 2, 14, 3]
const draws: Draw[] = [
  { temperature: 0, seed: 0 },
  ...[1, 2, 3].map((seed) => ({ temperature: 1, seed }))
]

// The angles of the second one depend on how long the sequence is.
describe.each(['tiny-qwen2', 'tiny-llama-dynamic'])('%s', (folder) => {
  let runner: CausalRunner
  beforeAll(async () => {
    runner = await CausalRunner.open(await openModelFolder(join(goldensFolder, folder)), {
      ...{ device: 'cpu', weightMode: 'mapped', threads: 1 }
    })
  })
  afterAll(() => runner.close())
  const asked = (maxTokens: number, eosIds: readonly number[] = []) => ({
    ...{ maxTokens, eosIds, vocabularySize: runner.shape.vocabularySize, signal }
  })
  const alone = async ({ temperature, seed }: Draw, maxTokens: number): Promise<number[]> => {
    const sampling = { temperature, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 }
    const { ids } = await generate(
      runner,
      { ids: prompt, templateNote: 'none' },
      {
        ...{ sampling: { ...sampling, maxTokens, seed }, logprobs: 0, eosIds: [], signal },
        ...{ tokenizer: null, onText: () => {}, onReading: () => {} }
      }
    )
    return ids
  }

  test('together they are what each is alone', async () => {
    const found = await continuations(runner, prompt, draws, asked(40))
    for (const [at, draw] of draws.entries()) expect(found[at]).toEqual(await alone(draw, 40))
    expect(new Set(found.map((ids) => ids.join())).size).toBe(draws.length)
  })

  test('each ends for itself, and the context ends all', async () => {
    const [first] = await continuations(runner, prompt, draws, asked(12))
    const eos = first![6]!
    const ended = await continuations(runner, prompt, draws, asked(12, [eos]))
    expect(ended[0]).toEqual(first!.slice(0, first!.indexOf(eos)))
    for (const ids of ended) expect(ids).not.toContain(eos)
    const { contextLength } = runner.shape
    const long = await continuations(runner, prompt, draws.slice(0, 2), asked(10_000))
    for (const ids of long) expect(ids).toHaveLength(contextLength - prompt.length + 1)
  })
})
