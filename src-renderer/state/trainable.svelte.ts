// Datasets that a run can learn from.
import type { Dataset } from '../../src-main/contract/datasets'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'
import { coalesce } from './coalesce'
import { onChange } from './news.svelte'

class TrainableState {
  list = $state.raw<Dataset[]>([])
  loaded = $state(false)
  failure = $state<Failure | null>(null)

  readonly load = coalesce(async () => {
    try {
      this.list = (await rpc.datasets.list({})).datasets
      this.loaded = true
      this.failure = null
    } catch (error) {
      this.failure = failureOf(error)
    }
  })

  start(): void {
    onChange('datasets', () => void this.load())
  }
}

export const trainable = new TrainableState()
