import { expect, test } from 'vitest'
import { nearestName } from './nearest'

test('suggests what was probably meant, and nothing for what is far away', () => {
  const names = ['Starter', 'stories260K', 'Qwen2.5 0.5B']
  expect(nearestName('statrer', names)).toBe('Starter')
  expect(nearestName('STORIES', names)).toBe('stories260K')
  expect(nearestName('stories26K', names)).toBe('stories260K')
  expect(nearestName('gemma', names)).toBeNull()
  expect(nearestName('x', names)).toBeNull()
  expect(nearestName('anything', [])).toBeNull()
})
