// Balanced sets to fine-tune on, from what an audit found: both sentences of its pairs, or a dataset with the
// words of groups exchanged. In either each group stands as often as the one it stands against. Written beside
// the database and imported like any file.
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writeError, LetheError } from '../base/errors'
import { isHeldOut } from '../base/heldOutGroups'
import { newId } from '../base/ids'
import { exchangesOf, ExchangeTable } from '../bias/exchange'
import { changedShare, swapFault } from '../bias/swaps'
import type { AuditItem, ReviewedItem } from '../contract/bias'
import type { BalancedSet, BalanceSource, unbalancedWhys } from '../contract/biasActions'
import { BiasTexts } from '../contract/biasTexts/biasText'
import type { Language } from '../contract/quantities'
import type { DatasetRecord } from '../contract/records'
import type { StoredDataset } from '../store/datasets'
import type { Audits } from './audits'
import { exportedLine, type Datasets } from './datasets'
import { chosenItems, titleOf, type Finding } from './findings'
import type { DatasetImports } from './importDataset'
import { removeFolder } from './modelFiles'

/** As the suite of a person's own pairs has it: more is not a pair that differs in the group alone. */
const mostChanged = 0.5
const mostTold = 100

type Why = (typeof unbalancedWhys)[number]
type Ask = Finding & {
  source: BalanceSource
  language: Language
  name?: string | undefined
}

/** What goes into the file, and what is told of it. */
interface Written {
  lines: AsyncIterable<string> | Iterable<string>
  told: Omit<BalancedSet, 'dataset' | 'forgotten'>
}

export class BalancedSets {
  constructor(
    private readonly audits: Audits,
    private readonly datasets: Datasets,
    private readonly imports: DatasetImports,
    private readonly stagingFolder: string
  ) {}

  /** Throws what `bias.balance` of the contract says. */
  async make(ask: Ask, signal?: AbortSignal): Promise<BalancedSet> {
    const { source, language, axis, name } = ask
    const { audit, items } = await this.audits.finishedWithItems(ask.audit)
    const chosen = chosenItems(items, ask)
    const from = source.by === 'dataset' ? await this.datasets.find(source.dataset) : null
    const written =
      source.by === 'items'
        ? ofItems(chosen)
        : this.#ofDataset(from!, tableOf(chosen, source.words), signal)
    const texts = new BiasTexts(language, audit.suite)
    const title = titleOf(audit, this.audits.suites(), language)
    const usual = texts.balancedName(texts.finding(title, axis ?? null))
    const folder = join(this.stagingFolder, newId())
    const path = join(folder, 'balanced.jsonl')
    try {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        const file = createWriteStream(path, { flags: 'wx', mode: 0o600 })
        await pipeline(Readable.from(written.lines), file, { ...(signal && { signal }) })
      } catch (error) {
        if (signal?.aborted) throw new LetheError('cancelled')
        throw writeError(error, path)
      }
      if (written.told.pairs === 0)
        throw new LetheError('nothingToBalance', {
          suite: audit.suite,
          items: source.by === 'items' ? chosen.length : from!.records
        })
      const { dataset, forgotten } = await this.imports.keep(
        path,
        name ?? usual.slice(0, 120),
        {
          ...{ type: 'balanced', auditId: audit.id, modelName: audit.modelName },
          ...{ suite: audit.suite, axis: axis ?? null, from: source.by },
          datasetId: from?.id ?? null
        },
        signal
      )
      return { dataset, ...written.told, forgotten: forgotten.leftOut }
    } finally {
      await removeFolder(folder)
    }
  }

  #ofDataset(dataset: StoredDataset, table: ExchangeTable, signal?: AbortSignal): Written {
    const counts = table.exchanges.map((): [number, number] => [0, 0])
    const told: Written['told'] = {
      ...{ pairs: 0, unpaired: 0, heldOut: null },
      swaps: table.exchanges.map((exchange) => ({ ...exchange, firstCount: 0, secondCount: 0 })),
      leftOut: { count: 0, first: [] }
    }
    const { datasets } = this
    async function* lines(): AsyncGenerator<string> {
      for await (const records of datasets.recordsOf(dataset.number)) {
        if (signal?.aborted) throw new LetheError('cancelled')
        for (const record of records) {
          const { ordinal } = record
          const found = exchangedRecord(record, table)
          if (found === null) {
            told.unpaired++
            yield exportedLine(record)
          } else if ('fault' in found)
            leaveOut(told, { place: String(ordinal), why: found.fault, detail: found.detail })
          else {
            told.pairs++
            for (const { text } of [record, found])
              for (const [at, [first, second]] of table.counts(text).entries()) {
                counts[at]![0] += first
                counts[at]![1] += second
              }
            yield exportedLine(record) + exportedLine(found)
          }
        }
      }
      told.swaps = table.exchanges
        .map((exchange, at) => ({
          ...{ ...exchange, firstCount: counts[at]![0], secondCount: counts[at]![1] }
        }))
        .filter(({ firstCount, secondCount }) => firstCount + secondCount > 0)
    }
    return { lines: lines(), told }
  }
}

