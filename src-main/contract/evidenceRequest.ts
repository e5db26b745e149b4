// What is measured to see whether a model forgot: three models, and what each of them is asked.
import { z } from 'zod'
import { recordPartSchema } from './records'

export const evidenceRoles = ['original', 'unlearned', 'reference'] as const
export const evidenceRoleSchema = z.enum(evidenceRoles)
/** original: saw the records; unlearned: had to forget them; reference: never saw them. */
export type EvidenceRole = z.infer<typeof evidenceRoleSchema>

/** What may bring something back. `paraphrase` asks in other words and needs no other model. */
export const attackNames = ['relearning', 'quantization', 'paraphrase'] as const
export const attackNameSchema = z.enum(attackNames)
export type AttackName = z.infer<typeof attackNameSchema>

const id = z.string().min(1)
/** Whose record it is, and the records that are close to it; null: nobody's, not known. */
const grouped = { subject: z.string().nullable(), group: z.string().nullable() }
const parts = z.array(recordPartSchema).min(1)
const wrongAnswers = z.array(z.string().min(1)).max(100)

export const evidenceItemSchema = z.discriminatedUnion('kind', [
  /** One of the records that had to be forgotten. Without wrong answers those of other records serve. */
  z.strictObject({ kind: z.literal('record'), id, ...grouped, parts, wrongAnswers }),
  /** What such a record says, asked and answered in other words. */
  z.strictObject({
    ...{ kind: z.literal('question'), id, ...grouped, question: z.string().min(1) },
    ...{ answer: z.string().min(1), wrongAnswers }
  }),
  /** A record that must be kept: all three models saw it. */
  z.strictObject({ kind: z.literal('kept'), id, ...grouped, parts, wrongAnswers }),
  /** A record that none of the models saw. */
  z.strictObject({ kind: z.literal('heldOut'), id, ...grouped, parts }),
  /** A text that was planted at training, and texts drawn in the same way that never were. */
  z.strictObject({
    kind: z.literal('canary'),
    ...{ id, text: z.string().min(1), others: z.array(z.string().min(1)).min(1).max(10_000) }
  })
])
export type EvidenceItem = z.infer<typeof evidenceItemSchema>
export const evidenceItemKinds = ['record', 'question', 'kept', 'heldOut', 'canary'] as const
export type EvidenceItemKind = (typeof evidenceItemKinds)[number]

export const evidenceSettingsSchema = z.strictObject({
  seed: z.int().min(0).max(0xffff_ffff),
  samples: z.int().min(1).max(1000), // answers drawn for each record
  worstOf: z.int().min(1).max(1000), // at most `samples`: the worst of so many of them is told
  temperature: z.number().positive().max(10),
  mostAnswerTokens: z.int().min(1).max(4096),
  minKShare: z.number().positive().max(1), // of the tokens, for Min-K% and Min-K%++
  drawnWrongAnswers: z.int().min(1).max(100), // from other records, where none were given
  sequenceLength: z.int().min(4).nullable() // as in the training; null: what the models can read
})
export type EvidenceSettings = z.infer<typeof evidenceSettingsSchema>

export const usualEvidenceSettings: EvidenceSettings = {
  ...{ seed: 0, samples: 10, worstOf: 5, temperature: 1, mostAnswerTokens: 128 },
  ...{ minKShare: 0.4, drawnWrongAnswers: 5, sequenceLength: null }
}

/** How a model that was made by replay compares with one trained from the start without the records. */
export const replayProofSchema = z.enum(['notReplayed', 'notCompared', 'sameHash', 'otherHash'])
