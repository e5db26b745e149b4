// Names that no two things of a list may share, letter case and Unicode form aside.
import { LetheError } from '../base/errors'

const folded = (name: string): string => name.normalize('NFC').toLocaleLowerCase()

/** Throws `nameTaken`. `others`: what the rest of the list is called. */
export function refuseTaken(wanted: string, others: readonly string[]): void {
  const key = folded(wanted)
  if (others.some((other) => folded(other) === key)) {
    throw new LetheError('nameTaken', { name: wanted })
  }
}
