// What engines do with a model on request: answer, tokenize, generate, score.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { LetheError } from '../base/errors'
import type { Sampling } from '../contract/chat'
import type {
  DeviceRequest,
  GenerateInput,
  GenerateResult,
  ScoreInput,
  ScoreResult
} from '../contract/inference'
import type { WeightMode } from '../contract/models'
import type { JobResult, ModelSpec, Prompt } from '../engine/protocol'
import type { StoredModel } from '../store/models'
import type { RunOptions } from './engine'
import type { EnginePool } from './engines'
import type { ModelLibrary } from './library'
import { checkTextSize, directPrompt } from './prompt'
import type { SettingsKeeper } from './settings'
import { streamWork } from './streamWork'

/** How many other words are kept with each word of an answer. */
const alternativesShown = 5

export interface TextPiece {
  type: 'text'
  text: string
}

export class Inference {
  constructor(
    private readonly engines: EnginePool,
    private readonly library: ModelLibrary,
    private readonly settings: SettingsKeeper,
    private readonly chatDevice: DeviceRequest
  ) {}

  /** An answer of the chat. Throws what the prompt, the model's files or the engine have to say. */
  async answer(
    model: StoredModel,
    prompt: () => Prompt,
    sampling: Sampling,
    options: RunOptions
  ): Promise<GenerateResult> {
    if (model.chat === 'idsOnly') throw new LetheError('noTokenizer', { model: model.name })
    return this.#generate(
      model,
      prompt(),
      sampling,
      alternativesShown,
      { device: this.chatDevice },
      options
    )
  }

  /** Pieces of text as they come, then the whole. */
  async *generate(
    input: GenerateInput,
    signal?: AbortSignal
  ): AsyncGenerator<TextPiece | { type: 'done'; result: GenerateResult }> {
    const { sampling, logprobs } = input
    const prompt = directPrompt(input.prompt)
    const model = await this.library.find(input.model)
    const result = yield* streamWork<TextPiece, GenerateResult>(
      (report, aborted) =>
        this.#generate(model, prompt, sampling, logprobs, input, {
          signal: aborted,
          onEvent: (event) => {
            if (event.type !== 'text' || event.text === '') return
            report({ type: 'text', text: event.text })
          }
        }),
      (waiting, { text }) => [{ type: 'text', text: (waiting[0]?.text ?? '') + text }],
      signal
    )
    yield { type: 'done', result }
  }

  async score(input: ScoreInput, signal?: AbortSignal): Promise<ScoreResult> {
    const { text, target, firstLogits } = input
    for (const part of [text, target]) if (part && 'text' in part) checkTextSize(part.text)
    const model = await this.library.find(input.model)
    await this.library.files.check(model)
    const spec = await this.#specOf(model, input)
    const job = { type: 'score', model: spec, text, firstLogits } as const
    return this.engines.run(target ? { ...job, target } : job, { signal })
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

  async #generate(
    model: StoredModel,
    prompt: Prompt,
    sampling: Sampling,
    logprobs: number,
    how: { device: DeviceRequest; weightMode?: WeightMode | undefined },
    options: RunOptions
  ): Promise<GenerateResult> {
    await this.library.files.check(model)
    const spec = await this.#specOf(model, how)
    return this.engines.run({ type: 'generate', model: spec, prompt, sampling, logprobs }, options)
  }

  async #specOf(
    model: StoredModel,
    how: { device: DeviceRequest; weightMode?: WeightMode | undefined }
  ): Promise<ModelSpec> {
    const { threads } = await this.settings.get()
    const weightMode = how.weightMode ?? model.weightMode
    return { folder: model.path, weightMode, device: how.device, threads }
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
