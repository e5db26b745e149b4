// Records that may have to be forgotten: what is looked for, what was found, what of it is ticked.
import type { FlagSet } from '../../src-main/contract/forgetting'
import type { FindSource, FoundGroup } from '../../src-main/contract/foundRecords'
import type { PiiType } from '../../src-main/contract/records'
import { rpc } from '../rpc/client'
import { Attempts } from './attempts.svelte'
import type { FlagWish } from './flagWish.svelte'

export type SourceKind = FindSource['by']
type Place = { dataset: { id: string }; ordinal: number }

const keyOf = ({ dataset, ordinal }: Place): string => `${dataset.id} ${ordinal}`

export class FlagSearch extends Attempts {
  kind = $state<SourceKind>('person')
  /** Name, words, finding or text, by the kind it was typed for. */
  texts = $state<Record<SourceKind, string>>({
    person: '',
    words: '',
    finding: '',
    text: '',
    answer: ''
  })
  pii = $state<PiiType>('email')
  /** null: all. */
  dataset = $state<string | null>(null)
  looking = $state(false)
  /** null: nothing was looked for yet. */
  groups = $state.raw<readonly FoundGroup[] | null>(null)
  /** What the groups were found by. */
  soughtBy = $state.raw<FindSource | null>(null)
  #ticked = $state.raw<ReadonlySet<string>>(new Set())
  readonly question: string
  readonly model: string | null
  #stop = new AbortController()

  constructor(wish: FlagWish | null, dataset: string | null = null) {
    super()
    const source = wish?.source ?? null
    this.dataset = dataset ?? wish?.dataset ?? null
    this.model = wish?.model ?? null
    this.question = source?.by === 'answer' ? source.question : ''
    if (!source) return
    this.kind = source.by
    if (source.by === 'finding') this.pii = source.type
    this.texts[source.by] =
      source.by === 'person' ? source.name : source.by === 'words' ? source.query : source.text
    if (this.source) void this.look()
  }

  readonly source = $derived.by<FindSource | null>(() => {
    const { kind, question } = this
    const typed = this.texts[kind].trim()
    if (typed === '') return null
    if (kind === 'person') return { by: kind, name: typed }
    if (kind === 'words') return { by: kind, query: typed }
    if (kind === 'finding') return { by: kind, type: this.pii, text: typed }
    return kind === 'text' ? { by: kind, text: typed } : { by: kind, text: typed, question }
  })

  /** As their records spell it; '' where nobody was looked for. */
  readonly person = $derived.by(() => {
    const { soughtBy, groups } = this
    if (soughtBy?.by !== 'person') return ''
    const own = groups?.find(({ reason }) => reason === 'subject')?.records[0]
    return own?.subject ?? soughtBy.name
  })

  readonly ticked = $derived(this.#ticked.size)
  readonly tickedDatasets = $derived(new Set([...this.#ticked].map((key) => key.split(' ')[0]!)))

  async look(): Promise<void> {
    const { source, dataset, model } = this
    if (!source) return
    this.#stop.abort()
    const { signal } = (this.#stop = new AbortController())
    this.looking = true
    await this.attempt(async () => {
      const { groups } = await rpc.forgetting.find(
        {
          ...{ source, ...(dataset !== null && { dataset }) },
          ...(source.by === 'answer' && model !== null && { model })
        },
        { signal }
      )
      this.groups = groups
      this.soughtBy = source
      this.#ticked = new Set(groups.filter(({ isExact }) => isExact).flatMap(keysOf))
    })
    if (signal.aborted) return
    this.looking = false
    if (this.failure) this.groups = null
  }

  close(): void {
    this.#stop.abort()
  }

  isTicked(place: Place): boolean {
    return this.#ticked.has(keyOf(place))
  }

  /** How many of a group are ticked. */
  tickedOf(group: FoundGroup): number {
    return keysOf(group).filter((key) => this.#ticked.has(key)).length
  }

  tick(place: Place, on: boolean): void {
    this.#set([keyOf(place)], on)
  }

  tickAll(group: FoundGroup, on: boolean): void {
    this.#set(keysOf(group), on)
  }

  #set(keys: readonly string[], on: boolean): void {
    const next = new Set(this.#ticked)
    for (const key of keys) {
      if (on) next.add(key)
      else next.delete(key)
    }
    this.#ticked = next
  }

  /** A set for each dataset that has some; or a new version of `to`. Throws as `flag` and `revise`. */
  async save(
    ask: { name: string; reason: string; requester: string },
    to: FlagSet | null
  ): Promise<FlagSet[]> {
    const { reason, requester } = ask
    // A text or a number that is to be forgotten gives no name: the set stays.
    const words = this.soughtBy?.by === 'words' ? this.soughtBy.query : this.person
    const name = ask.name.trim() || words.slice(0, 120)
    const saved: FlagSet[] = []
    for (const [dataset, ordinals] of this.#byDataset()) {
      const records = { ordinals }
      saved.push(
        to
          ? await rpc.forgetting.revise({
              ...{ flagSet: to.id, mode: 'add', records },
              ...(reason.trim() !== '' && { reason }),
              ...(requester.trim() !== '' && { requester })
            })
          : await rpc.forgetting.flag({
              ...{ dataset, records, reason, requester, ...(name !== '' && { name }) }
            })
      )
    }
    return saved
  }

  #byDataset(): Map<string, number[]> {
    const found = new Map<string, number[]>()
    for (const key of this.#ticked) {
      const [dataset = '', ordinal] = key.split(' ')
      const ordinals = found.get(dataset) ?? []
      found.set(dataset, ordinals)
      ordinals.push(Number(ordinal))
    }
    return found
  }
}

function keysOf({ places }: FoundGroup): string[] {
  return places.flatMap(({ dataset, ordinals }) =>
    ordinals.map((ordinal) => keyOf({ dataset, ordinal }))
  )
}
