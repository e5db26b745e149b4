// The shape of a language's table of errors: a sentence that is missing does not compile.
import type { ErrorCode, ErrorParams } from '../../base/errors'
import type { Reason, ReasonCode, ReasonOf } from '../../base/reasons'

/** What happened (naming the thing), what to do (verb first), what is safe: a sentence each. */
export interface ErrorText {
  what: string
  todo: string
  safe: string
}

/** The window's words, the usual ones; the command line says its own where it names commands instead of views. */
export interface ErrorSentences extends ErrorText {
  commandLine?: Partial<ErrorText>
  /** Where the app cannot start because of it: there is no window then. */
  start?: Partial<ErrorText>
}

export type ErrorSentenceTable = {
  readonly [C in ErrorCode]: (params: ErrorParams<C>) => ErrorSentences
} & {
  /** Of the window alone: nobody is there to send it an error. */
  readonly connectionLost: () => ErrorSentences
}

/** Each is the end of a sentence: it begins small and has no full stop. */
export type ReasonTable = {
  readonly [C in ReasonCode]: (reason: ReasonOf<C>) => string
}

export function reasonIn(table: ReasonTable, reason: Reason): string {
  return (table[reason.code] as (reason: Reason) => string)(reason)
}
