// Counts and sizes in the words of a language; a number and its unit never part, minus is U+2212.

export const languages = ['en', 'pt-BR'] as const
export type Language = (typeof languages)[number]

/** @param tag as systems give it: "pt-BR", "pt_PT.UTF-8", "C" */
export function languageOf(tag: string): Language {
  return /^pt\b|^pt_/i.test(tag) ? 'pt-BR' : 'en'
}

const noBreak = '\u00a0'
const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB'] as const

export function quantities(language: Language) {
  const plain = new Intl.NumberFormat(language)
  const oneDigit = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const shortDay = new Intl.DateTimeFormat(language, {
    ...({ day: 'numeric', month: 'short', year: 'numeric' } as const)
  })
  return {
    /** Epoch ms -> "Nov 12, 2026" */
    day: (atMs: number): string => shortDay.format(atMs),
    /** 1242 -> "1,242" */
    count: (value: number): string => plain.format(value).replace('-', '\u2212'),
    /** 10_400_000 -> "10 MB" (decimal units) */
    bytes: (sizeBytes: number): string => {
      let unit = 0
      let value = sizeBytes
      while (value >= 999.5 && unit < byteUnits.length - 1) {
        value /= 1000
        unit++
      }
      const digits =
        value < 10 && unit > 0 ? oneDigit.format(value) : plain.format(Math.round(value))
      return `${digits}${noBreak}${byteUnits[unit]}`
    }
  }
}
