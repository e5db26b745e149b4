// Turns a graph into an ONNX model for one provider: primitives become their operator, composites
// their fused form on that provider or else their portable form. Weights in files stay there, as
// ONNX external data.
import { dtypes } from './dtype'
import type { Graph, Initializer, Node, Value } from './graph'
import { Graph as GraphBuilder } from './graph'
import { loweringOf, type Emit, type Provider } from './lowerings/registry'
import {
  attributeTypes,
  encodeModel,
  type AttributeMessage,
  type NodeMessage,
  type TensorMessage,
  type ValueInfoMessage
} from './onnxProto'
import type { OpDefinition } from './ops/definition'
import { ops } from './ops/registry'
import { verifyGraph } from './verify'

/** One ONNX operator with its attributes; `indexInputs` become constant i64 inputs after the values. */
export interface OnnxCall {
  readonly op: string
  readonly domain?: 'com.microsoft'
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>
  readonly floatAttributes?: Readonly<Record<string, number>>
  readonly textAttributes?: Readonly<Record<string, string>>
  readonly indexInputs?: readonly (readonly number[])[]
}

export interface EncodeOptions {
  readonly provider: Provider
  /** Ignore fused forms: what the fused ones are compared with. */
  readonly portableOnly?: boolean
}

/** Throws GraphError when the graph is not legal. */
export function encodeOnnx(graph: Graph, options: EncodeOptions): Uint8Array {
  verifyGraph(graph)
  const encoder = new Encoder(graph, options)
  return encodeModel({
    ir_version: 10,
    producer_name: 'lethe',
    opset_import: [
      { domain: '', version: 20 },
      { domain: 'com.microsoft', version: 1 }
    ],
    graph: encoder.encode()
  })
}

class Encoder implements Emit {
  readonly #graph: Graph
  readonly #options: EncodeOptions
  readonly #nodes: NodeMessage[] = []
  readonly #initializers: TensorMessage[] = []
  readonly #indexConstants = new Map<string, string>()
  readonly #producers = new Map<string, Node>()
  readonly #weights: ReadonlyMap<string, Initializer>
  /** Nodes that are written once something reads their output, by its name. */
  readonly #waiting = new Map<string, Node>()
  #nameCount = 0

  constructor(graph: Graph, options: EncodeOptions) {
    this.#graph = graph
    this.#options = options
    this.#weights = new Map(graph.initializers.map((weight) => [weight.value.name, weight]))
  }

  encode(): {
    name: string
    node: NodeMessage[]
    initializer: TensorMessage[]
    input: ValueInfoMessage[]
    output: ValueInfoMessage[]
  } {
    for (const initializer of this.#graph.initializers)
      this.#initializers.push(tensorMessage(initializer))
    for (const node of this.#graph.nodes) this.#writeOrWait(node)
    // A graph output needs its own name: the same value may be used inside and given out.
    for (const { name, value } of this.#graph.outputs)
      this.call({ op: 'Identity' }, [value.name], [name])
    return {
      name: 'lethe',
      node: this.#nodes,
      initializer: this.#initializers,
      input: this.#graph.inputs.map((value) => valueInfo(value.name, value)),
      output: this.#graph.outputs.map(({ name, value }) => valueInfo(name, value))
    }
  }

  call(call: OnnxCall, inputs: readonly string[], outputs: readonly string[]): void {
    this.#writeWaiting(inputs)
    const indexInputs = (call.indexInputs ?? []).map((numbers) => this.#indexConstant(numbers))
    this.#nodes.push({
      op_type: call.op,
      domain: call.domain ?? '',
      input: [...inputs, ...indexInputs],
      output: outputs,
      attribute: attributeMessages(call)
    })
  }

  fresh(stem: string): string {
    return `${stem}.${this.#nameCount++}`
  }

  producerOf(value: Value): Node | null {
    return this.#producers.get(value.name) ?? null
  }

  weightAs(value: Value, shape: readonly number[]): string | null {
    const weight = this.#weights.get(value.name)
    if (!weight) return null
    const name = this.fresh(value.name)
    const { dtype } = value
    this.#initializers.push(tensorMessage({ ...weight, value: { name, dtype, shape } }))
    return name
  }

  #writeOrWait(node: Node): void {
    for (const output of node.outputs) this.#producers.set(output.name, node)
    if (isComposite(node) && loweringOf(node).whenRead)
      for (const output of node.outputs) this.#waiting.set(output.name, node)
    else this.#emitNode(node)
  }

  #writeWaiting(names: readonly string[]): void {
    for (const name of names) {
      const node = this.#waiting.get(name)
      if (!node) continue
      for (const output of node.outputs) this.#waiting.delete(output.name)
      this.#emitNode(node)
    }
  }

