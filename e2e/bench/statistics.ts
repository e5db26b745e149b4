export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1]!

export const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))
