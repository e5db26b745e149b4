// Model files with random weights, for measuring speed and memory: the same shape as safetensors
// (ours) and GGUF (llama.cpp's). What they say is noise; what they cost is real.
import { once } from 'node:events'
import { createWriteStream, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface LlamaShape {
  readonly layers: number
  readonly hidden: number
  readonly inner: number
  readonly heads: number
  readonly keyHeads: number
  readonly vocabulary: number
  readonly context: number
}

/** TinyLlama's shape: 1.1 billion parameters. */
export const oneBillion: LlamaShape = {
  layers: 22,
  hidden: 2048,
  inner: 5632,
  heads: 32,
  keyHeads: 4,
  vocabulary: 32_000,
  context: 2048
}

export type Precision = 'F32' | 'F16'

interface TensorSpec {
  readonly hf: string
  readonly gguf: string
  readonly shape: readonly number[] // [out, in], or [size] for norms
}

function tensorsOf(shape: LlamaShape): TensorSpec[] {
  const { hidden, inner, heads, keyHeads, vocabulary } = shape
  const keyWidth = (hidden / heads) * keyHeads
  const blocks = Array.from({ length: shape.layers }, (_, layer): TensorSpec[] => {
    const hf = (name: string): string => `model.layers.${layer}.${name}.weight`
    const gguf = (name: string): string => `blk.${layer}.${name}.weight`
    return [
      { hf: hf('input_layernorm'), gguf: gguf('attn_norm'), shape: [hidden] },
      { hf: hf('self_attn.q_proj'), gguf: gguf('attn_q'), shape: [hidden, hidden] },
      { hf: hf('self_attn.k_proj'), gguf: gguf('attn_k'), shape: [keyWidth, hidden] },
      { hf: hf('self_attn.v_proj'), gguf: gguf('attn_v'), shape: [keyWidth, hidden] },
      { hf: hf('self_attn.o_proj'), gguf: gguf('attn_output'), shape: [hidden, hidden] },
      { hf: hf('post_attention_layernorm'), gguf: gguf('ffn_norm'), shape: [hidden] },
      { hf: hf('mlp.gate_proj'), gguf: gguf('ffn_gate'), shape: [inner, hidden] },
      { hf: hf('mlp.up_proj'), gguf: gguf('ffn_up'), shape: [inner, hidden] },
      { hf: hf('mlp.down_proj'), gguf: gguf('ffn_down'), shape: [hidden, inner] }
    ]
  })
  return [
    { hf: 'model.embed_tokens.weight', gguf: 'token_embd.weight', shape: [vocabulary, hidden] },
    ...blocks.flat(),
    { hf: 'model.norm.weight', gguf: 'output_norm.weight', shape: [hidden] },
    { hf: 'lm_head.weight', gguf: 'output.weight', shape: [vocabulary, hidden] }
  ]
}

const countOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1)

/** A block of noise in ±0.03 that is written again and again; 1 for norms. */
class Noise {
  readonly #block: Buffer
  readonly #elementBytes: number
  #at = 0

  constructor(precision: Precision) {
    const count = 4 * 2 ** 20
    let state = 1
    const next = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return (state / 2 ** 32 - 0.5) * 0.06
    }
    const numbers = Float32Array.from({ length: count }, next)
    this.#elementBytes = precision === 'F32' ? 4 : 2
    this.#block = precision === 'F32' ? Buffer.from(numbers.buffer) : halves(numbers)
  }

  *bytes(count: number): Generator<Buffer> {
    let left = count * this.#elementBytes
    while (left > 0) {
      const piece = this.#block.subarray(this.#at, Math.min(this.#block.length, this.#at + left))
      left -= piece.length
      this.#at = (this.#at + piece.length) % this.#block.length
      yield piece
    }
  }
}

