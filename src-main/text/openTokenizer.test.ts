import fc from 'fast-check'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { LetheError } from '../base/errors'
import { z } from 'zod'
import { goldensFolder, readGolden } from '../testing/goldens'
import { describeWithSharedData } from '../testing/sharedData'
import { openTokenizer, StreamDecoder, type Tokenizer } from './tokenizer'
import { Utf8Collector } from './utf8Collector'

const goldenFile = (name: string) => join(goldensFolder, 'tokenizers', name)
let root: string
let folder: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lethe-tokenizer-'))
})
afterAll(() => rm(root, { recursive: true }))
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'case-'))
})

async function open(path: string): Promise<Tokenizer> {
  return (await openTokenizer(path))!
}

async function failure(promise: Promise<unknown>): Promise<LetheError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason
  )
  expect(error).toBeInstanceOf(LetheError)
  return error as LetheError
}

interface TokenizerFile {
  model?: Record<string, unknown>
  added_tokens: Record<string, unknown>[]
  decoder: unknown
  normalizer: unknown
  pre_tokenizer: unknown
}

const put = (name: string, value: unknown) =>
  writeFile(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value))

describe('a model folder', () => {
  test('without a tokenizer has none; one that is not there is an error', async () => {
    expect(await openTokenizer(folder)).toBeNull()
    expect((await failure(openTokenizer(join(folder, 'x')))).code).toBe('fileNotFound')
  })

  test.each([
    ['wordPiece', { tokenizer_class: 'BertTokenizer' }],
    ['wordPieceCased', { tokenizer_class: 'BertTokenizerFast', do_lower_case: false }]
  ])('of BERT is read by its vocabulary as by its tokenizer.json: %s', async (name, config) => {
    await cp(goldenFile(`${name}.vocab.txt`), join(folder, 'vocab.txt'))
    await put('tokenizer_config.json', config)
    const [byVocabulary, byFile] = [await open(folder), await open(goldenFile(`${name}.json`))]
    for (const text of readGolden('tokenizers/cases.json', z.array(z.string()))) {
      const ids = byFile.encode(text)
      expect(byVocabulary.encode(text)).toEqual(ids)
      expect(byVocabulary.decode(ids)).toBe(byFile.decode(ids))
    }
    expect(byVocabulary.maskId).toBe(4)
  })

  test('a vocabulary that nothing says to be BERT’s, or that lacks its tokens, is refused', async () => {
    await put('vocab.txt', '[UNK]\n[CLS]\na\n')
    expect(await failure(openTokenizer(folder))).toMatchObject({
      params: { reason: { code: 'vocabularyAlone' } }
    })
    await put('config.json', { model_type: 'bert' })
    expect(await failure(openTokenizer(folder))).toMatchObject({
      params: { reason: { code: 'tokenNotThere', token: '[SEP]' } }
    })
  })

  test('tokenizer.json goes before a SentencePiece model', async () => {
    await cp(goldenFile('bpe.model'), join(folder, 'tokenizer.model'))
    expect((await open(folder)).tokenOf(3)).toBe('<pad>')
    await cp(goldenFile('byteLevel.json'), join(folder, 'tokenizer.json'))
    expect((await open(folder)).tokenOf(0)).toBe('<|endoftext|>')
  })

  test('its configuration files name the special tokens', async () => {
    await cp(goldenFile('byteLevelSplit.json'), join(folder, 'tokenizer.json'))
    await put('tokenizer_config.json', {
      bos_token: '<|begin|>',
      eos_token: { content: '<|end|>' }
    })
    await put('generation_config.json', { eos_token_id: [7, 1] })
    const tokenizer = await open(folder)
    expect(tokenizer.bosId).toBe(0)
    expect(tokenizer.eosIds).toEqual([1, 7])
    expect([...tokenizer.specialIds].sort((a, b) => a - b)).toEqual([0, 1, 2])
    expect(tokenizer.idOf('<|end|>')).toBe(1)
    expect(tokenizer.idOf('not a token')).toBeUndefined()
    expect(tokenizer.tokenOf(tokenizer.vocabularySize)).toBeUndefined()
  })

  test('add_bos_token and add_eos_token are obeyed', async () => {
    await cp(goldenFile('bpe.model'), join(folder, 'tokenizer.model'))
    const text = (await open(folder)).encode('a', { addSpecialTokens: false })
    expect((await open(folder)).encode('a')).toEqual([1, ...text])
    await put('tokenizer_config.json', { add_bos_token: false, add_eos_token: true })
    expect((await open(folder)).encode('a')).toEqual([...text, 2])
  })

  test('names of special tokens are read as such only when asked', async () => {
    const tokenizer = await open(goldenFile('unigram.model'))
    const text = '<|begin|>a</s><s>'
    const asText = tokenizer.encode(text, { addSpecialTokens: false })
    for (const name of ['<|begin|>', '<s>', '</s>']) {
      expect(asText).not.toContain(tokenizer.idOf(name))
    }
    const parsed = tokenizer.encode(text, { addSpecialTokens: false, parseSpecialTokens: true })
    expect(parsed).toEqual([
      tokenizer.idOf('<|begin|>'),
      ...tokenizer.encode('a', { addSpecialTokens: false }),
      tokenizer.eosIds[0],
      tokenizer.bosId
    ])
    expect(tokenizer.decode(parsed)).toBe('a')
    expect(tokenizer.decode(parsed, { skipSpecialTokens: false })).toBe('<|begin|> a</s><s>')
  })
})

