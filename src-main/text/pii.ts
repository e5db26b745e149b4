// Finds personal data in a text by its form: CPF, CNPJ, e-mail, telephone, card, IBAN, IP address, date
// of birth. Where the form has check digits, `valid` says whether they match; a number without marks
// between its digits counts only if they do. Names and addresses are not looked for.
import { isIPv6 } from 'node:net'
import { isCardNumber, isCnpj, isCpf, isIban } from './checkDigits'

export const piiTypes = [
  ...(['cpf', 'cnpj', 'email', 'phone', 'card', 'iban', 'ipAddress', 'birthDate'] as const)
]
export type PiiType = (typeof piiTypes)[number]

export interface PiiFinding {
  type: PiiType
  start: number // UTF-16 units
  end: number
  /** Check digits, ranges or the calendar agree; null where the form has nothing to check. */
  valid: boolean | null
}

interface Detector {
  type: PiiType
  /** A sign that is in all of them; usual: a digit. Texts without it are passed over at once. */
  needs?: string
  pattern: RegExp
  /** The part of the match that is meant; usual: the whole. */
  group?: string
  /** undefined: it is something else. */
  check: (found: string) => boolean | null | undefined
}

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '')
const orNothing = (valid: boolean): true | undefined => (valid ? true : undefined)

// Repetitions are bounded, so that no text takes more than linear time.
const detectors: readonly Detector[] = [
  {
    type: 'email',
    needs: '@',
    pattern:
      /(?<![\w.%+-])[\w%+-][\w.%+-]{0,63}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,8}[a-z]{2,24}(?![\w-])/gi,
    check: (found) => (/\.\.|\.@/.test(found) ? undefined : null)
  },
  {
    type: 'iban',
    pattern: /(?<![A-Za-z\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?(?![A-Za-z\d])/g,
    check: (found) => orNothing(isIban(found.replaceAll(' ', '')))
  },
  {
    type: 'cnpj',
    pattern: /(?<![\w.])[\dA-Z]{2}\.[\dA-Z]{3}\.[\dA-Z]{3}\/[\dA-Z]{4}-\d{2}(?![\w])/g,
    check: (found) => isCnpj(found.replaceAll(/[^\dA-Z]/g, ''))
  },
  {
    type: 'cnpj',
    pattern: /(?<![\w.,-])\d{14}(?![\w-])/g,
    check: (found) => orNothing(isCnpj(found))
  },
  {
    type: 'cpf',
    pattern: /(?<![\w.])\d{3}\.\d{3}\.\d{3}-\d{2}(?!\w)/g,
    check: (found) => isCpf(digitsOf(found))
  },
  {
    type: 'cpf',
    pattern: /(?<![\w.,+-])(?:\d{11}|\d{9}-\d{2})(?![\w-])/g,
    check: (found) => orNothing(isCpf(digitsOf(found)))
  },
  {
    type: 'card',
    pattern: /(?<![\w.,-])[2-6]\d{3}(?:([ -])\d{4}\1\d{4}\1\d{1,7}|[ -]\d{6}[ -]\d{5})(?![\w-])/g,
    check: (found) => orNothing(isCardNumber(digitsOf(found)))
  },
  {
    type: 'card',
    pattern: /(?<![\w.,-])[2-6]\d{12,18}(?![\w-])/g,
    check: (found) => orNothing(isCardNumber(found))
  },
  {
    type: 'birthDate',
    pattern:
      /\b(?:born|birth(?:day|date)?|d\.?o\.?b\.?|nascid[oa]s?|nascimento|nasceu|nasci)(?![\p{L}])[^\n\d]{0,40}?(?<date>\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}(?:º)? de \p{L}{3,9} de \d{4}|\d{1,2} \p{L}{3,9},? \d{4})(?!\d)/giu,
    group: 'date',
    check: isBirthDate
  },
  {
    type: 'birthDate',
    pattern:
      /\b(?:born|birth(?:day|date)?|d\.?o\.?b\.?)(?![\p{L}])[^\n\d]{0,40}?(?<date>\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6} \d{1,2}, \d{4})(?!\d)/giu,
    group: 'date',
    check: isBirthDate
  },
  {
    type: 'ipAddress',
    pattern: /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w]|\.\d)/g,
    check: (found) =>
      orNothing(found.split('.').every((it) => /^(0|[1-9]\d*)$/.test(it) && +it < 256))
  },
  {
    type: 'ipAddress',
    needs: ':',
    pattern: /(?<![\w:.])(?=[\da-f:]{2,4}[\da-f:])[\da-f:]{3,39}(?![\w:])/gi,
    check: (found) => orNothing(/\d/.test(found) && isIPv6(found))
  },
  {
    type: 'phone',
    pattern: /(?<![\w+])\+\d{1,3}(?:[ .-]?\(?\d{1,5}\)?){1,6}(?![\w])/g,
    check: (found) => {
      const digits = digitsOf(found)
      if (digits.length < 8 || digits.length > 15) return undefined // E.164
      return digits.startsWith('55') ? isBrazilianPhone(digits.slice(2)) : !digits.startsWith('0')
    }
  },
  {
    type: 'phone',
    pattern: /(?<![\w.,+-])(?:\(\d{2}\) ?|\d{2} )(?:9 ?)?\d{4}[ -]\d{4}(?![\w-])/g,
    check: (found) => isBrazilianPhone(digitsOf(found))
  },
  {
    type: 'phone',
    pattern: /(?<![\w.,+-])\(\d{2}\) ?9?\d{8}(?![\w-])/g,
    check: (found) => isBrazilianPhone(digitsOf(found))
  }
]

