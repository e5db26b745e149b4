// What a run reads: the ids of every record, which of them are learned, and each sequence's place in a
// step. Made once, kept in one file beside the run; whatever happens to the dataset later, the run
// reads this.
import { LetheError } from '../base/errors'
import { batchesOfStep, type SequenceBatch, type WeightedSequence } from '../datasets/batches'
import { packEpoch, type Slot } from '../datasets/packing'
import { epochsOf, splitRecords, type PlacedRecord } from '../datasets/splits'
import {
  readSafetensorsFile,
  readTensor,
  writeSafetensors,
  type TensorToWrite
} from '../formats/safetensors'
import type { ModelText } from '../models/modelFolder'
import { gapTokens } from './gapTokens'
import { evaluationStep, withGaps, type Masking } from './masking'
import { factsSchema, hashOf, textsOf, type DataFacts, type PlanArrays } from './planArrays'
import { recordTokens, type RecordPart, type TokenSequence } from './recordTokens'

export interface RecordToLearn extends PlacedRecord {
  readonly parts: readonly RecordPart[]
}

export interface DataSettings {
  readonly epochs: number
  readonly batch: number
  readonly accumulation: number
  readonly sequenceLength: number
  readonly answersOnly: boolean
  readonly seed: number
  readonly validationShare: number
  /** null: no last phase for sensitive records. */
  readonly rehearsalShare: number | null
  /** Of a model that fills gaps: how its gaps are chosen; absent: it reads from left to right. */
  readonly gaps?: Pick<Masking, 'wholeWords'>
}

/** Where one record is used. */
export interface RecordPlan {
  readonly ordinal: number
  readonly isKeptOut: boolean
  readonly tokens: number
  /** Steps that read it, in their order; one that reads two pieces of it stands twice. */
  readonly steps: readonly number[]
}

export interface DataSummary {
  readonly records: number // learned from
  readonly validationRecords: number
  readonly sensitiveRecords: number
  readonly emptyRecords: number // nothing in them to learn
  readonly tokens: number
  readonly cutRecords: number
}

export class DataPlan {
  /** Of everything that is read, and where. */
  readonly sha256: string
  readonly facts: DataFacts
  readonly #arrays: PlanArrays
  readonly #firstSlots: Int32Array
  /** Of each sequence, which one of its record it is. */
  readonly #pieces: Int32Array

