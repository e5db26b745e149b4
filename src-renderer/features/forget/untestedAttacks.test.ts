import { expect, it } from 'vitest'
import { whyUntested } from './untestedAttacks'

it('says why an attack was not tested, whatever the evidence brings', () => {
  const plan = { notTested: { paraphrase: 'noQuestions', relearning: { code: 'outOfMemory' } } }
  expect(whyUntested({ plan }, 'paraphrase')).toBe('noQuestions')
  expect(whyUntested({ plan }, 'relearning')).toBe('failed')
  expect(whyUntested({ plan }, 'quantization')).toBe('notAsked')
  expect(whyUntested({ plan: {} }, 'paraphrase')).toBe('notAsked')
})
