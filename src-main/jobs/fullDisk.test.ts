// A disk that is full, and folders that cannot be written into, for real: what is told, what stays whole, and
// that all of it goes on once there is room.
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Run } from '../contract/training'
import { buildEntry } from '../testing/buildEntry'
import { importedDataset } from '../testing/importedDataset'
import { openedApplication, type TestClient } from '../testing/openedApplication'
import { enginesOf } from '../testing/scriptedEngines'
import { readOnly, smallDisk, whyNoMount } from '../testing/smallDisk'
import { temporaryFolder } from '../testing/temporaryFolder'
import { writeTinyModel } from '../testing/tinyModel'
import type { SpawnEngine } from './engineProcess'

const noMount = whyNoMount()
if (noMount !== null) process.stderr.write(`SKIPPED: fullDisk.test.ts cannot mount: ${noMount}\n`)

let workerUrl: URL
let spawnEngine: SpawnEngine
beforeAll(async () => {
  if (noMount !== null) return
  workerUrl = await buildEntry(new URL('../store/worker.ts', import.meta.url))
  spawnEngine = enginesOf(
    fileURLToPath(await buildEntry(new URL('../engine/worker.ts', import.meta.url)))
  )
}, 120_000)

/** An application whose data folder is a disk of its own; a model and records lie on another one. */
async function prepared(sizeMiB: number) {
  const folder = temporaryFolder()
  const dataFolder = join(folder, 'data')
  const disk = smallDisk(dataFolder, sizeMiB)
  const { client, application } = await openedApplication({
    ...{ dataFolder, resourcesFolder: join(folder, 'nothing'), workerUrl, spawnEngine }
  })
  onTestFinished(() => application.close())
  const model = await writeTinyModel(join(folder, 'tiny'))
  const file = join(folder, 'rows.jsonl')
  const line = (at: number): string =>
    `${JSON.stringify({ prompt: `where does number ${at} live?`, response: `in house ${at * 7}.` })}\n`
  writeFileSync(file, Array.from({ length: 24 }, (_, at) => line(at)).join(''))
  return { client, folder, dataFolder, disk, model, file }
}

async function imported(
  client: TestClient,
  path: string,
  mode: 'copy' | 'reference'
): Promise<void> {
  for await (const _ of await client.models.import({ source: { type: 'path', path }, mode }));
}

async function started(client: TestClient): Promise<Run> {
  const ask = { model: 'tiny', dataset: 'rows' }
  const settings = {
    ...(await client.training.suggest({ ...ask, preset: 'byHeart' })),
    ...{ epochs: 120, batch: 2, sequenceLength: 64, learningRate: 1e-3, recitations: 0 }
  }
  return client.training.start({ ...ask, settings })
}

async function until(client: TestClient, id: string, isSo: (run: Run) => boolean): Promise<Run> {
  for (;;) {
    const run = await client.training.get({ run: id })
    if (isSo(run)) return run
    if (run.status === 'failed' || run.status === 'finished')
      throw new Error(`${run.status} too early: ${JSON.stringify(run.error)}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

async function weightsAtEnd(client: TestClient, id: string): Promise<string> {
  const run = await until(client, id, ({ status }) => status === 'finished')
  return (await client.models.get({ model: run.resultModelId! })).sha256
}

const halfWritten = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp'))

describe.skipIf(noMount !== null)('with a disk that can be filled', { timeout: 180_000 }, () => {
  test('a training pauses on a full disk and in a folder that can only be read, and ends with the same weights', async () => {
    const { client, dataFolder, disk, model, file } = await prepared(48)
    await imported(client, model, 'reference')
    await importedDataset(client, file)
    const weights = await weightsAtEnd(client, (await started(client)).id)

    const { id } = await started(client)
    const folder = join(dataFolder, 'runs', id)
    await until(client, id, ({ savedStep }) => savedStep !== null)
    disk.fill()
    const full = await until(client, id, ({ status }) => status === 'paused')
    expect(full.error).toMatchObject({ code: 'diskFull' })
    expect(full.savedStep).toBeGreaterThan(0)
    expect(halfWritten(folder)).toEqual([])
    expect(readdirSync(folder)).toContain('state.safetensors')
    // Still no room: it says the same again, and what is safe stays so.
    await client.training.resume({ id }).catch(() => {})
    const still = await until(client, id, ({ status }) => status === 'paused')
    expect(still.error).toMatchObject({ code: 'diskFull' })
    disk.free()

    await client.training.resume({ id })
    const step = full.savedStep!
    await until(client, id, (run) => run.status === 'running' && run.savedStep! > step)
    const writable = readOnly(folder)
    const refused = await until(client, id, ({ status }) => status === 'paused')
    expect(refused.error).toMatchObject({ code: 'folderNotWritable' })
    writable()
    await client.training.resume({ id })
    expect(await weightsAtEnd(client, id)).toBe(weights)
  })

  test('an import of records, and of a model, leaves nothing on a full disk, and works once there is room', async () => {
    const { client, dataFolder, disk, model, folder, file } = await prepared(24)
    const long = join(folder, 'long.jsonl')
    const text = 'words '.repeat(200)
    writeFileSync(
      long,
      Array.from({ length: 2000 }, (_, at) => `{"text":"${at} ${text}"}\n`).join('')
    )
    disk.fill()
    await expect(importedDataset(client, long)).rejects.toMatchObject({
      data: { code: 'diskFull' }
    })
    await expect(imported(client, model, 'copy')).rejects.toMatchObject({
      data: { code: 'diskFull' }
    })
    expect((await client.datasets.list({})).datasets).toEqual([])
    expect((await client.models.list({})).models).toEqual([])
    expect(readdirSync(join(dataFolder, 'models'))).toEqual([])
    disk.free()
    expect((await importedDataset(client, file)).records).toBe(24)
    const writable = readOnly(join(dataFolder, 'staging'))
    await expect(imported(client, model, 'copy')).rejects.toMatchObject({
      data: { code: 'folderNotWritable' }
    })
    writable()
    await imported(client, model, 'copy')
    expect((await client.models.list({})).models).toHaveLength(1)
    expect(readdirSync(join(dataFolder, 'staging'))).toEqual([])
  })
})
