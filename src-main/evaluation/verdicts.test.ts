// What each word of a verdict needs, by hand-made records and for any records.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { directTests } from '../base/directTests'
import { uniform } from '../base/random'
import { abilityVerdict } from './abilityVerdict'
import { overallVerdict, type Evidence, type TestName } from './overallVerdict'
import { testVerdict, type MeasuredRecord, type TestVerdict, type TestWord } from './testVerdict'

/** Records of n people: original 0.8, reference 0.2, unlearned as given, each a little off. */
function measured(n: number, unlearned: number, noise = 0.02): MeasuredRecord[] {
  return Array.from({ length: n }, (_, i) => {
    const off = (which: number): number => noise * (uniform(which, i) - 0.5)
    return {
      original: 0.8 + off(1),
      unlearned: unlearned + off(2),
      reference: 0.2 + off(3),
      subject: `person ${i}`,
      nearDuplicates: `text ${i}`
    }
  })
}

describe('one test', () => {
  test.each([
    [0.2, 'forgotten'],
    [0.29, 'forgotten'],
    [0.11, 'forgotten'],
    [0.8, 'notForgotten'],
    [0.4, 'notForgotten'],
    [0.02, 'overForgotten']
  ] as const)('unlearned at %f between 0.8 and 0.2 is %s', (unlearned, word) => {
    const verdict = testVerdict(measured(12, unlearned))
    expect(verdict).toMatchObject({ word, reason: null, records: 12, groups: 12 })
    expect(verdict.margin).toBeCloseTo(0.12, 2)
    // A measure that falls when a record is known is judged alike.
    const turned = measured(12, unlearned).map((it) => ({
      ...it,
      original: -it.original,
      unlearned: -it.unlearned,
      reference: -it.reference
    }))
    expect(testVerdict(turned).word).toBe(word)
  })

  test('at the border, or with too much noise, it cannot tell and says what would', () => {
    expect(testVerdict(measured(12, 0.32, 0.2))).toMatchObject({
      word: 'cannotTell',
      reason: 'tooWide'
    })
    const verdict = testVerdict(measured(12, 0.2, 1))
    expect(verdict).toMatchObject({ word: 'cannotTell', reason: 'tooWide' })
    expect(verdict.neededRecords).toBeGreaterThan(12)
    const settled = testVerdict(measured(verdict.neededRecords! * 2, 0.2, 1))
    expect(settled.word).toBe('forgotten')
  })

  test('without a difference between original and reference it cannot tell', () => {
    const same = measured(40, 0.2).map((it) => ({ ...it, original: it.reference }))
    expect(testVerdict(same)).toMatchObject({
      word: 'cannotTell',
      reason: 'noDifference',
      neededRecords: null,
      margin: 0
    })
  })

  test('a difference that is nothing but rounding is settled by no number of records', () => {
    const same = measured(40, 0.2, 1).map((it, at) => ({
      ...it,
      original: it.reference + (at % 2 === 0 ? 0.1 : -0.1 - 1e-16)
    }))
    expect(testVerdict(same)).toMatchObject({ reason: 'noDifference', neededRecords: null })
  })

  test('groups: people first, then near-duplicates, and at least 10 of them', () => {
    const ofOne = measured(12, 0.2).map((it) => ({ ...it, subject: 'Ana' }))
    expect(testVerdict(ofOne)).toMatchObject({ word: 'forgotten', groupedBy: 'nearDuplicates' })
    const copies = ofOne.map((it, i) => ({ ...it, nearDuplicates: `text ${i % 4}` }))
    expect(testVerdict(copies)).toMatchObject({
      word: 'cannotTell',
      reason: 'tooFewGroups',
      groups: 4,
      neededRecords: 30
    })
    expect(testVerdict(measured(9, 0.2)).reason).toBe('tooFewGroups')
    expect(testVerdict([])).toMatchObject({ word: 'cannotTell', reason: 'noRecords' })
  })

  test('for any records: the word is what its interval and margin say', () => {
    const score = fc.double({ min: -5, max: 5, noNaN: true })
    const record = fc.record({
      original: score,
      unlearned: score,
      reference: score,
      subject: fc.integer({ min: 0, max: 20 }).map(String),
      nearDuplicates: fc.integer({ min: 0, max: 40 }).map(String)
    })
    fc.assert(
      fc.property(fc.array(record, { maxLength: 40 }), (records) => {
        const it = testVerdict(records)
        expect(it.reason === null).toBe(it.word !== 'cannotTell')
        if (it.groups < 10) expect(it.word).toBe('cannotTell')
        expect(it.neededRecords ?? 1).toBeLessThanOrEqual(1_000_000)
        const side = Math.sign(it.original - it.reference)
        const [near, far] =
          side > 0 ? [it.interval.low, it.interval.high] : [-it.interval.high, -it.interval.low]
        if (it.word === 'forgotten') expect(near > -it.margin && far < it.margin).toBe(true)
        if (it.word === 'notForgotten') expect(near).toBeGreaterThan(it.margin)
        if (it.word === 'overForgotten') expect(far).toBeLessThan(-it.margin)
        // The order of records, and the names of people, do not matter.
        const renamed = records.toReversed().map((one) => ({ ...one, subject: `x${one.subject}` }))
        expect(testVerdict(renamed).word).toBe(it.word)
      })
    )
  })

  test('at the very border of the margin, "forgotten" comes by chance in 1 of 20', () => {
    let said = 0
    const rounds = 1500
    for (let round = 0; round < rounds; round++) {
      let drawn = 0
      const next = (): number => uniform(round, drawn++) + uniform(round, drawn++) - 1
      // Equal noise of the original cancels in the margin, so that the border stays where it is.
      const records = Array.from({ length: 30 }, (_, i) => {
        const reference = 0.2 * next()
        return {
          original: reference + 1,
          unlearned: reference + 0.2 + 0.2 * next(),
          reference,
          subject: String(i),
          nearDuplicates: String(i)
        }
      })
      if (testVerdict(records).word === 'forgotten') said++
    }
    expect(said / rounds).toBeGreaterThan(0.03)
    expect(said / rounds).toBeLessThan(0.07)
  })
})