describe('what is not exact or not whole is refused', () => {
  test('files of other kinds', async () => {
    await put('vocab.bpe', 'x')
    expect((await failure(openTokenizer(join(folder, 'vocab.bpe')))).code).toBe(
      'tokenizerUnsupported'
    )
    await put('vocab.json', '{}')
    expect((await failure(openTokenizer(folder))).code).toBe('tokenizerUnsupported')
  })

  test.each<[string, (file: TokenizerFile) => void, string]>([
    ['BPE dropout', (file) => (file.model!.dropout = 0.1), 'tokenizerUnsupported'],
    [
      'a subword prefix',
      (file) => (file.model!.continuing_subword_prefix = '##'),
      'tokenizerUnsupported'
    ],
    ['single words', (file) => (file.added_tokens[0]!.single_word = true), 'tokenizerUnsupported'],
    ['an unknown decoder', (file) => (file.decoder = { type: 'CTC' }), 'tokenizerUnsupported'],
    ['an unknown normaliser', (file) => (file.normalizer = { type: 'X' }), 'tokenizerUnsupported'],
    ['an unknown splitter', (file) => (file.pre_tokenizer = { type: 'X' }), 'tokenizerUnsupported'],
    [
      'a way of splitting that does not exist',
      (file) =>
        (file.pre_tokenizer = { type: 'Split', pattern: { String: 'a' }, behavior: 'Sideways' }),
      'tokenizerUnsupported'
    ],
    [
      'a pattern that does not compile',
      (file) =>
        (file.pre_tokenizer = {
          type: 'Split',
          pattern: { Regex: '(?<=' },
          behavior: 'Isolated'
        }),
      'tokenizerUnsupported'
    ],
    [
      'the Precompiled normaliser',
      (file) => (file.normalizer = { type: 'Precompiled', precompiled_charsmap: '' }),
      'tokenizerUnsupported'
    ],
    ['a huge id', (file) => (file.added_tokens[0]!.id = 2 ** 40), 'fileMalformed'],
    ['no model', (file) => delete file.model, 'fileMalformed'],
    ['a vocabulary of words', (file) => (file.model!.vocab = { a: 'b' }), 'fileMalformed']
  ])('%s', async (_, change, code) => {
    const text = await readFile(goldenFile('byteLevel.json'), 'utf8')
    const file = JSON.parse(text) as TokenizerFile
    change(file)
    await put('tokenizer.json', file)
    const error = await failure(openTokenizer(folder))
    expect(error.code).toBe(code)
    expect(error.params.path).toBe(join(folder, 'tokenizer.json'))
  })
})

describe('streaming', () => {
  test('ordinary text comes at once, a character when it is whole', async () => {
    for (const file of ['byteLevel.json', 'bpe.model', 'unigramBytes.model']) {
      const tokenizer = await open(goldenFile(file))
      const text = 'The old clock 😀 não 日!'
      const ids = tokenizer.encode(text, { addSpecialTokens: false })
      const decoder = new StreamDecoder(tokenizer)
      const parts = ids.map((id) => decoder.push(id))
      expect(decoder.flush()).toBe('')
      expect(parts.join('')).toBe(text)
      expect(parts.join('')).not.toContain('\ufffd')
      expect(parts.filter((part) => part === '').length).toBeGreaterThan(0)
      expect(parts[0]).not.toBe('')
    }
  })

  test('any ids: the parts are the whole', async () => {
    for (const file of [
      'byteLevelDigits.json',
      'byteFallback.json',
      'metaspace.json',
      'bpe.model'
    ]) {
      const tokenizer = await open(goldenFile(file))
      const anyId = fc.nat(tokenizer.vocabularySize - 1)
      fc.assert(
        fc.property(fc.array(anyId, { maxLength: 30 }), fc.boolean(), (ids, skipSpecialTokens) => {
          const decoder = new StreamDecoder(tokenizer, { skipSpecialTokens })
          const parts = ids.map((id) => decoder.push(id))
          const whole = tokenizer.decode(ids, { skipSpecialTokens })
          // Nothing given out is ever taken back.
          expect(whole.startsWith(parts.join(''))).toBe(true)
          expect(parts.join('') + decoder.flush()).toBe(whole)
        }),
        { numRuns: 200 }
      )
    }
  })

  test('bytes: whole characters, and U+FFFD for each byte that belongs to none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const collector = new Utf8Collector()
        const parts = [...new TextEncoder().encode(text)].map((byte) => collector.push(byte))
        expect(parts.join('') + collector.flush()).toBe(text)
        expect(parts.join('')).toBe(text)
      })
    )
    const collector = new Utf8Collector()
    const push = (...bytes: number[]) => bytes.map((byte) => collector.push(byte)).join('|')
    expect(push(0xe6, 0x97)).toBe('|')
    expect(push(0x41)).toBe('\ufffd\ufffdA')
    expect(push(0xff, 0x80)).toBe('\ufffd|\ufffd')
    expect(push(0xed, 0xa0, 0x80)).toBe('||\ufffd\ufffd\ufffd')
    expect(push(0xf0, 0x9f)).toBe('|')
    expect(collector.flush()).toBe('\ufffd\ufffd')
  })
})

describeWithSharedData('stories260K', ['models/stories260K'], (model) => {
  test('marks the beginning, and decodes without it', async () => {
    const tokenizer = await open(model)
    expect(tokenizer.vocabularySize).toBe(512)
    const ids = tokenizer.encode('Once upon a time')
    expect(ids[0]).toBe(1)
    expect(tokenizer.eosIds).toEqual([2])
    expect(tokenizer.decode(ids)).toBe('Once upon a time')
  })
})
