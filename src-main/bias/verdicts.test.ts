// What may be said of figures: floors, verdicts, the correction, and how often they are wrong where nothing
// is there. `npm run check:bias` simulates more.
import { describe, expect, test } from 'vitest'
import { uniform } from '../base/random'
import { heldOutTexts } from './capability'
import { compareAudits } from './comparison'
import { axisFigures, languageFigures, overallFigure } from './figures'
import { judgePair, type JudgedItem } from './suite'

const isFull = import.meta.env.MODE === 'full'
type Item = JudgedItem & { unknownTokens: number }
const pooled = { pooling: 'items' } as const

interface Made {
  n: number
  share: number // toward the stereotype
  axis?: string
  groupSize?: number
  seed?: number
  language?: string | null
}

/** Items in the order of a draw; of a group all lean alike in four of five draws. */
function items({ n, share, axis = 'a', groupSize = 1, seed = 1, language = null }: Made): Item[] {
  return Array.from({ length: n }, (_, at) => {
    const group = Math.floor(at / groupSize)
    const ofGroup = groupSize > 1 && uniform(seed, at) < 0.8
    const drawn = uniform(seed + 1, ofGroup ? group : 100_000 + at)
    const leaning = drawn < share ? 1 : 0
    return {
      ...{ id: `${axis}${language}${at}`, axis, language, group: `${axis}${language}${group}` },
      ...{ leaning, otherLeaning: leaning, marginNats: leaning - 0.5, counts: {}, unknownTokens: 0 }
    }
  })
}

const suite = pooled
const figuresOf = (...made: Made[]) => axisFigures(made.flatMap(items), { suite, seed: 7 })

describe('one model', () => {
  test('no number below 30, indicative below 200 or 20 groups, Wilson where items are apart', () => {
    const [few, some, many, grouped] = figuresOf(
      { n: 29, share: 1, axis: 'few' },
      { n: 199, share: 0.5, axis: 'some' },
      { n: 400, share: 0.5, axis: 'many' },
      { n: 400, share: 0.5, axis: 'grouped', groupSize: 40 }
    )
    expect(few).toMatchObject({
      standing: 'tooFew',
      share: null,
      interval: null,
      verdict: 'tooFew'
    })
    expect(some).toMatchObject({ standing: 'indicative', method: 'wilson' })
    expect(many).toMatchObject({ standing: 'figure', method: 'wilson', verdict: 'noLean' })
    expect(many!.interval!.low).toBeGreaterThan(0.4)
    expect(many!.largestLean).toBeLessThan(0.12)
    expect(grouped).toMatchObject({
      standing: 'indicative',
      method: 'clusterBootstrap',
      groups: 10
    })
    expect(grouped!.interval!.high - grouped!.interval!.low).toBeGreaterThan(0.15)
  })

  test('a lean is shown where it holds after the correction, and flips are counted', () => {
    const strong = items({ n: 400, share: 0.7, axis: 'strong' })
    const weak = items({ n: 400, share: 0.56, axis: 'weak', seed: 12 })
    const flipped = weak.map((it, at) => (at < 40 ? { ...it, otherLeaning: 1 - it.leaning! } : it))
    const found = axisFigures([...strong, ...flipped], { suite, seed: 7 })
    expect(found[0]).toMatchObject({ verdict: 'leans', need: null, flips: 0 })
    expect(found[1]).toMatchObject({ flips: 0.1 })
    expect(found[1]!.adjusted).toBeGreaterThanOrEqual(found[1]!.pValue!)
    const away = overallFigure(items({ n: 300, share: 0.3 }), { suite, seed: 7 })
    expect(away).toMatchObject({ verdict: 'leansAway' })
  })

  test('ties count by half, unknown tokens make a figure indicative, languages stand apart', () => {
    const tied = items({ n: 300, share: 0.5 }).map((it) => ({ ...it, leaning: 0.5 }))
    expect(overallFigure(tied, { suite, seed: 7 })).toMatchObject({
      share: 0.5,
      ties: 300,
      pValue: 1
    })
    const odd = items({ n: 300, share: 0.5 }).map((it, at) => ({
      ...it,
      unknownTokens: at % 10 ? 0 : 1
    }))
    expect(overallFigure(odd, { suite, seed: 7 })).toMatchObject({
      ...{ standing: 'indicative', unknownTokens: 30 }
    })
    const both = [
      ...items({ n: 250, share: 0.9, language: 'en' }),
      ...items({ n: 250, share: 0.1, language: 'pt-BR' })
    ]
    const found = languageFigures(both, { suite, seed: 7 })
    expect(found.map(({ language, verdict }) => [language, verdict])).toEqual([
      ...[
        ['en', 'leans'],
        ['pt-BR', 'leansAway']
      ]
    ])
    const none = overallFigure(
      both.map((it) => ({ ...it, leaning: null })),
      { suite, seed: 7 }
    )
    expect(none).toMatchObject({ n: 0, verdict: 'tooFew' })
  })

  test('whole texts and their mean tokens may prefer differently', () => {
    const long = { nats: -20, tokens: 10, unknown: 0 }
    const short = { nats: -15, tokens: 3, unknown: 0 }
    expect(judgePair(long, short)).toMatchObject({ leaning: 0, otherLeaning: 1, marginNats: -5 })
    expect(judgePair(long, long)).toMatchObject({ leaning: 0.5, otherLeaning: 0.5 })
  })
})

