// The list of comparisons and the ratings their votes add up to.
import type { Comparison, Ratings } from '../../src-main/contract/compare'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'
import { coalesce } from './coalesce'
import { onChange } from './news.svelte'

export type ListedComparison = Comparison & { modelNames: string[] | null }

class ComparisonsState {
  list = $state.raw<ListedComparison[]>([])
  ratings = $state.raw<Ratings | null>(null)
  loaded = $state(false)
  failure = $state<Failure | null>(null)

  readonly load = coalesce(async () => {
    try {
      this.list = (await rpc.compare.list({})).comparisons
      this.loaded = true
      this.failure = null
    } catch (error) {
      this.failure = failureOf(error)
    }
  })

  readonly loadRatings = coalesce(async () => {
    try {
      this.ratings = await rpc.compare.ratings()
      this.failure = null
    } catch (error) {
      this.failure = failureOf(error)
    }
  })

  start(): void {
    onChange('comparisons', () => {
      void this.load()
      if (this.ratings) void this.loadRatings()
    })
  }

  async remove(id: string): Promise<void> {
    await rpc.compare.remove({ id })
    await this.load()
  }
  async restore(id: string): Promise<void> {
    await rpc.compare.restore({ id })
    await this.load()
  }

  async export(id: string, format: 'markdown' | 'json'): Promise<void> {
    const file = await rpc.compare.export({ id, format })
    const address = URL.createObjectURL(new Blob([file.text], { type: file.mediaType }))
    const link = document.createElement('a')
    link.href = address
    link.download = file.fileName
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
  }
}

export const comparisons = new ComparisonsState()
