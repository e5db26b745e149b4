// What an audit says, in sentences: the window, the command line and the report say the same ones.
import {
  changeWords,
  leanWords,
  type AuditComparison,
  type AuditPower,
  type AuditResult,
  type AxisChange,
  type AxisFigure,
  type ChangeWord,
  type LeanWord
} from '../bias'
import type { DatasetOrigin } from '../datasets'
import { quantities, type Language } from '../quantities'
import { english } from './english'
import { portuguese } from './portuguese'
import type { BiasSentences, IndicativeReason, ItemNoun, Written } from './sentences'

const languages: Record<Language, BiasSentences> = { en: english, 'pt-BR': portuguese }

/** Suites whose items are two sentences that differ in the group alone. */
const suitesOfPairs: ReadonlySet<string> = new Set([
  ...['lethe', 'counterfactual', 'crows-pairs', 'gender-pairs', 'gest', 'winobias', 'winogender']
])

export interface AxisText {
  title: string
  word: string
  /** The sentence with its interval. */
  sentence: string
  /** What limits it: why it is indicative only, the other convention, other seeds. */
  notes: string[]
}

export class BiasTexts {
  readonly #say: BiasSentences
  readonly #noun: ItemNoun
  readonly #quantities: ReturnType<typeof quantities>
  readonly #whole: Intl.NumberFormat
  readonly #tenth: Intl.NumberFormat
  readonly #percent: Intl.NumberFormat

