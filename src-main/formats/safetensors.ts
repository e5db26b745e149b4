// Safetensors on disk: opening a file or a sharded model folder by its headers alone, hashing the
// tensors, writing a file atomically. Tensor data is held in memory by who asks for one tensor alone.
// Format: https://github.com/huggingface/safetensors#format

import { createHash } from 'node:crypto'
import { open, stat, type FileHandle } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { fileError, LetheError } from '../base/errors'
import { singleWeightsFile, weightsIndexFile } from '../base/modelFileNames'
import type { Reason } from '../base/reasons'
import { writeFileAtomically, writeFully } from '../base/atomicFile'
import { exists, notAFile, readJsonFile } from './jsonText'
import {
  headerLimitBytes,
  lengthFieldBytes,
  parseHeader,
  parseHeaderLength,
  safetensorsDtypeBits,
  tensorByteLength,
  type SafetensorsDtype,
  type TensorEntry
} from './safetensorsHeader'

export type { SafetensorsDtype, TensorEntry } from './safetensorsHeader'

export interface SafetensorsIndex {
  entries: ReadonlyMap<string, TensorEntry>
  /** Absolute paths. */
  files: readonly string[]
  metadata: Readonly<Record<string, string>>
  /** All files together. */
  sizeBytes: number
}

export interface TensorSpec {
  name: string
  dtype: SafetensorsDtype
  shape: readonly number[]
}

export interface TensorToWrite extends TensorSpec {
  /** Little-endian elements, row-major. */
  data: Uint8Array
}

const indexSchema = z.object({ weight_map: z.record(z.string(), z.string()) })

/**
 * Reads the header of one file.
 * @throws LetheError fileNotFound, fileNotReadable, fileEmpty, fileTruncated, fileMalformed,
 *   tensorDtypeUnknown
 */
export async function readSafetensorsFile(path: string): Promise<SafetensorsIndex> {
  const file = resolve(path)
  try {
    // A pipe would block open(): look first.
    if (!(await stat(file)).isFile()) throw notAFile(file)
    await using handle = await open(file, 'r')
    const { size } = await handle.stat()
    const first = await readExactly(handle, 0, Math.min(size, lengthFieldBytes + 1), file)
    const headerBytes = parseHeaderLength(first, size, file)
    const json = await readExactly(handle, lengthFieldBytes, headerBytes, file)
    return { ...parseHeader(json, size, file), files: [file], sizeBytes: size }
  } catch (error) {
    throw fileError(error, file)
  }
}

/**
 * Opens a model folder: model.safetensors, or model.safetensors.index.json with its shards
 * (plain names beside the index; they may not lead out of the folder).
 * @throws LetheError notAModel when the folder has neither; shardMissing; tensorMissing when a
 *   shard lacks a tensor that the index places in it; what `readSafetensorsFile` throws
 */
export async function readSafetensorsFolder(folder: string): Promise<SafetensorsIndex> {
  const single = join(resolve(folder), singleWeightsFile)
  const index = join(resolve(folder), weightsIndexFile)
  if (await exists(single)) return readSafetensorsFile(single)
  if (await exists(index)) return readShards(resolve(folder), index)
  throw new LetheError('notAModel', { path: resolve(folder) })
}

/**
 * SHA-256 (hex) of the tensors alone: equal for two models with equal weights, whatever their
 * metadata, tensor order, header spelling or sharding.
 *
 * The hashed bytes are: the ASCII text `lethe-tensors-1` and one zero byte; then, for each tensor
 * in ascending order of its name's UTF-8 bytes:
 *   u64 length of the name in bytes, the name in UTF-8,
 *   u64 length of the dtype, the dtype in ASCII as the format spells it (`F32`, `BF16`, …),
 *   u64 rank, then each dimension as u64,
 *   u64 number of data bytes, the data bytes as stored (little-endian).
 * Every u64 is little-endian.
 * @throws LetheError cancelled, fileTruncated, fileNotFound, fileNotReadable
 */
