// Where texts stand besides the records: chats, comparisons, lists of prompts, what trainings and audits
// were asked and answered. They are looked through for what repeats records.
import { isId } from '../base/ids'
import { PairSet } from '../base/pairSet'
import { spansOf, SpanWindows } from '../base/traces'
import { WordReader, type HashKey } from '../base/wordReader'
import type { FoundQuote, QuoteKind, QuotePlace } from '../contract/erasing'
import type { StoreDatabase } from './database'

interface TextPlace {
  kind: QuoteKind
  /** Columns `id`, `name`, `text`. */
  query: string
}

const columns = (kind: QuoteKind, table: string, name: string, texts: string[]): TextPlace[] =>
  texts.map((text) => ({
    kind,
    query: `SELECT id, ${name} AS name, ${text} AS text FROM ${table} WHERE ${text} IS NOT NULL`
  }))
const parts = (kind: QuoteKind, from: string, name: string, texts: string[]): TextPlace[] =>
  texts.map((text) => ({
    kind,
    query: `SELECT owner.id, owner.${name} AS name, ${text} AS text ${from} WHERE ${text} IS NOT NULL`
  }))

const places: readonly TextPlace[] = [
  ...columns('conversation', 'conversations', 'title', ['title', 'system_prompt', 'draft']),
  ...parts(
    'conversation',
    'FROM messages JOIN conversations AS owner ON owner.id = conversation_id',
    'title',
    ['messages.text']
  ),
  ...columns('comparison', 'comparisons', 'substr(prompt, 1, 80)', ['prompt', 'system_prompt']),
  {
    kind: 'comparison',
    query: `SELECT owner.id, substr(owner.prompt, 1, 80) AS name, compared_answers.text AS text
      FROM compared_answers JOIN comparisons AS owner ON owner.id = comparison_id`
  },
  ...columns('promptSet', 'prompt_runs', 'name', ['name', 'system_prompt']),
  ...parts(
    'promptSet',
    'FROM prompt_run_items JOIN prompt_runs AS owner ON owner.id = run_id',
    'name',
    ['prompt_run_items.prompt', 'prompt_run_items.reference']
  ),
  ...parts(
    'promptSet',
    'FROM prompt_run_answers JOIN prompt_runs AS owner ON owner.id = run_id',
    'name',
    ['prompt_run_answers.text']
  ),
  ...columns('promptPreset', 'prompt_presets', 'name', ['name', 'text']),
  ...parts('run', 'FROM run_answers JOIN runs AS owner ON owner.ordinal = run', 'name', [
    'run_answers.prompt',
    'run_answers.text'
  ]),
  {
    kind: 'run',
    query: `SELECT runs.id, runs.name, value AS text FROM runs, json_each(settings, '$.prompts')`
  },
  {
    kind: 'audit',
    query: `SELECT audits.id, suite || ', ' || model_name AS name, value ->> 'text' AS text
      FROM audit_items JOIN audits ON ordinal = audit, json_each(item, '$.texts')`
  }
]

/** What stands in them. */
export interface FoundInPlaces {
  /** They repeat eight words in a row. */
  quotes: FoundQuote[]
  /** They hold one of the words, whatever else. */
  mentions: FoundQuote[]
  /** Of both: hashes that stand there. */
  spans: PairSet
  terms: PairSet
}

/** Goes through all of them but those left out. */
export function findInPlaces(
  database: StoreDatabase,
  wanted: { key: HashKey; spans: PairSet; terms: PairSet },
  without: readonly QuotePlace[] = []
): FoundInPlaces {
  const left = new Set(without.map(({ kind, id }) => `${kind} ${id}`))
  const found = { spans: new PairSet(), terms: new PairSet() }
  const quotes = new Map<string, FoundQuote>()
  const mentions = new Map<string, FoundQuote>()
  for (const { kind, query } of places) {
    const rows = database.$client
      .prepare<[], { id: string; name: string; text: string }>(query)
      .iterate()
    for (const { id, name, text } of rows) {
      const place = `${kind} ${id}`
      if (left.has(place)) continue
      const windows = new SpanWindows((first, second) => {
        if (!wanted.spans.has(first, second)) return
        found.spans.add(first, second)
        quotes.set(place, { kind, id, name })
      })
      const reader = new WordReader(wanted.key, false, (first, second) => {
        windows.push(first, second)
        if (!wanted.terms.has(first, second)) return
        found.terms.add(first, second)
        mentions.set(place, { kind, id, name })
      })
      reader.push(Buffer.from(text))
      reader.end()
    }
  }
  return { quotes: [...quotes.values()], mentions: [...mentions.values()], ...found }
}

