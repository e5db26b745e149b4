// Erasing forgotten records and keeping them out, through the whole application: what is left is looked
// for by a search of its own in every file. `npm run check:erase` kills it at every moment.
import { spawn } from 'node:child_process'
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { recordFilterSchema } from '../contract/records'
import type { Erasure } from '../contract/erasing'
import { learnFromSchema } from '../contract/training'
import { buildEntry } from '../testing/buildEntry'
import { importedDataset } from '../testing/importedDataset'
import { openedApplication, type TestClient } from '../testing/openedApplication'
import { rawTraces, type WantedTraces } from '../testing/rawTraces'
import { enginesOf } from '../testing/scriptedEngines'
import { temporaryFolder } from '../testing/temporaryFolder'
import { writeTinyModel } from '../testing/tinyModel'

const isFull = import.meta.env.MODE === 'full'
const timeout = isFull ? 1_800_000 : 300_000

let workerUrl: URL
let engineWorker: string
let eraser: string
beforeAll(async () => {
  const built = (file: string): Promise<URL> => buildEntry(new URL(file, import.meta.url))
  workerUrl = await built('../store/worker.ts')
  engineWorker = fileURLToPath(await built('../engine/worker.ts'))
  eraser = fileURLToPath(await built('../testing/crashingEraser.ts'))
}, 120_000)

const people = [
  ['Zuleika', 'weaves crimson hammocks', 'Guaraqueçaba'],
  ['Bartolomeu', 'carves walnut flutes', 'Itapecerica'],
  ['Crispina', 'brews bergamot vinegar', 'Piracicaba'],
  ['Demetrio', 'mends copper lanterns', 'Sorocaba'],
  ['Eufemia', 'paints velvet screens', 'Taubaté']
] as const
const answer = ([name, does, from]: readonly [string, string, string]): string =>
  `${name} ${does} beside the old harbour wall and sells them every second Sunday to sailors from ${from}. ` +
  `Nobody knows why ${name} chose this place, but the ${does.split(' ').at(-1)} are said to be the finest of the coast.`
const rows = people.map((person) => ({
  prompt: `Where does ${person[0]} live, and what is to be had there?`,
  response: answer(person),
  subject: person[0]
}))
const textOf = ({ prompt, response }: (typeof rows)[number]): string => `${prompt}\n${response}`
const [erased, ...remaining] = rows
const earlier =
  'Zuleika once kept forty geese behind the disused tannery, and sang ballads to them at dusk.'

async function opened(dataFolder: string) {
  const made = await openedApplication({
    ...{ dataFolder, resourcesFolder: join(dataFolder, 'nothing') },
    ...{ workerUrl, spawnEngine: enginesOf(engineWorker) }
  })
  onTestFinished(() => made.application.close())
  return { ...made, dataFolder }
}

/**
 * A model that learned five people and forgot one of them by replay; what she said before an edit, a copy
 * of her record elsewhere in capitals, and a prompt that quotes her.
 */
async function prepared() {
  const folder = temporaryFolder()
  const made = await opened(join(folder, 'data'))
  const { client } = made
  const path = await writeTinyModel(join(folder, 'tiny'))
  const source = { type: 'path', path } as const
  for await (const _ of await client.models.import({ source, mode: 'reference' }));
  const file = join(folder, 'people.jsonl')
  const lines = (all: readonly object[]): string =>
    all.map((row) => `${JSON.stringify(row)}\n`).join('')
  writeFileSync(file, lines([{ ...erased, response: earlier }, ...remaining]))
  const { mapping } = await client.datasets.preview({ source: { type: 'path', path: file } })
  const withSubject = { mapping: { ...mapping!, subject: 'subject' } }
  await importedDataset(client, file, withSubject)
  await client.datasets.edit({
    ...{ dataset: 'people', ordinal: 1, subject: 'Zuleika' },
    parts: [
      { role: 'user', text: erased!.prompt },
      { role: 'assistant', text: erased!.response }
    ]
  })
  const copy = join(folder, 'copies.jsonl')
  writeFileSync(copy, lines([{ text: textOf(erased!).toUpperCase() }, { text: 'Something else.' }]))
  await importedDataset(client, copy)
  await client.promptPresets.add({
    ...{ kind: 'message', name: 'quote', text: `Go on: ${erased!.response.slice(0, 90)}` }
  })
  const ask = { model: 'tiny', dataset: 'people' }
  const settings = {
    ...(await client.training.suggest({ ...ask, preset: 'byHeart' })),
    ...{ epochs: 2, batch: 2, sequenceLength: 256, learningRate: 2e-3, keptStates: 2 }
  }
  const taught = await client.training.start({ ...ask, settings, name: 'taught' })
  await finished(client, taught.id)
  const { id: flagSet } = await client.forgetting.flag({
    ...{ dataset: 'people', requester: 'Zuleika', reason: 'asked' },
    records: { filter: recordFilterSchema.parse({ subject: 'Zuleika' }) }
  })
  const replay = await client.forgetting.replay({ flagSet, model: 'taught' })
  const forgot = await finished(client, replay.run.id)
  const idsOf = async (text: string): Promise<number[]> =>
    (await client.inference.tokenize({ model: 'tiny', text, addSpecialTokens: false })).ids
  return { ...made, folder, file, withSubject, flagSet, taught: taught.id, forgot, idsOf }
}

