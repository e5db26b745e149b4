// How well a model predicts a text of any length: perplexity and bits per byte. A text longer than the
// context is read in windows that overlap by half, each token scored once.
import { LetheError } from '../base/errors'
import type { TextScore, TextScoreEvent } from '../contract/compare'
import type { WeightMode } from '../contract/models'
import { remotePrefix } from '../contract/network'
import type { RunOptions } from './engine'
import type { Inference } from './inference'
import { refuseWhatCannotWrite, type ModelLibrary } from './library'
import { checkTextSize } from './prompt'
import { streamWork } from './streamWork'
import { withTimeLeft } from './timeLeft'

export interface ScoreWindow {
  /** Read for what comes before; its first token is never scored. */
  context: readonly number[]
  /** Scored; empty in the first window, whose context is scored itself. */
  target: readonly number[]
}

/** Windows of at most `length` ids; after the first, half of each is context. */
export function scoreWindows(ids: readonly number[], length: number): ScoreWindow[] {
  const windows: ScoreWindow[] = [{ context: ids.slice(0, length), target: [] }]
  const step = Math.max(1, Math.floor(length / 2))
  for (let start = length; start < ids.length; start += step) {
    const target = ids.slice(start, start + step)
    windows.push({ context: ids.slice(start + target.length - length, start), target })
  }
  return windows
}

export interface TextScoreOptions {
  signal?: AbortSignal | undefined
  weightMode?: WeightMode | undefined // usual: the model's
  onEvent?: RunOptions['onEvent']
  /** After each window. */
  onWindow?: (done: number, total: number) => void
}

/** Throws `modelNotFound`, `noTokenizer`, `promptEmpty`, `promptTooLarge`, and what the engine throws. */
export async function scoreText(
  { library, inference }: { library: ModelLibrary; inference: Inference },
  wanted: string,
  text: string,
  { signal, weightMode, onEvent, onWindow }: TextScoreOptions = {}
): Promise<TextScore> {
  // An endpoint gives text, not the probability of a text that is given to it.
  if (wanted.startsWith(remotePrefix)) throw new LetheError('remoteCannotScore', { model: wanted })
  checkTextSize(text)
  if (text.trim() === '') throw new LetheError('promptEmpty')
  const model = await library.find(wanted)
  refuseWhatCannotWrite(model)
  const how = { model: model.id, firstLogits: 0, weightMode } as const
  const running = { signal, onEvent }
  const { ids } = await inference.tokenize(
    { model: model.id, text, addSpecialTokens: true },
    signal
  )
  const windows = scoreWindows(ids, model.contextLength)
  let nllNats = 0
  let device = ''
  for (const [index, { context, target }] of windows.entries()) {
    const input = { ...how, text: { ids: [...context] } }
    const scored = await inference.score(
      target.length > 0 ? { ...input, target: { ids: [...target] } } : input,
      running
    )
    nllNats += scored.nllNats
    device = scored.device
    onWindow?.(index + 1, windows.length)
  }
  const tokens = ids.length - 1
  // Bytes of a first token that nothing precedes are not scored: told by scoring the beginning as text.
  const beginning = Array.from(text.slice(0, 400)).slice(0, 100).join('')
  const start = await inference.score({ ...how, text: { text: beginning } }, running)
  if (tokens < 1 || start.bitsPerByte === null) throw new LetheError('promptEmpty')
  const scoredOfStart = start.nllNats / Math.LN2 / start.bitsPerByte
  const bytes = Buffer.byteLength(text) - (Buffer.byteLength(beginning) - Math.round(scoredOfStart))
  return {
    ...{ modelId: model.id, modelName: model.name, tokens, bytes, nllNats, device },
    perplexity: Math.exp(nllNats / tokens),
    bitsPerByte: nllNats / Math.LN2 / bytes,
    windows: windows.length,
    vocabularySize: model.vocabularySize
  }
}

type Progress = Extract<TextScoreEvent, { type: 'progress' }>

/** The same, telling how far it is. */
export async function* followTextScore(
  parts: { library: ModelLibrary; inference: Inference },
  wanted: string,
  text: string,
  signal?: AbortSignal
): AsyncGenerator<TextScoreEvent> {
  const timed = withTimeLeft()
  const score = yield* streamWork<Progress, TextScore>(
    (report, aborted) =>
      scoreText(parts, wanted, text, {
        signal: aborted,
        onWindow: (done, total) => report(timed({ type: 'progress', done, total }))
      }),
    (_waiting, latest) => [latest],
    signal
  )
  yield { type: 'done', score }
}
