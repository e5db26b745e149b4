// Names that no two things of a list may share, letter case and Unicode form aside.
import { LetheError } from '../base/errors'
import type { StoreDatabase } from './database'

const folded = (name: string): string => name.normalize('NFC').toLocaleLowerCase()

/** Throws `nameTaken`. `others`: what the rest of the list is called. */
export function refuseTaken(wanted: string, others: readonly string[]): void {
  const key = folded(wanted)
  if (others.some((other) => folded(other) === key)) {
    throw new LetheError('nameTaken', { name: wanted })
  }
}

/** What each list shows: neither what was removed nor what is still on its way in. */
const lists = {
  datasets: "SELECT name FROM datasets WHERE removed_at IS NULL AND status = 'ready' AND id <> ?",
  flagSets: 'SELECT name FROM flag_sets WHERE removed_at IS NULL AND id <> ?',
  models: 'SELECT name FROM models WHERE removed_at IS NULL AND id <> ?',
  runs: 'SELECT name FROM runs WHERE removed_at IS NULL AND id <> ?'
} as const

/**
 * What the rest of a list is called.
 * @param id of the one that is to bear a name
 */
export function namesBeside(
  { $client }: StoreDatabase,
  list: keyof typeof lists,
  id: string
): string[] {
  return $client.prepare<[string], string>(lists[list]).pluck().all(id)
}

/** `wanted`, or with the first free number behind it: "Name", "Name 2". */
export function freeName(wanted: string, others: readonly string[]): string {
  const taken = new Set(others.map(folded))
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? wanted : `${wanted} ${number}`
    if (!taken.has(folded(candidate))) return candidate
  }
}
