// What audits are called and said, as the report says it.
import type { Audit } from '../../../src-main/contract/bias'
import { BiasTexts } from '../../../src-main/contract/biasTexts/biasText'
import { language, say } from '../../messages/current.svelte'
import { audits } from '../../state/audits.svelte'

/** The sentences about a suite in the window's language. */
export const biasTexts = (suite: string): BiasTexts =>
  new BiasTexts(language.code, suite, audits.suite(suite)?.toward)

/** The suite's title; one that is not known any more keeps its name. */
export function suiteTitle(name: string): string {
  return audits.suite(name)?.title[language.code] ?? name
}

/** What a share of the suite is of. */
export function towardWords(name: string): string {
  return audits.suite(name)?.toward?.[language.code] ?? say.bias.chart.stereotype
}

export function auditTitle({ modelName, suite }: Pick<Audit, 'modelName' | 'suite'>): string {
  return say.bias.named(modelName, suiteTitle(suite))
}

/** A word of a table; what the table lacks keeps its name. */
export function wordOf(words: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(words, name) ? (words[name] ?? name) : name
}

export function suiteLicence(licence: string): string {
  return wordOf(say.biasSuites.suite.licences, licence)
}

/** How an audit was asked where that differs from the usual: "axis: gender". */
export function optionWords({ suite, options }: Pick<Audit, 'suite' | 'options'>): string {
  const schema = audits.suite(suite)?.options
  const usual = (schema?.['properties'] ?? {}) as Record<string, { default?: unknown }>
  return Object.entries(options)
    .filter(([name, value]) => typeof value !== 'object' && value !== usual[name]?.default)
    .map(([name, value]) => {
      const { title, values } = optionSaid(name)
      const shown = String(value)
      return say.biasSuites.option.said(title, values[shown] ?? shown)
    })
    .join(' · ')
}

interface OptionSaid {
  title: string
  note: string
  values: Readonly<Record<string, string>>
}

/** What an option of a suite is called; one that has no words yet keeps its name. */
export function optionSaid(name: string): OptionSaid {
  const known: Readonly<Record<string, { title: string; note: string; values?: object }>> =
    say.biasSuites.option.of
  const found = Object.hasOwn(known, name) ? known[name] : undefined
  if (!found) return { title: name, note: '', values: {} }
  return { ...found, values: (found.values ?? {}) as Record<string, string> }
}
