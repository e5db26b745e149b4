// The shape's weights rounded to blocks, as our engine keeps them beside its data.
import { join } from 'node:path'
import { engineFile, type BlockPlace } from './contenders.ts'
import { MeasuredEngine } from './measuredProcess.ts'
import { fileStem, safetensorsModel, type LlamaShape } from './randomModel.ts'

export interface RoundedModel {
  readonly folder: string
  readonly blocks: BlockPlace
}

/** Has the engine make the file, once. */
export async function roundedModel(
  cache: string,
  shape: LlamaShape,
  bits: 4 | 8
): Promise<RoundedModel> {
  const folder = await safetensorsModel(cache, shape, 'F32')
  const engine = new MeasuredEngine(engineFile)
  try {
    const inspect = { type: 'inspect', path: folder, copyTo: null }
    const { sha256 } = await engine.run<{ sha256: string }>(inspect)
    const blocks = { path: join(cache, `${fileStem(shape)}-blocks${bits}`), sha256 }
    const model = { folder, weightMode: `blocks${bits}`, blocks, device: 'cpu', threads: 0 }
    await engine.run({ type: 'open', model })
    return { folder, blocks }
  } finally {
    engine.end()
  }
}
