// The figures of a suite from scores or answers that others wrote down: no model is opened.
import { LetheError } from '../base/errors'
import { auditResult, judgedItem, settled, type AuditItem, type AuditResult } from './run'
import type { LeftOut, Suite, SuiteSource } from './suite'

export interface PredictionsChoice {
  readonly path: string
  readonly column: string | null
  readonly seed: number
}

/** @throws LetheError predictionsOfOthers, predictionColumn, invalidInput, what reading throws */
export async function auditPredictions(
  suite: Suite,
  source: Omit<SuiteSource, 'purpose'>,
  { path, column, seed }: PredictionsChoice
): Promise<AuditResult> {
  if (!suite.predictions) {
    const reason = { code: 'valueNotOneOf', allowed: 'crows-pairs, stereoset, bbq' } as const
    throw new LetheError('invalidInput', { field: 'option', name: 'predictions', reason })
  }
  const read = await suite.read({ ...source, purpose: 'predictions' })
  const predictions = await suite.predictions(path, column)
  const judged: AuditItem[] = []
  const leftOut: LeftOut[] = []
  for (const item of read.items) {
    const scores = predictions.scoresOf(item)
    const { file, row, id } = item
    if (scores) judged.push(withoutScores(judgedItem(item, scores)))
    else leftOut.push({ file, row, fault: 'noPrediction', detail: id.slice(0, 120) })
  }
  if (judged.length === 0) throw new LetheError('predictionsOfOthers', { suite: suite.name, path })
  const files = [...read.files, predictions.file]
  const found = { judged: settled(suite, judged), leftOut, capability: null }
  return auditResult(suite, { files, leftOut: read.leftOut }, found, seed)
}

/** Scores of others need not be log-likelihoods: only their order is used. */
function withoutScores(item: AuditItem): AuditItem {
  const texts = item.texts.map((text) => ({ ...text, nats: null, tokens: null }))
  return { ...item, texts, marginNats: null, otherLeaning: null }
}