/** Within a transaction. */
export function eraseQuotes(database: StoreDatabase, quotes: readonly QuotePlace[]): void {
  const { $client } = database
  const erase = (kind: QuoteKind, sql: string): void => {
    const ids = quotes.filter((quote) => quote.kind === kind).map(({ id }) => id)
    if (ids.length > 0) $client.prepare(sql).run(JSON.stringify(ids))
  }
  const chosen = 'id IN (SELECT value FROM json_each(?))'
  erase('conversation', `DELETE FROM conversations WHERE ${chosen}`)
  erase('comparison', `DELETE FROM comparisons WHERE ${chosen}`)
  erase('promptSet', `DELETE FROM prompt_runs WHERE ${chosen}`)
  erase('promptPreset', `DELETE FROM prompt_presets WHERE ${chosen}`)
  // Their files went before.
  erase('evidence', `DELETE FROM evidence WHERE ${chosen}`)
  erase('report', `DELETE FROM reports WHERE ${chosen}`)
  erase('run', `DELETE FROM run_answers WHERE run IN (SELECT ordinal FROM runs WHERE ${chosen})`)
  erase(
    'run',
    `UPDATE runs SET settings = json_set(settings, '$.prompts', json('[]')) WHERE ${chosen}`
  )
  // What a model wrote stands behind the key of its score, after a line break.
  erase(
    'audit',
    `DELETE FROM audit_scores WHERE instr(key, char(10)) > 0 AND (model_sha256, suite) IN
       (SELECT model_sha256, suite FROM audits WHERE ${chosen})`
  )
  erase('audit', `DELETE FROM audits WHERE ${chosen}`)
}

interface NamePlace {
  table: string
  column: string
  key: string
  isJson: boolean
  /** Of JSON: the values of these keys alone. */
  within: ReadonlySet<string> | null
}
const namePlaces: readonly NamePlace[] = [
  ...(
    [
      ['flag_sets', 'name', 'ordinal', false],
      ['flag_set_versions', 'reason', 'flag_set, version', false],
      ['flag_set_versions', 'requester', 'flag_set, version', false],
      ['flag_set_versions', 'source', 'flag_set, version', true],
      ['runs', 'name', 'ordinal', false],
      ['runs', 'model_name', 'ordinal', false],
      ['runs', 'forgetting', 'ordinal', true],
      ['models', 'name', 'id', false],
      ['reports', 'title', 'ordinal', false]
    ] as const
  ).map(([table, column, key, isJson]) => ({ table, column, key, isJson, within: null })),
  // Beside words of the app's own, which records may hold too.
  {
    ...{ table: 'evidence', column: 'entry', key: 'ordinal', isJson: true },
    within: new Set(['name', 'title', 'reason', 'requestedBy', 'flagSetName'])
  }
]

/** Names, and why and by whom records were flagged, that hold one of the words; with what is left of them. */
function namesHolding(
  database: StoreDatabase,
  words: ReadonlySet<string>
): { place: NamePlace; row: Record<string, string | number>; text: string; rest: string }[] {
  const telling = new Set([...words].filter(tells))
  return namePlaces.flatMap((place) => {
    const { table, column, key, isJson, within } = place
    return database.$client
      .prepare<[], Record<string, string | number>>(
        `SELECT ${key}, ${column} AS "text" FROM ${table} WHERE ${column} IS NOT NULL`
      )
      .all()
      .flatMap(({ text, ...row }) => {
        const all = String(text)
        const whole = isJson ? JSON.stringify(JSON.parse(all)) : all
        const rest = isJson ? jsonWithoutWords(all, telling, within) : withoutWords(all, telling)
        return rest === whole ? [] : [{ place, row, text: all, rest }]
      })
  })
}

