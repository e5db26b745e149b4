// One audit with its figures, asked for again as it changes, and its items page by page.
import type { ReviewedItem, ShownAudit } from '../../src-main/contract/bias'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'
import { coalesce } from './coalesce'
import { onChange } from './news.svelte'

const gapMs = 300

export class OpenAudit {
  audit = $state.raw<ShownAudit | null>(null)
  failure = $state.raw<Failure | null>(null)
  /** What is said of the items that count: without those that were left out by hand. */
  readonly result = $derived(this.audit?.curated ?? this.audit?.result ?? null)
  #closed = false
  readonly #stopListening: () => void

  constructor(readonly id: string) {
    this.#stopListening = onChange('audits', (changed) => {
      if (changed === null || changed === id) void this.load()
    })
    void this.load()
  }

  close(): void {
    this.#closed = true
    this.#stopListening()
  }

  /** Leaves an item out with a reason, or takes it in again; the figures follow. */
  async review(item: string, reason: string | null): Promise<void> {
    this.audit = await rpc.bias.review({ id: this.id, item, reason })
  }

  readonly load = coalesce(async () => {
    if (this.#closed) return
    try {
      this.audit = await rpc.bias.get({ id: this.id })
      this.failure = null
    } catch (error) {
      this.failure = failureOf(error)
    }
    if (this.audit?.status === 'running') await new Promise((done) => setTimeout(done, gapMs))
  })
}

/** Items of a finished audit, those that lean most first. */
export class AuditItems {
  items = $state.raw<ReviewedItem[]>([])
  total = $state(0)
  loaded = $state(false)
  failure = $state.raw<Failure | null>(null)
  #asked = 0

  constructor(
    readonly id: string,
    readonly atOnce: number
  ) {}

  /** @param page from 0 */
  async show(axis: string | null, page: number): Promise<void> {
    const mine = ++this.#asked
    try {
      const from = page * this.atOnce
      const ask = { id: this.id, from, count: this.atOnce, ...(axis !== null && { axis }) }
      const { items, total } = await rpc.bias.items(ask)
      if (mine !== this.#asked) return
      this.items = items
      this.total = total
      this.failure = null
    } catch (error) {
      if (mine === this.#asked) this.failure = failureOf(error)
    }
    this.loaded = true
  }

  /** As it stands after a review. */
  put(id: string, reason: string | null): void {
    this.items = this.items.map((item) => (item.id === id ? { ...item, reason } : item))
  }
}
