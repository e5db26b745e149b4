// Answering speed at 1.1 billion parameters: in full precision beside node-llama-cpp on F32 and F16
// files of the same shape, and with weights in blocks of 4 and 8 bits beside its Q4_0 and
// transformers.js's q4. All of a row take turns, so that what disturbs one disturbs the others.
import { availableParallelism } from 'node:os'
import { llamaCpp, ours, transformersJs, type Contender } from './contenders.ts'
import { decodeProfile } from './decodeProfile.ts'
import { ggufModel } from './ggufModel.ts'
import { onnxModel } from './onnxModel.ts'
import { oneBillion, randomIds, safetensorsModel } from './randomModel.ts'
import { roundedModel } from './roundedModel.ts'
import { median, rounded } from './statistics.ts'

interface Row {
  readonly design: string
  readonly threads: number
  readonly contextTokens: number
  /** Until the first token, for so many tokens of the prompt. */
  readonly readTokens: number
  readonly readMs: number
  readonly tokensPerSecond: number // median
  readonly rounds: number[] // tokens/s of each
}

interface Context {
  readonly tokens: number
  /** What the context before left is not read again. */
  readonly goesOn?: true
}

interface Setting {
  readonly threads: number
  readonly contexts: readonly Context[]
  readonly contenders: readonly (() => Contender)[]
  /** Whom the others are compared with. */
  readonly peer: string
}

interface Measured {
  readonly rows: Row[]
  readonly ratios: object[]
  readonly memory: object[]
}

const tokens = 16 // of a round
const rounds = 5
/** With the first after the prompt, and one that each round writes before it counts. */
const newTokens = 1 + rounds * (tokens + 1)

/**
 * @param part `full` precision or `blocks` alone; usual: both. `profile`: where our own time goes with
 *   blocks of 4 bits
 */
export async function decode(
  cache: string,
  say: (line: string) => void,
  part?: string
): Promise<object> {
  if (part === 'profile') return decodeProfile(cache, say)
  const measured: Measured[] = []
  for (const setting of await settings(cache, say, part)) measured.push(await measure(setting, say))
  const all = (key: keyof Measured): object[] => measured.flatMap((it) => it[key])
  return {
    ...{ bench: 'decode', shape: oneBillion, countedTokens: tokens * rounds },
    ...{ rows: all('rows'), ratios: all('ratios'), peakMemory: all('memory') }
  }
}

async function settings(
  cache: string,
  say: (line: string) => void,
  part: string | undefined
): Promise<Setting[]> {
  say('Writing model files (once)…')
  const all = availableParallelism()
  return [
    ...(part === 'blocks' ? [] : [await fullSetting(cache, all)]),
    ...(part === 'full' ? [] : await blockSettings(cache, [all, 1]))
  ]
}

async function fullSetting(cache: string, threads: number): Promise<Setting> {
  const folder = await safetensorsModel(cache, oneBillion, 'F32')
  const f32 = await ggufModel(cache, oneBillion, 'F32')
  const f16 = await ggufModel(cache, oneBillion, 'F16')
  return {
    ...{ threads, contexts: [{ tokens: 128 }, { tokens: 1024 }], peer: 'node-llama-cpp, F32' },
    contenders: [
      () => ours(folder, 'packed', threads),
      () => llamaCpp(f32, 'F32', threads),
      () => ours(folder, 'mapped', threads),
      () => llamaCpp(f16, 'F16', threads)
    ]
  }
}

async function blockSettings(cache: string, threadCounts: readonly number[]): Promise<Setting[]> {
  const q4 = await ggufModel(cache, oneBillion, 'Q4_0')
  const onnx = await onnxModel(cache, oneBillion)
  const blocks4 = await roundedModel(cache, oneBillion, 4)
  const blocks8 = await roundedModel(cache, oneBillion, 8)
  return threadCounts.map((threads) => ({
    ...{ threads, peer: 'node-llama-cpp, Q4_0' },
    contexts: [{ tokens: 128 }, { tokens: 1024 }, { tokens: 4096, goesOn: true }],
    contenders: [
      () => ours(blocks4.folder, 'blocks4', threads, blocks4.blocks),
      () => llamaCpp(q4, 'Q4_0', threads),
      () => transformersJs(onnx, threads),
      () => ours(blocks8.folder, 'blocks8', threads, blocks8.blocks)
    ]
  }))
}

async function measure(setting: Setting, say: (line: string) => void): Promise<Measured> {
  const { threads, contexts, contenders, peer } = setting
  const running = contenders.map((make) => make())
  const measured: Measured = { rows: [], ratios: [], memory: [] }
  try {
    for (const contender of running) {
      await contender.open()
      await contender.begin(64)
      await contender.read(randomIds(16)) // warm-up: the file's pages come into memory
      await contender.proceed(2)
    }
    const room = contexts.at(-1)!.tokens + contexts.length * newTokens
    let there = 0
    for (const context of contexts) {
      if (!context.goesOn) {
        there = 0
        for (const contender of running) await contender.begin(room)
      }
      const rows = await inTurns(running, threads, context.tokens, context.tokens - there)
      const ratios = { threads, contextTokens: context.tokens, ...ratiosOf(rows, peer) }
      for (const figures of [...rows, ratios]) say(JSON.stringify(figures))
      measured.rows.push(...rows)
      measured.ratios.push(ratios)
      there = context.tokens + newTokens
    }
    const memory = running.map((it) => ({ design: it.design, threads, ...it.memory() }))
    return { ...measured, memory }
  } finally {
    for (const contender of running) contender.end()
  }
}

/** Brings all to a context, then has them write in turns. */
async function inTurns(
  running: readonly Contender[],
  threads: number,
  contextTokens: number,
  readTokens: number
): Promise<Row[]> {
  const readMs: number[] = []
  const speeds = running.map((): number[] => [])
  for (const contender of running) readMs.push(await contender.read(randomIds(readTokens)))
  for (let turn = 0; turn < rounds; turn++)
    for (const [index, contender] of running.entries())
      speeds[index]!.push(await contender.proceed(tokens))
  return running.map(({ design }, index) => ({
    ...{ design, threads, contextTokens, readTokens },
    readMs: rounded(readMs[index]!, 0),
    tokensPerSecond: rounded(median(speeds[index]!), 2),
    rounds: speeds[index]!.map((speed) => rounded(speed, 2))
  }))
}

/** Tokens/s over the peer's; what disturbs a round disturbs both, so rounds are compared one by one. */
function ratiosOf(rows: readonly Row[], peer: string): object {
  const base = rows.find(({ design }) => design === peer)!
  const ratios = rows.map(({ design, rounds: own }) => [
    design,
    rounded(median(own.map((speed, turn) => speed / base.rounds[turn]!)), 2)
  ])
  return { over: peer, ...Object.fromEntries(ratios) }
}
