// Signatures of texts: of each of 64 MinHash values its lowest byte (b-bit minwise hashing, Li and König
// 2010, doi:10.1145/1772690.1772759). The share of bytes that two of them have in common tells how much the
// texts have in common.

export const signatureBytes = 64
/** Different values whose lowest bytes are equal all the same. */
const byChance = 1 / 256

/** The share of common shingles that so many equal bytes of two signatures tell of. */
export function similarityOf(equalBytes: number): number {
  return Math.max(0, (equalBytes / signatureBytes - byChance) / (1 - byChance))
}

/** So many bytes of two signatures may differ where the similarity is to be at least this. */
export function mostDifferent(leastSimilarity: number): number {
  const equal = (leastSimilarity * (1 - byChance) + byChance) * signatureBytes
  return signatureBytes - Math.ceil(equal - 1e-9)
}
