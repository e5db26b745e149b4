// Opening a 4 GB model: time and memory of each weight mode, beside node-llama-cpp's mapped GGUF.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { MeasuredEngine, MeasuredProcess } from './measuredProcess.ts'
import { engineFile } from './contenders.ts'
import { ggufModel } from './ggufModel.ts'
import { oneBillion, safetensorsModel } from './randomModel.ts'

export async function load(cache: string, say: (line: string) => void): Promise<object> {
  const rows: object[] = []
  const add = (row: object): void => {
    rows.push(row)
    say(JSON.stringify(row))
  }
  const folder = await safetensorsModel(cache, oneBillion, 'F32')
  const fileMiB = Math.round(statSync(join(folder, 'model.safetensors')).size / 2 ** 20)
  for (const weightMode of ['mapped', 'packed'] as const) {
    const engine = new MeasuredEngine(engineFile)
    try {
      const model = { folder, weightMode, blocks: null, device: 'cpu', threads: 0 }
      const start = performance.now()
      await engine.run({ type: 'open', model })
      const openMs = Math.round(performance.now() - start)
      const memory = engine.memory()
      const share = memory.anonymousMiB === null ? null : memory.anonymousMiB / fileMiB
      add({
        ...{ design: `Lethe, F32 ${weightMode}`, fileMiB, openMs, ...memory },
        anonymousShareOfFile: share === null ? null : Number(share.toFixed(3))
      })
    } finally {
      engine.end()
    }
  }
  const file = await ggufModel(cache, oneBillion, 'F32')
  const peer = new MeasuredProcess(join(import.meta.dirname, 'peers/llamaCpp.mjs'))
  try {
    const start = performance.now()
    await peer.request({ action: 'open', file }, (answer) => answer['result'])
    const openMs = Math.round(performance.now() - start)
    add({ design: 'node-llama-cpp, F32 mapped', fileMiB, openMs, ...peer.memory() })
  } finally {
    peer.end()
  }
  return { bench: 'load', rows }
}
