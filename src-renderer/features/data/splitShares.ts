// The shares of the splits, from what a person types of two of them in hundredths.
import type { RecordSplit } from '../../../src-main/contract/records'

/** @returns null where they are no numbers, or leave nothing to learn from */
export function sharesOf(validation: string, test: string): Record<RecordSplit, number> | null {
  const [forValidation, forTest] = [hundredths(validation), hundredths(test)]
  if (forValidation === null || forTest === null || forValidation + forTest >= 100) return null
  const shares = { validation: forValidation / 100, test: forTest / 100 }
  return { train: 1 - shares.validation - shares.test, ...shares }
}

/** A decimal comma is as good as a point; nothing is 0. */
function hundredths(typed: string): number | null {
  const text = typed.trim().replace(/\s?%$/, '').replace(',', '.')
  if (text === '') return 0
  return /^\d{1,3}(\.\d{1,6})?$/.test(text) ? Number(text) : null
}
