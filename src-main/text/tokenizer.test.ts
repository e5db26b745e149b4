import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { LetheError } from '../base/errors'
import { goldensFolder, readGolden } from '../testing/goldens'
import { describeWithSharedData } from '../testing/sharedData'
import { openTokenizer, StreamDecoder, type DecodeOptions, type Tokenizer } from './tokenizer'

const idList = z.array(z.int())
const sequences = z.array(
  z.object({ ids: idList, digest: z.string(), digestWithSpecial: z.string().optional() })
)
const expectedSchema = z.object({
  vocabularySize: z.int(),
  bosId: z.int().nullish(),
  eosId: z.int().nullish(),
  ids: z.array(idList),
  withSpecialTokens: idList.optional(),
  decodedDigests: z.array(z.string()),
  sequences
})
const sharedSchema = z.record(
  z.string(),
  z.object({
    vocabularySize: z.int(),
    idDigests: z.array(z.string()),
    decodedDigests: z.array(z.string()),
    sequences,
    longIdDigests: z.array(z.string())
  })
)

const cases = readGolden('tokenizers/cases.json', z.array(z.string()))
const plain = { addSpecialTokens: false }

/** As makeGoldens.py shortens texts. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

async function open(path: string): Promise<Tokenizer> {
  const tokenizer = await openTokenizer(path)
  expect(tokenizer).not.toBeNull()
  return tokenizer!
}

/** Streams ids and checks what streaming promises on the way. */
function streamed(tokenizer: Tokenizer, row: readonly number[], options?: DecodeOptions): string {
  const decoder = new StreamDecoder(tokenizer, options)
  let text = ''
  for (const id of row) {
    const part = decoder.push(id)
    expect(/\p{Surrogate}/u.test(part)).toBe(false)
    text += part
  }
  return text + decoder.flush()
}

function checkDecoding(
  tokenizer: Tokenizer,
  rows: readonly number[][],
  digests: readonly string[],
  rest: z.output<typeof sequences>
): number {
  for (const [index, row] of rows.entries()) {
    const text = tokenizer.decode(row)
    expect({ index, row, text, digest: digest(text) }).toMatchObject({ digest: digests[index] })
    expect(streamed(tokenizer, row)).toBe(text)
  }
  for (const { ids: row, digest: expected, digestWithSpecial } of rest) {
    const text = tokenizer.decode(row)
    expect({ row, text, digest: digest(text) }).toMatchObject({ digest: expected })
    expect(streamed(tokenizer, row)).toBe(text)
    if (digestWithSpecial === undefined) continue
    const options = { skipSpecialTokens: false }
    const whole = tokenizer.decode(row, options)
    expect({ row, whole, digest: digest(whole) }).toMatchObject({ digest: digestWithSpecial })
    expect(streamed(tokenizer, row, options)).toBe(whole)
  }
  return rows.length + rest.length
}

test('the cases are many and hard', () => {
  expect(cases.length).toBeGreaterThanOrEqual(200)
  expect(cases.some((text) => text.includes('\0'))).toBe(true)
})

describe.each([
  'unigram.model',
  'unigramBytes.model',
  'bpe.model',
  'bpeAcrossWords.model',
  'bpeSuffix.model',
  'byteLevel.json',
  'byteLevelSplit.json',
  'byteLevelDigits.json',
  'byteFallback.json',
  'metaspace.json',
  'wordPiece.json',
  'wordPieceCased.json'
])('%s agrees with the reference', (file) => {
  const expected = readGolden(
    `tokenizers/${file.replace(/\.\w+$/, '')}.expected.json`,
    expectedSchema
  )

  test('ids of every case', async () => {
    const tokenizer = await open(join(goldensFolder, 'tokenizers', file))
    expect(tokenizer.vocabularySize).toBe(expected.vocabularySize)
    expect(expected.ids.length).toBe(cases.length)
    for (const [index, text] of cases.entries()) {
      expect({ text, ids: tokenizer.encode(text, plain) }).toEqual({
        text,
        ids: expected.ids[index]
      })
    }
  })

  test('text of every case and of ids in any order, at once and streamed', async () => {
    const tokenizer = await open(join(goldensFolder, 'tokenizers', file))
    const { ids, decodedDigests, sequences: rest } = expected
    expect(checkDecoding(tokenizer, ids, decodedDigests, rest)).toBe(cases.length + 120)
  })

  test('special tokens', async () => {
    const tokenizer = await open(join(goldensFolder, 'tokenizers', file))
    const text = tokenizer.encode('a b', plain)
    if (expected.withSpecialTokens !== undefined) {
      expect(tokenizer.encode('a b')).toEqual(expected.withSpecialTokens)
    } else {
      expect(tokenizer.bosId ?? null).toBe(expected.bosId)
      expect(tokenizer.eosIds).toEqual(expected.eosId === null ? [] : [expected.eosId])
      const bos = tokenizer.bosId === undefined ? [] : [tokenizer.bosId]
      expect(tokenizer.encode('a b')).toEqual([...bos, ...text])
    }
    for (const id of tokenizer.specialIds) {
      expect(tokenizer.idOf(tokenizer.tokenOf(id)!)).toBe(id)
    }
  })

  test('lone surrogates read as U+FFFD, unknown ids are refused', async () => {
    const tokenizer = await open(join(goldensFolder, 'tokenizers', file))
    expect(tokenizer.encode('a\ud83d b\ude00', plain)).toEqual(
      tokenizer.encode('a\ufffd b\ufffd', plain)
    )
    for (const id of [-1, 1.5, tokenizer.vocabularySize, Number.NaN]) {
      expect(() => tokenizer.decode([id])).toThrow(LetheError)
    }
    expect(tokenizer.decode([])).toBe('')
  })
})

const sharedTexts = [
  'tokenizers/ggml-vocab-llama-spm.gguf.inp',
  'text/tinyshakespeare.txt',
  'text/machado/domCasmurro.txt'
]
const shared = readGolden('tokenizers/shared.expected.json', sharedSchema)
for (const [path, expected] of Object.entries(shared)) {
  const needed = [path, ...sharedTexts]
  describeWithSharedData(`${path} agrees with the reference`, needed, (file, texts, ...long) => {
    const digestOfIds = (ids: readonly number[]) => digest(ids.join(' '))

    test('ids and text, at once and streamed', async () => {
      const content = await readFile(texts, 'utf8')
      const all = [...content.split('\n__ggml_vocab_test__\n').slice(0, -1), ...cases]
      expect(all.length).toBe(46 + cases.length)
      const tokenizer = await open(file)
      expect(tokenizer.vocabularySize).toBe(expected.vocabularySize)
      const rows = all.map((text) => tokenizer.encode(text, plain))
      const differing = all.filter(
        (_, index) => digestOfIds(rows[index]!) !== expected.idDigests[index]
      )
      expect(differing).toEqual([])
      checkDecoding(tokenizer, rows, expected.decodedDigests, expected.sequences)
    })

    test('ids of whole books', async () => {
      const tokenizer = await open(file)
      for (const [index, book] of long.entries()) {
        const ids = tokenizer.encode(await readFile(book, 'utf8'), plain)
        expect(digestOfIds(ids)).toBe(expected.longIdDigests[index])
      }
    })
  })
}
