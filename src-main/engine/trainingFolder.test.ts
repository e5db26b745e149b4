// An engine whose owner was followed by another keeps nothing; what a killed one left half-written goes.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporaryFolder'
import { checkFence, removeHalfWritten, runFiles } from './trainingFolder'

test('an owner of a higher number ends the engines of those before it', async () => {
  const folder = temporaryFolder()
  await checkFence(folder, 3)
  writeFileSync(join(folder, runFiles.fence), '3')
  await checkFence(folder, 3)
  writeFileSync(join(folder, runFiles.fence), '4')
  await expect(checkFence(folder, 3)).rejects.toMatchObject({ code: 'engineLost' })
})

test('files and folders under temporary names are removed, and nothing else', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, '.state.safetensors.0a1b2c.tmp'), 'half')
  mkdirSync(join(folder, '.made.0a1b2c.tmp'))
  writeFileSync(join(folder, runFiles.state), 'whole')
  await removeHalfWritten(folder)
  expect(readdirSync(folder)).toEqual([runFiles.state])
})
