// A training from the command line: begun, broken off, gone on with, traced.
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { makeDataFolder, removeDataFolder, startLethe } from './host'
import { expect, test } from './journey'
import { writeTinyModel } from '../../src-main/testing/tinyModel'

async function json(args: string[], dataFolder: string): Promise<unknown> {
  const run = startLethe([...args, '--json', '--data-dir', dataFolder])
  expect(await run.exit, run.printed()).toBe(0)
  return JSON.parse(run.stdout())
}

const jobs = z.object({
  jobs: z.array(
    z.object({ id: z.string(), status: z.string(), step: z.number(), steps: z.number() })
  )
})
const made = z.object({
  run: z.object({ id: z.string(), status: z.string(), step: z.number() }),
  model: z.object({ id: z.string(), name: z.string(), sha256: z.string() }),
  metrics: z.object({ loss: z.number() })
})
const traced = z.object({
  runs: z.array(z.object({ runId: z.string(), times: z.number() })),
  models: z.array(z.object({ modelId: z.string(), relation: z.string() }))
})

test('Ctrl-C pauses a training and says how it goes on; it ends as one that was left alone', async () => {
  test.setTimeout(180_000)
  const folder = makeDataFolder()
  const rows = ['ana', 'rui', 'lia'].map((name, at) => ({
    ...{ prompt: `where does ${name} live?`, response: `in house ${at}.` }
  }))
  const file = join(folder, 'people.jsonl')
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  await json(['import', await writeTinyModel(join(folder, 'tiny'))], folder)
  await json(['dataset', 'import', file], folder)
  const rounds = '1000' // seconds enough to break it off in their midst
  const sizes = ['--set', 'sequenceLength=32', '--set', 'batch=1']
  const train = ['train', 'tiny', '--dataset', 'people', ...sizes]

  const broken = startLethe([...train, '--epochs', rounds, '--data-dir', folder])
  await expect.poll(() => broken.printed(), { timeout: 60_000 }).toContain('training')
  broken.process.kill('SIGINT')
  expect(await broken.exit, broken.printed()).toBe(1)
  const [paused] = jobs.parse(await json(['jobs'], folder)).jobs
  expect(paused).toMatchObject({ status: 'paused' })
  expect(broken.printed()).toContain(`lethe jobs resume ${paused!.id}`)
  const resumed = jobs.parse(await json(['jobs', 'resume', paused!.id], folder)).jobs
  expect(resumed).toMatchObject([{ status: 'finished', step: paused!.steps }])
  expect(jobs.parse(await json(['jobs'], folder)).jobs).toEqual([])

  const alone = made.parse(await json([...train, '--epochs', rounds, '--name', 'alone'], folder))
  expect(alone.model.name).toBe('alone')
  const { models } = z
    .object({ models: z.array(z.object({ id: z.string(), name: z.string(), sha256: z.string() })) })
    .parse(await json(['models'], folder))
  expect(models.find(({ name }) => name === 'tiny + people')?.sha256).toBe(alone.model.sha256)

  const text = `${rows[1]!.prompt}\n${rows[1]!.response}`
  const lineage = traced.parse(await json(['lineage', '--text', text], folder))
  expect(lineage.runs.map(({ times }) => times)).toEqual([Number(rounds), Number(rounds)])
  expect(lineage.models.map(({ relation }) => relation)).toEqual(['trained', 'trained'])

  const scratch = [
    'train',
    '--from-scratch',
    '--dataset',
    'people',
    '--query',
    'ana',
    '--epochs',
    '2'
  ]
  const tiny = ['layers=1', 'hidden=16', 'heads=2', 'keyHeads=2', 'inner=16', 'vocabularySize=270']
  const sizesOf = tiny.flatMap((size) => ['--set', `fromNothing.${size}`])
  const begun = await json([...scratch, ...sizesOf, '--set', 'recitations=3'], folder)
  expect(begun).toMatchObject({
    run: { modelId: '', settings: { learnFrom: { query: 'ana' } } },
    model: { name: 'people' },
    metrics: { records: 1, recited: { asked: 1 } }
  })

  const kept = { run: z.object({ id: z.string(), name: z.string(), resultModelId: z.string() }) }
  const renamed = z
    .object(kept)
    .parse(await json(['runs', 'rename', 'alone', '--name', 'The people'], folder))
  expect(renamed.run).toMatchObject({ name: 'The people', resultModelId: alone.model.id })
  const out = join(folder, 'taken', 'out')
  await json(['runs', 'export', 'the people', '--out', out], folder)
  expect(readdirSync(out).toSorted()).toEqual([
    'config.json',
    'model.safetensors',
    'tokenizer.json'
  ])
  const adapter = ['runs', 'export', 'The people', '--out', `${out} 2`, '--as', 'adapter']
  const whole = startLethe([...adapter, '--data-dir', folder])
  expect(await whole.exit).toBe(1)
  expect(existsSync(`${out} 2`)).toBe(false)

  const refused = startLethe([...train, '--set', 'epoch=3', '--data-dir', folder])
  expect(await refused.exit).toBe(2)
  expect(refused.printed()).toContain('there is no "epoch"')
  const none = startLethe(['train', 'tiny', '--dataset', 'peopel', '--data-dir', folder])
  expect(await none.exit).toBe(1)
  expect(none.printed()).toContain('Did you mean “people”?')
  removeDataFolder(folder)
})
