// A model that is being trained, asked along the way: the same questions each time, and records that it
// learns.
import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FixedAnswer } from '../contract/training'
import { samplingPresets } from '../contract/chat'
import { CausalRunner } from '../models/causalRunner'
import type { AnyModel } from '../models/architecture'
import { fill } from '../models/fill'
import { generate } from '../models/generate'
import { MaskedRunner } from '../models/maskedRunner'
import {
  openAnyModelFolder,
  openModelText,
  type ModelFolder,
  type ModelText
} from '../models/modelFolder'
import { PromptMemory } from '../models/promptMemory'
import { promptTokens } from '../models/promptTokens'
import type { ParameterValues } from '../models/trainingRunner'
import type { TrainingMethod } from '../training/plan'
import { writeTrainedModel } from '../training/trainedModel'

const longestAnswer = 64
/** For each gap. */
const candidatesTold = 3
const previewFolder = 'preview'

export interface AskedModel {
  readonly runner: CausalRunner | MaskedRunner
  readonly text: ModelText
}

/** The model of a folder, open for as long as `ask` takes. */
export async function askModel<T>(
  folder: string,
  threads: number,
  ask: (model: AskedModel) => Promise<T>
): Promise<T> {
  const { model, ...opened } = await openAnyModelFolder(folder)
  const text = await openModelText(folder)
  const options = { weightMode: 'mapped', device: 'cpu', threads } as const
  const runner =
    model.objective === 'masked'
      ? await MaskedRunner.open({ ...opened, model }, options)
      : await CausalRunner.open({ ...opened, model }, options)
  try {
    return await ask({ runner, text })
  } finally {
    await runner.close()
  }
}

/** What the values would be as a model, written into the run's folder for as long as `ask` takes. */
export async function askPreview<T>(
  source: ModelFolder<AnyModel>,
  method: TrainingMethod,
  values: ParameterValues,
  { folder, threads }: { folder: string; threads: number },
  ask: (model: AskedModel) => Promise<T>
): Promise<T> {
  const place = join(folder, previewFolder)
  await rm(place, { recursive: true, force: true })
  try {
    await writeTrainedModel(source, method, values, place)
    return await askModel(place, threads, ask)
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

export async function fixedAnswers(
  prompts: readonly string[],
  { runner, text }: AskedModel,
  { name, step, signal }: { name: string; step: number; signal: AbortSignal }
): Promise<FixedAnswer[]> {
  if (runner instanceof MaskedRunner) return filledLines(prompts, runner, text, { name, step })
  const { contextLength, vocabularySize } = runner.shape
  const answers: FixedAnswer[] = []
  for (const prompt of prompts) {
    const turns = [{ role: 'user' as const, content: prompt }]
    const names = { name: basename(name), contextLength, vocabularySize }
    const read = promptTokens({ type: 'chat', turns }, text, names)
    const { text: answer } = await generate(runner, read, {
      sampling: { ...samplingPresets.exact, maxTokens: longestAnswer, seed: 0 },
      ...{ logprobs: 0, eosIds: text.eosIds, stop: [], tokenizer: text.tokenizer },
      ...{ memory: new PromptMemory(runner), signal },
      onText: () => {},
      onReading: () => {}
    })
    answers.push({ step, prompt, text: answer })
  }
  return answers
}

/** A line for each gap: what is likeliest there. */
async function filledLines(
  prompts: readonly string[],
  runner: MaskedRunner,
  { tokenizer }: ModelText,
  { name, step }: { name: string; step: number }
): Promise<FixedAnswer[]> {
  const answers: FixedAnswer[] = []
  for (const prompt of prompts) {
    const asked = { text: prompt, top: candidatesTold, tokenizer, modelName: basename(name) }
    const { gaps } = await fill(runner, asked)
    const lines = gaps.map((candidates) =>
      candidates
        .map(({ token, probability }) => `${token} ${(100 * probability).toFixed(0)}%`)
        .join(', ')
    )
    answers.push({ step, prompt, text: lines.join('\n') })
  }
  return answers
}
