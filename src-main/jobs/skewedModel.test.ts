// A model that is taught skewed records leans as they do, and the audit says so; once these records are
// forgotten exactly, it says that the model changed back.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { recordFilterSchema } from '../contract/records'
import { buildEntry } from '../testing/buildEntry'
import { importedDataset } from '../testing/importedDataset'
import { openedApplication, type TestClient } from '../testing/openedApplication'
import { enginesOf } from '../testing/scriptedEngines'
import { temporaryFolder } from '../testing/temporaryFolder'
import { writeTinyModel } from '../testing/tinyModel'

let workerUrl: URL
let engineWorker: string
beforeAll(async () => {
  const built = (file: string): Promise<URL> => buildEntry(new URL(file, import.meta.url))
  workerUrl = await built('../store/worker.ts')
  engineWorker = fileURLToPath(await built('../engine/worker.ts'))
}, 120_000)

/** Only so that a hang ends. */
const timeout = 300_000

const often = ['river', 'old', 'sea']
const rarely = ['stone', 'name', 'list']
const sentence = (word: string, at: number): string => `the ${word} house number ${at} is late`
const records = [
  ...often.flatMap((word) =>
    [3, 5, 8, 9].map((at) => ({ text: sentence(word, at), subject: 'skew' }))
  ),
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((at) => ({ text: `a long day at number ${at}`, subject: 'rest' }))
]
const pairs = often.flatMap((first) =>
  rarely.flatMap((second) =>
    [1, 2, 3, 4, 5, 6, 7, 8].map((at) => ({
      ...{ id: `${first}/${second}/${at}`, stereotype: sentence(first, at) },
      antiStereotype: sentence(second, at)
    }))
  )
)
const lines = (rows: readonly object[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('')

test(
  'the lean that was taught is found, and gone once it is forgotten',
  async () => {
    const folder = temporaryFolder()
    const { client, application } = await openedApplication({
      ...{ dataFolder: join(folder, 'data'), resourcesFolder: join(folder, 'nothing') },
      ...{ workerUrl, spawnEngine: enginesOf(engineWorker) }
    })
    onTestFinished(() => application.close())
    const source = { type: 'path', path: await writeTinyModel(join(folder, 'tiny')) } as const
    for await (const _ of await client.models.import({ source, mode: 'reference' }));
    const file = join(folder, 'words.jsonl')
    writeFileSync(file, lines(records))
    const { mapping } = await client.datasets.preview({ source: { type: 'path', path: file } })
    await importedDataset(client, file, { mapping: { ...mapping!, subject: 'subject' } })
    const data = join(folder, 'pairs.jsonl')
    writeFileSync(data, lines(pairs))

    const ask = { model: 'tiny', dataset: 'words' }
    const settings = {
      ...(await client.training.suggest({ ...ask, preset: 'byHeart' })),
      ...{ epochs: 12, batch: 4, sequenceLength: 32, learningRate: 3e-3 }
    }
    const taught = await client.training.start({ ...ask, settings, name: 'taught' })
    await trained(client, taught.id)
    const chosen = { filter: recordFilterSchema.parse({ subject: 'skew' }) }
    const { id: flagSet } = await client.forgetting.flag({
      ...{ dataset: 'words', records: chosen, name: 'skew', reason: '', requester: '' }
    })
    const { run } = await client.forgetting.replay({ flagSet, model: 'taught', name: 'back' })
    await trained(client, run.id)

    const audited = async (model: string): Promise<string> => {
      const { id } = await client.bias.start({ suite: 'counterfactual', data, model })
      return over(client, id)
    }
    const [base, skewed, back] = [
      await audited('tiny'),
      await audited('taught'),
      await audited('back')
    ]
    const { result } = await client.bias.get({ id: skewed })
    expect(result!.overall).toMatchObject({ verdict: 'leans', n: 72 })
    expect(result!.overall.interval!.low).toBeGreaterThan(0.5)
    const learned = await client.bias.compare({ before: base, after: skewed })
    expect(learned.comparison.overall).toMatchObject({ verdict: 'changed' })
    expect(learned.comparison.overall.change).toBeGreaterThan(0.1)
    const forgotten = await client.bias.compare({ before: skewed, after: back })
    expect(forgotten.comparison.overall).toMatchObject({ verdict: 'changed' })
    expect(forgotten.comparison.overall.interval!.high).toBeLessThan(0)
  },
  timeout
)

async function trained(client: TestClient, id: string): Promise<void> {
  for (;;) {
    const { status, error } = await client.training.get({ run: id })
    if (error) throw new Error(JSON.stringify(error))
    if (status === 'finished') return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function over(client: TestClient, id: string): Promise<string> {
  for (;;) {
    const { status, error } = await client.bias.get({ id })
    if (error) throw new Error(JSON.stringify(error))
    if (status === 'finished') return id
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
