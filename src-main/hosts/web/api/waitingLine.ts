// How many requests of programs may wait for one model. They are served in the order they came.
import { ApiError } from './errors'

export const mostWaiting = 256

export class WaitingLine {
  readonly #inside = new Map<string, number>()

  /** @param most that wait behind the one that runs */
  constructor(private readonly most: number) {}

  /** @returns to be called when the request has ended. @throws ApiError 429 */
  enter(modelId: string): () => void {
    const inside = this.#inside.get(modelId) ?? 0
    if (inside > this.most) {
      throw new ApiError(
        429,
        `${this.most} requests are waiting for this model already. Try again when some have ended.`,
        { code: 'rate_limit_exceeded' }
      )
    }
    this.#inside.set(modelId, inside + 1)
    return () => {
      const left = this.#inside.get(modelId)! - 1
      if (left > 0) this.#inside.set(modelId, left)
      else this.#inside.delete(modelId)
    }
  }
}