describe('ability', () => {
  const texts = (n: number, factor: number) =>
    Array.from({ length: n }, (_, i) => {
      const tokens = 50 + Math.floor(100 * uniform(7, i))
      const originalNats = tokens * (2 + uniform(8, i))
      const off = 0.01 * (uniform(9, i) - 0.5)
      const unlearnedNats = originalNats + tokens * (Math.log(factor) + off)
      return { tokens, originalNats, unlearnedNats, group: String(i) }
    })
  const answers = (n: number, factor: number) =>
    Array.from({ length: n }, (_, i) => {
      const original = 0.3 + 0.4 * uniform(11, i)
      const unlearned = original * (factor + 0.02 * (uniform(12, i) - 0.5))
      return { original, unlearned, group: String(i) }
    })
  test.each([
    [1, 1, 'kept'],
    [0.9, 1.1, 'kept'],
    [1.04, 0.97, 'kept'],
    [1.08, 1, 'lost'],
    [1, 0.9, 'lost'],
    [1.05, 1, 'cannotTell']
  ] as const)('perplexity × %f and retain probability × %f: %s', (perplexity, kept, word) => {
    const found = abilityVerdict(texts(30, perplexity), answers(30, kept))
    expect(found.word).toBe(word)
    expect(found.perplexity.loss).toBeCloseTo(perplexity - 1, 2)
    expect(found.retainProbability.loss).toBeCloseTo(1 - kept, 2)
  })
  test('with too little or no data it cannot tell, and a loss still counts', () => {
    expect(abilityVerdict(texts(9, 1), answers(30, 1)).word).toBe('cannotTell')
    expect(abilityVerdict([], answers(30, 1)).word).toBe('cannotTell')
    expect(abilityVerdict([], []).word).toBe('cannotTell')
    expect(abilityVerdict([], answers(30, 0.5)).word).toBe('lost')
    const empty = texts(30, 1).map((it) => ({ ...it, tokens: 0 }))
    expect(abilityVerdict(empty, answers(30, 1)).word).toBe('cannotTell')
  })
})

