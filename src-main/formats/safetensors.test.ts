import fc from 'fast-check'
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { LetheError } from '../base/errors'
import { goldensFolder, readGolden } from '../testing/goldens'
import {
  hashTensors,
  readSafetensorsFile,
  readSafetensorsFolder,
  writeSafetensors,
  type TensorToWrite
} from './safetensors'
import { headerLimitBytes, parseHeader, parseHeaderLength } from './safetensorsHeader'

let root: string
let path: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lethe-safetensors-'))
})
afterAll(() => rm(root, { recursive: true }))
beforeEach(async () => {
  path = join(await mkdtemp(join(root, 'case-')), 'model.safetensors')
})

const floats = (...values: number[]) => new Uint8Array(new Float32Array(values).buffer)
const tensors: TensorToWrite[] = [
  { name: 'b.weight', dtype: 'F32', shape: [2, 3], data: floats(1, 2, 3, 4, 5, 6) },
  { name: 'a.bias', dtype: 'BF16', shape: [3], data: new Uint8Array([1, 2, 3, 4, 5, 6]) },
  { name: 'scalar', dtype: 'I64', shape: [], data: new Uint8Array(8).fill(7) },
  { name: 'none', dtype: 'F16', shape: [0, 5], data: new Uint8Array(0) },
  { name: 'çã 😀', dtype: 'U8', shape: [1], data: new Uint8Array([9]) }
]

/** A file with this JSON header, taken as is, and `dataBytes` of data. */
function fileOf(header: unknown, dataBytes: number): Uint8Array {
  const json = typeof header === 'string' ? header : JSON.stringify(header)
  const bytes = Buffer.alloc(8 + Buffer.byteLength(json) + dataBytes)
  bytes.writeBigUInt64LE(BigInt(Buffer.byteLength(json)))
  bytes.write(json, 8)
  return bytes
}

async function failure(promise: Promise<unknown>): Promise<LetheError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason
  )
  expect(error).toBeInstanceOf(LetheError)
  return error as LetheError
}

async function failureOf(bytes: Uint8Array | string): Promise<LetheError> {
  await writeFile(path, bytes)
  const error = await failure(readSafetensorsFile(path))
  expect(error.params.path).toBe(path)
  return error
}

const f32 = (begin: number, end: number, shape = [(end - begin) / 4]) => ({
  dtype: 'F32',
  shape,
  data_offsets: [begin, end]
})

describe('reading and writing one file', () => {
  test('what was written is found again, aligned and byte for byte', async () => {
    await writeSafetensors(path, tensors, { format: 'pt' })
    const index = await readSafetensorsFile(path)
    const bytes = await readFile(path)
    expect(index.sizeBytes).toBe(bytes.length)
    expect(index.files).toEqual([path])
    expect(index.metadata).toEqual({ format: 'pt' })
    expect([...index.entries.keys()].sort()).toEqual(tensors.map(({ name }) => name).sort())
    for (const { name, dtype, shape, data } of tensors) {
      const entry = index.entries.get(name)!
      expect(entry).toMatchObject({ name, dtype, shape, file: path, byteLength: data.length })
      const end = entry.byteOffset + entry.byteLength
      expect(new Uint8Array(bytes.subarray(entry.byteOffset, end))).toEqual(data)
    }
    expect(index.entries.get('b.weight')!.byteOffset % 4).toBe(0)
    expect(index.entries.get('scalar')!.byteOffset % 8).toBe(0)
  })

  test('equal input gives equal bytes, and no temporary file stays', async () => {
    await writeSafetensors(path, tensors, { a: '1', b: '2' })
    const first = await readFile(path)
    await writeSafetensors(path, [...tensors].reverse(), { b: '2', a: '1' })
    expect(await readFile(path)).toEqual(first)
    expect(await readdir(join(path, '..'))).toEqual(['model.safetensors'])
  })

  test('a refused write leaves the old file alone', async () => {
    await writeSafetensors(path, tensors)
    const before = await readFile(path)
    const wrong: TensorToWrite[][] = [
      [tensors[0]!, tensors[0]!],
      [{ ...tensors[0]!, shape: [2, 2] }],
      [{ ...tensors[0]!, shape: [-2, -3] }],
      [{ ...tensors[0]!, name: '\ud800' }],
      [{ ...tensors[0]!, name: '__metadata__' }]
    ]
    for (const list of wrong) {
      expect((await failure(writeSafetensors(path, list))).code).toBe('invalidInput')
    }
    expect(await readFile(path)).toEqual(before)
    const nowhere = join(path, 'no', 'folder.safetensors')
    expect((await failure(writeSafetensors(nowhere, tensors))).code).toBe('fileNotFound')
  })
})

