// A model that is being trained, asked along the way: the same questions each time, and records that it
// learns.
import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FixedAnswer } from '../contract/training'
import { samplingPresets } from '../contract/chat'
import { CausalRunner } from '../models/causalRunner'
import { generate } from '../models/generate'
import {
  openModelFolder,
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
const previewFolder = 'preview'

export interface AskedModel {
  readonly runner: CausalRunner
  readonly text: ModelText
}

/** The model of a folder, open for as long as `ask` takes. */
export async function askModel<T>(
  folder: string,
  threads: number,
  ask: (model: AskedModel) => Promise<T>
): Promise<T> {
  const opened = await openModelFolder(folder)
  const text = await openModelText(folder)
  const runner = await CausalRunner.open(opened, { weightMode: 'mapped', device: 'cpu', threads })
  try {
    return await ask({ runner, text })
  } finally {
    await runner.close()
  }
}

/** What the values would be as a model, written into the run's folder for as long as `ask` takes. */
export async function askPreview<T>(
  source: ModelFolder,
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
