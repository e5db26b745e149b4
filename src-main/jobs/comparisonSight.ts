// What may be seen of a comparison. A blind one without a vote shows nothing that tells its models
// apart: no name, place, figure, setting, error, and no text before all answers are there (the pace of
// writing would tell as well). What a model says of itself in its answer cannot be hidden.
import type { ComparedAnswer, Comparison } from '../contract/compare'
import type { StoredAnswer, StoredComparison } from '../store/comparisons'

export function isHidden(comparison: StoredComparison): boolean {
  return comparison.mode === 'blind' && comparison.vote === null
}

export function shownComparison(comparison: StoredComparison): Comparison {
  return isHidden(comparison) ? { ...comparison, seed: null } : comparison
}

/** @param answers all latest answers of the comparison */
export function shownAnswer(
  answer: StoredAnswer,
  comparison: StoredComparison,
  answers: readonly StoredAnswer[]
): ComparedAnswer {
  const { comparisonId: _comparison, followedBy: _next, ...open } = answer
  if (!isHidden(comparison)) return open
  const { id, column } = answer
  const nothing = {
    ...{ modelId: null, modelName: null, remote: null, sampling: null },
    ...{ stats: null, remoteFigures: null, error: null }
  }
  if (answers.some(({ status }) => status === 'running')) {
    return { id, column, ...nothing, text: '', status: 'running' }
  }
  // Which limit ended an answer can tell a small model from a large one.
  const ended = answer.status === 'failed' || answer.status === 'stopped'
  return { id, column, ...nothing, text: answer.text, status: ended ? answer.status : 'finished' }
}
