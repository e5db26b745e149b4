// Answering speed at 1.1 billion parameters in full precision: ours with weights mapped and packed,
// beside node-llama-cpp on F32 and F16 files of the same shape, in turns within one run.
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { MeasuredEngine, MeasuredProcess, type Memory } from './measuredProcess.ts'
import { ggufModel, oneBillion, safetensorsModel } from './randomModel.ts'

interface Answer {
  timeToFirstTokenMs: number
  tokensPerSecond: number
}

interface Row extends Answer, Memory {
  design: string
  contextTokens: number
  repetitions: number[] // tokens/s of each
}

interface Contender {
  readonly design: string
  open(): Promise<void>
  answer(ids: number[], tokens: number): Promise<Answer>
  memory(): Memory
  end(): void
}

const contexts = [128, 1024]
const tokens = 33 // 32 intervals
const repetitions = 3
const threads = availableParallelism()

export async function decode(cache: string, say: (line: string) => void): Promise<object> {
  const rows: Row[] = []
  for (const make of await contenders(cache, say)) {
    for (const contextTokens of contexts) {
      // A process of its own for each context, so that its peak memory is that context's.
      const contender = make()
      try {
        await contender.open()
        await contender.answer(randomIds(16), 3) // warm-up: the file's pages come into memory
        const answers: Answer[] = []
        while (answers.length < repetitions)
          answers.push(await contender.answer(randomIds(contextTokens), tokens))
        rows.push(summarize(contender, contextTokens, answers))
        say(JSON.stringify(rows.at(-1)))
      } finally {
        contender.end()
      }
    }
  }
  return {
    bench: 'decode',
    shape: oneBillion,
    threads,
    newTokens: tokens,
    rows,
    ratios: ratios(rows)
  }
}

async function contenders(
  cache: string,
  say: (line: string) => void
): Promise<(() => Contender)[]> {
  say('Writing model files (once)…')
  const folder = await safetensorsModel(cache, oneBillion, 'F32')
  const files = {
    F32: await ggufModel(cache, oneBillion, 'F32'),
    F16: await ggufModel(cache, oneBillion, 'F16')
  }
  return [
    () => ours(folder, 'packed'),
    () => llamaCpp(files.F32, 'F32'),
    () => ours(folder, 'mapped'),
    () => llamaCpp(files.F16, 'F16')
  ]
}

function ours(folder: string, weightMode: 'mapped' | 'packed'): Contender {
  const engine = new MeasuredEngine(join(import.meta.dirname, '../../out/main/engine.js'))
  const model = { folder, weightMode, blocks: null, device: 'cpu', threads }
  const sampling = { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1, seed: 1 }
  return {
    design: `Lethe, F32 ${weightMode}`,
    open: async () => void (await engine.run({ type: 'open', model })),
    answer: (ids, maxTokens) =>
      engine.run<Answer>({
        ...{ type: 'generate', model, logprobs: 0, prompt: { type: 'ids', ids } },
        sampling: { ...sampling, maxTokens }
      }),
    memory: () => engine.memory(),
    end: () => engine.end()
  }
}

function llamaCpp(file: string, precision: string): Contender {
  const peer = new MeasuredProcess(join(import.meta.dirname, 'peers/llamaCpp.mjs'))
  return {
    design: `node-llama-cpp, ${precision}`,
    open: async () => void (await peer.request({ action: 'open', file }, (it) => it['result'])),
    answer: (ids, count) =>
      peer.request(
        { action: 'answer', ids, tokens: count, threads },
        (it) => it['result'] as Answer | undefined
      ),
    memory: () => peer.memory(),
    end: () => peer.end()
  }
}

/** Ids of ordinary tokens, the same in every run. */
function randomIds(count: number): number[] {
  return Array.from({ length: count }, (_, index) => 300 + ((index * 7919) % 30_000))
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!

function summarize(contender: Contender, contextTokens: number, answers: Answer[]): Row {
  const speeds = answers.map((answer) => answer.tokensPerSecond)
  const round = (value: number, digits: number): number => Number(value.toFixed(digits))
  return {
    design: contender.design,
    contextTokens,
    tokensPerSecond: round(median(speeds), 2),
    repetitions: speeds.map((speed) => round(speed, 2)),
    timeToFirstTokenMs: round(median(answers.map((answer) => answer.timeToFirstTokenMs)), 0),
    ...contender.memory()
  }
}

/** Our tokens/s over the peer's at the same precision and context. */
function ratios(rows: readonly Row[]): object[] {
  return contexts.map((contextTokens) => {
    const speed = (design: string): number =>
      rows.find((row) => row.design === design && row.contextTokens === contextTokens)!
        .tokensPerSecond
    const peer = speed('node-llama-cpp, F32')
    return {
      contextTokens,
      packedOverLlamaCppF32: Number((speed('Lethe, F32 packed') / peer).toFixed(2)),
      mappedOverLlamaCppF32: Number((speed('Lethe, F32 mapped') / peer).toFixed(2))
    }
  })
}
