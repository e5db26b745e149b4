// Decides what a training reads in each step, and what it will hold in memory.
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { fileError, LetheError } from '../base/errors'
import { recordSplitSchema, roleSchema } from '../contract/records'
import type { SensitiveLast, TrainingSettings } from '../contract/training'
import type { AnyModel } from '../models/architecture'
import {
  openAnyModelFolder,
  openModelText,
  type ModelFolder,
  type ModelText
} from '../models/modelFolder'
import { DataPlan, type RecordToLearn } from '../training/dataPlan'
import { replayShare } from '../training/keptStates'
import type { JobResult, JobSpec } from './protocol'
import { trainingBytes } from './trainingBytes'
import { runFiles } from './trainingFolder'

/** A line of a run's records. */
export const runRecordSchema = z.object({
  ordinal: z.number().int(),
  first: z.number().int(), // ordinal of the first record that says the same
  pii: z.boolean(),
  subject: z.boolean(),
  tags: z.array(z.string()),
  split: recordSplitSchema.nullable(),
  planted: z.boolean().default(false), // a canary: learned whatever is kept out
  parts: z.array(z.object({ role: roleSchema, text: z.string() }))
})

interface PlanParts {
  readonly source: ModelFolder<AnyModel>
  readonly text: ModelText
  readonly names: { readonly model: string; readonly dataset: string }
  readonly records: readonly RecordToLearn[]
}

export async function planTraining({
  folder,
  modelFolder,
  names,
  settings,
  keep
}: Extract<JobSpec, { type: 'planTraining' }>): Promise<JobResult<'planTraining'>> {
  const source = await openAnyModelFolder(modelFolder)
  const text = await openModelText(source.folder)
  if (source.model.objective === 'masked') refuseWithoutGap(settings.prompts, text)
  const records = await readRunRecords(join(folder, runFiles.records), settings)
  const path = keep ? join(folder, runFiles.data) : null
  return makePlan({ source, text, names, records }, settings, path)
}

/** What is asked along the way has a gap to be filled. @throws LetheError noGap */
function refuseWithoutGap(prompts: readonly string[], { tokenizer }: ModelText): void {
  const maskId = tokenizer?.maskId
  if (!tokenizer || maskId === undefined) return
  if (prompts.some((prompt) => !tokenizer.encode(prompt).includes(maskId)))
    throw new LetheError('noGap', { mask: tokenizer.tokenOf(maskId) ?? '' })
}

/** @param path where the plan is kept; null: nowhere */
export async function makePlan(
  { source, text, names, records }: PlanParts,
  settings: TrainingSettings,
  path: string | null
): Promise<JobResult<'planTraining'>> {
  const time = Math.min(settings.sequenceLength, source.model.shape.contextLength)
  const made = DataPlan.make(records, text, names, {
    ...settings,
    sequenceLength: time,
    rehearsalShare: settings.sensitiveLast?.rehearsalShare ?? null,
    ...(source.model.objective === 'masked' && {
      gaps: { wholeWords: settings.wholeWords ?? false }
    })
  })
  if (path !== null) await made.plan.write(path)
  const { steps, epochStarts, lastPhaseStep } = made.plan.facts
  return {
    ...made.summary,
    ...{ steps, epochStarts: [...epochStarts], lastPhaseStep },
    replayShare: replayShare(
      made.plan.facts,
      settings.keptStates,
      made.records.flatMap(({ steps: [first] }) => first ?? [])
    ),
    ...trainingBytes(source, { ...settings, sequenceLength: time }),
    uses:
      path === null
        ? []
        : made.records.map(({ ordinal, isKeptOut, tokens, steps: ofRecord }) => ({
            ...{ ordinal, keptOut: isKeptOut, tokens, steps: [...ofRecord] }
          }))
  }
}

function mayBeWithdrawn(
  { pii, subject, tags, planted }: z.infer<typeof runRecordSchema>,
  by: SensitiveLast
): boolean {
  // A canary stands for such records: it comes when they do.
  return (
    planted ||
    (by.pii && pii) ||
    (by.subjects && subject) ||
    (by.tag !== null && tags.includes(by.tag))
  )
}

/** Those that a plan has a use for. */
export async function readRunRecords(
  path: string,
  settings: Pick<TrainingSettings, 'sensitiveLast'>
): Promise<RecordToLearn[]> {
  const { sensitiveLast } = settings
  const records: RecordToLearn[] = []
  try {
    for await (const line of createInterface({ input: createReadStream(path) })) {
      const record = runRecordSchema.parse(JSON.parse(line))
      const { ordinal, first, split, planted: isPlanted, parts } = record
      if (split === 'test') continue // of another day
      const isSensitive = sensitiveLast !== null && mayBeWithdrawn(record, sensitiveLast)
      const isKeptOut = split === 'validation'
      records.push({ ordinal, firstOrdinal: first, isSensitive, isKeptOut, isPlanted, parts })
    }
  } catch (error) {
    throw fileError(error, path)
  }
  return records
}
