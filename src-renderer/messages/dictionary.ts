// The shape every language follows: English gives the keys, the compiler holds the others to them.
import type { ErrorCode, ErrorParams } from '../../src-main/contract/errors'
import type { en } from './en/index'

type SameShape<T> = T extends string
  ? string
  : T extends (...given: infer A) => string
    ? (...given: A) => string
    : { readonly [K in keyof T]: SameShape<T[K]> }

export type Dictionary = SameShape<typeof en>

/** What happened (one sentence naming the thing), what to do (verb first), what is safe. */
export interface ErrorText {
  what: string
  todo: string
  safe: string
}
export type ErrorTexts = Record<ErrorCode | 'connectionLost', (params: ErrorParams) => ErrorText>