describe('a bad file is refused by name', () => {
  test('missing, empty, not a file', async () => {
    expect((await failure(readSafetensorsFile(path))).code).toBe('fileNotFound')
    expect((await failureOf('')).code).toBe('fileEmpty')
    expect((await failure(readSafetensorsFile(root))).code).toBe('fileMalformed')
  })

  test('truncated anywhere: says how many bytes are missing', async () => {
    await writeSafetensors(path, tensors)
    const { length } = await readFile(path)
    for (const keep of [length - 1, length - 30, 60, 9, 8]) {
      await truncate(path, keep)
      const error = await failure(readSafetensorsFile(path))
      expect(error.code).toBe('fileTruncated')
      expect(error.params.missingBytes).toBeGreaterThan(0)
      if (keep > 60) expect(error.params.missingBytes).toBe(length - keep)
    }
    await truncate(path, 3)
    expect((await failure(readSafetensorsFile(path))).params).toEqual({ path, missingBytes: 5 })
  })

  test('a header length beyond the limit is refused without reading it', async () => {
    const bytes = Buffer.alloc(32, '{')
    for (const length of [BigInt(headerLimitBytes) + 1n, 2n ** 63n, 2n ** 64n - 1n, 0n, 1n]) {
      bytes.writeBigUInt64LE(length)
      expect((await failureOf(bytes)).code).toBe('fileMalformed')
    }
    bytes.writeBigUInt64LE(25n)
    expect((await failureOf(bytes)).params.missingBytes).toBe(1)
  })

  test.each<[string, Uint8Array, object]>([
    ['not JSON', fileOf('{"a":', 0), { code: 'notJson' }],
    ['not an object', fileOf('[1, 2]', 0), { code: 'headerStart' }],
    [
      'a picture',
      Buffer.from('\x89PNG\r\n\x1a\n-and-more-of-it', 'latin1'),
      { code: 'headerTooLong' }
    ],
    ['not UTF-8', Buffer.concat([fileOf('{"    ":1}', 0)]).fill(0xff, 10, 12), { code: 'notUtf8' }],
    [
      'duplicate names',
      fileOf(`{"a":${JSON.stringify(f32(0, 4))}, "\\u0061":${JSON.stringify(f32(4, 8))}}`, 8),
      { code: 'keyTwice', key: 'a' }
    ],
    [
      'duplicate fields',
      fileOf('{"a":{"dtype":"U8","dtype":"I8","shape":[1],"data_offsets":[0,1]}}', 1),
      { code: 'keyTwice', key: 'dtype' }
    ],
    [
      'overlap',
      fileOf({ a: f32(0, 8), b: f32(4, 12) }, 12),
      { code: 'tensorOverlaps', tensor: 'b' }
    ],
    [
      'the same bytes twice',
      fileOf({ a: f32(0, 8), b: f32(0, 8) }, 8),
      { code: 'tensorOverlaps', tensor: 'b' }
    ],
    ['gap', fileOf({ a: f32(0, 4), b: f32(8, 12) }, 12), { code: 'tensorAfterGap', tensor: 'b' }],
    ['gap at the start', fileOf({ a: f32(4, 8) }, 8), { code: 'tensorAfterGap', tensor: 'a' }],
    ['bytes left over', fileOf({ a: f32(0, 4) }, 8), { code: 'bytesAfterTensors', extraBytes: 4 }],
    [
      'begin after end',
      fileOf({ a: f32(8, 4, [1]) }, 8),
      { code: 'tensorBytesReversed', begin: 8, end: 4 }
    ],
    [
      'wrong size',
      fileOf({ a: f32(0, 8, [3]) }, 8),
      { code: 'tensorBytes', shape: '[3]', neededBytes: 12, givenBytes: 8 }
    ],
    [
      'negative dimension',
      fileOf({ a: f32(0, 8, [-2]) }, 8),
      { code: 'valueTooSmall', place: 'a.shape.0', least: 0 }
    ],
    [
      'fractional dimension',
      fileOf({ a: f32(0, 8, [2.5]) }, 8),
      { code: 'valueKind', place: 'a.shape.0', expected: 'wholeNumber' }
    ],
    [
      'huge dimension',
      fileOf({ a: f32(0, 8, [2 ** 60]) }, 8),
      { code: 'valueTooLarge', place: 'a.shape.0' }
    ],
    [
      'dimensions whose product overflows to the right size',
      fileOf({ a: f32(0, 8, [2 ** 32, 2 ** 32, 2]) }, 8),
      { code: 'tensorBytes', givenBytes: 8 }
    ],
    [
      'half a byte',
      fileOf({ a: { ...f32(0, 1, [1]), dtype: 'F4' } }, 1),
      { code: 'tensorBytes', dtype: 'F4', givenBytes: 1 }
    ],
    [
      'no shape',
      fileOf({ a: { dtype: 'F32', data_offsets: [0, 4] } }, 4),
      { code: 'valueMissing', place: 'a.shape' }
    ],
    [
      'entry is a number',
      fileOf({ a: 5 }, 0),
      { code: 'valueKind', place: 'a', expected: 'object' }
    ],
    [
      'metadata is not strings',
      fileOf({ __metadata__: { a: 1 } }, 0),
      { code: 'metadataNotTexts' }
    ],
    ['lone surrogate name', fileOf('{"\\ud800":{}}', 0), { code: 'tensorName' }]
  ])('%s', async (_, bytes, reason) => {
    const error = await failureOf(bytes)
    expect(error.code).toBe('fileMalformed')
    expect(error.params).toMatchObject({ path, reason })
  })

  test('offsets past the end are a truncation', async () => {
    const error = await failureOf(fileOf({ a: f32(0, 12) }, 8))
    expect(error).toMatchObject({ code: 'fileTruncated', params: { missingBytes: 4 } })
  })

  test('an unknown dtype is named', async () => {
    for (const dtype of ['F128', 'toString', '__proto__']) {
      const error = await failureOf(fileOf({ a: { ...f32(0, 4), dtype } }, 4))
      expect(error.toJSON()).toEqual({
        code: 'tensorDtypeUnknown',
        params: { path, tensor: 'a', dtype }
      })
    }
  })

  test('4-bit and 6-bit types count whole bytes', async () => {
    const header = {
      a: { dtype: 'F4', shape: [2, 3], data_offsets: [0, 3] },
      b: { dtype: 'F6_E2M3', shape: [4], data_offsets: [3, 6] }
    }
    await writeFile(path, fileOf(header, 6))
    expect((await readSafetensorsFile(path)).entries.get('b')!.byteLength).toBe(3)
  })
})

