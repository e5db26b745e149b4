// Erasing: which records go, what is found of them elsewhere, and the plan that is followed to its end.
import { LetheError } from '../base/errors'
import { PairSet } from '../base/pairSet'
import { leastTermChars, spansOf, spanWords, termsOf, Traces } from '../base/traces'
import { wordsOfText } from '../base/wordReader'
import {
  erasureSchema,
  type EraseResult,
  type EraseStep,
  type Erasure,
  type FoundQuote,
  type QuotePlace
} from '../contract/erasing'
import type { StoreDatabase } from './database'
import { flagSetNumber, type FlagSetPlace } from './flagSets'
import { numberOf, searchTables } from './recordKeys'
import { recordSignatureReads, signatureAt } from './recordSignatures'
import {
  eraseFromLearnFrom,
  eraseFromNames,
  findInPlaces,
  nameWithout,
  namesWith,
  papersOf
} from './textPlaces'
import { addTombstones, type Comparable } from './tombstones'

/** What is to be done, without a word of the records. */
export interface ErasePlan {
  /** Runs with the records, and their ordinals in each. */
  caches: { runId: string; ordinals: number[] }[]
  /** Runs whose states go. */
  checkpoints: string[]
  models: string[] // ids of those that go
  keptModels: string[] // names of those that may hold them and stay
  quotes: QuotePlace[]
  kept: FoundQuote[]
  exportsOutside: string[]
  filesRemoved: number
  tombstones: number
  datasets: number[] // numbers
  /** Since when its tombstones catch nothing (store/keptOut); null: they do. */
  droppedAt?: number | null
}

/** `kept`: evidence and reports that stay though they name the records. */
export interface NewErasure extends Omit<
  ErasePlan,
  'caches' | 'tombstones' | 'datasets' | 'droppedAt'
> {
  id: string
  place: FlagSetPlace
  count: number
  keepNames: boolean
  at: number
}

interface Row {
  ordinal: number
  id: string
  flagSetId: string
  flagSetVersion: number
  records: number
  plan: string
  traces: Buffer | null
  step: EraseStep
  error: string | null
  result: string | null
  startedAt: number
  endedAt: number | null
}

/** What records say and said. */
interface ErasedText extends Comparable {
  number: number // of the dataset
  extra: string | null
  subject: string
}

const columns = `ordinal, id, flag_set_id AS flagSetId, flag_set_version AS flagSetVersion, records, plan,
  traces, step, error, result, started_at AS startedAt, ended_at AS endedAt`

function rowOf(database: StoreDatabase, id: string): Row {
  const row = database.$client
    .prepare<[string], Row>(`SELECT ${columns} FROM erasures WHERE id = ?`)
    .get(id)
  if (!row) throw new LetheError('notFound', { kind: 'erasure', id })
  return row
}

/** `running` is who runs it to tell. */
function erasureOf(row: Row): Erasure {
  const { error, result, endedAt, plan: _plan, traces: _traces, ordinal: _ordinal, ...rest } = row
  return erasureSchema.parse({
    ...{ ...rest, endedAt, done: 0, total: 0 },
    status: endedAt === null ? 'halted' : 'finished',
    error: error === null ? null : JSON.parse(error),
    result: result === null ? null : JSON.parse(result)
  })
}

/**
 * Keys of the records that go, in their order: the flagged ones, and all in any dataset, removed or
 * coming in, that say the same, by content or word by word.
 */
export function recordsToErase(database: StoreDatabase, { id, version }: FlagSetPlace): number[] {
  const { $client } = database
  const set = flagSetNumber(database, id)
  const flagged = $client
    .prepare<unknown[], number>(
      `SELECT key FROM flagged_records JOIN records ON records.id = flagged_records.id
       WHERE flag_set = ? AND version = ?`
    )
    .pluck()
    .all(set, version)
  const keys = new Set(flagged)
  const sameContent = $client
    .prepare<[number], number>(
      `SELECT key FROM records WHERE content_hash = (SELECT content_hash FROM records WHERE key = ?)`
    )
    .pluck()
  for (const key of flagged) for (const same of sameContent.all(key)) keys.add(same)
  for (const key of sameWords(database, [...keys])) keys.add(key)
  return [...keys].sort((a, b) => a - b)
}

