// A list as the database has it, asked for again whenever something of its kind changed.
import type { Change } from '../../src-main/contract/system'
import { failureOf, type Failure } from '../rpc/errors'
import { coalesce } from './coalesce'
import { onChange } from './news.svelte'

export abstract class StoredList<T extends { id: string }> {
  list = $state.raw<T[]>([])
  loaded = $state(false)
  failure = $state<Failure | null>(null)

  protected abstract readonly topic: Change['topic']
  protected abstract ask(): Promise<T[]>

  readonly load = coalesce(async () => {
    try {
      this.list = await this.ask()
      this.loaded = true
      this.failure = null
    } catch (error) {
      this.failure = failureOf(error)
    }
  })

  start(): void {
    onChange(this.topic, () => void this.load())
  }

  find(id: string | null): T | undefined {
    return this.list.find((it) => it.id === id)
  }

  /** Changes it, then asks again. */
  protected async change<R>(run: () => Promise<R>): Promise<R> {
    const result = await run()
    await this.load()
    return result
  }
}
