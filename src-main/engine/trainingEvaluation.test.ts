// Evaluations and the best state on the disk: what a run that goes on finds there, and what is refused.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporaryFolder'
import { Evaluations } from './trainingEvaluation'

const shapes = [{ name: 'weight', shape: [2] }]
const values = (first: number) => new Map([['weight', new Float32Array([first, 1])]])

test('one that goes on from an earlier state finds what was known there, and decides again', async () => {
  const folder = temporaryFolder()
  const first = await Evaluations.read(folder, 0)
  for (const [at, loss] of [3, 2, 4, 5].entries()) {
    const evaluation = { step: 4 * (at + 1), loss }
    if (first.isBest(evaluation)) await first.keepBest(shapes, values(loss))
    await first.add(evaluation)
  }
  expect(first.best).toEqual({ step: 8, loss: 2 })
  expect(first.isOver({ patience: 2 })).toBe(true)
  expect(await first.bestValues(shapes)).toEqual(values(2))

  const earlier = await Evaluations.read(folder, 13)
  expect([4, 8, 12, 16].map((step) => earlier.has(step))).toEqual([true, true, true, false])
  expect(earlier.isOver({ patience: 2 })).toBe(false)
  await earlier.add({ step: 16, loss: 5 })
  expect(earlier.isOver({ patience: 2 })).toBe(true)
})

test('a file that is there and cannot be read is no missing one', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'evaluations.json')
  mkdirSync(path)
  await expect(Evaluations.read(folder, 0)).rejects.toMatchObject({
    params: { reason: { by: 'system' } }
  })
  const other = temporaryFolder()
  writeFileSync(join(other, 'evaluations.json'), '[{"step":4')
  await expect(Evaluations.read(other, 0)).rejects.toMatchObject({ code: 'fileMalformed' })
})
