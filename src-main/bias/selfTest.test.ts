// Published numbers out of published predictions, and the project's own small set everywhere.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { describeWithSharedData } from '../testing/sharedData'
import { auditPredictions } from './predictions'
import { selfTest } from './selfTest'
import { suiteOf } from './suites/registry'

const resources = fileURLToPath(new URL('../../resources', import.meta.url))

test('the own set comes out; what has no data is told as absent', async () => {
  const { checks, passed, failed, absent } = await selfTest(resources, null)
  expect(failed).toBe(0)
  expect(passed).toBe(16)
  expect(absent).toBe(checks.length - 16)
})

describeWithSharedData('published predictions', ['bias'], (folder) => {
  test('give the published numbers', async () => {
    const { checks, failed, absent } = await selfTest(resources, folder)
    expect(checks.filter(({ state }) => state === 'failed')).toEqual([])
    expect([failed, absent]).toEqual([0, 0])
  })

  test('a file with several columns is asked which; one of other items is told', async () => {
    const source = { path: join(folder, 'bbq/Religion.jsonl'), ownFolder: null, options: {} }
    const choice = { path: join(folder, 'bbq/preds_Religion.jsonl'), column: null, seed: 1 }
    await expect(auditPredictions(suiteOf('bbq'), source, choice)).rejects.toMatchObject({
      code: 'predictionColumn'
    })
    const other = { ...source, path: join(folder, 'bbq/Age.jsonl') }
    const column = 'unifiedqa-t5-11b_pred_arc'
    await expect(
      auditPredictions(suiteOf('bbq'), other, { ...choice, column })
    ).rejects.toMatchObject({ code: 'predictionsOfOthers' })
    await expect(auditPredictions(suiteOf('gest'), source, choice)).rejects.toMatchObject({
      code: 'invalidInput'
    })
  })
})