export async function hashTensors(
  index: SafetensorsIndex,
  options: {
    signal?: AbortSignal
    onProgress?: (doneBytes: number, totalBytes: number) => void
    /** At most so many bytes of a tensor are read at a time. Usual: 4 MiB. */
    pieceBytesOf?: (entry: TensorEntry) => number
    /** Told what was read; `at` counts from the tensor's first byte. The piece is valid until it returns. */
    onPiece?: (entry: TensorEntry, piece: Uint8Array, at: number) => Promise<void>
  } = {}
): Promise<string> {
  const entries = [...index.entries.values()]
    .map((entry) => ({ entry, nameBytes: Buffer.from(entry.name) }))
    .sort((a, b) => Buffer.compare(a.nameBytes, b.nameBytes))
  const totalBytes = entries.reduce((sum, { entry }) => sum + entry.byteLength, 0)
  const hash = createHash('sha256').update('lethe-tensors-1\0')
  let buffer = new Uint8Array(0)
  const handles = new Map<string, FileHandle>()
  let doneBytes = 0
  try {
    for (const { entry, nameBytes } of entries) {
      hash.update(u64(nameBytes.length)).update(nameBytes)
      hash.update(u64(entry.dtype.length)).update(entry.dtype)
      hash.update(u64(entry.shape.length, ...entry.shape)).update(u64(entry.byteLength))
      const handle = handles.get(entry.file) ?? (await openForReading(entry.file))
      handles.set(entry.file, handle)
      const end = entry.byteOffset + entry.byteLength
      const pieceBytes = options.pieceBytesOf?.(entry) ?? 4 * 1024 * 1024
      if (buffer.length !== pieceBytes) buffer = new Uint8Array(pieceBytes)
      for (let at = entry.byteOffset; at < end;) {
        if (options.signal?.aborted) throw new LetheError('cancelled')
        const piece = buffer.subarray(0, Math.min(buffer.length, end - at))
        await fill(handle, piece, at, entry.file)
        hash.update(piece)
        await options.onPiece?.(entry, piece, at - entry.byteOffset)
        at += piece.length
        doneBytes += piece.length
        options.onProgress?.(doneBytes, totalBytes)
      }
    }
  } finally {
    for (const handle of handles.values()) await handle.close()
  }
  return hash.digest('hex')
}

/**
 * Writes one file atomically (temporary name, fsync of file and folder, rename). Tensors are laid
 * out by falling element size, then name, and the data starts at a multiple of 8, so that every
 * element is aligned. The same tensors and metadata always give the same bytes.
 * @throws LetheError invalidInput (duplicate name, data length ≠ shape × dtype, header too long),
 *   folderNotWritable, diskFull, fileNotFound (no such folder)
 */
export async function writeSafetensors(
  path: string,
  tensors: Iterable<TensorToWrite>,
  metadata: Readonly<Record<string, string>> = {}
): Promise<void> {
  const all = [...tensors]
  for (const { name, dtype, shape, data } of all) {
    if (tensorByteLength(dtype, shape) !== data.length)
      throw refused(name, {
        ...{ code: 'tensorBytes', tensor: name, dtype, shape: `[${shape.join(', ')}]` },
        givenBytes: data.length
      })
  }
  await writeSafetensorsParts(path, all, metadata, async (write) => {
    for (const { name, data } of all) await write(name, data, 0)
  })
}

/**
 * The same for tensors that are not in memory: `fill` writes their bytes piece by piece, in any order;
 * `at` counts from the tensor's first byte. What it throws is thrown, and nothing is left behind.
 */
export async function writeSafetensorsParts(
  path: string,
  tensors: readonly TensorSpec[],
  metadata: Readonly<Record<string, string>>,
  fill: (write: (name: string, bytes: Uint8Array, at: number) => Promise<void>) => Promise<void>
): Promise<void> {
  const { head, offsets } = layOut(tensors, metadata)
  await writeFileAtomically(path, async (handle) => {
    await writeFully(handle, head, 0)
    await fill((name, bytes, at) => writeFully(handle, bytes, offsets.get(name)! + at))
  })
}

function refused(name: string, reason: Reason): LetheError {
  return new LetheError('invalidInput', { field: 'tensor', name, reason })
}

