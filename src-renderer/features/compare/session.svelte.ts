// What is being set up for the next comparison, and the one in view.
import {
  defaultSampling,
  promptLimitBytes,
  samplingPresets,
  type Sampling,
  type SamplingPreset
} from '../../../src-main/contract/chat'
import type { ComparisonMode, Vote } from '../../../src-main/contract/compare'
import type { Model } from '../../../src-main/contract/models'
import { hashOf, router } from '../../lib/router.svelte'
import { leftAfterSending } from '../../lib/leftAfterSending'
import { bytesAbove } from '../../lib/textSize'
import { Attempts } from '../../state/attempts.svelte'
import { compareWish } from '../../state/compareWish'
import { comparisons } from '../../state/comparisons.svelte'
import { models } from '../../state/models.svelte'
import type { ChosenRemote } from '../../state/network.svelte'
import { OpenComparison, startComparison } from '../../state/openComparison.svelte'

export interface Entry {
  key: number
  modelId: string // or the reference of a remote model
  preset: SamplingPreset | 'own'
  sampling: Omit<Sampling, 'seed'>
}

const draftKey = 'lethe compare prompt'
const systemPromptKey = 'lethe compare system prompt'
const largestSeed = 0xffff_ffff
const { seed: _seed, ...usualSampling } = defaultSampling

class CompareSession extends Attempts {
  mode = $state<ComparisonMode>('sideBySide')
  prompt = $state(sessionStorage.getItem(draftKey) ?? '')
  /** Stays after asking: it is for all questions until it is changed. */
  systemPrompt = $state(sessionStorage.getItem(systemPromptKey) ?? '')
  seedText = $state('')
  entries = $state<Entry[]>([])
  open = $state.raw<OpenComparison | null>(null)
  asking = $state(false)
  differences = $state(false)
  /** In one row of a prompt set, against its reference. */
  rowDifferences = $state(true)
  #next = 1

  readonly seed = $derived.by<number | null | 'bad'>(() => {
    const text = this.seedText.trim()
    if (text === '') return null
    return /^\d+$/.test(text) && Number(text) <= largestSeed ? Number(text) : 'bad'
  })
  /** A blind vote is between two. */
  readonly asked = $derived(this.mode === 'blind' ? this.entries.slice(0, 2) : this.entries)
  readonly canAsk = $derived(
    this.prompt.trim() !== '' && this.asked.length >= 2 && this.seed !== 'bad' && !this.asking
  )

  write(prompt: string): void {
    this.prompt = prompt
    sessionStorage.setItem(draftKey, prompt)
  }

  writeSystemPrompt(text: string): void {
    this.systemPrompt = text
    sessionStorage.setItem(systemPromptKey, text)
  }

  /** Shows the comparison of the address; null is a new one. */
  show(id: string | null): void {
    if ((this.open?.id ?? null) === id) return
    this.open?.close()
    this.failure = null
    this.open = id === null ? null : new OpenComparison(id)
  }

  close(): void {
    this.open?.close()
    this.open = null
  }

  /** Two columns to begin with: two models, or one with two ways of choosing words. */
  fill(listed: readonly Model[], remotes: readonly ChosenRemote[]): void {
    // A model whose files were moved keeps its column: nothing takes its place unasked.
    const known = new Set([
      ...listed.map(({ id }) => id),
      ...remotes.map(({ reference }) => reference)
    ])
    this.entries = this.entries.filter(({ modelId }) => known.has(modelId))
    const wished = compareWish.take().filter((id) => known.has(id))
    if (wished.length > 0) {
      this.mode = 'sideBySide'
      this.entries = []
      for (const id of wished) this.#add(id, 'exact')
    }
    const usable = models.chattable
    const [first, second] = usable
    if (!first || this.entries.length >= 2) return
    if (this.entries.length === 0) this.#add(first.id, second ? 'balanced' : 'exact')
    this.#add(second?.id ?? first.id, 'balanced')
  }

  add(): void {
    const used = new Set(this.entries.map(({ modelId }) => modelId))
    const fresh = models.chattable.find(({ id }) => !used.has(id)) ?? models.chattable[0]
    if (fresh) this.#add(fresh.id, 'balanced')
  }

  remove(key: number): void {
    this.entries = this.entries.filter((entry) => entry.key !== key)
  }

  choosePreset(entry: Entry, preset: SamplingPreset): void {
    const changed = { ...entry, preset, sampling: { ...usualSampling, ...samplingPresets[preset] } }
    this.entries = this.entries.map((it) => (it.key === entry.key ? changed : it))
  }

  chooseModel(entry: Entry, modelId: string): void {
    this.entries = this.entries.map((it) => (it.key === entry.key ? { ...entry, modelId } : it))
  }

  async ask(): Promise<void> {
    if (!this.canAsk || this.seed === 'bad') return
    const sizeBytes = bytesAbove(this.prompt + this.systemPrompt, promptLimitBytes)
    if (sizeBytes !== null) {
      // Said before the text goes anywhere: it stays where it was typed.
      this.failure = { code: 'promptTooLarge', params: { sizeBytes, limitBytes: promptLimitBytes } }
      return
    }
    this.asking = true
    const { mode, prompt, systemPrompt, seed } = this
    const entries = this.asked.map(({ modelId, sampling }) => ({
      model: modelId,
      sampling: { ...sampling }
    }))
    await this.attempt(async () => {
      const started = await startComparison({ mode, prompt, systemPrompt, seed, entries })
      this.open?.close()
      this.open = new OpenComparison(started.id, started)
      this.write(leftAfterSending(prompt, this.prompt))
      router.go(hashOf('compare', started.id), { keepFocus: true })
      await comparisons.load()
    })
    this.asking = false
  }

  vote(vote: Vote): Promise<boolean> {
    return this.attempt(async () => this.open?.vote(vote))
  }

  #add(modelId: string, preset: SamplingPreset): void {
    const sampling = { ...usualSampling, ...samplingPresets[preset] }
    this.entries = [...this.entries, { key: this.#next++, modelId, preset, sampling }]
  }
}

/** One for the window: what is set up stays while one looks elsewhere. */
export const session = new CompareSession()
