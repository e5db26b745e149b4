// A model's weights as blocks, in a file of their own: written once from the checkpoint, tensor by
// tensor, then mapped like one. It is a safetensors file that holds every tensor the graph reads.
import { mkdir } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { fileError, LetheError } from '../base/errors'
import { floatBytes, isFloatDtype, widenInto } from '../formats/floatBytes'
import {
  hashTensors,
  readSafetensorsFile,
  writeSafetensorsParts,
  type SafetensorsIndex,
  type TensorSpec
} from '../formats/safetensors'
import type { Graph } from '../tensor/graph'
import { blockShapes } from '../tensor/ops/blocks'
import type { AnyModel } from './architecture'
import { blockPlan, type BlockMatrix, type BlockPlan } from './blockPlan'
import { quantizeRows, type QuantizedRows } from './blockQuantizer'
import type { CheckpointWeights } from './checkpointWeights'
import { dtypeOf, type ModelFolder } from './modelFolder'

/** Changes when the same weights would be written in another way: then older files are made anew. */
const format = 'lethe-blocks-1'
const readBytes = 4 * 2 ** 20

export interface BlockOptions {
  readonly bits: 4 | 8
  readonly path: string
  /** Of the checkpoint's tensors, as `hashTensors` gives it. */
  readonly sha256: string
  readonly signal: AbortSignal
  /** Bytes of the checkpoint; not called when the file is there already. */
  readonly onProgress: (done: number, total: number) => void
}

export interface BlockFile extends CheckpointWeights {
  readonly sizeBytes: number
}

const partNames = ['blocks', 'scales', 'zeroPoints'] as const
const partName = (name: string, part: (typeof partNames)[number]): string => `${name}:${part}`

/**
 * The weights of a model as blocks; makes the file where it is not there or is not whole.
 * @throws LetheError weightsChanged when the checkpoint is not the one of `sha256`; cancelled; diskFull,
 *   folderNotWritable and what reading the checkpoint throws. Nothing is left behind then.
 */
export async function openBlockFile(
  source: ModelFolder<AnyModel>,
  options: BlockOptions
): Promise<BlockFile> {
  const plan = blockPlan(source.model)
  const index =
    (await readBlockFile(source, plan, options)) ?? (await makeBlockFile(source, plan, options))
  return {
    folder: dirname(options.path),
    sizeBytes: index.sizeBytes,
    of: (graph) => (name) => weightOf(graph, index, name, plan.get(name), options.bits)
  }
}

function weightOf(
  graph: Graph,
  { entries }: SafetensorsIndex,
  name: string,
  matrix: BlockMatrix | undefined,
  bits: 4 | 8
) {
  const mapped = (tensor: string) => {
    const entry = entries.get(tensor)
    if (!entry) throw new TypeError(`the graph reads ${tensor}, which was not written`)
    const dtype = entry.dtype === 'U8' ? 'u8' : dtypeOf(entry)
    const { byteOffset, byteLength } = entry
    const fileName = basename(entry.file)
    return graph.initializer(tensor, dtype, entry.shape, {
      ...{ kind: 'file', fileName, byteOffset, byteLength }
    })
  }
  if (!matrix) return mapped(name)
  const parts = partNames.map((part) => mapped(partName(name, part)))
  const { inputs, layout } = matrix
  return graph.add('dequantizeBlocks', parts, { bits, inputs, layout })[0]!
}

/** Null when there is no such file, or one that another version or a broken disk left. */
async function readBlockFile(
  source: ModelFolder<AnyModel>,
  plan: BlockPlan,
  { path, sha256, bits }: BlockOptions
): Promise<SafetensorsIndex | null> {
  const index = await readSafetensorsFile(path).catch((error: unknown) => {
    if (error instanceof LetheError && error.code !== 'internal') return null
    throw error
  })
  if (!index) return null
  const { metadata, entries } = index
  if (metadata['format'] !== format || metadata['sha256'] !== sha256) return null
  const whole = specsOf(source, plan, bits).every(({ name, dtype, shape }) => {
    const entry = entries.get(name)
    return entry?.dtype === dtype && entry.shape.join() === shape.join()
  })
  return whole ? index : null
}

