// Limits, how it was made, hashes, and how to check the report.
import { testNames } from '../../contract/evidenceMeasured'
import { attackNames } from '../../contract/evidenceRequest'
import type { ReportStatement } from '../../contract/signedReport'
import { canonicalJson } from '../canonicalJson'
import type { Block, Fact, ListedLine, Section, Table } from '../document'
import { keyIdOf } from '../signingKey'
import type { ReportWords } from '../words/words'
import type { Writing } from './document'

export function limitSection({ evidence, words, texts }: Writing): Section {
  const { tests, attacks } = evidence.measured
  const missing = [
    ...testNames.filter((name) => tests[name] === null).map((name) => texts.test(name, null).title),
    ...attackNames
      .filter((name) => attacks[name] === null)
      .map((name) => texts.attack(name, null).title)
  ]
  const isOfFew = [...Object.values(tests), ...Object.values(attacks)].some(
    (it) => it?.groupedBy === 'nearDuplicates'
  )
  const items = [
    ...(missing.length === 0 ? [] : [words.limits.notTested(missing.join(', '))]),
    ...(isOfFew ? [texts.theseRecordsOnly] : []),
    ...words.limits.items
  ]
  const blocks: Block[] = [
    { type: 'list', items },
    { type: 'note', text: words.notice }
  ]
  return { id: 'limits', title: words.limits.title, blocks }
}

export function planSection({ evidence, words, numbers }: Writing): Section {
  const { plan } = words
  const { settings, made } = evidence
  const { count } = numbers
  const measured: Fact[] = [
    { term: plan.seed, value: numbers.plain(settings.seed) },
    { term: plan.samples, value: count(settings.samples) },
    { term: plan.worstOf, value: count(settings.worstOf) },
    { term: plan.temperature, value: numbers.plain(settings.temperature) },
    { term: plan.mostAnswerTokens, value: count(settings.mostAnswerTokens) },
    { term: plan.minKShare, value: numbers.percent(settings.minKShare) },
    { term: plan.drawnWrongAnswers, value: count(settings.drawnWrongAnswers) },
    {
      term: plan.sequenceLength,
      value: settings.sequenceLength === null ? plan.allItReads : count(settings.sequenceLength)
    },
    { term: plan.lethe, value: made.lethe },
    { term: plan.runtime, value: made.runtime },
    { term: plan.platform, value: made.platform },
    { term: plan.device, value: made.device },
    { term: plan.threads, value: count(made.threads) },
    { term: plan.seconds, value: plan.secondsForm(numbers.value(made.seconds)) }
  ]
  return {
    ...{ id: 'plan', title: plan.title },
    blocks: [
      { type: 'paragraph', text: plan.settings },
      { type: 'facts', rows: measured },
      { type: 'paragraph', text: plan.run },
      { type: 'listing', lines: listed(evidence.plan) }
    ]
  }
}

const longestLine = 96

/** What fits stands on one line; the rest goes deeper. The order of keys is never that of the plan. */
function listed(value: object, depth = 0): ListedLine[] {
  return Object.entries(value)
    .sort(([a], [b]) => (Array.isArray(value) || a === b ? 0 : a < b ? -1 : 1))
    .flatMap(([key, part]: [string, unknown]) => {
      const inLine = typeof part === 'string' ? part : canonicalJson(part)
      const isOpened =
        typeof part === 'object' && part !== null && inLine.length + 2 * depth > longestLine
      if (!isOpened) return [{ depth, text: `${key}: ${inLine}` }]
      return [{ depth, text: `${key}:` }, ...listed(part, depth + 1)]
    })
}

export function hashSection({ evidence, statement, words, texts }: Writing): Section {
  const { hashes } = words
  const { replayedSha256, retrainedSha256 } = evidence.replay
  const hash = (term: string, value: string): Fact => ({ term, value, isCode: true })
  const models: Table = {
    caption: hashes.tensors,
    columns: [words.about.role, words.about.name, 'SHA-256'],
    isNumeric: [false, false, false],
    codeColumn: 2,
    rows: evidence.models.map(({ role, attack, name, sha256 }) => [
      attack === null
        ? words.short[role]
        : `${words.short[role]}, ${texts.attack(attack, null).title}`,
      name,
      sha256
    ])
  }
  return {
    ...{ id: 'hashes', title: hashes.title },
    blocks: [
      {
        type: 'facts',
        rows: [
          hash(hashes.evidence, evidence.id),
          hash(hashes.items, evidence.itemsSha256),
          hash(hashes.replayed, replayedSha256 ?? words.none),
          hash(hashes.retrained, retrainedSha256 ?? words.none)
        ]
      },
      { type: 'table', table: models },
      { type: 'table', table: partsTable(statement, words) }
    ]
  }
}

/** What is signed, part by part. */
export function partsTable({ parts }: ReportStatement, { hashes }: ReportWords): Table {
  return {
    caption: hashes.parts,
    columns: [hashes.part, 'SHA-256'],
    isNumeric: [false, false],
    codeColumn: 1,
    rows: Object.entries(parts)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, sha256]) => [name, sha256])
  }
}

export function checkSection({
  statement,
  signature,
  words
}: Pick<Writing, 'statement' | 'signature' | 'words'>): Section {
  const { check } = words
  return {
    ...{ id: 'check', title: check.title },
    blocks: [
      { type: 'command', text: check.command },
      { type: 'paragraph', text: check.how },
      { type: 'paragraph', text: check.whose },
      {
        type: 'facts',
        rows: [
          { term: check.key, value: keyIdOf(statement.publicKey), isCode: true },
          { term: check.publicKey, value: statement.publicKey, isCode: true },
          { term: check.signature, value: signature, isCode: true }
        ]
      }
    ]
  }
}
