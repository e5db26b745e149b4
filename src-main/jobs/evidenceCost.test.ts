// What asking is said to take: as it was measured where the same was done, else judged by what was.
import { expect, test } from 'vitest'
import type { EvidenceTook } from '../contract/evidenceCost'
import { usualEvidenceExtent } from '../contract/evidenceEntries'
import { usualEvidenceSettings } from '../contract/evidenceRequest'
import type { StoredRun } from '../store/runs'
import { askingTime, type Asking } from './evidenceCost'

const settings = usualEvidenceSettings
const choice = { ...usualEvidenceExtent, settings }
const whole: Asking[] = [
  { kind: 'record', attacked: false, items: 10 },
  { kind: 'kept', attacked: false, items: 20 }
]
const attacked: Asking[] = [{ kind: 'record', attacked: true, items: 10 }]
const took = (parameters: number): EvidenceTook => ({
  ...{ parameters, openSeconds: 0.5 },
  timings: [
    { kind: 'record', attacked: false, items: 6, seconds: 12 },
    { kind: 'kept', attacked: false, items: 10, seconds: 5 },
    { kind: 'record', attacked: true, items: 6, seconds: 0.6 }
  ]
})
const of = { parameters: 1e6, settings }
const run = {
  ...{ pace: { stepSeconds: 1.2, besideSeconds: 0, fixedSeconds: 3 }, tokens: 3200, records: 100 },
  settings: { batch: 2, accumulation: 2, sequenceLength: 64 }
} as StoredRun

test('the same once more takes as long as it took', () => {
  const models = [whole, whole, attacked]
  const seconds = 3 * 0.5 + 2 * (10 * 2 + 20 * 0.5) + 10 * 0.1
  const time = askingTime(models, of, [{ took: took(1e6), choice }], run)
  expect(time.basis).toBe('measured')
  expect(time.seconds).toBeCloseTo(seconds)
  // One about another size is passed over for it, whenever it was taken.
  const others = [
    { took: took(4e6), choice },
    { took: took(1e6), choice }
  ]
  expect(askingTime(models, of, others, run)).toEqual(time)
})

test('another size or other settings are scaled, and said to be', () => {
  const one = askingTime([whole], of, [{ took: took(1e6), choice }], run).seconds!
  const wide = askingTime([whole], { ...of, parameters: 4e6 }, [{ took: took(1e6), choice }], run)
  expect(wide.basis).toBe('scaled')
  expect(wide.seconds).toBeCloseTo(4 * one)
  const brief = { ...settings, samples: 1, worstOf: 1 }
  const less = askingTime([whole], { ...of, settings: brief }, [{ took: took(1e6), choice }], run)
  expect(less.basis).toBe('scaled')
  expect(less.seconds!).toBeLessThan(one)
  const asked: Asking[] = [{ kind: 'question', attacked: false, items: 5 }]
  const kind = askingTime([asked], of, [{ took: took(1e6), choice }], run)
  expect(kind.basis).toBe('scaled')
  expect(kind.seconds!).toBeGreaterThan(0)
})

test('before any was taken the training tells; without one nothing does', () => {
  const heldOut: Asking[] = [{ kind: 'heldOut', attacked: false, items: 8 }]
  // A row of a step takes 0.3 s, reading it a third of that, a record half of a row.
  expect(askingTime([heldOut], of, [], run)).toEqual({
    ...{ seconds: expect.closeTo(8 * 0.3 * (1 / 3) * 0.5) as number, basis: 'training' }
  })
  expect(askingTime([heldOut], of, [], undefined)).toEqual({ seconds: null, basis: null })
})
