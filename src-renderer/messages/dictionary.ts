// The shape every language follows: English gives the keys, the compiler holds the others to them.
import type { en } from './en/index'

type SameShape<T> = T extends string
  ? string
  : T extends (...given: infer A) => string
    ? (...given: A) => string
    : { readonly [K in keyof T]: SameShape<T[K]> }

export type Dictionary = SameShape<typeof en>
