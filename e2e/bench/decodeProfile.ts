// Where the time of a token goes with weights in blocks of 4 bits: by kind of operation as the runtime
// itself tells it, outside the runtime, and what bounds the largest part.
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { readBandwidth } from './bandwidth.ts'
import { engineFile, ours } from './contenders.ts'
import { MeasuredEngine } from './measuredProcess.ts'
import { countOf, oneBillion, randomIds, tensorsOf } from './randomModel.ts'
import { roundedModel, type RoundedModel } from './roundedModel.ts'
import { rounded } from './statistics.ts'

/** A run of the engine's session, in the order they came. */
interface SessionRun {
  readonly newTokens: number
  readonly startMs: number
  readonly endMs: number
}

interface OperatorTime {
  readonly operator: string
  readonly perToken: number // how many
  readonly share: number // of the time inside operators
}

interface Timing {
  readonly contextTokens: number
  readonly runs: SessionRun[] // of single tokens
  /** Which of all runs they are. */
  readonly from: number
}

interface TraceEvent {
  readonly cat: string
  readonly name: string
  readonly ts: number // µs
  readonly dur: number // µs
  readonly args?: { readonly op_name?: string }
}

const contexts = [128, 1024, 4096]
const tokens = 24
const watch = join(import.meta.dirname, 'watchedRuntime.mjs')
/** A kernel that reads its weights at this share of what the memory gives is bound by the memory. */
const boundShare = 0.8

export async function decodeProfile(cache: string, say: (line: string) => void): Promise<object> {
  say('Writing model files (once)…')
  const model = await roundedModel(cache, oneBillion, 4)
  const weightBytes = bytesPerToken(model)
  const rows: object[] = []
  for (const threads of [availableParallelism(), 1]) {
    const bandwidth = await readBandwidth(threads)
    const plain = await timed(model, threads)
    const prefix = join(cache, `profile-${threads}-`)
    const operators = await profiled(model, threads, prefix)
    for (const [index, timing] of plain.entries()) {
      const row = rowOf(timing, operators[index]!, { threads, bandwidth, weightBytes })
      say(JSON.stringify(row))
      rows.push(row)
    }
  }
  return { bench: 'decode profile', shape: oneBillion, countedTokens: tokens, rows }
}

/** What a token reads of the weights: all but the table of embeddings, of which it reads a row. */
function bytesPerToken({ blocks }: RoundedModel): number {
  const [table, ...others] = tensorsOf(oneBillion).map(({ shape }) => countOf(shape))
  const all = others.reduce((sum, count) => sum + count, table!)
  return statSync(blocks.path).size * (1 - table! / all)
}

function rowOf(
  { contextTokens, runs }: Timing,
  operators: OperatorTime[],
  { threads, bandwidth, weightBytes }: { threads: number; bandwidth: number; weightBytes: number }
): object {
  const first = runs[0]!
  const last = runs.at(-1)!
  const tokenMs = (last.endMs - first.endMs) / (runs.length - 1)
  const runMs = mean(runs.slice(1).map(({ startMs, endMs }) => endMs - startMs))
  // Shares are the profile's, times those of runs without one: keeping it costs time of its own.
  const products = operators.find(({ operator }) => operator === 'MatMulNBits')
  const productMs = (products?.share ?? 0) * runMs
  const readRate = weightBytes / productMs / 1e6
  const memoryBound = readRate >= boundShare * bandwidth
  return {
    ...{ threads, contextTokens, tokensPerSecond: rounded(1000 / tokenMs, 2) },
    ...{ tokenMs: rounded(tokenMs, 2), runMs: rounded(runMs, 2) },
    outsideRuntimeMs: rounded(tokenMs - runMs, 2),
    operators: operators.map(({ operator, perToken, share }) => ({
      ...{ operator, perToken, ms: rounded(share * runMs, 2), share: rounded(share, 3) }
    })),
    weightMegabytes: rounded(weightBytes / 1e6, 0),
    productsReadGigabytesPerSecond: rounded(readRate, 1),
    memoryGivesGigabytesPerSecond: rounded(bandwidth, 1),
    bound:
      `products with 4-bit weights take ${rounded((productMs / tokenMs) * 100, 0)} % of a token and read ` +
      `them at ${rounded((readRate / bandwidth) * 100, 0)} % of what the memory gives: they are bound by ` +
      (memoryBound ? 'the memory' : 'the arithmetic of the kernel, not by the memory')
  }
}

