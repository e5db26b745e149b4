// Does what a JobSpec asks for, with at most one model open.
import { basename } from 'node:path'
import type { JobEvent, JobResult, JobSpec, ModelSpec } from './protocol'
import { LetheError } from '../base/errors'
import { mostColumns } from '../contract/compare'
import { previewFile } from '../datasets/previewFile'
import { contentKeyOf, readRecords, recordParts } from '../datasets/readRecords'
import { blockBytes, blockPlan } from '../models/blockPlan'
import type { CausalRunner } from '../models/causalRunner'
import { probeDevice } from '../models/deviceProbe'
import { generate } from '../models/generate'
import { fill } from '../models/fill'
import { inspectModel } from '../models/inspect'
import {
  checkModelConfig,
  openAnyModelFolder,
  openModelText,
  type ModelText
} from '../models/modelFolder'
import type { MaskedRunner } from '../models/maskedRunner'
import { scoreMasked } from '../models/maskedScore'
import { measureChat } from '../models/measureChat'
import { PromptMemory } from '../models/promptMemory'
import { answerTokens, promptTokens } from '../models/promptTokens'
import { score } from '../models/score'
import { signatureOf } from '../text/similarity'
import { openTokenizer } from '../text/tokenizer'
import { audit, auditsWithoutModel } from './audit'
import { measureEvidence } from './evidence'
import { eraseTokens, tokenTraces } from './erasedTokens'
import { findTraces } from './findTraces'
import { openMaskedRunner, openRunner } from './openRunner'
import { planTraining } from './planTraining'
import { newModelBytes, prepareNew } from './prepareNew'
import { prepareReplay } from './prepareReplay'
import type { Steering } from './steering'
import { train } from './train'

/** As many as a comparison has models: each count would read their tokenizers again. */
const mostMeasured = mostColumns

interface OpenModel {
  readonly key: string
  readonly name: string
  readonly text: ModelText
}
interface OpenCausal extends OpenModel {
  readonly objective: 'causal'
  readonly runner: CausalRunner
  readonly memory: PromptMemory
}
interface OpenMasked extends OpenModel {
  readonly objective: 'masked'
  readonly runner: MaskedRunner
}

export interface JobContext {
  readonly signal: AbortSignal
  readonly fence: number
  readonly steering: Steering
  readonly onEvent: (event: JobEvent) => void
  /** Resolves once few enough batches wait to be taken, or the request is aborted. */
  readonly onBatch: (batch: Extract<JobEvent, { type: 'records' }>) => Promise<void>
}

type Runs = {
  [K in JobSpec['type']]: (
    spec: Extract<JobSpec, { type: K }>,
    context: JobContext
  ) => Promise<JobResult<K>>
}

export class JobRunner {
  #open: OpenCausal | OpenMasked | null = null
  /** Of the models that were measured last, as many as a comparison has; the latest stands last. */
  readonly #measured = new Map<string, ModelText>()

