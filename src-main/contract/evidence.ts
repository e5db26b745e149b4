// Evidence about what a model forgot.
import { z } from 'zod'
import { procedure } from './errors'
import { evidenceProcedures } from './evidenceEntries'

export const tofuScoreInputSchema = z.object({
  unlearnedPath: z.string().min(1), // absolute
  retainPath: z.string().min(1)
})
export type TofuScoreInput = z.infer<typeof tofuScoreInputSchema>

const share = z.number().min(0).max(1)
const setScoresSchema = z.object({ probability: share, rougeLRecall: share, truthRatio: share })
const modelSetsSchema = z.object({
  retain: setScoresSchema,
  realAuthors: setScoresSchema,
  worldFacts: setScoresSchema,
  forget: setScoresSchema
})

export const tofuScoreResultSchema = z.object({
  ksStatistic: share,
  pValue: share, // forget quality
  method: z.enum(['exact', 'asymptotic']),
  modelUtility: share, // of the unlearned model
  retainModelUtility: share,
  tableUtility: share, // of the unlearned model, from the figures rounded to four decimals
  retainTableUtility: share,
  sets: modelSetsSchema, // of the unlearned model
  retainSets: modelSetsSchema,
  forgetQuestions: z.object({ unlearned: z.number().int(), retain: z.number().int() })
})
export type TofuScoreResult = z.infer<typeof tofuScoreResultSchema>

export const evidenceContract = {
  ...evidenceProcedures,
  tofuScore: procedure.input(tofuScoreInputSchema).output(tofuScoreResultSchema)
}
