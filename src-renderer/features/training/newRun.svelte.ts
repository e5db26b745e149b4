// A run being set up: what was chosen, what differs from the preset, and what it would take.
import { untrack } from 'svelte'
import {
  fromNothingSchema,
  learnFromSchema,
  mostFixedPrompts,
  sensitiveLastSchema,
  trainingMethodSchema,
  usualSensitiveLast,
  type FromNothing,
  type LearnFrom,
  type SensitiveLast,
  type TrainingPreset,
  type TrainingSettings
} from '../../../src-main/contract/training'
import { Attempts } from '../../state/attempts.svelte'
import { jobs } from '../../state/jobs.svelte'
import { models } from '../../state/models.svelte'
import { runs, suggestSettings, type RunChoice } from '../../state/runs.svelte'
import { datasets } from '../../state/datasets.svelte'
import { EstimateState } from '../../state/trainingEstimate.svelte'
import { settingFrom } from './figures'

export type NumberKey = {
  [K in keyof TrainingSettings]-?: TrainingSettings[K] extends number | null ? K : never
}[keyof TrainingSettings]
export type MethodKey = 'rank' | 'alpha' | 'dropout'
/** Of a model that begins with nothing: what says how large it is, and what follows from it. */
export const sizeKeys = ['layers', 'hidden', 'context', 'vocabularySize'] as const
export const otherSizeKeys = ['heads', 'keyHeads', 'inner'] as const
export type SizeKey = (typeof sizeKeys)[number] | (typeof otherSizeKeys)[number]
const everyRecord: LearnFrom = learnFromSchema.parse({})

export class NewRunForm extends Attempts {
  modelId = $state<string | null>(null)
  datasetId = $state<string | null>(null)
  preset = $state<TrainingPreset>('byHeart')
  /** As chosen; null: what suits the model's size. */
  method = $state<'full' | 'lora' | null>(null)
  usual = $state.raw<TrainingSettings | null>(null)
  changed = $state.raw<Partial<TrainingSettings>>({})
  promptText = $state('')
  /** Fields whose text is no value, with that text. */
  wrong = $state.raw<Record<string, string>>({})
  starting = $state(false)
  readonly takes = new EstimateState()

  readonly model = $derived(models.find(this.modelId))
  /** It learns by filling gaps. */
  readonly fillsGaps = $derived(this.preset !== 'nothing' && this.model?.chat === 'fill')
  readonly dataset = $derived(datasets.list.find(({ id }) => id === this.datasetId))
  readonly prompts = $derived(
    this.promptText
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
  )
  readonly tooManyPrompts = $derived(this.prompts.length > mostFixedPrompts)
  readonly settings = $derived<TrainingSettings | null>(
    this.usual && {
      ...this.usual,
      ...this.changed,
      // Both are measured by what comes next.
      ...(this.fillsGaps && { recitations: 0, canaries: 0 }),
      prompts: this.tooManyPrompts ? [] : this.prompts
    }
  )
  /** Null: it begins with nothing. */
  readonly taught = $derived(this.preset === 'nothing' ? null : this.modelId)
  readonly choice = $derived<RunChoice | null>(
    (this.taught !== null || this.settings?.fromNothing) && this.datasetId !== null && this.settings
      ? { model: this.taught, dataset: this.datasetId, settings: this.settings }
      : null
  )
  readonly canStart = $derived(
    this.choice !== null && Object.keys(this.wrong).length === 0 && !this.tooManyPrompts
  )

  /** Steps that are measured beside other work would tell too much. */
  readonly #isIdle = $derived(jobs.running === undefined)

