// The same shape as an ONNX file with 4-bit weights, laid out like the files that transformers.js
// users download: MatMulNBits in blocks of 32 (symmetric), GroupQueryAttention with its own rotation,
// keys and values in and out whole. accuracy_level 4 is the fastest the runtime has.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  encodeModel,
  attributeTypes,
  type AttributeMessage,
  type NodeMessage,
  type TensorMessage,
  type ValueInfoMessage
} from '../../src-main/tensor/onnxProto.ts'
import { configOf, fileStem, Noise, writeFile, type LlamaShape } from './randomModel.ts'

const types = { f32: 1, u8: 2, i32: 6, i64: 7 } as const
const blockWeights = 32
const dataName = 'model_q4.onnx_data'

type Fill = 'noise' | 'small' | 'ones'

class OnnxFile {
  readonly nodes: NodeMessage[] = []
  readonly initializers: TensorMessage[] = []
  readonly fills: { bytes: number; fill: Fill }[] = []
  #offset = 0

  node(
    op: string,
    inputs: readonly string[],
    output: string | readonly string[],
    attributes: Readonly<Record<string, number>> = {},
    domain = ''
  ): string {
    const outputs = typeof output === 'string' ? [output] : output
    this.nodes.push({
      op_type: op,
      domain,
      input: inputs,
      output: outputs,
      attribute: Object.entries(attributes).map(([name, value]): AttributeMessage =>
        Number.isInteger(value)
          ? { name, type: attributeTypes.int, i: value }
          : { name, type: attributeTypes.float, f: value }
      )
    })
    return outputs[0]!
  }

