// Why an attack has no result, as the evidence keeps it in its plan.
import type { EvidenceFile } from '../../../src-main/contract/evidenceFile'
import type { AttackName } from '../../../src-main/contract/evidenceRequest'

const reasons = ['notAsked', 'noQuestions', 'noTrainingLog', 'outOfBounds'] as const
type Untested = (typeof reasons)[number] | 'failed'

/** `failed`: it was tried, and could not be done. */
export function whyUntested({ plan }: Pick<EvidenceFile, 'plan'>, name: AttackName): Untested {
  const { notTested } = plan
  if (typeof notTested !== 'object' || notTested === null) return 'notAsked'
  const given: unknown = Object.entries(notTested).find(([attack]) => attack === name)?.[1]
  if (given === undefined) return 'notAsked'
  return reasons.find((reason) => reason === given) ?? 'failed'
}
