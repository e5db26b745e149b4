// Evidence that is asked for: in the queue with the trainings, one at a time, kept until a person removes
// it. What was cut off goes on by itself where the app stays open.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileError, LetheError } from '../base/errors'
import { newId } from '../base/ids'
import { valueReason } from '../base/valueReasons'
import type { EvidenceCost } from '../contract/evidenceCost'
import {
  usualEvidenceExtent,
  type EvidenceAsk,
  type EvidenceChoice,
  type EvidenceEntry,
  type EvidenceStatus
} from '../contract/evidenceEntries'
import { evidenceFileSchema, type EvidenceFile } from '../contract/evidenceFile'
import { usualEvidenceSettings } from '../contract/evidenceRequest'
import { isUnfinished } from '../contract/training'
import type { EvidenceChanges, StoredEvidence } from '../store/evidence'
import type { Changes } from './changes'
import { evidenceResultFile } from './evidence'
import { askedItems } from './evidenceAsked'
import { evidenceCost } from './evidenceCost'
import type { ComparedModels } from './evidenceModels'
import { EvidenceWork, type EvidenceWorkParts } from './evidenceWork'
import { removeFolder } from './modelFiles'
import type { Replays } from './replays'
import type { QueuedWork, WorkQueue } from './workQueue'

export class Evidences {
  /** Those that are taken when their turn comes. */
  readonly #queued = new Set<string>()
  readonly #atWork = new Map<string, { work: EvidenceWork; ended: Promise<void> }>()

  constructor(
    private readonly parts: EvidenceWorkParts,
    private readonly replays: Replays,
    private readonly changes: Changes,
    private readonly workQueue: WorkQueue
  ) {
    workQueue.add({ ready: () => this.#ready() })
  }

  get running(): number {
    return this.#atWork.size
  }

  /** What the first is about that is taken now or waits its turn; null: none. */
  async underWay(): Promise<string | null> {
    const listed = await this.#listed()
    const first = listed.find(({ status }) => status === 'waiting' || status === 'running')
    return first?.flagSetName ?? null
  }

  /** What waited or was cut off goes on, in its old order. */
  async resumeInterrupted(): Promise<void> {
    for (const evidence of await this.#listed()) {
      const { id, status, interrupted } = evidence
      if (status === 'paused' && interrupted) await this.#changed(id, { status: 'waiting' })
      else if (status !== 'waiting') continue
      this.#queued.add(id)
      this.#tell(id)
    }
    void this.workQueue.next()
  }

  /** Throws what `evidence.take` of the contract says. */
  async take({ of, makeReference, choice }: EvidenceAsk): Promise<EvidenceEntry> {
    this.parts.gate.pass()
    const { store, models } = this.parts
    const found = await models.find(of)
    const { flagSet, original, unlearned, reference, runId } = found
    const masked = [original, unlearned, reference].find((it) => it?.chat === 'fill')
    if (masked) throw new LetheError('evidenceNotForMasked', { model: masked.name })
    let { referenceRunId } = found
    if (!reference && referenceRunId === null && (!makeReference || runId === null))
      throw new LetheError('noReference', { model: unlearned.name, flagSet: flagSet.name })
    const whole = await this.#whole(choice)
    // What cannot be said beforehand is taken all the same, or fails with its reason.
    const cost = await this.#cost(found, whole).catch((error: unknown) => {
      if (error instanceof LetheError) return null
      throw error
    })
    if (!reference && referenceRunId === null && runId !== null)
      referenceRunId = (await this.replays.retrain(runId)).run.id
    const { reason, requester } =
      (await store.read.flagSets.versions(flagSet.id)).find(
        ({ version }) => version === flagSet.version
      ) ?? (await store.read.flagSets.get(flagSet.id))
    const at = Date.now()
    const stored = await store.write.evidence.add({
      ...{ id: newId(), flagSetId: flagSet.id, flagSetName: flagSet.name },
      ...{ flagSetVersion: flagSet.version, records: flagSet.records, runId, referenceRunId },
      models: {
        original: { id: original.id, name: original.name },
        unlearned: { id: unlearned.id, name: unlearned.name },
        reference: reference && { id: reference.id, name: reference.name }
      },
      ...{ choice: whole, cost, took: null },
      subject: { title: flagSet.name, reason, requestedBy: requester },
      ...{ status: 'waiting', interrupted: false, done: 0, total: 0, error: null, overall: null },
      ...{ queuedAt: at, createdAt: at, startedAt: null, endedAt: null, removedAt: null }
    })
    this.#queued.add(stored.id)
    this.#tell(stored.id)
    void this.workQueue.next()
    return this.#shown(stored)
  }

