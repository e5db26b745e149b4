// Prompt sets: the list of runs and the table in view.
import type { PromptRun, PromptTable } from '../../src-main/contract/promptSets'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'
import { coalesce } from './coalesce'
import { onChange } from './news.svelte'

export type ListedRun = PromptRun & { done: number; total: number }
export type PromptSetStart = Parameters<typeof rpc.promptSets.start>[0]

class PromptSetsState {
  list = $state.raw<ListedRun[]>([])
  table = $state.raw<PromptTable | null>(null)
  failure = $state<Failure | null>(null)
  #id: string | null = null

  readonly load = coalesce(async () => {
    try {
      this.list = (await rpc.promptSets.list()).runs
      const id = this.#id
      const table = id === null ? null : await rpc.promptSets.get({ id })
      if (id === this.#id) this.table = table
      this.failure = null
    } catch (error) {
      this.failure = failureOf(error)
    }
  })

  start(): void {
    onChange('promptRuns', () => void this.load())
  }

  show(id: string | null): void {
    if (id !== this.#id) this.table = null
    this.#id = id
    void this.load()
  }

  /** The id of the run, null when it could not start; `failure` says why. */
  async run(input: PromptSetStart): Promise<string | null> {
    try {
      const { id } = await rpc.promptSets.start(input)
      this.failure = null
      return id
    } catch (error) {
      this.failure = failureOf(error)
      return null
    }
  }

  cancel(id: string): Promise<void> {
    return this.#attempt(() => rpc.promptSets.cancel({ id }))
  }
  resume(id: string): Promise<void> {
    return this.#attempt(() => rpc.promptSets.resume({ id }))
  }
  remove(id: string): Promise<void> {
    return this.#attempt(() => rpc.promptSets.remove({ id }))
  }
  restore(id: string): Promise<void> {
    return this.#attempt(() => rpc.promptSets.restore({ id }))
  }

  export(id: string, format: 'csv' | 'json'): Promise<void> {
    return this.#attempt(async () => {
      const file = await rpc.promptSets.export({ id, format })
      const address = URL.createObjectURL(new Blob([file.text], { type: file.mediaType }))
      const link = document.createElement('a')
      link.href = address
      link.download = file.fileName
      link.click()
      setTimeout(() => URL.revokeObjectURL(address), 60_000)
    })
  }

  async #attempt(run: () => Promise<unknown>): Promise<void> {
    try {
      await run()
      await this.load()
    } catch (error) {
      this.failure = failureOf(error)
    }
  }
}

export const promptSets = new PromptSetsState()
