// Whoever answers in a comparison: a model of this machine's library, or one behind an endpoint.
import { LetheError, type ErrorParams } from '../base/errors'
import type { Sampling } from '../contract/chat'
import type { Room } from '../contract/compare'
import type { GenerateResult } from '../contract/inference'
import { remotePrefix, remoteReference, type RemoteModel } from '../contract/network'
import type { ReferenceScore } from '../contract/promptSets'
import type { JobEvent } from '../engine/protocol'
import type { EndpointRequests, RemoteQuestion } from '../network/endpointRequests'
import type { NetworkGate } from '../network/gate'
import type { StoredAnswer } from '../store/comparisons'
import type { StoredModel } from '../store/models'
import type { Endpoints } from './endpoints'
import type { Inference } from './inference'
import { refuseWhatCannotWrite, type ModelLibrary } from './library'
import { checkTextSize, questionTurns, turnsPrompt } from './prompt'

export type Contestant = { key: string; name: string } & (
  { model: StoredModel; remote: null } | { model: null; remote: RemoteModel }
)

export type ContestantEvent = JobEvent | { type: 'asking'; host: string }

export interface Asked {
  text: string
  system: string
}

export type ContestantAnswer = Pick<StoredAnswer, 'text' | 'status' | 'stats' | 'remoteFigures'>

export class Contestants {
  constructor(
    private readonly library: ModelLibrary,
    private readonly inference: Inference,
    private readonly endpoints: Endpoints,
    private readonly requests: EndpointRequests,
    private readonly gate: NetworkGate
  ) {}

  /**
   * By id or name, or as remote:ENDPOINT/MODEL. Throws `modelNotFound`, `noTokenizer`, and `networkOff`
   * for a remote one while nothing may leave.
   */
  async find(wanted: string): Promise<Contestant> {
    if (!wanted.startsWith(remotePrefix)) {
      const model = await this.library.find(wanted)
      refuseWhatCannotWrite(model)
      return { key: model.id, name: model.name, model, remote: null }
    }
    const remote = await this.endpoints.find(wanted)
    await this.gate.refuseIfOff((await this.endpoints.access(remote.endpointId)).baseUrl)
    const { endpointId, endpointName, model } = remote
    return {
      ...{ key: remoteReference(endpointId, model), name: `${model} (${endpointName})` },
      ...{ model: null, remote }
    }
  }

  /** Throws what the engine, the network or the other side has to say. */
  async answer(
    { model, remote }: Contestant,
    { text, system }: Asked,
    sampling: Sampling & { seed: number },
    options: {
      signal?: AbortSignal
      comparisonId?: string
      onEvent?: (event: ContestantEvent) => void
    }
  ): Promise<ContestantAnswer> {
    if (model) {
      const prompt = () => turnsPrompt(questionTurns({ text, system }))
      const result = await this.inference.answer(model, prompt, sampling, options)
      return { text: result.text, status: result.end, stats: statsOf(result), remoteFigures: null }
    }
    checkTextSize(text + system)
    const access = await this.endpoints.access(remote.endpointId)
    const messages: RemoteQuestion['messages'] = questionTurns({ text, system })
    options.onEvent?.({ type: 'asking', host: remote.host })
    const result = await this.requests.answer(
      access,
      { model: remote.model, messages, sampling },
      {
        ...{ signal: options.signal, comparisonId: options.comparisonId },
        onText: (piece) => options.onEvent?.({ type: 'text', text: piece })
      }
    )
    return { text: result.text, status: result.end, stats: null, remoteFigures: result.figures }
  }

  /** null where it cannot be counted here: behind an endpoint. Throws what the template has to say. */
  async room({ model }: Contestant, asked: Asked, signal?: AbortSignal): Promise<Room | null> {
    if (!model) return null
    const { turns } = turnsPrompt(questionTurns(asked))
    const { tokens } = await this.inference.measure(
      model,
      {
        prompt: { type: 'chat', turns },
        ...{ message: '', cuts: [], wanted: 0 }
      },
      signal
    )
    return { tokens, contextLength: model.contextLength }
  }

  /**
   * Before anything is sent: throws `promptTooLongFor`, naming the model that has least room for one of
   * the questions.
   */
  async refuseTooLong(contestants: readonly Contestant[], questions: readonly Asked[]) {
    const tooLong: (Omit<ErrorParams<'promptTooLongFor'>, 'others'> & { row: number })[] = []
    const models = new Map(contestants.map((it) => [it.key, it])).values()
    for (const contestant of models) {
      for (const [index, asked] of questions.entries()) {
        const { model } = contestant
        if (!model || certainlyFits(asked, model.contextLength)) continue
        // What cannot be counted is told by its own column.
        const room = await this.room(contestant, asked).catch(() => null)
        const limit = model.contextLength - 1 // one token for the answer
        const excessTokens = (room?.tokens ?? 0) - limit
        if (!room || excessTokens <= 0) continue
        const { tokens } = room
        tooLong.push({ model: model.name, tokens, limit, excessTokens, row: index + 1 })
      }
    }
    const worst = tooLong.toSorted((a, b) => b.excessTokens - a.excessTokens)[0]
    if (!worst) return
    const { row, ...found } = worst
    throw new LetheError('promptTooLongFor', {
      ...found,
      ...(questions.length > 1 && { row }),
      others: tooLong.length - 1
    })
  }

  /**
   * How likely it finds `answer` as its answer; null behind an endpoint, which gives no probabilities of
   * given text. Throws what the engine has to say.
   */
  async scoreAnswer(
    { model }: Contestant,
    asked: Asked,
    answer: string,
    signal?: AbortSignal
  ): Promise<ReferenceScore | null> {
    if (!model) return null
    const text = answer.trim()
    checkTextSize(asked.text + asked.system + text)
    const { turns } = turnsPrompt(questionTurns(asked))
    const { tokens, nllNats } = await this.inference.scoreAnswer(model, turns, text, { signal })
    const bytes = Buffer.byteLength(text)
    return {
      ...{ tokens, bytes, nllNats },
      perplexity: Math.exp(nllNats / tokens),
      bitsPerByte: nllNats / Math.LN2 / bytes
    }
  }
}

/** No tokenizer makes more of this; what is shorter is not counted before it is asked. */
const certainlyFits = ({ text, system }: Asked, contextLength: number): boolean =>
  Buffer.byteLength(text) + Buffer.byteLength(system) < contextLength / 4

function statsOf(result: GenerateResult): NonNullable<StoredAnswer['stats']> {
  const { promptTokens, ids, timeToFirstTokenMs, tokensPerSecond } = result
  const { device, seed, templateNote } = result
  const tokens = ids.length
  return { promptTokens, tokens, timeToFirstTokenMs, tokensPerSecond, device, seed, templateNote }
}
