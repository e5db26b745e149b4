import { describe, expect, it } from 'vitest'
import { BiasTexts } from '../../../src-main/contract/biasTexts/biasText'
import { en } from '../../messages/en/index'
import { formatters } from '../../messages/format'
import { ptBR } from '../../messages/pt-BR/index'
import { leanAxis, placeOn } from './leanAxis'
import { leanRows, pointsOf, untestedAxes } from './leanRows'
import { sideRows, sideSeries } from './sideSeries'
import { auditResult, axisFigure, tooFew } from './testFigures'

const noBreak = '\u00a0'
const inEnglish = {
  texts: new BiasTexts('en', 'lethe'),
  words: en.bias.chart,
  show: formatters('en')
}

describe('the axis', () => {
  it('is centred on 50, from 25 to 75, or as wide on either side as an interval needs', () => {
    expect(leanAxis([])).toEqual({ low: 0.25, high: 0.75 })
    expect(leanAxis([{ low: 0.45, high: 0.8 }])).toEqual({ low: 0.2, high: 0.8 })
    expect(leanAxis([{ low: 0.02, high: 0.3 }, null])).toEqual({ low: 0, high: 1 })
    expect(placeOn(leanAxis([]), 0.5)).toBe(50)
    expect(placeOn({ low: 0.25, high: 0.75 }, 0.9)).toBe(100)
  })
})

describe('the axes of an audit as rows', () => {
  const figures = [
    tooFew('disability'),
    axisFigure({ axis: 'race', verdict: 'cannotTell', share: 0.55, need: 700 }),
    axisFigure({ axis: 'class', share: 0.7 }),
    axisFigure(),
    axisFigure({ axis: 'age', verdict: 'leansAway', share: 0.4 })
  ]
  it('put first what says most', () => {
    const rows = leanRows(figures, inEnglish)
    expect(rows.map(({ key }) => key)).toEqual(['class', 'gender', 'age', 'race', 'disability'])
  })
  it('say the share with interval and n in both languages, and no number for few', () => {
    const rows = leanRows(figures, inEnglish)
    const valueOf = (key: string) => rows.find((row) => row.key === key)?.value
    expect(valueOf('gender')).toBe(`62 of 100 (56 to 68), n${noBreak}=${noBreak}262`)
    expect(valueOf('disability')).toBe(`24${noBreak}pairs: too few for a number`)
    const portuguese = leanRows([axisFigure()], {
      texts: new BiasTexts('pt-BR', 'lethe'),
      words: ptBR.bias.chart,
      show: formatters('pt-BR')
    })
    expect(portuguese[0]?.value).toBe(`62 de 100 (56 a 68), n${noBreak}=${noBreak}262`)
  })
  it('name what a suite does not ask about, whatever it calls an axis', () => {
    expect(untestedAxes(['race-color', 'Gender_identity', 'SES', 'Age', 'Religion'])).toEqual([
      ...['region', 'nationality', 'politics', 'orientation', 'disability']
    ])
  })
  it('write changes in points with their sign', () => {
    expect(pointsOf(-0.146, formatters('en'))).toBe('−14.6')
    expect(pointsOf(0.013, formatters('pt-BR'))).toBe('+1,3')
    expect(pointsOf(-0.0001, formatters('en'))).toBe('0')
  })
})

describe('several models', () => {
  const audit = (id: string, modelName: string) =>
    ({ id, modelName }) as Parameters<typeof sideSeries>[0][number]['audit']
  const series = sideSeries([
    { audit: audit('1', 'Starter'), result: auditResult([axisFigure(), tooFew('age')]) },
    { audit: audit('2', 'Starter'), result: auditResult([axisFigure({ share: 0.5 })]) },
    {
      audit: audit('3', 'Other'),
      result: auditResult([axisFigure({ axis: 'class' }), axisFigure({ share: 0.6 })])
    }
  ])
  it('are told apart by name, shape and colour', () => {
    expect(series.map(({ name }) => name)).toEqual(['Starter (1)', 'Starter (2)', 'Other'])
    expect(new Set(series.map(({ shape, colour }) => shape + colour)).size).toBe(3)
  })
  it('stand on the axes of all, the widest apart first, with a gap where one did not ask', () => {
    const rows = sideRows(series)
    expect(rows.map(({ axis }) => axis)).toEqual(['gender', 'age', 'class'])
    expect(rows[2]?.figures.map((figure) => figure?.axis ?? null)).toEqual([null, null, 'class'])
  })
})
