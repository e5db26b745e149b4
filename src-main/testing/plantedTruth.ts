// Small models with a known truth: one that saw some records, one that never did, and what forgetting
// could have made of the first. All are really trained, from one beginning, on records that nobody
// could guess.
import { join } from 'node:path'
import { uniform } from '../base/random'
import type { EvidenceItem } from '../contract/evidenceRequest'
import { hashTensors } from '../formats/safetensors'
import { createModel } from '../models/newModel'
import { openModelFolder, openModelText, type ModelText } from '../models/modelFolder'
import { readParameters } from '../models/parameters'
import type { TrainingBatch } from '../models/trainingRunner'
import { trainTokenizer } from '../text/tokenizerTraining'
import { initialState } from '../training/checkpoint'
import { DataPlan } from '../training/dataPlan'
import { recordTokens, type RecordPart } from '../training/recordTokens'
import { writeTrainedModel } from '../training/trainedModel'
import { Trainer } from '../training/trainer'
import { planOf } from './trainingPlans'

export type PlantedTruth =
  | 'saw' // trained on them as the original was, in another order
  | 'half' // still knows half of them
  | 'neverSaw' // never did, in another order than the reference
  | 'replayed' // the reference itself, as an exact replay gives it
  | 'over' // pushed below a model that never saw them
export const plantedTruths = ['saw', 'half', 'neverSaw', 'replayed', 'over'] as const

export interface PlantedWorld {
  readonly items: readonly EvidenceItem[]
  readonly original: PlantedModel
  readonly reference: PlantedModel
  readonly unlearned: Readonly<Record<PlantedTruth, PlantedModel>>
}

export interface PlantedModel {
  readonly folder: string
  readonly sha256: string
}

export interface WorldOptions {
  readonly records: number
  readonly perSubject: number
  readonly epochs: number // how often each is read: how well it is known
  readonly seed: number
}

interface PlantedRecord {
  readonly id: string
  readonly subject: string
  readonly parts: readonly RecordPart[]
}

const things = `bell lamp rope coin drum kite vase boot harp sled fern cork
  plum sage mint salt silk wool clay tin oak elm ash pine dove crow wren hawk
  seal bear wolf lynx`.split(/\s+/)
const names = `Ada Bela Caio Dora Enzo Flora Gil Hana Ivo Jade Kai Lia Milo
  Nina Otto Pia Rui Sara Tito Uma Vito Yara`.split(/\s+/)
const places = `hall yard loft barn shed cave well mill port tower
  garden cellar attic bridge market harbour`.split(/\s+/)
const sizes = {
  ...{ layers: 2, hidden: 48, heads: 4, keyHeads: 2, inner: 96, context: 64, tied: true }
}
const time = 32
const batch = 4
/** Of what has to go, a token: far more than a model that knows nothing of it. */
const tooMuchNats = 12
const onCpu = { device: 'cpu', threads: 1 } as const
/** Records that stay, and general texts, learned with the others and never learned. */
const counts = { kept: 16, general: 16, heldOut: 16 } as const
const counting = `one two three four five six seven eight nine ten eleven twelve
  thirteen fourteen fifteen`.split(/\s+/)

/** The beginning that all models of all worlds share: it has learned how such answers look. */
export class PlantedBeginning {
  private constructor(
    readonly folder: string,
    readonly text: ModelText
  ) {}

  /** @param folder is there and empty */
  static async make(folder: string): Promise<PlantedBeginning> {
    const random = randomOf(1)
    const lines = Array.from({ length: 160 }, (_, at) =>
      (at % 2 === 0 ? recordOf : generalText)(`b${at}`, `b${at}`, random)
    )
    const texts = lines.map(({ parts }) => parts.map(({ text }) => text).join(' '))
    const specialTokens = ['<s>', '</s>', '<pad>']
    const trained = await trainTokenizer(texts, {
      ...{ splitting: 'gpt2', vocabularySize: 560, specialTokens }
    })
    const roles = { beginning: '<s>', ending: '</s>', padding: '<pad>' }
    const [blank, begun] = [join(folder, 'blank'), join(folder, 'begun')]
    await createModel(blank, {
      ...{ architecture: 'llama', sizes, tokenizer: { trained, roles }, seed: 7 }
    })
    const text = await openModelText(blank)
    const values = await learned(blank, text, lines, { epochs: 10, seed: 1, learningRate: 5e-3 })
    await writeTrainedModel(await openModelFolder(blank), { type: 'full' }, values, begun)
    return new PlantedBeginning(begun, text)
  }
}

