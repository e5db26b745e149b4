// The files of resources/starter: the trained model, its plan, its log, its evaluation, its data
// sheet and their hashes.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeFileAtomically, writeFully } from '../../base/atomicFile'
import { planSha256 } from '../../training/plan'
import { dataSheet, sourceNote } from './dataSheet'
import { textsOf } from './documents'
import { evaluateAnswers, type Questions } from './evaluation'
import { hashFirstSteps, thisMachine } from './prefix'
import type { Preparation } from './preparation'
import { recipe } from './recipe'
import { rounded } from './runLog'
import type { TrainedStarter } from './training'

export interface TrainingFacts {
  readonly seed: number
  readonly parameters: number
  readonly passes: number
  readonly documentsPerPass: number
  readonly chatDocumentsInFirstPass: number
  readonly textBytesInFirstPass: number
  readonly tokensOfAllPasses: number
  readonly steps: number
  readonly tokensPerStep: number
  readonly peakLearningRate: number
  readonly threads: number
  readonly durationSeconds: number
  readonly validationLossF32: number
  readonly validationLossF16: number
}

/** Writes all of them into a folder; what else lies there stays. */
export async function writeStarterFiles(
  output: string,
  preparation: Preparation,
  trained: TrainedStarter,
  questions: Questions
): Promise<void> {
  mkdirSync(output, { recursive: true })
  const facts = factsOf(preparation, trained)
  const evaluation = await evaluateAnswers(trained.folder, questions)
  const write = async (name: string, bytes: Uint8Array): Promise<void> =>
    writeFileAtomically(join(output, name), (handle) => writeFully(handle, bytes, 0))
  const writeJson = (name: string, value: object): Promise<void> =>
    write(name, Buffer.from(`${JSON.stringify(value, null, 1)}\n`))
  for (const name of ['tokenizer.json', 'tokenizer_config.json', 'model.safetensors'])
    await write(name, readFileSync(join(trained.folder, name)))
  const readJson = (name: string): object =>
    z
      .record(z.string(), z.unknown())
      .parse(JSON.parse(readFileSync(join(trained.folder, name), 'utf8')))
  await writeJson('config.json', { ...readJson('config.json'), dtype: 'float16' })
  await writeJson('generation_config.json', {
    ...readJson('generation_config.json'),
    max_new_tokens: 128
  })
  const { plan } = preparation
  await writeJson('plan.json', { recipe, plan, planSha256: planSha256(plan) })
  await writeJson('training.json', {
    ...facts,
    machine: thisMachine(),
    hashAfter100Steps: (await hashFirstSteps(preparation, [100]))['100'],
    curve: trained.log.curve(100)
  })
  await writeJson('evaluation.json', evaluation)
  await write('DATASHEET.md', Buffer.from(dataSheet(facts, evaluation, questions, sizeOf(output))))
  await write('SOURCE.md', Buffer.from(sourceNote(hashesOf(output))))
}

function sizeOf(output: string): number {
  return readFileSync(join(output, 'model.safetensors')).length
}

function factsOf(
  preparation: Preparation,
  { log, lossF32, lossF16 }: TrainedStarter
): TrainingFacts {
  const { opened, plan, firstPass, tokens } = preparation
  const { documents } = firstPass
  return {
    seed: recipe.seed,
    parameters: opened.model.tensors.reduce(
      (sum, { shape }) => sum + shape.reduce((product, edge) => product * edge, 1),
      0
    ),
    passes: recipe.text.passes,
    documentsPerPass: recipe.text.documentsPerPass,
    chatDocumentsInFirstPass: documents.filter(({ kind }) => kind === 'chat').length,
    textBytesInFirstPass: documents
      .flatMap(textsOf)
      .reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    tokensOfAllPasses: tokens,
    steps: plan.steps,
    tokensPerStep: plan.batch * plan.time,
    peakLearningRate: plan.learningRate,
    threads: recipe.threads,
    durationSeconds: Math.round(log.durationMs / 1000),
    validationLossF32: rounded(lossF32, 5),
    validationLossF16: rounded(lossF16, 5)
  }
}

export interface FileHash {
  readonly name: string
  readonly sizeBytes: number
  readonly sha256: string
}

function hashesOf(output: string): FileHash[] {
  const names = readdirSync(output).filter((name) => !name.endsWith('.md') && !name.startsWith('.'))
  return names.sort().map((name) => {
    const bytes = readFileSync(join(output, name))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { name, sizeBytes: bytes.length, sha256 }
  })
}
