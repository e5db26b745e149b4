// What engines do with a model on request: answer, tokenize, measure, generate, score.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { LetheError } from '../base/errors'
import type { Sampling } from '../contract/chat'
import type { DeviceRequest } from '../contract/devices'
import type {
  FillInput,
  FillResult,
  GenerateInput,
  GenerateResult,
  ScoreInput,
  ScoreResult
} from '../contract/inference'
import { canWrite, type WeightMode } from '../contract/models'
import type {
  ChatTurn,
  JobResult,
  JobSpec,
  ModelSpec,
  ProducedToken,
  Prompt
} from '../engine/protocol'
import type { StoredModel } from '../store/models'
import type { Devices } from './devices'
import { isBlockMode } from './blockFiles'
import type { RunOptions } from './engine'
import type { EnginePool } from './engines'
import { refuseWhatCannotWrite, type ModelLibrary } from './library'
import { stampOf } from './modelFiles'
import { checkTextSize, directPrompt } from './prompt'
import type { SettingsKeeper } from './settings'
import { streamWork } from './streamWork'

/** How many other words are kept with each word of an answer. */
const alternativesShown = 5

export interface TextPiece {
  type: 'text'
  text: string
  /** The tokens whose text begins in this piece, when log-probabilities were asked for. */
  tokens: PlacedToken[]
}

export interface PlacedToken extends ProducedToken {
  offset: number // where its text begins in the answer, UTF-16 units
}

/** What a program asks of a model. */
export interface DirectRequest {
  model: string // id or name
  prompt: Prompt
  sampling: Sampling
  logprobs: number // alternatives per produced token
  stop?: string[] | undefined // the answer ends before any of these
  device?: DeviceRequest | undefined // usual: that of the chat
  weightMode?: WeightMode | undefined
}

export type WriteEvent = TextPiece | { type: 'done'; result: GenerateResult }

export class Inference {
  constructor(
    private readonly engines: EnginePool,
    private readonly library: ModelLibrary,
    private readonly settings: SettingsKeeper,
    private readonly devices: Devices
  ) {}

  /** An answer of the chat. Throws what the prompt, the model's files or the engine have to say. */
  async answer(
    model: StoredModel,
    prompt: () => Prompt,
    sampling: Sampling,
    options: RunOptions
  ): Promise<GenerateResult> {
    refuseWhatCannotWrite(model)
    const request = { prompt: prompt(), sampling, logprobs: alternativesShown }
    return this.#generate(model, request, options)
  }

  /** Pieces of text as they come, then the whole. */
  generate(input: GenerateInput, signal?: AbortSignal): AsyncGenerator<WriteEvent> {
    return this.write({ ...input, prompt: directPrompt(input.prompt) }, signal)
  }

