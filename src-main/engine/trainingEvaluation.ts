// How well a model that is being trained does on records that were kept out: which of its states is the
// best so far, and whether it still gets better. A run that goes on decides the same again.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeFileAtomically } from '../formats/atomicFile'
import { readFloatTensor } from '../formats/floatTensor'
import { readSafetensorsFile, writeSafetensors } from '../formats/safetensors'
import type { TensorRequirement } from '../models/architecture'
import type { ParameterValues } from '../models/trainingRunner'
import { tensorOf, type BestState } from '../training/checkpoint'
import { runFiles } from './trainingFolder'

const evaluationsSchema = z.array(z.object({ step: z.int(), loss: z.number() }))
type Evaluation = z.infer<typeof evaluationsSchema>[number]

export class Evaluations {
  readonly #folder: string
  readonly #list: Evaluation[]

  private constructor(folder: string, list: Evaluation[]) {
    this.#folder = folder
    this.#list = list
  }

  /** Those of a run that stands at `step`: what was found beyond it is found again. */
  static async read(folder: string, step: number): Promise<Evaluations> {
    const text = await readFile(join(folder, runFiles.evaluations), 'utf8').catch(() => '[]')
    const all = evaluationsSchema.parse(JSON.parse(text))
    return new Evaluations(
      folder,
      all.filter((it) => it.step <= step)
    )
  }

  get best(): Evaluation | null {
    return this.#list.reduce<Evaluation | null>(
      (best, it) => (best === null || it.loss < best.loss ? it : best),
      null
    )
  }

  has(step: number): boolean {
    return this.#list.some((it) => it.step === step)
  }

  /** Evaluations since the best one. */
  get sinceBest(): number {
    const { best } = this
    return best === null ? 0 : this.#list.filter((it) => it.step > best.step).length
  }

  /** Keeps it, and the state if it is the best. Returns whether it is. */
  async add(
    evaluation: Evaluation,
    shapes: readonly TensorRequirement[],
    values: ParameterValues,
    keepBest: boolean
  ): Promise<boolean> {
    const isBest = evaluation.loss < (this.best?.loss ?? Infinity)
    if (isBest && keepBest)
      await writeSafetensors(
        join(this.#folder, runFiles.best),
        shapes.map(({ name, shape }) => tensorOf(name, shape, values.get(name)!))
      )
    this.#list.push(evaluation)
    await this.writeTo(this.#folder)
    return isBest
  }

  /** So that the run of that folder goes on from them. */
  async writeTo(folder: string): Promise<void> {
    const text = Buffer.from(JSON.stringify(this.#list))
    await writeFileAtomically(join(folder, runFiles.evaluations), async (handle) => {
      await handle.write(text)
    })
  }

  /** The best so far as a checkpoint holds it; null: there is none. Throws as `bestValues`. */
  async bestState(shapes: readonly TensorRequirement[]): Promise<BestState | null> {
    const { best, sinceBest: worseSince } = this
    return best && { ...best, worseSince, values: await this.bestValues(shapes) }
  }

  /** Of the best state; there is one once something was added with `keepBest`. */
  async bestValues(shapes: readonly TensorRequirement[]): Promise<ParameterValues> {
    const { entries } = await readSafetensorsFile(join(this.#folder, runFiles.best))
    const values = new Map<string, Float32Array>()
    for (const { name } of shapes) values.set(name, await readFloatTensor(entries.get(name)!))
    return values
  }
}
