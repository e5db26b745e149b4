// What answering speed is measured of: Lethe's engine and its peers, each in a process of its own.
import { join } from 'node:path'
import { MeasuredEngine, MeasuredProcess, type Memory } from './measuredProcess.ts'

export interface Contender {
  readonly design: string
  open(): Promise<void>
  /** Forgets all it read; so many tokens will have been there in the end. */
  begin(room: number): Promise<void>
  /** Reads so many more ids behind those that are there, and writes a first token. */
  read(ids: readonly number[]): Promise<number> // ms
  /** Writes more tokens after those: tokens/s. */
  proceed(tokens: number): Promise<number>
  memory(): Memory
  end(): void
}

/** The file that an engine keeps rounded weights in, and the tensors it is made from. */
export interface BlockPlace {
  readonly path: string
  readonly sha256: string
}

type WeightMode = 'mapped' | 'packed' | 'blocks8' | 'blocks4'

export const engineFile = join(import.meta.dirname, '../../out/main/engine.js')

export function ours(
  folder: string,
  weightMode: WeightMode,
  threads: number,
  blocks: BlockPlace | null = null,
  engine = new MeasuredEngine(engineFile)
): Contender {
  const model = { folder, weightMode, blocks, device: 'cpu', threads }
  const sampling = { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1, seed: 1 }
  let ids: number[] = []
  const answer = async (maxTokens: number): Promise<Answer> => {
    const result = await engine.run<Answer>({
      ...{ type: 'generate', model, logprobs: 0, prompt: { type: 'ids', ids } },
      sampling: { ...sampling, maxTokens }
    })
    ids = [...ids, ...result.ids]
    return result
  }
  return {
    design: `Lethe, ${weightMode}`,
    open: async () => void (await engine.run({ type: 'open', model })),
    begin: async () => void (ids = []),
    // What was read before is remembered.
    read: async (more) => {
      ids = [...ids, ...more]
      return (await answer(1)).timeToFirstTokenMs
    },
    // The rate counts the tokens after the first.
    proceed: async (tokens) => (await answer(tokens + 1)).tokensPerSecond,
    memory: () => engine.memory(),
    end: () => engine.end()
  }
}

interface Answer {
  readonly ids: number[]
  readonly timeToFirstTokenMs: number
  readonly tokensPerSecond: number
}

export function llamaCpp(file: string, precision: string, threads: number): Contender {
  return peer('llamaCpp.mjs', `node-llama-cpp, ${precision}`, file, threads)
}

export function transformersJs(folder: string, threads: number): Contender {
  return peer('transformersJs.mjs', 'transformers.js, q4', folder, threads)
}

function peer(script: string, design: string, file: string, threads: number): Contender {
  const child = new MeasuredProcess(join(import.meta.dirname, 'peers', script))
  const ask = (request: object): Promise<Partial<Answer>> =>
    child.request({ ...request, threads }, (it) => it['result'] as Partial<Answer> | undefined)
  return {
    design,
    open: async () => void (await ask({ action: 'open', file })),
    begin: async (room) => void (await ask({ action: 'begin', room })),
    read: async (more) => (await ask({ action: 'read', more })).timeToFirstTokenMs!,
    proceed: async (tokens) => (await ask({ action: 'proceed', tokens })).tokensPerSecond!,
    memory: () => child.memory(),
    end: () => child.end()
  }
}
