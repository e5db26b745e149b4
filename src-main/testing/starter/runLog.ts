// What a training says of its steps, one line each, so that a run that was stopped or killed goes on
// with the lines up to its last kept state.
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { writeFileAtomically, writeFully } from '../../base/atomicFile'

const lineSchema = z.object({
  /** Steps behind it. */
  step: z.int(),
  loss: z.number().optional(), // nats per token
  validation: z.number().optional(), // of the held-out answers
  durationMs: z.number()
})
type Line = z.infer<typeof lineSchema>

export interface CurvePoint {
  readonly step: number
  readonly lossNatsPerToken: number
  readonly validationLossNatsPerToken?: number
}

export class RunLog {
  private constructor(
    private readonly path: string,
    private lines: Line[]
  ) {}

  /** Lines after `step` are dropped: those steps are made again. */
  static async open(path: string, step: number): Promise<RunLog> {
    const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
    // A killed process may have left half a line.
    const whole = text.slice(0, text.lastIndexOf('\n') + 1).split('\n')
    const lines = whole
      .filter((line) => line !== '')
      .map((line) => lineSchema.parse(JSON.parse(line)))
      .filter((line) => line.step <= step)
    const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    await writeFileAtomically(path, (handle) => writeFully(handle, bytes, 0))
    return new RunLog(path, lines)
  }

  add(line: Line): void {
    this.lines.push(line)
    appendFileSync(this.path, `${JSON.stringify(line)}\n`)
  }

  get durationMs(): number {
    return this.lines.reduce((sum, { durationMs }) => sum + durationMs, 0)
  }

  lastValidation(): { step: number; validation: number } | null {
    const last = this.lines.findLast(({ validation }) => validation !== undefined)
    return last ? { step: last.step, validation: last.validation! } : null
  }

  /** Means of so many steps each. */
  curve(everySteps: number): CurvePoint[] {
    const points = new Map<number, { losses: number[]; validation?: number }>()
    for (const { step, loss, validation } of this.lines) {
      const end = Math.ceil(step / everySteps) * everySteps
      const point = points.get(end) ?? { losses: [] }
      if (loss !== undefined) point.losses.push(loss)
      if (validation !== undefined) point.validation = validation
      points.set(end, point)
    }
    return [...points].map(([end, { losses, validation }]) => ({
      step: Math.min(end, this.lines.at(-1)!.step),
      lossNatsPerToken: rounded(losses.reduce((sum, loss) => sum + loss, 0) / losses.length, 4),
      ...(validation !== undefined && { validationLossNatsPerToken: rounded(validation, 4) })
    }))
  }
}

export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
