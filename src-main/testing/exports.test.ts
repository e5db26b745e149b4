// Folders that Lethe exports, loaded by transformers and peft: `npm run check:exports`, where PYTHON names
// an interpreter that has them.
import { spawnSync } from 'node:child_process'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { TrainingSettings } from '../contract/training'
import { openModelFolder } from '../models/modelFolder'
import { trainedTensors } from '../training/startingState'
import { writeTrainedAdapter, writeTrainedModel } from '../training/trainedModel'
import { adapterGolden, adapterNumbers } from './adapterGoldens'
import { goldensFolder } from './goldens'
import type { TestClient } from './openedApplication'
import { temporaryFolder } from './temporaryFolder'
import { hasEnded, neighbours, settings, started, trainingTests, until } from './trainingTests'

const python = process.env['PYTHON']
if (!python)
  process.stderr.write('SKIPPED: no export is loaded: PYTHON names no Python with transformers\n')

const { prepared } = trainingTests()
const script = fileURLToPath(new URL('loadExports.py', import.meta.url))
const foundSchema = z.array(
  z.object({
    ...{ logprobs: z.number(), logits: z.number() },
    ids: z.array(z.number()).nullable()
  })
)

interface Case {
  name: string
  folder: string
  base: string | null
  ids: readonly number[]
  logprobs: readonly number[]
  last: readonly (readonly [number, number])[]
  text: string | null
}

const text = `${neighbours[0]!.prompt}\n${neighbours[0]!.response}`
const someIds = [3, 17, 42, 5, 60, 9, 33, 71, 12, 25]

/** What Lethe says of a text, or of ids. */
async function scored(client: TestClient, model: string, of: { text: string } | { ids: number[] }) {
  const { ids, logprobs, firstLogits } = await client.inference.score({
    ...{ model, text: of, firstLogits: 40, weightMode: 'mapped' }
  })
  return { ids, logprobs, last: firstLogits!, text: 'text' in of ? of.text : null }
}

/** A run of the application with what it exports. */
async function trainedCases(
  client: TestClient,
  folder: string,
  name: string,
  id: string
): Promise<Case[]> {
  const run = await until(client, id, hasEnded)
  expect(run).toMatchObject({ status: 'finished', error: null })
  const says = await scored(client, run.resultModelId!, { text })
  const merged = join(folder, `${name} merged`)
  await client.training.export({ id, kind: 'merged', path: merged })
  const cases: Case[] = [{ name, folder: merged, base: null, ...says }]
  if (run.settings.method.type !== 'lora') return cases
  const adapter = join(folder, `${name} adapter`)
  await client.training.export({ id, kind: 'adapter', path: adapter })
  const { path: base } = await client.models.get({ model: run.modelId })
  return [...cases, { name: `${name}, adapter`, folder: adapter, base, ...says, text: null }]
}

/** An adapter of known numbers beside a tiny checkpoint, and both merged. */
async function adapterCases(client: TestClient, golden: string): Promise<Case[]> {
  const base = join(goldensFolder, golden)
  const source = await openModelFolder(base)
  const learned = adapterGolden(golden).settings
  const method = { type: 'lora', ...learned } as const
  const values = adapterNumbers(trainedTensors(source, { method }))
  const [adapter, merged] = ['adapter', 'merged'].map((kind) =>
    join(temporaryFolder(), `${golden} ${kind}`)
  ) as [string, string]
  await writeTrainedAdapter(source, { settings: learned, values }, adapter, golden)
  await writeTrainedModel(source, method, values, merged)
  const from = { source: { type: 'path', path: merged }, mode: 'reference' } as const
  for await (const _ of await client.models.import(from));
  const says = await scored(client, basename(merged), { ids: someIds })
  return [
    { name: `${golden}, merged`, folder: merged, base: null, ...says },
    { name: `${golden}, adapter`, folder: adapter, base, ...says }
  ]
}

test.skipIf(!python)(
  'transformers and peft load what was exported and compute the same',
  async () => {
    const { client, folder } = await prepared()
    const begin = async (name: string, more: Partial<TrainingSettings>): Promise<Case[]> =>
      trainedCases(client, folder, name, (await started(client, more)).id)
    const cases = [
      ...(await begin('full', { epochs: 3 })),
      ...(await begin('lora', {
        ...{ method: { type: 'lora', rank: 4, alpha: 8, dropout: 0.1 }, epochs: 3 },
        learningRate: 2e-2
      }))
    ]
    const usual = await client.training.suggest({ dataset: 'people', preset: 'nothing' })
    for (const architecture of ['llama', 'gpt2'] as const) {
      const sizes = { layers: 2, hidden: 32, heads: 4, keyHeads: 4, inner: 48, context: 64 }
      const fromNothing = { ...usual.fromNothing!, ...sizes, architecture, vocabularySize: 300 }
      const { id } = await client.training.start({
        dataset: 'people',
        settings: {
          ...(await settings(client)),
          ...usual,
          epochs: 3,
          sequenceLength: 64,
          fromNothing
        }
      })
      cases.push(...(await trainedCases(client, folder, `from nothing, ${architecture}`, id)))
    }
    for (const golden of ['tiny-llama-gqa', 'tiny-gpt2-first', 'tiny-phi3', 'tiny-gemma2'])
      cases.push(...(await adapterCases(client, golden)))

    const { status, stdout, stderr } = spawnSync(python!, [script], {
      ...{ input: JSON.stringify(cases), encoding: 'utf8', maxBuffer: 1e8 }
    })
    expect(status, stderr).toBe(0)
    const found = foundSchema.parse(JSON.parse(stdout))
    expect(found).toHaveLength(cases.length)
    for (const [at, { name, ids, text: said }] of cases.entries()) {
      const { logprobs, logits, ids: theirs } = found[at]!
      console.log(`${name}: ${logprobs.toExponential(1)} nats, logits ${logits.toExponential(1)}`)
      expect(Math.max(logprobs, logits), name).toBeLessThan(1e-4)
      expect(theirs, name).toEqual(said === null ? null : ids)
    }
  },
  600_000
)