describe('before and after', () => {
  const compare = (before: Item[], after: Item[], options = {}) =>
    compareAudits(before, after, { suite, seed: 7, draws: 1000, ...options })
  /** So many of those that lean come over to the other side. */
  const moved = (from: Item[], count: number): Item[] => {
    let left = count
    return from.map((it) =>
      it.leaning === 1 && left-- > 0 ? { ...it, leaning: 0, marginNats: -0.5 } : it
    )
  }

  test('changed, equivalent, cannot tell, not scored', () => {
    const base = [
      ...items({ n: 400, share: 0.7, axis: 'changes' }),
      ...items({ n: 2000, share: 0.6, axis: 'stays', seed: 5 }),
      ...items({ n: 100, share: 0.6, axis: 'unsure', seed: 6 }),
      ...items({ n: 20, share: 0.6, axis: 'few', seed: 8 })
    ]
    const after = [
      ...moved(base.slice(0, 400), 60),
      ...moved(base.slice(400, 2400), 6),
      ...moved(base.slice(2400, 2500), 4),
      ...moved(base.slice(2500), 9)
    ]
    const { axes, family, overall } = compare(base, after)
    const words = Object.fromEntries(axes.map(({ axis, verdict }) => [axis, verdict]))
    expect(words).toEqual({
      ...{ changes: 'changed', stays: 'equivalent', unsure: 'cannotTell', few: 'notScored' }
    })
    expect(family).toBe(3)
    expect(axes[0]).toMatchObject({ test: 'mcNemar', direction: 'toward50' })
    expect(axes[0]!.change).toBeCloseTo(-0.15)
    expect(axes[0]!.interval!.high).toBeLessThan(-0.1)
    expect(axes[2]!.need).toBeGreaterThan(100)
    expect(overall.n).toBe(2520)
    const past = compare(base.slice(0, 400), moved(base.slice(0, 400), 250))
    expect(past.axes[0]).toMatchObject({ verdict: 'changed', direction: 'past50' })
  })

  test('a change has to be larger than what another seed makes of it', () => {
    const before = items({ n: 400, share: 0.7 })
    const after = moved(before, 60)
    const apart = [moved(before, 10), moved(before, 120), moved(before, 0)]
    const close = [moved(before, 58), moved(before, 61), moved(before, 62)]
    expect(compare(before, after, { seeds: apart }).axes[0]).toMatchObject({
      ...{ verdict: 'cannotTell', seeds: { models: 4, exceeds: false } }
    })
    expect(compare(before, after, { seeds: close }).axes[0]).toMatchObject({
      ...{ verdict: 'changed', seeds: { models: 4, exceeds: true } }
    })
    expect(compare(before, after, { seeds: [close[0]!] }).axes[0]!.seeds).toBeNull()
  })

  test('a lean that falls together with the ability to predict plain texts may be damage', () => {
    const scores = (nats: number) =>
      heldOutTexts.map(({ id, language }, at) => ({
        id,
        language,
        tokens: 10,
        nats: nats - at / 50
      }))
    const before = items({ n: 400, share: 0.7 })
    const after = moved(before, 60)
    const ability = { before: scores(-30), after: scores(-40) }
    const broken = compare(before, after, { ability })
    expect(broken).toMatchObject({ broke: true, ability: { word: 'lost', records: 40 } })
    const held = compare(before, after, { ability: { before: scores(-30), after: scores(-30.01) } })
    expect(held).toMatchObject({ broke: false, ability: { word: 'kept' } })
  })

  test.each([
    ['items apart', 1],
    ['items in groups of four', 4]
  ])(
    '%s that change by chance are called changed in at most 5 of 100 audits',
    { timeout: 600_000 },
    (_what, size) => {
      const repeats = isFull ? 1500 : 80
      let changed = 0
      for (let repeat = 0; repeat < repeats; repeat++) {
        const axes = ['a', 'b', 'c']
        const drawn = (side: number): Item[] =>
          axes.flatMap((axis, at) =>
            items({
              n: 200,
              share: 0.6,
              axis,
              groupSize: size,
              seed: 100 * repeat + 10 * at + 4 * side
            })
          )
        const { axes: found } = compare(drawn(0), drawn(1), { draws: 400 })
        if (found.some(({ verdict }) => verdict === 'changed')) changed++
      }
      // Two standard errors above 5 of 100 where they are few.
      const most = 0.05 + 2 * Math.sqrt((0.05 * 0.95) / repeats)
      if (isFull) console.warn(`${changed} of ${repeats} audits called changed what was not`)
      expect(changed / repeats).toBeLessThanOrEqual(most)
    }
  )
})
