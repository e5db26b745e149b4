import { expect, it } from 'vitest'
import { z } from 'zod'
import { optionFields, typedNumber } from './optionFields'

const options = z.strictObject({
  axis: z.enum(['all', 'gender']).default('all'),
  templates: z.number().int().min(1).max(20).default(2),
  mostChanged: z.number().min(0.05).max(1).default(0.5),
  careful: z.boolean().default(false),
  pairs: z.array(z.strictObject({ stereotype: z.string() })).default([]),
  other: z.record(z.string(), z.string()).default({})
})
const fields = optionFields(z.toJSONSchema(options) as Record<string, unknown>)

it('makes a field of each option that has one', () => {
  expect(fields).toEqual([
    { kind: 'choice', name: 'axis', usual: 'all', values: ['all', 'gender'] },
    { kind: 'number', name: 'templates', usual: 2, low: 1, high: 20, isWhole: true },
    { kind: 'number', name: 'mostChanged', usual: 0.5, low: 0.05, high: 1, isWhole: false },
    { kind: 'switch', name: 'careful', usual: false },
    { kind: 'pairs', name: 'pairs' }
  ])
})

it('takes numbers as they are written in either language, within their bounds', () => {
  const [, templates, mostChanged] = fields
  if (templates?.kind !== 'number' || mostChanged?.kind !== 'number') throw new Error('no numbers')
  expect(typedNumber(mostChanged, ' 0,25 ')).toBe(0.25)
  expect(typedNumber(mostChanged, '2')).toBeNull()
  expect(typedNumber(templates, '2.5')).toBeNull()
  expect(typedNumber(templates, '')).toBeNull()
})
