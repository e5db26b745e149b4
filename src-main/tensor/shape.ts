// Shapes. A dimension is a number, or a polynomial with integer coefficients over named sizes that
// are known only when the graph runs ("T", "P+T", "8*T"). Training graphs use numbers alone.

/** A size: a non-negative integer or a polynomial in canonical form, as `add` and `multiply` give it. */
export type Dim = number | string
export type Shape = readonly Dim[]

type Polynomial = Map<string, number> // monomial ("" for the constant, "B*T") -> coefficient

function parse(dim: Dim): Polynomial {
  if (typeof dim === 'number') return new Map(dim === 0 ? [] : [['', dim]])
  const polynomial: Polynomial = new Map()
  for (const term of dim.split('+')) {
    const factors = term.split('*')
    const coefficient = /^\d+$/.test(factors[0]!) ? Number(factors.shift()) : 1
    const monomial = factors.join('*')
    polynomial.set(monomial, (polynomial.get(monomial) ?? 0) + coefficient)
  }
  return polynomial
}

function format(polynomial: Polynomial): Dim {
  const terms = [...polynomial].filter(([, coefficient]) => coefficient !== 0)
  if (terms.length === 0) return 0
  if (terms.length === 1 && terms[0]![0] === '') return terms[0]![1]
  return terms
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([monomial, coefficient]) =>
      monomial === ''
        ? `${coefficient}`
        : coefficient === 1
          ? monomial
          : `${coefficient}*${monomial}`
    )
    .join('+')
}

export function addDims(a: Dim, b: Dim): Dim {
  if (typeof a === 'number' && typeof b === 'number') return a + b
  const sum = parse(a)
  for (const [monomial, coefficient] of parse(b))
    sum.set(monomial, (sum.get(monomial) ?? 0) + coefficient)
  return format(sum)
}

export function multiplyDims(a: Dim, b: Dim): Dim {
  if (typeof a === 'number' && typeof b === 'number') return a * b
  const product: Polynomial = new Map()
  for (const [left, leftCoefficient] of parse(a)) {
    for (const [right, rightCoefficient] of parse(b)) {
      const monomial = [...left.split('*'), ...right.split('*')].filter(Boolean).sort().join('*')
      product.set(monomial, (product.get(monomial) ?? 0) + leftCoefficient * rightCoefficient)
    }
  }
  return format(product)
}

/** Number of elements: the product of all dimensions. */
export function elementCount(shape: Shape): Dim {
  return shape.reduce<Dim>(multiplyDims, 1)
}

/** The shape with every named size known. Throws RangeError for a name that `sizes` lacks. */
export function fixedShape(shape: Shape, sizes: Readonly<Record<string, number>>): number[] {
  const known = (name: string): number => {
    const size = sizes[name]
    if (size === undefined) throw new RangeError(`no size is given for ${name}`)
    return size
  }
  return shape.map((dim) => {
    let total = 0
    for (const [monomial, coefficient] of parse(dim)) {
      const names = monomial === '' ? [] : monomial.split('*')
      total += names.reduce((product, name) => product * known(name), coefficient)
    }
    return total
  })
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((dim, axis) => dim === b[axis])
}

/** The shape both broadcast to (NumPy rules), or null when they do not. */
export function broadcastShapes(a: Shape, b: Shape): Shape | null {
  const rank = Math.max(a.length, b.length)
  const result: Dim[] = []
  for (let axis = 0; axis < rank; axis++) {
    const left = a[axis - rank + a.length] ?? 1
    const right = b[axis - rank + b.length] ?? 1
    if (left !== right && left !== 1 && right !== 1) return null
    result.push(left === 1 ? right : left)
  }
  return result
}

/** A negative axis counts from the end. Throws RangeError outside the rank. */
export function normalizeAxis(axis: number, rank: number): number {
  const normalized = axis < 0 ? axis + rank : axis
  if (!Number.isInteger(axis) || normalized < 0 || normalized >= rank)
    throw new RangeError(`axis ${axis} of a tensor of rank ${rank}`)
  return normalized
}

export function formatShape(shape: Shape): string {
  return `[${shape.join(', ')}]`
}
