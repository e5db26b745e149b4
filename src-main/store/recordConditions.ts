// Filters and orders of records as SQL: which tables lead, what they are joined with, and by which key.
import {
  piiTypes,
  recordLanguages,
  recordProblems,
  recordSplits,
  type PiiType,
  type RecordFilter,
  type RecordLanguage,
  type RecordProblem,
  type RecordSort,
  type RecordSplit
} from '../contract/records'
import { rangeOf, searchTable } from './recordKeys'
import { matchExpression } from './search'

/** Shorter words match only as they stand: half the index begins with "t". */
const beginningFrom = 2

export const piiBits = (types: Iterable<PiiType>): number => bitsOf(piiTypes, types)
export const piiTypesOf = (bits: number): PiiType[] => inBits(piiTypes, bits)
export const problemBits = (problems: Iterable<RecordProblem>): number =>
  bitsOf(recordProblems, problems)
export const problemsOf = (bits: number): RecordProblem[] => inBits(recordProblems, bits)
export const languageNumber = (language: RecordLanguage): number =>
  recordLanguages.indexOf(language)
export const languageAt = (number: number): RecordLanguage => recordLanguages[number] ?? 'other'
export const splitNumber = (split: RecordSplit | null): number =>
  split === null ? 0 : recordSplits.indexOf(split) + 1
export const splitAt = (number: number): RecordSplit | null => recordSplits[number - 1] ?? null

function bitsOf<T>(all: readonly T[], some: Iterable<T>): number {
  let bits = 0
  for (const one of some) bits |= 1 << all.indexOf(one)
  return bits
}

function inBits<T>(all: readonly T[], bits: number): T[] {
  return all.filter((_, at) => bits & (1 << at))
}

export interface Condition {
  from: string
  /** To be put behind WHERE. */
  where: string
  values: (number | string)[]
  key: string
}

/** @returns null when nothing can match (a query of signs alone). */
export function conditionOf(
  number: number,
  filter: RecordFilter,
  sortedBy: RecordSort['by'] = 'ordinal'
): Condition | null {
  const parts: string[] = []
  const values: (number | string)[] = []
  const tables: { name: string; key: string }[] = []
  const add = (part: string, ...given: (number | string)[]): void => {
    parts.push(part)
    values.push(...given)
  }
  if (filter.query.trim() !== '') {
    const expression = matchExpression(filter.query, beginningFrom)
    if (expression === null) return null
    const search = searchTable(number)
    tables.push({ name: search, key: `${search}.rowid` })
    add(`${search} MATCH ?`, expression)
  }
  if (filter.tag !== null) {
    tables.push({ name: 'record_tags', key: 'record_tags.key' })
    add(
      'record_tags.tag = (SELECT ordinal FROM record_tag_names WHERE dataset = ? AND name = ?)',
      ...[number, filter.tag]
    )
  }
  const facts = factsOf(filter)
  if (tables.length === 0 || facts.length > 0 || sortedBy !== 'ordinal') {
    // Where the facts lead, their indexes by subject, length and likeness begin with the dataset's number.
    if (
      tables.length === 0 &&
      (filter.subject !== null || filter.nearDuplicates || sortedBy !== 'ordinal')
    ) {
      add('record_facts.key >> 32 = ?', number)
    } else if (tables.length === 0) add('record_facts.key BETWEEN ? AND ?', ...rangeOf(number))
    tables.push({ name: 'record_facts', key: 'record_facts.key' })
    for (const [part, ...given] of facts) add(part, ...given)
  }
  const [lead, ...others] = tables
  const joins = others.map(({ name, key }) => ` JOIN ${name} ON ${key} = ${lead!.key}`)
  return { from: lead!.name + joins.join(''), key: lead!.key, values, where: parts.join(' AND ') }
}

function factsOf(filter: RecordFilter): [string, ...(number | string)[]][] {
  const facts: [string, ...(number | string)[]][] = []
  const { pii, problem, split, language, subject, minLength, maxLength } = filter
  if (pii !== null) facts.push(['record_facts.pii_types <> 0'])
  if (pii !== null && pii !== 'any') facts.push(['record_facts.pii_types & ?', piiBits([pii])])
  if (problem !== null) facts.push(['record_facts.problems <> 0'])
  if (problem !== null && problem !== 'any') {
    facts.push(['record_facts.problems & ?', problemBits([problem])])
  }
  if (filter.duplicates) facts.push(['record_facts.duplicate_of IS NOT NULL'])
  if (filter.nearDuplicates) facts.push(['record_facts.near_of IS NOT NULL'])
  if (subject !== null) facts.push(['record_facts.subject = ?', subject])
  if (split !== null) {
    facts.push(['record_facts.split = ?', splitNumber(split === 'none' ? null : split)])
  }
  if (language !== null) facts.push(['record_facts.language = ?', languageNumber(language)])
  if (minLength !== null) facts.push(['record_facts.length >= ?', minLength])
  if (maxLength !== null) facts.push(['record_facts.length <= ?', maxLength])
  return facts
}

/** The columns that rows are sorted by; the place in the dataset comes last and decides. */
export function orderOf({ by, descending }: RecordSort, key: string) {
  const columns = by === 'ordinal' ? [key] : [`record_facts.${by}`, key]
  const direction = descending ? ' DESC' : ''
  return {
    columns,
    orderBy: columns.map((column) => column + direction).join(', '),
    behind: `(${columns.join(', ')}) ${descending ? '<' : '>'} (${columns.map(() => '?').join(', ')})`
  }
}