  readonly #runs: Runs = {
    inspect: ({ path, copyTo }, { signal, onEvent }) =>
      inspectModel(path, {
        copyTo,
        signal,
        onBytes: (stage, done, total) => onEvent({ type: 'bytes', stage, done, total })
      }),
    checkConfig: ({ path }) => checkModelConfig(path),
    open: async ({ model }, context) => {
      const { runner } = await this.#model(model, context)
      return { device: runner.device, contextLength: runner.shape.contextLength }
    },
    generate: async (spec, context) => {
      const { runner, memory, text, name } = await this.#causal(spec.model, context)
      const { contextLength, vocabularySize } = runner.shape
      const prompt = promptTokens(spec.prompt, text, { name, contextLength, vocabularySize })
      return generate(runner, prompt, {
        sampling: spec.sampling,
        logprobs: spec.logprobs,
        eosIds: text.eosIds,
        stop: spec.stop ?? [],
        tokenizer: text.tokenizer,
        memory,
        signal: context.signal,
        onText: (text, token) => context.onEvent({ type: 'text', text, ...(token && { token }) }),
        onReading: (done, total) => context.onEvent({ type: 'reading', done, total })
      })
    },
    score: async (spec, context) => {
      const open = await this.#model(spec.model, context)
      const { text, name } = open
      if (open.objective === 'masked') {
        if (spec.target || spec.firstLogits > 0)
          throw new LetheError('maskedModel', { model: name })
        return scoreMasked(open.runner, {
          ...{ text: spec.text, tokenizer: text.tokenizer, modelName: name },
          signal: context.signal
        })
      }
      open.memory.forget() // scoring has a cache of its own, and memory is short
      return score(open.runner, {
        text: spec.text,
        target: spec.target,
        firstLogits: spec.firstLogits,
        tokenizer: text.tokenizer,
        modelName: name,
        signal: context.signal
      })
    },
    fill: async ({ model, text, top }, context) => {
      const open = await this.#model(model, context)
      const { name } = open
      if (open.objective === 'causal') throw new LetheError('notMasked', { model: name })
      const { tokenizer } = open.text
      return fill(open.runner, { text, top, tokenizer, modelName: name })
    },
    scoreAnswer: async ({ model, turns, answer }, context) => {
      const { runner, text, name } = await this.#causal(model, context)
      const { contextLength } = runner.shape
      const { ids, answerIds } = answerTokens(turns, answer, text, { name, contextLength })
      const { nllNats } = await score(runner, {
        ...{ text: { ids }, target: { ids: answerIds }, firstLogits: 0 },
        ...{ tokenizer: text.tokenizer, modelName: name, signal: context.signal }
      })
      return { tokens: answerIds.length, nllNats }
    },
    weightSizes: async ({ path }) => {
      const { model } = await openAnyModelFolder(path)
      const plan = blockPlan(model)
      return {
        fullBytes: blockBytes(model.tensors, new Map(), 4),
        blocks8Bytes: blockBytes(model.tensors, plan, 8),
        blocks4Bytes: blockBytes(model.tensors, plan, 4)
      }
    },
    previewRecords: ({ path, ...wanted }) => previewFile(path, wanted),
    readRecords: (spec, { signal, onBatch }) =>
      readRecords({
        ...spec,
        signal,
        onBatch: (batch) => onBatch({ type: 'records', ...batch })
      }),
    planTraining: (spec) => planTraining(spec),
    newModelBytes: async ({ settings }) => newModelBytes(settings),
    prepareNew: (spec, context) => prepareNew(spec, context),
    prepareReplay: (spec) => prepareReplay(spec),
    train: (spec, context) => train(spec, context),
    tokenTraces: (spec) => tokenTraces(spec),
    eraseTokens: (spec) => eraseTokens(spec),
    findTraces: (spec, context) => findTraces(spec, context),
    measureEvidence: (spec, context) => measureEvidence(spec, context),
    audit: (spec, context) => audit(spec, context),
    ...auditsWithoutModel,
    deriveRecord: async ({ parts, contentKey }) => recordParts(parts, contentKeyOf(contentKey)),
    signTexts: async ({ texts }) => ({ signatures: texts.map(signatureOf) }),
    probe: ({ provider, threads }) => probeDevice(provider, threads),
    measure: async ({ folder, stamp, prompt, message, cuts, wanted }) => {
      const key = JSON.stringify([folder, stamp])
      const text = this.#measured.get(key) ?? (await openModelText(folder))
      this.#measured.delete(key)
      this.#measured.set(key, text)
      const [oldest] = this.#measured.keys()
      if (oldest !== undefined && this.#measured.size > mostMeasured) this.#measured.delete(oldest)
      return measureChat(text, {
        ...{ name: basename(folder), prompt, message, cuts, wanted }
      })
    },
    tokenize: async ({ path, text, addSpecialTokens }) => {
      const tokenizer = await openTokenizer(path)
      if (!tokenizer) throw new LetheError('noTokenizer', { model: basename(path) })
      const ids = tokenizer.encode(text, { addSpecialTokens })
      return { ids, tokens: ids.map((id) => tokenizer.tokenOf(id) ?? '') }
    }
  }

  run<K extends JobSpec['type']>(
    spec: Extract<JobSpec, { type: K }>,
    context: JobContext
  ): Promise<JobResult<K>> {
    const work: Runs[K] = this.#runs[spec.type]
    return work(spec, context)
  }

  /** @throws LetheError maskedModel */
  async #causal(spec: ModelSpec, context: JobContext): Promise<OpenCausal> {
    const open = await this.#model(spec, context)
    if (open.objective === 'causal') return open
    throw new LetheError('maskedModel', { model: open.name })
  }

  async #model(spec: ModelSpec, context: JobContext): Promise<OpenCausal | OpenMasked> {
    const key = JSON.stringify([spec.folder, spec.weightMode, spec.device, spec.threads])
    if (this.#open?.key === key) return this.#open
    context.onEvent({ type: 'loading' })
    if (this.#open?.objective === 'causal') this.#open.memory.forget()
    await this.#open?.runner.close()
    this.#open = null
    const source = await openAnyModelFolder(spec.folder)
    const text = await openModelText(source.folder)
    const { folder, model } = source
    const known = { key, name: basename(folder), text }
    if (model.objective === 'masked') {
      const runner = await openMaskedRunner({ ...source, model }, spec, context)
      return (this.#open = { ...known, objective: 'masked', runner })
    }
    const runner = await openRunner({ ...source, model }, spec, context)
    const memory = new PromptMemory(runner)
    return (this.#open = { ...known, objective: 'causal', runner, memory })
  }
}
