// Changes of the records of datasets: texts, tags and splits; each can be undone. Those of one dataset are
// made one after the other.
import { LetheError } from '../base/errors'
import type { Log } from '../base/log'
import type { Dataset, RecordChangeEvent } from '../contract/datasets'
import {
  recordFilterSchema,
  type DatasetChange,
  type RecordPart,
  type RecordSelection,
  type RecordSplit
} from '../contract/records'
import type { Store } from '../store/client'
import type { Changed, MarkChange, OpenChange } from '../store/recordMarks'
import { ClosingWork } from './closingWork'
import type { Datasets } from './datasets'
import type { EnginePool } from './engines'
import type { EraseGate } from './eraseGate'
import { streamWork } from './streamWork'

/** Records that are changed before others may write again: some 20 ms. */
const stepRecords = 2500

type Told = Promise<{ dataset: Dataset; change: DatasetChange | null }>
type Events = AsyncGenerator<RecordChangeEvent>
type Progress = Extract<RecordChangeEvent, { type: 'progress' }>

interface Marks {
  kind: DatasetChange['kind']
  change: MarkChange
  /** null: those that the undone change touched. */
  selection: RecordSelection | null
}

export class RecordEdits {
  readonly #work = new ClosingWork()
  /** The last change of each dataset, by its number; never rejected. */
  readonly #last = new Map<number, Promise<unknown>>()
  /** What ends the changes of many records that are under way or wait, by the dataset's id. */
  readonly #cancels = new Map<string, Set<AbortController>>()

  constructor(
    private readonly store: Store,
    private readonly engines: EnginePool,
    private readonly datasets: Datasets,
    private readonly gate: EraseGate,
    private readonly log: Log
  ) {}

