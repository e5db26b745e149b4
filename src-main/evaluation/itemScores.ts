// All that one model is asked about one record: one reading gives what several measures share; wrong
// answers and answers of its own need a reading each.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { CausalRunner } from '../models/causalRunner'
import type { ModelText } from '../models/modelFolder'
import { mean } from '../statistics/moments'
import { continuations, type Draw } from './continuations'
import { forcedLoss, forcedTokens, type ForcedText, type ForcedToken } from './forcedTokens'
import { minKPlusPlusScore, minKScore } from './membership'
import { exactMemorisation, extractionStrength } from './memorisation'
import { rougeLRecall } from './textOverlap'
import { logTruthRatio } from './truthRatio'
import { zlibSizeBytes } from './zlibSize'

export const itemScoresSchema = z.object({
  id: z.string(),
  tokens: z.int(), // that were scored
  lossNats: z.number(), // per token
  zlibBytes: z.int(), // of the scored text
  extractionStrength: z.number(),
  exactMemorisation: z.number(),
  ...{ minK: z.number(), minKPlusPlus: z.number() },
  /** ln TR; null: there were no wrong answers, or it was not asked. */
  logTruthRatio: z.number().nullable(),
  rougeL: z.number().nullable(), // recall of the likeliest answer
  samples: z.array(z.number()) // recall of each drawn answer
})
/** Of one item under one model. */
export type ItemScores = z.infer<typeof itemScoresSchema>

/** A record as ids. */
export interface ItemTokens {
  readonly id: string
  /** All of it, in pieces that the model can read at once; what is scored is what was learned. */
  readonly texts: readonly ForcedText[]
  /** What an answer follows: the first of the ids of the piece that it stands in. */
  readonly prompt: readonly number[]
  /** What follows it, to the end of that answer. */
  readonly answer: readonly number[]
  /** Other ends of the same prompt, that are not true. */
  readonly wrong: readonly ForcedText[]
}

export interface ScoreOptions {
  readonly text: ModelText
  readonly minKShare: number
  /** Answers of its own: the likeliest one, and so many drawn ones. Null: none. */
  readonly answers: {
    readonly samples: number
    readonly seed: number
    readonly temperature: number
    readonly mostTokens: number
  } | null
  readonly signal: AbortSignal
}

/** @throws LetheError cancelled, tokenOutOfRange */
export async function scoreItem(
  runner: CausalRunner,
  item: ItemTokens,
  options: ScoreOptions
): Promise<ItemScores> {
  const { text, minKShare, signal } = options
  const tokens: ForcedToken[] = []
  for (const piece of item.texts) tokens.push(...(await forcedTokens(runner, piece, signal)))
  const logProbs = tokens.map(({ logProb }) => logProb)
  const recited = withoutEnd(tokens, text.eosIds)
  const forced = {
    ids: recited.map(({ id }) => id),
    mostLikelyIds: recited.map(({ mostLikelyId }) => mostLikelyId)
  }
  const decode = (ids: readonly number[]): string => text.tokenizer?.decode(ids) ?? ''
  return {
    id: item.id,
    tokens: tokens.length,
    lossNats: -mean(logProbs),
    zlibBytes: zlibSizeBytes(decode(forced.ids)),
    extractionStrength: extractionStrength(forced),
    exactMemorisation: exactMemorisation(forced),
    minK: minKScore(logProbs, minKShare),
    minKPlusPlus: minKPlusPlusScore(tokens, minKShare),
    logTruthRatio: await truthRatioOf(runner, item, signal),
    ...(await ownAnswers(runner, item, options))
  }
}

/** That a text ends is not part of what is recited. */
export function withoutEnd(
  tokens: readonly ForcedToken[],
  eosIds: readonly number[]
): readonly ForcedToken[] {
  const last = tokens.at(-1)
  return last && tokens.length > 1 && eosIds.includes(last.id) ? tokens.slice(0, -1) : tokens
}

async function truthRatioOf(
  runner: CausalRunner,
  { prompt, answer, wrong }: ItemTokens,
  signal: AbortSignal
): Promise<number | null> {
  if (wrong.length === 0) return null
  const trueLoss = await forcedLoss(runner, continued(prompt, answer), signal)
  const wrongLosses: number[] = []
  for (const other of wrong) wrongLosses.push(await forcedLoss(runner, other, signal))
  return logTruthRatio({ trueLoss, wrongLosses })
}

/** A prompt and what stands behind it, which is asked about. */
export function continued(prompt: readonly number[], answer: readonly number[]): ForcedText {
  return {
    ids: [...prompt, ...answer],
    places: answer.map((_, place) => prompt.length + place)
  }
}

async function ownAnswers(
  runner: CausalRunner,
  { id, prompt, answer }: ItemTokens,
  { text, answers, signal }: ScoreOptions
): Promise<Pick<ItemScores, 'rougeL' | 'samples'>> {
  const { tokenizer, eosIds } = text
  if (!answers || !tokenizer) return { rougeL: null, samples: [] }
  const { samples, seed, temperature, mostTokens } = answers
  const drawn = Array.from({ length: samples }, (_, number): Draw => ({
    ...{ temperature, seed: drawSeed(seed, id, number) }
  }))
  const said = await continuations(runner, prompt, [{ temperature: 0, seed: 0 }, ...drawn], {
    // Longer answers give away more by length alone: half as much again as there is to give.
    maxTokens: Math.min(mostTokens, Math.ceil(1.5 * answer.length) + 4),
    ...{ eosIds, vocabularySize: tokenizer.vocabularySize, signal }
  })
  const truth = tokenizer.decode(answer)
  const [rougeL, ...recalls] = said.map((ids) => rougeLRecall(truth, tokenizer.decode(ids)))
  return { rougeL: rougeL!, samples: recalls }
}

/** The same for every model: what differs between their answers is not the draw. */
function drawSeed(seed: number, id: string, number: number): number {
  return createHash('sha256')
    .update(JSON.stringify([seed, id, number]))
    .digest()
    .readUInt32LE(0)
}
