// The graph language every model is written in: typed values, nodes of named operations, in the
// order they were written. Shapes and dtypes are known when a node is added, so a mistake in a
// model is reported where it is made. lowerings/ and onnx.ts turn a graph into what a device runs.
import type { Dtype } from './dtype'
import { inferOutputs, type OpAttributes, type OpName } from './ops/registry'
import { formatShape, type Shape } from './shape'

export interface TensorType {
  readonly dtype: Dtype
  readonly shape: Shape
}

/** Where the bytes of an initializer are: in memory, or in a file that is mapped, never read here. */
export type WeightSource =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'file'
      readonly fileName: string // within the session's weights folder
      readonly byteOffset: number
      readonly byteLength: number
    }

export interface Value extends TensorType {
  readonly name: string
}

export type Node<K extends OpName = OpName> = {
  [Name in K]: {
    readonly op: Name
    readonly inputs: readonly Value[]
    readonly outputs: readonly Value[]
    readonly attributes: OpAttributes[Name]
  }
}[K]

export interface Initializer {
  readonly value: Value
  readonly source: WeightSource
}

/** An illegal graph: the operation, what it was given and why that cannot be. */
export class GraphError extends Error {
  override readonly name = 'GraphError'
}

export class Graph {
  readonly inputs: Value[] = []
  readonly initializers: Initializer[] = []
  readonly nodes: Node[] = []
  readonly outputs: { readonly name: string; readonly value: Value }[] = []
  /** Parts of the graph whose values may be computed again on the way back: [first node, node after the last). */
  readonly segments: { readonly start: number; readonly end: number }[] = []
  readonly #namePrefix: string
  #nameCount = 0

  /** `namePrefix` keeps the names of one graph apart from another's it is written into. */
  constructor(namePrefix = '') {
    this.#namePrefix = namePrefix
  }

  input(name: string, dtype: Dtype, shape: Shape): Value {
    const value = { name, dtype, shape }
    this.inputs.push(value)
    return value
  }

  initializer(name: string, dtype: Dtype, shape: Shape, source: WeightSource): Value {
    const value = { name, dtype, shape }
    this.initializers.push({ value, source })
    return value
  }

  /** A small tensor known when the graph is built. */
  constant(
    dtype: 'f32' | 'i32' | 'i64',
    shape: readonly number[],
    numbers: readonly number[]
  ): Value {
    const bytes = new Uint8Array(typedArray(dtype, numbers).buffer as ArrayBuffer)
    return this.initializer(this.freshName('constant'), dtype, shape, { kind: 'bytes', bytes })
  }

  scalar(number: number): Value {
    return this.constant('f32', [], [number])
  }

  output(name: string, value: Value): void {
    this.outputs.push({ name, value })
  }

  /** Adds a node and returns its outputs. Throws GraphError when the operation refuses its inputs. */
  add<K extends OpName>(op: K, inputs: readonly Value[], attributes: OpAttributes[K]): Value[] {
    let types: TensorType[]
    try {
      types = inferOutputs(op, inputs, attributes)
    } catch (error) {
      const given = inputs.map((value) => `${value.dtype}${formatShape(value.shape)}`).join(', ')
      throw new GraphError(`${op}(${given}): ${(error as Error).message}`, { cause: error })
    }
    const outputs = types.map((type) => ({ ...type, name: this.freshName(op) }))
    this.nodes.push({ op, inputs, outputs, attributes } as Node)
    return outputs
  }

  /** What `write` adds becomes a segment: a block of a model, say. Segments do not nest. */
  segment<T>(write: () => T): T {
    const start = this.nodes.length
    const result = write()
    this.segments.push({ start, end: this.nodes.length })
    return result
  }

  freshName(stem: string): string {
    return `${this.#namePrefix}${stem}_${this.#nameCount++}`
  }
}

function typedArray(
  dtype: 'f32' | 'i32' | 'i64',
  numbers: readonly number[]
): Float32Array | Int32Array | BigInt64Array {
  switch (dtype) {
    case 'f32':
      return Float32Array.from(numbers)
    case 'i32':
      return Int32Array.from(numbers)
    case 'i64':
      return BigInt64Array.from(numbers, BigInt)
  }
}