/** Every finding, in the order of the text; where two overlap, that of the detector named first. */
export function findPii(text: string): PiiFinding[] {
  const findings: PiiFinding[] = []
  const hasDigit = /\d/.test(text)
  if (!hasDigit && !text.includes('@')) return findings
  const isTaken = new Uint8Array(text.length)
  for (const { type, needs, pattern, group, check } of detectors) {
    if (needs === undefined ? !hasDigit : !text.includes(needs)) continue
    for (const match of text.matchAll(pattern)) {
      const found = group === undefined ? match[0] : (match.groups?.[group] ?? '')
      const end = match.index + match[0].length
      const start = end - found.length // a group stands at the end of its match
      if (isTaken.subarray(start, end).includes(1)) continue
      const valid = check(found)
      if (valid === undefined) continue
      isTaken.fill(1, start, end)
      findings.push({ type, start, end, valid })
    }
  }
  return findings.sort((a, b) => a.start - b.start)
}

/** Area code and number as Anatel gives them: mobiles have nine digits and begin with 9. */
function isBrazilianPhone(digits: string): boolean {
  const area = Number(digits.slice(0, 2))
  return areaCodes.has(area) && /^(9\d{8}|[2-5]\d{7})$/.test(digits.slice(2))
}

const areaCodes = new Set([
  ...[11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 22, 24, 27, 28, 31, 32, 33, 34, 35, 37, 38],
  ...[41, 42, 43, 44, 45, 46, 47, 48, 49, 51, 53, 54, 55, 61, 62, 63, 64, 65, 66, 67, 68, 69],
  ...[
    71, 73, 74, 75, 77, 79, 81, 82, 83, 84, 85, 86, 87, 88, 89, 91, 92, 93, 94, 95, 96, 97, 98, 99
  ]
])

/** By their first three letters, English and Portuguese. */
const months: Record<string, number> = {
  ...{ jan: 1, feb: 2, fev: 2, mar: 3, apr: 4, abr: 4, may: 5, mai: 5, jun: 6, jul: 7 },
  ...{ aug: 8, ago: 8, sep: 9, set: 9, oct: 10, out: 10, nov: 11, dec: 12, dez: 12 }
}

/** A real day since 1900. Of 3/4/1990 nobody knows which is the month: one reading has to exist. */
function isBirthDate(found: string): boolean | undefined {
  const numbers = found.match(/\d+/g)?.map(Number) ?? []
  const name = found.match(/\p{L}{3,}/u)?.[0]
  if (name !== undefined) {
    const month = months[name.slice(0, 3).toLowerCase()]
    const [day = 0, year = 0] = numbers
    return month === undefined ? undefined : isDay(year, month, day)
  }
  const [a = 0, b = 0, c = 0] = numbers
  if (a > 31) return isDay(a, b, c)
  return isDay(c, b, a) || isDay(c, a, b)
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
