// Where the points of a curve lie, in a box of so many pixels.
import type { CurvePoint } from '../../../src-main/contract/training'

export interface PlotBox {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
}

export interface Plot {
  x: (step: number) => number
  y: (loss: number) => number
  ticks: { value: number; at: number }[]
}

/** Losses from nothing up, or by their logarithm from the smallest. */
export function plotOf(
  losses: readonly number[],
  steps: number,
  logarithmic: boolean,
  box: PlotBox
): Plot {
  const { width, height, left, right, top, bottom } = box
  const finite = losses.filter((loss) => Number.isFinite(loss) && (!logarithmic || loss > 0))
  const highest = Math.max(...finite, logarithmic ? 1e-9 : 0.1)
  const lowest = logarithmic ? Math.min(...finite, highest / 2) : 0
  const down = height - top - bottom
  const share = (loss: number): number =>
    logarithmic
      ? Math.log(Math.max(loss, lowest) / lowest) / Math.log(highest / lowest)
      : loss / highest
  const y = (loss: number): number => top + down * (1 - Math.min(1, Math.max(0, share(loss))))
  const x = (step: number): number => left + ((width - left - right) * step) / Math.max(1, steps)
  const values = logarithmic ? logTicks(lowest, highest) : evenTicks(highest)
  return { x, y, ticks: values.map((value) => ({ value, at: y(value) })) }
}

/** Three to six round numbers from 0 up. */
function evenTicks(highest: number): number[] {
  const rough = highest / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((it) => it * power >= rough) ?? 10) * power
  const count = Math.floor(highest / step + 1e-9)
  return Array.from({ length: count + 1 }, (_, at) => at * step)
}

function logTicks(lowest: number, highest: number): number[] {
  const powers: number[] = []
  for (let at = Math.floor(Math.log10(lowest)); at <= Math.ceil(Math.log10(highest)); at++)
    powers.push(at)
  const each = powers.length > 4 ? [1] : [1, 2, 5]
  return powers
    .flatMap((power) => each.map((it) => it * 10 ** power))
    .filter((value) => value >= lowest * 0.999 && value <= highest * 1.001)
}

/** The mean of each loss and its nearest neighbours on both sides; the longer the curve, the more. */
export function smoothed(points: readonly CurvePoint[]): { step: number; loss: number }[] {
  const learned = points.flatMap(({ step, loss }) => (loss === null ? [] : [{ step, loss }]))
  const widest = Math.floor(learned.length / 50)
  return learned.map(({ step }, at) => {
    // As many before as after, so that a falling curve is not drawn too high.
    const beside = Math.min(widest, at, learned.length - 1 - at)
    const near = learned.slice(at - beside, at + beside + 1)
    return { step, loss: near.reduce((sum, { loss }) => sum + loss, 0) / near.length }
  })
}

export function pathOf(points: readonly { step: number; loss: number }[], { x, y }: Plot): string {
  return points
    .map(
      ({ step, loss }, at) => `${at === 0 ? 'M' : 'L'}${x(step).toFixed(1)} ${y(loss).toFixed(1)}`
    )
    .join('')
}
