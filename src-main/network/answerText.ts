// What another program answered, as text: bounded, and what it says of a failure on one short line.
import { z } from 'zod'
import { LetheError } from '../base/errors'
import { quoted, type Reason } from '../base/reasons'

const mostReasonLetters = 300

const reasonSchema = z.union([
  z.object({ error: z.object({ message: z.string() }) }).transform(({ error }) => error.message),
  z.object({ error: z.string() }).transform(({ error }) => error),
  z.object({ message: z.string() }).transform(({ message }) => message),
  z.object({ detail: z.string() }).transform(({ detail }) => detail)
])

/** The other side's own words on one line, short, and without the key if it repeats it. */
export function plainReason(said: unknown, key: string): { reason?: Reason } {
  const parsed = reasonSchema.safeParse(said)
  const text = parsed.success ? parsed.data : ''
  const safe = key === '' ? text : text.replaceAll(key, '…')
  const line = safe.replace(/\s+/g, ' ').trim()
  const short = line.length > mostReasonLetters ? `${line.slice(0, mostReasonLetters)}…` : line
  return short === '' ? {} : { reason: quoted('server', short) }
}

/** Undefined: it is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Throws `remoteMalformed` beyond `mostBytes`. */
export async function textOf(
  body: AsyncIterable<Uint8Array>,
  mostBytes: number,
  host: string
): Promise<string> {
  const pieces: Uint8Array[] = []
  let sizeBytes = 0
  for await (const piece of body) {
    pieces.push(piece)
    sizeBytes += piece.length
    if (sizeBytes > mostBytes) throw new LetheError('remoteMalformed', { host, problem: 'tooLong' })
  }
  return Buffer.concat(pieces).toString('utf8')
}
