// When a run is measured on records that it never learns from, which of its states is the best, when
// it has waited long enough for a better one, and when it is out of bounds. Nothing here but the settings and what was measured
// decides: a run that goes on, or is done again with records left out, comes to the same.

export interface Evaluation {
  readonly step: number // steps behind it
  readonly loss: number // mean over the weights, in nats a token
}

export interface EvaluationRule {
  readonly everySteps: number | null // null: after every pass over the records
  /** Evaluations in a row without a better one that end the run; null: none do. */
  readonly patience: number | null
}

export interface RunCourse {
  readonly steps: number
  readonly epochStarts: readonly number[] // the first step of each pass
}

/** After every so many steps, or after each pass, and at the end. */
export function isEvaluationDue(
  step: number,
  { everySteps }: Pick<EvaluationRule, 'everySteps'>,
  { steps, epochStarts }: RunCourse
): boolean {
  if (step === 0) return false
  if (step === steps) return true
  return everySteps === null ? epochStarts.includes(step) : step % everySteps === 0
}

/** The lowest loss; the first of equal ones; null: nothing gave a number. */
export function bestEvaluation(evaluations: readonly Evaluation[]): Evaluation | null {
  let best: Evaluation | null = null
  for (const it of evaluations)
    if (Number.isFinite(it.loss) && (best === null || it.loss < best.loss)) best = it
  return best
}

/** A mean loss so far above blind guessing comes back from nowhere. */
const divergedTimes = 10

/** Of a step or of an evaluation; what is no number too. */
export function isOutOfBounds(loss: number, vocabularySize: number): boolean {
  return !(loss <= divergedTimes * Math.log(vocabularySize))
}

/** @param evaluations in the order of their steps */
export function isOutOfPatience(
  evaluations: readonly Evaluation[],
  { patience }: Pick<EvaluationRule, 'patience'>
): boolean {
  const best = bestEvaluation(evaluations)
  if (patience === null || best === null) return false
  const since = evaluations.filter(({ step, loss }) => step > best.step && Number.isFinite(loss))
  return since.length >= patience
}