  /** Pieces of text as they come, then the whole. */
  async *write(request: DirectRequest, signal?: AbortSignal): AsyncGenerator<WriteEvent> {
    const model = await this.library.find(request.model)
    let offset = 0
    const result = yield* streamWork<TextPiece, GenerateResult>(
      (report, aborted) =>
        this.#generate(model, request, {
          signal: aborted,
          onEvent: (event) => {
            if (event.type !== 'text') return
            const { text, token } = event
            report({ type: 'text', text, tokens: token ? [{ ...token, offset }] : [] })
            offset += text.length
          }
        }),
      joinPieces,
      signal
    )
    yield { type: 'done', result }
  }

  async score(input: ScoreInput, options: RunOptions = {}): Promise<ScoreResult> {
    const { text, target, firstLogits } = input
    for (const part of [text, target]) if (part && 'text' in part) checkTextSize(part.text)
    const model = await this.library.find(input.model)
    await this.library.files.check(model)
    const spec = await this.#specOf(model, input, options.signal)
    const job = { type: 'score', model: spec, text, firstLogits } as const
    return this.#run(target ? { ...job, target } : job, options)
  }

  /** What a masked model puts into the gaps of a text. */
  async fillGaps(input: FillInput, options: RunOptions = {}): Promise<FillResult> {
    const { text, top = 10 } = input
    checkTextSize(text)
    const model = await this.library.find(input.model)
    if (canWrite(model)) throw new LetheError('notMasked', { model: model.name })
    await this.library.files.check(model)
    const spec = await this.#specOf(model, input, options.signal)
    return this.#run({ type: 'fill', model: spec, text, top } as const, options)
  }

  /** How likely it finds `answer` as its answer to the turns. */
  async scoreAnswer(
    model: StoredModel,
    turns: ChatTurn[],
    answer: string,
    options: RunOptions
  ): Promise<JobResult<'scoreAnswer'>> {
    await this.library.files.check(model)
    const spec = await this.#specOf(model, {}, options.signal)
    return this.#run({ type: 'scoreAnswer', model: spec, turns, answer } as const, options)
  }

  /** @param input.model a model's id or name, or the path of a tokenizer file or folder */
  async tokenize(
    input: { model: string; text: string; addSpecialTokens: boolean },
    signal?: AbortSignal
  ): Promise<JobResult<'tokenize'>> {
    const { text, addSpecialTokens } = input
    const path = await this.#tokenizerPath(input.model)
    return this.engines.run({ type: 'tokenize', path, text, addSpecialTokens }, { signal })
  }

  /** Counts by the model's tokenizer and template, beside whatever its engine does. */
  async measure(
    model: StoredModel,
    chat: Omit<Extract<JobSpec, { type: 'measure' }>, 'type' | 'folder' | 'stamp'>,
    signal?: AbortSignal
  ): Promise<JobResult<'measure'>> {
    refuseWhatCannotWrite(model)
    await this.library.files.check(model)
    const folder = model.path
    const stamp = (await stampOf(folder)) ?? ''
    return this.engines.run({ type: 'measure', folder, stamp, ...chat }, { signal })
  }

  /** What its weights take in each precision, by its files' headers alone. */
  async weightSizes(model: StoredModel, signal?: AbortSignal): Promise<JobResult<'weightSizes'>> {
    await this.library.files.check(model)
    return this.engines.run({ type: 'weightSizes', path: model.path }, { signal })
  }

  async #generate(
    model: StoredModel,
    request: Omit<DirectRequest, 'model'>,
    options: RunOptions
  ): Promise<GenerateResult> {
    const { prompt, sampling, logprobs, stop } = request
    if (model.chat === 'fill') throw new LetheError('maskedModel', { model: model.name })
    await this.library.files.check(model)
    const spec = await this.#specOf(model, request, options.signal)
    const job = { type: 'generate', model: spec, prompt, sampling, logprobs } as const
    return this.#run(stop ? { ...job, stop } : job, options)
  }

  /** A process that ends while it computes on another device than the CPU is that device's failure. */
  async #run<S extends JobSpec & { model: ModelSpec }>(
    job: S,
    options: RunOptions
  ): Promise<JobResult<S['type']>> {
    try {
      return await this.engines.run(job, options)
    } catch (error) {
      const { device } = job.model
      const ended = error instanceof LetheError && error.code === 'engineLost'
      // SIGKILL comes from a person, or from a system that is out of memory.
      if (!ended || device === 'cpu' || error.cause === 'SIGKILL') throw error
      throw await this.devices.lost(device, String(error.cause))
    }
  }

  async #specOf(
    model: StoredModel,
    how: { device?: DeviceRequest | undefined; weightMode?: WeightMode | undefined },
    signal?: AbortSignal
  ): Promise<ModelSpec> {
    const { threads } = await this.settings.get()
    const weightMode = how.weightMode ?? model.weightMode
    const { sha256 } = model
    const blocks = isBlockMode(weightMode)
      ? { path: this.library.blockFiles.pathOf(sha256, weightMode), sha256 }
      : null
    const request = how.device ?? (await this.devices.usual())
    const device = await this.devices.providerFor(request, signal)
    return { folder: model.path, weightMode, blocks, device, threads }
  }

  async #tokenizerPath(wanted: string): Promise<string> {
    try {
      const model = await this.library.find(wanted)
      await this.library.files.check(model)
      return model.path
    } catch (error) {
      const unknown = error instanceof LetheError && error.code === 'modelNotFound'
      if (!unknown || !existsSync(wanted)) throw error
      return resolve(wanted)
    }
  }
}

function joinPieces([earlier]: TextPiece[], piece: TextPiece): TextPiece[] {
  if (!earlier) return [piece]
  const text = earlier.text + piece.text
  return [{ type: 'text', text, tokens: [...earlier.tokens, ...piece.tokens] }]
}
