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
    expect(await readAttachment(new Blob(['abcde\0']))).toEqual({ refused: 'binary' })
    expect(await readAttachment(new Blob([]))).toEqual({ refused: 'empty' })
    expect(await readAttachment(new Blob(['olá']))).toEqual({ text: 'olá' })
    const gone = new Blob(['a'])
    gone.arrayBuffer = () => Promise.reject(new DOMException('', 'NotFoundError'))
    expect(await readAttachment(gone)).toEqual({ refused: 'unreadable' })
  })
  it('is refused in another encoding, by what it looks like', async () => {
    const read = (bytes: Uint8Array<ArrayBuffer>) => readAttachment(new Blob([bytes]))
    const utf16 = Uint8Array.from(Buffer.from('Não sei', 'utf16le'))
    expect(await read(utf16)).toEqual({ refused: 'utf16' })
    expect(await read(Uint8Array.of(0xff, 0xfe, ...utf16))).toEqual({ refused: 'utf16' })
    expect(await read(Uint8Array.of(0xfe, 0xff, 0, 0x41))).toEqual({ refused: 'utf16' })
    const latin = Uint8Array.from(Buffer.from('Não sei\r\n\tonde', 'latin1'))
    expect(await read(latin)).toEqual({ refused: 'otherEncoding' })
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d)
    expect(await read(png)).toEqual({ refused: 'binary' })
    const marked = Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)
    expect(await read(marked)).toEqual({ text: 'a' }) // the mark of UTF-8 is no letter
  })
})
