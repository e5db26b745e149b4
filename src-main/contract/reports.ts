// Reports that were made here: signed, kept, handed over as HTML, PDF or JSON, and checked.
import { z } from 'zod'
import { changeWords, leanWords } from './bias'
import { biasReportFormats } from './biasFile'
import { procedure } from './errors'
import { languages } from './quantities'
import { reportCheckSchema } from './signedReport'

/** What came of it, as the list shows it: the key of the overall verdict. */
const reportVerdictSchema = z.enum([
  ...(['exact', 'replayedNotCompared', 'notForgotten', 'comesBack'] as const),
  ...(['overForgotten', 'lostAbility', 'forgotten', 'cannotTell'] as const)
])

const languageSchema = z.enum(languages)

/** What came of it, as the list shows it: how many axes have which word. There is no overall one. */
export const reportTallySchema = z.array(
  z.object({ word: z.enum([...new Set([...changeWords, ...leanWords])]), axes: z.int() })
)
export type ReportTally = z.infer<typeof reportTallySchema>

const kept = {
  id: z.string(),
  title: z.string(), // of what had to go, or what was audited
  language: languageSchema, // that it was made in; it can be read in the others
  signedAt: z.number(), // epoch ms
  keyId: z.string(),
  sourceId: z.string(), // of the evidence, or of the audit (the one after)
  sha256: z.string(), // of the signed JSON, as a file
  removedAt: z.number().nullable()
}
export const keptReportSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('evidence'), ...kept, verdict: reportVerdictSchema }),
  z.object({ kind: z.literal('bias'), ...kept, suite: z.string(), tally: reportTallySchema })
])
export type KeptReport = z.infer<typeof keptReportSchema>

/** A file on this machine, or a finished upload of one. */
const checkedFileSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('path'), path: z.string().min(1) }),
  z.object({ type: z.literal('upload'), uploadId: z.string().min(1) })
])
export type CheckedFile = z.infer<typeof checkedFileSchema>

const byId = z.object({ id: z.string() })

/** What a bias report is of: one finished audit, or what changed since the one before. */
export const biasReportOfSchema = z.object({
  audit: z.string().min(1), // an id
  before: z.string().min(1).nullable().default(null),
  seeds: z.array(z.string()).max(20).default([]), // as in bias.compare
  margin: z.number().min(0.001).max(0.5).default(0.03),
  title: z.string().trim().min(1).max(200).optional(), // usual: names of the model and the suite
  preparedBy: z.string().trim().max(500).default(''),
  language: languageSchema
})

export const reportsContract = {
  list: procedure
    .input(z.object({ removed: z.boolean().default(false) }))
    .output(z.object({ reports: z.array(keptReportSchema) })), // newest first
  get: procedure.input(byId).output(keptReportSchema),
  /** Signs evidence and keeps the report. Throws `notFound` for the evidence, `diskFull`. */
  make: procedure
    .input(z.object({ evidence: z.string().min(1), language: languageSchema }))
    .output(keptReportSchema),
  /** Signs what an audit found and keeps the report. Throws `auditUnfinished`, `auditsDiffer`, `diskFull`. */
  makeBias: procedure.input(biasReportOfSchema).output(keptReportSchema),
  /** The same as a file, whole or not at all; `keyId` null: a table, which is not signed. */
  writeBias: procedure
    .input(
      biasReportOfSchema.extend({
        format: z.enum(biasReportFormats),
        path: z.string().min(1) // absolute
      })
    )
    .output(z.object({ path: z.string(), keyId: z.string().nullable(), signedAt: z.number() })),
  /** The report as its HTML file. Throws `reportChanged` where what is kept is not what was signed. */
  page: procedure
    .input(byId.extend({ language: languageSchema }))
    .output(z.object({ html: z.string() })),
  /** As `page`. Throws `invalidInput` for tables of a report that has none. */
  download: procedure
    .input(byId.extend({ format: z.enum(biasReportFormats), language: languageSchema }))
    .output(z.object({ fileName: z.string(), mediaType: z.string(), base64: z.base64() })),
  /** Throws `fileMalformed` for what is no report, `fileNotFound`, `fileNotReadable`. */
  check: procedure.input(z.object({ file: checkedFileSchema })).output(reportCheckSchema),
  /** It leaves the list and stays restorable for 30 days. */
  remove: procedure.input(byId).output(keptReportSchema),
  restore: procedure.input(byId).output(keptReportSchema),
  /** The key that reports are signed with here; it is made when it is first asked for. */
  key: procedure.output(z.object({ keyId: z.string(), publicKeyPem: z.string() }))
}
