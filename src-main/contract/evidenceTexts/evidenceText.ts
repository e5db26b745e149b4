// Evidence in the words of a language: what came of it in one sentence or two, what would settle what is
// not settled, and each test with its reason.
import {
  testNames,
  type MeasuredEvidence,
  type TestName,
  type TestResult,
  type TestWord
} from '../evidenceMeasured'
import { attackNames, type AttackName } from '../evidenceRequest'
import type { Language } from '../quantities'
import { english } from './english'
import { portuguese } from './portuguese'
import type { EvidenceSentences, Seen } from './sentences'

const languages: Record<Language, EvidenceSentences> = { en: english, 'pt-BR': portuguese }

export interface VerdictText {
  /** What came of it. */
  verdict: string
  /** What it leaves open: undecided tests, what was not tested. Empty: nothing. */
  open: string[]
  /** What would settle it; null where it is settled. */
  settles: string | null
}

export interface TestText {
  title: string
  word: string
  /** Why it has that word. Null: not tested. */
  sentence: string | null
  settles: string | null
}

export class EvidenceTexts {
  readonly #say: EvidenceSentences
  readonly #decimals: Intl.NumberFormat
  readonly #percent: Intl.NumberFormat

  constructor(
    language: Language,
    private readonly worstOf: number
  ) {
    this.#say = languages[language]
    this.#decimals = new Intl.NumberFormat(language, {
      ...{ minimumFractionDigits: 2, maximumFractionDigits: 2 }
    })
    this.#percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  }

  /** The sentences above all else. */
  verdict(measured: MeasuredEvidence): VerdictText {
    const { overall, tests, attacks, counts } = measured
    const say = this.#say
    const settled = (verdict: string, open: string[] = []): VerdictText => ({
      ...{ verdict, open, settles: null }
    })
    switch (overall.key) {
      case 'exact':
        return settled(say.exact(counts.records))
      case 'replayedNotCompared':
        return settled(say.replayedNotCompared)
      case 'notForgotten': {
        const [test] = overall.tests
        return settled(say.notForgotten(this.#testTitle(test!), this.#seen(tests[test!]!)))
      }
      case 'comesBack': {
        const [attack] = overall.attacks
        return settled(say.comesBack(say.attacks[attack!], this.#seen(attacks[attack!]!)))
      }
      case 'overForgotten':
        return settled(say.overForgotten)
      case 'lostAbility':
        return settled(this.#lost(measured, overall.isForgotten))
      case 'forgotten': {
        const { agreeing, undecided, notTested } = overall
        const tested = testNames.length - notTested.tests.length + 1 // ability too
        const kept = undecided.ability ? 0 : 1
        const verdict = say.forgotten({
          ...{ records: counts.records, agreeing: agreeing.length + kept, tests: tested }
        })
        return settled(verdict, this.#open(undecided, notTested))
      }
      case 'cannotTell': {
        const nothing = { tests: overall.notTested, attacks: [] }
        const open = this.#open({ tests: [], attacks: [], ability: false }, nothing)
        if (measured.ability.word === 'lost') open.push(this.#lost(measured, null))
        const settles = this.#settles(overall.undecided, tests)
        return { verdict: say.cannotTell(counts.records), open, settles }
      }
    }
  }

  test(name: TestName, result: TestResult | null): TestText {
    return this.#test(this.#testTitle(name), result)
  }

  attack(name: AttackName, result: TestResult | null): TestText {
    return this.#test(this.#say.attacks[name], result)
  }

  /** What is said where the records are of too few people to speak of others. */
  get theseRecordsOnly(): string {
    return this.#say.theseRecordsOnly
  }

  /** Of a test, or of ability. */
  word(word: TestWord | MeasuredEvidence['ability']['word']): string {
    return this.#say.words[word]
  }

  ability({ ability }: MeasuredEvidence): Pick<TestText, 'title' | 'word'> {
    return { title: this.#say.ability, word: this.#say.words[ability.word] }
  }

  #test(title: string, result: TestResult | null): TestText {
    const say = this.#say
    if (!result) return { title, word: say.words.notTested, sentence: null, settles: null }
    const { word, reason, records, groups, groupedBy, neededRecords } = result
    if (word === 'cannotTell') {
      const sentence = reason ? say.why[reason]({ records, groups }) : null
      const settles = `${say.settles(title, neededRecords)} ${say.replaySettles}`
      return { title, word: say.words[word], sentence, settles }
    }
    const of = {
      ...{ ...this.#seen(result), before: this.#number(result.original) },
      margin: this.#number(result.margin)
    }
    const sentence = {
      forgotten: say.insideMargin,
      notForgotten: say.originalsSide,
      overForgotten: say.farSide
    }[word](of)
    const note = groupedBy === 'nearDuplicates' ? ` ${say.theseRecordsOnly}` : ''
    return { title, word: say.words[word], sentence: `${sentence}${note}`, settles: null }
  }

  /** The whiskers around now are those of its difference from the reference. */
  #seen({ unlearned, reference, interval }: TestResult): Seen {
    const beside = (side: number | null): string =>
      this.#number(reference === null || side === null ? null : reference + side)
    return {
      now: this.#number(unlearned),
      low: beside(interval.low),
      high: beside(interval.high),
      reference: this.#number(reference)
    }
  }

  #open(
    undecided: { tests: TestName[]; attacks: AttackName[]; ability: boolean },
    notTested: { tests: TestName[]; attacks: AttackName[] }
  ): string[] {
    const say = this.#say
    const names = (of: { tests: TestName[]; attacks: AttackName[] }): string[] => [
      ...testNames.filter((name) => of.tests.includes(name)).map((name) => this.#testTitle(name)),
      ...attackNames.filter((name) => of.attacks.includes(name)).map((name) => say.attacks[name])
    ]
    const open = [...names(undecided), ...(undecided.ability ? [say.ability] : [])]
    const quoted = (titles: string[]): string => say.list(titles.map((title) => `“${title}”`))
    const missing = names(notTested)
    return [
      ...(open.length > 0 ? [say.undecided(quoted(open), open.length > 1)] : []),
      ...(missing.length > 0 ? [say.notTested(quoted(missing))] : [])
    ]
  }

  /** The test that fewest records would settle. */
  #settles(undecided: readonly TestName[], tests: MeasuredEvidence['tests']): string {
    const say = this.#say
    const [best] = undecided
      .map((name) => ({ name, need: tests[name]?.neededRecords ?? null }))
      .sort((a, b) => (a.need ?? Infinity) - (b.need ?? Infinity))
    return best
      ? `${say.settles(this.#testTitle(best.name), best.need)} ${say.replaySettles}`
      : say.replaySettles
  }

  #lost({ ability }: MeasuredEvidence, isForgotten: boolean | null): string {
    const what = ability.perplexity.word === 'lost' ? 'perplexity' : 'retainProbability'
    const { loss, interval } = ability[what]
    const written = (value: number | null): string =>
      value === null ? '?' : this.#percent.format(value).replace('-', '\u2212')
    return this.#say.lostAbility(isForgotten, what, {
      ...{ loss: written(loss), low: written(interval.low), high: written(interval.high) }
    })
  }

  #testTitle(name: TestName): string {
    return this.#say.tests[name](this.worstOf)
  }

  #number(value: number | null): string {
    return value === null ? '?' : this.#decimals.format(value).replace('-', '\u2212')
  }
}
