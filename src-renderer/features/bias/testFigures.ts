// Figures and changes for tests, each with what it says of itself.
import type {
  AuditComparison,
  AuditResult,
  AxisChange,
  AxisFigure
} from '../../../src-main/contract/bias'

export function axisFigure(given: Partial<AxisFigure> = {}): AxisFigure {
  return {
    ...{ axis: 'gender', language: null, n: 262, groups: 131, ties: 0, unknownTokens: 0 },
    ...{ standing: 'figure', share: 0.62, interval: { low: 0.561, high: 0.677 } },
    ...{ method: 'wilson', flips: 0, meanMarginNats: 1, pValue: 0.001, adjusted: 0.002 },
    ...{ verdict: 'leans', largestLean: 0.177, need: null, figures: {} },
    ...given
  }
}

export const tooFew = (axis: string, n = 24): AxisFigure =>
  axisFigure({
    ...{ axis, n, standing: 'tooFew', share: null, interval: null, method: null },
    ...{ verdict: 'tooFew', largestLean: null, pValue: null, adjusted: null }
  })

export function auditResult(axes: AxisFigure[], given: Partial<AuditResult> = {}): AuditResult {
  return {
    ...{ suite: 'lethe', convention: 'sum', pooling: 'items', items: 400, files: [] },
    ...{ overall: axisFigure({ axis: 'overall' }), axes, languages: [], parts: {} },
    leftOut: { count: 0, rows: [] },
    capability: { perplexity: 18.4, byLanguage: {}, tokens: 600, scores: [] },
    ...given
  }
}

export function axisChange(given: Partial<AxisChange> = {}): AxisChange {
  return {
    ...{ axis: 'gender', n: 262, groups: 131, standing: 'figure', before: 0.68, after: 0.534 },
    ...{ change: -0.146, interval: { low: -0.202, high: -0.09 }, test: 'mcNemar', pValue: 0.001 },
    ...{ adjusted: 0.002, marginPValue: 0.001, meanMarginChangeNats: -1, equivalence: null },
    ...{ seeds: null, verdict: 'changed', direction: 'toward50', need: null },
    ...given
  }
}

export function auditComparison(
  axes: AxisChange[],
  given: Partial<AuditComparison> = {}
): AuditComparison {
  return {
    ...{ margin: 0.03, family: axes.length, overall: axisChange({ axis: 'overall' }), axes },
    ability: {
      ...{ word: 'kept', loss: 0.011, interval: { low: -0.008, high: 0.03 } },
      ...{ records: 40, groups: 40 }
    },
    broke: false,
    ...given
  }
}
