// The signed data as a file attached to a PDF, and how it is found again.

export const attachedName = 'lethe-report.json'

/**
 * The attached JSON of a PDF as `pdfPages` writes it: streams that are not compressed. Null where there
 * is none, as in a PDF that another program has written anew.
 */
export function dataIn(bytes: Buffer): string | null {
  const named = bytes.indexOf('/Type /EmbeddedFile')
  const opening = bytes.indexOf('stream\n', named)
  if (named === -1 || opening === -1) return null
  const length = /\/Length (\d+)/.exec(bytes.subarray(named, opening).toString('latin1'))?.[1]
  if (length === undefined) return null
  const start = opening + 'stream\n'.length
  return bytes.subarray(start, start + Number(length)).toString('utf8')
}
