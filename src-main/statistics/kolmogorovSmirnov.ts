// The two-sample Kolmogorov–Smirnov test, two-sided, with the exact distribution of its statistic
// (Hodges 1958, doi:10.1007/BF02589501). The probability is summed from positive terms only, so that
// it is right to many digits far out in the tail, where 1 − (a sum of paths inside) has none left.

export interface KolmogorovSmirnov {
  /** D, the largest distance between the two empirical distribution functions, 0 to 1. */
  statistic: number
  /** P(D ≥ this | both samples come from one distribution). */
  pValue: number
  method: 'exact' | 'asymptotic'
}

/** Above this in either sample the limiting distribution is used. */
const largestExactSample = 10_000

/** Throws RangeError when a sample is empty or holds a NaN. */
export function kolmogorovSmirnov(
  first: readonly number[],
  second: readonly number[]
): KolmogorovSmirnov {
  const [m, n] = [first.length, second.length]
  if (m === 0 || n === 0) throw new RangeError('a sample is empty')
  if ([...first, ...second].some(Number.isNaN)) throw new RangeError('a sample holds a NaN')
  const distance = largestDistance(first, second)
  const statistic = distance / (m * n)
  if (Math.max(m, n) > largestExactSample) {
    const size = (m * n) / (m + n)
    return {
      statistic,
      pValue: kolmogorovTail(Math.sqrt(size) * statistic),
      method: 'asymptotic'
    }
  }
  return { statistic, pValue: shareOfPathsOutside(m, n, distance), method: 'exact' }
}

/** max |i/m − j/n| · m · n over all places between the sorted values: a whole number. */
function largestDistance(first: readonly number[], second: readonly number[]): number {
  const [a, b] = [first.toSorted(ascending), second.toSorted(ascending)]
  let [i, j, largest] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const value = Math.min(a[i]!, b[j]!)
    while (i < a.length && a[i]! <= value) i++
    while (j < b.length && b[j]! <= value) j++
    largest = Math.max(largest, Math.abs(i * b.length - j * a.length))
  }
  return largest
}

/**
 * The share of all orders of m and n values whose distance reaches `distance`, that is of lattice
 * paths from (0, 0) to (m, n) that meet |i·n − j·m| ≥ distance. The last step to (i, j) of a random
 * path came from the left with chance i / (i + j), which gives the recursion.
 */
function shareOfPathsOutside(m: number, n: number, distance: number): number {
  const reached = new Float64Array(n + 1) // of paths to (i, j), those that met the border
  for (let i = 0; i <= m; i++) {
    for (let j = 0; j <= n; j++) {
      if (Math.abs(i * n - j * m) >= distance) reached[j] = 1
      else if (i === 0) reached[j] = j === 0 ? 0 : reached[j - 1]!
      else if (j > 0) reached[j] = (i * reached[j]! + j * reached[j - 1]!) / (i + j)
    }
  }
  return reached[n]!
}

/** Kolmogorov's limiting distribution: P(K ≥ x) (Marsaglia et al. 2003, doi:10.18637/jss.v008.i18). */
export function kolmogorovTail(x: number): number {
  if (x <= 0) return 1
  if (x < 1) {
    // The theta function's other form converges where the usual one does not.
    let sum = 0
    for (let k = 1; k < 100; k += 2) {
      const term = Math.exp((-(k * k) * Math.PI * Math.PI) / (8 * x * x))
      sum += term
      if (term < 1e-18 * sum || term === 0) break
    }
    return 1 - (Math.sqrt(2 * Math.PI) / x) * sum
  }
  let sum = 0
  for (let k = 1; k < 100; k++) {
    const term = Math.exp(-2 * k * k * x * x)
    sum += k % 2 === 1 ? term : -term
    if (term < 1e-18 * sum || term === 0) break
  }
  return 2 * sum
}

function ascending(a: number, b: number): number {
  return a - b
}
