// The datasets as the database has them.
import type { Dataset } from '../../src-main/contract/datasets'
import type { RecordSelection } from '../../src-main/contract/records'
import { rpc } from '../rpc/client'
import { StoredList } from './storedList.svelte'

const charsOfBlob = 4 * 2 ** 20

class DatasetsState extends StoredList<Dataset> {
  protected readonly topic = 'datasets'

  protected async ask(): Promise<Dataset[]> {
    return (await rpc.datasets.list({})).datasets
  }

  rename(id: string, name: string): Promise<Dataset> {
    return this.change(() => rpc.datasets.rename({ id, name }))
  }
  remove(id: string): Promise<Dataset> {
    return this.change(() => rpc.datasets.remove({ id }))
  }
  restore(id: string): Promise<Dataset> {
    return this.change(() => rpc.datasets.restore({ id }))
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
