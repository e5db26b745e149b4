// How well several models predict one text, measured one after the other.
import type { TextScore } from '../../src-main/contract/compare'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'

export interface TextScoreRow {
  modelId: string
  score: TextScore | null
  failure: Failure | null
}

class TextScoresState {
  text = $state('')
  rows = $state.raw<TextScoreRow[]>([])
  running = $state(false)
  #stop = new AbortController()

  async measure(modelIds: readonly string[]): Promise<void> {
    if (this.running) return
    this.running = true
    this.#stop = new AbortController()
    const { text } = this
    const { signal } = this.#stop
    this.rows = modelIds.map((modelId) => ({ modelId, score: null, failure: null }))
    for (const modelId of modelIds) {
      if (signal.aborted) break
      let row: TextScoreRow
      try {
        const score = await rpc.compare.scoreText({ model: modelId, text }, { signal })
        row = { modelId, score, failure: null }
      } catch (error) {
        if (signal.aborted) break
        row = { modelId, score: null, failure: failureOf(error) }
      }
      this.rows = this.rows.map((it) => (it.modelId === modelId ? row : it))
    }
    this.running = false
    this.rows = this.rows.filter(({ score, failure }) => score !== null || failure !== null)
  }

  stop(): void {
    this.#stop.abort()
  }
}

export const textScores = new TextScoresState()
