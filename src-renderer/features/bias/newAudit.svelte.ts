// An audit being set up: which models, which suite, how it is asked, and what that can show.
import { untrack } from 'svelte'
import type { Audit, SuiteChoice } from '../../../src-main/contract/bias'
import type { Model } from '../../../src-main/contract/models'
import { Attempts } from '../../state/attempts.svelte'
import { PowerState } from '../../state/auditPower.svelte'
import { auditWish, type AuditWish } from '../../state/auditWish'
import { audits } from '../../state/audits.svelte'
import { failureOf, type Failure } from '../../state/failure'
import { models } from '../../state/models.svelte'
import { optionFields, typedNumber, type OptionField } from './optionFields'

interface TypedPair {
  stereotype: string
  antiStereotype: string
}

const emptyPair = (): TypedPair => ({ stereotype: '', antiStereotype: '' })
const isFilled = (text: string): boolean => text.trim() !== ''

export class NewAuditForm extends Attempts {
  models = $state.raw<readonly string[]>([])
  suite = $state('lethe')
  /** Where the files of the suite lie. */
  data = $state<string | null>(null)
  half = $state<SuiteChoice['half']>('whole')
  changed = $state.raw<Readonly<Record<string, unknown>>>({})
  /** Fields whose text is no value, with that text. */
  wrong = $state.raw<Readonly<Record<string, string>>>({})
  pairs = $state<TypedPair[]>([emptyPair(), emptyPair()])
  starting = $state(false)
  /** Models whose audit could not be begun. */
  refused = $state.raw<readonly { model: string; failure: Failure }[]>([])
  /** Of another page, which wants the same once more. */
  readonly wish: AuditWish | null
  readonly power = new PowerState()

  readonly info = $derived(audits.suite(this.suite))
  readonly fields = $derived<OptionField[]>(this.info ? optionFields(this.info.options) : [])
  readonly takesPairs = $derived(this.fields.some(({ kind }) => kind === 'pairs'))
  readonly typed = $derived(
    this.takesPairs && this.data === null
      ? this.pairs
          .filter((it) => isFilled(it.stereotype) && isFilled(it.antiStereotype))
          // Plain ones: what is watched cannot be sent.
          .map(({ stereotype, antiStereotype }) => ({ stereotype, antiStereotype }))
      : []
  )
  /** Places of pairs of which only one sentence is there. */
  readonly halfTyped = $derived(
    this.takesPairs && this.data === null
      ? this.pairs.flatMap((it, at) =>
          isFilled(it.stereotype) === isFilled(it.antiStereotype) ? [] : [at]
        )
      : []
  )
  readonly needsData = $derived(
    this.info !== undefined &&
      this.info.files !== null &&
      this.data === null &&
      this.typed.length === 0
  )
  readonly choice = $derived<SuiteChoice | null>(
    !this.info || this.needsData || this.halfTyped.length > 0 || Object.keys(this.wrong).length > 0
      ? null
      : {
          ...{ suite: this.suite, data: this.data, half: this.half },
          options: { ...this.changed, ...(this.typed.length > 0 && { pairs: this.typed }) }
        }
  )
  readonly askable = $derived(this.models.filter((id) => this.canAsk(models.find(id))))
  readonly canStart = $derived(
    this.choice !== null && this.askable.length > 0 && this.power.power?.items !== 0
  )

  constructor(wanted: readonly string[]) {
    super()
    this.models = wanted
    this.wish = auditWish.take()
    if (!this.wish) return
    const { suite, data, options, half } = this.wish.choice
    const { pairs, ...others } = options
    const isTyped = Array.isArray(pairs)
    this.suite = suite
    this.data = data
    this.half = half
    this.changed = isTyped ? others : options
    if (isTyped && pairs.length > 0) this.pairs = pairs as TypedPair[]
  }

  /** What can be shown follows the choice. */
  watch(): void {
    $effect(() => {
      const { choice } = this
      untrack(() => this.power.ask(choice))
    })
    $effect(() => () => this.power.stop())
  }

  /** Models that fill gaps can be asked by some suites only. */
  canAsk(model: Model | undefined): boolean {
    if (!model || model.missing || model.chat === 'idsOnly') return false
    return model.chat !== 'fill' || this.info?.comparableMasked != null
  }

  tick(id: string): void {
    const others = this.models.filter((it) => it !== id)
    this.models = others.length < this.models.length ? others : [...this.models, id]
  }

  chooseSuite(name: string): void {
    this.suite = name
    this.data = null
    this.changed = this.wrong = {}
  }

  set(name: string, value: unknown): void {
    this.changed = { ...this.changed, [name]: value }
  }
  optionOf({ name, ...field }: OptionField): unknown {
    return this.changed[name] ?? ('usual' in field ? field.usual : undefined)
  }
  setNumber(field: Extract<OptionField, { kind: 'number' }>, text: string): void {
    const value = typedNumber(field, text)
    const { [field.name]: _was, ...others } = this.wrong
    this.wrong = value === null ? { ...others, [field.name]: text } : others
    if (value !== null) this.set(field.name, value)
  }

  addPair(): void {
    this.pairs.push(emptyPair())
  }
  removePair(at: number): void {
    this.pairs.splice(at, 1)
    if (this.pairs.length === 0) this.addPair()
  }

  /** One audit of each model, in their order; those that were refused are named. */
  async start(): Promise<Audit[]> {
    const { choice, askable } = this
    if (!choice || !this.canStart || this.starting) return []
    this.starting = true
    const begun: Audit[] = []
    const refused: { model: string; failure: Failure }[] = []
    for (const id of askable)
      try {
        begun.push(await audits.begin(id, choice))
      } catch (error) {
        refused.push({ model: models.find(id)?.name ?? id, failure: failureOf(error) })
      }
    this.refused = refused
    this.starting = false
    return refused.length > 0 ? [] : begun
  }
}
