// Exposure of a planted canary (Carlini et al. 2019, arXiv:1802.08232; TensorFlow Privacy's
// secret_sharer): how far up it stands among texts of the same form that were never trained on.

export interface Exposure {
  rank: number // 1: no other text is likelier
  exposureBits: number // log2 R − log2(rank)
  ceilingBits: number // log2 R: what R other texts can show at most
}

/**
 * @param lossNats of the canary; the same measure as
 * @param otherLossesNats those of the R texts drawn as it was, at least one
 *
 * By chance alone the exposure is about log2 e = 1.44 bits on average: what a model that never saw the
 * canary should show, not 0.
 */
export function canaryExposure(lossNats: number, otherLossesNats: readonly number[]): Exposure {
  if (otherLossesNats.length === 0) throw new RangeError('no other texts')
  if ([lossNats, ...otherLossesNats].some(Number.isNaN)) throw new RangeError('a loss is NaN')
  const rank = 1 + otherLossesNats.filter((other) => other < lossNats).length
  const ceilingBits = Math.log2(otherLossesNats.length)
  return { rank, exposureBits: ceilingBits - Math.log2(rank), ceilingBits }
}
