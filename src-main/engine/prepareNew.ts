// What a run from nothing begins with: a tokenizer learned from the records that the run learns, a model of
// the sizes that were chosen, and the plan in that tokenizer's ids. Done again, it gives the same bytes.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FromNothing, TrainingSettings } from '../contract/training'
import { splitRecords } from '../datasets/splits'
import { hashTensors } from '../formats/safetensors'
import { openModelFolder, openModelText } from '../models/modelFolder'
import { createModel, newModelOf } from '../models/newModel'
import { trainTokenizer } from '../text/tokenizerTraining'
import type { RecordToLearn } from '../training/dataPlan'
import { chatTemplate, roles, specialTokens } from '../training/newChat'
import { makePlan, readRunRecords } from './planTraining'
import { standBack } from './priority'
import type { JobResult, JobSpec } from './protocol'
import type { JobContext } from './run'
import { trainingBytes } from './trainingBytes'
import { checkFence, removeHalfWritten, runFiles } from './trainingFolder'

type PrepareSpec = Extract<JobSpec, { type: 'prepareNew' }>

/** As other trainings: below chat and everything else. */
const priority = 10

/** @throws LetheError invalidInput, naming the size that does not fit the others */
export function newModelBytes(settings: TrainingSettings): JobResult<'newModelBytes'> {
  const { architecture, vocabularySize, ...sizes } = newOf(settings)
  const model = newModelOf(architecture, sizes, vocabularySize)
  const sequenceLength = Math.min(settings.sequenceLength, sizes.context)
  return trainingBytes({ model }, { ...settings, sequenceLength })
}

/** @throws LetheError nothingToLearn, invalidInput, cancelled, diskFull, folderNotWritable */
export async function prepareNew(
  spec: PrepareSpec,
  context: JobContext
): Promise<JobResult<'prepareNew'>> {
  standBack(priority)
  const { folder, settings, dataset } = spec
  await removeHalfWritten(folder)
  const records = withSplit(
    await readRunRecords(join(folder, runFiles.records), settings),
    settings
  )
  const base = join(folder, runFiles.base)
  const learned = existsSync(base)
    ? { tokenizerSeconds: 0, tokenizerShare: 1 }
    : await makeBase(base, records, spec, context)
  context.onEvent({ type: 'trainingPhase', phase: 'preparing' })
  const source = await openModelFolder(base)
  const text = await openModelText(base)
  await checkFence(folder, context.fence)
  const names = { model: newOf(settings).architecture, dataset }
  // Which records are kept out was decided before there were tokens.
  const plan = await makePlan(
    { source, text, names, records },
    { ...settings, validationShare: 0 },
    join(folder, runFiles.data)
  )
  return { ...plan, ...learned, weightsSha256: await hashTensors(source.weights) }
}

async function makeBase(
  base: string,
  records: readonly RecordToLearn[],
  { folder, settings, sampleCharacters }: PrepareSpec,
  { signal, fence, onEvent }: JobContext
): Promise<{ tokenizerSeconds: number; tokenizerShare: number }> {
  const { architecture, vocabularySize, ...sizes } = newOf(settings)
  onEvent({ type: 'trainingPhase', phase: 'tokenizing' })
  const texts = records.flatMap(({ isKeptOut, parts }) =>
    isKeptOut ? [] : parts.map(({ text }) => text)
  )
  const all = charactersOf(texts)
  const read = sampleCharacters === null ? texts : beginning(texts, sampleCharacters)
  const startedMs = performance.now()
  const trained = await trainTokenizer(read, {
    ...{ splitting: 'gpt2', vocabularySize, specialTokens, signal }
  })
  const tokenizerSeconds = (performance.now() - startedMs) / 1000
  await checkFence(folder, fence)
  // Without conversations it continues texts: it would not know what the marks of a chat mean.
  const chats = records.some(({ parts }) => parts.some(({ role }) => role !== 'text'))
  const spoken = { ...roles, ...(chats && { chatTemplate }) }
  const { seed } = settings
  await createModel(base, {
    ...{ architecture, sizes, seed },
    tokenizer: { trained, roles: spoken }
  })
  return { tokenizerSeconds, tokenizerShare: all === 0 ? 1 : charactersOf(read) / all }
}

/** The records that say something, with what is measured with decided for good. */
function withSplit(
  records: readonly RecordToLearn[],
  { seed, validationShare }: TrainingSettings
): RecordToLearn[] {
  const useful = records.filter(({ parts }) => parts.some(({ text }) => text.trim() !== ''))
  const keptOut = new Set(splitRecords(useful, seed, validationShare).keptOut)
  return useful.map((record) => ({ ...record, isKeptOut: keptOut.has(record) }))
}

function beginning(texts: readonly string[], characters: number): readonly string[] {
  let read = 0
  const end = texts.findIndex((text) => (read += text.length) >= characters)
  return end < 0 ? texts : texts.slice(0, end + 1)
}

function charactersOf(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0)
}

function newOf({ fromNothing }: TrainingSettings): FromNothing {
  if (fromNothing) return fromNothing
  throw new TypeError('this run does not begin with nothing')
}
