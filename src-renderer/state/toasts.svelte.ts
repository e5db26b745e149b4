// Short messages at the bottom; those with an Undo stay for ten seconds of not being looked at.
import type { Failure } from '../rpc/errors'

export interface Toast {
  id: number
  text: string
  failure?: Failure
  /** What it is about: a newer toast about the same takes its place. */
  about?: string
  action?: { label: string; run: () => void | Promise<void> }
}

const undoMs = 10_000
const plainMs = 5_000
const mostAtOnce = 3

class Toasts {
  list = $state.raw<Toast[]>([])
  #next = 1
  #left = new Map<
    number,
    { leftMs: number; since: number; timer?: ReturnType<typeof setTimeout> }
  >()
  #paused = false

  show(text: string, action?: Toast['action'], about?: string): number {
    const id = this.#next++
    const older = about === undefined ? undefined : this.list.find((it) => it.about === about)
    if (older) this.close(older.id)
    this.list = [...this.list, { id, text, ...(action && { action }), ...(about && { about }) }]
    const passing = this.list.filter((it) => !it.failure)
    for (const { id: oldest } of passing.slice(0, -mostAtOnce)) this.close(oldest)
    this.#left.set(id, { leftMs: action ? undoMs : plainMs, since: performance.now() })
    if (!this.#paused) this.#run(id)
    return id
  }

  /** Failures stay until they are closed. */
  fail(text: string, failure: Failure): number {
    const id = this.#next++
    this.list = [...this.list, { id, text, failure }]
    return id
  }

  close(id: number): void {
    clearTimeout(this.#left.get(id)?.timer)
    this.#left.delete(id)
    this.list = this.list.filter((toast) => toast.id !== id)
    if (this.list.length === 0) this.#paused = false
  }

  /** While hovered or focused no time passes. */
  pause(): void {
    if (this.#paused) return
    this.#paused = true
    for (const entry of this.#left.values()) {
      clearTimeout(entry.timer)
      entry.leftMs -= performance.now() - entry.since
    }
  }

  resume(): void {
    if (!this.#paused) return
    this.#paused = false
    for (const id of this.#left.keys()) this.#run(id)
  }

  #run(id: number): void {
    const entry = this.#left.get(id)
    if (!entry) return
    entry.since = performance.now()
    entry.timer = setTimeout(() => this.close(id), Math.max(1_000, entry.leftMs))
  }
}

export const toasts = new Toasts()
