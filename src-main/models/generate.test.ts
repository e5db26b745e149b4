// Answers of a small model: how they end, what is told meanwhile, and that they come again.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { writeTinyModel } from '../testing/tinyModel'
import { CausalRunner } from './causalRunner'
import { generate, type GenerateOptions } from './generate'
import { openModelFolder, openModelText, type ModelText } from './modelFolder'
import { PromptMemory } from './promptMemory'
import type { PromptTokens } from './promptTokens'
import { score } from './score'

let folder: string
let runner: CausalRunner
let text: ModelText
const contextLength = 640

async function opened(path: string): Promise<CausalRunner> {
  const source = await openModelFolder(path)
  return CausalRunner.open(source, { device: 'cpu', weightMode: 'mapped', threads: 1 })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lethe-generate-'))
  const path = await writeTinyModel(join(folder, 'Tiny'), {
    config: { max_position_embeddings: contextLength }
  })
  runner = await opened(path)
  text = await openModelText(path)
})
afterAll(async () => {
  await runner.close()
  await rm(folder, { recursive: true })
})

/** What a runner of f32 weights reads at a time. */
const chunkTokens = 256
const exact = { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 }
const promptOf = (ids: readonly number[]): PromptTokens => ({ ids, templateNote: 'none' })
const short = promptOf([5, 300, 42])

interface Asked extends Partial<Omit<GenerateOptions, 'sampling'>> {
  sampling?: Partial<GenerateOptions['sampling']>
}

async function answered(prompt: PromptTokens, asked: Asked = {}, by = runner) {
  const pieces: string[] = []
  const reading: [number, number][] = []
  const result = await generate(by, prompt, {
    logprobs: 0,
    eosIds: [],
    tokenizer: text.tokenizer,
    signal: new AbortController().signal,
    onText: (piece) => pieces.push(piece),
    onReading: (...progress) => reading.push(progress),
    ...asked,
    sampling: { ...exact, maxTokens: 12, seed: null, ...asked.sampling }
  })
  return { ...result, pieces, reading }
}

describe('an answer', () => {
  test('is told piece by piece, and the pieces are its text', async () => {
    const { text: whole, ids, pieces, end, promptTokens, device } = await answered(short)
    expect(pieces.join('')).toBe(whole)
    expect(pieces).not.toContain('')
    expect(whole).toBe(text.tokenizer?.decode(ids))
    expect([ids.length, end, promptTokens]).toEqual([12, 'length', 3])
    expect(device).toMatch(/cpu, 1 thread/i)
  })

  test('ends with a token that ends answers, which is no part of it', async () => {
    const { ids } = await answered(short)
    const last = ids.findIndex((id, place) => place > 2 && ids.indexOf(id) === place)
    const ended = await answered(short, { eosIds: [599, ids[last]!] })
    expect(ended.ids).toEqual(ids.slice(0, last))
    expect(ended.end).toBe('finished')
    const silent = await answered(short, { eosIds: [ids[0]!] })
    expect(silent).toMatchObject({ ids: [], text: '', end: 'finished', pieces: [] })
  })

  test('ends where the context is full', async () => {
    const prompt = promptOf(Array.from({ length: contextLength - 5 }, (_, i) => i % 600))
    const { ids, end } = await answered(prompt, { sampling: { maxTokens: 100 } })
    expect(end).toBe('contextFull')
    // The last one needs no row of its own: nothing is read after it.
    expect(prompt.ids.length + ids.length).toBe(contextLength + 1)
  })

  test('is the same again for its seed, told with it', async () => {
    const hot = { temperature: 1.5, maxTokens: 30 }
    const first = await answered(short, { sampling: hot })
    const again = await answered(short, { sampling: { ...hot, seed: first.seed } })
    expect(again.ids).toEqual(first.ids)
    const other = await answered(short, { sampling: { ...hot, seed: (first.seed + 1) >>> 0 } })
    expect(other.ids).not.toEqual(first.ids)
  })

  test('without a tokenizer is ids alone', async () => {
    const withText = await answered(short)
    const { ids, text: none, pieces } = await answered(short, { tokenizer: null })
    expect([ids, none, pieces]).toEqual([withText.ids, '', []])
  })

  test('tells how likely each token was, and its rivals', async () => {
    const { ids, logprobs } = await answered(short, { logprobs: 4 })
    expect(logprobs!.map(({ id }) => id)).toEqual(ids)
    for (const { id, logprob, alternatives } of logprobs!) {
      expect(alternatives).toHaveLength(4)
      expect(alternatives[0]).toMatchObject({ id, logprob })
      const likely = alternatives.map((it) => it.logprob)
      expect(likely).toEqual(likely.toSorted((a, b) => b - a))
      expect(likely.reduce((sum, value) => sum + Math.exp(value), 0)).toBeLessThanOrEqual(1)
    }
    const all = await answered(short, { logprobs: 600, sampling: { maxTokens: 1 } })
    const total = all.logprobs![0]!.alternatives.reduce((sum, it) => sum + Math.exp(it.logprob), 0)
    expect(total).toBeCloseTo(1, 5)
  })

  test('has the probabilities that scoring gives the same text', async () => {
    const { ids, logprobs } = await answered(short, { logprobs: 1 })
    const scored = await score(runner, {
      ...{ text: { ids: short.ids }, target: { ids }, firstLogits: 0 },
      ...{ tokenizer: null, modelName: 'Tiny', signal: new AbortController().signal }
    })
    const own = scored.logprobs.slice(short.ids.length - 1)
    for (const [place, value] of own.entries())
      expect(Math.abs(value - logprobs![place]!.logprob)).toBeLessThan(1e-4)
  })
})

