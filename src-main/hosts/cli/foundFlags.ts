// Records that were found by a person, a text or a finding: which of them are flagged, and what is told of
// the others.
import { LetheError } from '../../base/errors'
import type { FlagSource } from '../../contract/forgetting'
import type { FindSource, FoundGroup, FoundReason } from '../../contract/foundRecords'
import { recordFilterSchema } from '../../contract/records'
import type { DatasetOptions } from './commands/dataset'
import { table } from './output'

type Told = FoundGroup & { flagged: number }
export interface FoundFlags {
  records: FlagSource
  groups: Told[]
  /** Of the set, where the source has one. */
  name: string | undefined
}

const reasonWords: Record<FoundReason, string> = {
  subject: 'are theirs',
  named: 'name them, and are nobody’s',
  words: 'hold the words',
  finding: 'hold it',
  text: 'say it',
  otherSubject: 'name them, and are somebody else’s',
  alike: 'are alike',
  closest: 'are close to it'
}

/** @param note told what could be flagged, where nothing is. Throws `nothingFlagged`. */
export function chosenOf(
  groups: readonly FoundGroup[],
  source: FindSource,
  { near, named }: DatasetOptions,
  note: (line: string) => void
): FoundFlags {
  const isNamed = (reason: FoundReason): boolean => reason === 'named' || reason === 'otherSubject'
  const told = groups.map((group) => {
    const { reason, isExact } = group
    const ordinals = group.places.flatMap((place) => place.ordinals)
    if (reason === 'alike') {
      const close = group.records.filter(
        ({ similarity }) => (similarity ?? 0) >= (near ?? Infinity)
      )
      return { group, chosen: close.map(({ ordinal }) => ordinal) }
    }
    return { group, chosen: isNamed(reason) ? (named ? ordinals : []) : isExact ? ordinals : [] }
  })
  const ordinals = told.flatMap(({ chosen }) => chosen)
  const all = told.map(({ group, chosen }) => ({ ...group, flagged: chosen.length }))
  if (ordinals.length === 0) {
    if (groups.some(({ reason }) => isNamed(reason))) note('--named flags what names the person')
    if (groups.some(({ reason }) => reason === 'alike')) note('--near X flags what is alike')
    throw new LetheError('nothingFlagged')
  }
  const name = source.by === 'person' ? source.name : undefined
  const isTooMany = groups.some(({ reason, count, places }) =>
    reason === 'subject' ? count > places.flatMap((place) => place.ordinals).length : false
  )
  if (source.by === 'person' && isTooMany)
    return {
      groups: all,
      name,
      records: { filter: recordFilterSchema.parse({ subject: source.name }) }
    }
  return { groups: all, name, records: { ordinals } }
}

export function foundWords(groups: readonly (FoundGroup & { flagged?: number })[]): string {
  return groups
    .map(({ reason, count, records, flagged }) => {
      const head = `${count} ${reasonWords[reason]}${flagged === undefined ? '' : `, ${flagged} flagged`}\n`
      if (reason !== 'alike' && reason !== 'closest' && reason !== 'otherSubject') return head
      const rows = records
        .slice(0, 20)
        .map(({ dataset, ordinal, similarity, excerpt }) => [
          ...[dataset.name, String(ordinal)],
          similarity === null ? '' : `${Math.round(similarity * 100)}%`,
          excerpt.slice(0, 100)
        ])
      return `${head}${table(['dataset', 'record', 'alike', 'text'], rows)}`
    })
    .join('')
}