/** Without the runtime's profile, which costs time of its own. */
async function timed(model: RoundedModel, threads: number): Promise<Timing[]> {
  const engine = new MeasuredEngine(engineFile, [], watch)
  try {
    return await written(model, threads, engine)
  } finally {
    engine.end()
  }
}

async function profiled(
  model: RoundedModel,
  threads: number,
  prefix: string
): Promise<OperatorTime[][]> {
  const engine = new MeasuredEngine(engineFile, [prefix], watch)
  const folder = join(prefix, '..')
  const files = (): string[] =>
    readdirSync(folder)
      .map((name) => join(folder, name))
      .filter((path) => path.startsWith(prefix))
  for (const path of files()) rmSync(path)
  try {
    const timings = await written(model, threads, engine)
    await engine.request({ type: 'abort', id: 'profile' }, ({ type }) =>
      type === 'profile' ? true : undefined
    )
    const [file, other] = files()
    if (file === undefined || other !== undefined) throw new Error('one profile was expected')
    const events = JSON.parse(readFileSync(file, 'utf8')) as TraceEvent[]
    return timings.map((timing) => operatorsOf(events, timing))
  } finally {
    engine.end()
    for (const path of files()) rmSync(path)
  }
}

/** Writes some tokens at each context, one context going on where the one before ended. */
async function written(
  { folder, blocks }: RoundedModel,
  threads: number,
  engine: MeasuredEngine
): Promise<Timing[]> {
  const contender = ours(folder, 'blocks4', threads, blocks, engine)
  await contender.open()
  const timings: Timing[] = []
  let seen = 0
  let there = 0
  for (const contextTokens of contexts) {
    await contender.read(randomIds(contextTokens - there))
    seen += (await runsSince(engine)).length
    await contender.proceed(tokens)
    const runs = await runsSince(engine)
    const single = runs.findIndex(({ newTokens }) => newTokens === 1)
    timings.push({ contextTokens, runs: runs.slice(single), from: seen + single })
    seen += runs.length
    there = contextTokens
  }
  return timings
}

function runsSince(engine: MeasuredEngine): Promise<SessionRun[]> {
  return engine.request({ type: 'abort', id: 'runs' }, ({ type, runs }) =>
    type === 'runs' ? (runs as SessionRun[]) : undefined
  )
}

/** The first run of single tokens is left out, as in the times: it may still be warming up. */
function operatorsOf(events: readonly TraceEvent[], { from, runs }: Timing): OperatorTime[] {
  const sessionRuns = events
    .filter(({ cat, name }) => cat === 'Session' && name === 'model_run')
    .toSorted((a, b) => a.ts - b.ts)
    .slice(from + 1, from + runs.length)
  const [first, last] = [sessionRuns[0]!, sessionRuns.at(-1)!]
  const byOperator = new Map<string, { count: number; ms: number }>()
  for (const { cat, name, ts, dur, args } of events) {
    if (cat !== 'Node' || !name.endsWith('_kernel_time')) continue
    if (ts < first.ts || ts > last.ts + last.dur) continue
    const operator = args?.op_name ?? name
    const sum = byOperator.get(operator) ?? { count: 0, ms: 0 }
    byOperator.set(operator, { count: sum.count + 1, ms: sum.ms + dur / 1000 })
  }
  const totalMs = [...byOperator.values()].reduce((sum, { ms }) => sum + ms, 0)
  return [...byOperator]
    .map(([operator, { count, ms }]) => ({
      operator,
      perToken: Math.round(count / sessionRuns.length),
      share: ms / totalMs
    }))
    .toSorted((a, b) => b.share - a.share)
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
