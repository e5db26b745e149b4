// Reports that were made here: signed, kept, handed over as HTML, PDF or JSON, and checked.
import { z } from 'zod'
import { procedure } from './errors'
import { reportFormats } from './evidenceEntries'
import { languages } from './quantities'
import { reportCheckSchema } from './signedReport'

/** What came of it, as the list shows it: the key of the overall verdict. */
const reportVerdictSchema = z.enum([
  ...(['exact', 'replayedNotCompared', 'notForgotten', 'comesBack'] as const),
  ...(['overForgotten', 'lostAbility', 'forgotten', 'cannotTell'] as const)
])

const languageSchema = z.enum(languages)

export const keptReportSchema = z.object({
  id: z.string(),
  kind: z.literal('evidence'),
  title: z.string(), // of what had to go
  verdict: reportVerdictSchema,
  language: languageSchema, // that it was made in; it can be read in the others
  signedAt: z.number(), // epoch ms
  keyId: z.string(),
  sourceId: z.string(), // of the evidence
  sha256: z.string(), // of the signed JSON, as a file
  removedAt: z.number().nullable()
})
export type KeptReport = z.infer<typeof keptReportSchema>

/** A file on this machine, or a finished upload of one. */
const checkedFileSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('path'), path: z.string().min(1) }),
  z.object({ type: z.literal('upload'), uploadId: z.string().min(1) })
])
export type CheckedFile = z.infer<typeof checkedFileSchema>

const byId = z.object({ id: z.string() })

export const reportsContract = {
  list: procedure
    .input(z.object({ removed: z.boolean().default(false) }))
    .output(z.object({ reports: z.array(keptReportSchema) })), // newest first
  get: procedure.input(byId).output(keptReportSchema),
  /** Signs evidence and keeps the report. Throws `notFound` for the evidence, `diskFull`. */
  make: procedure
    .input(z.object({ evidence: z.string().min(1), language: languageSchema }))
    .output(keptReportSchema),
  /** The report as its HTML file. Throws `reportChanged` where what is kept is not what was signed. */
  page: procedure
    .input(byId.extend({ language: languageSchema }))
    .output(z.object({ html: z.string() })),
  /** As `page`. */
  download: procedure
    .input(byId.extend({ format: z.enum(reportFormats), language: languageSchema }))
    .output(z.object({ fileName: z.string(), mediaType: z.string(), base64: z.base64() })),
  /** Throws `fileMalformed` for what is no report, `fileNotFound`, `fileNotReadable`. */
  check: procedure.input(z.object({ file: checkedFileSchema })).output(reportCheckSchema),
  /** It leaves the list and stays restorable for 30 days. */
  remove: procedure.input(byId).output(keptReportSchema),
  restore: procedure.input(byId).output(keptReportSchema),
  /** The key that reports are signed with here; it is made when it is first asked for. */
  key: procedure.output(z.object({ keyId: z.string(), publicKeyPem: z.string() }))
}
