// Who made the report of which models, and what they were asked.
import { quantities } from '../../contract/quantities'
import { canonicalJson } from '../canonicalJson'
import type { Block, Fact, Section } from '../document'
import { keyIdOf } from '../signingKey'
import type { Writing } from './document'

export function aboutSection({ file, statement, words, numbers, language }: Writing): Section {
  const { about } = words
  const { subject, suite, models, comparison } = file
  const key = keyIdOf(statement.publicKey)
  const rows: Fact[] = [
    { term: about.preparedBy, value: subject.preparedBy.trim() || words.notSaid },
    { term: about.signed, value: about.signedBy(numbers.dateTime(statement.signedAt), key) },
    { term: about.suite, value: suite.title[language] }
  ]
  const role = (of: (typeof models)[number]): string =>
    about.roles[of.role === 'after' && !comparison ? 'alone' : of.role]
  return {
    ...{ id: 'about', title: about.title },
    blocks: [
      { type: 'facts', rows },
      {
        type: 'table',
        table: {
          caption: about.models,
          columns: [about.role, about.name, about.weights, about.device, about.audited],
          isNumeric: [false, false, false, false, false],
          rows: models.map((model) => [
            ...[role(model), model.name, model.weightMode, model.device],
            numbers.dateTime(model.auditedAt)
          ])
        }
      }
    ]
  }
}

export function suiteSection(writing: Writing): Section {
  const { file, words, numbers, texts, language } = writing
  const { suite, results } = file
  const { after } = results
  const said = words.suite
  const options = Object.keys(suite.chosen).length === 0 ? [] : [canonicalJson(suite.chosen)]
  const rows: Fact[] = [
    { term: said.measures, value: suite.measures[language] },
    { term: said.published, value: suite.paper ?? said.own },
    { term: said.licence, value: suite.licence },
    { term: said.convention, value: texts.convention(suite.convention) },
    { term: said.comparable, value: suite.comparable[language] },
    { term: said.pooling, value: said.poolings[after.pooling] },
    { term: said.items, value: numbers.count(after.items) },
    ...options.map((value): Fact => ({ term: said.options, value, isCode: true }))
  ]
  const { bytes } = quantities(language)
  const blocks: Block[] = [{ type: 'facts', rows }]
  if (after.files.length > 0)
    blocks.push({
      type: 'table',
      table: {
        caption: said.files,
        columns: [said.file, said.size],
        isNumeric: [false, true],
        rows: after.files.map(({ name, sizeBytes }) => [name, bytes(sizeBytes)])
      }
    })
  return { id: 'suite', title: said.title, blocks }
}
