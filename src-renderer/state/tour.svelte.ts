// The ten-minute tour: its steps, what shows that one is done, and where each takes place. Nothing is
// acted: what a step is about happens in the window itself, and only the place in it is kept.
import type { Settings } from '../../src-main/contract/settings'
import { hashOf, router } from '../lib/router.svelte'
import { say } from '../messages/current.svelte'
import { audits } from './audits.svelte'
import { compareWish } from './compareWish'
import { comparisons } from './comparisons.svelte'
import { conversations } from './conversations.svelte'
import { datasetImport } from './datasetImport.svelte'
import { datasets } from './datasets.svelte'
import { flagSets } from './flagSets.svelte'
import { models } from './models.svelte'
import { runs } from './runs.svelte'
import { settings } from './settings.svelte'

export const tourSteps = [
  ...(['hello', 'words', 'teach', 'compare', 'flag', 'forget', 'again', 'bias'] as const)
] as const
export type TourStep = (typeof tourSteps)[number]

class Tour {
  /** The example that the window opens by itself; it is named in the language of that moment. */
  readonly #residents = $derived(
    datasets.list.find(({ fileName }) => fileName === 'residents.jsonl')
  )
  readonly #taught = $derived(
    runs.list.find((run) => run.resultModelId !== null && run.forgetting === null)
  )
  readonly #forgot = $derived(
    runs.list.find((run) => run.resultModelId !== null && run.forgetting !== null)
  )
  readonly #starter = $derived(models.list.find(({ origin }) => origin === 'included'))
  readonly #audited = $derived(audits.list.find(({ status }) => status === 'finished'))
  readonly place = $derived(settings.current.tour)
  readonly step = $derived<TourStep | null>(
    this.place && !this.place.paused ? (tourSteps[this.place.step] ?? null) : null
  )
  /** Whether what the step is about has happened; looking at words leaves nothing behind. */
  readonly isDone = $derived.by(() => {
    switch (this.step) {
      case 'hello':
        return conversations.list.length > 0
      case 'teach':
        return this.#taught !== undefined
      case 'compare':
        return comparisons.list.length > 0
      case 'flag':
        return flagSets.list.length > 0
      case 'forget':
        return this.#forgot !== undefined
      case 'bias':
        return this.#audited !== undefined
      default:
        return false
    }
  })
  readonly isLast = $derived(this.step === tourSteps.at(-1))

  /** From the beginning, or from where it was paused. */
  async take(): Promise<void> {
    await settings.update({
      tour: { step: this.place?.step ?? 0, paused: false },
      firstRunDismissed: true
    })
    await this.go()
  }

  async next(): Promise<void> {
    const step = (this.place?.step ?? 0) + 1
    await settings.update({ tour: { step, paused: false } })
    await this.go()
  }

  async pause(): Promise<void> {
    if (this.place) await settings.update({ tour: { ...this.place, paused: true } })
  }

  async end(): Promise<void> {
    await settings.update({ tour: null })
  }

  async restore(place: Settings['tour']): Promise<void> {
    await settings.update({ tour: place })
  }

  /** To where the step takes place, with everything filled in. */
  async go(): Promise<void> {
    switch (this.step) {
      case 'hello':
      case 'words':
        return router.go(hashOf('chat', ...conversations.list.slice(0, 1).map(({ id }) => id)))
      case 'teach': {
        if (!this.#residents) await datasetImport.example(say.data.exampleName)
        await datasets.load()
        const starter = this.#starter
        const filled = starter && this.#residents ? [starter.id, this.#residents.id] : []
        return router.go(hashOf('training', 'new', ...filled))
      }
      case 'compare':
        if (this.#taught) this.#compare(this.#taught.modelId, this.#taught.resultModelId)
        return router.go(hashOf('compare'))
      case 'flag':
        return router.go(hashOf('data', ...(this.#residents ? [this.#residents.id] : [])))
      case 'forget':
        return router.go(hashOf('forget', ...flagSets.list.slice(0, 1).map(({ id }) => id)))
      case 'again':
        if (this.#forgot) this.#compare(this.#taught?.resultModelId, this.#forgot.resultModelId)
        return router.go(hashOf('compare'))
      case 'bias': {
        const filled = ['new', ...(this.#starter ? [this.#starter.id] : [])]
        return router.go(hashOf('bias', ...(this.#audited ? [this.#audited.id] : filled)))
      }
      case null:
    }
  }

  #compare(...wanted: (string | null | undefined)[]): void {
    compareWish.models = wanted.filter((id) => typeof id === 'string')
  }
}

export const tour = new Tour()
