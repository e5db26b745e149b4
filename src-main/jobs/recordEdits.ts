// Changes of the records of datasets: texts, tags and splits; each can be undone.
import type {
  Dataset,
  DatasetChange,
  RecordPart,
  RecordSelection,
  RecordSplit
} from '../contract/datasets'
import type { Store } from '../store/client'
import type { Changed } from '../store/recordChanges'
import type { Datasets } from './datasets'
import type { EnginePool } from './engines'

type Told = Promise<{ dataset: Dataset; change: DatasetChange | null }>

export class RecordEdits {
  constructor(
    private readonly store: Store,
    private readonly engines: EnginePool,
    private readonly datasets: Datasets
  ) {}

  async edit(ask: {
    dataset: string
    ordinal: number
    parts: RecordPart[]
    subject: string | null
  }): Told {
    const { dataset, ordinal, parts, subject } = ask
    const { id } = await this.datasets.find(dataset)
    const contentKey = await this.store.write.folderKeys.content()
    const record = await this.engines.run({ type: 'deriveRecord', parts, contentKey }, {})
    return this.#told({ id, ordinal, record, subject }, this.store.write.recordChanges.edit)
  }

  async tag(ask: { dataset: string; selection: RecordSelection; tag: string; set: boolean }): Told {
    const { dataset, ...rest } = ask
    const { id } = await this.datasets.find(dataset)
    return this.#told({ ...rest, id }, this.store.write.recordChanges.tag)
  }

  async setSplit(ask: {
    dataset: string
    selection: RecordSelection
    split: RecordSplit | null
  }): Told {
    const { dataset, ...rest } = ask
    const { id } = await this.datasets.find(dataset)
    return this.#told({ ...rest, id }, this.store.write.recordChanges.setSplit)
  }

  async assignSplits(ask: {
    dataset: string
    shares: Record<RecordSplit, number>
    seed: number
  }): Told {
    const { dataset, ...rest } = ask
    const { id } = await this.datasets.find(dataset)
    return this.#told({ ...rest, id }, this.store.write.recordChanges.assignSplits)
  }

  async undo({ dataset, version }: { dataset: string; version: number }): Told {
    const { id } = await this.datasets.find(dataset)
    return this.#told({ id, version }, this.store.write.recordChanges.undo)
  }

  async #told<Ask extends object>(
    ask: Ask,
    write: (ask: Ask & { at: number }) => Promise<Changed>
  ): Told {
    const { dataset, change } = await write({ ...ask, at: Date.now() })
    return { dataset: change ? this.datasets.changed(dataset) : dataset, change }
  }
}
