// What a run's pace is measured to be, by a clock of the test's own.
import { expect, test } from 'vitest'
import { secondsAtPace } from '../contract/training'
import { PaceMeter } from './runPace'

test('a step is the median of the later ones; what is beside and around it is told apart', () => {
  let nowMs = 0
  const meter = new PaceMeter(() => nowMs)
  const after = (ms: number): void => void (nowMs += ms)
  after(3000)
  meter.opened()
  after(5000)
  meter.took(1, 5) // the first
  for (let at = 0; at < 6; at++) {
    after(1000)
    meter.took(2, 1) // half a second a step
  }
  after(9000)
  meter.took(3, 9) // something else had the machine
  after(1300) // a state that was kept, a measurement
  meter.held(true)
  after(60_000)
  meter.held(false)
  meter.making()
  after(2000)
  const pace = meter.made()!
  expect(pace.stepSeconds).toBeCloseTo(0.5)
  expect(pace.besideSeconds).toBeCloseTo(1.3 / 16)
  expect(pace.fixedSeconds).toBeCloseTo(5)
  expect(secondsAtPace(100, pace)).toBeCloseTo(5 + 100 * (0.5 + 1.3 / 16))
})

test('one report is all there is of a short run; a run that computed nothing tells nothing', () => {
  let nowMs = 0
  const short = new PaceMeter(() => nowMs)
  short.opened()
  nowMs = 800
  short.took(4, 0.8)
  short.making()
  expect(short.made()).toEqual({ stepSeconds: 0.2, besideSeconds: 0, fixedSeconds: 0 })
  const none = new PaceMeter(() => nowMs)
  none.opened()
  none.making()
  expect(none.made()).toBeNull()
  expect(new PaceMeter(() => nowMs).made()).toBeNull()
})
