// Evidence as it is kept: what was measured, and all that is needed to measure it again. Reports are
// drawn from this alone.
import { z } from 'zod'
import { measuredEvidenceSchema } from './evidenceMeasured'
import {
  attackNameSchema,
  evidenceRoleSchema,
  evidenceSettingsSchema,
  replayProofSchema
} from './evidenceRequest'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
export const evidenceFormat = 'lethe-evidence'
export const evidenceVersion = 1

export const evidenceFileSchema = z.strictObject({
  format: z.literal(evidenceFormat),
  version: z.literal(evidenceVersion),
  id: z.string(),
  createdAt: z.number(), // epoch ms
  /** What had to go, who asked, why; in their own words. */
  subject: z.object({ title: z.string(), reason: z.string(), requestedBy: z.string() }),
  models: z.array(
    z.object({
      role: evidenceRoleSchema,
      attack: attackNameSchema.nullable(),
      ...{ id: z.string(), name: z.string(), sha256 }, // of the tensors
      weightMode: z.string()
    })
  ),
  /** How the unlearned and the reference model were made: hashes and settings of their runs. */
  plan: z.record(z.string(), z.unknown()),
  replay: z.object({
    proof: replayProofSchema,
    replayedSha256: sha256.nullable(),
    retrainedSha256: sha256.nullable()
  }),
  /** Of all that was asked, with the settings: equal for equal questions. */
  itemsSha256: sha256,
  settings: evidenceSettingsSchema,
  made: z.object({
    ...{ lethe: z.string(), runtime: z.string(), platform: z.string() },
    ...{ device: z.string(), threads: z.int(), seconds: z.number() }
  }),
  measured: measuredEvidenceSchema
})
export type EvidenceFile = z.infer<typeof evidenceFileSchema>
