// Exposure of a planted canary (Carlini et al. 2019, arXiv:1802.08232, section 4): how far up it stands
// among texts of the same form that were never trained on.

export interface Exposure {
  rank: number // 1: likelier than every other; equals before it count half
  exposureBits: number // log2(R + 1) − log2(rank)
  ceilingBits: number // what R other texts can show at most
}

/**
 * @param lossNats of the canary; the same measure as
 * @param otherLossesNats those of the R texts drawn as it was, at least one
 *
 * The canary is one of R + 1 texts. By chance alone the exposure is about log2 e = 1.44 bits on average:
 * what a model that never saw it should show, not 0.
 */
export function canaryExposure(lossNats: number, otherLossesNats: readonly number[]): Exposure {
  if (otherLossesNats.length === 0) throw new RangeError('no other texts')
  if ([lossNats, ...otherLossesNats].some(Number.isNaN)) throw new RangeError('a loss is NaN')
  const rank = otherLossesNats.reduce(
    (place, other) => place + (other < lossNats ? 1 : other === lossNats ? 0.5 : 0),
    1
  )
  const ceilingBits = Math.log2(otherLossesNats.length + 1)
  return { rank, exposureBits: ceilingBits - Math.log2(rank), ceilingBits }
}