  /** In the background: takes back what a killed app had begun. Changes that are asked for wait for it. */
  async recover(): Promise<void> {
    for (const { number } of await this.store.read.recordMarks.unfinished()) {
      void this.#work.track(this.#inTurn(number, async () => {})).catch((error: unknown) => {
        this.log.error({ err: error, number }, 'a change of records could not be taken back')
      })
    }
  }

  async edit(ask: {
    dataset: string
    ordinal: number
    parts: RecordPart[]
    subject: string | null
    allowForgotten: boolean
  }): Told {
    this.gate.pass()
    const { dataset, ordinal, parts, subject, allowForgotten } = ask
    const { id, number } = await this.datasets.find(dataset)
    const contentKey = await this.store.write.folderKeys.content()
    const record = await this.engines.run({ type: 'deriveRecord', parts, contentKey }, {})
    const edited = { id, ordinal, record, subject, allowForgotten, at: Date.now() }
    return this.#told(await this.#inTurn(number, () => this.store.write.recordChanges.edit(edited)))
  }

  tag(
    ask: { dataset: string; selection: RecordSelection; tag: string; set: boolean },
    signal?: AbortSignal
  ): Events {
    const { dataset, selection, tag, set } = ask
    const change = { type: 'tag', tag, set } as const
    return this.#marked(dataset, { kind: set ? 'tag' : 'untag', change, selection }, signal)
  }

  setSplit(
    ask: { dataset: string; selection: RecordSelection; split: RecordSplit | null },
    signal?: AbortSignal
  ): Events {
    const { dataset, selection, split } = ask
    return this.#marked(
      dataset,
      { kind: 'split', change: { type: 'split', split }, selection },
      signal
    )
  }

  assignSplits(
    ask: { dataset: string; shares: Record<RecordSplit, number>; seed: number },
    signal?: AbortSignal
  ): Events {
    const { dataset, shares, seed } = ask
    const selection = { filter: recordFilterSchema.parse({}) }
    const change = { type: 'shares', shares, seed } as const
    return this.#marked(dataset, { kind: 'split', change, selection }, signal)
  }

  async *undo(ask: { dataset: string; version: number }, signal?: AbortSignal): Events {
    this.gate.pass()
    const { version } = ask
    const { id, number } = await this.datasets.find(ask.dataset)
    if (await this.store.read.recordChanges.changedTexts({ number, version })) {
      const undone = await this.#inTurn(number, () =>
        this.store.write.recordChanges.undo({ id, version, at: Date.now() })
      )
      yield { type: 'done', ...this.#told(undone) }
      return
    }
    const change = { type: 'undo', version } as const
    yield* this.#marked(id, { kind: 'undo', change, selection: null }, signal)
  }

  /** Ends the changes of many records of a dataset: those who wait for them hear `cancelled`. */
  async cancel(dataset: string): Promise<void> {
    const id = this.#cancels.has(dataset) ? dataset : (await this.datasets.find(dataset)).id
    for (const controller of this.#cancels.get(id) ?? []) controller.abort()
  }

  /** A change under way stays where it is and is taken back after the next start. */
  close(): Promise<void> {
    return this.#work.close()
  }

  async *#marked(dataset: string, marks: Marks, signal?: AbortSignal): Events {
    this.gate.pass()
    const { id, number } = await this.datasets.find(dataset)
    const controller = new AbortController()
    const cancels = this.#cancels.get(id) ?? new Set()
    this.#cancels.set(id, cancels.add(controller))
    const cancelled = signal ? AbortSignal.any([signal, controller.signal]) : controller.signal
    try {
      const changed = yield* streamWork<Progress, Changed>(
        (report, aborted) => {
          const work = (): Promise<Changed> => this.#mark(id, number, marks, report, aborted)
          return this.#work.track(this.#inTurn(number, work))
        },
        (_waiting, latest) => [latest],
        this.#work.until(cancelled)
      )
      yield { type: 'done', ...this.#told(changed) }
    } finally {
      cancels.delete(controller)
      if (cancels.size === 0) this.#cancels.delete(id)
    }
  }

  async #mark(
    id: string,
    number: number,
    { kind, change, selection }: Marks,
    report: (progress: Progress) => void,
    signal: AbortSignal
  ): Promise<Changed> {
    if (signal.aborted) throw new LetheError('cancelled')
    const ordinals = await this.#ordinals(number, change, selection)
    const open = await this.store.write.recordMarks.begin(id)
    try {
      let records = 0
      for (let at = 0; at < ordinals.length; at += stepRecords) {
        if (signal.aborted) throw new LetheError('cancelled')
        const some = ordinals.slice(at, at + stepRecords)
        records += await this.store.write.recordMarks.step({ ...open, ordinals: some, change })
        report({ type: 'progress', done: at + some.length, total: ordinals.length })
      }
      const at = Date.now()
      return await this.store.write.recordMarks.finish({ ...open, id, kind, records, at })
    } catch (error) {
      if (!this.#work.until().aborted) await this.#takeBack(id, open)
      throw error
    }
  }

  async #ordinals(
    number: number,
    change: MarkChange,
    selection: RecordSelection | null
  ): Promise<Uint32Array> {
    const { recordMarks } = this.store.read
    if (selection && 'ordinals' in selection) {
      return Uint32Array.from(new Set(selection.ordinals)).sort()
    }
    if (selection) return recordMarks.matching({ number, filter: selection.filter })
    return change.type === 'undo'
      ? recordMarks.touched({ number, version: change.version })
      : new Uint32Array()
  }

  async #takeBack(id: string, open: OpenChange): Promise<void> {
    const { number, version } = open
    const ordinals = await this.store.read.recordMarks.touched({ number, version })
    for (let at = 0; at < ordinals.length; at += stepRecords) {
      if (this.#work.until().aborted) return
      const some = ordinals.slice(at, at + stepRecords)
      await this.store.write.recordMarks.takeBack({ ...open, ordinals: some })
    }
    await this.store.write.recordMarks.abandon(number)
    this.datasets.tellChanged(id)
  }

  /** One change of a dataset at a time, after what was left half-done was taken back. */
  #inTurn<T>(number: number, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(number) ?? Promise.resolve()
    const mine = before.then(async () => {
      const unfinished = await this.store.read.recordMarks.unfinished()
      const left = unfinished.find((it) => it.number === number)
      if (left) await this.#takeBack(left.id, { number, version: left.version })
      return work()
    })
    const settled = mine
      .catch(() => {}) // whoever asked for it hears of it
      .finally(() => {
        if (this.#last.get(number) === settled) this.#last.delete(number)
      })
    this.#last.set(number, settled)
    return mine
  }

  #told({ dataset, change }: Changed): { dataset: Dataset; change: DatasetChange | null } {
    return { dataset: change ? this.datasets.changed(dataset) : dataset, change }
  }
}
