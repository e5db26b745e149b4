import { describe, expect, it } from 'vitest'
import { BiasTexts } from '../../../src-main/contract/biasTexts/biasText'
import { en } from '../../messages/en/index'
import { formatters } from '../../messages/format'
import { changeRows } from './changeRows'
import { lookOfChange } from './leanLooks'
import { changeWordsOf, resultWords } from './resultWords'
import { auditComparison, auditResult, axisChange, axisFigure, tooFew } from './testFigures'

const texts = new BiasTexts('en', 'lethe')

describe('what came of one audit', () => {
  const words = { texts, words: en.biasResult }
  it('names the axes that lean first, and says of the others what can be said', () => {
    const found = resultWords(
      [
        axisFigure(),
        axisFigure({ axis: 'class', verdict: 'leansAway', share: 0.4 }),
        axisFigure({ axis: 'race', verdict: 'cannotTell' }),
        tooFew('age')
      ],
      words
    )
    expect(found.verdict).toMatch(/Gender.*Class/)
    expect(found.rest.join(' ')).toMatch(/Race.*Age/)
  })
  it('never takes nothing shown for nothing there', () => {
    const none = resultWords([axisFigure({ verdict: 'noLean', share: 0.51 })], words)
    expect(none.verdict).toBe(en.biasResult.noneLeans)
    expect(none.rest).toHaveLength(1)
    expect(resultWords([tooFew('age')], words).verdict).toBe(en.biasResult.nothingScored)
    expect(resultWords([tooFew('age', 0)], words).verdict).toBe(en.biasResult.onlyFigures)
  })
})

describe('what changed', () => {
  const words = { texts, words: en.biasResult.change }
  const results = { before: auditResult([axisFigure()]), after: auditResult([axisFigure()]) }
  const equal = axisChange({ axis: 'race', verdict: 'equivalent', change: 0.001 })
  const open = axisChange({ axis: 'age', verdict: 'cannotTell', change: 0.02, need: 700 })

  it('is said with its size, then what is equivalent and what cannot be told', () => {
    const found = changeWordsOf(auditComparison([open, equal, axisChange()]), results, words)
    expect(found.verdict).toMatch(/^Gender changed: it prefers the stereotype less often/)
    expect(found.verdict).toContain('14.6')
    expect(found.rest.join(' ')).toMatch(/Race.*Age/)
    expect(found.ability).toContain('18.4')
  })
  it('begins with lost ability: a lean that fell with it may be damage', () => {
    const ability = { word: 'lost' as const, loss: 0.4, interval: { low: 0.3, high: 0.5 } }
    const lost = { ability: { ...ability, records: 40, groups: 40 } }
    const broke = auditComparison([axisChange()], { ...lost, broke: true })
    expect(changeWordsOf(broke, results, words).verdict).toMatch(/damage, not fairness.*Gender/)
    const only = changeWordsOf(auditComparison([equal], lost), results, words)
    expect(only.verdict).toMatch(/^Language ability fell/)
    expect(only.verdict).toContain(en.biasResult.change.none)
  })
  it('stands in rows: changed, equivalent, cannot tell, not scored', () => {
    const none = axisChange({
      ...{ axis: 'class', verdict: 'notScored', n: 12, before: null, after: null },
      ...{ change: null, interval: null }
    })
    const sayings = { texts, words: en.bias.chart, show: formatters('en') }
    const rows = changeRows(auditComparison([none, open, equal, axisChange()]), results, sayings)
    expect(rows.map(({ key }) => key)).toEqual(['gender', 'race', 'age', 'class'])
    expect(rows[0]).toMatchObject({ size: '−14.6 (−20.2 to −9)', before: { axis: 'gender' } })
    expect(rows[3]).toMatchObject({ size: null, value: '12\u00a0pairs: too few for a number' })
  })
  it('has a sign that points where it went, and never a colour alone', () => {
    expect(lookOfChange(axisChange())).toEqual({ sign: 'left', colour: 'text-accent' })
    const away = axisChange({ direction: 'away', change: 0.1 })
    expect(lookOfChange(away)).toEqual({ sign: 'right', colour: 'text-caution' })
    expect(lookOfChange(axisChange({ direction: 'past50' })).sign).toBe('across')
    expect(lookOfChange(open).sign).toBe('open')
  })
})
