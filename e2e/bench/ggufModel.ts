// A GGUF file of random weights, as llama.cpp reads it.
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  countOf,
  fileStem,
  Noise,
  onesF32,
  tensorsOf,
  writeFile,
  type LlamaShape
} from './randomModel.ts'

export type GgufPrecision = 'F32' | 'F16' | 'Q4_0'

// llama.cpp, ggml.h: the types of tensors, which here are those of whole files too
const ggmlTypes = { F32: 0, F16: 1, Q4_0: 2 } as const
const blockWeights = 32
/** Of 32 weights; Q4_0: an f16 scale and 32 half bytes. */
const blockBytes = { F32: 128, F16: 64, Q4_0: 18 } as const

/** Blocks of Q4_0: noise in ±0.03. */
class BlockNoise {
  readonly #blocks: Buffer

  constructor() {
    const blocks = 2 ** 18
    this.#blocks = Buffer.alloc(blocks * blockBytes.Q4_0)
    let state = 1
    for (let at = 0; at < this.#blocks.length; at += 2) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      // 0x1bae: 0.00375 as f16, an eighth of 0.03
      this.#blocks.writeUInt16LE(at % blockBytes.Q4_0 === 0 ? 0x1bae : state >>> 16, at)
    }
  }

  *bytes(count: number): Generator<Buffer> {
    let left = (count / blockWeights) * blockBytes.Q4_0
    while (left > 0) {
      const piece = this.#blocks.subarray(0, Math.min(this.#blocks.length, left))
      left -= piece.length
      yield piece
    }
  }
}

// GGUF value types (llama.cpp, gguf.h)
const ggufTypes = { u32: 4, i32: 5, f32: 6, string: 8, array: 9 } as const

class GgufHeader {
  readonly #parts: Buffer[] = []
  #count = 0

  u32(key: string, value: number): void {
    this.#entry(key, ggufTypes.u32, uint32(value))
  }

  f32(key: string, value: number): void {
    this.#entry(key, ggufTypes.f32, Buffer.from(new Float32Array([value]).buffer))
  }

  string(key: string, value: string): void {
    this.#entry(key, ggufTypes.string, ggufString(value))
  }

  array(key: string, type: 'string' | 'f32' | 'i32', items: readonly Buffer[]): void {
    const head = [uint32(ggufTypes[type]), uint64(items.length)]
    this.#entry(key, ggufTypes.array, Buffer.concat([...head, ...items]))
  }

  bytes(tensorCount: number): Buffer {
    const head = [Buffer.from('GGUF'), uint32(3), uint64(tensorCount), uint64(this.#count)]
    return Buffer.concat([...head, ...this.#parts])
  }

  #entry(key: string, type: number, value: Buffer): void {
    this.#parts.push(ggufString(key), uint32(type), value)
    this.#count++
  }
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}

function ggufString(text: string): Buffer {
  return Buffer.concat([uint64(Buffer.byteLength(text)), Buffer.from(text)])
}

const alignment = 32
const aligned = (size: number): number => Math.ceil(size / alignment) * alignment

/** Writes a GGUF file once and returns it. */
export async function ggufModel(
  cache: string,
  shape: LlamaShape,
  precision: GgufPrecision
): Promise<string> {
  mkdirSync(cache, { recursive: true })
  const file = join(cache, `${fileStem(shape)}-${precision}.gguf`)
  if (existsSync(file)) return file
  const header = ggufHeader(shape, precision)
  const tensors = tensorsOf(shape)
  // llama.cpp wants norms in F32.
  const typeOf = (dims: readonly number[]): GgufPrecision => (dims.length === 1 ? 'F32' : precision)
  const sizeOf = (dims: readonly number[]): number =>
    (countOf(dims) / blockWeights) * blockBytes[typeOf(dims)]
  let offset = 0
  const infos = tensors.map(({ gguf, shape: dims }) => {
    const info = Buffer.concat([
      ggufString(gguf),
      uint32(dims.length),
      ...dims.toReversed().map(uint64),
      uint32(ggmlTypes[typeOf(dims)]),
      uint64(offset)
    ])
    offset += aligned(sizeOf(dims))
    return info
  })
  const head = Buffer.concat([header.bytes(tensors.length), ...infos])
  const noise = precision === 'Q4_0' ? new BlockNoise() : new Noise(precision)
  await writeFile(
    file,
    (function* chunks() {
      yield head
      yield Buffer.alloc(aligned(head.length) - head.length)
      for (const { shape: dims } of tensors) {
        if (dims.length === 1) yield onesF32(countOf(dims))
        else yield* noise.bytes(countOf(dims))
        yield Buffer.alloc(aligned(sizeOf(dims)) - sizeOf(dims))
      }
    })()
  )
  return file
}

function ggufHeader(shape: LlamaShape, precision: GgufPrecision): GgufHeader {
  const header = new GgufHeader()
  header.string('general.architecture', 'llama')
  header.string('general.name', 'random weights')
  header.u32('general.file_type', ggmlTypes[precision])
  header.u32('general.alignment', alignment)
  header.u32('llama.vocab_size', shape.vocabulary)
  header.u32('llama.context_length', shape.context)
  header.u32('llama.embedding_length', shape.hidden)
  header.u32('llama.block_count', shape.layers)
  header.u32('llama.feed_forward_length', shape.inner)
  header.u32('llama.rope.dimension_count', shape.hidden / shape.heads)
  header.u32('llama.attention.head_count', shape.heads)
  header.u32('llama.attention.head_count_kv', shape.keyHeads)
  header.f32('llama.attention.layer_norm_rms_epsilon', 1e-5)
  const special = ['<unk>', '<s>', '</s>']
  const names = Array.from({ length: shape.vocabulary }, (_, id) => {
    if (id < 3) return special[id]!
    return id < 259 ? `<0x${(id - 3).toString(16).toUpperCase().padStart(2, '0')}>` : `▁t${id}`
  })
  // Token types of llama.cpp: 1 normal, 2 unknown, 3 control, 6 byte
  const types = names.map((_, id) => (id === 0 ? 2 : id < 3 ? 3 : id < 259 ? 6 : 1))
  header.string('tokenizer.ggml.model', 'llama')
  header.array('tokenizer.ggml.tokens', 'string', names.map(ggufString))
  const score = (_: string, id: number): Buffer => Buffer.from(new Float32Array([-id]).buffer)
  header.array('tokenizer.ggml.scores', 'f32', names.map(score))
  header.array('tokenizer.ggml.token_type', 'i32', types.map(uint32))
  header.u32('tokenizer.ggml.bos_token_id', 1)
  header.u32('tokenizer.ggml.eos_token_id', 2)
  header.u32('tokenizer.ggml.unknown_token_id', 0)
  return header
}
