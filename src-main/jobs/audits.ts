// Bias audits: what is asked, how each stands, what came of it and of two beside each other. Those that
// are to be computed are in the queue of all long work.
import { z } from 'zod'
import { LetheError } from '../base/errors'
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
import type { StoredAudit } from '../store/audits'
import { AuditQueue } from './auditQueue'
import { auditSeed, type AuditParts, type AuditSource } from './auditWork'
import { refuseWithoutTokenizer } from './library'
import type { WorkQueue } from './workQueue'

export class Audits {
  readonly #queue: AuditQueue

  constructor(
    private readonly parts: AuditParts,
    workQueue: WorkQueue
  ) {
    this.#queue = new AuditQueue(parts, workQueue, (choice) => this.#source(choice))
  }

  get running(): number {
    return this.#queue.running
  }

  suites(): SuiteInfo[] {
    return [...suiteDescriptions.values()].map(({ languages, options, ...rest }) => ({
      ...{ comparableMasked: null, ...rest, languages: [...languages] },
      options: z.toJSONSchema(options) as Record<string, unknown>
    }))
  }

  resumeInterrupted(): Promise<void> {
    return this.#queue.resumeInterrupted()
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
    const [id, at] = [newId(), Date.now()]
    await this.parts.store.write.audits.add({
      ...{ id, modelId: model.id, modelName: model.name, modelSha256: model.sha256 },
      ...{ weightMode: model.weightMode, suite: choice.suite, data: choice.data, options },
      half: choice.half,
      ...{ status: 'paused', interrupted: false, error: null, done: 0, total: 0, device: null },
      ...{ result: null, curated: null, queuedAt: at, createdAt: at, endedAt: null },
      removedAt: null
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
    await this.#queue.change(id, { curated })
    return this.get(id)
  }

  async resume(id: string): Promise<Audit> {
    return this.#shown(await this.#queue.resume(id))
  }

  /** Returns when nothing is computed any more. */
  async pause(id: string): Promise<Audit> {
    return this.#shown(await this.#queue.halt(id, 'paused'))
  }

  async cancel(id: string): Promise<Audit> {
    return this.#shown(await this.#queue.halt(id, 'cancelled'))
  }

  async remove(id: string): Promise<Audit> {
    await this.#queue.halt(id, 'cancelled')
    return this.#shown(await this.#queue.change(id, { removedAt: Date.now() }))
  }

  async restore(id: string): Promise<Audit> {
    return this.#shown(await this.#queue.change(id, { removedAt: null }))
  }

  /** What a report of finished audits says. @throws LetheError auditUnfinished, auditsDiffer */
  async reported(ask: { audit: string; before: string | null; seeds: string[]; margin: number }) {
    const { before, seeds, margin } = ask
    const after = await this.finishedWithItems(ask.audit)
    const compared =
      before === null ? null : await this.compare({ before, after: ask.audit, seeds, margin })
    const suite = this.suites().find(({ name }) => name === after.audit.suite)
    if (!suite) throw new LetheError('suiteUnknown', { suite: after.audit.suite })
    return {
      suite,
      before: before === null ? null : await this.finishedWithItems(before),
      after,
      seeds: compared
        ? await Promise.all(seeds.map(async (id) => this.#shown(await this.#finished(id))))
        : [],
      comparison: compared?.comparison ?? null,
      seed: auditSeed
    }
  }

  /** @throws LetheError auditUnfinished */
  async finishedWithItems(id: string): Promise<{
    audit: Audit
    result: AuditResult
    curated: AuditResult | null
    items: ReviewedItem[]
  }> {
    const stored = await this.#finished(id)
    const { result, curated } = stored
    const items = await this.parts.store.read.audits.reviewed(id)
    return { audit: this.#shown(stored), result, curated, items }
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
    }: Omit<SuiteChoice, 'half'> & { predictions: string; column: string | null },
    signal?: AbortSignal
  ): Promise<AuditResult> {
    const source = this.#source({ ...choice, half: 'whole' })
    const spec = { type: 'auditPredictions', source, predictions, column, seed: auditSeed } as const
    return this.parts.engines.run(spec, { signal })
  }

  selfTest(data: string | null, signal?: AbortSignal): Promise<SelfTest> {
    const ownFolder = this.parts.resourcesFolder
    return this.parts.engines.run({ type: 'auditSelfTest', data, ownFolder }, { signal })
  }

  /** Setting changed: who gives way to whom. */
  giveWay(): void {
    this.#queue.giveWay()
  }

  close(): Promise<void> {
    return this.#queue.close()
  }

  #source({ suite, data, options, half }: SuiteChoice): AuditSource {
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
    const typed = description.itemsOption && parsed.data[description.itemsOption]
    const isTyped = Array.isArray(typed) && typed.length > 0
    if (data === null && description.files !== null && !isTyped)
      throw new LetheError('suiteDataNeeded', { suite, files: description.files })
    return { suite, path: data, ownFolder: this.parts.resourcesFolder, options: parsed.data, half }
  }

  async #finished(id: string): Promise<StoredAudit & { result: AuditResult }> {
    const audit = await this.parts.store.read.audits.get(id)
    const { result, modelName: model } = audit
    if (!result) throw new LetheError('auditUnfinished', { model })
    return { ...audit, result }
  }

  #shown(stored: StoredAudit): Audit {
    const {
      interrupted: _cutOff,
      queuedAt: _at,
      result: _result,
      curated: _curated,
      ...audit
    } = this.#queue.asItStands(stored)
    return { ...audit, ...this.#queue.state(stored) }
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