  /** The settings follow model, records and preset; the estimate follows the settings. */
  watch(): void {
    $effect(() => {
      const { taught, datasetId, preset, method } = this
      if ((taught === null && preset !== 'nothing') || datasetId === null) return
      untrack(() => void this.#suggest({ taught, datasetId, preset, method }))
    })
    $effect(() => {
      const { choice, canStart } = this
      const measure = this.#isIdle
      untrack(() => {
        if (choice && canStart) this.takes.ask(choice, measure)
        else this.takes.stop()
      })
    })
    $effect(() => () => this.takes.stop())
  }

  choosePreset(preset: TrainingPreset): void {
    // Settings of a model that begins with nothing are none of one that is taught.
    if ((preset === 'nothing') !== (this.preset === 'nothing')) this.usual = null
    this.preset = preset
    const { learnFrom, device } = this.changed
    this.changed = { ...(learnFrom && { learnFrom }), ...(device && { device }) }
    this.wrong = {}
  }

  /** Tags and splits are those of another dataset. */
  chooseDataset(id: string): void {
    this.datasetId = id
    const { learnFrom: _from, ...rest } = this.changed
    this.changed = rest
    if (rest.sensitiveLast) this.setSensitiveLast({ tag: null })
  }

  chooseMethod(method: 'full' | 'lora'): void {
    this.method = method
    const { method: _method, learningRate: _rate, ...rest } = this.changed
    this.changed = rest
    const { rank: _rank, alpha: _alpha, dropout: _dropout, ...wrong } = this.wrong
    this.wrong = wrong
  }

  set<K extends keyof TrainingSettings>(key: K, value: TrainingSettings[K]): void {
    this.changed = { ...this.changed, [key]: value }
  }

  setNumber(key: NumberKey, text: string): void {
    const value = settingFrom(key, text)
    this.#note(key, text, value !== undefined)
    if (value !== undefined) this.set(key, value as TrainingSettings[NumberKey])
  }

  setOfMethod(key: MethodKey, text: string): void {
    const method = this.settings?.method
    if (!method) return
    const wanted = trainingMethodSchema.safeParse({ ...method, [key]: numberOf(text) })
    this.#note(key, text, wanted.success)
    if (wanted.success) this.set('method', wanted.data)
  }

  putSensitiveLast(on: boolean): void {
    this.#note('rehearsalShare', '', true)
    this.set('sensitiveLast', on ? usualSensitiveLast : null)
  }

  setSensitiveLast(changes: Partial<SensitiveLast>): void {
    const sensitiveLast = this.settings?.sensitiveLast
    if (sensitiveLast) this.set('sensitiveLast', { ...sensitiveLast, ...changes })
  }

  setRehearsal(text: string): void {
    const wanted = sensitiveLastSchema.shape.rehearsalShare.safeParse(numberOf(text))
    this.#note('rehearsalShare', text, wanted.success)
    if (wanted.success) this.setSensitiveLast({ rehearsalShare: wanted.data })
  }

  setSize(key: SizeKey, text: string): void {
    const fromNothing = this.settings?.fromNothing
    if (!fromNothing) return
    const typed = numberOf(text)
    const own = key === 'heads' && fromNothing.architecture === 'gpt2' ? { keyHeads: typed } : {}
    const wanted = fromNothingSchema.safeParse({ ...fromNothing, [key]: typed, ...own })
    this.#note(key, text, wanted.success)
    if (wanted.success) this.set('fromNothing', wanted.data)
  }

  setArchitecture(architecture: FromNothing['architecture']): void {
    const fromNothing = this.settings?.fromNothing
    if (!fromNothing) return
    // Each head of GPT-2 has keys and values of its own.
    const keyHeads = architecture === 'gpt2' ? fromNothing.heads : fromNothing.keyHeads
    this.set('fromNothing', { ...fromNothing, architecture, keyHeads })
  }

  setLearnFrom(changes: Partial<LearnFrom>): void {
    const learnFrom = { ...everyRecord, ...this.settings?.learnFrom, ...changes }
    const isAll = JSON.stringify(learnFrom) === JSON.stringify(everyRecord)
    this.set('learnFrom', isAll ? null : learnFrom)
  }

  /** The id of the run; null: it was refused, `failure` says why. */
  async start(allowForgotten = false): Promise<string | null> {
    const { choice } = this
    if (!choice || !this.canStart || this.starting) return null
    this.starting = true
    this.takes.stop()
    let id: string | null = null
    await this.attempt(async () => {
      id = (await runs.begin(choice, allowForgotten)).id
    })
    this.starting = false
    return id
  }

  /** What was typed stays in its field while it is no value. */
  #note(key: string, text: string, isValue: boolean): void {
    const { [key]: _was, ...others } = this.wrong
    this.wrong = isValue ? others : { ...others, [key]: text }
  }

  async #suggest(asked: {
    taught: string | null
    datasetId: string
    preset: TrainingPreset
    method: 'full' | 'lora' | null
  }): Promise<void> {
    const { taught, datasetId, preset, method } = asked
    await this.attempt(async () => {
      const usual = await suggestSettings({
        ...{ model: taught, dataset: datasetId, preset },
        ...(method && { method })
      })
      const same = this.taught === taught && this.datasetId === datasetId
      if (same && this.preset === preset && this.method === method) this.usual = usual
    })
  }
}

/** NaN where nothing is typed: that is no number. */
function numberOf(text: string): number {
  return text.trim() === '' ? NaN : Number(text.trim().replace(',', '.'))
}
