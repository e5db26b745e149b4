// Bias audits and their queue: one at a time, in an engine of its own. What was scored is kept as it comes:
// paused, killed or asked again, an audit goes on where it was.
import { z } from 'zod'
import { asLetheError, LetheError } from '../base/errors'
import { newId } from '../base/ids'
import { nearestName } from '../base/nearest'
import { valueReason } from '../base/valueReasons'
import { suiteDescriptions } from '../bias/suites/descriptions.describe'
import type {
  Audit,
  AuditComparison,
  AuditPower,
  AuditResult,
  ReviewedItem,
  SelfTest,
  ShownAudit,
  SuiteChoice,
  SuiteInfo
} from '../contract/bias'
import type { JobSpec } from '../engine/protocol'
import type { Store } from '../store/client'
import type { StoredAudit } from '../store/audits'
import { auditSeed, AuditWork, type AuditParts } from './auditWork'
import { refuseWithoutTokenizer } from './library'

type Source = Extract<JobSpec, { type: 'auditPower' }>['source']

export class Audits {
  readonly #queue: string[] = []
  readonly #closing = new AbortController()
  #current: { id: string; work: AuditWork; ended: Promise<void> } | null = null

  constructor(private readonly parts: AuditParts) {}

  get running(): number {
    return this.#current ? 1 : 0
  }

  suites(): SuiteInfo[] {
    return [...suiteDescriptions.values()].map(({ languages, options, ...rest }) => ({
      ...{ comparableMasked: null, ...rest, languages: [...languages] },
      options: z.toJSONSchema(options) as Record<string, unknown>
    }))
  }

  /** What waited or was cut off goes on. */
  async resumeInterrupted(): Promise<void> {
    const audits = await this.parts.store.read.audits.list({ removed: false })
    for (const { id, status, interrupted } of audits.reverse())
      if (status === 'waiting' || (status === 'paused' && interrupted)) await this.resume(id)
  }