/** Records whose signatures are the same, and then their words. */
function sameWords(database: StoreDatabase, keys: readonly number[]): number[] {
  const textAt = database.$client
    .prepare<[number], string>('SELECT text FROM records WHERE key = ?')
    .pluck()
  const normal = (text: string): string => wordsOfText(text).join(' ')
  const wanted = new Map<string, Set<string>>() // texts by signature
  for (const key of keys) {
    const signature = signatureAt(database.$client, key)
    if (!signature?.some((byte) => byte !== 0)) continue
    const name = signature.toString('base64')
    wanted.set(name, (wanted.get(name) ?? new Set()).add(normal(textAt.get(key)!)))
  }
  const signatures = [...wanted.keys()]
  const numbers = database.$client.prepare<[], number>('SELECT ordinal FROM datasets').pluck().all()
  const found: number[] = []
  for (const number of numbers) {
    for (const { key, signature } of recordSignatureReads.identical(database, {
      number,
      signatures
    })) {
      const text = textAt.get(key)
      if (text !== undefined && wanted.get(signature)!.has(normal(text))) found.push(key)
    }
  }
  return found
}

/** What the records say now and said before. */
function textsOf(database: StoreDatabase, keys: readonly number[]): ErasedText[] {
  const { $client } = database
  const now = $client.prepare<[number], { text: string; extra: string | null; subject: string }>(
    'SELECT text, extra, subject FROM records JOIN record_facts USING (key) WHERE key = ?'
  )
  const before = $client.prepare<
    [number],
    { text: string; subject: string; signature: Buffer | null }
  >('SELECT text, subject, signature FROM record_contents_before WHERE key = ?')
  return keys.flatMap((key) => {
    const number = numberOf(key)
    const own = now.get(key)!
    const signature = signedAs(signatureAt($client, key))
    return [
      { ...own, number, signature },
      ...before.all(key).map(({ text, subject, signature: earlier }) => ({
        ...{ text, subject, number, extra: null, signature: signedAs(earlier) }
      }))
    ]
  })
}

const signedAs = (signature: Buffer | null): string =>
  signature?.some((byte) => byte !== 0) ? signature.toString('base64') : ''

/** Words of the records that no other record holds. */
function wordsOfNobodyElse(
  texts: readonly ErasedText[],
  isElsewhere: (query: string) => boolean
): Set<string> {
  const words = new Set<string>()
  for (const { text, extra, subject } of texts)
    for (const part of [text, extra ?? '', subject])
      for (const word of wordsOfText(part)) words.add(word)
  return new Set([...words].filter((word) => !isElsewhere(`"${word}"`)))
}

/** Whether another record matches a query in the language of FTS5. */
function elsewhere(database: StoreDatabase, keys: readonly number[]): (query: string) => boolean {
  const { $client } = database
  const leaving = new Set(keys)
  const statements = searchTables(database).map((table) =>
    $client.prepare<[string], number>(`SELECT rowid FROM ${table} WHERE ${table} MATCH ?`).pluck()
  )
  return (query) => {
    for (const statement of statements)
      for (const key of statement.iterate(query)) if (!leaving.has(key)) return true
    return false
  }
}

/** Eight words in a row of these texts that no other record holds. */
function spansOfNobodyElse(
  texts: readonly ErasedText[],
  rare: ReadonlySet<string>,
  key: Traces['key'],
  isElsewhere: (query: string) => boolean
): PairSet {
  const found = new PairSet()
  const looked = new Set<string>()
  for (const { text, extra } of texts)
    for (const part of [text, extra ?? '']) {
      const words = wordsOfText(part)
      for (const [at, [first, second]] of spansOf(part, key).entries()) {
        const span = words.slice(at, at + spanWords)
        const phrase = `"${span.join(' ')}"`
        if (looked.has(phrase)) continue
        looked.add(phrase)
        if (span.some((word) => rare.has(word)) || !isElsewhere(phrase)) found.add(first, second)
      }
    }
  return found
}

