// Limits, how it was made, and hashes.
import { partsTable } from '../evidence/provenance'
import type { Block, Fact, Section } from '../document'
import type { Writing } from './document'

export function limitSection({ file, words, shared, texts, language }: Writing): Section {
  const { title, items } = texts.notShown
  const signature = shared.limits.items.at(-1)!
  const own = words.limits.suite(file.suite.doesNotShow[language])
  const blocks: Block[] = [
    { type: 'list', items: [...items, own, signature] },
    { type: 'note', text: shared.notice }
  ]
  return { id: 'limits', title, blocks }
}

export function planSection({ file, words, numbers, texts }: Writing): Section {
  const { plan } = words
  const { made, comparison, models, items } = file
  const seeds = models.filter(({ role }) => role === 'seed').map(({ name }) => name)
  const rows: Fact[] = [
    { term: plan.seed, value: numbers.plain(made.seed) },
    ...(comparison
      ? [{ term: plan.margin, value: plan.marginForm(numbers.points(comparison.margin)) }]
      : []),
    ...(seeds.length > 0 ? [{ term: plan.seeds, value: seeds.join(', ') }] : []),
    { term: plan.lethe, value: made.lethe },
    { term: plan.runtime, value: made.runtime },
    { term: plan.platform, value: made.platform }
  ]
  const count = texts.items(items.before.length + items.after.length)
  return {
    ...{ id: 'plan', title: plan.title },
    blocks: [
      { type: 'facts', rows },
      { type: 'note', text: plan.items(count, items.hasTexts) }
    ]
  }
}

export function hashSection({ file, statement, words, shared }: Writing): Section {
  const { hashes, about, suite } = words
  const { models, comparison, results } = file
  const { files } = results.after
  const blocks: Block[] = [
    {
      type: 'table',
      table: {
        caption: hashes.tensors,
        columns: [about.role, about.name, 'SHA-256'],
        isNumeric: [false, false, false],
        codeColumn: 2,
        rows: models.map(({ role, name, sha256 }) => [
          about.roles[role === 'after' && !comparison ? 'alone' : role],
          ...[name, sha256]
        ])
      }
    }
  ]
  if (files.length > 0)
    blocks.push({
      type: 'table',
      table: {
        caption: hashes.files,
        columns: [suite.file, 'SHA-256'],
        isNumeric: [false, false],
        codeColumn: 1,
        rows: files.map(({ name, sha256 }) => [name, sha256])
      }
    })
  blocks.push({ type: 'table', table: partsTable(statement, shared) })
  return { id: 'hashes', title: hashes.title, blocks }
}
