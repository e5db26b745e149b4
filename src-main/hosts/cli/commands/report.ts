// lethe report check: whether a report is as it was signed.
import { z } from 'zod'
import { LetheError } from '../../../base/errors'
import type { ReportCheck } from '../../../contract/signedReport'
import { checkReportFile } from '../../../reports/signedReport'
import { onePositional, parseValues, UsageError, type Command } from '../command'

const schema = z.object({ 'public-key': z.string().min(1).optional() })

export const reportCommand: Command = {
  usage: 'report check FILE [--public-key F]',
  summary: 'Check whether a report is as it was signed',
  details: [
    'Tells whether anything in the file was changed after it was signed, and by which key it was.',
    'Without --public-key the key is the one that the file itself brings: compare its name with what',
    'the author told you. A signature shows that the file is unchanged; not who made it, nor that what',
    'it says is true. Ends with status 1 unless the report is unchanged.',
    '',
    '  --public-key F   the key that it has to be signed with: PEM, or Base64 of its SPKI form'
  ].join('\n'),
  options: { 'public-key': { type: 'string' } },
  async run({ positionals, values, output, resolvePath }) {
    const [what, ...rest] = positionals
    if (what !== 'check') throw new UsageError(`there is no "report ${what ?? ''}"`)
    const { 'public-key': key } = parseValues(schema, values)
    const path = resolvePath(onePositional(rest, 'FILE'))
    const found = await checkReportFile(path, key === undefined ? undefined : resolvePath(key))
    output.result(found, words(found))
    if (found.result !== 'unchanged')
      throw new LetheError('reportChanged', { path, problem: found.result })
  }
}

function words(found: ReportCheck): string {
  const { keyId } = found
  switch (found.result) {
    case 'unchanged': {
      const since = new Date(found.signedAt).toISOString()
      const whose = found.keyGiven ? 'the key you gave' : 'the key that the file itself brings'
      return `Unchanged since ${since}, signed by the key ${keyId} (${whose}).\n`
    }
    case 'changed':
      return `Changed after it was signed: ${found.parts.join(', ')}. Key ${keyId}.\n`
    case 'otherKey':
      return `Signed by the key ${keyId}, not by ${found.givenKeyId}.\n`
    case 'signatureWrong':
      return `The signature does not belong to what was signed. Key ${keyId}.\n`
  }
}