  #emitNode(node: Node): void {
    const definition = ops[node.op] as OpDefinition<unknown>
    const names = (values: readonly Value[]): string[] => values.map((value) => value.name)
    if (definition.kind === 'primitive') {
      const call = definition.onnx(node.attributes, node.inputs, node.outputs)
      this.call(call, names(node.inputs), names(node.outputs))
      return
    }
    const lowering = loweringOf(node)
    const fused = this.#options.portableOnly ? undefined : lowering.fused?.[this.#options.provider]
    if (fused?.(this, node)) return
    this.#emitPortable(node)
  }

  /** Expands a composite in place; names inside it get a prefix of their own. */
  #emitPortable(node: Node): void {
    const inner = new GraphBuilder(`${this.fresh(node.op)}/`)
    const results = loweringOf(node).portable(inner, node.inputs, node.attributes)
    for (const initializer of inner.initializers)
      this.#initializers.push(tensorMessage(initializer))
    for (const innerNode of inner.nodes) this.#writeOrWait(innerNode)
    for (const [index, output] of node.outputs.entries())
      this.call({ op: 'Identity' }, [results[index]!.name], [output.name])
  }

  #indexConstant(numbers: readonly number[]): string {
    const key = numbers.join(',')
    const known = this.#indexConstants.get(key)
    if (known) return known
    const name = this.fresh('index')
    this.#indexConstants.set(key, name)
    const raw = new Uint8Array(BigInt64Array.from(numbers, BigInt).buffer)
    this.#initializers.push({
      name,
      dims: [numbers.length],
      data_type: dtypes.i64.onnxCode,
      raw_data: raw
    })
    return name
  }
}

function isComposite(node: Node): boolean {
  return (ops[node.op] as OpDefinition<unknown>).kind === 'composite'
}

function attributeMessages(call: OnnxCall): AttributeMessage[] {
  const integers = Object.entries(call.attributes ?? {}).map(([name, value]) =>
    typeof value === 'number'
      ? { name, type: attributeTypes.int, i: value }
      : { name, type: attributeTypes.ints, ints: [...value] }
  )
  const floats = Object.entries(call.floatAttributes ?? {}).map(([name, f]) => ({
    name,
    type: attributeTypes.float,
    f
  }))
  const texts = Object.entries(call.textAttributes ?? {}).map(([name, text]) => ({
    name,
    type: attributeTypes.string,
    s: Buffer.from(text)
  }))
  return [...integers, ...floats, ...texts]
}

function tensorMessage({ value, source }: Initializer): TensorMessage {
  const dims = value.shape.map((dim) => {
    if (typeof dim !== 'number') throw new TypeError(`weight ${value.name} has no fixed shape`)
    return dim
  })
  const message = { name: value.name, dims, data_type: dtypes[value.dtype].onnxCode }
  if (source.kind === 'bytes') return { ...message, raw_data: source.bytes }
  const external = {
    location: source.fileName,
    offset: String(source.byteOffset),
    length: String(source.byteLength)
  }
  return {
    ...message,
    data_location: 1, // EXTERNAL
    external_data: Object.entries(external).map(([key, text]) => ({ key, value: text }))
  }
}

function valueInfo(name: string, { dtype, shape }: Value): ValueInfoMessage {
  const dim = shape.map((size) =>
    typeof size === 'number' ? { dim_value: size } : { dim_param: size }
  )
  return { name, type: { tensor_type: { elem_type: dtypes[dtype].onnxCode, shape: { dim } } } }
}
