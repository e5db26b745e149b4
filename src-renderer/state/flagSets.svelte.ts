// Flag sets as the database has them.
import type { FlagSet, FlagSource } from '../../src-main/contract/forgetting'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'
import { coalesce } from './coalesce'
import { onChange } from './news.svelte'

class FlagSetsState {
  list = $state.raw<FlagSet[]>([])
  loaded = $state(false)
  failure = $state<Failure | null>(null)

  readonly load = coalesce(async () => {
    try {
      this.list = (await rpc.forgetting.flagSets({})).flagSets
      this.loaded = true
      this.failure = null
    } catch (error) {
      this.failure = failureOf(error)
    }
  })

  start(): void {
    onChange('flagSets', () => void this.load())
  }

  find(id: string): FlagSet | undefined {
    return this.list.find((set) => set.id === id)
  }

  async flag(ask: {
    dataset: string
    records: FlagSource
    name?: string
    reason: string
    requester: string
  }): Promise<FlagSet> {
    const set = await rpc.forgetting.flag(ask)
    await this.load()
    return set
  }
  async remove(id: string): Promise<void> {
    await rpc.forgetting.remove({ id })
    await this.load()
  }
  async restore(id: string): Promise<void> {
    await rpc.forgetting.restore({ id })
    await this.load()
  }
}

export const flagSets = new FlagSetsState()