describe('a model folder', () => {
  const shardNames = ['model-00001-of-00002.safetensors', 'model-00002-of-00002.safetensors']
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(root, 'folder-'))
    await writeSafetensors(join(folder, shardNames[0]!), tensors.slice(0, 2), { format: 'pt' })
    await writeSafetensors(join(folder, shardNames[1]!), tensors.slice(2), { format: 'pt' })
    await writeIndex({})
  })

  async function writeIndex(changes: Record<string, string>) {
    const weightMap = Object.fromEntries(
      tensors.map(({ name }, index) => [name, shardNames[index < 2 ? 0 : 1]])
    )
    const text = JSON.stringify({ metadata: {}, weight_map: { ...weightMap, ...changes } })
    await writeFile(join(folder, 'model.safetensors.index.json'), text)
  }

  test('shards are joined; their hash is that of one file', async () => {
    const index = await readSafetensorsFolder(folder)
    expect(index.files).toEqual(shardNames.map((name) => join(folder, name)))
    expect(index.entries.size).toBe(tensors.length)
    expect(index.metadata).toEqual({ format: 'pt' })
    await writeSafetensors(path, [...tensors].reverse(), { made: 'otherwise' })
    const single = await readSafetensorsFolder(join(path, '..'))
    expect(await hashTensors(single)).toBe(await hashTensors(index))
  })

  test('a missing shard, a missing tensor, a tensor twice', async () => {
    await writeIndex({ lost: shardNames[0]! })
    expect((await failure(readSafetensorsFolder(folder))).toJSON()).toEqual({
      code: 'tensorMissing',
      params: { tensor: 'lost', path: join(folder, shardNames[0]!) }
    })
    await writeIndex({})
    await writeSafetensors(join(folder, shardNames[1]!), tensors)
    expect((await failure(readSafetensorsFolder(folder))).code).toBe('fileMalformed')
    await rm(join(folder, shardNames[1]!))
    expect((await failure(readSafetensorsFolder(folder))).toJSON()).toEqual({
      code: 'shardMissing',
      params: { path: join(folder, shardNames[1]!) }
    })
  })

  test.each(['../up.safetensors', '/etc/passwd', '..', '', 'a\\b', 'c:x', 'sub/../../x'])(
    'a shard named %j does not lead out of the folder',
    async (name) => {
      await writeIndex({ 'a.bias': name })
      const error = await failure(readSafetensorsFolder(folder))
      expect(error.code).toBe('fileMalformed')
      expect(error.params.path).toBe(join(folder, 'model.safetensors.index.json'))
    }
  )

  test('a broken index is named; an empty folder is not a model', async () => {
    await writeFile(join(folder, 'model.safetensors.index.json'), '{"weight_map": 3}')
    expect((await failure(readSafetensorsFolder(folder))).code).toBe('fileMalformed')
    const empty = join(folder, 'empty')
    await mkdir(empty)
    expect((await failure(readSafetensorsFolder(empty))).code).toBe('notAModel')
    expect((await failure(readSafetensorsFolder(join(empty, 'x')))).code).toBe('notAModel')
  })
})

