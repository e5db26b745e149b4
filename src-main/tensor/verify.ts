// Rejects an illegal graph before ONNX Runtime sees it, with words about the graph itself.
import { dtypes } from './dtype'
import { GraphError, type Graph, type Node, type Value } from './graph'
import { inferOutputs } from './ops/registry'
import { elementCount, formatShape, sameShape } from './shape'

/**
 * Every value is written once and before it is read, under a name of its own; every node's outputs
 * have the types its operation gives; in-memory weights have as many bytes as their shape says; the
 * graph gives something out. Throws GraphError at the first fault.
 */
export function verifyGraph(graph: Graph): void {
  const written = new Map<string, Value>()
  const write = (value: Value, by: string): void => {
    if (written.has(value.name)) throw new GraphError(`${by}: ${value.name} is written twice`)
    written.set(value.name, value)
  }
  for (const value of graph.inputs) write(value, 'input')
  for (const { value, source } of graph.initializers) {
    write(value, 'initializer')
    const count = elementCount(value.shape)
    if (typeof count !== 'number')
      throw new GraphError(`initializer ${value.name} has no fixed shape`)
    const needed = count * dtypes[value.dtype].sizeBytes
    const got = source.kind === 'bytes' ? source.bytes.byteLength : source.byteLength
    if (got !== needed)
      throw new GraphError(`initializer ${value.name}: ${got} bytes, its shape needs ${needed}`)
  }
  for (const node of graph.nodes) {
    for (const input of node.inputs) {
      if (written.get(input.name) !== input)
        throw new GraphError(`${node.op}: ${input.name} is read before it is written`)
    }
    verifyTypes(node)
    for (const output of node.outputs) write(output, node.op)
  }
  if (graph.outputs.length === 0) throw new GraphError('the graph gives nothing out')
  const given = new Set<string>()
  for (const { name, value } of graph.outputs) {
    if (written.get(value.name) !== value)
      throw new GraphError(`output ${name}: ${value.name} is never written`)
    if (written.has(name)) throw new GraphError(`output ${name} has the name of a value`)
    if (given.has(name)) throw new GraphError(`output ${name} is given out twice`)
    given.add(name)
  }
}

function verifyTypes(node: Node): void {
  const inferred = inferOutputs(node.op, node.inputs, node.attributes)
  if (inferred.length !== node.outputs.length)
    throw new GraphError(`${node.op}: ${node.outputs.length} outputs, not ${inferred.length}`)
  for (const [index, type] of inferred.entries()) {
    const output = node.outputs[index]!
    if (output.dtype !== type.dtype || !sameShape(output.shape, type.shape))
      throw new GraphError(
        `${node.op}: ${output.name} is ${output.dtype}${formatShape(output.shape)}, ` +
          `its operation gives ${type.dtype}${formatShape(type.shape)}`
      )
  }
}
