// The model library as the database has it.
import { canLearn, canWrite, type Model, type WeightMode } from '../../src-main/contract/models'
import { rpc } from '../rpc/client'
import { StoredList } from './storedList.svelte'

class ModelsState extends StoredList<Model> {
  protected readonly topic = 'models'

  protected async ask(): Promise<Model[]> {
    return (await rpc.models.list({})).models
  }

  /** Models that can be talked to now. */
  get chattable(): Model[] {
    return this.list.filter((model) => canWrite(model) && !model.missing)
  }

  /** Models that can be taught now. */
  get teachable(): Model[] {
    return this.list.filter((model) => canLearn(model) && !model.missing)
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
  remove(id: string): Promise<Model> {
    return this.change(() => rpc.models.remove({ id }))
  }
  restore(id: string): Promise<Model> {
    return this.change(() => rpc.models.restore({ id }))
  }

  #put(model: Model): void {
    this.list = this.list.map((other) => (other.id === model.id ? model : other))
  }
}

export const models = new ModelsState()
