// The curve of one run and what it said along the way, asked for again as it goes on.
import type { CurvePoint, FixedAnswer } from '../../src-main/contract/training'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'
import { coalesce } from './coalesce'
import { onChange } from './news.svelte'

const gapMs = 500
const mostPoints = 500

export class OpenRun {
  points = $state.raw<CurvePoint[]>([])
  answers = $state.raw<FixedAnswer[]>([])
  loaded = $state(false)
  failure = $state<Failure | null>(null)
  #closed = false
  #stopListening: () => void

  constructor(readonly id: string) {
    this.#stopListening = onChange('runs', (changed) => {
      if (changed === null || changed === id) void this.#load()
    })
    void this.#load()
  }

  close(): void {
    this.#closed = true
    this.#stopListening()
  }

  readonly #load = coalesce(async () => {
    if (this.#closed) return
    const { id } = this
    try {
      const [{ points }, { answers }] = await Promise.all([
        rpc.training.curve({ id, points: mostPoints }),
        rpc.training.answers({ id })
      ])
      this.points = points
      this.answers = answers
      this.failure = null
    } catch (error) {
      this.failure = failureOf(error)
    }
    this.loaded = true
    await new Promise((done) => setTimeout(done, gapMs))
  })
}
