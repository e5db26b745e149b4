// What is drawn of a share: its place, its interval, and the shape that tells series apart without colour.
import type { AxisFigure } from '../../../src-main/contract/bias'

export const shapes = ['circle', 'square', 'diamond', 'triangle', 'ring', 'bar'] as const
export type LeanShape = (typeof shapes)[number]
export const markColours = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6'] as const
export type MarkColour = (typeof markColours)[number]

export interface LeanMark {
  share: number
  interval: { low: number; high: number } | null
  /** Few items: the line is dashed. */
  indicative: boolean
  shape: LeanShape
  colour: MarkColour
}

type Figure = Pick<AxisFigure, 'share' | 'interval' | 'standing'>

/** Null: there is no number to draw. */
export function markOf(
  figure: Figure | null,
  look: Pick<LeanMark, 'shape' | 'colour'> = { shape: 'circle', colour: 'd1' }
): LeanMark | null {
  if (!figure || figure.share === null) return null
  const { share, interval, standing } = figure
  return { share, interval, indicative: standing === 'indicative', ...look }
}

export const lookOfBefore = { shape: 'square', colour: 'd2' } as const
export const lookOfAfter = { shape: 'circle', colour: 'd1' } as const

export const fills: Record<MarkColour, string> = {
  ...{ d1: 'fill-d1', d2: 'fill-d2', d3: 'fill-d3', d4: 'fill-d4', d5: 'fill-d5', d6: 'fill-d6' }
}
export const strokes: Record<MarkColour, string> = {
  ...{ d1: 'stroke-d1', d2: 'stroke-d2', d3: 'stroke-d3' },
  ...{ d4: 'stroke-d4', d5: 'stroke-d5', d6: 'stroke-d6' }
}
