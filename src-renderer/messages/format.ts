// Numbers, sizes, durations and dates by Intl, for one language.

import { quantities, type Language } from '../../src-main/contract/quantities'

export type { Language } from '../../src-main/contract/quantities'

const noBreak = '\u00a0'
const dayMs = 86_400_000

/** Formatters of one language; a number and its unit never part, minus is U+2212. */
export function formatters(language: Language) {
  // Day before month, as in the rest of the world's English and in Portuguese.
  const dates = language === 'en' ? 'en-GB' : language
  const plain = new Intl.NumberFormat(language)
  const ungrouped = new Intl.NumberFormat(language, {
    useGrouping: false,
    maximumFractionDigits: 10
  })
  const oneDigit = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const significant = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 })
  const fourFigures = new Intl.NumberFormat(language, { maximumSignificantDigits: 4 })
  const change = new Intl.NumberFormat(language, {
    minimumFractionDigits: 4,
    maximumFractionDigits: 4,
    signDisplay: 'exceptZero'
  })
  const hundredths = new Intl.NumberFormat(language, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2
  })
  const relativeChange = new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero'
  })
  const compact = new Intl.NumberFormat(language, {
    notation: 'compact',
    maximumSignificantDigits: 2
  })
  const shortDate = new Intl.DateTimeFormat(dates, { day: 'numeric', month: 'short' })
  const longDate = new Intl.DateTimeFormat(dates, {
    day: 'numeric',
    month: 'short',
    year: 'numeric'
  })
  const fullDate = new Intl.DateTimeFormat(dates, { dateStyle: 'long', timeStyle: 'short' })
  const timeOfDay = new Intl.DateTimeFormat(dates, { timeStyle: 'short' })
  const month = new Intl.DateTimeFormat(dates, { month: 'long', year: 'numeric' })
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const plurals = new Intl.PluralRules(language)

  const minus = (text: string): string => text.replace('-', '\u2212')
  const { count, bytes } = quantities(language)

  return {
    /** 1242 -> "1,242" */
    count,
    /** 61.84 -> "61.8", 1240.3 -> "1,240" */
    rate: (value: number): string =>
      minus(value < 10 ? oneDigit.format(value) : plain.format(Math.round(value))),
    decimal: (value: number): string => minus(plain.format(value)),
    /** Four figures: 3.14159 -> "3.142", 1242.4 -> "1,242" */
    significant: (value: number): string => minus(fourFigures.format(value)),
    /** A difference, four decimals: 0.00342 -> "+0.0034" */
    signed: (value: number): string => minus(change.format(value)),
    /** A share or a score: 0.104 -> "0.10" */
    hundredths: (value: number): string => minus(hundredths.format(value)),
    /** 0.011 -> "+1.1%" */
    relativeChange: (value: number): string => minus(relativeChange.format(value)),
    /** As one would type it: 0.7 -> "0,7" in Portuguese, without grouping. */
    typed: (value: number): string => ungrouped.format(value),
    percent: (value: number): string => `${plain.format(Math.round(value))}%`,
    /** 1100000000 -> "1.1 B" */
    compact: (value: number): string => {
      const parts = compact.formatToParts(value)
      const digits = parts.filter((part) => part.type !== 'compact' && part.type !== 'literal')
      const unit = parts.find((part) => part.type === 'compact')?.value
      const number = minus(digits.map((part) => part.value).join(''))
      return unit ? `${number}${noBreak}${unit}` : number
    },
    /** 10_400_000 -> "10 MB" (decimal units) */
    bytes,
    /** 0.004 -> "4 ms", 0.123 -> "0.12 s", 50 -> "50 s", 190 -> "3 min", 4000 -> "1 h 7 min" */
    seconds: (seconds: number): string => {
      if (seconds < 0.1) return `${plain.format(Math.round(seconds * 1000))}${noBreak}ms`
      if (seconds < 1) return `${significant.format(seconds)}${noBreak}s`
      if (seconds < 10) return `${oneDigit.format(seconds)}${noBreak}s`
      if (seconds < 90) return `${plain.format(Math.round(seconds))}${noBreak}s`
      const minutes = Math.round(seconds / 60)
      if (minutes < 60) return `${plain.format(minutes)}${noBreak}min`
      const rest = minutes % 60
      const hours = `${plain.format(Math.floor(minutes / 60))}${noBreak}h`
      return rest === 0 ? hours : `${hours} ${plain.format(rest)}${noBreak}min`
    },
    /** "today", "yesterday", "12 Nov", "12 Nov 2023" */
    day: (epochMs: number, nowMs: number = Date.now()): string => {
      const days = daysBetween(epochMs, nowMs)
      if (days === 0 || days === 1) return relative.format(-days, 'day')
      const sameYear = new Date(epochMs).getFullYear() === new Date(nowMs).getFullYear()
      return (sameYear ? shortDate : longDate).format(epochMs)
    },
    /** "12 Nov 2023", also where it is today */
    date: (epochMs: number): string => longDate.format(epochMs),
    /** "14:05" */
    time: (epochMs: number): string => timeOfDay.format(epochMs),
    dateTime: (epochMs: number): string => fullDate.format(epochMs),
    month: (epochMs: number): string => capital(month.format(epochMs), language),
    plural: (value: number, forms: { one: string; other: string }): string =>
      `${count(value)}${noBreak}${plurals.select(value) === 'one' ? forms.one : forms.other}`
  }
}

export type Formatters = ReturnType<typeof formatters>

/** Calendar days from `epochMs` to `nowMs` in local time. */
export function daysBetween(epochMs: number, nowMs: number): number {
  const midnight = (value: number): number => new Date(value).setHours(0, 0, 0, 0)
  return Math.round((midnight(nowMs) - midnight(epochMs)) / dayMs)
}

function capital(text: string, language: Language): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
}
