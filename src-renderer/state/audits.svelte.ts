// Bias audits as the database has them, and the suites there are.
import type { Audit, SuiteChoice, SuiteInfo } from '../../src-main/contract/bias'
import { rpc } from '../rpc/client'
import { coalesce } from './coalesce'
import { onChange } from './news.svelte'
import { StoredList } from './storedList.svelte'

/** News come with every few texts that are scored; more often than this nobody can read them. */
const gapMs = 300
const atWork: readonly (Audit['status'] | undefined)[] = ['waiting', 'running']

class AuditsState extends StoredList<Audit> {
  suites = $state.raw<SuiteInfo[]>([])
  /** Told of an audit that came to an end while the window was open. */
  onEnd: ((audit: Audit) => void) | null = null
  readonly #loadNow = coalesce(async () => {
    await this.load()
    await new Promise((done) => setTimeout(done, gapMs))
  })

  protected readonly topic = 'audits'

  override start(): void {
    onChange(this.topic, () => void this.#loadNow())
  }

  protected async ask(): Promise<Audit[]> {
    const [{ audits }] = await Promise.all([rpc.bias.list({}), this.loadSuites()])
    this.#tell(audits)
    return audits
  }

  async loadSuites(): Promise<void> {
    if (this.suites.length === 0) this.suites = (await rpc.bias.suites()).suites
  }
  suite(name: string): SuiteInfo | undefined {
    return this.suites.find((suite) => suite.name === name)
  }

  begin(model: string, choice: SuiteChoice): Promise<Audit> {
    return this.change(() => rpc.bias.start({ model, ...choice }))
  }
  pause(id: string): Promise<Audit> {
    return this.change(() => rpc.bias.pause({ id }))
  }
  resume(id: string): Promise<Audit> {
    return this.change(() => rpc.bias.resume({ id }))
  }
  cancel(id: string): Promise<Audit> {
    return this.change(() => rpc.bias.cancel({ id }))
  }
  remove(id: string): Promise<Audit> {
    return this.change(() => rpc.bias.remove({ id }))
  }
  restore(id: string): Promise<Audit> {
    return this.change(() => rpc.bias.restore({ id }))
  }

  #tell(audits: readonly Audit[]): void {
    for (const audit of audits) {
      if (!atWork.includes(this.find(audit.id)?.status)) continue
      if (audit.status === 'finished' || audit.status === 'failed') this.onEnd?.(audit)
    }
  }
}

export const audits = new AuditsState()