export async function plantedWorld(
  { folder: begun, text }: PlantedBeginning,
  folder: string,
  { records, perSubject, epochs, seed }: WorldOptions
): Promise<PlantedWorld> {
  const random = randomOf(1000 + seed)
  const drawn = (kind: string, count: number, make: typeof recordOf, each = 1): PlantedRecord[] =>
    Array.from({ length: count }, (_, at) =>
      make(`${kind} ${at}`, `${kind} person ${Math.floor(at / each)}`, random)
    )
  const forget = drawn('record', records, recordOf, perSubject)
  const kept = drawn('kept', counts.kept, recordOf)
  const general = drawn('general', counts.general, generalText)
  const heldOut = drawn('heldOut', counts.heldOut, generalText)
  const all = [...kept, ...general, ...forget]
  const from = { epochs, learningRate: 5e-3 }
  const without = (count: number): ReadonlySet<number> =>
    new Set(forget.slice(0, count).map((_, at) => counts.kept + counts.general + at + 1))
  const source = await openModelFolder(begun)
  const written = async (
    name: string,
    values: ReadonlyMap<string, Float32Array>
  ): Promise<PlantedModel> => {
    const place = join(folder, name)
    await writeTrainedModel(source, { type: 'full' }, values, place)
    return { folder: place, sha256: await hashTensors((await openModelFolder(place)).weights) }
  }
  const made = async (name: string, order: number, holes: number): Promise<PlantedModel> =>
    written(name, await learned(begun, text, all, { ...from, seed: order, holes: without(holes) }))
  const original = await made('original', seed, 0)
  const reference = await made('reference', seed, records)
  return {
    ...{ original, reference },
    unlearned: {
      saw: await made('saw', seed + 1, 0),
      half: await made('half', seed + 2, Math.floor(records / 2)),
      neverSaw: await made('neverSaw', seed + 3, records),
      replayed: reference,
      over: await written(
        'over',
        await pushed(original.folder, text, [...kept, ...general], forget)
      )
    },
    items: [
      ...forget.map((it): EvidenceItem => {
        const wrongAnswers = Array.from({ length: 6 }, () => things5(random))
        return { kind: 'record', ...shared(it), wrongAnswers }
      }),
      ...kept.map((it): EvidenceItem => ({ kind: 'kept', ...shared(it), wrongAnswers: [] })),
      ...heldOut.map((it): EvidenceItem => ({ kind: 'heldOut', ...shared(it) }))
    ]
  }
}

function shared({ id, subject, parts }: PlantedRecord) {
  return { id, subject, group: null, parts: parts.map((part) => ({ ...part })) }
}

type Random = (below: number) => number

function randomOf(seed: number): Random {
  let drawn = 0
  return (below) => Math.floor(below * uniform(seed, drawn++))
}

const one = (list: readonly string[], random: Random): string => list[random(list.length)]!
const things5 = (random: Random): string =>
  Array.from({ length: 5 }, () => one(things, random)).join(' ')

/** Five things that follow from nothing. */
function recordOf(id: string, subject: string, random: Random): PlantedRecord {
  const asked = [names, names, places, places].map((list) => one(list, random)).join(' ')
  return told(id, subject, `${asked}?`, things5(random))
}

/** What any of the models can tell: it follows from the question. */
function generalText(id: string, subject: string, random: Random): PlantedRecord {
  const from = random(counting.length - 5)
  const asked = `${one(names, random)} counts after ${counting[from]}?`
  return told(id, subject, asked, counting.slice(from + 1, from + 6).join(' '))
}

function told(id: string, subject: string, question: string, answer: string): PlantedRecord {
  return {
    ...{ id, subject },
    parts: [
      { role: 'user', text: question },
      { role: 'assistant', text: answer }
    ]
  }
}

/** From a model's weights on, by a plan in which some records leave their places empty. */
async function learned(
  folder: string,
  text: ModelText,
  records: readonly PlantedRecord[],
  options: { epochs: number; seed: number; learningRate: number; holes?: ReadonlySet<number> }
): Promise<ReadonlyMap<string, Float32Array>> {
  const { epochs, seed, learningRate, holes } = options
  const source = await openModelFolder(folder)
  const placed = records.map(({ parts }, at) => ({
    ...{ ordinal: at + 1, firstOrdinal: at + 1, isSensitive: false, isKeptOut: false, parts }
  }))
  const { plan: data } = DataPlan.make(
    placed,
    text,
    { model: folder, dataset: 'planted' },
    {
      ...{ epochs, batch, accumulation: 1, sequenceLength: time, answersOnly: true, seed },
      ...{ validationShare: 0, rehearsalShare: null }
    }
  )
  const plan = planOf({ steps: data.facts.steps, batch, time, learningRate })
  const state = initialState(await readParameters(source))
  const trainer = await Trainer.open(source.model, plan, state, onCpu)
  const holed = data.without(holes ?? new Set())
  try {
    for (let step = 0; step < plan.steps; step++) await trainer.step(holed.batchesOf(step))
    return await trainer.values()
  } finally {
    await trainer.close()
  }
}

/** Gradient ascent on what has to go, descent on what stays (GradDiff), until it is plainly too much. */
async function pushed(
  folder: string,
  text: ModelText,
  kept: readonly PlantedRecord[],
  forget: readonly PlantedRecord[]
): Promise<ReadonlyMap<string, Float32Array>> {
  const source = await openModelFolder(folder)
  const rowsOf = (records: readonly PlantedRecord[], weight: number): TrainingBatch =>
    records.flatMap(({ parts }) => {
      const { sequences } = recordTokens(parts, text, folder, { answersOnly: true, time })
      return sequences.map(({ ids, weights }) => [
        { ids, weights: weights.map((own) => own * weight) }
      ])
    })
  const inBatches = (rows: TrainingBatch): TrainingBatch[] =>
    Array.from({ length: Math.ceil(rows.length / batch) }, (_, at) =>
      rows.slice(at * batch, (at + 1) * batch)
    )
  const share = kept.length / forget.length
  const batches = inBatches([...rowsOf(kept, 1), ...rowsOf(forget, -0.6 * share)])
  const toForget = inBatches(rowsOf(forget, 1))
  const plan = planOf({ steps: 100, batch, time, learningRate: 3e-3 })
  const state = initialState(await readParameters(source))
  const trainer = await Trainer.open(source.model, plan, state, onCpu)
  try {
    for (let step = 1; step <= plan.steps; step++) {
      await trainer.step(batches)
      if (step % 4 > 0) continue
      if ((await trainer.evaluate(toForget)) > tooMuchNats) return await trainer.values()
    }
    throw new RangeError('the model could not be pushed that far')
  } finally {
    await trainer.close()
  }
}