describe('the hash', () => {
  const hashOf = async (list: TensorToWrite[]) => {
    await writeSafetensors(path, list)
    return hashTensors(await readSafetensorsFile(path))
  }

  test('follows name, dtype, shape and bytes', async () => {
    const base = tensors[0]!
    const hashes = await [
      base,
      { ...base, name: 'b.weighu' },
      { ...base, dtype: 'I32' as const },
      { ...base, shape: [3, 2] },
      { ...base, data: floats(1, 2, 3, 4, 5, 7) }
    ].reduce<Promise<string[]>>(
      async (before, tensor) => [...(await before), await hashOf([tensor])],
      Promise.resolve([])
    )
    expect(new Set(hashes).size).toBe(hashes.length)
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/)
  })

  test('equals the one computed from the docstring in Python', async () => {
    const expected = readGolden('tensorHashes.json', z.record(z.string(), z.string()))
    expect(Object.keys(expected).length).toBeGreaterThan(3)
    for (const [name, hash] of Object.entries(expected)) {
      const index = await readSafetensorsFolder(join(goldensFolder, name))
      expect({ name, hash: await hashTensors(index) }).toEqual({ name, hash })
    }
  })

  test('reports progress to the end and stops when asked', async () => {
    await writeSafetensors(path, [
      { name: 'big', dtype: 'U8', shape: [9_000_000], data: new Uint8Array(9_000_000) }
    ])
    const index = await readSafetensorsFile(path)
    const seen: number[] = []
    await hashTensors(index, { onProgress: (done, total) => seen.push(done / total) })
    expect(seen.length).toBeGreaterThan(1)
    expect(seen.at(-1)).toBe(1)
    const stop = new AbortController()
    const stopped = hashTensors(index, { signal: stop.signal, onProgress: () => stop.abort() })
    expect((await failure(stopped)).code).toBe('cancelled')
  })

  test('a file cut short after it was opened is noticed', async () => {
    await writeSafetensors(path, tensors)
    const index = await readSafetensorsFile(path)
    await truncate(path, index.sizeBytes - 1)
    expect((await failure(hashTensors(index))).code).toBe('fileTruncated')
  })
})

