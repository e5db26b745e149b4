// The model library as the database has it.
import { canWrite, type Model, type WeightMode } from '../../src-main/contract/models'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'
import { coalesce } from './coalesce'
import { onChange } from './news.svelte'

class ModelsState {
  list = $state.raw<Model[]>([])
  loaded = $state(false)
  failure = $state<Failure | null>(null)

  readonly load = coalesce(async () => {
    try {
      this.list = (await rpc.models.list({})).models
      this.loaded = true
      this.failure = null
    } catch (error) {
      this.failure = failureOf(error)
    }
  })

  start(): void {
    onChange('models', () => void this.load())
  }

  find(id: string | null): Model | undefined {
    return this.list.find((model) => model.id === id)
  }

  /** Models that can be talked to now. */
  get chattable(): Model[] {
    return this.list.filter((model) => canWrite(model) && !model.missing)
  }

  async rename(id: string, name: string): Promise<void> {
    this.#put(await rpc.models.rename({ id, name }))
  }
  async setWeightMode(id: string, weightMode: WeightMode): Promise<void> {
    this.#put(await rpc.models.setWeightMode({ id, weightMode }))
  }
  async relocate(id: string, path: string): Promise<Model> {
    const model = await rpc.models.relocate({ id, path })
    this.#put(model)
    return model
  }
  async remove(id: string): Promise<void> {
    await rpc.models.remove({ id })
    await this.load()
  }
  async restore(id: string): Promise<void> {
    await rpc.models.restore({ id })
    await this.load()
  }

  #put(model: Model): void {
    this.list = this.list.map((other) => (other.id === model.id ? model : other))
  }
}

export const models = new ModelsState()
