// The causal scorer beside transformers, on small models with real weights: each sign is a token.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { CausalRunner } from '../models/causalRunner'
import { openModelFolder } from '../models/modelFolder'
import { expectClose } from '../testing/closeTo'
import { goldensFolder, readGolden } from '../testing/goldens'
import type { Tokenizer } from '../text/tokenizer'
import { CausalScorer } from './causalScorer'
import type { Scored } from './scorer'
import type { Question, TextScore } from './suite'

const numbers = z.array(z.number())
const goldens = readGolden(
  'biasScores.json',
  z.object({
    texts: z.array(z.string()),
    choices: z.array(z.object({ context: z.string(), choices: z.array(z.string()) })),
    models: z.record(z.string(), z.object({ texts: numbers, choices: z.array(numbers) }))
  })
)

const signs: Tokenizer = {
  ...{ vocabularySize: 80, bosId: 1, eosIds: [2], specialIds: new Set<number>() },
  encode: (text) => [...text].map((sign) => 2 + (sign.codePointAt(0)! % 78)),
  decode: () => '',
  stream: () => ({ push: () => '', flush: () => '' }),
  tokenOf: () => undefined,
  idOf: (token) => (token === '<unk>' ? 2 + (63 % 78) : undefined) // "?"
}
const hooks = { signal: new AbortController().signal, turn: async () => {} }

describe.each(Object.keys(goldens.models))('%s', (model) => {
  let runner: CausalRunner
  beforeAll(async () => {
    const source = await openModelFolder(join(goldensFolder, model))
    runner = await CausalRunner.open(source, { device: 'cpu', weightMode: 'mapped', threads: 1 })
  })
  afterAll(() => runner.close())

  async function scored(
    questions: readonly Question[],
    scorer = new CausalScorer(runner, signs)
  ): Promise<Map<string, Scored>> {
    const found = new Map<string, Scored>()
    const onScored = (key: string, score: Scored): void => void found.set(key, score)
    await scorer.score(questions, () => false, { ...hooks, onScored })
    return found
  }

  // Together with their beginnings shared, and each by itself.
  test.each([256, 8])(
    'texts and choices have the log-likelihoods of transformers: %d',
    async (most) => {
      const scorer = new CausalScorer(runner, signs, most)
      const { texts, choices } = goldens
      const asked: Question[] = choices.map((it) => ({ kind: 'choices', ...it }))
      const questions: Question[] = [{ kind: 'texts', texts }, ...asked]
      const found = await scored(questions, scorer)
      const wanted = [goldens.models[model]!.texts, ...goldens.models[model]!.choices]
      for (const [at, question] of questions.entries())
        for (const [place, key] of scorer.keysOf(question).entries()) {
          const score = found.get(key) as TextScore
          expectClose(score.nats, wanted[at]![place]!, 2e-5)
        }
      // Alone as together: what is filled up says nothing.
      const [longest] = texts.toSorted((a, b) => b.length - a.length)
      const alone = [...(await scored([{ kind: 'texts', texts: [longest!] }])).values()][0]
      const [key] = scorer.keysOf({ kind: 'texts', texts: [longest!] })
      expectClose((alone as TextScore).nats, (found.get(key!) as TextScore).nats, 1e-6)
    }
  )

  test('what is empty, too long or not in the vocabulary is told', async () => {
    const texts = ['', 'a'.repeat(200), 'why? who?']
    const scores = [...(await scored([{ kind: 'texts', texts }])).values()]
    expect(scores).toMatchObject([{ fault: 'noTokens' }, { fault: 'tooLong' }, { unknown: 2 }])
  })
})