describe('overall', () => {
  const verdicts: Record<TestWord, TestVerdict> = {
    forgotten: testVerdict(measured(12, 0.2)),
    notForgotten: testVerdict(measured(12, 0.8)),
    overForgotten: testVerdict(measured(12, 0.02)),
    cannotTell: testVerdict(measured(5, 0.2))
  }
  /** Records enough, and still it cannot tell. */
  const tooWide = testVerdict(measured(12, 0.32, 0.2))
  const verdict = fc.constantFrom<(TestVerdict | null)[]>(...Object.values(verdicts), tooWide, null)
  const abilities = {
    kept: abilityVerdict(keptTexts(1), keptAnswers(1)),
    lost: abilityVerdict(keptTexts(2), keptAnswers(1)),
    cannotTell: abilityVerdict([], [])
  }
  const evidence: fc.Arbitrary<Evidence> = fc.record({
    tests: fc.record({
      extractionStrength: verdict,
      exactMemorisation: verdict,
      truthRatio: verdict,
      worstOfSamples: verdict,
      membership: verdict
    }),
    attacks: fc.record({ relearning: verdict, quantization: verdict, paraphrase: verdict }),
    ability: fc.constantFrom(null, ...Object.values(abilities)),
    replay: fc.constantFrom('notReplayed', 'notCompared', 'sameHash', 'otherHash')
  })
  const all = (it: TestVerdict | null): Evidence => ({
    tests: {
      ...{ extractionStrength: it, exactMemorisation: it, truthRatio: it },
      ...{ worstOfSamples: it, membership: it }
    },
    attacks: { relearning: null, quantization: null, paraphrase: null },
    ability: abilities.kept,
    replay: 'notReplayed'
  })

  const wantedKey = ({ tests, attacks, ability, replay }: Evidence): string => {
    const words = Object.values(tests).map((it) => it?.word)
    const attacked = Object.values(attacks).map((it) => it?.word)
    const agree = directTests.every((name) => tests[name]?.word === 'forgotten')
    if (replay === 'sameHash') return 'exact'
    if (words.includes('notForgotten')) return 'notForgotten'
    if (attacked.includes('notForgotten')) return 'comesBack'
    if ([...words, ...attacked].includes('overForgotten')) return 'overForgotten'
    const isEnough = directTests.some((name) => (tests[name]?.groups ?? 0) >= 10)
    if (ability?.word === 'lost' && isEnough)
      return agree ? 'lostAbility, forgotten' : 'lostAbility'
    if (replay === 'notCompared') return 'replayedNotCompared'
    return agree ? 'forgotten' : 'cannotTell'
  }

  test('for any evidence the order of the rules holds', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const found = overallVerdict(given)
        const isBroken = found.key === 'lostAbility' && found.isForgotten
        expect(isBroken ? 'lostAbility, forgotten' : found.key).toBe(wantedKey(given))
      }),
      { numRuns: 1000 }
    )
  })

  test('"forgotten" names what agrees, what is undecided and what was not tested', () => {
    const given = all(verdicts.forgotten)
    given.tests.membership = verdicts.cannotTell
    given.attacks.relearning = verdicts.cannotTell
    expect(overallVerdict(given)).toEqual({
      key: 'forgotten',
      agreeing: [...directTests],
      undecided: { tests: ['membership'], attacks: ['relearning'], ability: false },
      notTested: { tests: [], attacks: ['quantization', 'paraphrase'] }
    })
    expect(overallVerdict({ ...given, ability: null })).toMatchObject({
      undecided: { ability: true }
    })
  })

  test('one direct test that is missing or undecided is enough for "cannot tell"', () => {
    for (const name of directTests satisfies readonly TestName[]) {
      const without = all(verdicts.forgotten)
      without.tests[name] = null
      expect(overallVerdict(without)).toEqual({
        key: 'cannotTell',
        undecided: [],
        notTested: [name]
      })
      without.tests[name] = verdicts.cannotTell
      expect(overallVerdict(without)).toEqual({
        key: 'cannotTell',
        undecided: [name],
        notTested: []
      })
    }
    expect(overallVerdict(all(null)).key).toBe('cannotTell')
  })

  test('with too few records it cannot tell, whatever became of other records', () => {
    const few = { ...all(verdicts.cannotTell), ability: abilities.lost }
    expect(overallVerdict(few)).toEqual({
      ...{ key: 'cannotTell', undecided: [...directTests, 'membership'], notTested: [] }
    })
    const wide = { ...few, tests: { ...few.tests, truthRatio: tooWide } }
    expect(overallVerdict(wide)).toEqual({ key: 'lostAbility', isForgotten: false })
  })

  test('a replay with another hash claims nothing by itself', () => {
    expect(overallVerdict({ ...all(null), replay: 'otherHash' }).key).toBe('cannotTell')
    expect(overallVerdict({ ...all(null), replay: 'notCompared' }).key).toBe('replayedNotCompared')
    expect(overallVerdict({ ...all(verdicts.notForgotten), replay: 'notCompared' })).toEqual({
      key: 'notForgotten',
      tests: [...directTests, 'membership']
    })
  })

  function keptTexts(factor: number) {
    return Array.from({ length: 12 }, (_, i) => ({
      tokens: 10,
      originalNats: 20 + i,
      unlearnedNats: 20 + i + 10 * Math.log(factor),
      group: String(i)
    }))
  }
  function keptAnswers(factor: number) {
    return Array.from({ length: 12 }, (_, i) => ({
      original: 0.5,
      unlearned: 0.5 * factor,
      group: String(i)
    }))
  }
})