describe('a long prompt', () => {
  const long = promptOf(Array.from({ length: 2 * chunkTokens + 50 }, (_, i) => (i * 7) % 600))

  test('is read in chunks, each of them told, and read right', async () => {
    const { ids, reading } = await answered(long)
    const total = long.ids.length
    const told = reading.map(([done]) => done)
    expect(told.slice(0, 3)).toEqual([0, chunkTokens, 2 * chunkTokens])
    expect(reading.every(([, all]) => all === total)).toBe(true)
    const cache = runner.newCache()
    const { logits } = await runner.step({
      ...{ cache, ids: [long.ids], chosen: [total - 1], want: ['logits'] }
    })
    const best = logits!.reduce((top, value, id) => (value > logits![top]! ? id : top), 0)
    expect(ids[0]).toBe(best)
  })

  test('is left after the chunk in which it was stopped', async () => {
    const stop = new AbortController()
    const { ids, end, reading } = await answered(long, {
      signal: stop.signal,
      onReading: (done) => {
        if (done === chunkTokens) stop.abort()
      }
    })
    expect([ids, end, reading]).toEqual([[], 'stopped', []])
  })
})

describe('what was read before', () => {
  const idsOf = (count: number, step: number): number[] =>
    Array.from({ length: count }, (_, i) => (i * step) % 600)
  const asked = { logprobs: 3, sampling: { temperature: 1, seed: 4 } }

  test.each([
    [
      'a longer conversation',
      [...idsOf(500, 7), 1, 2],
      [...idsOf(500, 7), 1, 2, 3, ...idsOf(90, 3)]
    ],
    ['another end', idsOf(600, 7), [...idsOf(520, 7), 9, 9]],
    ['the same once more', idsOf(512, 7), idsOf(512, 7)],
    ['its beginning alone', idsOf(600, 7), idsOf(300, 7)],
    ['another conversation', idsOf(600, 7), idsOf(400, 11)],
    ['a short one', idsOf(600, 7), [5, 300, 42]]
  ])('saves reading it again and changes no bit: %s', async (_title, before, after) => {
    const memory = new PromptMemory(runner)
    try {
      await answered(promptOf(before), { ...asked, memory })
      const reused = await answered(promptOf(after), { ...asked, memory })
      const fresh = await answered(promptOf(after), asked)
      expect(reused.ids).toEqual(fresh.ids)
      expect(reused.logprobs).toEqual(fresh.logprobs)
      const same = before.findIndex((id, place) => id !== after[place])
      const held = Math.min(same < 0 ? before.length : same, after.length - 1)
      const begun = Math.floor(held / chunkTokens) * chunkTokens
      if (after.length > chunkTokens && begun < after.length)
        expect(reused.reading.map(([done]) => done)).toEqual(
          fresh.reading.map(([done]) => done).filter((done) => done >= begun)
        )
    } finally {
      memory.forget()
    }
  })

  test('of a prompt that was stopped is what was read of it', async () => {
    const memory = new PromptMemory(runner)
    const prompt = promptOf(idsOf(600, 7))
    const stop = new AbortController()
    const onReading = (done: number): void => {
      if (done === chunkTokens) stop.abort()
    }
    await answered(prompt, { ...asked, memory, signal: stop.signal, onReading })
    const reused = await answered(prompt, { ...asked, memory })
    expect(reused.reading[0]).toEqual([2 * chunkTokens, 600])
    expect(reused.logprobs).toEqual((await answered(prompt, asked)).logprobs)
    memory.forget()
  })

  test('with angles of another length is read again', async () => {
    const path = await writeTinyModel(join(folder, 'Dynamic'), {
      config: {
        max_position_embeddings: 520,
        rope_scaling: { rope_type: 'dynamic', factor: 2 }
      }
    })
    const dynamic = await opened(path)
    const memory = new PromptMemory(dynamic)
    try {
      for (const [count, first] of [
        [300, 0],
        [500, 256], // both within the original length
        [600, 0],
        [600, 512]
      ] as const) {
        const reused = await answered(promptOf(idsOf(count, 7)), { ...asked, memory }, dynamic)
        expect(reused.reading[0]).toEqual([first, count])
        const fresh = await answered(promptOf(idsOf(count, 7)), asked, dynamic)
        expect(reused.logprobs).toEqual(fresh.logprobs)
      }
    } finally {
      memory.forget()
      await dynamic.close()
    }
  })
})

