// Evidence that was taken, or is being taken, as the database has it.
import type { EvidenceCost } from '../../src-main/contract/evidenceCost'
import type { EvidenceChoice, EvidenceEntry } from '../../src-main/contract/evidenceEntries'
import type { EvidenceFile } from '../../src-main/contract/evidenceFile'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'
import { StoredList } from './storedList.svelte'

export type EvidenceWish = Partial<
  Pick<EvidenceChoice, 'attacks' | 'heldOutDataset' | 'questionsDataset'>
>

class EvidenceState extends StoredList<EvidenceEntry> {
  /** Told of evidence that came to an end while the window was open. */
  onEnd: ((entry: EvidenceEntry) => void) | null = null

  protected readonly topic = 'evidence'

  protected async ask(): Promise<EvidenceEntry[]> {
    const { entries } = await rpc.evidence.list({})
    this.#tell(entries)
    return entries
  }

  #tell(entries: readonly EvidenceEntry[]): void {
    for (const entry of entries) {
      const before = this.find(entry.id)?.status
      if (before !== 'running' && before !== 'waiting') continue
      if (entry.status === 'finished' || entry.status === 'failed') this.onEnd?.(entry)
    }
  }

  /** About a run that forgot; a reference that is not there is made first. */
  take(run: string, choice: EvidenceWish): Promise<EvidenceEntry> {
    return this.change(() => rpc.evidence.take({ of: { run }, makeReference: true, choice }))
  }
  pause(id: string): Promise<EvidenceEntry> {
    return this.change(() => rpc.evidence.pause({ id }))
  }
  resume(id: string): Promise<EvidenceEntry> {
    return this.change(() => rpc.evidence.resume({ id }))
  }
  cancel(id: string): Promise<EvidenceEntry> {
    return this.change(() => rpc.evidence.cancel({ id }))
  }
  remove(id: string): Promise<EvidenceEntry> {
    return this.change(() => rpc.evidence.remove({ id }))
  }
  restore(id: string): Promise<EvidenceEntry> {
    return this.change(() => rpc.evidence.restore({ id }))
  }
}

export const evidence = new EvidenceState()

/** What taking evidence would take, for the choice at hand; a newer choice is what counts. */
export class ExpectedCost {
  cost = $state.raw<EvidenceCost | null>(null)
  failure = $state.raw<Failure | null>(null)
  #asked = 0

  /** `hasReference`: asked anew once there is one. */
  ask(run: string, choice: EvidenceWish, hasReference: boolean): void {
    const mine = ++this.#asked
    this.cost = this.failure = null
    void this.#ask({ of: { run }, makeReference: !hasReference, choice }, mine)
  }

  close(): void {
    this.#asked++
  }

  async #ask(ask: Parameters<typeof rpc.evidence.cost>[0], mine: number): Promise<void> {
    try {
      const cost = await rpc.evidence.cost(ask)
      if (mine === this.#asked) this.cost = cost
    } catch (error) {
      if (mine === this.#asked) this.failure = failureOf(error)
    }
  }
}

/** What was found; it never changes once it is there. */
export class OpenEvidence {
  file = $state.raw<EvidenceFile | null>(null)
  failure = $state.raw<Failure | null>(null)

  constructor(readonly id: string) {
    void this.load()
  }

  async load(): Promise<void> {
    try {
      this.file = (await rpc.evidence.get({ id: this.id })).file
      this.failure = null
    } catch (error) {
      this.failure = failureOf(error)
    }
  }
}