function hashesOf(words: ReadonlySet<string>, key: Traces['key'], leastChars: number): PairSet {
  const found = new PairSet()
  for (const word of words)
    if (word.length >= leastChars)
      for (const [first, second] of termsOf(word, key)) found.add(first, second)
  return found
}

/** How many of these go from each dataset. */
function countsByDataset(
  database: StoreDatabase,
  keys: readonly number[]
): { id: string; name: string; removed: boolean; records: number }[] {
  const counts = new Map<number, number>()
  for (const key of keys) counts.set(numberOf(key), (counts.get(numberOf(key)) ?? 0) + 1)
  const named = database.$client.prepare<[number], { id: string; name: string; removed: number }>(
    'SELECT id, name, removed_at IS NOT NULL AS removed FROM datasets WHERE ordinal = ?'
  )
  return [...counts].map(([number, records]) => {
    const { id, name, removed } = named.get(number)!
    return { id, name, removed: removed === 1, records }
  })
}

/** Of each run, which of the records it has in its plan. */
function cachesOf(
  database: StoreDatabase,
  keys: readonly number[]
): { runId: string; ordinals: number[] }[] {
  const rows = database.$client
    .prepare<[string], { runId: string; record: number }>(
      `SELECT runs.id AS runId, record FROM records
       JOIN run_records ON run_records.id = records.id JOIN runs ON runs.ordinal = run
       WHERE records.key IN (SELECT value FROM json_each(?)) ORDER BY run, record`
    )
    .all(JSON.stringify(keys))
  const caches = new Map<string, number[]>()
  for (const { runId, record } of rows) caches.set(runId, [...(caches.get(runId) ?? []), record])
  return [...caches].map(([runId, ordinals]) => ({ runId, ordinals }))
}

export const erasureReads = {
  get: (database: StoreDatabase, id: string): Erasure => erasureOf(rowOf(database, id)),
  plan: (database: StoreDatabase, id: string): ErasePlan =>
    JSON.parse(rowOf(database, id).plan) as ErasePlan,
  /** In base64. */
  traces: (database: StoreDatabase, id: string): string =>
    rowOf(database, id).traces?.toString('base64') ?? '',
  /** Newest first. */
  list(database: StoreDatabase, flagSetId: string | null): Erasure[] {
    return database.$client
      .prepare<unknown[], Row>(
        `SELECT ${columns} FROM erasures WHERE :id IS NULL OR flag_set_id = :id ORDER BY ordinal DESC`
      )
      .all({ id: flagSetId })
      .map(erasureOf)
  },
  /** Ids of those that did not come to their end, the earliest first. */
  unfinished(database: StoreDatabase): string[] {
    return database.$client
      .prepare<[], string>('SELECT id FROM erasures WHERE ended_at IS NULL ORDER BY ordinal')
      .pluck()
      .all()
  },
  /** What would go, as far as the database knows. */
  preview(database: StoreDatabase, place: FlagSetPlace) {
    const keys = recordsToErase(database, place)
    const texts = textsOf(database, keys)
    const rare = wordsOfNobodyElse(texts, elsewhere(database, keys))
    const { key, spans } = Traces.fresh()
    for (const { text, extra } of texts)
      for (const part of [text, extra ?? ''])
        for (const [first, second] of spansOf(part, key)) spans.add(first, second)
    return {
      records: keys.length,
      datasets: countsByDataset(database, keys),
      earlierContents: texts.length - keys.length,
      caches: cachesOf(database, keys),
      quotes: findInPlaces(database, { key, spans, terms: new PairSet() }).quotes,
      names: namesWith(database, rare),
      papers: papersOf(database, rare),
      /** That papers are searched for, in base64. */
      traces: Buffer.from(
        new Traces(key, spans, hashesOf(rare, key, leastTermChars)).bytes()
      ).toString('base64')
    }
  }
}

