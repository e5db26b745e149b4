// The procedures of contract/reports.
import { createPublicKey } from 'node:crypto'
import { checkReportFile } from '../reports/checkReportFile'
import { renderReport } from '../reports/renderReport'
import { signReport } from '../reports/signedReport'
import { keyIdOf, signingKey } from '../reports/signingKey'
import { procedures } from './base'

const { reports } = procedures

const mediaTypes = {
  html: 'text/html',
  pdf: 'application/pdf',
  json: 'application/json'
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
    return context.keptReports.keep(signReport(file, key, signedAt), {
      ...{ kind: 'evidence', title: file.subject.title, verdict: file.measured.overall.key },
      ...{ language, signedAt, keyId: keyIdOf(key.publicKey), sourceId: id }
    })
  }),
  page: reports.page.handler(async ({ input, context }) => {
    const { report } = await context.keptReports.read(input.id)
    return { html: (await renderReport(report, input.language, 'html')).toString('utf8') }
  }),
  download: reports.download.handler(async ({ input, context }) => {
    const { format, language } = input
    const { about, report } = await context.keptReports.read(input.id)
    const file = await renderReport(report, language, format)
    return {
      fileName: `${fileNameOf(about.title)} ${new Date(about.signedAt).toISOString().slice(0, 10)}.${format}`,
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

/** What every system takes as the name of a file. */
function fileNameOf(title: string): string {
  const plain = title.replace(/[^\p{L}\p{N} ._-]+/gu, ' ').replace(/\s+/g, ' ')
  return plain.trim().replace(/^\.+/, '').slice(0, 80).trim() || 'report'
}