  /** What taking it would take; nothing is begun. */
  async cost({ of, choice }: EvidenceAsk): Promise<EvidenceCost> {
    return this.#cost(await this.parts.models.find(of), await this.#whole(choice))
  }

  async list(ask: { flagSet?: string | undefined; run?: string | undefined; removed: boolean }) {
    const all = await this.parts.store.read.evidence.list({ removed: ask.removed })
    const meant = all.filter(
      ({ flagSetId, runId }) =>
        (ask.flagSet === undefined || flagSetId === ask.flagSet) &&
        (ask.run === undefined || runId === ask.run)
    )
    return Promise.all(meant.map((evidence) => this.#shown(evidence)))
  }

  async get(id: string): Promise<{ entry: EvidenceEntry; file: EvidenceFile | null }> {
    const stored = await this.#read(id)
    const entry = await this.#shown(stored)
    return { entry, file: stored.status === 'finished' ? await this.#file(id) : null }
  }

  /** Of evidence that is finished. Throws `evidenceStatusRefused`, `fileNotFound`, `fileMalformed`. */
  async found(id: string): Promise<EvidenceFile> {
    this.#refuseUnless(await this.#read(id), ['finished'])
    return this.#file(id)
  }

  /** Returns when nothing is computed any more. */
  async pause(id: string): Promise<EvidenceEntry> {
    // Out of the queue before anything is waited for: it must not begin meanwhile.
    const wasQueued = this.#queued.delete(id)
    const atWork = this.#atWork.get(id)
    if (atWork) {
      atWork.work.pause(false)
      await atWork.ended
      return this.#shown(await this.#read(id))
    }
    const evidence = await this.#read(id)
    if (evidence.status === 'paused' && !wasQueued) return this.#shown(evidence)
    this.#refuseUnless(evidence, ['waiting', 'paused'])
    return this.#changed(id, { status: 'paused' })
  }

  async resume(id: string): Promise<EvidenceEntry> {
    this.parts.gate.pass()
    const evidence = await this.#read(id)
    if (this.#atWork.has(id) || this.#queued.has(id)) return this.#shown(evidence)
    this.#refuseUnless(evidence, ['paused', 'waiting'])
    this.#queued.add(id)
    const shown = await this.#changed(id, { status: 'waiting', queuedAt: Date.now(), error: null })
    void this.workQueue.next()
    return shown
  }

  async cancel(id: string): Promise<EvidenceEntry> {
    this.#queued.delete(id)
    const atWork = this.#atWork.get(id)
    if (atWork) {
      atWork.work.drop()
      await atWork.ended
      return this.#shown(await this.#read(id))
    }
    this.#refuseUnless(await this.#read(id), ['waiting', 'paused'])
    await removeFolder(join(this.parts.folder, id))
    return this.#changed(id, { status: 'stopped', endedAt: Date.now(), error: null })
  }

  async remove(id: string): Promise<EvidenceEntry> {
    if (isUnfinished(await this.#read(id))) await this.cancel(id)
    return this.#changed(id, { removedAt: Date.now() })
  }

  async restore(id: string): Promise<EvidenceEntry> {
    return this.#changed(id, { removedAt: null })
  }

  /** Setting changed: who gives way to whom. */
  giveWay(): void {
    for (const { work } of this.#atWork.values()) void work.giveWay()
  }

  /** Keeps what was asked; it goes on when the app is open again. */
  async close(): Promise<void> {
    this.workQueue.close()
    for (const { work } of this.#atWork.values()) work.pause(true)
    await Promise.all([...this.#atWork.values()].map(({ ended }) => ended))
  }

  async #ready(): Promise<QueuedWork[]> {
    const runs = await this.parts.store.read.runs.all()
    const open = new Set(runs.filter(isUnfinished).map(({ id }) => id))
    return (await this.#listed())
      .filter(
        ({ id, status, referenceRunId }) =>
          status === 'waiting' && this.#queued.has(id) && !open.has(referenceRunId ?? '')
      )
      .map((evidence) => ({
        ...{ id: evidence.id, queuedAt: evidence.queuedAt, name: evidence.flagSetName },
        begin: () => (this.#queued.delete(evidence.id) ? this.#begin(evidence) : null)
      }))
  }

  #begin(evidence: StoredEvidence): Promise<void> {
    const { id } = evidence
    const work = new EvidenceWork(evidence, this.parts, () => this.#tell(id))
    const ended = work
      .work()
      .then(
        () => {},
        // The database refuses: the next start finds it as one that was cut off.
        (error: unknown) => this.parts.log.error({ evidence: id, err: error }, 'evidence ended')
      )
      .finally(() => {
        this.#atWork.delete(id)
        this.#tell(id)
      })
    this.#atWork.set(id, { work, ended })
    return ended
  }

  async #whole(choice: EvidenceAsk['choice']): Promise<EvidenceChoice> {
    const { datasets } = this.parts
    const datasetOf = async (wanted: string | null | undefined): Promise<string | null> =>
      wanted === null || wanted === undefined ? null : (await datasets.find(wanted)).id
    const { settings, ...extent } = choice
    return {
      ...usualEvidenceExtent,
      ...given(extent),
      heldOutDataset: await datasetOf(choice.heldOutDataset),
      questionsDataset: await datasetOf(choice.questionsDataset),
      settings: { ...usualEvidenceSettings, ...given(settings ?? {}) }
    }
  }

  async #cost(found: ComparedModels, choice: EvidenceChoice): Promise<EvidenceCost> {
    const { store, models } = this.parts
    const { flagSet, original, unlearned, runId, referenceRunId } = found
    // One that is still to be made will have read what the model did that forgot.
    const reference = found.reference ?? unlearned
    const { lines, runs } = await models.lines({ original, unlearned, reference })
    const ask = { flagSet, choice, originalName: original.name, lines, runs }
    const { items, relearned } = await askedItems(this.parts, ask)
    const taken = (await store.read.evidence.list({ removed: false })).flatMap((it) =>
      it.took ? [{ took: it.took, choice: it.choice }] : []
    )
    const madeBy = runs.original.at(-1)
    return evidenceCost({
      ...{ items, relearned: relearned.length > 0, choice, taken, madeBy },
      parameters: original.parameterCount,
      // A replay is expected to come to the reference's bytes; those are asked once.
      isSame: found.reference ? reference.sha256 === unlearned.sha256 : true,
      reference: found.reference ? 'there' : referenceRunId === null ? 'toMake' : 'underWay',
      referenceSeconds:
        found.reference || runId === null ? 0 : await this.replays.referenceSeconds(runId)
    })
  }

  #listed(): Promise<StoredEvidence[]> {
    return this.parts.store.read.evidence
      .list({ removed: false })
      .then((all) => all.toSorted((a, b) => a.queuedAt - b.queuedAt))
  }

  #read(id: string): Promise<StoredEvidence> {
    return this.parts.store.read.evidence.get(id)
  }

  async #file(id: string): Promise<EvidenceFile> {
    const path = join(this.parts.folder, id, evidenceResultFile)
    let value: unknown
    try {
      value = JSON.parse(await readFile(path, 'utf8'))
    } catch (error) {
      throw fileError(error, path)
    }
    const parsed = evidenceFileSchema.safeParse(value)
    if (parsed.success) return parsed.data
    const reason = valueReason(parsed.error.issues[0])
    throw new LetheError('fileMalformed', { path, reason })
  }

  async #changed(id: string, changes: EvidenceChanges): Promise<EvidenceEntry> {
    const evidence = await this.parts.store.write.evidence.update({ id, changes })
    this.#tell(id)
    return this.#shown(evidence)
  }

  async #shown(stored: StoredEvidence): Promise<EvidenceEntry> {
    const {
      interrupted: _interrupted,
      queuedAt: _at,
      referenceRunId,
      subject: _s,
      took: _took,
      ...rest
    } = stored
    const state = this.#atWork.get(stored.id)?.work.state
    const { current } = this.workQueue
    const behind = current && current.id !== stored.id ? current.name : null
    const isWaiting = stored.status === 'waiting'
    return {
      ...rest,
      ...{ phase: state?.phase ?? null, asking: state?.asking ?? null },
      ...{ done: state?.done ?? stored.done, total: state?.total ?? stored.total },
      ...{ secondsLeft: state?.secondsLeft ?? null, yielding: state?.yielding ?? false },
      waitingBehind: isWaiting ? (behind ?? (await this.#openRunName(referenceRunId))) : null
    }
  }

  /** The reference that is not made yet: it may have been paused. */
  async #openRunName(id: string | null): Promise<string | null> {
    if (id === null) return null
    const run = (await this.parts.store.read.runs.all()).find((it) => it.id === id)
    return run && isUnfinished(run) ? run.name : null
  }

  #refuseUnless(
    { flagSetName, status }: StoredEvidence,
    possible: readonly EvidenceStatus[]
  ): void {
    if (!possible.includes(status))
      throw new LetheError('evidenceStatusRefused', { flagSet: flagSetName, status })
  }

  #tell(id: string): void {
    this.changes.publish('evidence', id)
  }
}

/** Without what was left open. */
function given<T extends object>(part: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
