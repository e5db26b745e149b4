import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownBlocks } from '../../lib/markdown/blocks'
import { asBlock, attachmentLimitBytes, readAttachment } from './attachedText'

describe('a text file in a message', () => {
  it('is one block of code, whatever it holds', () => {
    const line = fc.constantFrom(
      '```',
      '````js',
      '~~~',
      '# a',
      '> b',
      '    c',
      '`d`',
      '<b>',
      'é',
      ''
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = `x${lines.join('\n')}`
        const [name, code, ...rest] = markdownBlocks(asBlock('notes.txt', `${text}\n`))
        expect(name).toMatchObject({ type: 'html', html: '<p>notes.txt:</p>\n' })
        expect(code).toMatchObject({ type: 'code', language: 'txt' })
        // The parser counts empty lines before the closing fence in its own way.
        const inside = code?.type === 'code' ? code.code : ''
        expect(inside.replace(/\n+$/, '')).toBe(text.replace(/\n+$/, ''))
        expect(rest).toEqual([])
      })
    )
  })
  it('is refused when it is too large or no text', async () => {
    const large = new Blob([new Uint8Array(attachmentLimitBytes + 1)])
    expect(await readAttachment(large)).toEqual({ refused: 'tooLarge' })
    const most = new Blob(['a'.repeat(attachmentLimitBytes)])
    expect(await readAttachment(most)).toHaveProperty('text')
    expect(await readAttachment(new Blob([new Uint8Array([0xff, 0xfe, 0x41])]))).toEqual({
      refused: 'notText'
    })
    expect(await readAttachment(new Blob(['a\0b']))).toEqual({ refused: 'notText' })
    expect(await readAttachment(new Blob(['olá']))).toEqual({ text: 'olá' })
  })
})
