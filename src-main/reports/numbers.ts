// Numbers and dates of a report in one language: the same on every machine, so dates are UTC.
import { quantities, type Language } from '../contract/quantities'

const months: Record<Language, readonly string[]> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  'pt-BR': [
    ...['jan.', 'fev.', 'mar.', 'abr.', 'mai.', 'jun.'],
    ...['jul.', 'ago.', 'set.', 'out.', 'nov.', 'dez.']
  ]
}

export interface ReportNumbers {
  count(value: number): string
  /** Three decimals: 0.104. */
  value(value: number | null): string
  /** Two decimals, as ticks have them. */
  tick(value: number): string
  /** Of 100, with one decimal: 0.6231 -> 62.3. */
  points(value: number | null): string
  /** As points, with its sign: +3.1. */
  signedPoints(value: number | null): string
  /** One decimal at most: 5%, 0.3%. */
  percent(value: number | null): string
  /** Two figures, however small: 1.8e−21. */
  probability(value: number | null): string
  /** As it was set: 0.4, 1. */
  plain(value: number): string
  /** 12 Nov 2026, 14:03 UTC. */
  dateTime(epochMs: number): string
}

/** @param missing what stands for null */
export function reportNumbers(language: Language, missing: string): ReportNumbers {
  const fixed = (digits: number): Intl.NumberFormat =>
    new Intl.NumberFormat(language, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits
    })
  const [one, two, three] = [fixed(1), fixed(2), fixed(3)]
  const percents = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 10, useGrouping: false })
  const minus = (text: string): string => text.replaceAll('-', '\u2212')
  const point = language === 'en' ? '.' : ','
  const written =
    (write: (value: number) => string) =>
    (value: number | null): string =>
      value === null ? missing : minus(write(value))
  return {
    count: quantities(language).count,
    value: written((value) => three.format(value)),
    tick: written((value) => two.format(value)),
    points: written((value) => one.format(100 * value)),
    signedPoints: written((value) => `${value > 0 ? '+' : ''}${one.format(100 * value)}`),
    percent: written((value) => percents.format(value)),
    probability: written((value) =>
      value === 0 || value >= 0.001
        ? plain.format(Number(value.toPrecision(2)))
        : value.toExponential(1).replace('.', point)
    ),
    plain: written((value) => plain.format(value)),
    dateTime(epochMs) {
      const date = new Date(epochMs)
      if (Number.isNaN(date.getTime())) return missing
      const [day, year] = [date.getUTCDate(), date.getUTCFullYear()]
      const month = months[language][date.getUTCMonth()]!
      const of = language === 'en' ? ' ' : ' de '
      const [hour, minute] = [date.getUTCHours(), date.getUTCMinutes()].map((part) =>
        String(part).padStart(2, '0')
      )
      return `${day}${of}${month}${of}${year}, ${hour}:${minute} UTC`
    }
  }
}
