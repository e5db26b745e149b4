// The log that TOFU's evaluation leaves of one model (github.com/locuslab/tofu, evaluate_util.py,
// "eval_log_aggregated.json"): four sets of questions, each with columns keyed by question number.
import { z } from 'zod'
import { LetheError } from '../base/errors'
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
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const place = issue?.path.map(String).join(' → ') ?? ''
    const what = place === '' ? '' : `${place}: `
    throw malformed(path, `not an evaluation log of TOFU: ${what}${issue?.message ?? ''}`)
  }
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
  if (numbers.length === 0) throw malformed(path, `${name} has no questions`)
  if (numbers.length > mostQuestions) {
    throw malformed(
      path,
      `${name} has ${numbers.length} questions; at most ${mostQuestions} are read`
    )
  }
  for (const [title, values] of Object.entries(set)) {
    const count = Object.keys(values).length
    if (count !== numbers.length) {
      const counts = `${count} values, avg_gt_loss ${numbers.length}`
      throw malformed(path, `in ${name} ${title} has ${counts}`)
    }
  }
  return numbers.map((number) => {
    const read = <T>(values: Record<string, T>, title: string): T => {
      const value = Object.hasOwn(values, number) ? values[number] : undefined
      if (value !== undefined) return value
      throw malformed(path, `${name} has no ${title} for question ${number}`)
    }
    return {
      trueLoss: read(set.avg_gt_loss, 'avg_gt_loss'),
      paraphraseLoss: read(set.avg_paraphrased_loss, 'avg_paraphrased_loss'),
      wrongLosses: read(set.average_perturb_loss, 'average_perturb_loss'),
      rougeLRecall: read(set.rougeL_recall, 'rougeL_recall')
    }
  })
}

function malformed(path: string, reason: string): LetheError {
  return new LetheError('fileMalformed', { path, reason })
}
