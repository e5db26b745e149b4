// A report as a file: what it says, and a signature over the hash of each of its parts, so that a change
// is found and named.
import { z } from 'zod'
import { biasFileSchema, type BiasFile } from './biasFile'
import { evidenceFileSchema, type EvidenceFile } from './evidenceFile'

export const reportFormat = 'lethe-report'
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const reportKinds = ['evidence', 'bias'] as const
export type ReportKind = (typeof reportKinds)[number]
export interface ReportContents {
  evidence: EvidenceFile
  bias: BiasFile
}

/** What is signed. */
export const reportStatementSchema = z.strictObject({
  format: z.literal(reportFormat),
  version: z.literal(1),
  kind: z.enum(reportKinds),
  signedAt: z.number(), // epoch ms, by the clock of the machine that signed
  publicKey: z.string().max(200), // Ed25519, SPKI in Base64
  parts: z.record(z.string(), sha256) // of each part of the content, in canonical JSON
})
export type ReportStatement = z.infer<typeof reportStatementSchema>

export const signedReportSchema = z.strictObject({
  statement: reportStatementSchema,
  signature: z.string().max(200), // of the statement in canonical JSON, Base64
  content: z.record(z.string(), z.unknown())
})
export type SignedReport = z.infer<typeof signedReportSchema>

export const reportContentSchemas: { [K in ReportKind]: z.ZodType<ReportContents[K]> } = {
  evidence: evidenceFileSchema,
  bias: biasFileSchema
}

export const reportCheckSchema = z.discriminatedUnion('result', [
  z.object({
    result: z.literal('unchanged'),
    signedAt: z.number(),
    keyId: z.string(),
    /** False: the key is the one that the file itself brings; whose it is has to be known from elsewhere. */
    keyGiven: z.boolean()
  }),
  /** `parts` of the data by name, or `page.` and the section of a drawn page that is not what the data says. */
  z.object({ result: z.literal('changed'), keyId: z.string(), parts: z.array(z.string()) }),
  /** The data is as it was signed; the page around it was drawn by a version that draws differently. */
  z.object({
    result: z.literal('otherLayout'),
    signedAt: z.number(),
    keyId: z.string(),
    keyGiven: z.boolean()
  }),
  z.object({ result: z.literal('otherKey'), keyId: z.string(), givenKeyId: z.string() }),
  z.object({ result: z.literal('signatureWrong'), keyId: z.string() })
])
export type ReportCheck = z.infer<typeof reportCheckSchema>
