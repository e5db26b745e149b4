// The datasets as the database has them.
import type { Dataset } from '../../src-main/contract/datasets'
import type { RecordSelection } from '../../src-main/contract/records'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'
import { coalesce } from './coalesce'
import { onChange } from './news.svelte'

const charsOfBlob = 4 * 2 ** 20

class DatasetsState {
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

  find(id: string): Dataset | undefined {
    return this.list.find((dataset) => dataset.id === id)
  }

  async rename(id: string, name: string): Promise<void> {
    await rpc.datasets.rename({ id, name })
    await this.load()
  }
  async remove(id: string): Promise<void> {
    await rpc.datasets.remove({ id })
    await this.load()
  }
  async restore(id: string): Promise<void> {
    await rpc.datasets.restore({ id })
    await this.load()
  }

  /** Hands the records over as a file: in pieces that the browser need not hold in memory. */
  async export(
    { id, name }: Dataset,
    selection: RecordSelection | undefined,
    signal: AbortSignal,
    told: (records: number) => void
  ): Promise<void> {
    const blobs: Blob[] = []
    let pieces: string[] = []
    let chars = 0
    let done = 0
    const ask = { dataset: id, ...(selection && { selection }) }
    for await (const { text, records } of await rpc.datasets.export(ask, { signal })) {
      pieces.push(text)
      chars += text.length
      done += records
      told(done)
      if (chars < charsOfBlob) continue
      blobs.push(new Blob(pieces))
      pieces = []
      chars = 0
    }
    const file = new Blob([...blobs, ...pieces], { type: 'application/jsonl' })
    const address = URL.createObjectURL(file)
    const link = document.createElement('a')
    link.href = address
    link.download = `${name}.jsonl`
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
  }
}

export const datasets = new DatasetsState()