/** The names alone. */
export function namesWith(database: StoreDatabase, words: ReadonlySet<string>): string[] {
  const found = namesHolding(database, words).filter(({ place }) => place.column === 'name')
  return [...new Set(found.map(({ text }) => text))]
}

/** Evidence that was taken, and reports, removed ones too; `named`: what they are called holds one of the words. */
export function papersOf(
  database: StoreDatabase,
  words: ReadonlySet<string>
): (FoundQuote & { named: boolean })[] {
  const naming = new Set(
    namesHolding(database, words).map(({ place, row }) => `${place.table} ${row['ordinal']}`)
  )
  return database.$client
    .prepare<[], FoundQuote & { place: string }>(
      `SELECT 'evidence' AS kind, id, json_extract(entry, '$.subject.title') AS name,
         'evidence ' || ordinal AS place FROM evidence WHERE status = 'finished'
       UNION ALL SELECT 'report', id, title, 'reports ' || ordinal FROM reports`
    )
    .all()
    .map(({ place, ...paper }) => ({ ...paper, named: naming.has(place) }))
}

/**
 * Within a transaction: what runs were told to learn from loses the words; what repeats eight in a row goes
 * whole. Such a run is not begun once more: it would learn from others.
 */
export function eraseFromLearnFrom(
  database: StoreDatabase,
  words: ReadonlySet<string>,
  { key, spans }: { key: HashKey; spans: PairSet }
): void {
  const { $client } = database
  const telling = new Set([...words].filter(tells))
  const rest = (value: string): string =>
    spansOf(value, key).some((pair) => spans.has(...pair)) ? '…' : withoutWords(value, telling)
  const rows = $client
    .prepare<[], { ordinal: number; learnFrom: string }>(
      `SELECT ordinal, json_extract(settings, '$.learnFrom') AS learnFrom FROM runs
       WHERE json_extract(settings, '$.learnFrom') IS NOT NULL`
    )
    .all()
  const write = $client.prepare(
    `UPDATE runs SET settings = json_set(settings, '$.learnFrom', json(?)) WHERE ordinal = ?`
  )
  for (const { ordinal, learnFrom } of rows) {
    const before = JSON.parse(learnFrom) as Record<string, unknown>
    const left = Object.entries(before).map(([name, value]) => [
      name,
      typeof value === 'string' && freeWords.has(name) ? rest(value) : value
    ])
    const after = Object.fromEntries(left) as typeof before
    if (JSON.stringify(after) !== JSON.stringify(before))
      write.run(JSON.stringify({ ...after, erased: true }), ordinal)
  }
}
/** Of what a run learns from: what a person wrote. */
const freeWords: ReadonlySet<string> = new Set(['query', 'tag', 'subject'])

/** "Everything about Ana Souza" -> "Everything about …" */
export function nameWithout(name: string, words: ReadonlySet<string>): string {
  return withoutWords(name, new Set([...words].filter(tells)))
}

/** Within a transaction: the words leave the names. */
export function eraseFromNames(database: StoreDatabase, words: ReadonlySet<string>): void {
  for (const { place, row, rest } of namesHolding(database, words)) {
    const where = Object.keys(row).map((name) => `${name} = ?`)
    database.$client
      .prepare(`UPDATE ${place.table} SET ${place.column} = ? WHERE ${where.join(' AND ')}`)
      .run(rest, ...Object.values(row))
  }
}

/** Short words and numbers stand in names by chance. */
const tells = (word: string): boolean => word.length >= (/\p{L}/u.test(word) ? 3 : 5)

function withoutWords(text: string, words: ReadonlySet<string>): string {
  const rest = text.replaceAll(/[\p{L}\p{N}\p{M}]+/gu, (word) =>
    words.has(plainOf(word)) ? '…' : word
  )
  return rest === text ? text : rest.replaceAll(/…[\s…]*…/gu, '…')
}

function jsonWithoutWords(
  json: string,
  words: ReadonlySet<string>,
  within: ReadonlySet<string> | null
): string {
  return JSON.stringify(JSON.parse(json), (key, value: unknown) =>
    typeof value === 'string' && !isId(value) && (within?.has(key) ?? true)
      ? withoutWords(value, words)
      : value
  )
}

const plainOf = (word: string): string =>
  word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
