// Answering speed at 1.1 billion parameters: in full precision beside node-llama-cpp on F32 and F16
// files of the same shape, and with weights in blocks of 4 and 8 bits beside its Q4_0 and
// transformers.js's q4. All of a row take turns, so that what disturbs one disturbs the others.
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import {
  engineFile,
  llamaCpp,
  ours,
  transformersJs,
  type BlockPlace,
  type Contender
} from './contenders.ts'
import { ggufModel } from './ggufModel.ts'
import { MeasuredEngine, type Memory } from './measuredProcess.ts'
import { onnxModel } from './onnxModel.ts'
import { fileStem, oneBillion, safetensorsModel } from './randomModel.ts'

interface Row extends Memory {
  readonly design: string
  readonly threads: number
  readonly contextTokens: number
  readonly timeToFirstTokenMs: number
  readonly tokensPerSecond: number // median
  readonly rounds: number[] // tokens/s of each
}

interface Setting {
  readonly threads: number
  readonly contextTokens: number
  readonly contenders: readonly (() => Contender)[]
  /** Whom the others are compared with. */
  readonly peer: string
}

const tokens = 16 // of a round
const rounds = 5

/** @param part `full` precision or `blocks` alone; usual: both */
export async function decode(
  cache: string,
  say: (line: string) => void,
  part?: string
): Promise<object> {
  const rows: Row[] = []
  const ratios: object[] = []
  for (const setting of await settings(cache, say, part)) {
    const measured = await measure(setting)
    for (const row of measured) say(JSON.stringify(row))
    rows.push(...measured)
    ratios.push(ratiosOf(measured, setting))
  }
  return { bench: 'decode', shape: oneBillion, newTokens: tokens * rounds, rows, ratios }
}

async function settings(
  cache: string,
  say: (line: string) => void,
  part: string | undefined
): Promise<Setting[]> {
  say('Writing model files (once)…')
  const folder = await safetensorsModel(cache, oneBillion, 'F32')
  const [f32, f16, q4] = [
    await ggufModel(cache, oneBillion, 'F32'),
    await ggufModel(cache, oneBillion, 'F16'),
    await ggufModel(cache, oneBillion, 'Q4_0')
  ]
  const onnx = await onnxModel(cache, oneBillion)
  const sha256 = await inspected(folder)
  const blocks = (bits: 4 | 8): BlockPlace => ({
    path: join(cache, `${fileStem(oneBillion)}-blocks${bits}`),
    sha256
  })
  for (const bits of [4, 8] as const) await round(folder, bits, blocks(bits))
  const all = availableParallelism()
  const full = [128, 1024].map((contextTokens): Setting => ({
    ...{ threads: all, contextTokens, peer: 'node-llama-cpp, F32' },
    contenders: [
      () => ours(folder, 'packed', all),
      () => llamaCpp(f32, 'F32', all),
      () => ours(folder, 'mapped', all),
      () => llamaCpp(f16, 'F16', all)
    ]
  }))
  const rounded = [all, 1].flatMap((threads) =>
    [128, 1024, 4096].map((contextTokens): Setting => ({
      ...{ threads, contextTokens, peer: 'node-llama-cpp, Q4_0' },
      contenders: [
        () => ours(folder, 'blocks4', threads, blocks(4)),
        () => llamaCpp(q4, 'Q4_0', threads),
        () => transformersJs(onnx, threads),
        () => ours(folder, 'blocks8', threads, blocks(8))
      ]
    }))
  )
  return [...(part === 'blocks' ? [] : full), ...(part === 'full' ? [] : rounded)]
}

/** The SHA-256 of its tensors. */
async function inspected(folder: string): Promise<string> {
  const request = { type: 'inspect', path: folder, copyTo: null }
  return (await runOnce<{ sha256: string }>(request)).sha256
}

/** Makes the file of rounded weights. */
async function round(folder: string, bits: 4 | 8, blocks: BlockPlace): Promise<void> {
  const model = { folder, weightMode: `blocks${bits}`, blocks, device: 'cpu', threads: 0 }
  await runOnce({ type: 'open', model })
}

/** In an engine that is not measured. */
async function runOnce<Result>(request: object): Promise<Result> {
  const engine = new MeasuredEngine(engineFile)
  try {
    return await engine.run<Result>(request)
  } finally {
    engine.end()
  }
}

async function measure({ threads, contextTokens, contenders }: Setting): Promise<Row[]> {
  const running = contenders.map((make) => make())
  try {
    const firsts: number[] = []
    const speeds = running.map((): number[] => [])
    for (const contender of running) {
      await contender.open()
      await contender.prompt(randomIds(16), 64) // warm-up: the file's pages come into memory
      await contender.proceed(2)
    }
    const room = contextTokens + rounds * (tokens + 1) + 16
    for (const contender of running)
      firsts.push(await contender.prompt(randomIds(contextTokens), room))
    for (let turn = 0; turn < rounds; turn++)
      for (const [index, contender] of running.entries())
        speeds[index]!.push(await contender.proceed(tokens))
    return running.map((contender, index) => ({
      ...{ design: contender.design, threads, contextTokens },
      timeToFirstTokenMs: rounded(firsts[index]!, 0),
      tokensPerSecond: rounded(median(speeds[index]!), 2),
      rounds: speeds[index]!.map((speed) => rounded(speed, 2)),
      ...contender.memory()
    }))
  } finally {
    for (const contender of running) contender.end()
  }
}

/** Ids of ordinary tokens, the same in every run. */
function randomIds(count: number): number[] {
  return Array.from({ length: count }, (_, index) => 300 + ((index * 7919) % 30_000))
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))

/** Tokens/s over the peer's; what disturbs a round disturbs both, so rounds are compared one by one. */
function ratiosOf(rows: readonly Row[], { threads, contextTokens, peer }: Setting): object {
  const base = rows.find(({ design }) => design === peer)!
  const ratios = rows.map(({ design, rounds: own }) => [
    design,
    rounded(median(own.map((speed, turn) => speed / base.rounds[turn]!)), 2)
  ])
  return { threads, contextTokens, over: peer, ...Object.fromEntries(ratios) }
}
