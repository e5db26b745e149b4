// Identifiers of rows, uploads and requests: random, so that they can be made anywhere.
import { randomUUID } from 'node:crypto'

export function newId(): string {
  return randomUUID()
}

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** True for the form `newId` gives; such a name is safe as a folder's name. */
export function isId(text: string): boolean {
  return pattern.test(text)
}
