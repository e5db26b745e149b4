// What a model that is being trained does on records that were kept out, on the disk: every evaluation,
// and the values of the best one. A run that goes on decides the same again.
import { join } from 'node:path'
import { z } from 'zod'
import { LetheError } from '../base/errors'
import { writeFileAtomically } from '../base/atomicFile'
import { readFloatTensor } from '../formats/floatTensor'
import { readIfThere } from '../formats/jsonText'
import { readSafetensorsFile, writeSafetensors } from '../formats/safetensors'
import type { TensorRequirement } from '../models/architecture'
import type { ParameterValues } from '../models/trainingRunner'
import { tensorOf, type BestState } from '../training/checkpoint'
import {
  bestEvaluation,
  isOutOfPatience,
  type Evaluation,
  type EvaluationRule
} from '../training/keepBest'
import { runFiles } from './trainingFolder'

const evaluationsSchema = z.array(z.object({ step: z.int(), loss: z.number() }))

export class Evaluations {
  readonly #folder: string
  readonly #list: Evaluation[]

  private constructor(folder: string, list: Evaluation[]) {
    this.#folder = folder
    this.#list = list
  }

  /**
   * Those of a run that stands at `step`: what was found beyond it is found again.
   * @throws LetheError fileMalformed, and what reading throws; a file that is not there yet is none
   */
  static async read(folder: string, step: number): Promise<Evaluations> {
    const all = await readEvaluations(join(folder, runFiles.evaluations))
    return new Evaluations(
      folder,
      all.filter((it) => it.step <= step)
    )
  }

  get best(): Evaluation | null {
    return bestEvaluation(this.#list)
  }

  has(step: number): boolean {
    return this.#list.some((it) => it.step === step)
  }

  isOver(rule: Pick<EvaluationRule, 'patience'>): boolean {
    return isOutOfPatience(this.#list, rule)
  }

  isBest({ loss }: Evaluation): boolean {
    return loss < (this.best?.loss ?? Infinity)
  }

  /** Over the best until then: the state that these belong to is safe already. Before `add`. */
  async keepBest(shapes: readonly TensorRequirement[], values: ParameterValues): Promise<void> {
    await writeSafetensors(
      join(this.#folder, runFiles.best),
      shapes.map(({ name, shape }) => tensorOf(name, shape, values.get(name)!))
    )
  }

  async add(evaluation: Evaluation): Promise<void> {
    this.#list.push(evaluation)
    await this.writeTo(this.#folder)
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
    const { best } = this
    return best && { ...best, values: await this.bestValues(shapes) }
  }

  /** Of the best state; there is one once something was kept with `keepBest`. */
  async bestValues(shapes: readonly TensorRequirement[]): Promise<ParameterValues> {
    const { entries } = await readSafetensorsFile(join(this.#folder, runFiles.best))
    const values = new Map<string, Float32Array>()
    for (const { name } of shapes) values.set(name, await readFloatTensor(entries.get(name)!))
    return values
  }
}

async function readEvaluations(path: string): Promise<Evaluation[]> {
  const bytes = await readIfThere(path)
  if (!bytes) return []
  try {
    return evaluationsSchema.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    throw new LetheError('fileMalformed', { path, reason: { code: 'notACheckpoint' } })
  }
}