  private constructor(facts: DataFacts, arrays: PlanArrays) {
    this.facts = facts
    this.#arrays = arrays
    this.sha256 = hashOf(facts, arrays)
    this.#firstSlots = firstSlots(arrays.slots, facts.steps)
    this.#pieces = new Int32Array(arrays.ordinals.length)
    for (let at = 1; at < this.#pieces.length; at++)
      if (arrays.ordinals[at] === arrays.ordinals[at - 1])
        this.#pieces[at] = this.#pieces[at - 1]! + 1
  }

  /** @throws LetheError nothingToLearn, noTokenizer, chatTemplateFailed */
  static make(
    records: readonly RecordToLearn[],
    text: ModelText,
    names: { readonly model: string; readonly dataset: string },
    settings: DataSettings
  ): { plan: DataPlan; summary: DataSummary; records: RecordPlan[] } {
    const { sequenceLength: time, answersOnly, seed, batch, accumulation, gaps } = settings
    const gathered = new Gathered()
    const tokensOf = gaps ? gapTokens : recordTokens
    let cutRecords = 0
    const useful = records.filter((record) => {
      const { sequences, isCut } = tokensOf(record.parts, text, names.model, {
        ...{ answersOnly, time }
      })
      if (sequences.length === 0) return false
      if (isCut) cutRecords++
      for (const sequence of sequences) gathered.add(record.ordinal, sequence)
      return true
    })
    const { learned, keptOut } = splitRecords(useful, seed, settings.validationShare)
    if (learned.length === 0)
      throw new LetheError('nothingToLearn', { dataset: names.dataset, records: records.length })
    const slots: Slot[] = []
    const epochStarts: number[] = []
    let [steps, lastPhaseStep] = [0, -1]
    for (const { records: read, isLastPhase } of epochsOf(learned, settings)) {
      if (isLastPhase && lastPhaseStep < 0) lastPhaseStep = steps
      const order = read.flatMap(({ ordinal }) => gathered.of(ordinal))
      const sizes = { rows: batch * accumulation, time }
      const packed = packEpoch(order, gathered.lengthOf, sizes, steps)
      for (const slot of packed.slots) slots.push(slot)
      epochStarts.push(steps)
      steps += packed.steps
    }
    const masking = gaps && maskingOf(text, seed, gaps)
    const facts = { steps, epochStarts, rowsOfPart: batch, time, ...(masking && { masking }) }
    const arrays = gathered.arrays(
      slots,
      keptOut.flatMap(({ ordinal }) => gathered.of(ordinal))
    )
    const plan = new DataPlan(
      { ...facts, lastPhaseStep: lastPhaseStep < 0 ? steps : lastPhaseStep },
      arrays
    )
    const summary = {
      records: learned.length,
      validationRecords: keptOut.length,
      sensitiveRecords:
        settings.rehearsalShare === null ? 0 : learned.filter((it) => it.isSensitive).length,
      emptyRecords: records.length - useful.length,
      tokens: arrays.ids.length,
      cutRecords
    }
    return { plan, summary, records: plan.#recordPlans(useful, new Set(keptOut)) }
  }

  /** @throws LetheError fileMalformed; what reading the file throws */
  static async read(path: string): Promise<DataPlan> {
    const index = await readSafetensorsFile(path)
    const facts = factsSchema.safeParse(index.metadata)
    const malformed = (): LetheError =>
      new LetheError('fileMalformed', { path, reason: { code: 'notACheckpoint' } })
    if (!facts.success) throw malformed()
    const bytesOf = async (name: string): Promise<ArrayBuffer> => {
      const entry = index.entries.get(name)
      if (!entry) throw malformed()
      return (await readTensor(entry)).buffer as ArrayBuffer
    }
    const { format: _format, ...rest } = facts.data
    return new DataPlan(rest, {
      ids: new Int32Array(await bytesOf('ids')),
      weights: new Uint8Array(await bytesOf('weights')),
      starts: new Int32Array(await bytesOf('starts')),
      ordinals: new Int32Array(await bytesOf('ordinals')),
      slots: new Int32Array(await bytesOf('slots')),
      keptOut: new Int32Array(await bytesOf('keptOut')),
      answers: new Uint8Array(await bytesOf(index.entries.has('answers') ? 'answers' : 'weights'))
    })
  }

  /** @throws LetheError folderNotWritable, diskFull */
  async write(path: string): Promise<void> {
    const tensors = Object.entries(this.#arrays).map(([name, array]): TensorToWrite => {
      const numbers = array as Int32Array | Uint8Array
      return {
        name,
        dtype: numbers instanceof Uint8Array ? 'U8' : 'I32',
        shape: [numbers.length],
        data: new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
      }
    })
    await writeSafetensors(path, tensors, textsOf(this.facts))
  }

  /**
   * The same plan with holes: of these records no id is left, and their places stay, empty. Nothing else
   * moves; what is measured with is what remains of it.
   */
  without(records: ReadonlySet<number>): DataPlan {
    const { starts, ordinals } = this.#arrays
    const [ids, weights] = [this.#arrays.ids.slice(), this.#arrays.weights.slice()]
    for (const [sequence, ordinal] of ordinals.entries())
      if (records.has(ordinal))
        for (const numbers of [ids, weights])
          numbers.fill(0, starts[sequence], starts[sequence + 1])
    const keptOut = this.#arrays.keptOut.filter((it) => !records.has(ordinals[it]!))
    return new DataPlan(this.facts, { ...this.#arrays, ids, weights, keptOut })
  }

  /** Steps behind a run when it first reads one of these records; null: it never does. */
  firstReadOf(records: ReadonlySet<number>): number | null {
    const { slots, ordinals } = this.#arrays
    let first: number | null = null
    for (let at = 0; at < slots.length; at += 3)
      if (records.has(ordinals[slots[at + 2]!]!)) first = Math.min(first ?? Infinity, slots[at]!)
    return first
  }

  /** Every sequence, with the record it is of. */
  *sequences(): Generator<{ ordinal: number; ids: readonly number[] }> {
    for (const [sequence, ordinal] of this.#arrays.ordinals.entries())
      yield { ordinal, ids: this.#sequence(sequence).ids }
  }

  /** Whether one of these records is measured with. */
  measuresWith(records: ReadonlySet<number>): boolean {
    const { keptOut, ordinals } = this.#arrays
    return keptOut.some((sequence) => records.has(ordinals[sequence]!))
  }

  /**
   * By ordinal, what is recited of each record that some step learns from: its sequences with the places
   * that are asked about. What was taken out is not there.
   */
  learnedRecords(): Map<number, { ids: number[]; places: number[] }[]> {
    const { slots, ordinals, starts, answers } = this.#arrays
    const read = new Set<number>()
    for (let at = 2; at < slots.length; at += 3) read.add(slots[at]!)
    const records = new Map<number, { ids: number[]; places: number[] }[]>()
    for (const [index, ordinal] of ordinals.entries()) {
      const { ids, weights } = this.#sequence(index)
      if (!read.has(index) || !weights.includes(1)) continue
      const places = ids.flatMap((_, place) =>
        place > 0 && answers[starts[index]! + place] === 1 ? [place] : []
      )
      if (places.length === 0) continue
      const known = records.get(ordinal) ?? []
      records.set(ordinal, known)
      known.push({ ids: [...ids], places })
    }
    return records
  }

  /** What a step learns from. */
  batchesOf(step: number): SequenceBatch[] {
    const slots: Slot[] = []
    for (let at = this.#firstSlots[step]!; at < this.#firstSlots[step + 1]!; at++) {
      const [of, row, sequence] = this.#arrays.slots.subarray(3 * at, 3 * at + 3)
      slots.push({ step: of!, row: row!, sequence: sequence! })
    }
    return batchesOfStep(slots, (it) => this.#read(it, step), this.facts.rowsOfPart)
  }

  /** What is measured with, in batches of the plan's size. */
  evaluationBatches(): SequenceBatch[] {
    const { rowsOfPart, time } = this.facts
    const lengthOf = (sequence: number): number => this.#lengthOf(sequence)
    const sizes = { rows: rowsOfPart, time }
    const { slots, steps } = packEpoch([...this.#arrays.keptOut], lengthOf, sizes, 0)
    return Array.from({ length: steps }, (_, step) => {
      const ofStep = slots.filter((slot) => slot.step === step)
      return batchesOfStep(ofStep, (it) => this.#read(it, evaluationStep), rowsOfPart)[0]!
    })
  }

  /** As it is read in a step: with the gaps of that step, where there are any. */
  #read(index: number, step: number): WeightedSequence {
    const sequence = this.#sequence(index)
    const { masking } = this.facts
    if (!masking) return sequence
    const place = { step, ordinal: this.#arrays.ordinals[index]!, piece: this.#pieces[index]! }
    return withGaps(sequence.ids, sequence.weights, place, masking)
  }

  #lengthOf(sequence: number): number {
    const { starts } = this.#arrays
    return starts[sequence + 1]! - starts[sequence]!
  }

  #sequence(sequence: number): WeightedSequence {
    const { starts, ids, weights } = this.#arrays
    const [from, to] = [starts[sequence]!, starts[sequence + 1]!]
    return { ids: [...ids.subarray(from, to)], weights: [...weights.subarray(from, to)] }
  }

  #recordPlans(
    records: readonly RecordToLearn[],
    keptOut: ReadonlySet<RecordToLearn>
  ): RecordPlan[] {
    const { slots, ordinals } = this.#arrays
    const steps = new Map<number, number[]>(records.map(({ ordinal }) => [ordinal, []]))
    const tokens = new Map<number, number>()
    for (let at = 0; at < slots.length; at += 3)
      steps.get(ordinals[slots[at + 2]!]!)!.push(slots[at]!)
    for (const [sequence, ordinal] of ordinals.entries())
      tokens.set(ordinal, (tokens.get(ordinal) ?? 0) + this.#lengthOf(sequence))
    return records.map((record) => ({
      ordinal: record.ordinal,
      isKeptOut: keptOut.has(record),
      tokens: tokens.get(record.ordinal)!,
      steps: steps.get(record.ordinal)!
    }))
  }
}

/** Sequences as they come. */
class Gathered {
  readonly #ids: number[] = []
  readonly #weights: number[] = []
  readonly #answers: number[] = []
  readonly #starts: number[] = [0]
  readonly #ordinals: number[] = []
  readonly #byOrdinal = new Map<number, number[]>()

  add(ordinal: number, { ids, weights, answers }: TokenSequence): void {
    for (const id of ids) this.#ids.push(id)
    for (const answer of answers) this.#answers.push(answer)
    for (const weight of weights) this.#weights.push(weight)
    const sequence = this.#ordinals.push(ordinal) - 1
    this.#starts.push(this.#ids.length)
    const known = this.#byOrdinal.get(ordinal)
    if (known) known.push(sequence)
    else this.#byOrdinal.set(ordinal, [sequence])
  }

  of(ordinal: number): readonly number[] {
    return this.#byOrdinal.get(ordinal) ?? []
  }

  readonly lengthOf = (sequence: number): number =>
    this.#starts[sequence + 1]! - this.#starts[sequence]!

  arrays(slots: readonly Slot[], keptOut: readonly number[]): PlanArrays {
    const flat = new Int32Array(3 * slots.length)
    for (const [at, { step, row, sequence }] of slots.entries())
      flat.set([step, row, sequence], 3 * at)
    return {
      ids: Int32Array.from(this.#ids),
      weights: Uint8Array.from(this.#weights),
      starts: Int32Array.from(this.#starts),
      ordinals: Int32Array.from(this.#ordinals),
      slots: flat,
      keptOut: Int32Array.from(keptOut),
      answers: Uint8Array.from(this.#answers)
    }
  }
}

function maskingOf(
  { tokenizer }: ModelText,
  seed: number,
  gaps: Pick<Masking, 'wholeWords'>
): Masking {
  const { maskId, vocabularySize } = tokenizer!
  return { seed, maskId: maskId!, vocabularySize, wholeWords: gaps.wholeWords }
}

/** Where the slots of each step begin, and the end. */
function firstSlots(slots: Int32Array, steps: number): Int32Array {
  const counts = new Int32Array(steps + 1)
  for (let at = 0; at < slots.length; at += 3) counts[slots[at]! + 1]!++
  for (let step = 0; step < steps; step++) counts[step + 1]! += counts[step]!
  return counts
}
