import fc from 'fast-check'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import protobuf from 'protobufjs'
import { describe, expect, test } from 'vitest'
import { LetheError } from '../base/errors'
import { goldensFolder } from '../testing/goldens'
import { parseCharsmap } from './charsmap'
import { byteOfPiece, parseSentencePiece, readSentencePieceFile } from './sentencepiece'

const pathOf = (name: string) => join(goldensFolder, 'tokenizers', `${name}.model`)

function failure(work: () => unknown): LetheError {
  try {
    work()
  } catch (error) {
    expect(error).toBeInstanceOf(LetheError)
    return error as LetheError
  }
  throw new Error('nothing was thrown')
}

describe('models', () => {
  test('a unigram model and its rules', async () => {
    const model = await readSentencePieceFile(pathOf('unigram'))
    expect(model).toMatchObject({
      modelType: 'unigram',
      byteFallback: false,
      unkSurface: ' ⁇ ',
      unkId: 0,
      bosId: 1,
      eosId: 2,
      padId: undefined,
      denormalizer: null,
      normalizer: {
        addDummyPrefix: true,
        removeExtraWhitespaces: true,
        escapeWhitespaces: true,
        treatWhitespaceAsSuffix: false
      }
    })
    expect(model.normalizer.charsmap).not.toBeNull()
    expect(model.pieces.find(({ text }) => text === '<sep>')?.type).toBe('userDefined')
    expect(model.pieces.find(({ text }) => text === '<|begin|>')?.type).toBe('control')
  })

  test('a BPE model with bytes, another without BOS and with a name for the unknown', async () => {
    const bytes = await readSentencePieceFile(pathOf('bpe'))
    expect(bytes).toMatchObject({ modelType: 'bpe', byteFallback: true, padId: 3 })
    expect(bytes.normalizer).toMatchObject({ charsmap: null, removeExtraWhitespaces: false })
    expect(bytes.pieces.filter(({ type }) => type === 'byte').length).toBe(256)
    const across = await readSentencePieceFile(pathOf('bpeAcrossWords'))
    expect(across).toMatchObject({ unkSurface: '<?>', bosId: undefined })
  })

  test('byte pieces', () => {
    expect(byteOfPiece('<0x0A>')).toBe(10)
    expect(byteOfPiece('<0xFF>')).toBe(255)
    expect(byteOfPiece('<0xff>')).toBeUndefined()
    expect(byteOfPiece('<0x0A> ')).toBeUndefined()
  })
})

describe('character maps', () => {
  test('the longest rule wins, and other text has none', async () => {
    const { charsmap } = (await readSentencePieceFile(pathOf('unigram'))).normalizer
    const map = (text: string, at = 0) => {
      const bytes = new TextEncoder().encode(text)
      const length = charsmap!.match(bytes, at)
      return length === 0 ? null : [length, new TextDecoder().decode(charsmap!.replacement)]
    }
    expect(map('ﬁne')).toEqual([3, 'fi'])
    expect(map('e\u0301t')).toEqual([3, 'é'])
    expect(map('Ａ')).toEqual([3, 'A'])
    expect(map('\u200b')).toEqual([3, ''])
    expect(map('e')).toBeNull()
    expect(map('x')).toBeNull()
    expect(map('xﬁ', 1)).toEqual([3, 'fi'])
    expect(map('')).toBeNull()
  })

  test.each<[string, Uint8Array]>([
    ['too short', new Uint8Array(4)],
    ['a trie past the end', Uint8Array.of(0, 4, 0, 0, 1, 2, 3)],
    ['a size that is no block', Uint8Array.of(1, 0, 0, 0, 0, 0)],
    ['a size of nothing', new Uint8Array(8)],
    ['no root', new Uint8Array(4 + 1024 + 1).fill(4, 1, 2)]
  ])('%s is refused', (_, blob) => {
    expect(failure(() => parseCharsmap(blob, 'f')).code).toBe('fileMalformed')
  })

  test('fuzz: any units give a map that stays inside, or an error', () => {
    // The units are taken from a real form: label, leaf flag and offset in their places.
    const unit = fc.oneof(
      fc.constant(0),
      fc.nat(),
      fc.tuple(fc.nat(255), fc.boolean(), fc.nat(300)).map(([label, leaf, offset]) => {
        return (label | (leaf ? 0x100 : 0) | (offset << 10)) >>> 0
      }),
      fc.nat(20).map((value) => (0x8000_0000 | value) >>> 0)
    )
    let accepted = 0
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(255), unit), { maxLength: 20 }),
        fc.uint8Array({ maxLength: 30 }),
        fc.uint8Array({ maxLength: 30 }),
        (units, texts, input) => {
          const blob = new Uint8Array(4 + 1024 + texts.length + 1)
          const view = new DataView(blob.buffer)
          view.setUint32(0, 1024, true)
          view.setUint32(4, 1 << 10, true)
          for (const [index, value] of units) view.setUint32(4 + 4 * index, value, true)
          blob.set(texts, 4 + 1024)
          try {
            const map = parseCharsmap(blob, 'f')
            accepted++
            for (let at = 0; at < input.length; at++) {
              const length = map.match(input, at)
              expect(at + length).toBeLessThanOrEqual(input.length)
              expect(map.replacement.includes(0)).toBe(false)
            }
          } catch (error) {
            if (!(error instanceof LetheError)) throw error
          }
        }
      ),
      { numRuns: 3000 }
    )
    expect(accepted).toBeGreaterThan(0)
  })
})

