// Records that are to be forgotten: flagged in named sets, with what they reached so far.
import { access } from 'node:fs/promises'
import { LetheError } from '../base/errors'
import { newId } from '../base/ids'
import type { Dataset } from '../contract/datasets'
import type {
  FlaggedRecord,
  FlagMode,
  FlagSet,
  FlagSetVersion,
  FlagSource,
  Reach,
  ReachedModel
} from '../contract/forgetting'
import type { Store } from '../store/client'
import type { FlaggedUse } from '../store/flaggedUses'
import type { FlagSetPlace } from '../store/flagSets'
import type { StoredRun } from '../store/runs'
import type { Changes } from './changes'
import type { Datasets } from './datasets'

const longestName = 120

export class FlagSets {
  constructor(
    private readonly store: Store,
    private readonly datasets: Datasets,
    private readonly changes: Changes
  ) {}

  async list(dataset: string | undefined, removed: boolean): Promise<FlagSet[]> {
    const id = dataset === undefined ? null : (await this.datasets.find(dataset)).id
    const sets = await this.store.read.flagSets.list({ removed })
    return sets.filter(({ datasetId }) => id === null || datasetId === id)
  }

  async flag(ask: {
    dataset: string
    records: FlagSource
    name?: string | undefined
    reason: string
    requester: string
  }): Promise<FlagSet> {
    const { records, reason, requester } = ask
    const dataset = await this.datasets.find(ask.dataset)
    return this.#changed(
      await this.store.write.flagSets.add({
        ...{ id: newId(), datasetId: dataset.id, number: dataset.number, at: Date.now() },
        ...{ name: ask.name ?? usualName(records, dataset), mode: 'add', records },
        ...{ reason, requester }
      })
    )
  }

  async revise(ask: {
    flagSet: string
    mode: FlagMode
    records: FlagSource
    reason?: string | undefined
    requester?: string | undefined
  }): Promise<FlagSet> {
    const { mode, records } = ask
    const before = await this.store.read.flagSets.get(ask.flagSet)
    const { number } = await this.store.read.datasets.get(before.datasetId)
    return this.#changed(
      await this.store.write.flagSets.revise({
        ...{ id: before.id, number, mode, records, at: Date.now() },
        ...{ reason: ask.reason ?? before.reason, requester: ask.requester ?? before.requester }
      })
    )
  }

  versions(id: string): Promise<FlagSetVersion[]> {
    return this.store.read.flagSets.versions(id)
  }

  async records(ask: {
    flagSet: string
    version?: number | undefined
    after: number
    limit: number
  }): Promise<FlaggedRecord[]> {
    const { after, limit } = ask
    const { id, version } = await this.place(ask.flagSet, ask.version)
    return this.store.read.flagSets.records({ id, version, after, limit })
  }

  async rename(id: string, name: string): Promise<FlagSet> {
    return this.#changed(await this.store.write.flagSets.rename({ id, name }))
  }

  async remove(id: string): Promise<FlagSet> {
    return this.#changed(await this.store.write.flagSets.remove({ id, at: Date.now() }))
  }

  async restore(id: string): Promise<FlagSet> {
    return this.#changed(await this.store.write.flagSets.restore(id))
  }

  /** A version of a set, usually its latest. Throws `notFound`. */
  async place(
    wanted: string,
    version?: number
  ): Promise<FlagSetPlace & { name: string; records: number }> {
    const { id, name, ...latest } = await this.store.read.flagSets.get(wanted)
    if (version === undefined || version === latest.version)
      return { id, name, version: latest.version, records: latest.records }
    const found = (await this.versions(id)).find((it) => it.version === version)
    if (!found) throw new LetheError('notFound', { kind: 'flagSet', id: `${name} ${version}` })
    return { id, name, version, records: found.records }
  }

  /** Runs that had to do with the records, what they made, and what came of that. */
  async reach(wanted: string, version?: number): Promise<Reach> {
    const place = await this.place(wanted, version)
    const [uses, runs, sameText] = await Promise.all([
      this.store.read.flaggedUses.ofRuns(place),
      this.store.read.runs.all(),
      this.#sameText(place)
    ])
    const byRun = new Map(uses.map((use) => [use.runId, use]))
    const models = await this.#models(runs, byRun)
    const ids = models.map(({ modelId }) => modelId)
    const answered = await this.store.read.flaggedUses.conversations(ids)
    return {
      records: place.records,
      runs: runs.flatMap((run) => {
        const use = byRun.get(run.id)
        if (!use) return []
        const { times, firstStep, lastStep } = use
        return {
          ...{ runId: run.id, runName: run.name, status: run.status, times, firstStep, lastStep },
          ...{ learned: use.learned.length, keptOut: use.keptOut.length },
          depends: firstDependence(run, use) !== null
        }
      }),
      models: models.map((model) => ({
        ...model,
        conversations:
          answered.byModel.find(({ modelId }) => modelId === model.modelId)?.conversations ?? 0
      })),
      exports: await this.#exports(ids),
      conversations: answered.all,
      sameText
    }
  }

  /** Made by runs that depend on the records, or begun with a model that was. */
  async #models(
    runs: readonly StoredRun[],
    uses: ReadonlyMap<string, FlaggedUse>
  ): Promise<Omit<ReachedModel, 'conversations'>[]> {
    const rows = new Map((await this.store.read.models.all()).map((model) => [model.id, model]))
    const found = new Map<string, Omit<ReachedModel, 'conversations'>>()
    // Runs are in the order in which they were begun: a model is there before its descendants.
    for (const run of runs) {
      const { resultModelId: modelId } = run
      if (modelId === null) continue
      const use = uses.get(run.id)
      const isDirect = use !== undefined && firstDependence(run, use) !== null
      if (!isDirect && !found.has(run.modelId)) continue
      const model = rows.get(modelId)
      found.set(modelId, {
        ...{ modelId, modelName: model?.name ?? run.name, runId: run.id, parentId: run.modelId },
        ...{ removed: model?.removedAt !== null, adapter: run.settings.method.type === 'lora' },
        through: isDirect ? null : run.modelId
      })
    }
    return [...found.values()]
  }

  async #exports(modelIds: readonly string[]): Promise<Reach['exports']> {
    const exports = await this.store.read.runs.exports(modelIds)
    return Promise.all(
      exports.map(async (it) => ({
        ...it,
        there: await access(it.path).then(
          () => true,
          () => false
        )
      }))
    )
  }

  async #sameText(place: FlagSetPlace): Promise<Reach['sameText']> {
    const { count, first } = await this.store.read.flaggedUses.sameText(place)
    const datasets = await this.store.read.datasets.list({ removed: false })
    return {
      count,
      first: first.flatMap(({ datasetNumber, ordinal }) => {
        const dataset = datasets.find(({ number }) => number === datasetNumber)
        return dataset ? [{ datasetId: dataset.id, datasetName: dataset.name, ordinal }] : []
      })
    }
  }

  #changed(flagSet: FlagSet): FlagSet {
    this.changes.publish('flagSets', flagSet.id)
    return flagSet
  }
}

/**
 * Steps behind the run when what it makes first depends on the records; null: it does not. What it only
 * measures with decides where the best state is taken, or where patience ends it: from the first
 * measurement on.
 */
export function firstDependence(run: StoredRun, use: FlaggedUse): number | null {
  const { keepBest, patience } = run.settings
  const isJudge = use.keptOut.length > 0 && (keepBest || patience !== null)
  return isJudge && run.evaluationLoss !== null ? 0 : use.firstStep
}

/** What its records were found by. */
function usualName(source: FlagSource, { name }: Pick<Dataset, 'name'>): string {
  const words =
    'filter' in source ? [source.filter.subject, source.filter.query, source.filter.tag] : []
  const found = words.find((it) => it !== null && it.trim() !== '')
  return (found?.trim() ?? name).slice(0, longestName)
}
