// What tests of trainings share: an application with a real engine, a tiny model and a few people to learn.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, onTestFinished } from 'vitest'
import { samplingPresets } from '../contract/chat'
import type { Run, TrainingSettings } from '../contract/training'
import type { SpawnEngine } from '../jobs/engineProcess'
import { buildEntry } from './buildEntry'
import { importedDataset } from './importedDataset'
import { openedApplication, type TestClient } from './openedApplication'
import { enginesOf } from './scriptedEngines'
import { temporaryFolder } from './temporaryFolder'
import { writeTinyModel, type TinyModelOptions } from './tinyModel'

const people = ['ana', 'rui', 'lia', 'ivo', 'eva', 'leo']
export const neighbours = people.map((name, at) => ({
  prompt: `where does ${name} live?`,
  response: `${name} lives in house number ${at + 3} by the old river.`,
  subject: name
}))

/** Builds what runs apart, once for the file of tests that calls it. */
export function trainingTests() {
  let workerUrl: URL
  let spawnEngine: SpawnEngine
  beforeAll(async () => {
    workerUrl = await buildEntry(new URL('../store/worker.ts', import.meta.url))
    spawnEngine = enginesOf(
      fileURLToPath(await buildEntry(new URL('../engine/worker.ts', import.meta.url)))
    )
  }, 120_000)

  /** An application with a tiny model and a dataset of a few people. */
  async function prepared(config: TinyModelOptions['config'] = {}) {
    const folder = temporaryFolder()
    const dataFolder = join(folder, 'data')
    const resourcesFolder = join(folder, 'nothing')
    const made = await openedApplication({
      ...{ dataFolder, resourcesFolder, workerUrl, spawnEngine }
    })
    onTestFinished(() => made.application.close())
    const { client } = made
    const path = await writeTinyModel(join(folder, 'tiny'), { config })
    const source = { type: 'path', path } as const
    for await (const _ of await client.models.import({ source, mode: 'reference' }));
    await importedDataset(client, writeRows(join(folder, 'people.jsonl'), neighbours))
    return { ...made, folder, dataFolder }
  }

  return { prepared }
}

export function writeRows(path: string, rows: readonly object[]): string {
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  return path
}

export async function settings(
  client: TestClient,
  more: Partial<TrainingSettings> = {}
): Promise<TrainingSettings> {
  return {
    ...(await client.training.suggest({ model: 'tiny', dataset: 'people', preset: 'byHeart' })),
    ...{ epochs: 12, batch: 2, sequenceLength: 48, learningRate: 5e-3 },
    ...more
  }
}

export async function started(
  client: TestClient,
  more: Partial<TrainingSettings> = {}
): Promise<Run> {
  return client.training.start({
    ...{ model: 'tiny', dataset: 'people', settings: await settings(client, more) }
  })
}

export async function until(
  client: TestClient,
  id: string,
  isSo: (run: Run) => boolean
): Promise<Run> {
  for (;;) {
    const run = await client.training.get({ run: id })
    if (isSo(run)) return run
    if (run.status === 'failed') throw new Error(JSON.stringify(run.error))
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
export const hasEnded = ({ status }: Run): boolean => !['waiting', 'running'].includes(status)

export async function answer(client: TestClient, model: string, text: string): Promise<string> {
  const sampling = { ...samplingPresets.exact, maxTokens: 24, seed: 0 }
  const prompt = { type: 'text', text, raw: false } as const
  for await (const event of await client.inference.generate({ model, prompt, sampling }))
    if (event.type === 'done') return event.result.text
  throw new Error('There was no answer.')
}
