// Model files with random weights, for measuring speed and memory: the same shape as safetensors
// (ours), GGUF (llama.cpp's) and ONNX (transformers.js's). What they say is noise; what they cost is
// real.
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
  context: 8192
}

/** Of a shape's files. */
export function fileStem({ layers, hidden, context }: LlamaShape): string {
  return `llama-${layers}x${hidden}-${context}-distinct`
}

export type Precision = 'F32' | 'F16'

export interface TensorSpec {
  readonly hf: string
  readonly gguf: string
  readonly shape: readonly number[] // [out, in], or [size] for norms
}

export function tensorsOf(shape: LlamaShape): TensorSpec[] {
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

export const countOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1)

/** A block of noise in ±0.03 that is written again and again; 1 for norms. */
export class Noise {
  readonly #block: Buffer
  readonly #elementBytes: number
  #at = 0

  constructor(precision: Precision) {
    // A prime: no two matrices begin at the same place in it. The runtime keeps equal ones only once.
    const count = 4_194_301
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

export const onesF32 = (count: number): Buffer =>
  Buffer.from(new Float32Array(count).fill(1).buffer)
const onesF16 = (count: number): Buffer => Buffer.from(new Uint16Array(count).fill(0x3c00).buffer)

export async function writeFile(path: string, chunks: Iterable<Buffer>): Promise<void> {
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
  const folder = join(cache, `${fileStem(shape)}-${precision}`)
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
  writeFileSync(join(folder, 'config.json'), JSON.stringify(configOf(shape), null, 1))
  return folder
}

/** config.json */
export function configOf(shape: LlamaShape): Record<string, unknown> {
  return {
    model_type: 'llama',
    architectures: ['LlamaForCausalLM'],
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
}

/** Ids of ordinary tokens, the same in every run. */
export function randomIds(count: number): number[] {
  return Array.from({ length: count }, (_, index) => 300 + ((index * 7919) % 30_000))
}
