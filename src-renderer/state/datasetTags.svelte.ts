// The tags in use in one dataset, for choosing among them.
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'

export class DatasetTags {
  list = $state.raw<string[]>([])
  failure = $state<Failure | null>(null)
  #asked = ''

  async load(dataset: string): Promise<void> {
    this.#asked = dataset
    this.list = []
    try {
      const { tags } = await rpc.datasets.tags({ dataset })
      if (this.#asked === dataset) this.list = tags.map(({ tag }) => tag)
      this.failure = null
    } catch (error) {
      if (this.#asked === dataset) this.failure = failureOf(error)
    }
  }
}
