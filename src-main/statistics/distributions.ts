// Normal, Student and binomial probabilities, right to about 12 digits also far out in the tails: each
// tail is computed itself, never as one minus the rest. References: scipy.special and scipy.stats.

const logSqrtTwoPi = Math.log(2 * Math.PI) / 2

/** P(Z ≥ z) of a standard normal Z. */
export function normalTail(z: number): number {
  if (Number.isNaN(z)) return Number.NaN
  if (z < 0) return 1 - normalTail(-z)
  const density = Math.exp(-z * z * 0.5 - logSqrtTwoPi)
  if (density === 0) return 0
  if (z < 0.5) {
    // The way from one half: φ(z) Σ z^(2k+1) / (1·3·5…(2k+1)).
    let [term, sum] = [z, z]
    for (let k = 1; term > 1e-18 * sum; k++) {
      term *= (z * z) / (2 * k + 1)
      sum += term
    }
    return 0.5 - density * sum
  }
  // φ(z) / (z + 1/(z + 2/(z + …))), evaluated from the far end.
  let below = z
  for (let k = Math.ceil(40 + 600 / (z * z)); k > 0; k--) below = z + k / below
  return density / below
}

/** z with P(Z ≤ z) = share. ±Infinity at 0 and 1. */
export function normalQuantile(share: number): number {
  if (!(share >= 0 && share <= 1)) return Number.NaN
  if (share === 0) return -Infinity
  if (share === 1) return Infinity
  if (share > 0.5) return -normalQuantile(1 - share)
  // Newton on the logarithm of the tail, from its asymptote.
  let z = Math.sqrt(-2 * Math.log(share))
  for (let round = 0; round < 60; round++) {
    const tail = normalTail(z)
    const hazard = Math.exp(-z * z * 0.5 - logSqrtTwoPi) / tail
    const step = (Math.log(tail) - Math.log(share)) / hazard
    z += step
    if (Math.abs(step) <= 1e-15 * Math.max(1, Math.abs(z))) break
  }
  return -z
}

/** ln Γ(x) − Stirling's (x − ½) ln x − x + ½ ln 2π, for x ≥ 10. */
function stirlingRest(x: number): number {
  const square = 1 / (x * x)
  const coefficients = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156]
  return coefficients.reduceRight((sum, it) => sum * square + it, 0) / x
}

/** ln Γ(x), x > 0. */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN
  let product = 1
  let at = x
  while (at < 10) product *= at++
  return (at - 0.5) * Math.log(at) - at + logSqrtTwoPi + stirlingRest(at) - Math.log(product)
}

/** ln B(a, b) without the cancellation of three large ln Γ. */
function logBeta(a: number, b: number): number {
  const [low, high] = a < b ? [a, b] : [b, a]
  if (high < 10) return logGamma(low) + logGamma(high) - logGamma(low + high)
  const sum = low + high
  const common = (high - 0.5) * Math.log1p(-low / sum) + stirlingRest(high) - stirlingRest(sum)
  if (low < 10) return logGamma(low) + common + low - low * Math.log(sum)
  const own = (low - 0.5) * Math.log(low / sum) + stirlingRest(low)
  return own + common + logSqrtTwoPi - 0.5 * Math.log(sum)
}

/**
 * The regularised incomplete beta function I_x(a, b), by its continued fraction (DLMF 8.17.22, modified
 * Lentz). `rest` is 1 − x, given apart so that neither end loses digits.
 */
export function incompleteBeta(a: number, b: number, x: number, rest = 1 - x): number {
  if (!(x >= 0 && rest >= 0)) return Number.NaN
  if (x === 0) return 0
  if (rest === 0) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(b, a, rest, x)
  const logX = x > 0.5 ? Math.log1p(-rest) : Math.log(x)
  const logRest = rest > 0.5 ? Math.log1p(-x) : Math.log(rest)
  const front = Math.exp(a * logX + b * logRest - logBeta(a, b)) / a
  const tiny = 1e-300
  const safe = (value: number): number => (Math.abs(value) < tiny ? tiny : value)
  let up = 1
  let down = 1 / safe(1 - ((a + b) * x) / (a + 1))
  let fraction = down
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    down = 1 / safe(1 + even * down)
    up = safe(1 + even / up)
    fraction *= down * up
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    down = 1 / safe(1 + odd * down)
    up = safe(1 + odd / up)
    const change = down * up
    fraction *= change
    if (Math.abs(change - 1) < 1e-16) break
  }
  return front * fraction
}

/** P(T ≥ t) of Student's T with `freedom` degrees, which need not be whole. */
export function studentTail(t: number, freedom: number): number {
  if (Number.isNaN(t) || !(freedom > 0)) return Number.NaN
  if (t < 0) return 1 - studentTail(-t, freedom)
  if (t === Infinity) return 0
  const sum = freedom + t * t
  return incompleteBeta(freedom / 2, 0.5, freedom / sum, (t * t) / sum) / 2
}

/** t with P(T ≤ t) = share. */
export function studentQuantile(share: number, freedom: number): number {
  if (!(share > 0 && share < 1)) return Number.NaN
  if (share < 0.5) return -studentQuantile(1 - share, freedom)
  const tail = 1 - share
  let [low, high] = [0, 1]
  while (studentTail(high, freedom) > tail) high *= 2
  for (let round = 0; round < 200 && high - low > 1e-15 * high; round++) {
    const middle = (low + high) / 2
    if (studentTail(middle, freedom) > tail) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/**
 * P(X = k) of a binomial X: Loader's saddle-point form (2000, "Fast and accurate computation of binomial
 * probabilities"), whose terms do not cancel.
 */
export function binomialProbability(k: number, n: number, chance: number): number {
  if (k < 0 || k > n) return 0
  if (chance === 0) return k === 0 ? 1 : 0
  if (chance === 1) return k === n ? 1 : 0
  if (k === 0) return Math.exp(n * Math.log1p(-chance))
  if (k === n) return Math.exp(n * Math.log(chance))
  const exponent =
    logStirlingError(n) -
    logStirlingError(k) -
    logStirlingError(n - k) -
    deviance(k, n * chance) -
    deviance(n - k, n * (1 - chance))
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * k * (n - k)))
}

/** ln n! − (n + ½) ln n + n − ½ ln 2π. */
function logStirlingError(n: number): number {
  if (n >= 15) return stirlingRest(n)
  let logFactorial = 0
  for (let k = 2; k <= n; k++) logFactorial += Math.log(k)
  return logFactorial - (n + 0.5) * Math.log(n) + n - logSqrtTwoPi
}

/** x ln(x / mean) + mean − x, by a series where the two nearly cancel. */
function deviance(x: number, mean: number): number {
  const difference = x - mean
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x
  const ratio = difference / (x + mean)
  let sum = difference * ratio
  let power = 2 * x * ratio
  for (let j = 1; j < 1000; j++) {
    power *= ratio * ratio
    const next = sum + power / (2 * j + 1)
    if (next === sum) break
    sum = next
  }
  return sum
}
