// The header of a safetensors file: an 8-byte little-endian length, then JSON that names every
// tensor's dtype, shape and byte range. Everything in it is checked before anybody may use it.
// Format: https://github.com/huggingface/safetensors#format

import { z } from 'zod'
import { LetheError } from '../base/errors'
import type { Reason } from '../base/reasons'
import { valueReason } from '../base/valueReasons'
import { parseJsonBytes } from './jsonText'

/** Bits per element of every dtype of the format. */
export const safetensorsDtypeBits = {
  BOOL: 8,
  F4: 4,
  F6_E2M3: 6,
  F6_E3M2: 6,
  U8: 8,
  I8: 8,
  F8_E5M2: 8,
  F8_E4M3: 8,
  F8_E8M0: 8,
  F8_E4M3FNUZ: 8,
  F8_E5M2FNUZ: 8,
  I16: 16,
  U16: 16,
  F16: 16,
  BF16: 16,
  I32: 32,
  U32: 32,
  F32: 32,
  C64: 64,
  F64: 64,
  I64: 64,
  U64: 64
} as const

export type SafetensorsDtype = keyof typeof safetensorsDtypeBits

export interface TensorEntry {
  name: string
  dtype: SafetensorsDtype
  shape: readonly number[]
  /** Absolute path. */
  file: string
  /** From the start of the file. */
  byteOffset: number
  byteLength: number
}

export interface SafetensorsHeader {
  entries: Map<string, TensorEntry>
  metadata: Record<string, string>
}

/** Bytes of the length field in front of the JSON. */
export const lengthFieldBytes = 8
export const headerLimitBytes = 100_000_000

const tensorSchema = z.object({
  dtype: z.string(),
  shape: z.array(z.int().nonnegative()),
  data_offsets: z.tuple([z.int().nonnegative(), z.int().nonnegative()])
})
const metadataSchema = z.record(z.string(), z.string())

/**
 * Bytes a tensor takes.
 * @returns null when the size is not a whole number of bytes or too large to count exactly
 */
export function tensorByteLength(dtype: SafetensorsDtype, shape: readonly number[]): number | null {
  if (shape.includes(0)) return 0
  let bits: number = safetensorsDtypeBits[dtype]
  for (const dimension of shape) {
    bits *= dimension
    if (bits > Number.MAX_SAFE_INTEGER) return null
  }
  return bits % 8 === 0 ? bits / 8 : null
}

/**
 * Reads the length field. `first` holds the first 9 bytes of the file, or all of a shorter one.
 * @returns bytes of JSON that follow
 * @throws LetheError fileEmpty, fileTruncated, fileMalformed
 */
export function parseHeaderLength(first: Uint8Array, fileBytes: number, path: string): number {
  if (fileBytes === 0) throw new LetheError('fileEmpty', { path })
  if (fileBytes < lengthFieldBytes) {
    throw new LetheError('fileTruncated', { path, missingBytes: lengthFieldBytes - fileBytes })
  }
  const length = new DataView(first.buffer, first.byteOffset).getBigUint64(0, true)
  if (length > BigInt(headerLimitBytes)) {
    const sizeBytes = String(length)
    throw malformed(path, 0, { code: 'headerTooLong', sizeBytes, limitBytes: headerLimitBytes })
  }
  if (length < 2n) throw malformed(path, 0, { code: 'headerTooShort', sizeBytes: Number(length) })
  if (fileBytes > lengthFieldBytes && first[lengthFieldBytes] !== 0x7b) {
    throw malformed(path, lengthFieldBytes, { code: 'headerStart' })
  }
  const missingBytes = lengthFieldBytes + Number(length) - fileBytes
  if (missingBytes > 0) throw new LetheError('fileTruncated', { path, missingBytes })
  return Number(length)
}

/**
 * Parses and checks the JSON header of the file at `path` (absolute), `fileBytes` long.
 * The tensors must cover the data area exactly, without gap or overlap.
 * @throws LetheError fileMalformed, fileTruncated, tensorDtypeUnknown
 */
export function parseHeader(json: Uint8Array, fileBytes: number, path: string): SafetensorsHeader {
  const header = parseJsonBytes(json, path, lengthFieldBytes)
  if (typeof header !== 'object' || header === null || Array.isArray(header)) {
    throw malformed(path, lengthFieldBytes, { code: 'headerNotAnObject' })
  }
  const dataStart = lengthFieldBytes + json.length
  const entries: TensorEntry[] = []
  let metadata: Record<string, string> = {}
  for (const [name, value] of Object.entries(header) as [string, unknown][]) {
    if (name === '__metadata__') {
      const parsed = metadataSchema.safeParse(value)
      if (!parsed.success) throw malformed(path, lengthFieldBytes, { code: 'metadataNotTexts' })
      metadata = parsed.data
    } else {
      entries.push(parseEntry(name, value, path, dataStart))
    }
  }
  entries.sort((a, b) => a.byteOffset - b.byteOffset || a.byteLength - b.byteLength)
  checkLayout(entries, dataStart, fileBytes, path)
  return { entries: new Map(entries.map((entry) => [entry.name, entry])), metadata }
}

function parseEntry(name: string, value: unknown, path: string, dataStart: number): TensorEntry {
  const tensor = shorten(name)
  const refused = (reason: Reason) => malformed(path, lengthFieldBytes, reason)
  if (/\p{Surrogate}/u.test(name)) throw refused({ code: 'tensorName', tensor })
  const parsed = tensorSchema.safeParse(value)
  if (!parsed.success) {
    throw refused(valueReason(parsed.error.issues[0], [tensor]))
  }
  const { dtype, shape, data_offsets } = parsed.data
  if (!isSafetensorsDtype(dtype)) {
    throw new LetheError('tensorDtypeUnknown', { path, tensor, dtype: shorten(dtype) })
  }
  const [begin, end] = data_offsets
  if (end < begin) throw refused({ code: 'tensorBytesReversed', tensor, begin, end })
  const byteLength = end - begin
  const expected = tensorByteLength(dtype, shape)
  if (expected !== byteLength) {
    throw refused({
      ...{ code: 'tensorBytes', tensor, dtype, shape: `[${shorten(shape.join(', '))}]` },
      ...{ givenBytes: byteLength, ...(expected === null ? {} : { neededBytes: expected }) }
    })
  }
  return { name, dtype, shape, file: path, byteOffset: dataStart + begin, byteLength }
}

/** `entries` sorted by offset: each must begin where the one before ended, the last at the end. */
function checkLayout(
  entries: readonly TensorEntry[],
  dataStart: number,
  fileBytes: number,
  path: string
): void {
  let covered = dataStart
  for (const { name, byteOffset, byteLength } of entries) {
    if (byteOffset !== covered) {
      const code = byteOffset < covered ? 'tensorOverlaps' : 'tensorAfterGap'
      throw malformed(path, byteOffset, { code, tensor: shorten(name) })
    }
    covered += byteLength
  }
  if (covered > fileBytes) {
    throw new LetheError('fileTruncated', { path, missingBytes: covered - fileBytes })
  }
  if (covered < fileBytes) {
    throw malformed(path, covered, { code: 'bytesAfterTensors', extraBytes: fileBytes - covered })
  }
}

function malformed(path: string, offset: number, reason: Reason): LetheError {
  return new LetheError('fileMalformed', { path, format: 'safetensors', reason, offset })
}

function isSafetensorsDtype(dtype: string): dtype is SafetensorsDtype {
  return Object.hasOwn(safetensorsDtypeBits, dtype)
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