/** The bytes before the data, and where the data of each tensor begins. */
function layOut(
  tensors: readonly TensorSpec[],
  metadata: Readonly<Record<string, string>>
): { head: Uint8Array; offsets: Map<string, number> } {
  const ordered = [...tensors].sort(
    (a, b) =>
      safetensorsDtypeBits[b.dtype] - safetensorsDtypeBits[a.dtype] ||
      Buffer.compare(Buffer.from(a.name), Buffer.from(b.name))
  )
  const header: [string, unknown][] = []
  if (Object.keys(metadata).length > 0) {
    header.push(['__metadata__', Object.fromEntries(sortedByName(Object.entries(metadata)))])
  }
  const starts = new Map<string, number>()
  let offset = 0
  for (const { name, dtype, shape } of ordered) {
    if (starts.has(name) || name === '__metadata__')
      throw refused(name, { code: 'tensorTwice', tensor: name })
    if (/\p{Surrogate}/u.test(name)) throw refused(name, { code: 'tensorName', tensor: name })
    const byteLength = shape.every((size) => Number.isSafeInteger(size) && size >= 0)
      ? tensorByteLength(dtype, shape)
      : null
    if (byteLength === null)
      throw refused(name, {
        ...{ code: 'tensorShapeNotWhole', tensor: name, shape: `[${shape.join(', ')}]` }
      })
    starts.set(name, offset)
    header.push([name, { dtype, shape, data_offsets: [offset, offset + byteLength] }])
    offset += byteLength
  }
  const json = Buffer.from(JSON.stringify(Object.fromEntries(header)))
  const padded = Buffer.alloc(Math.ceil(json.length / 8) * 8, ' ')
  json.copy(padded)
  if (padded.length > headerLimitBytes) {
    const sizes = { sizeBytes: String(padded.length), limitBytes: headerLimitBytes }
    const reason = { code: 'headerTooLong', ...sizes } as const
    throw new LetheError('invalidInput', { field: 'metadata', reason })
  }
  const head = Buffer.concat([u64(padded.length), padded])
  const offsets = new Map([...starts].map(([name, start]) => [name, head.length + start]))
  return { head, offsets }
}

async function readShards(folder: string, indexPath: string): Promise<SafetensorsIndex> {
  const parsed = indexSchema.safeParse(await readJsonFile(indexPath, headerLimitBytes))
  if (!parsed.success) {
    throw new LetheError('fileMalformed', {
      path: indexPath,
      reason: { code: 'weightMapForm' }
    })
  }
  const weightMap = new Map(Object.entries(parsed.data.weight_map))
  const entries = new Map<string, TensorEntry>()
  const shards = new Map<string, SafetensorsIndex>()
  const metadata: Record<string, string> = {}
  for (const name of new Set(weightMap.values())) {
    const path = shardPath(folder, name, indexPath)
    const shard = await readSafetensorsFile(path).catch((error: unknown) => {
      const gone = error instanceof LetheError && error.code === 'fileNotFound'
      throw gone ? new LetheError('shardMissing', { path }) : error
    })
    shards.set(name, shard)
    Object.assign(metadata, shard.metadata)
    for (const [tensor, entry] of shard.entries) {
      if (entries.has(tensor)) {
        throw new LetheError('fileMalformed', {
          path,
          reason: { code: 'tensorTwice', tensor }
        })
      }
      entries.set(tensor, entry)
    }
  }
  for (const [tensor, name] of weightMap) {
    if (!shards.get(name)!.entries.has(tensor)) {
      throw new LetheError('tensorMissing', { tensor, path: join(folder, name) })
    }
  }
  const opened = [...shards.values()]
  return {
    entries,
    files: opened.flatMap((shard) => shard.files),
    metadata,
    sizeBytes: opened.reduce((sum, shard) => sum + shard.sizeBytes, 0)
  }
}

function shardPath(folder: string, name: string, indexPath: string): string {
  if (name === '' || name === '.' || name === '..' || /[/\\\0:]/.test(name)) {
    throw new LetheError('fileMalformed', {
      path: indexPath,
      reason: { code: 'notAFileName', name: name.slice(0, 200) }
    })
  }
  return join(folder, name)
}

/** The bytes of one tensor, as stored. @throws LetheError fileNotFound, fileNotReadable, fileTruncated */
export async function readTensor(entry: TensorEntry): Promise<Uint8Array> {
  await using handle = await openForReading(entry.file)
  return readExactly(handle, entry.byteOffset, entry.byteLength, entry.file)
}

async function openForReading(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r')
  } catch (error) {
    throw fileError(error, path)
  }
}

async function readExactly(
  handle: FileHandle,
  position: number,
  length: number,
  path: string
): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  await fill(handle, bytes, position, path)
  return bytes
}

async function fill(
  handle: FileHandle,
  bytes: Uint8Array,
  position: number,
  path: string
): Promise<void> {
  let filled = 0
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, position + filled)
    if (bytesRead === 0) {
      throw new LetheError('fileTruncated', { path, missingBytes: bytes.length - filled })
    }
    filled += bytesRead
  }
}

function sortedByName(entries: [string, string][]): [string, string][] {
  return entries.sort(([a], [b]) => (a < b ? -1 : 1))
}

function u64(...values: number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 8)
  const view = new DataView(bytes.buffer)
  values.forEach((value, index) => view.setBigUint64(index * 8, BigInt(value), true))
  return bytes
}
