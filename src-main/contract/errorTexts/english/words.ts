// What sentences of several areas have in common.
import type { AddressProblem, ReachProblem } from '../../../base/errors'
import type { Reason } from '../../../base/reasons'
import { quantities } from '../../quantities'
import { englishReasons } from '../englishReasons'
import { reasonIn } from '../sentences'

export const { bytes, count, day } = quantities('en')
export const why = (reason: Reason): string => reasonIn(englishReasons, reason)
/** What the other side said, where it said something. */
export const saying = (reason: Reason | undefined): string => (reason ? `; ${why(reason)}` : '')
export const nearest = (name: string | undefined): string =>
  name === undefined ? '' : ` Did you mean “${name}”?`
export const othersFine = 'It was not added; your other models are fine.'
export const nothingAdded = 'Nothing was added to the library; the files were not changed.'
export const downloadGone = 'Nothing was added, and what was downloaded has been removed.'
export const nothingChanged = 'Nothing was changed.'
export const libraryIntact = 'The library and your conversations are as they were.'
export const textKept = 'Your conversation and what you typed are saved.'
export const addressProblems: Record<AddressProblem, string> = {
  malformed: 'it is not an address',
  scheme: 'only http and https are possible',
  credentials: 'a name or password has no place in it',
  query: 'nothing may follow after “?” or “#”'
}
export const reachProblems: Record<ReachProblem, string> = {
  refused: 'nothing listens there',
  closed: 'it closed the line at once',
  unknownName: 'its name is not known',
  noWay: 'there is no way to it from this machine',
  noAnswer: 'nobody answers there',
  certificate: 'its certificate is not valid for that name',
  elsewhere: 'this system leads localhost to another machine',
  other: 'the line could not be opened'
}