  /** @param suite its name: what its items are called */
  constructor(language: Language, suite: string) {
    this.#say = languages[language]
    this.#noun = suitesOfPairs.has(suite) ? 'pairs' : 'items'
    this.#quantities = quantities(language)
    this.#whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
    this.#tenth = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
    this.#percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  }

  /** The name of an axis, in one language of the items where that is said. */
  axis({ axis, language = null }: { axis: string; language?: string | null }): string {
    const plain = axis.replaceAll('_', ' ')
    const name = this.#say.axes[axis] ?? `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`
    if (language === null) return name
    return this.#say.inLanguage(name, this.#say.languages[language] ?? language)
  }

  /** How a leaning comes from scores; one that is not known keeps its name. */
  convention(name: string): string {
    return this.#say.conventions[name] ?? name
  }

  word(word: LeanWord | ChangeWord): string {
    return this.#say.words[word]
  }

  /** "212 pairs" */
  items(count: number): string {
    return this.#say.count(this.#quantities.count(count), this.#noun, count === 1)
  }

  /** One axis of one model. */
  lean(figure: AxisFigure): AxisText {
    const say = this.#say
    const { share, interval, n, verdict, largestLean, need, standing, flips } = figure
    const [title, word] = [this.axis(figure), say.words[verdict]]
    if (share === null || !interval || largestLean === null) {
      const sentence = n === 0 ? say.noSides : say.tooFew(this.items(n))
      return { title, word, sentence, notes: [] }
    }
    const said = {
      leans: say.leans,
      leansAway: say.leansAway,
      noLean: say.noLean(this.#points(largestLean)),
      cannotTell: [say.leanCannotTell, ...this.#would(need)].join(' '),
      tooFew: say.tooFew(this.items(n))
    }[verdict]
    const of100 = {
      value: this.#of100(share),
      ...{ low: this.#of100(interval.low), high: this.#of100(interval.high) }
    }
    const sentence = `${say.lean(of100, this.#noun, this.#quantities.count(n))} ${said}`
    const isFlipped = flips !== null && flips > 0
    const notes = [
      ...(standing === 'indicative' ? [this.#indicative(figure)] : []),
      ...(isFlipped ? [say.flips(this.#percent.format(flips), this.#noun)] : [])
    ]
    return { title, word, sentence, notes }
  }

  /** One axis under two models. */
  change(found: AxisChange, margin: number): AxisText {
    const say = this.#say
    const { n, change, interval, verdict, direction, need, standing, seeds } = found
    const [title, word] = [this.axis(found), say.words[verdict]]
    if (change === null || !interval || verdict === 'notScored')
      return { title, word, sentence: say.notScored(title, this.items(n)), notes: [] }
    const isLess = change < 0
    const sizes = { ...this.#size(change, interval), axis: title, isLess }
    const crossed = direction === 'past50' ? [say.crossed(title)] : []
    const isChanged = verdict === 'changed' || verdict === 'changedWithinMargin'
    const seen = say.seenChange(this.#signed(change, interval, (value) => this.#points(value)))
    const sentences = {
      changed: [say.changed(sizes), ...crossed],
      changedWithinMargin: [say.changedWithinMargin(sizes, this.#points(margin)), ...crossed],
      equivalent: [say.equivalent(title, this.#points(margin))],
      cannotTell: [say.cannotTell(title), ...this.#would(need)]
    }[verdict]
    const { before, after } = found
    const notes = [
      ...(before === null || after === null
        ? []
        : [say.beforeAfter(this.#of100(before), this.#of100(after), this.#noun)]),
      ...(isChanged ? [] : [seen]),
      ...(standing === 'indicative' ? [this.#indicative(found)] : []),
      ...(seeds === null
        ? []
        : [
            say.seeds({
              models: this.#quantities.count(seeds.models),
              deviation: this.#points(seeds.deviation),
              exceeds: seeds.exceeds
            })
          ])
    ]
    return { title, word, sentence: sentences.join(' '), notes }
  }

  /** Beside every before and after; null: it was not measured of both. @param perplexities of both */
  ability(
    ability: AuditComparison['ability'],
    perplexities: { before: number; after: number } | null
  ): string {
    const say = this.#say
    if (!ability) return say.abilityNotCompared
    const perplexity =
      perplexities &&
      say.perplexity(
        this.#tenth.format(perplexities.before),
        this.#tenth.format(perplexities.after)
      )
    return say.ability[ability.word]({
      ...{ perplexity, loss: this.#loss(ability) },
      n: this.#quantities.count(ability.records)
    })
  }

  /** Of one model alone; null: it was not measured. */
  abilityAlone({ capability }: AuditResult): string | null {
    if (capability?.perplexity == null) return null
    const { perplexity, tokens } = capability
    return this.#say.abilityAlone(this.#tenth.format(perplexity), this.#quantities.count(tokens))
  }

  /** Put first where it is true; null: it is not. */
  broke({ broke, ability }: AuditComparison): string | null {
    return broke && ability ? this.#say.broke(this.#loss(ability)) : null
  }

  /** Which axes got which word, in the order of the words: a sentence for each word there is. */
  summary(axes: readonly (AxisFigure | AxisChange)[]): string[] {
    const isChange = axes.some((axis) => 'change' in axis)
    const words: readonly (LeanWord | ChangeWord)[] = isChange ? changeWords : leanWords
    return words.flatMap((word) => {
      const own = axes.filter(({ verdict }) => verdict === word)
      if (own.length === 0) return []
      return [this.#say.summary[word](this.#say.list(own.map((it) => this.axis(it))))]
    })
  }

  /** "Leans 2 · Cannot tell 5" */
  tally(tally: readonly { word: LeanWord | ChangeWord; axes: number }[]): string {
    return tally
      .map(({ word, axes }) => `${this.#say.words[word]}\u00a0${this.#quantities.count(axes)}`)
      .join(' · ')
  }

  /** What a set can show, whatever the model. */
  power({ items, smallestLean, smallestChange }: PowerOf, of: 'lean' | 'change'): string {
    const say = of === 'lean' ? this.#say.powerLean : this.#say.powerChange
    const smallest = of === 'lean' ? smallestLean : smallestChange
    const points = smallest === null ? null : this.#whole.format(Math.ceil(100 * smallest))
    return say({ items: this.items(items), points })
  }

  leftOut(rows: number): string {
    return this.#say.leftOut(this.#quantities.count(rows), rows === 1)
  }

  leftOutByHand(items: number): string {
    return this.#say.leftOutByHand(this.items(items))
  }

  get heldOutHalf(): string {
    return this.#say.heldOutHalf
  }

  /** How axes of one model get their words. @param family axes that share the correction */
  ruleOne(family: number): string {
    return this.#say.ruleOne({ family: this.#quantities.count(family), noun: this.#noun })
  }

  ruleChange({ family, margin }: Pick<AuditComparison, 'family' | 'margin'>): string {
    const written = { family: this.#quantities.count(family), margin: this.#points(margin) }
    return this.#say.ruleChange(written)
  }

  get notShown(): { title: string; items: readonly string[] } {
    return { title: this.#say.notShownTitle, items: this.#say.notShown }
  }

  direction(direction: NonNullable<AxisChange['direction']>): string {
    return this.#say.directions[direction]
  }

  /** "Starter · Lethe pairs, Gender" @param audit what was audited, and by which suite */
  finding(audit: string, axis: string | null): string {
    return axis === null ? audit : `${audit}, ${this.axis({ axis })}`
  }

  flagReason(finding: string, items: number): string {
    return this.#say.flagReason(finding, this.items(items))
  }

  balancedName(finding: string): string {
    return this.#say.balancedName(finding)
  }

  /** What a balanced set was made of. */
  madeOf({ modelName, suite, axis, from }: DatasetOrigin): string {
    return this.#say.madeOf[from](this.finding(`${modelName} · ${suite}`, axis))
  }

  get trainedOnItems(): string {
    return this.#say.trainedOnItems
  }

  #would(need: number | null): string[] {
    return need === null ? [] : [this.#say.would(this.items(need))]
  }

  #indicative(of: Pick<AxisFigure, 'n' | 'groups'>): string {
    const why: IndicativeReason =
      of.n < 200 ? 'fewItems' : of.groups < 20 ? 'fewGroups' : 'unknownTokens'
    return this.#say.indicative(this.#say.whyIndicative[why](this.#noun))
  }

  /** A change without its sign; what reaches beyond zero keeps one. */
  #size(change: number, { low, high }: { low: number; high: number }): Written {
    const [least, most] = change < 0 ? [-high, -low] : [low, high]
    const [value, from, to] = [Math.abs(change), least, most].map((it) => this.#points(it))
    return { value: value!, low: from!, high: to! }
  }

  #signed(
    value: number,
    { low, high }: { low: number; high: number },
    write: (value: number) => string
  ): Written {
    const signed = (it: number): string => `${it > 0 ? '+' : ''}${write(it)}`
    return { value: signed(value), low: signed(low), high: signed(high) }
  }

  #loss({ loss, interval }: NonNullable<AuditComparison['ability']>): Written {
    return this.#signed(loss, interval, (value) => minus(this.#percent.format(value)))
  }

  /** 0.0312 -> "3.1" */
  #points(share: number): string {
    return minus(this.#tenth.format(100 * share))
  }

  #of100(share: number): string {
    return minus(this.#whole.format(100 * share))
  }
}

type PowerOf = Pick<AuditPower, 'items' | 'smallestLean' | 'smallestChange'>

const minus = (text: string): string => (text === '-0' ? '0' : text.replace('-', '\u2212'))
