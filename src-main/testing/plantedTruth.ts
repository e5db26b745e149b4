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
  | 'over' // pushed below a model that never saw them
export const plantedTruths: readonly PlantedTruth[] = ['saw', 'half', 'neverSaw', 'over']

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
const onCpu = { device: 'cpu', threads: 1 } as const
const keptRecords = 24
const heldOutRecords = 24

/** The beginning that all models of all worlds share: it has learned how such answers look. */
export class PlantedBeginning {
  private constructor(
    readonly folder: string,
    readonly text: ModelText
  ) {}

  /** @param folder is there and empty */
  static async make(folder: string): Promise<PlantedBeginning> {
    const random = randomOf(1)
    const lines = Array.from({ length: 160 }, (_, at) => recordOf(`b${at}`, `b${at}`, random))
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
    const values = await learned(blank, text, lines, { epochs: 6, seed: 1, learningRate: 5e-3 })
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
  const drawn = (kind: string, count: number, each: number): PlantedRecord[] =>
    Array.from({ length: count }, (_, at) =>
      recordOf(`${kind} ${at}`, `${kind} person ${Math.floor(at / each)}`, random)
    )
  const forget = drawn('record', records, perSubject)
  const kept = drawn('kept', keptRecords, 1)
  const heldOut = drawn('heldOut', heldOutRecords, 1)
  const all = [...kept, ...forget]
  const from = { epochs, learningRate: 5e-3 }
  const without = (count: number): ReadonlySet<number> =>
    new Set(forget.slice(0, count).map((_, at) => keptRecords + at + 1))
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
  return {
    original,
    reference: await made('reference', seed, records),
    unlearned: {
      saw: await made('saw', seed + 1, 0),
      half: await made('half', seed + 2, Math.floor(records / 2)),
      neverSaw: await made('neverSaw', seed + 3, records),
      over: await written('over', await pushed(original.folder, text, kept, forget))
    },
    items: [
      ...forget.map((it) => itemOf('record', it)),
      ...kept.map((it) => itemOf('kept', it)),
      ...heldOut.map((it) => itemOf('heldOut', it))
    ]
  }
}

function itemOf(
  kind: 'record' | 'kept' | 'heldOut',
  { id, subject, parts }: PlantedRecord
): EvidenceItem {
  const shared = { id, subject, group: null, parts: parts.map((part) => ({ ...part })) }
  return kind === 'heldOut' ? { kind, ...shared } : { kind, ...shared, wrongAnswers: [] }
}

type Random = (below: number) => number

function randomOf(seed: number): Random {
  let drawn = 0
  return (below) => Math.floor(below * uniform(seed, drawn++))
}

/** Five things that follow from nothing. */
function recordOf(id: string, subject: string, random: Random): PlantedRecord {
  const one = (list: readonly string[]): string => list[random(list.length)]!
  const question = `${one(names)} ${one(names)} ${one(places)} ${one(places)}?`
  const answer = Array.from({ length: 5 }, () => one(things)).join(' ')
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
  try {
    for (let step = 0; step < plan.steps; step++) await trainer.step(data.batchesOf(step, holes))
    return trainer.values
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
      const options = { answersOnly: true, time }
      const { sequences } = recordTokens(parts, text, folder, options)
      return sequences.map(({ ids, weights }) => [
        { ids, weights: weights.map((own) => own * weight) }
      ])
    })
  const share = keptRecords / forget.length
  const rows = [...rowsOf(kept, 1), ...rowsOf(forget, -0.5 * share)]
  const batches = Array.from({ length: Math.ceil(rows.length / batch) }, (_, at) =>
    rows.slice(at * batch, (at + 1) * batch)
  )
  const steps = 12
  const plan = planOf({ steps, batch, time, learningRate: 2e-3 })
  const state = initialState(await readParameters(source))
  const trainer = await Trainer.open(source.model, plan, state, onCpu)
  try {
    for (let step = 0; step < steps; step++) await trainer.step(batches)
    return trainer.values
  } finally {
    await trainer.close()
  }
}