  /** @throws LetheError suiteUnknown, invalidInput, what reading its files throws */
  power(choice: SuiteChoice, signal?: AbortSignal): Promise<AuditPower> {
    return this.parts.engines.run({ type: 'auditPower', source: this.#source(choice) }, { signal })
  }

  async start({ model: wanted, ...choice }: SuiteChoice & { model: string }): Promise<Audit> {
    const { options } = this.#source(choice)
    const model = await this.parts.library.find(wanted)
    refuseWithoutTokenizer(model)
    if (model.chat === 'fill') refuseForMasked(choice.suite, model.name)
    const id = newId()
    await this.parts.store.write.audits.add({
      ...{ id, modelId: model.id, modelName: model.name, modelSha256: model.sha256 },
      ...{ weightMode: model.weightMode, suite: choice.suite, data: choice.data, options },
      ...{ status: 'paused', interrupted: false, error: null, done: 0, total: 0, device: null },
      ...{ result: null, curated: null, createdAt: Date.now(), endedAt: null, removedAt: null }
    })
    return this.resume(id)
  }

  async list(removed: boolean): Promise<Audit[]> {
    return (await this.parts.store.read.audits.list({ removed })).map((it) => this.#shown(it))
  }

  async get(id: string): Promise<ShownAudit> {
    const audit = await this.parts.store.read.audits.get(id)
    const { result, curated } = audit
    return { ...this.#shown(audit), result, curated }
  }

  items(ask: {
    id: string
    axis: string | null
    from: number
    count: number
  }): Promise<{ items: ReviewedItem[]; total: number }> {
    return this.parts.store.read.audits.items(ask)
  }

  /** Figures follow at once; those of all items are kept beside. */
  async review(ask: { id: string; item: string; reason: string | null }): Promise<ShownAudit> {
    const { store, engines } = this.parts
    const { id } = ask
    const { result: whole } = await this.#finished(id)
    const { leftOutByHand } = await store.write.audits.review(ask)
    const items = await store.read.audits.allItems({ id, curated: true })
    const curated =
      leftOutByHand === 0
        ? null
        : await engines.run({ type: 'auditFigures', whole, items, seed: auditSeed })
    await store.write.audits.update({ id, changes: { curated } })
    this.#tell(id)
    return this.get(id)
  }

  async resume(id: string): Promise<Audit> {
    const audit = await this.parts.store.read.audits.get(id)
    // What it came to stands there a moment before its work is over.
    const isAtWork = audit.status === 'waiting' || audit.status === 'running'
    if (!isAtWork && this.#current?.id === id) await this.#current.ended
    const isUnderWay = this.#queue.includes(id) || this.#current?.id === id
    if (isUnderWay || audit.status === 'finished') return this.#shown(audit)
    this.#queue.push(id)
    const changes = { status: 'waiting', interrupted: false, error: null, endedAt: null } as const
    const waiting = await this.#changed(id, changes)
    this.#next()
    return waiting
  }

  /** Returns when nothing is computed any more. */
  async pause(id: string): Promise<Audit> {
    return this.#halt(id, 'paused')
  }

  async cancel(id: string): Promise<Audit> {
    return this.#halt(id, 'cancelled')
  }

  async remove(id: string): Promise<Audit> {
    await this.#halt(id, 'cancelled')
    return this.#changed(id, { removedAt: Date.now() })
  }

  restore(id: string): Promise<Audit> {
    return this.#changed(id, { removedAt: null })
  }

  /** @throws LetheError auditUnfinished, auditsDiffer */
  async compare(ask: {
    before: string
    after: string
    seeds: string[]
    margin: number
  }): Promise<{ before: Audit; after: Audit; comparison: AuditComparison }> {
    const { store, engines } = this.parts
    const [before, after] = [await this.#finished(ask.before), await this.#finished(ask.after)]
    const seeds = []
    for (const id of ask.seeds) seeds.push(await this.#finished(id))
    // Scores of another convention are on another scale, and of other tokens.
    const kindOf = ({ suite, result }: StoredAudit & { result: AuditResult }): string =>
      JSON.stringify([suite, result.convention])
    const other = [after, ...seeds].find((it) => kindOf(it) !== kindOf(before))
    if (other) throw differ(before, other)
    const itemsOf = ({ id }: StoredAudit) => store.read.audits.allItems({ id, curated: true })
    const [first, second] = [await itemsOf(before), await itemsOf(after)]
    const ids = new Set(first.map(({ id }) => id))
    if (!second.some(({ id }) => ids.has(id))) throw differ(before, after)
    const [one, two] = [before.result.capability, after.result.capability]
    const comparison = await engines.run({
      ...{ type: 'auditComparison', suite: before.suite, before: first, after: second },
      seeds: await Promise.all(seeds.map(itemsOf)),
      ability: one && two ? { before: one.scores, after: two.scores } : null,
      ...{ margin: ask.margin, seed: auditSeed }
    })
    return { before: this.#shown(before), after: this.#shown(after), comparison }
  }

  predictions(
    {
      predictions,
      column,
      ...choice
    }: SuiteChoice & { predictions: string; column: string | null },
    signal?: AbortSignal
  ): Promise<AuditResult> {
    const source = this.#source(choice)
    const spec = { type: 'auditPredictions', source, predictions, column, seed: auditSeed } as const
    return this.parts.engines.run(spec, { signal })
  }

  selfTest(data: string | null, signal?: AbortSignal): Promise<SelfTest> {
    const ownFolder = this.parts.resourcesFolder
    return this.parts.engines.run({ type: 'auditSelfTest', data, ownFolder }, { signal })
  }

  /** Keeps what is scored; it goes on when the app is open again. */
  async close(): Promise<void> {
    this.#closing.abort()
    this.#current?.work.stop('interrupted')
    await this.#current?.ended
  }

  #source({ suite, data, options }: SuiteChoice): Source {
    const description = suiteDescriptions.get(suite)
    if (!description) {
      const nearest = nearestName(suite, suiteDescriptions.keys())
      throw new LetheError('suiteUnknown', { suite, ...(nearest !== null && { nearest }) })
    }
    const parsed = description.options.safeParse(options)
    if (!parsed.success) {
      const reason = valueReason(parsed.error.issues[0])
      throw new LetheError('invalidInput', { field: 'option', name: suite, reason })
    }
    if (data === null && description.files !== null)
      throw new LetheError('suiteDataNeeded', { suite, files: description.files })
    return { suite, path: data, ownFolder: this.parts.resourcesFolder, options: parsed.data }
  }

  #next(): void {
    if (this.#current || this.#closing.signal.aborted) return
    const id = this.#queue.shift()
    if (id === undefined) return
    const work = new AuditWork(
      id,
      this.parts,
      (audit) => this.#source(audit),
      () => this.#tell(id)
    )
    const ended = work
      .work()
      .catch((error: unknown) => {
        // The database refuses: the next start finds it as one that was cut off.
        this.parts.log.error({ audit: id, err: asLetheError(error) }, 'an audit ended')
      })
      .finally(() => {
        this.#current = null
        this.#tell(id)
        this.#next()
      })
    this.#current = { id, work, ended }
  }

  async #halt(id: string, status: 'paused' | 'cancelled'): Promise<Audit> {
    const place = this.#queue.indexOf(id)
    if (place >= 0) this.#queue.splice(place, 1)
    if (this.#current?.id === id) {
      const { work, ended } = this.#current
      work.stop(status)
      await ended
      return this.#shown(await this.parts.store.read.audits.get(id))
    }
    const audit = await this.parts.store.read.audits.get(id)
    const isOver = audit.status === 'finished' || audit.status === 'cancelled'
    if (isOver || audit.status === 'failed') return this.#shown(audit)
    return this.#changed(id, { status })
  }

  async #finished(id: string): Promise<StoredAudit & { result: AuditResult }> {
    const audit = await this.parts.store.read.audits.get(id)
    const { result, modelName: model } = audit
    if (!result) throw new LetheError('auditUnfinished', { model })
    return { ...audit, result }
  }

  async #changed(
    id: string,
    changes: Parameters<Store['write']['audits']['update']>[0]['changes']
  ) {
    const audit = await this.parts.store.write.audits.update({ id, changes })
    this.#tell(id)
    return this.#shown(audit)
  }

  #shown({
    interrupted: _cutOff,
    result: _result,
    curated: _curated,
    ...audit
  }: StoredAudit): Audit {
    return audit
  }

  #tell(id: string): void {
    this.parts.changes.publish('audits', id)
  }
}

/** @throws LetheError suiteNotForMasked, with the suites that are */
function refuseForMasked(suite: string, model: string): void {
  const able = [...suiteDescriptions.values()].filter((it) => it.comparableMasked !== undefined)
  if (able.some(({ name }) => name === suite)) return
  const suites = able.map(({ name }) => name).join(', ')
  throw new LetheError('suiteNotForMasked', { suite, model, suites })
}

function differ(first: StoredAudit, second: StoredAudit): LetheError {
  const names = { first: first.modelName, second: second.modelName }
  return new LetheError('auditsDiffer', names)
}
