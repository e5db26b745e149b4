// Tokenizers learned here against the reference's on the same texts; any text comes back; what cannot
// be is refused.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readGolden } from '../testing/goldens'
import { temporaryFolder } from '../testing/temporaryFolder'
import { openTokenizer, type Tokenizer } from './tokenizer'
import {
  trainTokenizer,
  writeTokenizer,
  type TokenizerTraining,
  type TrainedTokenizer
} from './tokenizerTraining'

const cases = readGolden('tokenizers/cases.json', z.array(z.string()))
const { runs } = readGolden(
  'tokenizers/merges.json',
  z.object({
    runs: z.record(
      z.string(),
      z.object({
        ...{ texts: z.array(z.string()).nullable(), splitting: z.enum(['gpt2', 'llama3']) },
        ...{ vocabularySize: z.int(), specialTokens: z.array(z.string()), minimumCount: z.int() },
        ...{ tokenCount: z.int(), tokensSha256: z.string(), merges: z.array(z.string()) },
        idsSha256: z.string()
      })
    )
  })
)

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const plain = { addSpecialTokens: false }
const roles = { beginning: '<|begin|>', ending: '<|end|>', padding: '<|begin|>', contextLength: 64 }
const usual: TokenizerTraining = {
  splitting: 'llama3',
  vocabularySize: 400,
  specialTokens: ['<|begin|>', '<|end|>']
}

async function opened(trained: TrainedTokenizer): Promise<Tokenizer> {
  const folder = temporaryFolder()
  await writeTokenizer(folder, trained, roles)
  return (await openTokenizer(folder))!
}

describe.each(Object.entries(runs))('%s', (_name, golden) => {
  const texts = golden.texts ?? cases

  test('gives the merges, tokens and ids of the reference', async () => {
    const trained = await trainTokenizer(texts, golden)
    expect(trained.merges.map((pair) => pair.join(' '))).toEqual(golden.merges)
    expect(trained.tokens.length).toBe(golden.tokenCount)
    expect(sha256(trained.tokens.join('\n'))).toBe(golden.tokensSha256)
    const tokenizer = await opened(trained)
    const ids = texts.map((text) => tokenizer.encode(text, plain))
    expect(sha256(JSON.stringify(ids))).toBe(golden.idsSha256)
  })
})

describe('a tokenizer learned here', () => {
  test('is the same for the same texts, whatever gives them', async () => {
    const whole = await trainTokenizer(cases, usual)
    async function* oneByOne(): AsyncGenerator<string> {
      for (const text of cases) yield await Promise.resolve(text)
    }
    expect(await trainTokenizer(oneByOne(), usual)).toEqual(whole)
    expect(await trainTokenizer([...cases].reverse(), usual)).toEqual(whole)
  })

  test.each(['gpt2', 'llama3'] as const)('gives any text back, split as %s', async (splitting) => {
    const tokenizer = await opened(await trainTokenizer(cases, { ...usual, splitting }))
    expect(tokenizer.vocabularySize).toBe(400)
    expect(tokenizer.bosId).toBe(0)
    expect(tokenizer.eosIds).toEqual([1])
    const back = (text: string): string =>
      tokenizer.decode(tokenizer.encode(text, plain), { skipSpecialTokens: false })
    for (const text of cases) expect(back(text)).toBe(text)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(back(text)).toBe(text)
      }),
      { numRuns: 300 }
    )
  })

  test('learns from any text, lone halves of characters among it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ unit: fc.integer({ max: 0xffff }).map((at) => String.fromCharCode(at)) })
        ),
        fc.integer({ min: 258, max: 300 }),
        async (texts, vocabularySize) => {
          const { tokens, merges } = await trainTokenizer(texts, {
            ...usual,
            ...{ vocabularySize, minimumCount: 1 }
          })
          expect(tokens.length).toBeLessThanOrEqual(vocabularySize)
          expect(new Set(tokens).size).toBe(tokens.length)
          expect(merges.every(([left, right]) => tokens.includes(left + right))).toBe(true)
        }
      ),
      { numRuns: 100 }
    )
  })

  test('reads the names of special tokens as them', async () => {
    const tokenizer = await opened(await trainTokenizer(cases, usual))
    expect(tokenizer.encode('<|begin|>a<|end|>', plain)).toEqual([0, tokenizer.idOf('a'), 1])
    expect([...tokenizer.specialIds]).toEqual([0, 1])
  })

  test('writes the same bytes each time', async () => {
    const [one, two] = [temporaryFolder(), temporaryFolder()]
    for (const folder of [one, two])
      await writeTokenizer(folder, await trainTokenizer(cases, usual), {
        ...roles,
        chatTemplate: '{{ messages }}'
      })
    for (const name of ['tokenizer.json', 'tokenizer_config.json'])
      expect(readFileSync(join(one, name)).equals(readFileSync(join(two, name)))).toBe(true)
  })

  test('stops when it is cancelled', async () => {
    const stopping = new AbortController()
    const told: string[] = []
    const training = trainTokenizer(cases, {
      ...{ ...usual, vocabularySize: 2000, minimumCount: 1, signal: stopping.signal },
      onProgress: (part, done) => {
        told.push(`${part} ${done}`)
        stopping.abort()
      }
    })
    await expect(training).rejects.toMatchObject({ code: 'cancelled' })
    expect(told).toHaveLength(1)
  })
})

test.each<[string, Partial<TokenizerTraining>, unknown]>([
  ['vocabularySize', { vocabularySize: 257 }, { code: 'wholeNumberBetween', least: 258 }],
  ['vocabularySize', { vocabularySize: 300.5 }, { code: 'wholeNumberBetween' }],
  ['vocabularySize', { vocabularySize: 2 ** 40 }, { code: 'wholeNumberBetween' }],
  ['specialTokens', { specialTokens: ['<a>', '<b>', '<a>'] }, { code: 'keyTwice', key: '<a>' }],
  ['specialTokens', { specialTokens: ['a'] }, { code: 'valueTooShort', least: 2 }],
  ['minimumCount', { minimumCount: 0 }, { code: 'valueTooSmall', least: 1 }]
])('%s is refused: %j', async (name, options, reason) => {
  await expect(trainTokenizer(cases, { ...usual, ...options })).rejects.toMatchObject({
    code: 'invalidInput',
    params: { field: 'option', name, reason }
  })
})
