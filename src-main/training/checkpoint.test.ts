// A state comes back as it was kept; files that are no checkpoint of this run are refused; a process
// killed at any moment goes on from its last state to the same bytes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Reason } from '../base/reasons'
import { uniform } from '../base/random'
import { openModelFolder } from '../models/modelFolder'
import { readParameters } from '../models/parameters'
import { buildEntry } from '../testing/buildEntry'
import { goldensFolder } from '../testing/goldens'
import { temporaryFolder } from '../testing/temporaryFolder'
import { planOf } from '../testing/trainingPlans'
import { initialState, readCheckpoint, writeCheckpoint } from './checkpoint'

const modelFolder = join(goldensFolder, 'tiny-llama-linear')
const plan = planOf({ steps: 10, batch: 2, time: 24 })

test('a state comes back as it was kept', async () => {
  const opened = await openModelFolder(modelFolder)
  const { parameters } = initialState(await readParameters(opened))
  let count = 0
  for (const { first, second } of parameters.values()) {
    for (const place of first.keys()) first[place] = uniform(1, count++)
    for (const place of second.keys()) second[place] = uniform(2, count++)
  }
  const state = { step: 7, updates: 5, parameters }
  const path = join(temporaryFolder(), 'state.safetensors')
  await writeCheckpoint(path, plan, opened.model.tensors, state)
  expect(await readCheckpoint(path, plan, opened.model.tensors)).toEqual(state)
})

test('what is no checkpoint of this run is refused, and told why', async () => {
  const opened = await openModelFolder(modelFolder)
  const shapes = opened.model.tensors
  const folder = temporaryFolder()
  const path = join(folder, 'state.safetensors')
  await writeCheckpoint(path, plan, shapes, initialState(await readParameters(opened)))
  const refusal = (file: string, thePlan = plan, theShapes = shapes): Promise<unknown> =>
    readCheckpoint(file, thePlan, theShapes).then(
      () => null,
      (error: unknown) => error
    )
  const because = (reason: Reason): unknown =>
    expect.objectContaining({
      code: 'fileMalformed',
      params: expect.objectContaining({ reason }) as unknown
    })
  const other = { ...plan, learningRate: 1e-3 }
  expect(await refusal(path, other)).toEqual(because({ code: 'anotherPlan' }))
  const more = [...shapes, { name: 'more', shape: [2] }]
  expect(await refusal(path, plan, more)).toEqual(
    because({ code: 'tensorNotThere', tensor: 'values:more', shape: '[2]' })
  )
  const model = join(modelFolder, 'model.safetensors')
  expect(await refusal(model)).toEqual(because({ code: 'notACheckpoint' }))
  const cut = join(folder, 'cut.safetensors')
  copyFileSync(path, cut)
  truncateSync(cut, 5000)
  expect(await refusal(cut)).toMatchObject({ code: 'fileTruncated' })
  writeFileSync(cut, 'This is a letter.')
  expect(await refusal(cut)).toMatchObject({ params: { path: cut } })
})

test.each([
  ['the whole model', ''],
  ['adapters with dropout', 'adapters']
])(
  'killed at any moment %s: it goes on to the same bytes',
  { timeout: 240_000 },
  async (_, kind) => {
    const entry = fileURLToPath(
      await buildEntry(new URL('../testing/crashingTrainer.ts', import.meta.url))
    )
    const steps = 40
    const [undisturbed, disturbed] = ['whole', 'killed'].map(() =>
      join(temporaryFolder(), 'state.safetensors')
    ) as [string, string]

    /** Trains until the end, or `delayMs` after step `killedAt`; -1 when nothing was done. */
    const train = async (file: string, killedAt = Infinity, delayMs = 0): Promise<number> => {
      const child = spawn(process.execPath, [entry, modelFolder, file, `${steps}`, kind], {
        stdio: ['ignore', 'pipe', 'inherit']
      })
      let last = -1
      for await (const line of createInterface({ input: child.stdout })) {
        if (last < killedAt && Number(line) >= killedAt)
          setTimeout(() => child.kill('SIGKILL'), delayMs)
        last = Number(line)
      }
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      if (killedAt === Infinity) expect(child.exitCode).toBe(0)
      else expect(child.signalCode).toBe('SIGKILL')
      return last
    }

    expect(await train(undisturbed)).toBe(steps - 1)
    let kills = 0
    for (let killedAt = 3; killedAt < steps - 8; killedAt += 5) {
      await train(disturbed, killedAt, Math.floor(30 * uniform(9, kills++)))
      expect(existsSync(disturbed)).toBe(true)
    }
    expect(kills).toBeGreaterThanOrEqual(5)
    await train(disturbed)
    expect(readFileSync(disturbed).equals(readFileSync(undisturbed))).toBe(true)
    // What was being written when it was killed lies beside, under a name of its own.
    const others = readdirSync(dirname(disturbed)).filter((name) => !name.endsWith('.tmp'))
    expect(others).toEqual(['state.safetensors'])
  }
)
