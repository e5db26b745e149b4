// Which trainings read a record, when and how often, and what came of them: models, their descendants,
// exports.
import { LetheError } from '../base/errors'
import type { Lineage, LineageQuestion, RecordUse, StepRecord } from '../contract/training'
import type { Store } from '../store/client'
import type { FoundRecord, FoundUse } from '../store/runRecords'
import type { StoredRun } from '../store/runs'
import type { Datasets } from './datasets'
import type { EnginePool } from './engines'

export class LineageKeeper {
  constructor(
    private readonly store: Store,
    private readonly datasets: Datasets,
    private readonly engines: EnginePool
  ) {}

  /** Records that are gone from their dataset are found too, by what the trainings kept of them. */
  async ask(question: LineageQuestion): Promise<Lineage> {
    const { records, uses } = await this.#find(question)
    const runs = await this.store.read.runs.all()
    const byId = new Map(runs.map((run) => [run.id, run]))
    const known = new Map<string, Lineage['records'][number]>()
    const datasets = (
      await Promise.all([false, true].map((removed) => this.store.read.datasets.list({ removed })))
    ).flat()
    for (const record of records) {
      const dataset = datasets.find(({ number }) => number === record.datasetNumber)
      known.set(record.recordId, {
        ...{ recordId: record.recordId, ordinal: record.ordinal, contentHash: record.contentHash },
        ...{ datasetId: dataset?.id ?? '', datasetName: dataset?.name ?? '' }
      })
    }
    const used: RecordUse[] = []
    for (const use of uses) {
      const run = byId.get(use.runId)
      if (!run) continue
      used.push(useOf(use, run))
      if (!known.has(use.recordId))
        known.set(use.recordId, {
          ...{ recordId: use.recordId, ordinal: use.ordinal, contentHash: use.contentHash },
          ...{ datasetId: run.datasetId, datasetName: run.datasetName }
        })
    }
    const seeing = new Set(used.filter(({ times }) => times > 0).map(({ runId }) => runId))
    const models = await this.#models(runs, seeing)
    const exports = await this.store.read.runs.exports(models.map(({ modelId }) => modelId))
    return { records: [...known.values()], runs: used, models, exports }
  }

  async stepRecords(id: string, step: number): Promise<StepRecord[]> {
    const { epochStarts, steps } = await this.store.read.runs.get(id)
    if (step >= steps) return []
    const epoch = epochStarts.filter((start) => start <= step).length
    return this.store.read.runRecords.ofStep({ id, step, epoch })
  }

  async #find(question: LineageQuestion): Promise<{ records: FoundRecord[]; uses: FoundUse[] }> {
    const { runRecords } = this.store.read
    if ('text' in question) {
      const { text } = question
      const records = await runRecords.found({ text })
      const hashes = new Set(records.map(({ contentHash }) => contentHash))
      hashes.add(await this.#contentHash(text))
      const uses = await Promise.all([...hashes].map((hash) => runRecords.byContent(hash)))
      return { records, uses: uses.flat() }
    }
    const recordId =
      'recordId' in question
        ? question.recordId
        : (await this.datasets.record(question.dataset, question.ordinal)).id
    const records = await runRecords.found({ id: recordId })
    const uses = await runRecords.byRecordId(recordId)
    if (records.length === 0 && uses.length === 0)
      throw new LetheError('notFound', { kind: 'record', id: recordId })
    return { records, uses }
  }

  /** Of a record that is this text alone. */
  async #contentHash(text: string): Promise<string> {
    const contentKey = await this.store.write.folderKeys.content()
    const parts = [{ role: 'text' as const, text }]
    const derived = await this.engines.run({ type: 'deriveRecord', parts, contentKey })
    return derived.contentHash
  }

  /** Made by runs that read the record, or begun with a model that was. */
  async #models(runs: readonly StoredRun[], seeing: Set<string>): Promise<Lineage['models']> {
    const rows = new Map((await this.store.read.models.all()).map((model) => [model.id, model]))
    const found = new Map<string, Lineage['models'][number]>()
    // Runs are in the order in which they were begun: a model is there before its descendants.
    for (const run of runs) {
      const { resultModelId: modelId } = run
      if (modelId === null) continue
      const direct = seeing.has(run.id)
      if (!direct && !found.has(run.modelId)) continue
      const model = rows.get(modelId)
      found.set(modelId, {
        ...{ modelId, modelName: model?.name ?? run.name, runId: run.id },
        removed: model?.removedAt !== null,
        relation: direct ? 'trained' : 'descendant',
        through: direct ? null : run.modelId
      })
    }
    return [...found.values()]
  }
}

function useOf(use: FoundUse, run: StoredRun): RecordUse {
  const done = use.steps.filter((step) => step < run.step)
  return {
    ...{ runId: run.id, runName: run.name, status: run.status, startedAt: run.startedAt },
    ...{ recordId: use.recordId, ordinal: use.ordinal },
    ...{ datasetId: run.datasetId, datasetName: run.datasetName },
    times: new Set(done).size,
    ...{ firstStep: done[0] ?? null, lastStep: done.at(-1) ?? null, keptOut: use.keptOut }
  }
}