  /** A tensor in the file of data. */
  data(name: string, type: keyof typeof types, dims: readonly number[], fill: Fill): string {
    const bytes = dims.reduce((a, b) => a * b, 1) * (type === 'u8' ? 1 : 4)
    const external = { location: dataName, offset: String(this.#offset), length: String(bytes) }
    this.initializers.push({
      ...{ name, dims, data_type: types[type], data_location: 1 },
      external_data: Object.entries(external).map(([key, value]) => ({ key, value }))
    })
    this.fills.push({ bytes, fill })
    this.#offset += bytes
    return name
  }

  /** A tensor in the model itself. */
  constant(
    name: string,
    type: keyof typeof types,
    dims: readonly number[],
    raw: ArrayBufferView
  ): string {
    const raw_data = new Uint8Array(raw.buffer, raw.byteOffset, raw.byteLength)
    this.initializers.push({ name, dims, data_type: types[type], raw_data })
    return name
  }

  /** x·Wᵀ with W [out, in] in blocks. */
  product(name: string, x: string, outputs: number, inputs: number): string {
    const count = inputs / blockWeights
    const blocks = this.data(`${name}.blocks`, 'u8', [outputs, count, blockWeights / 2], 'noise')
    const scales = this.data(`${name}.scales`, 'f32', [outputs * count], 'small')
    const attributes = { K: inputs, N: outputs, bits: 4, block_size: blockWeights }
    return this.node(
      'MatMulNBits',
      [x, blocks, scales],
      name,
      { ...attributes, accuracy_level: 4 },
      'com.microsoft'
    )
  }
}

/** Writes a folder as transformers.js opens it, once, and returns it. */
export async function onnxModel(cache: string, shape: LlamaShape): Promise<string> {
  const folder = join(cache, `${fileStem(shape)}-onnx-q4`)
  const model = join(folder, 'onnx/model_q4.onnx')
  if (existsSync(model)) return folder
  mkdirSync(join(folder, 'onnx'), { recursive: true })
  const file = new OnnxFile()
  const graph = writeGraph(file, shape)
  const noise = new Noise('F32')
  await writeFile(
    join(folder, 'onnx', dataName),
    (function* chunks() {
      for (const { bytes, fill } of file.fills) {
        if (fill === 'noise') yield* noise.bytes(bytes / 4)
        else
          yield Buffer.from(new Float32Array(bytes / 4).fill(fill === 'ones' ? 1 : 0.00375).buffer)
      }
    })()
  )
  writeFileSync(join(folder, 'config.json'), JSON.stringify(configOf(shape), null, 1))
  writeFileSync(join(folder, 'generation_config.json'), '{}')
  writeFileSync(
    model,
    encodeModel({
      ir_version: 10,
      producer_name: 'lethe-bench',
      opset_import: [
        { domain: '', version: 20 },
        { domain: 'com.microsoft', version: 1 }
      ],
      graph: { name: 'llama', node: file.nodes, initializer: file.initializers, ...graph }
    })
  )
  return folder
}

function writeGraph(
  file: OnnxFile,
  shape: LlamaShape
): { input: ValueInfoMessage[]; output: ValueInfoMessage[] } {
  const { hidden, inner, heads, keyHeads, vocabulary, layers } = shape
  const headSize = hidden / heads
  const keyWidth = keyHeads * headSize
  const cacheShape = (rows: string): (string | number)[] => ['batch_size', keyHeads, rows, headSize]
  const input = [
    info('input_ids', 'i64', ['batch_size', 'sequence_length']),
    info('attention_mask', 'i64', ['batch_size', 'total_sequence_length'])
  ]
  const output = [info('logits', 'f32', ['batch_size', 'kept_rows', vocabulary])]
  input.push(info('num_logits_to_keep', 'i64', []))

  const one = file.constant('one', 'i64', [1], BigInt64Array.of(1n))
  const sum = file.node('ReduceSum', ['attention_mask', one], 'mask_sum', { keepdims: 0 })
  const last = file.node('Sub', [sum, one], 'mask_last')
  const lengths = file.node('Cast', [last], 'seqlens_k', { to: types.i32 })
  const dims = file.node('Shape', ['attention_mask'], 'mask_shape')
  const index = file.constant('second', 'i64', [], BigInt64Array.of(1n))
  const width = file.node('Gather', [dims, index], 'mask_width', { axis: 0 })
  const total = file.node('Cast', [width], 'total_length', { to: types.i32 })
  const angles = (name: string, of: (x: number) => number): string => {
    const half = headSize / 2
    const table = Float32Array.from({ length: shape.context * half }, (_, at) =>
      of(Math.floor(at / half) * 10_000 ** (-(at % half) / half))
    )
    return file.constant(name, 'f32', [shape.context, half], table)
  }
  const cos = angles('cos_cache', Math.cos)
  const sin = angles('sin_cache', Math.sin)

  const blocks = vocabulary * (hidden / blockWeights)
  let x = file.node(
    'GatherBlockQuantized',
    [
      file.data('embed.blocks', 'u8', [vocabulary, hidden / 2], 'noise'),
      'input_ids',
      file.data('embed.scales', 'f32', [vocabulary, blocks / vocabulary], 'small')
    ],
    'embedded',
    { bits: 4, block_size: blockWeights, gather_axis: 0, quantize_axis: 1 },
    'com.microsoft'
  )
  const norms = { epsilon: 1e-5 }
  const scale = (name: string): string => file.data(name, 'f32', [hidden], 'ones')
  let normed = file.node('SimplifiedLayerNormalization', [x, scale('norm.0')], 'normed.0', {
    axis: -1,
    stash_type: 1,
    ...norms
  })
  /** x + y, and the norm of that. */
  const addAndNorm = (name: string, y: string): void => {
    const outputs = [`${name}.normed`, '', '', `${name}.x`]
    normed = file.node(
      ...(['SkipSimplifiedLayerNormalization', [x, y, scale(name)], outputs] as const),
      ...([norms, 'com.microsoft'] as const)
    )
    x = `${name}.x`
  }
  for (let layer = 0; layer < layers; layer++) {
    const name = (part: string): string => `layers.${layer}.${part}`
    const past = (part: string): string => `past_key_values.${layer}.${part}`
    const present = (part: string): string => `present.${layer}.${part}`
    for (const part of ['key', 'value']) {
      input.push(info(past(part), 'f32', cacheShape('past_sequence_length')))
      output.push(info(present(part), 'f32', cacheShape('total_sequence_length')))
    }
    const attended = file.node(
      'GroupQueryAttention',
      [
        file.product(name('q'), normed, hidden, hidden),
        file.product(name('k'), normed, keyWidth, hidden),
        file.product(name('v'), normed, keyWidth, hidden),
        ...[past('key'), past('value'), lengths, total, cos, sin]
      ],
      [name('attended'), present('key'), present('value')],
      { num_heads: heads, kv_num_heads: keyHeads, do_rotary: 1, rotary_interleaved: 0 },
      'com.microsoft'
    )
    addAndNorm(name('middle'), file.product(name('o'), attended, hidden, hidden))
    const gate = file.product(name('gate'), normed, inner, hidden)
    const up = file.product(name('up'), normed, inner, hidden)
    const opened = file.node('Sigmoid', [gate], name('sigmoid'))
    const silu = file.node('Mul', [gate, opened], name('silu'))
    const gated = file.node('Mul', [silu, up], name('gated'))
    addAndNorm(name('end'), file.product(name('down'), gated, hidden, inner))
  }
  // The last rows alone reach the head: from −num_logits_to_keep on.
  const kept = file.node('Neg', ['num_logits_to_keep'], 'kept')
  const start = file.node('Reshape', [kept, one], 'kept_start')
  const far = file.constant('far', 'i64', [1], BigInt64Array.of(2n ** 40n))
  const rows = file.node('Slice', [normed, start, far, one], 'last_rows')
  file.product('logits', rows, vocabulary, hidden)
  return { input, output }
}

function info(
  name: string,
  type: keyof typeof types,
  shape: readonly (string | number)[]
): ValueInfoMessage {
  const dim = shape.map((size) =>
    typeof size === 'number' ? { dim_value: size } : { dim_param: size }
  )
  return { name, type: { tensor_type: { elem_type: types[type], shape: { dim } } } }
}
