import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { expectClose } from '../testing/closeTo'
import { readGolden } from '../testing/goldens'
import { describeWithSharedData } from '../testing/sharedData'
import { temporaryFolder } from '../testing/temporaryFolder'
import { scoreTofuFiles, type TofuModelScore } from './tofuScore'

const columns = z.record(
  z.string(),
  z.record(z.string(), z.union([z.number(), z.array(z.number())]))
)
const log = z.record(z.string(), columns)
const set = z.object({ probability: z.number(), rougeLRecall: z.number(), truthRatio: z.number() })
const sets = z.object({ retain: set, realAuthors: set, worldFacts: set, forget: set })
const golden = readGolden(
  'tofuLogs.json',
  z.object({
    unlearned: log,
    retain: log,
    result: z.object({
      ksStatistic: z.number(),
      pValue: z.number(),
      modelUtility: z.number(),
      retainModelUtility: z.number(),
      sets,
      retainSets: sets
    })
  })
)

function written(...values: unknown[]): string[] {
  const folder = temporaryFolder()
  return values.map((value, i) => {
    const path = join(folder, `${i}.json`)
    writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value))
    return path
  })
}

test('small logs score as the formulas of TOFU in numpy and scipy', async () => {
  const [unlearned, retain] = written(golden.unlearned, golden.retain)
  const found = await scoreTofuFiles(unlearned!, retain!)
  const { result } = golden
  expectClose(found.test.statistic, result.ksStatistic, 1e-12)
  expectClose(found.test.pValue, result.pValue, 1e-12)
  expect(found.forgetQuestions).toEqual({ unlearned: 9, retain: 9 })
  const models: [TofuModelScore, number, z.infer<typeof sets>][] = [
    [found.unlearned, result.modelUtility, result.sets],
    [found.retain, result.retainModelUtility, result.retainSets]
  ]
  for (const [model, utility, wanted] of models) {
    expectClose(model.modelUtility, utility, 1e-12)
    for (const name of ['retain', 'realAuthors', 'worldFacts', 'forget'] as const) {
      for (const key of ['probability', 'rougeLRecall', 'truthRatio'] as const) {
        expectClose(model[name][key], wanted[name][key], 1e-12)
      }
    }
  }
})

describe('a log that is not whole is refused by place', () => {
  const changed = (change: (made: typeof golden.unlearned) => void): unknown => {
    const copy = structuredClone(golden.unlearned)
    change(copy)
    return copy
  }
  const forget = 'eval_log_forget.json'
  const place = `${forget}.rougeL_recall`
  const bad: [reason: object, log: unknown][] = [
    [{ code: 'notJson' }, '{"eval_log.json": {"avg_gt_loss": {"0": NaN'],
    [{ code: 'notJson' }, JSON.stringify(golden.unlearned).replace('0.', 'Infinity, 0.')],
    [{ code: 'valueMissing', place: 'eval_log.json' }, {}],
    [{ code: 'valueKind', expected: 'object' }, []],
    [{ code: 'valueMissing', place }, changed((it) => delete it[forget]!['rougeL_recall'])],
    [
      { code: 'valueTooLarge', place: `${place}.3`, most: 1 },
      changed((it) => (it[forget]!['rougeL_recall']!['3'] = 1.5))
    ],
    [
      { code: 'valueTooShort', place: `${forget}.average_perturb_loss.2`, least: 1 },
      changed((it) => (it[forget]!['average_perturb_loss']!['2'] = []))
    ],
    [
      { code: 'columnLength', set: forget, column: 'avg_paraphrased_loss', values: 8, expected: 9 },
      changed((it) => delete it[forget]!['avg_paraphrased_loss']!['4'])
    ],
    [
      { code: 'columnLacks', set: forget, column: 'avg_paraphrased_loss', question: '4' },
      changed((it) => {
        const values = it[forget]!['avg_paraphrased_loss']!
        values['x'] = values['4']!
        delete values['4']
      })
    ],
    [
      { code: 'setEmpty', set: 'eval_log.json' },
      changed((it) => {
        const set = it['eval_log.json']!
        for (const name of Object.keys(set)) set[name] = {}
      })
    ],
    [
      { code: 'keyTwice', key: 'avg_gt_loss' },
      '{"eval_log.json":{"avg_gt_loss":{},"avg_gt_loss":{}}}'
    ]
  ]
  test.each(bad)('%o', async (reason, value) => {
    const [good, wrong] = written(golden.retain, value)
    const failed = {
      code: 'fileMalformed',
      params: { path: wrong, reason }
    }
    await expect(scoreTofuFiles(good!, wrong!)).rejects.toMatchObject(failed)
    await expect(scoreTofuFiles(wrong!, good!)).rejects.toMatchObject(failed)
  })
  test('or missing', async () => {
    const [good] = written(golden.retain)
    const nowhere = { code: 'fileNotFound', params: { path: '/no/such/log.json' } }
    await expect(scoreTofuFiles(good!, '/no/such/log.json')).rejects.toMatchObject(nowhere)
  })
})

describeWithSharedData(
  'the published logs of Llama-2-7B',
  [
    'unlearning/tofu-logs/ft_epoch5_lr1e-05_llama2-7b_full_wd0.01.eval_log_aggregated.json',
    'unlearning/tofu-logs/ft_epoch5_lr1e-05_llama2-7b_retain90_wd0.01.eval_log_aggregated.json'
  ],
  (full, retain90) => {
    test('give the published digits', async () => {
      const found = await scoreTofuFiles(full, retain90)
      expect(found.forgetQuestions).toEqual({ unlearned: 300, retain: 300 })
      expect(found.test.method).toBe('exact')
      expect(found.test.statistic.toFixed(6)).toBe('0.396667')
      expect(found.test.pValue.toPrecision(4)).toBe('1.834e-21')
      expect(found.unlearned.modelUtility.toFixed(6)).toBe('0.622677')
      expect(found.retain.modelUtility.toFixed(6)).toBe('0.613745')
      // From the table's four decimals.
      expect(found.unlearned.tableUtility.toFixed(6)).toBe('0.622684')
      expect(found.retain.tableUtility.toFixed(6)).toBe('0.613746')
      const digits = ({ probability, rougeLRecall, truthRatio }: z.infer<typeof set>): string =>
        [probability, rougeLRecall, truthRatio].map((it) => it.toFixed(4)).join(' ')
      expect(digits(found.unlearned.retain)).toBe('0.9895 0.9857 0.4747')
      expect(digits(found.unlearned.realAuthors)).toBe('0.4555 0.9330 0.5962')
      expect(digits(found.unlearned.worldFacts)).toBe('0.4186 0.8825 0.5390')
      expect(digits(found.unlearned.forget)).toBe('0.9909 0.9854 0.5160')
      expect(digits(found.retain.retain)).toBe('0.9889 0.9758 0.4710')
      expect(digits(found.retain.realAuthors)).toBe('0.4341 0.9230 0.5707')
      expect(digits(found.retain.worldFacts)).toBe('0.4143 0.8974 0.5442')
      expect(digits(found.retain.forget)).toBe('0.1476 0.4082 0.6740')
    })
  }
)
