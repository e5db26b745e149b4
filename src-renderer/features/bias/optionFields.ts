// The options of a suite as fields, from its JSON Schema.

export type OptionField =
  | { kind: 'switch'; name: string; usual: boolean }
  | { kind: 'choice'; name: string; usual: string; values: readonly string[] }
  | { kind: 'number'; name: string; usual: number; low: number; high: number; isWhole: boolean }
  /** Items that are typed: the list has an editor of its own. */
  | { kind: 'pairs'; name: string }

type OptionValues = Readonly<Record<string, unknown>>

interface Property {
  type?: unknown
  enum?: unknown
  default?: unknown
  minimum?: unknown
  maximum?: unknown
}

/** What has no plain field is left to the command line. */
export function optionFields(schema: OptionValues): OptionField[] {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Property>>
  return Object.entries(properties).flatMap(([name, property]) => fieldOf(name, property))
}

function fieldOf(name: string, property: Property): OptionField[] {
  const { type, default: usual } = property
  if (type === 'boolean') return [{ kind: 'switch', name, usual: usual === true }]
  const values = Array.isArray(property.enum) ? property.enum : []
  if (values.length > 0 && values.every((it) => typeof it === 'string')) {
    const [first = ''] = values
    return [{ kind: 'choice', name, usual: typeof usual === 'string' ? usual : first, values }]
  }
  if (type === 'number' || type === 'integer') {
    const [low, high] = [numberOr(property.minimum, 0), numberOr(property.maximum, 1e9)]
    const isWhole = type === 'integer'
    return [{ kind: 'number', name, usual: numberOr(usual, low), low, high, isWhole }]
  }
  return type === 'array' && name === 'pairs' ? [{ kind: 'pairs', name }] : []
}

const numberOr = (value: unknown, other: number): number =>
  typeof value === 'number' ? value : other

/** What was typed as a number of the field; null: it is none. */
export function typedNumber(
  { low, high, isWhole }: Extract<OptionField, { kind: 'number' }>,
  text: string
): number | null {
  const typed = text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'))
  const fits = typed >= low && typed <= high && (!isWhole || Number.isInteger(typed))
  return fits ? typed : null
}