export const erasureWrites = {
  /**
   * From here on it is followed to its end: the fingerprints are there, and what is looked for at the end
   * is known. Throws `eraseCountWrong`, `nothingToErase`.
   */
  begin(database: StoreDatabase, ask: NewErasure): Erasure {
    const { id, place, count, keepNames, at, quotes } = ask
    const { $client } = database
    return $client.transaction(() => {
      const keys = recordsToErase(database, place)
      if (keys.length === 0) throw new LetheError('nothingToErase')
      if (keys.length !== count) throw new LetheError('eraseCountWrong', { records: keys.length })
      const texts = textsOf(database, keys)
      const isElsewhere = elsewhere(database, keys)
      const rare = wordsOfNobodyElse(texts, isElsewhere)
      const traces = Traces.fresh()
      const all = {
        key: traces.key,
        spans: spansOfNobodyElse(texts, rare, traces.key, isElsewhere),
        terms: hashesOf(rare, traces.key, leastTermChars)
      }
      // What stays by choice is told, not looked for.
      const kept = findInPlaces(database, all, quotes)
      const wanted = new Traces(
        traces.key,
        without(all.spans, kept.spans),
        without(all.terms, kept.terms)
      )
      const papers = ask.kept.map((paper) =>
        keepNames ? paper : { ...paper, name: nameWithout(paper.name, rare) }
      )
      const plan: ErasePlan = {
        caches: cachesOf(database, keys),
        ...{ checkpoints: ask.checkpoints, models: ask.models, keptModels: ask.keptModels, quotes },
        kept: [...joined(kept.quotes, kept.mentions), ...papers],
        ...{ exportsOutside: ask.exportsOutside, filesRemoved: ask.filesRemoved },
        tombstones: addTombstones(database, texts, at),
        datasets: [...new Set(keys.map(numberOf))]
      }
      const { lastInsertRowid } = $client
        .prepare(
          `INSERT INTO erasures (id, flag_set_id, flag_set_version, records, plan, traces, step,
             started_at) VALUES (?, ?, ?, ?, ?, ?, 'tokens', ?)`
        )
        .run(id, place.id, place.version, keys.length, JSON.stringify(plan), wanted.bytes(), at)
      $client
        .prepare(
          `INSERT INTO erasure_records SELECT ?, key, id FROM records
           WHERE key IN (SELECT value FROM json_each(?))`
        )
        .run(lastInsertRowid, JSON.stringify(keys))
      if (!keepNames) eraseFromNames(database, rare)
      eraseFromLearnFrom(database, rare, all)
      return erasureOf(rowOf(database, id))
    })()
  },
  /** With ids that are looked for too, in base64. */
  addTraces(database: StoreDatabase, { id, traces }: { id: string; traces: string }): void {
    database.$client
      .prepare('UPDATE erasures SET traces = ? WHERE id = ?')
      .run(Buffer.from(traces, 'base64'), id)
  },
  reach(database: StoreDatabase, { id, step }: { id: string; step: EraseStep }): Erasure {
    database.$client
      .prepare('UPDATE erasures SET step = ?, error = NULL WHERE id = ?')
      .run(step, id)
    return erasureOf(rowOf(database, id))
  },
  halt(database: StoreDatabase, { id, error }: { id: string; error: string }): Erasure {
    database.$client.prepare('UPDATE erasures SET error = ? WHERE id = ?').run(error, id)
    return erasureOf(rowOf(database, id))
  },
  /** What was looked for goes. */
  finish(
    database: StoreDatabase,
    { id, result, at }: { id: string; result: EraseResult; at: number }
  ): Erasure {
    database.$client
      .prepare(
        `UPDATE erasures SET result = ?, ended_at = ?, traces = NULL, error = NULL WHERE id = ?`
      )
      .run(JSON.stringify(result), at, id)
    return erasureOf(rowOf(database, id))
  }
}

function without(all: PairSet, some: PairSet): PairSet {
  const left = new PairSet()
  const pairs = all.pairs()
  for (let at = 0; at < pairs.length; at += 2)
    if (!some.has(pairs[at]!, pairs[at + 1]!)) left.add(pairs[at]!, pairs[at + 1]!)
  return left
}

function joined(some: readonly FoundQuote[], others: readonly FoundQuote[]): FoundQuote[] {
  const byPlace = new Map([...some, ...others].map((it) => [`${it.kind} ${it.id}`, it]))
  return [...byPlace.values()]
}