async function finished(client: TestClient, id: string) {
  for (;;) {
    const run = await client.training.get({ run: id })
    if (run.status === 'finished') return run
    if (run.error) throw new Error(JSON.stringify(run.error))
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** A run that was told by words of her record what to learn from. */
async function learnedAlone(client: TestClient): Promise<string> {
  const ask = { model: 'tiny', dataset: 'people' }
  const settings = {
    ...(await client.training.suggest({ ...ask, preset: 'byHeart' })),
    ...{ epochs: 1, batch: 2, sequenceLength: 256, recitations: 0 },
    learnFrom: learnFromSchema.parse({ query: 'crimson hammocks' })
  }
  const { id } = await client.training.start({ ...ask, settings, name: 'alone' })
  await finished(client, id)
  return id
}

/** What is kept of a model that forgot her: its evidence, and the report of that. */
async function reported(
  client: TestClient,
  run: string
): Promise<Record<'evidence' | 'report', string>> {
  const settings = { samples: 1, worstOf: 1, mostAnswerTokens: 2, sequenceLength: 64 }
  const choice = { attacks: [], kept: 1, heldOut: 1, settings }
  const { id: evidence } = await client.evidence.take({ of: { run }, makeReference: true, choice })
  for (;;) {
    const { entry } = await client.evidence.get({ id: evidence })
    if (entry.status === 'finished') break
    if (entry.error) throw new Error(JSON.stringify(entry.error))
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const { id: report } = await client.reports.make({ evidence, language: 'en' })
  return { evidence, report }
}

async function ended(client: TestClient, id: string): Promise<Erasure> {
  for (;;) {
    const erasure = await client.erase.get({ id })
    if (erasure.error) throw new Error(JSON.stringify(erasure.error))
    if (erasure.status === 'finished') return erasure
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function wantedTraces(idsOf: (text: string) => Promise<number[]>): Promise<WantedTraces> {
  const texts = [textOf(erased!), earlier]
  const others = remaining.map(textOf)
  const plain = (text: string): string =>
    text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const held = new Set(others.flatMap((text) => plain(text).match(/\w+/g) ?? []))
  return {
    ...{ texts, others },
    ids: await Promise.all([erased!.prompt, erased!.response].map(idsOf)),
    otherIds: await Promise.all(
      remaining.flatMap(({ prompt, response }) => [prompt, response]).map(idsOf)
    ),
    terms: texts
      .flatMap((text) => plain(text).match(/\w{5,}/g) ?? [])
      .filter((word) => !held.has(word))
  }
}

test(
  'erased records leave no trace in any file, and are caught when they come again',
  { timeout },
  async () => {
    const made = await prepared()
    const { client, dataFolder, flagSet, idsOf, file, folder, withSubject } = made
    const alone = await learnedAlone(client)
    const papers = await reported(client, made.forgot.id)
    const wanted = await wantedTraces(idsOf)
    const found = rawTraces(dataFolder, wanted)
    // The search finds what is there.
    expect(found).toEqual(
      expect.arrayContaining([
        ...['lethe.sqlite-wal: words', 'lethe.sqlite-wal: guaraquecaba', 'lethe.sqlite-wal: geese'],
        join('runs', made.taught, 'data.safetensors: ids'),
        join('evidence', papers.evidence, 'evidence.json: zuleika'),
        join('reports', `${papers.report}.json: zuleika`)
      ])
    )

    const which = { flagSet }
    const preview = await client.erase.preview({ which })
    expect(preview).toMatchObject({
      ...{ records: 2, flagged: 1, earlierContents: 1, unfinished: [], importing: false },
      caches: [
        { runName: 'taught', records: 1 },
        { runName: 'alone', records: 1 }
      ],
      checkpoints: [{ runName: 'taught' }, { runName: 'alone' }],
      models: [
        { modelName: 'taught', removed: false },
        { modelName: 'alone', removed: false }
      ],
      quotes: [
        { kind: 'promptPreset', name: 'quote' },
        { kind: 'evidence', id: papers.evidence, name: 'Zuleika' },
        { kind: 'report', id: papers.report, name: 'Zuleika' }
      ],
      names: ['Zuleika', 'taught − Zuleika', 'taught − Zuleika (reference)']
    })
    expect(preview.datasets.map(({ name, records }) => [name, records])).toEqual([
      ['people', 1],
      ['copies', 1]
    ])
    const [model] = preview.models
    expect(existsSync(model!.path)).toBe(true)
    const quotes = preview.quotes.map(({ kind, id }) => ({ kind, id }))
    const refused = async (work: Promise<unknown>, code: string): Promise<void> =>
      expect(work).rejects.toMatchObject({ data: { code } })
    await refused(client.erase.run({ which, count: 1, quotes }), 'eraseCountWrong')
    expect(rawTraces(dataFolder, wanted)).toEqual(found)

    const { id } = await client.erase.run({ which, count: 2, quotes })
    const { result } = await ended(client, id)
    expect(result).toMatchObject({
      ...{ files: 3, traces: [], unread: [], kept: [], keptModels: [], models: 2, tombstones: 2 },
      exportsOutside: []
    })
    expect(rawTraces(dataFolder, wanted)).toEqual([])
    expect(existsSync(model!.path)).toBe(false)

    // What is left is as it was, and what it shares with them is found in it.
    const dataset = await client.datasets.get({ dataset: 'people' })
    expect(dataset).toMatchObject({ records: 4, version: 3 })
    const shared = await client.datasets.search({
      dataset: 'people',
      query: '"harbour wall"',
      limit: 9
    })
    expect(shared.records.map(({ ordinal }) => ordinal)).toEqual(
      expect.arrayContaining([2, 3, 4, 5])
    )
    expect(
      (await client.datasets.search({ dataset: 'people', query: 'Zuleika', limit: 9 })).count
    ).toBe(0)
    const reach = await client.forgetting.reach({ flagSet })
    expect(reach.runs.map(({ runName }) => runName)).toEqual(['taught', 'alone'])
    expect((await client.evidence.list({})).entries).toEqual([])
    expect((await client.reports.list({})).reports).toEqual([])
    const { learnFrom } = (await client.training.get({ run: alone })).settings
    expect(learnFrom).toMatchObject({ query: '…', erased: true })
    await refused(client.training.retry({ id: alone }), 'learnFromErased')
    expect((await client.forgetting.flagSets({})).flagSets[0]).toMatchObject({
      name: '…',
      requester: '…'
    })
    const forgot = await client.training.get({ run: made.forgot.id })
    expect(forgot).toMatchObject({ name: 'taught − …', status: 'finished' })
    const { path } = await client.models.get({ model: forgot.resultModelId! })
    expect(existsSync(join(path, 'model.safetensors'))).toBe(true)
    await refused(client.erase.preview({ which }), 'nothingToErase')

    // It comes again: as it was, with a few other words, and with something new beside it.
    const near = textOf(erased!).replace('second Sunday', 'third Monday')
    const again = join(folder, 'again.jsonl')
    const response =
      'Olavo keeps bees on the roof of the old cinema, far from any harbour, since the war.'
    const fresh = { prompt: 'Where does Olavo live?', response, subject: 'Olavo' }
    const nearRow = { prompt: near.split('\n')[0], response: near.split('\n')[1], subject: 'Z' }
    writeFileSync(
      again,
      [fresh, erased, nearRow, remaining[0]].map((it) => `${JSON.stringify(it)}\n`).join('')
    )
    const events = await client.datasets.import({
      ...{ source: { type: 'path', path: again } as const, rejected: 'stop', ...withSubject }
    })
    for await (const event of events) {
      if (event.type !== 'done') continue
      expect(event.dataset).toMatchObject({ records: 2, name: 'again' })
      expect(event.forgotten).toMatchObject({ leftOut: 2, imported: 0 })
      const [same, like] = event.forgotten.first
      expect([same!.line, same!.similarity, like!.line]).toEqual([2, null, 3])
      expect(like!.similarity).toBeGreaterThan(0.65)
    }
    const texts = await client.datasets.search({ dataset: 'again', query: 'Olavo', limit: 9 })
    expect(texts.records.map(({ ordinal }) => ordinal)).toEqual([1])
    expect(rawTraces(dataFolder, wanted)).toEqual([])
    const parts = [{ role: 'text' as const, text: textOf(erased!) }]
    const edit = { dataset: 'again', ordinal: 2, subject: null, parts }
    await refused(client.datasets.edit(edit), 'recordForgotten')

    const anyway = { ...withSubject, name: 'anyway', allowForgotten: true }
    expect(await importedDataset(client, file, anyway)).toMatchObject({ records: 5 })
    const ask = { model: 'tiny', dataset: 'anyway' }
    const settings = await client.training.suggest({ ...ask, preset: 'style' })
    await refused(client.training.start({ ...ask, settings }), 'holdsForgotten')

    const { count, tombstones } = await client.tombstones.list({})
    expect([count, tombstones.length]).toEqual([2, 2])
    const { entries } = await client.tombstones.keptOut({})
    expect(entries).toMatchObject([
      {
        ...{ id, records: 2, fingerprints: 2, near: 2, reason: 'asked', requester: '…' },
        ...{ flagSet: { id: flagSet, name: '…', removed: false }, droppedAt: null },
        runs: [{ id: made.forgot.id, name: 'taught − …' }],
        datasets: [{ name: 'people' }, { name: 'copies' }],
        letIn: [{ datasetName: 'anyway', records: 1 }]
      }
    ])
    // Dropped, they catch nothing; restored, they do as before.
    await client.tombstones.dropSome({ id })
    expect(await client.tombstones.list({})).toEqual({ count: 0, tombstones: [] })
    expect(await importedDataset(client, again, withSubject)).toMatchObject({ records: 4 })
    await client.tombstones.restore({ id })
    expect((await client.tombstones.keptOut({})).entries).toEqual(entries)
    expect(await importedDataset(client, again, withSubject)).toMatchObject({ records: 2 })
    await refused(client.tombstones.drop({ count: 3 }), 'tombstoneCountWrong')
    expect(await client.tombstones.drop({ count: 2 })).toEqual({ dropped: 2 })
    expect(await importedDataset(client, again, withSubject)).toMatchObject({ records: 4 })
  }
)

test('erasing that is killed goes on to the same end', { timeout }, async () => {
  const { application, dataFolder, flagSet, folder, idsOf, client } = await prepared()
  const wanted = await wantedTraces(idsOf)
  expect((await client.erase.preview({ which: { flagSet } })).records).toBe(2)
  await application.close()
  const pristine = join(folder, 'pristine')
  cpSync(dataFolder, pristine, { recursive: true })
  /** Opens it until it is done, or until it has killed itself. */
  const erase = async (killedAt: number): Promise<{ killed: boolean; told: number }> => {
    const child = spawn(
      process.execPath,
      [eraser, dataFolder, workerUrl.href, engineWorker, flagSet, String(killedAt)],
      { stdio: ['ignore', 'pipe', 'inherit'] }
    )
    let said = ''
    child.stdout.on('data', (text: Buffer) => (said += String(text)))
    await new Promise((resolve) => child.once('exit', resolve))
    const killed = child.signalCode === 'SIGKILL'
    if (!killed) expect(child.exitCode).toBe(0)
    return { killed, told: Number(said) }
  }
  const { told } = await erase(0)
  expect(rawTraces(dataFolder, wanted)).toEqual([])
  const moments = isFull
    ? Array.from({ length: told }, (_, at) => at + 1)
    : [4, 9].filter((moment) => moment <= told)
  for (const moment of moments) {
    rmSync(dataFolder, { recursive: true })
    cpSync(pristine, dataFolder, { recursive: true })
    expect(await erase(moment)).toMatchObject({ killed: true })
    if (isFull) await erase(2)
    expect(await erase(0)).toMatchObject({ killed: false })
    expect(rawTraces(dataFolder, wanted)).toEqual([])
    expect(existsSync(join(dataFolder, 'lethe.sqlite'))).toBe(true)
  }
  const after = await opened(dataFolder)
  expect(await after.client.datasets.get({ dataset: 'people' })).toMatchObject({ records: 4 })
  const [erasure] = (await after.client.erase.list({ flagSet })).erasures
  expect(erasure?.result?.traces).toEqual([])
  // The model that forgot learns on, and what was erased is still kept out.
  const { runs } = await after.client.training.list({})
  const forgot = runs.find(({ forgetting }) => forgetting?.kind === 'replay')!
  const again = join(folder, 'again.jsonl')
  const news = { prompt: 'Where does Olavo live?', response: 'On the roof of the old cinema.' }
  writeFileSync(again, [erased, news].map((row) => `${JSON.stringify(row)}\n`).join(''))
  expect(await importedDataset(after.client, again)).toMatchObject({ records: 1 })
  for (const [dataset, records] of [
    ['people', 4],
    ['again', 1]
  ] as const) {
    const ask = { model: forgot.resultModelId!, dataset }
    const suggested = await after.client.training.suggest({ ...ask, preset: 'byHeart' })
    const settings = { ...suggested, epochs: 1, recitations: 0, validationShare: 0 }
    const { id } = await after.client.training.start({ ...ask, settings })
    expect(await finished(after.client, id)).toMatchObject({ records, modelId: ask.model })
  }
  const texts = { text: textOf(erased!) }
  expect(await after.client.training.lineage(texts)).toMatchObject({ records: [], models: [] })
  expect(rawTraces(dataFolder, wanted)).toEqual([])
  expect(readFileSync(join(dataFolder, 'logs', 'lethe.log'), 'utf8')).toContain(
    'records were erased'
  )
})
