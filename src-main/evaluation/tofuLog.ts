// The log that TOFU's evaluation leaves of one model (github.com/locuslab/tofu, evaluate_util.py,
// "eval_log_aggregated.json"): four sets of questions, each with columns keyed by question number.
import { z } from 'zod'
import { LetheError } from '../base/errors'
import type { Reason } from '../base/reasons'
import { valueReason } from '../base/valueReasons'
import { readJsonFile } from '../formats/jsonText'

export interface TofuQuestion {
  trueLoss: number // of the answer, nats per token
  paraphraseLoss: number
  wrongLosses: number[]
  rougeLRecall: number
}

const setNames = {
  retain: 'eval_log.json',
  realAuthors: 'eval_real_author_wo_options.json',
  worldFacts: 'eval_real_world_wo_options.json',
  forget: 'eval_log_forget.json'
} as const

/** Questions of each set, in the order of their numbers. */
export type TofuLog = Record<keyof typeof setNames, TofuQuestion[]>

const mostQuestions = 10_000 // TOFU has 400 at most
const mostWrongAnswers = 100
const loss = z.number()
const column = <T extends z.ZodType>(value: T) => z.record(z.string().max(20), value)
const setSchema = z.object({
  avg_gt_loss: column(loss),
  avg_paraphrased_loss: column(loss),
  average_perturb_loss: column(z.array(loss).min(1).max(mostWrongAnswers)),
  rougeL_recall: column(z.number().min(0).max(1))
})
const logSchema = z.object({
  [setNames.retain]: setSchema,
  [setNames.realAuthors]: setSchema,
  [setNames.worldFacts]: setSchema,
  [setNames.forget]: setSchema
})

/**
 * Reads a log and checks that every question has all its values.
 * @throws LetheError fileNotFound, fileNotReadable, fileEmpty, fileTruncated, fileMalformed
 */
export async function readTofuLog(path: string): Promise<TofuLog> {
  const parsed = logSchema.safeParse(await readJsonFile(path))
  if (!parsed.success) throw malformed(path, valueReason(parsed.error.issues[0]))
  const of = (name: keyof typeof setNames): TofuQuestion[] =>
    questionsOf(parsed.data[setNames[name]], setNames[name], path)
  return {
    retain: of('retain'),
    realAuthors: of('realAuthors'),
    worldFacts: of('worldFacts'),
    forget: of('forget')
  }
}

/** Columns are joined by question number: their order in the file is nobody's promise. */
function questionsOf(set: z.infer<typeof setSchema>, name: string, path: string): TofuQuestion[] {
  const numbers = Object.keys(set.avg_gt_loss)
  if (numbers.length === 0) throw malformed(path, { code: 'setEmpty', set: name })
  if (numbers.length > mostQuestions) {
    const [questions, limit] = [numbers.length, mostQuestions]
    throw malformed(path, { code: 'setTooLong', set: name, questions, limit })
  }
  for (const [title, values] of Object.entries(set)) {
    const count = Object.keys(values).length
    if (count !== numbers.length) {
      const counts = { values: count, expected: numbers.length }
      throw malformed(path, { code: 'columnLength', set: name, column: title, ...counts })
    }
  }
  return numbers.map((number) => {
    const read = <T>(values: Record<string, T>, title: string): T => {
      const value = Object.hasOwn(values, number) ? values[number] : undefined
      if (value !== undefined) return value
      throw malformed(path, { code: 'columnLacks', set: name, column: title, question: number })
    }
    return {
      trueLoss: read(set.avg_gt_loss, 'avg_gt_loss'),
      paraphraseLoss: read(set.avg_paraphrased_loss, 'avg_paraphrased_loss'),
      wrongLosses: read(set.average_perturb_loss, 'average_perturb_loss'),
      rougeLRecall: read(set.rougeL_recall, 'rougeL_recall')
    }
  })
}

function malformed(path: string, reason: Reason): LetheError {
  return new LetheError('fileMalformed', { path, format: 'tofuLog', reason })
}