/** Small normal numbers as IEEE half precision, rounded toward zero: exactness does not matter here. */
function halves(numbers: Float32Array): Buffer {
  const bits = new Uint32Array(numbers.buffer)
  const out = new Uint16Array(numbers.length)
  for (let i = 0; i < bits.length; i++) {
    const value = bits[i]!
    const exponent = ((value >>> 23) & 0xff) - 112
    const sign = (value >>> 16) & 0x8000
    out[i] = exponent <= 0 ? sign : sign | (exponent << 10) | ((value >>> 13) & 0x3ff)
  }
  return Buffer.from(out.buffer)
}

const onesF32 = (count: number): Buffer => Buffer.from(new Float32Array(count).fill(1).buffer)
const onesF16 = (count: number): Buffer => Buffer.from(new Uint16Array(count).fill(0x3c00).buffer)

async function writeFile(path: string, chunks: Iterable<Buffer>): Promise<void> {
  const part = `${path}.part`
  const stream = createWriteStream(part)
  for (const chunk of chunks) if (!stream.write(chunk)) await once(stream, 'drain')
  stream.end()
  await once(stream, 'close')
  renameSync(part, path)
}

/** Writes a Hugging Face folder once and returns it. */
export async function safetensorsModel(
  cache: string,
  shape: LlamaShape,
  precision: Precision
): Promise<string> {
  const folder = join(cache, `llama-${shape.layers}x${shape.hidden}-${precision}`)
  const file = join(folder, 'model.safetensors')
  if (existsSync(file)) return folder
  mkdirSync(folder, { recursive: true })
  const tensors = tensorsOf(shape)
  const elementBytes = precision === 'F32' ? 4 : 2
  let offset = 0
  const header = Object.fromEntries(
    tensors.map((tensor) => {
      const start = offset
      offset += countOf(tensor.shape) * elementBytes
      return [tensor.hf, { dtype: precision, shape: tensor.shape, data_offsets: [start, offset] }]
    })
  )
  const text = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(text.length))
  const noise = new Noise(precision)
  await writeFile(
    file,
    (function* chunks() {
      yield length
      yield text
      for (const { shape: dims } of tensors) {
        const count = countOf(dims)
        if (dims.length === 1) yield precision === 'F32' ? onesF32(count) : onesF16(count)
        else yield* noise.bytes(count)
      }
    })()
  )
  const config = {
    model_type: 'llama',
    vocab_size: shape.vocabulary,
    hidden_size: shape.hidden,
    intermediate_size: shape.inner,
    num_hidden_layers: shape.layers,
    num_attention_heads: shape.heads,
    num_key_value_heads: shape.keyHeads,
    max_position_embeddings: shape.context,
    rms_norm_eps: 1e-5,
    rope_theta: 10_000,
    tie_word_embeddings: false
  }
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config, null, 1))
  return folder
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
  precision: Precision
): Promise<string> {
  mkdirSync(cache, { recursive: true })
  const file = join(cache, `llama-${shape.layers}x${shape.hidden}-${precision}.gguf`)
  if (existsSync(file)) return file
  const header = ggufHeader(shape, precision)
  const tensors = tensorsOf(shape)
  // ggml types: 0 F32, 1 F16; llama.cpp wants norms in F32.
  const typeOf = (dims: readonly number[]): number =>
    dims.length === 1 || precision === 'F32' ? 0 : 1
  const sizeOf = (dims: readonly number[]): number => countOf(dims) * (typeOf(dims) === 0 ? 4 : 2)
  let offset = 0
  const infos = tensors.map(({ gguf, shape: dims }) => {
    const info = Buffer.concat([
      ggufString(gguf),
      uint32(dims.length),
      ...dims.toReversed().map(uint64),
      uint32(typeOf(dims)),
      uint64(offset)
    ])
    offset += aligned(sizeOf(dims))
    return info
  })
  const head = Buffer.concat([header.bytes(tensors.length), ...infos])
  const noise = new Noise(precision)
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

function ggufHeader(shape: LlamaShape, precision: Precision): GgufHeader {
  const header = new GgufHeader()
  header.string('general.architecture', 'llama')
  header.string('general.name', 'random weights')
  header.u32('general.file_type', precision === 'F32' ? 0 : 1)
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
