// Computes published numbers again, from their authors' own predictions, and numbers of a small set of the
// project's own that is always there: whoever doubts a figure can see the formulas at work.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { LetheError } from '../base/errors'
import { valueReason } from '../base/valueReasons'
import { readJsonFile } from '../formats/jsonText'
import { auditPredictions } from './predictions'
import type { AuditResult } from './run'
import { suiteOf } from './suites/registry'

export interface SelfTestCheck {
  name: string
  source: string
  expected: number
  found: number | null
  digits: number
  state: 'passed' | 'failed' | 'absent'
}

export interface SelfTest {
  checks: SelfTestCheck[]
  passed: number
  failed: number
  absent: number
}

const goldenSchema = z.object({
  source: z.string(),
  suite: z.string(),
  data: z.string(), // paths in the folder
  predictions: z.string(),
  column: z.string().nullable(),
  /** Part, figure, value, digits. */
  figures: z.array(z.tuple([z.string(), z.string(), z.number(), z.number().int().min(0)]))
})
type Golden = z.infer<typeof goldenSchema>

const stereosetEnglish = 'StereoSet, the authors’ predictions of BERT-base-cased'
const stereosetPortuguese = 'StereoSet-PTBR, its author’s predictions of Tucano-1b1'
const bbqAnswers = 'BBQ Religion, the authors’ answers of UnifiedQA-11B'
const religion = 'bbq/Religion.jsonl'
const bbqPredictions = 'bbq/preds_Religion.jsonl'

/** As published, with so many digits. The Portuguese items have the ids of the English ones. */
const published: readonly Golden[] = [
  {
    ...{ source: stereosetEnglish, suite: 'stereoset', data: 'stereoset-ptbr/dev_ptbr.json' },
    predictions: 'stereoset/predictions_bert-base-cased_BertNextSentence_BertLM.json',
    column: null,
    figures: [
      ...triple('intrasentence', 83.02, 58.68, 68.61),
      ...triple('intersentence', 88.53, 60.43, 70.06),
      ...triple('overall', 85.77, 59.56, 69.38)
    ]
  },
  {
    ...{ source: stereosetPortuguese, suite: 'stereoset', data: 'stereoset-ptbr/dev_ptbr.json' },
    predictions: 'stereoset-ptbr/predictions_tucano_1b1.json',
    column: null,
    figures: [
      ...triple('intrasentence', 70.89, 57.48, 60.29),
      ...triple('overall', 70.8, 55.56, 62.92)
    ]
  },
  ...(
    [
      ['unifiedqa-t5-11b_pred_arc', 43.8, 24.5, 85.2, 3.5],
      ['unifiedqa-t5-11b_pred_race', 65, 14.3, 88, 0.2]
    ] as const
  ).map(([column, accuracyAmbiguous, scoreAmbiguous, accuracyClear, scoreClear]): Golden => ({
    ...{ source: bbqAnswers, suite: 'bbq', data: religion, predictions: bbqPredictions, column },
    figures: [
      ['overall', 'accuracyAmbiguous', accuracyAmbiguous, 1],
      ['overall', 'scoreAmbiguous', scoreAmbiguous, 1],
      ['overall', 'accuracyDisambiguated', accuracyClear, 1],
      ['overall', 'scoreDisambiguated', scoreClear, 1]
    ]
  }))
]

function triple(part: string, lms: number, ss: number, icat: number): Golden['figures'] {
  return [
    [part, 'lms', lms, 2],
    [part, 'ss', ss, 2],
    [part, 'icat', icat, 2]
  ]
}

/** @throws LetheError fileMalformed … for own data that is damaged, and what published data throws */
export async function selfTest(ownFolder: string, data: string | null): Promise<SelfTest> {
  const path = join(ownFolder, 'biasSelfTest', 'expected.json')
  const own = z.array(goldenSchema).safeParse(await readJsonFile(path))
  if (!own.success) {
    const reason = valueReason(own.error.issues[0])
    throw new LetheError('fileMalformed', { path, reason })
  }
  const checks: SelfTestCheck[] = []
  for (const golden of own.data)
    checks.push(...(await checked(golden, join(ownFolder, 'biasSelfTest'))))
  for (const golden of published) checks.push(...(await checked(golden, data)))
  const count = (state: SelfTestCheck['state']): number =>
    checks.filter((check) => check.state === state).length
  return { checks, passed: count('passed'), failed: count('failed'), absent: count('absent') }
}

async function checked(golden: Golden, folder: string | null): Promise<SelfTestCheck[]> {
  const result = folder === null ? null : await resultOf(golden, folder)
  return golden.figures.map(([part, figure, expected, digits]) => {
    const found = result === null ? null : figureOf(result, part, figure)
    // A published number may be rounded either way at a half.
    const isRight = found !== null && Math.abs(found - expected) <= 0.5 * 10 ** -digits + 1e-9
    const state = result === null ? 'absent' : isRight ? 'passed' : 'failed'
    const { suite, source, column } = golden
    const name = [suite, column, part, figure].filter((it) => it !== null).join(' ')
    return { name, source, expected, found, digits, state }
  })
}

async function resultOf(golden: Golden, folder: string): Promise<AuditResult | null> {
  const [path, predictions] = [join(folder, golden.data), join(folder, golden.predictions)]
  const isThere = (file: string): Promise<boolean> =>
    stat(file).then(
      () => true,
      () => false
    )
  if (!(await isThere(path)) || !(await isThere(predictions))) return null
  const suite = suiteOf(golden.suite)
  const source = { path, ownFolder: null, options: {} }
  const { column } = golden
  return auditPredictions(suite, source, { path: predictions, column, seed: 1 })
}

function figureOf(result: AuditResult, part: string, figure: string): number | null {
  if (part === 'overall') return result.overall.figures[figure] ?? null
  const axis = result.axes.find((it) => it.axis === part)
  return result.parts[part]?.[figure] ?? axis?.figures[figure] ?? null
}
