import { expect, it } from 'vitest'
import { pathOf, plotOf, smoothed } from './plot'

const box = { width: 440, height: 220, left: 40, right: 0, top: 10, bottom: 10 }
const point = (step: number, loss: number | null) => ({
  ...{ step, loss, evaluationLoss: null, learningRate: 1, gradientNorm: null }
})

it('begins at nothing, ends at the highest loss, and has round ticks between', () => {
  const { x, y, ticks } = plotOf([4, 2, 1], 100, false, box)
  expect([x(0), x(100), y(0), y(4), y(2)]).toEqual([40, 440, 210, 10, 110])
  expect(ticks.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4])
})

it('puts equal ratios at equal distances on a log scale, and losses of nothing at its foot', () => {
  const { y, ticks } = plotOf([4, 0.04, 0.4, 0], 100, true, box)
  expect(y(4)).toBeCloseTo(10)
  expect(y(0.4)).toBeCloseTo(110)
  expect(y(0)).toBeCloseTo(210)
  expect(ticks.map(({ value }) => Number(value.toFixed(3)))).toContain(0.1)
})

it('draws a curve through what was learned and passes over steps without a loss', () => {
  const points = [point(1, 4), point(2, null), point(3, 2)]
  expect(smoothed(points).map(({ step }) => step)).toEqual([1, 3])
  const falling = Array.from({ length: 101 }, (_, at) => point(at, 100 - at))
  expect(smoothed(falling)).toEqual(falling.map(({ step, loss }) => ({ step, loss })))
  const jagged = falling.map(({ step }) => point(step, step % 2))
  expect(smoothed(jagged)[50]?.loss).toBeCloseTo(0.4) // two of five
  const plot = plotOf([4, 2], 4, false, box)
  expect(
    pathOf(
      [
        { step: 0, loss: 4 },
        { step: 4, loss: 2 }
      ],
      plot
    )
  ).toBe('M40.0 10.0L440.0 110.0')
})
