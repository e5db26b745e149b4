// The procedures of contract/reports.
import { createPublicKey } from 'node:crypto'
import type { z } from 'zod'
import { LetheError } from '../base/errors'
import type { BiasFile } from '../contract/biasFile'
import type { biasReportOfSchema } from '../contract/reports'
import type { AppContext } from '../jobs/application'
import { titleOf } from '../jobs/findings'
import { biasFile, tallyOf } from '../reports/bias/content'
import { checkReportFile } from '../reports/checkReportFile'
import { contentOf, renderReport } from '../reports/renderReport'
import { signReport } from '../reports/signedReport'
import { keyIdOf, signingKey } from '../reports/signingKey'
import { biasTable, writeBiasReport } from '../reports/writeReport'
import { procedures } from './base'

const { reports } = procedures

const mediaTypes = {
  html: 'text/html',
  pdf: 'application/pdf',
  json: 'application/json',
  csv: 'text/csv',
  itemsCsv: 'text/csv'
} as const

export const reportsRouter = reports.router({
  list: reports.list.handler(async ({ input, context }) => ({
    reports: await context.keptReports.list(input.removed)
  })),
  get: reports.get.handler(({ input, context }) => context.keptReports.get(input.id)),
  make: reports.make.handler(async ({ input, context }) => {
    const { evidence: id, language } = input
    const file = await context.evidences.found(id)
    const key = await signingKey(context.system.dataFolder)
    const signedAt = Date.now()
    return context.keptReports.keep(signReport('evidence', file, key, signedAt), {
      ...{ kind: 'evidence', title: file.subject.title, verdict: file.measured.overall.key },
      ...{ language, signedAt, keyId: keyIdOf(key.publicKey), sourceId: id }
    })
  }),
  makeBias: reports.makeBias.handler(async ({ input, context }) => {
    const file = await biasFileOf(input, context)
    const key = await signingKey(context.system.dataFolder)
    const { createdAt: signedAt, subject, suite } = file
    return context.keptReports.keep(signReport('bias', file, key, signedAt), {
      ...{ kind: 'bias', title: subject.title, suite: suite.name, tally: tallyOf(file) },
      ...{ language: input.language, signedAt, keyId: keyIdOf(key.publicKey) },
      sourceId: input.audit
    })
  }),
  writeBias: reports.writeBias.handler(async ({ input, context }) => {
    const { format, language, path } = input
    const file = await biasFileOf(input, context)
    return writeBiasReport(file, context.system.dataFolder, { format, language, path })
  }),
  page: reports.page.handler(async ({ input, context }) => {
    const { report } = await context.keptReports.read(input.id)
    return { html: (await renderReport(report, input.language, 'html')).toString('utf8') }
  }),
  download: reports.download.handler(async ({ input, context }) => {
    const { format, language } = input
    const { about, report } = await context.keptReports.read(input.id)
    const name = `${fileNameOf(about.title)} ${new Date(about.signedAt).toISOString().slice(0, 10)}`
    if (format === 'csv' || format === 'itemsCsv') {
      if (about.kind !== 'bias') {
        const reason = { code: 'valueNotOneOf', allowed: 'html, pdf, json' } as const
        throw new LetheError('invalidInput', { field: 'value', name: 'format', reason })
      }
      const table = biasTable(contentOf(report, 'bias'), format)
      return {
        fileName: `${name}${format === 'csv' ? '' : ' items'}.csv`,
        mediaType: mediaTypes[format],
        base64: Buffer.from(table).toString('base64')
      }
    }
    const file = await renderReport(report, language, format)
    return {
      fileName: `${name}.${format}`,
      mediaType: mediaTypes[format],
      base64: file.toString('base64')
    }
  }),
  check: reports.check.handler(({ input, context }) =>
    context.keptReports.withFile(input.file, (path) => checkReportFile(path))
  ),
  remove: reports.remove.handler(({ input, context }) => context.keptReports.remove(input.id)),
  restore: reports.restore.handler(({ input, context }) => context.keptReports.restore(input.id)),
  key: reports.key.handler(async ({ context }) => {
    const { privateKey, publicKey } = await signingKey(context.system.dataFolder)
    const pem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' })
    return { keyId: keyIdOf(publicKey), publicKeyPem: pem.toString() }
  })
})

/** What is reported of audits, gathered now. */
async function biasFileOf(
  { audit, before, seeds, margin, title, preparedBy, language }: z.infer<typeof biasReportOfSchema>,
  { audits, system }: Pick<AppContext, 'audits' | 'system'>
): Promise<BiasFile> {
  const parts = await audits.reported({ audit, before, seeds, margin })
  const { version, runtime, platform } = await system.info()
  const usual = [parts.before, parts.after].flatMap((it) => (it ? [it.audit.modelName] : []))
  const named = { ...parts.after.audit, modelName: usual.join(' → ') }
  const subject = { title: title ?? titleOf(named, [parts.suite], language), preparedBy }
  return biasFile(parts, subject, { lethe: version, runtime, platform }, Date.now())
}

/** What every system takes as the name of a file. */
function fileNameOf(title: string): string {
  const plain = title.replace(/[^\p{L}\p{N} ._-]+/gu, ' ').replace(/\s+/g, ' ')
  return plain.trim().replace(/^\.+/, '').slice(0, 80).trim() || 'report'
}
