// All that the starter's training begins with, worked out anew each time: the same text, tokenizer,
// weights and order of documents on every machine.
import { createHash } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { hashTensors } from '../../formats/safetensors'
import { createModel } from '../../models/newModel'
import { openModelFolder, openModelText, type ModelFolder } from '../../models/modelFolder'
import type { TrainingBatch, TrainingSequence } from '../../models/trainingRunner'
import { trainTokenizer } from '../../text/tokenizerTraining'
import { trainingPlanSchema, type TrainingPlan } from '../../training/plan'
import { DocumentEncoder, drawText, textsOf, type DrawnText } from './documents'
import { chatTemplate, endOfTurn, recipe, textSeparator } from './recipe'
import { packPass } from './steps'

export interface Preparation {
  /** The new model, with its tokenizer. */
  readonly opened: ModelFolder
  readonly plan: TrainingPlan
  readonly steps: readonly TrainingBatch[]
  readonly heldOut: readonly TrainingSequence[]
  readonly firstPass: DrawnText
  readonly tokens: number
}

/**
 * @param work an existing folder; the new model is put into its folder `initial`
 * @param passes fewer than the recipe has: the plan and its first steps' data are then of those
 */
export async function prepareStarter(
  repository: string,
  work: string,
  passes: number = recipe.text.passes
): Promise<Preparation> {
  const { documentsPerPass, heldOutSeed, heldOutDocuments } = recipe.text
  const draws: DrawnText[] = []
  for (let pass = 0; pass < passes; pass++)
    draws.push(await drawText(repository, recipe.seed + pass, documentsPerPass))
  const [firstPass] = draws as [DrawnText]
  const folder = join(work, 'initial')
  if (existsSync(folder)) rmSync(folder, { recursive: true })
  const trained = await trainTokenizer(firstPass.documents.flatMap(textsOf), recipe.tokenizer)
  const roles = { beginning: textSeparator, ending: endOfTurn, padding: textSeparator }
  await createModel(folder, {
    ...{ architecture: 'llama', sizes: recipe.sizes, seed: recipe.seed },
    tokenizer: { trained, roles: { ...roles, chatTemplate } }
  })
  const opened = await openModelFolder(folder)
  const { tokenizer } = await openModelText(folder)
  const encoder = new DocumentEncoder(tokenizer!)
  let tokens = 0
  const steps = draws.flatMap(({ documents }, pass) => {
    const sequences = documents.map((document) => encoder.encode(document))
    tokens += sequences.reduce((sum, { ids }) => sum + ids.length, 0)
    return packPass(sequences, pass, tokenizer!.idOf(textSeparator)!)
  })
  const heldOut = await drawText(repository, heldOutSeed, heldOutDocuments)
  const data = JSON.stringify([recipe, trained.merges, draws.map(({ sha256 }) => sha256)])
  const plan = trainingPlanSchema.parse({
    ...recipe.training,
    weightsSha256: await hashTensors(opened.weights),
    dataSha256: createHash('sha256').update(data).digest('hex'),
    steps: steps.length
  })
  return {
    ...{ opened, plan, steps, firstPass, tokens },
    heldOut: heldOut.documents.map((document) => encoder.encode(document))
  }
}
