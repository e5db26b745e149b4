// What a model that is being trained answers to the same questions, along the way.
import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FixedAnswer } from '../contract/training'
import { samplingPresets } from '../contract/chat'
import { CausalRunner } from '../models/causalRunner'
import { generate } from '../models/generate'
import { openModelFolder, openModelText, type ModelFolder } from '../models/modelFolder'
import { PromptMemory } from '../models/promptMemory'
import { promptTokens } from '../models/promptTokens'
import type { ParameterValues } from '../models/trainingRunner'
import type { TrainingMethod } from '../training/plan'
import { writeTrainedModel } from '../training/trainedModel'

const longestAnswer = 64
const previewFolder = 'preview'

export async function fixedAnswers(
  prompts: readonly string[],
  source: ModelFolder,
  method: TrainingMethod,
  values: ParameterValues,
  {
    folder,
    step,
    threads,
    signal
  }: { folder: string; step: number; threads: number; signal: AbortSignal }
): Promise<FixedAnswer[]> {
  const place = join(folder, previewFolder)
  await rm(place, { recursive: true, force: true })
  await writeTrainedModel(source, method, values, place)
  const opened = await openModelFolder(place)
  const text = await openModelText(place)
  const runner = await CausalRunner.open(opened, { weightMode: 'mapped', device: 'cpu', threads })
  try {
    const { contextLength, vocabularySize } = runner.shape
    const answers: FixedAnswer[] = []
    for (const prompt of prompts) {
      const turns = [{ role: 'user' as const, content: prompt }]
      const names = { name: basename(source.folder), contextLength, vocabularySize }
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
  } finally {
    await runner.close()
    await rm(place, { recursive: true, force: true })
  }
}
