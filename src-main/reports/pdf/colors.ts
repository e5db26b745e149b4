// The light colours of the window: paper is white.
import type { Tone } from '../document'
import type { Role } from '../dotPlot'

export const ink = '#14212a'
export const ink2 = '#42525b'
export const lineColor = '#dae1e3'
export const edge = '#7a878e'

export const toneColors: Record<Tone, string> = {
  ...{ settled: '#0b5f7f', caution: '#8a4700', over: '#7a3789', open: ink2 }
}

export const roleColors: Record<Role, string> = {
  ...{ before: '#b8500b', now: '#0a6fa8', reference: '#5f6b73', band: '#5f6b73' },
  ...{ axis: edge, grid: lineColor, label: ink, note: ink2 }
}
