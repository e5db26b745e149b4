// Strengths from paired votes: the Bradley–Terry model by maximum likelihood, with the
// minorise-maximise iteration of Hunter 2004 (doi:10.1214/aos/1079120141, section 2). A tie counts as
// half a win for each.

/** `wins[i][j]`: how often i won against j, halves for ties. */
export type WinMatrix = readonly (readonly number[])[]

const mostIterations = 100_000
const tolerance = 1e-11

/**
 * Logarithms of the strengths, with mean 0. The chance that i wins against j is 1 / (1 + exp(s[j] − s[i])).
 * Throws RangeError when the maximum does not exist: when some of them never won against any of the
 * others (`addTies` prevents that).
 */
export function bradleyTerry(wins: WinMatrix): number[] {
  const n = wins.length
  if (!isStronglyConnected(wins)) throw new RangeError('the strengths have no maximum likelihood')
  const won = wins.map((row, i) => row.reduce((sum, count, j) => (j === i ? sum : sum + count), 0))
  let strengths: number[] = Array.from({ length: n }, () => 1)
  for (let iteration = 0; iteration < mostIterations; iteration++) {
    const next = strengths.map((own, i) => {
      let meetings = 0
      for (let j = 0; j < n; j++) {
        if (j !== i) meetings += (wins[i]![j]! + wins[j]![i]!) / (own + strengths[j]!)
      }
      return meetings === 0 ? own : won[i]! / meetings
    })
    // Only ratios matter: the geometric mean is held at 1.
    const shift = mean(next.map(Math.log))
    const scaled = next.map((it) => it / Math.exp(shift))
    const moved = Math.max(
      ...scaled.map((it, i) => Math.abs(Math.log(it) - Math.log(strengths[i]!)))
    )
    strengths = scaled
    if (moved < tolerance) break
  }
  return strengths.map(Math.log)
}

/** One tie more for each pair that met: strengths stay finite where one side won every vote. */
export function addTies(wins: WinMatrix): number[][] {
  return wins.map((row, i) =>
    row.map((count, j) => (i !== j && count + wins[j]![i]! > 0 ? count + 0.5 : count))
  )
}

/** Everyone can be reached from everyone along wins: Ford's condition for a finite maximum. */
function isStronglyConnected(wins: WinMatrix): boolean {
  const reaches = (edge: (i: number, j: number) => boolean): boolean => {
    const seen = new Set([0])
    for (const i of seen) {
      for (let j = 0; j < wins.length; j++) if (edge(i, j)) seen.add(j)
    }
    return seen.size === wins.length
  }
  return reaches((i, j) => wins[i]![j]! > 0) && reaches((i, j) => wins[j]![i]! > 0)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
