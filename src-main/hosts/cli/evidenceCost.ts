// What taking evidence would take, in words of the command line.
import type { EvidenceCost } from '../../contract/evidenceCost'
import { durationWords } from './followRun'

/** One sentence: what is asked of how many models, and the time in all. */
export function evidenceCostWords(cost: EvidenceCost): string {
  const { seconds, basis, referenceSeconds, relearningSeconds, askingSeconds } = cost
  const of = (what: string, part: number | null): string[] =>
    part === 0 ? [] : [`${what} ${part === null ? 'not measured yet' : durationWords(part)}`]
  const parts = [
    ...of('the reference', referenceSeconds),
    ...of('training a little again', relearningSeconds),
    ...of(`asking ${cost.models} models about ${itemWords(cost)}`, askingSeconds)
  ]
  if (seconds === null) return `Not measured yet: ${parts.join('; ')}.`
  const about = basis === 'measured' ? 'About' : 'Roughly'
  return `${about} ${durationWords(seconds)}: ${parts.join('; ')}. ${basis === null ? '' : bases[basis]}`
}

function itemWords({ records, questions, kept, heldOut, canaries }: EvidenceCost): string {
  return [
    `${records} records`,
    ...(questions > 0 ? [`${questions} questions in other words`] : []),
    ...(kept > 0 ? [`${kept} kept ones`] : []),
    ...(heldOut > 0 ? [`${heldOut} that no model saw`] : []),
    ...(canaries > 0 ? [`${canaries} planted texts`] : [])
  ].join(', ')
}

const bases: Record<NonNullable<EvidenceCost['basis']>, string> = {
  measured: 'As it was measured here.',
  scaled: 'Judged by evidence about another size, or with other settings.',
  training: 'Judged by how fast the training was; nothing was asked here yet.'
}