describe('fuzz: a mutated file gives an index within its bounds or a typed error', () => {
  let valid: Uint8Array

  beforeAll(async () => {
    const file = join(root, 'valid.safetensors')
    await writeSafetensors(file, tensors, { format: 'pt' })
    valid = await readFile(file)
  })

  /** The reader without the disk: the same two steps on the same bytes. */
  function check(bytes: Uint8Array) {
    try {
      const length = parseHeaderLength(bytes.subarray(0, 9), bytes.length, 'f')
      expect(length).toBeLessThanOrEqual(bytes.length - 8)
      const { entries } = parseHeader(bytes.subarray(8, 8 + length), bytes.length, 'f')
      let total = 0
      for (const { byteOffset, byteLength, shape } of entries.values()) {
        expect(byteOffset).toBeGreaterThanOrEqual(8 + length)
        expect(byteLength).toBeGreaterThanOrEqual(0)
        expect(byteOffset + byteLength).toBeLessThanOrEqual(bytes.length)
        expect(shape.every((dimension) => Number.isSafeInteger(dimension))).toBe(true)
        total += byteLength
      }
      expect(8 + length + total).toBe(bytes.length)
      return true
    } catch (error) {
      if (!(error instanceof LetheError)) throw error
      expect(error.code).not.toBe('internal')
      return false
    }
  }

  test('bytes changed, cut, inserted, doubled', () => {
    const position = fc.nat(400)
    const mutation = fc.oneof(
      fc.record({ kind: fc.constant('set' as const), at: position, value: fc.nat(255) }),
      fc.record({ kind: fc.constant('cut' as const), at: position, value: fc.nat(40) }),
      fc.record({ kind: fc.constant('insert' as const), at: position, value: fc.nat(255) }),
      fc.record({ kind: fc.constant('copy' as const), at: position, value: fc.nat(60) })
    )
    let accepted = 0
    fc.assert(
      fc.property(fc.array(mutation, { maxLength: 4 }), (mutations) => {
        let bytes = Array.from(valid)
        for (const { kind, at, value } of mutations) {
          if (kind === 'set') bytes[at % bytes.length] = value
          else if (kind === 'cut') bytes.splice(at, value)
          else if (kind === 'insert') bytes.splice(at, 0, value)
          else bytes = [...bytes.slice(0, at + value), ...bytes.slice(at)]
        }
        if (check(Uint8Array.from(bytes))) accepted++
      }),
      { numRuns: 5000 }
    )
    // The property would be empty if every run ended in an error.
    expect(accepted).toBeGreaterThan(0)
  })

  test('headers of the right form with any numbers in them', () => {
    const number = fc.oneof(
      fc.integer({ min: -2, max: 20 }),
      fc.constantFrom(2 ** 31, 2 ** 32, 2 ** 53, 2 ** 53 - 1, 2 ** 63, 1e300, 0.5, -1)
    )
    const dtype = fc.constantFrom('F32', 'U8', 'BF16', 'F4', 'I64', 'X', '', 7, null)
    const tensor = fc.record(
      { dtype, shape: fc.array(number, { maxLength: 4 }), data_offsets: fc.tuple(number, number) },
      { requiredKeys: [] }
    )
    const name = fc.constantFrom('a', 'b', 'c', '__metadata__', '__proto__')
    fc.assert(
      fc.property(fc.dictionary(name, tensor), fc.nat(64), (header, dataBytes) => {
        check(fileOf(header, dataBytes))
      }),
      { numRuns: 5000 }
    )
  })

  test('any bytes at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(300), (bytes, length) => {
        const file = Buffer.concat([Buffer.alloc(8), bytes])
        file.writeBigUInt64LE(BigInt(length))
        check(file)
        check(bytes)
      }),
      { numRuns: 2000 }
    )
  })
})
