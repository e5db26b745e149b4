// Check digits of numbers that name people, companies and accounts.
// CPF, CNPJ: Receita Federal, modulo 11; since 2026 a CNPJ may hold letters, worth their ASCII code
// less 48 (IN RFB 2229/2024). Cards: Luhn, ISO/IEC 7812-1. IBAN: ISO 13616, modulo 97 (ISO 7064).

/** @param digits eleven digits, nothing else */
export function isCpf(digits: string): boolean {
  if (!/^\d{11}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false
  const first = moduloEleven(digits.slice(0, 9), countingDown(10))
  const second = moduloEleven(digits.slice(0, 10), countingDown(11))
  return digits.endsWith(`${first}${second}`)
}

/** @param signs twelve digits or capital letters and two digits, nothing else */
export function isCnpj(signs: string): boolean {
  if (!/^[\dA-Z]{12}\d{2}$/.test(signs) || /^(.)\1+$/.test(signs)) return false
  const weights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]
  const first = moduloEleven(signs.slice(0, 12), (at) => weights[at + 1] ?? 0)
  const second = moduloEleven(signs.slice(0, 13), (at) => weights[at] ?? 0)
  return signs.endsWith(`${first}${second}`)
}

/** True for 13 to 19 digits whose Luhn sum is a multiple of ten. */
export function isCardNumber(digits: string): boolean {
  if (!/^[2-6]\d{12,18}$/.test(digits)) return false
  let sum = 0
  for (let fromRight = 0; fromRight < digits.length; fromRight++) {
    const digit = Number(digits[digits.length - 1 - fromRight])
    const doubled = fromRight % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** @param signs capital letters and digits, no spaces */
export function isIban(signs: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(signs)) return false
  const length = ibanLengths[signs.slice(0, 2)]
  if (length !== undefined && signs.length !== length) return false
  let rest = 0
  for (const sign of signs.slice(4) + signs.slice(0, 4)) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

/** Lengths of countries often met (SWIFT IBAN Registry); others are held to modulo 97 alone. */
const ibanLengths: Record<string, number> = {
  ...{ AT: 20, BE: 16, BR: 29, CH: 21, CZ: 24, DE: 22, DK: 18, ES: 24, FI: 18, FR: 27, GB: 22 },
  ...{ GR: 27, HU: 28, IE: 22, IT: 27, LU: 20, NL: 18, NO: 15, PL: 28, PT: 25, RO: 24, SE: 24 }
}

const countingDown =
  (from: number) =>
  (at: number): number =>
    from - at

/** 11 − (Σ sign · weight mod 11), and 0 where that is above 9. */
function moduloEleven(signs: string, weightAt: (at: number) => number): number {
  let sum = 0
  for (let at = 0; at < signs.length; at++) sum += (signs.charCodeAt(at) - 48) * weightAt(at)
  const rest = sum % 11
  return rest < 2 ? 0 : 11 - rest
}
