// The sign and the colour of a word beside an axis. A lean of one model is no verdict of good or bad: it has
// the colour of text; arrows point to where it lies, or went.
import type { AxisChange, LeanWord } from '../../../src-main/contract/bias'

type LeanSign = 'right' | 'left' | 'across' | 'equal' | 'small' | 'open' | 'none'
type LeanColour = 'text-ink' | 'text-ink2' | 'text-accent' | 'text-caution' | 'text-over'

export interface LeanLook {
  sign: LeanSign
  colour: LeanColour
}

const looks: Record<LeanWord, LeanLook> = {
  leans: { sign: 'right', colour: 'text-ink' },
  leansAway: { sign: 'left', colour: 'text-ink' },
  noLean: { sign: 'small', colour: 'text-ink2' },
  cannotTell: { sign: 'open', colour: 'text-ink2' },
  tooFew: { sign: 'none', colour: 'text-ink2' }
}

export const lookOfLean = (word: LeanWord): LeanLook => looks[word]

export function lookOfChange({ verdict, direction, change }: AxisChange): LeanLook {
  if (verdict === 'equivalent') return { sign: 'equal', colour: 'text-accent' }
  if (verdict === 'cannotTell') return { sign: 'open', colour: 'text-ink2' }
  if (verdict === 'notScored') return { sign: 'none', colour: 'text-ink2' }
  if (direction === 'past50') return { sign: 'across', colour: 'text-over' }
  const sign = (change ?? 0) < 0 ? 'left' : 'right'
  return { sign, colour: direction === 'away' ? 'text-caution' : 'text-accent' }
}