describe('bad models', () => {
  // Written with a schema of the test's own, so that it can say what the parser must refuse.
  const writer = protobuf.parse(
    `syntax = "proto2";
    message P { optional bytes piece = 1; optional float score = 2; optional int32 type = 3; }
    message T { optional int32 model_type = 3; optional bool byte_fallback = 35; }
    message N { optional bytes precompiled_charsmap = 2; }
    message M { repeated P pieces = 1; optional T trainer_spec = 2; optional N normalizer_spec = 3; }`,
    { keepCase: true }
  )
  const M = writer.root.lookupType('M')
  const piece = (text: string | Uint8Array, type = 1, score = -1) => ({
    piece: typeof text === 'string' ? new TextEncoder().encode(text) : text,
    score,
    type
  })
  const unk = piece('<unk>', 2)
  const parse = (message: object) =>
    parseSentencePiece(M.encode(M.fromObject(message)).finish(), 'f.model')

  test('a small one is read', () => {
    expect(parse({ pieces: [unk, piece('a')] })).toMatchObject({ modelType: 'unigram', unkId: 0 })
  })

  test.each<[string, object, object]>([
    ['no pieces', {}, { code: 'pieceList', fault: 'none' }],
    ['an empty piece', { pieces: [unk, piece('')] }, { id: 1, fault: 'empty' }],
    [
      'a piece that is not text',
      { pieces: [unk, piece(Uint8Array.of(0xff))] },
      { id: 1, fault: 'notUtf8' }
    ],
    ['a zero byte', { pieces: [unk, piece('a\0')] }, { id: 1, fault: 'zeroByte' }],
    ['a very long piece', { pieces: [unk, piece('a'.repeat(9000))] }, { id: 1, fault: 'tooLong' }],
    [
      'the same piece twice',
      { pieces: [unk, piece('a'), piece('a', 4)] },
      { id: 2, fault: 'twice' }
    ],
    ['an unknown type', { pieces: [unk, piece('a', 9)] }, { code: 'pieceType', id: 1, type: 9 }],
    [
      'a score that is no number',
      { pieces: [unk, piece('a', 1, NaN)] },
      { code: 'valueKind', place: 'pieces.1.score' }
    ],
    ['two for the unknown', { pieces: [unk, piece('?', 2)] }, { fault: 'twoForTheUnknown' }],
    ['none for the unknown', { pieces: [piece('a')] }, { fault: 'noneForTheUnknown' }],
    [
      'a byte without byte fallback',
      { pieces: [unk, piece('<0x00>', 6)] },
      { id: 1, fault: 'byteFallbackOff' }
    ],
    [
      'byte fallback without bytes',
      { pieces: [unk, piece('<0x00>', 6)], trainer_spec: { byte_fallback: true } },
      { fault: 'bytesMissing' }
    ],
    [
      'a broken character map',
      { pieces: [unk], normalizer_spec: { precompiled_charsmap: new Uint8Array(9) } },
      { code: 'characterMap', fault: 'trieSize' }
    ]
  ])('%s', (_, message, reason) => {
    const { code, params } = failure(() => parse(message))
    expect(code).toBe('fileMalformed')
    expect(params.path).toBe('f.model')
    expect(params.reason).toMatchObject(reason)
  })

  test.each([3, 4, 7])('model type %i is refused by name', (model_type) => {
    const error = failure(() => parse({ pieces: [unk], trainer_spec: { model_type } }))
    expect(error.code).toBe('tokenizerUnsupported')
  })

  test('what is no protocol buffer', () => {
    for (const text of ['{"model": 1}', 'hello', '\x0a\xff\xff\xff\xff\x0f', '\x0b\x0b\x0b']) {
      const bytes = Buffer.from(text, 'latin1')
      expect(failure(() => parseSentencePiece(bytes, 'f')).code).toBe('fileMalformed')
    }
  })

  test('fuzz: a mutated model is read or refused', async () => {
    const valid = await readFile(pathOf('bpeAcrossWords'))
    let accepted = 0
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.option(fc.nat(valid.length)),
        (changes, cut) => {
          const bytes = Uint8Array.from(valid)
          for (const [at, value] of changes) bytes[at] = value
          try {
            parseSentencePiece(bytes.subarray(0, cut ?? bytes.length), 'f')
            accepted++
          } catch (error) {
            if (!(error instanceof LetheError)) throw error
            expect(error.code).not.toBe('internal')
          }
        }
      ),
      { numRuns: 1000 }
    )
    expect(accepted).toBeGreaterThan(0)
  })
})
