// How good a starter model is: its loss on held-out answers, and whether its answers to held-out
// questions are on topic, by the rule of starterQuestions.json.
import { z } from 'zod'
import { comparable } from '../../datasets/starterText/topic'
import { CausalRunner } from '../../models/causalRunner'
import { generate } from '../../models/generate'
import { openModelFolder, openModelText } from '../../models/modelFolder'
import { promptTokens } from '../../models/promptTokens'
import type { TrainingSequence } from '../../models/trainingRunner'
import { recipe } from './recipe'

export const questionsSchema = z.object({
  maxNewTokens: z.int(),
  questions: z.array(
    z.object({
      ...{ id: z.string(), language: z.enum(['en', 'pt-BR']), ask: z.string() },
      ...{ anyOf: z.array(z.string()), noneOf: z.array(z.string()) },
      round: z.enum(['development', 'fresh', 'third', 'fourth'])
    })
  )
})
export type Questions = z.infer<typeof questionsSchema>
type Question = Questions['questions'][number]

const countsSchema = z.object({ onTopic: z.int(), questions: z.int() })
export const evaluationSchema = z.object({
  decoding: z.literal('greedy'),
  /** By round, then language. */
  score: z.record(z.string(), z.record(z.string(), countsSchema)),
  results: z.array(
    z.object({ id: z.string(), answer: z.string(), onTopic: z.boolean(), wrong: z.string() })
  )
})
export type Evaluation = z.infer<typeof evaluationSchema>

async function opened(folder: string): Promise<CausalRunner> {
  const options = { device: 'cpu', weightMode: 'packed', threads: recipe.threads } as const
  return CausalRunner.open(await openModelFolder(folder), options)
}

/** Mean over the tokens of answers and plain text, in nats. */
export async function answerLoss(
  folder: string,
  documents: readonly TrainingSequence[]
): Promise<number> {
  const runner = await opened(folder)
  let total = 0
  let count = 0
  for (const { ids, weights } of documents) {
    const cache = runner.newCache()
    const { logProbabilities } = await runner.step({
      ...{ cache, ids: [ids.slice(0, -1)], targets: ids.slice(1), want: ['logProbabilities'] },
      chosen: ids.slice(1).map((_, place) => place)
    })
    cache.dispose()
    for (const [place, value] of logProbabilities!.entries()) {
      if (weights[place + 1] !== 1) continue
      total -= value
      count++
    }
  }
  await runner.close()
  return total / count
}

/** '' when the answer is on topic, else what is wrong with it. */
export function verdict({ anyOf, noneOf }: Question, answer: string, ended: boolean): string {
  const said = ` ${comparable(answer)} `
  const words = said.trim().split(' ')
  const fours = words.slice(3).map((_, at) => words.slice(at, at + 4).join(' '))
  const says = (phrase: string): boolean => said.includes(` ${comparable(phrase)} `)
  if (!ended) return 'does not end'
  if (words.length > 60) return 'too long'
  if (fours.length - new Set(fours).size > 1) return 'repeats itself'
  if (noneOf.some(says)) return 'says what it must not say'
  return anyOf.some(says) ? '' : 'off topic'
}

/** Each question alone, answered by the likeliest tokens. */
export async function evaluateAnswers(
  folder: string,
  { questions, maxNewTokens }: Questions
): Promise<Evaluation> {
  const runner = await opened(folder)
  const text = await openModelText(folder)
  const sampling = { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 }
  const results: Evaluation['results'] = []
  const score: Evaluation['score'] = {}
  for (const question of questions) {
    const turns = [{ role: 'user', content: question.ask }] as const
    const { contextLength, vocabularySize } = runner.shape
    const model = { name: folder, contextLength, vocabularySize }
    const answer = await generate(runner, promptTokens({ type: 'chat', turns }, text, model), {
      ...{ sampling: { ...sampling, maxTokens: maxNewTokens, seed: 0 }, logprobs: 0 },
      ...{ eosIds: text.eosIds, tokenizer: text.tokenizer, signal: new AbortController().signal },
      ...{ onText: () => {}, onReading: () => {} }
    })
    const said = answer.text.trim()
    const wrong = verdict(question, said, answer.end === 'finished')
    results.push({ id: question.id, answer: said, onTopic: wrong === '', wrong })
    const round = (score[question.round] ??= {})
    const counts = (round[question.language] ??= { onTopic: 0, questions: 0 })
    counts.questions++
    if (wrong === '') counts.onTopic++
  }
  await runner.close()
  return { decoding: 'greedy', score, results }
}
