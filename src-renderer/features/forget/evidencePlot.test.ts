import { describe, expect, it } from 'vitest'
import { testResult } from '../../../src-main/testing/evidenceFile'
import { abilityMarks, shareAxis, testAxis, testMarks } from './evidencePlot'

const measure = { word: 'kept', loss: 0.01, interval: { low: -0.01, high: 0.03 } } as const

describe('the marks of a test', () => {
  it('lie at their values; the whiskers are those of the difference, around the reference', () => {
    const result = testResult({
      ...{ original: 0.8, unlearned: 0.25, reference: 0.2, margin: 0.12 },
      ...{ difference: 0.05, interval: { low: 0.01, high: 0.1 } }
    })
    const { before, now, reference, whiskers, band } = testMarks(result, shareAxis)
    expect([before, now, reference]).toEqual([0.8, 0.25, 0.2])
    expect(whiskers?.map((it) => it.toFixed(2))).toEqual(['0.21', '0.30'])
    expect(band?.map((it) => it.toFixed(2))).toEqual(['0.08', '0.32'])
  })
  it('stay on the axis', () => {
    const { band } = testMarks(testResult({ reference: 0.05, margin: 0.2 }), shareAxis)
    expect(band).toEqual([0, 0.25])
  })
  it('are not there where nothing could be computed', () => {
    const nothing = testResult({
      ...{ original: null, unlearned: null, reference: null, margin: null, difference: null },
      interval: { low: null, high: null }
    })
    expect(testMarks(nothing, testAxis('membership', nothing))).toEqual({
      ...{ axis: shareAxis, before: null, now: null, reference: null, whiskers: null, band: null }
    })
  })
})

describe('axes', () => {
  it('go from 0 to 1, but around the values of the score that has no bounds', () => {
    const result = testResult({ original: 2, unlearned: -1, reference: -1.5, margin: 0.7 })
    expect(testAxis('truthRatio', result)).toBe(shareAxis)
    const { low, high } = testAxis('membership', result)
    expect(low).toBeLessThan(-2.2)
    expect(high).toBeGreaterThan(2)
  })
  it('of ability have no loss in their middle, and room for a great loss', () => {
    const { axis, before, now, band } = abilityMarks({ ...measure, records: 20, groups: 20 })
    expect(before).toBe(0.5)
    expect(axis.high).toBeCloseTo(0.108)
    expect(now).toBeGreaterThan(0.5)
    expect(now).toBeLessThan(band![1])
    const lost = { ...measure, loss: 0.4, interval: { low: 0.3, high: 0.5 } }
    expect(abilityMarks({ ...lost, records: 20, groups: 20 }).whiskers![1]).toBeLessThan(1)
  })
})
