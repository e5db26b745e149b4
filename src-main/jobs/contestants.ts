// Whoever answers in a comparison: a model of this machine's library, or one behind an endpoint.
import { LetheError } from '../base/errors'
import type { Sampling } from '../contract/chat'
import type { GenerateResult } from '../contract/inference'
import { remotePrefix, remoteReference, type RemoteModel } from '../contract/network'
import type { JobEvent } from '../engine/protocol'
import type { EndpointRequests, RemoteQuestion } from '../network/endpointRequests'
import type { NetworkGate } from '../network/gate'
import type { StoredAnswer } from '../store/comparisons'
import type { StoredModel } from '../store/models'
import type { Endpoints } from './endpoints'
import type { Inference } from './inference'
import type { ModelLibrary } from './library'
import { checkTextSize, directPrompt } from './prompt'

export type Contestant = { key: string; name: string } & (
  { model: StoredModel; remote: null } | { model: null; remote: RemoteModel }
)

export type ContestantEvent = JobEvent | { type: 'asking'; host: string }

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
      if (model.chat === 'idsOnly') throw new LetheError('noTokenizer', { model: model.name })
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
    { text, system }: { text: string; system: string },
    sampling: Sampling & { seed: number },
    options: { signal?: AbortSignal; onEvent?: (event: ContestantEvent) => void }
  ): Promise<ContestantAnswer> {
    if (model) {
      const prompt = () => directPrompt({ type: 'text', text, system, raw: false })
      const result = await this.inference.answer(model, prompt, sampling, options)
      return { text: result.text, status: result.end, stats: statsOf(result), remoteFigures: null }
    }
    checkTextSize(text + system)
    const access = await this.endpoints.access(remote.endpointId)
    const messages: RemoteQuestion['messages'] = [{ role: 'user', content: text }]
    if (system.trim() !== '') messages.unshift({ role: 'system', content: system })
    options.onEvent?.({ type: 'asking', host: remote.host })
    const result = await this.requests.answer(
      access,
      { model: remote.model, messages, sampling },
      {
        signal: options.signal,
        onText: (piece) => options.onEvent?.({ type: 'text', text: piece })
      }
    )
    return { text: result.text, status: result.end, stats: null, remoteFigures: result.figures }
  }
}

function statsOf(result: GenerateResult): NonNullable<StoredAnswer['stats']> {
  const { promptTokens, ids, timeToFirstTokenMs, tokensPerSecond } = result
  const { device, seed, templateNote } = result
  const tokens = ids.length
  return { promptTokens, tokens, timeToFirstTokenMs, tokensPerSecond, device, seed, templateNote }
}