/** What the file holds: three parts for each matrix of the plan, the other tensors as they are. */
function specsOf(
  { model, weights }: ModelFolder<AnyModel>,
  plan: BlockPlan,
  bits: 4 | 8
): TensorSpec[] {
  return model.tensors.flatMap(({ name, shape }): TensorSpec[] => {
    const matrix = plan.get(name)
    if (!matrix) return [{ name, dtype: weights.entries.get(name)!.dtype, shape }]
    const shapes = blockShapes(matrix.outputs, { ...matrix, bits })
    return partNames.map((part) => ({
      name: partName(name, part),
      dtype: part === 'scales' ? 'F32' : 'U8',
      shape: shapes[part]
    }))
  })
}

async function makeBlockFile(
  source: ModelFolder<AnyModel>,
  plan: BlockPlan,
  { path, sha256, bits, signal, onProgress }: BlockOptions
): Promise<SafetensorsIndex> {
  const { weights, model, folder } = source
  const wanted = new Set(model.tensors.map(({ name }) => name))
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  } catch (error) {
    throw fileError(error, dirname(path))
  }
  const specs = specsOf(source, plan, bits)
  await writeSafetensorsParts(path, specs, { format, sha256 }, async (write) => {
    let gathering: Gathering | null = null
    const found = await hashTensors(weights, {
      signal,
      onProgress,
      pieceBytesOf: ({ name, dtype }) => {
        const matrix = plan.get(name)
        if (!matrix || !isFloatDtype(dtype)) return readBytes
        // Whole rows, so that no block is cut.
        const rowBytes = floatBytes[dtype] * rowLength(matrix)
        return Math.max(1, Math.floor(readBytes / rowBytes)) * rowBytes
      },
      onPiece: async (entry, piece, at) => {
        const { name, dtype } = entry
        if (!wanted.has(name)) return
        const matrix = plan.get(name)
        if (!matrix || !isFloatDtype(dtype)) return write(name, piece, at)
        const values = new Float32Array(piece.length / floatBytes[dtype])
        widenInto(values, piece, dtype)
        const start = at / floatBytes[dtype]
        if (matrix.layout === 'outIn')
          return writeRows(write, name, matrix, bits, start / matrix.inputs, values)
        gathering ??= { name, values: new Float32Array(matrix.inputs * matrix.outputs) }
        gathering.values.set(values, start)
        if (start + values.length < gathering.values.length) return
        const turned = transposed(gathering.values, matrix)
        gathering = null
        await writeRows(write, name, matrix, bits, 0, turned)
      }
    })
    if (found !== sha256) throw new LetheError('weightsChanged', { path: folder })
  })
  return readSafetensorsFile(path)
}

/** A matrix stored as [I, O]: its blocks run across the rows, so it is needed whole. */
interface Gathering {
  readonly name: string
  readonly values: Float32Array
}

const rowLength = ({ layout, inputs, outputs }: BlockMatrix): number =>
  layout === 'outIn' ? inputs : outputs

/** [I, O] -> [O, I] */
function transposed(values: Float32Array, { inputs, outputs }: BlockMatrix): Float32Array {
  const turned = new Float32Array(values.length)
  for (let i = 0; i < inputs; i++)
    for (let o = 0; o < outputs; o++) turned[o * inputs + i] = values[i * outputs + o]!
  return turned
}

type Write = (name: string, bytes: Uint8Array, at: number) => Promise<void>

/** Rows of [O, I] from row `first` on. */
async function writeRows(
  write: Write,
  name: string,
  { inputs }: BlockMatrix,
  bits: 4 | 8,
  first: number,
  values: Float32Array
): Promise<void> {
  const rows: QuantizedRows = quantizeRows(values, inputs, bits)
  const count = values.length / inputs
  for (const part of partNames) {
    const { buffer, byteLength } = rows[part]
    const at = (byteLength / count) * first
    await write(partName(name, part), new Uint8Array(buffer as ArrayBuffer, 0, byteLength), at)
  }
}
