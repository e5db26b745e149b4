// JSON in one form alone, so that it can be hashed: keys in the order of their UTF-16 units, no spaces,
// numbers as ECMAScript writes them (RFC 8785, https://www.rfc-editor.org/rfc/rfc8785).
import { createHash } from 'node:crypto'

/** Throws TypeError for what JSON cannot hold: NaN, infinities, functions, undefined in a list. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string')
    return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined)
    const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${sorted.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`
  }
  throw new TypeError(`a ${typeof value} that JSON cannot hold`)
}

export function canonicalSha256(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}
