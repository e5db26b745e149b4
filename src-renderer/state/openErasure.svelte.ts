// Erasing the records of one flag set: what would go, how far it is, what came of it.
import type { ErasePreview, Erasure, QuotePlace } from '../../src-main/contract/erasing'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'
import { coalesce } from './coalesce'
import { onChange } from './news.svelte'

export interface EraseChoices {
  count: number
  keepModels: string[]
  keepNames: boolean
  quotes: QuotePlace[]
}

export class OpenErasure {
  preview = $state.raw<ErasePreview | null>(null)
  /** The latest; null: none was begun. */
  erasure = $state.raw<Erasure | null>(null)
  failure = $state.raw<Failure | null>(null)
  loaded = $state(false)
  #closed = false
  readonly #stop: (() => void)[]

  constructor(
    readonly flagSet: string,
    readonly version: number | undefined
  ) {
    this.#stop = [
      onChange('erasures', () => void this.#follow()),
      // What would go is another thing then.
      ...(['datasets', 'runs', 'models'] as const).map((topic) =>
        onChange(topic, () => void this.#load())
      )
    ]
    void this.#load()
  }

  close(): void {
    this.#closed = true
    for (const stop of this.#stop) stop()
  }

  async run(choices: EraseChoices): Promise<void> {
    this.erasure = await rpc.erase.run({ which: this.#which, ...choices })
  }

  async resume(): Promise<void> {
    if (this.erasure) this.erasure = await rpc.erase.resume({ id: this.erasure.id })
  }

  get #which() {
    const { flagSet, version } = this
    return { flagSet, ...(version !== undefined && { version }) }
  }

  readonly #follow = coalesce(async () => {
    if (this.#closed) return
    try {
      const { erasures } = await rpc.erase.list({ flagSet: this.flagSet })
      this.erasure = erasures[0] ?? null
    } catch (error) {
      this.failure = failureOf(error)
    }
  })

  readonly #load = coalesce(async () => {
    await this.#follow()
    if (this.#closed || (this.erasure && this.erasure.status !== 'finished')) return
    try {
      this.preview = await rpc.erase.preview({ which: this.#which })
      this.failure = null
    } catch (error) {
      const failure = failureOf(error)
      this.preview = null
      this.failure = failure.code === 'nothingToErase' ? null : failure
    }
    this.loaded = true
  })
}
