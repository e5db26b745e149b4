// What the store's client and its worker threads say to each other.
import type { LetheErrorData } from '../contract/errors'
import type { Operations } from './operations'

export const databaseFileName = 'lethe.sqlite'

export type ThreadKind = keyof Operations

export interface ThreadData {
  kind: ThreadKind
  file: string
}

export type ToThread =
  | { type: 'call'; id: number; table: string; operation: string; input: unknown }
  /** Clears what erased rows left behind: in the index, the journal, the copy before an upgrade. */
  | { type: 'scrub'; id: number }
  /** Writes the database anew, with what is in it and nothing else. */
  | { type: 'rewrite'; id: number }
  | { type: 'close'; id: number }

export type FromThread =
  | { type: 'opened'; created: boolean }
  | { type: 'refused'; error: LetheErrorData; stack: string | undefined }
  | { type: 'value'; id: number; value: unknown }
  | { type: 'error'; id: number; error: LetheErrorData; stack: string | undefined }
