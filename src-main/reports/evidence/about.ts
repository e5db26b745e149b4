// Who asked for what, when, and which models were asked.
import { evidenceRoles } from '../../contract/evidenceRequest'
import type { Fact, Section } from '../document'
import { keyIdOf } from '../signingKey'
import type { Writing } from './document'

export function aboutSection({ evidence, statement, words, numbers, texts }: Writing): Section {
  const { about } = words
  const { subject, createdAt, measured, models } = evidence
  const said = (text: string): string => text.trim() || words.notKnown
  const { counts } = measured
  const countWords = [
    `${numbers.count(counts.records)} ${about.records}`,
    `${numbers.count(counts.questions)} ${about.questions}`,
    `${numbers.count(counts.kept)} ${about.kept}`,
    `${numbers.count(counts.heldOut)} ${about.heldOut}`,
    `${numbers.count(counts.canaries)} ${about.canaries}`,
    `${numbers.count(counts.leftOut)} ${about.leftOut}`
  ]
  const key = keyIdOf(statement.publicKey)
  const rows: Fact[] = [
    { term: about.subject, value: said(subject.title) },
    { term: about.reason, value: said(subject.reason) },
    { term: about.requester, value: said(subject.requestedBy) },
    { term: about.taken, value: numbers.dateTime(createdAt) },
    { term: about.signed, value: about.signedBy(numbers.dateTime(statement.signedAt), key) },
    { term: about.items, value: countWords.join('; ') }
  ]
  const inOrder = models.toSorted(
    (a, b) => evidenceRoles.indexOf(a.role) - evidenceRoles.indexOf(b.role)
  )
  return {
    ...{ id: 'about', title: about.title },
    blocks: [
      { type: 'facts', rows },
      {
        type: 'table',
        table: {
          caption: about.models,
          columns: [about.role, about.name, about.attack, about.weights],
          isNumeric: [false, false, false, false],
          rows: inOrder.map(({ role, name, attack, weightMode }) => [
            words.roles[role],
            name,
            attack === null ? '\u2013' : texts.attack(attack, null).title,
            weightMode
          ])
        }
      }
    ]
  }
}
