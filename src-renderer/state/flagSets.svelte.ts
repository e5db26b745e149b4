// Flag sets as the database has them.
import type { FlagMode, FlagSet, FlagSource } from '../../src-main/contract/forgetting'
import { rpc } from '../rpc/client'
import { StoredList } from './storedList.svelte'

class FlagSetsState extends StoredList<FlagSet> {
  protected readonly topic = 'flagSets'

  protected async ask(): Promise<FlagSet[]> {
    return (await rpc.forgetting.flagSets({})).flagSets
  }

  flag(ask: {
    dataset: string
    records: FlagSource
    name?: string
    reason: string
    requester: string
  }): Promise<FlagSet> {
    return this.change(() => rpc.forgetting.flag(ask))
  }
  /** A new version of it. */
  revise(id: string, mode: FlagMode, records: FlagSource): Promise<FlagSet> {
    return this.change(() => rpc.forgetting.revise({ flagSet: id, mode, records }))
  }
  rename(id: string, name: string): Promise<FlagSet> {
    return this.change(() => rpc.forgetting.rename({ id, name }))
  }
  remove(id: string): Promise<FlagSet> {
    return this.change(() => rpc.forgetting.remove({ id }))
  }
  restore(id: string): Promise<FlagSet> {
    return this.change(() => rpc.forgetting.restore({ id }))
  }
}

export const flagSets = new FlagSetsState()