test('a stopped answer keeps what there is', async () => {
  const stop = new AbortController()
  let told = ''
  const {
    ids,
    end,
    text: kept
  } = await answered(short, {
    signal: stop.signal,
    onText: (piece) => {
      told += piece
      if (told.length > 10) setImmediate(() => stop.abort())
    },
    sampling: { maxTokens: 500 }
  })
  expect(end).toBe('stopped')
  expect(ids.length).toBeGreaterThan(0)
  expect(ids.length).toBeLessThan(500)
  expect(kept.startsWith(told)).toBe(true)
  expect(kept).toBe(text.tokenizer?.decode(ids))
})

describe('a table and a tokenizer of different sizes:', () => {
  test('rows without a token are never chosen', async () => {
    const path = await writeTinyModel(join(folder, 'Padded'), { config: { vocab_size: 4000 } })
    const padded = await opened(path)
    try {
      const { ids } = await answered(
        short,
        { sampling: { maxTokens: 200, temperature: 2, seed: 1 } },
        padded
      )
      expect(Math.max(...ids)).toBeLessThan(600)
      const free = await answered(
        short,
        { tokenizer: null, sampling: { maxTokens: 50, temperature: 2, seed: 1 } },
        padded
      )
      expect(Math.max(...free.ids)).toBeGreaterThanOrEqual(600)
    } finally {
      await padded.close()
    }
  })

  test('tokens without a row are refused, in prompts and in what is scored', async () => {
    const path = await writeTinyModel(join(folder, 'Cut'), { config: { vocab_size: 100 } })
    const cut = await opened(path)
    try {
      const refusal = { code: 'tokenOutOfRange', params: { id: 300, limit: 100 } }
      await expect(answered(short, {}, cut)).rejects.toMatchObject(refusal)
      const { tokenizer } = text
      const signal = new AbortController().signal
      const scoring = score(cut, {
        ...{ text: { text: 'the old river' }, firstLogits: 0, tokenizer, modelName: 'Cut', signal }
      })
      await expect(scoring).rejects.toMatchObject({ code: 'tokenOutOfRange' })
    } finally {
      await cut.close()
    }
  })
})
