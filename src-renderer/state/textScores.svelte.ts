// How well several models predict one text, measured one after the other.
import { promptLimitBytes } from '../../src-main/contract/chat'
import type { TextScore, TextScoreEvent } from '../../src-main/contract/compare'
import { bytesAbove } from '../lib/textSize'
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
  /** Why nothing was measured at all. */
  failure = $state.raw<Failure | null>(null)
  /** Of the model whose turn it is. */
  progress = $state.raw<Extract<TextScoreEvent, { type: 'progress' }> | null>(null)
  #stop = new AbortController()

  async measure(modelIds: readonly string[]): Promise<void> {
    if (this.running) return
    const sizeBytes = bytesAbove(this.text, promptLimitBytes)
    if (sizeBytes !== null) {
      // Said before the text goes anywhere: it stays where it was typed.
      this.failure = { code: 'promptTooLarge', params: { sizeBytes, limitBytes: promptLimitBytes } }
      return
    }
    this.failure = null
    this.running = true
    this.#stop = new AbortController()
    const { text } = this
    const { signal } = this.#stop
    this.rows = modelIds.map((modelId) => ({ modelId, score: null, failure: null }))
    for (const modelId of modelIds) {
      if (signal.aborted) break
      let row: TextScoreRow
      try {
        row = { modelId, score: await this.#score(modelId, text, signal), failure: null }
      } catch (error) {
        if (signal.aborted) break
        row = { modelId, score: null, failure: failureOf(error) }
      }
      this.rows = this.rows.map((it) => (it.modelId === modelId ? row : it))
    }
    this.running = false
    this.rows = this.rows.filter(({ score, failure }) => score !== null || failure !== null)
  }

  /** null: it was left before its end. */
  async #score(modelId: string, text: string, signal: AbortSignal): Promise<TextScore | null> {
    try {
      const events = await rpc.compare.scoreText({ model: modelId, text }, { signal })
      for await (const event of events) {
        if (event.type === 'done') return event.score
        this.progress = event
      }
      return null
    } finally {
      this.progress = null
    }
  }

  stop(): void {
    this.#stop.abort()
  }
}

export const textScores = new TextScoresState()