/** The record in other words, part by part; null: it names no group. */
function exchangedRecord(record: DatasetRecord, table: ExchangeTable) {
  const { text, layout, language } = record
  let start = 0
  let isChanged = false
  const parts: { role: (typeof layout)[number][0]; text: string }[] = []
  for (const [role, length] of layout) {
    const own = text.slice(start, start + length)
    start += length + 1
    const found = table.exchanged(own, language)
    if (found && 'fault' in found) return found
    isChanged ||= found !== null
    parts.push({ role, text: found?.text ?? own })
  }
  if (!isChanged) return null
  return {
    ...record,
    text: parts.map((part) => part.text).join('\n'),
    layout: parts.map(({ role, text: said }): [typeof role, number] => [role, said.length])
  }
}

/** Both sentences of each pair whose group is not held out. */
function ofItems(items: readonly ReviewedItem[]): Written {
  const told: Written['told'] = {
    ...{ pairs: 0, unpaired: 0, swaps: [], leftOut: { count: 0, first: [] } },
    heldOut: { groups: 0, items: 0 }
  }
  const heldOut = items.filter(({ group }) => isHeldOut(group))
  told.heldOut = {
    ...{ items: heldOut.length, groups: new Set(heldOut.map(({ group }) => group)).size }
  }
  const lines: string[] = []
  for (const item of items) {
    if (isHeldOut(item.group)) continue
    const pair = pairOf(item)
    const why = pair === null ? 'noPair' : faultOf(pair)
    if (pair === null || why !== null) {
      const detail = pair === null ? '' : (swapFault(pair[0], pair[1]) ?? pair[1])
      leaveOut(told, { place: item.id, why: why ?? 'noPair', detail: detail.slice(0, 200) })
      continue
    }
    told.pairs++
    const about = { item: item.id, axis: item.axis, group: item.group }
    for (const text of pair) lines.push(`${JSON.stringify({ text, ...about })}\n`)
  }
  return { lines, told }
}

/** Two sentences that stand against each other; null: the item is something else. */
function pairOf({ texts }: AuditItem): [string, string] | null {
  const [first, second, ...more] = texts.filter(({ role }) => role !== 'unrelated')
  return first && second && more.length === 0 ? [first.text, second.text] : null
}

function faultOf([first, second]: readonly [string, string]): Why | null {
  if (first === second || changedShare(first, second) > mostChanged) return 'notAlike'
  return swapFault(first, second) === null ? null : 'grammar'
}

function tableOf(
  items: readonly ReviewedItem[],
  words: readonly (readonly [string, string])[]
): ExchangeTable {
  const pairs = items.flatMap((item) => {
    const pair = pairOf(item)
    return pair && faultOf(pair) === null ? [pair] : []
  })
  return new ExchangeTable(exchangesOf(pairs, words))
}

function leaveOut(
  { leftOut }: Written['told'],
  found: BalancedSet['leftOut']['first'][number]
): void {
  leftOut.count++
  if (leftOut.first.length < mostTold) leftOut.first.push(found)
}
