import { describe, expect, it } from 'vitest'
import { chordOf, isSingleKey } from './shortcuts.svelte'

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

describe('keys', () => {
  it.each([
    [{ key: 'k', ctrlKey: true }, 'Ctrl+K'],
    [{ key: 'k', metaKey: true }, 'Ctrl+K'],
    [{ key: ',', ctrlKey: true }, 'Ctrl+,'],
    [{ key: '?', shiftKey: true }, '?'],
    [{ key: 'F6', shiftKey: true }, 'Shift+F6'],
    [{ key: 'g' }, 'g'],
    [{ key: 'Escape' }, 'Escape']
  ])('names %j %s', (event, chord) => {
    expect(chordOf({ ...plain, ...event })).toBe(chord)
  })

  it('knows which shortcuts are single keys', () => {
    expect(['g c', '[', '?'].every(isSingleKey)).toBe(true)
    expect(['Ctrl+K', 'Escape', 'F6'].some(isSingleKey)).toBe(false)
  })
})
