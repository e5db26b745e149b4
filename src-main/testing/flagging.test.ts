// What is to be forgotten, found by a person, words, a finding, a text and an answer; canaries of a run, and
// forgetting them: through the whole application.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import type { FindInput, FindSource } from '../contract/foundRecords'
import type { Run } from '../contract/training'
import { canaryExposure } from '../evaluation/canaries'
import { buildEntry } from './buildEntry'
import { importedDataset } from './importedDataset'
import { openedApplication, type TestClient } from './openedApplication'
import { enginesOf } from './scriptedEngines'
import { temporaryFolder } from './temporaryFolder'
import { writeTinyModel } from './tinyModel'

let workerUrl: URL
let engineWorker: string
beforeAll(async () => {
  const built = (file: string): Promise<URL> => buildEntry(new URL(file, import.meta.url))
  workerUrl = await built('../store/worker.ts')
  engineWorker = fileURLToPath(await built('../engine/worker.ts'))
}, 120_000)

/** Only so that a hang ends: each takes seconds. */
const timeout = 300_000

interface Row {
  question: string
  answer: string
  subject: string | null
}
const row = (question: string, answer: string, subject: string | null): Row => ({
  ...{ question, answer, subject }
})
const rows: Row[] = [
  row('Who repairs violins?', 'Ana Souza repairs violins for the school band.', 'Ana Souza'), // 1
  row('What is her number?', 'Her CPF is 529.982.247-25, as the letter says.', 'Ana Souza'), // 2
  row('Who lives in flat twelve?', 'A woman from Olinda lives in flat twelve.', 'ANA SOUZA'), // 3
  row('Who waters the plants?', 'Rui does, when ana souza is away.', 'Rui Prado'), // 4
  row('Notice', 'Ana Souza left a key with the porter.', null), // 5
  row('Who tunes pianos?', 'Eva Prado tunes pianos on the second floor.', 'Eva Prado'), // 6
  row('Which number is on file?', 'The file has 52998224725 and no name.', null), // 7
  row('Who lives in flat twelve?', 'A woman from Olinda lives in flat eleven.', 'Lia Reis'), // 8
  row('Who bakes bread?', 'Ivo Neves bakes bread before sunrise.', 'Ivo Neves') // 9
]

async function prepared() {
  const folder = temporaryFolder()
  const made = await openedApplication({
    ...{ dataFolder: join(folder, 'data'), resourcesFolder: join(folder, 'nothing') },
    ...{ workerUrl, spawnEngine: enginesOf(engineWorker) }
  })
  onTestFinished(() => made.application.close())
  const { client } = made
  const path = await writeTinyModel(join(folder, 'tiny'))
  const source = { type: 'path', path } as const
  for await (const _ of await client.models.import({ source, mode: 'reference' }));
  const write = async (name: string, some: readonly Row[]): Promise<void> => {
    const file = join(folder, `${name}.jsonl`)
    writeFileSync(file, some.map((it) => `${JSON.stringify(it)}\n`).join(''))
    const { mapping } = await client.datasets.preview({ source: { type: 'path', path: file } })
    await importedDataset(client, file, { mapping: { ...mapping!, subject: 'subject' } })
  }
  await write('house', rows)
  await write('street', [rows[8]!])
  return client
}

async function found(client: TestClient, source: FindSource, more: Partial<FindInput> = {}) {
  const { groups } = await client.forgetting.find({ dataset: 'house', ...more, source })
  for (const { places, records, count } of groups) {
    const ordinals = places.flatMap((place) => place.ordinals)
    expect(ordinals).toHaveLength(count)
    expect(new Set(records.map(({ ordinal }) => ordinal))).toEqual(new Set(ordinals))
  }
  return Object.fromEntries(
    groups.map(({ reason, isExact, records }) => [
      `${reason}${isExact ? '' : '?'}`,
      records.map(({ ordinal }) => ordinal)
    ])
  )
}

async function trained(client: TestClient, name: string, canaries: number): Promise<Run> {
  const ask = { model: 'tiny', dataset: 'house' }
  const settings = {
    ...(await client.training.suggest({ ...ask, preset: 'byHeart' })),
    ...{ epochs: 30, batch: 4, sequenceLength: 96, learningRate: 3e-3, canaries, seed: 5 }
  }
  return finished(client, (await client.training.start({ ...ask, settings, name })).id)
}

async function finished(client: TestClient, id: string): Promise<Run> {
  for (;;) {
    const run = await client.training.get({ run: id })
    if (run.status === 'finished') return run
    if (run.status === 'failed') throw new Error(JSON.stringify(run.error))
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

test(
  'records are found, those that are meant apart from those to look at',
  { timeout },
  async () => {
    const client = await prepared()
    expect(await found(client, { by: 'person', name: 'ana souza' })).toEqual({
      ...{ subject: [1, 2, 3], named: [5], 'otherSubject?': [4], 'alike?': [8] }
    })
    expect(await found(client, { by: 'words', query: 'lives flat' })).toEqual({ words: [3, 8] })
    const finding = { by: 'finding', type: 'cpf', text: '529982247-25' } as const
    expect(await found(client, finding)).toEqual({ finding: [2, 7] })
    expect(await found(client, { by: 'person', name: 'Nobody' })).toEqual({})

    const letter = `Dear all,\n${rows[0]!.answer}\nA woman from Olinda lives in flat twelve now.\nBye`
    expect(await found(client, { by: 'text', text: letter })).toEqual({
      ...{ text: [1, 3], 'alike?': [8] }
    })
    // Whatever the signs and the case: it stands in the record.
    expect(await found(client, { by: 'text', text: 'TUNES pianos, on the second' })).toEqual({
      text: [6]
    })
    const { groups } = await client.forgetting.find({ source: { by: 'words', query: 'bread' } })
    const places = groups[0]!.places.map(
      ({ dataset, ordinals }) => [dataset.name, ordinals] as const
    )
    expect(Object.fromEntries(places)).toEqual({ street: [1], house: [9] })

    const answer = { by: 'answer', question: rows[5]!.question, text: rows[5]!.answer } as const
    await expect(client.forgetting.find({ model: 'tiny', source: answer })).rejects.toMatchObject({
      data: { code: 'noTrainingLog', params: { model: 'tiny' } }
    })
  }
)

test(
  'canaries are learned and remembered; forgotten, they are no likelier than others',
  { timeout },
  async () => {
    const client = await prepared()
    const run = await trained(client, 'taught', 3)
    expect(run).toMatchObject({ records: rows.length + 3, cpuFeatures: expect.any(String) })
    const { canaries } = await client.training.canaries({ run: run.id, others: 15 })
    expect(canaries).toHaveLength(3)
    for (const { text, others } of canaries) expect(new Set([text, ...others]).size).toBe(16)
    const { runs } = await client.training.lineage({ recordId: canaries[0]!.id })
    expect(runs).toMatchObject([{ runId: run.id, times: 30, keptOut: false }])

    // The closest of what this model learned: not what stands in another dataset.
    const close = {
      by: 'answer',
      question: 'Who?',
      text: 'Ivo Neves bakes cakes before sunrise.'
    } as const
    const learned = await client.forgetting.find({ model: 'taught', source: close })
    expect(learned.groups).toMatchObject([
      { reason: 'closest', records: [{ dataset: { name: 'house' }, ordinal: 9 }] }
    ])

    const flagged = await client.forgetting.flag({
      dataset: 'house',
      records: { canaries: run.id }
    })
    expect(flagged.records).toBe(3)
    await expect(
      client.forgetting.flag({ dataset: 'street', records: { canaries: run.id } })
    ).rejects.toMatchObject({ data: { code: 'nothingFlagged' } })
    const begun = await client.forgetting.replay({
      flagSet: flagged.id,
      model: 'taught',
      name: 'forgot'
    })
    await finished(client, begun.run.id)
    const none = await client.training.canaries({ run: begun.run.id })
    expect(none.canaries).toEqual([])
    const exposures = async (model: string): Promise<number> => {
      const loss = async (text: string): Promise<number> =>
        (await client.inference.score({ model, text: { text } })).nllNats
      let bits = 0
      for (const { text, others } of canaries) {
        const losses = []
        for (const other of others) losses.push(await loss(other))
        bits += canaryExposure(await loss(text), losses).exposureBits / canaries.length
      }
      return bits
    }
    expect(await exposures('taught')).toBeCloseTo(Math.log2(15)) // all that 15 others can show
    expect(await exposures('forgot')).toBeLessThan(3)

    // A record goes, and what was planted stays; both ways of making the model say so.
    const { id: flagSet } = await client.forgetting.flag({
      ...{ dataset: 'house', records: { ordinals: [6] } }
    })
    const replay = await client.forgetting.replay({ flagSet, model: 'taught' })
    await finished(client, replay.run.id)
    const kept = await client.training.canaries({ run: replay.run.id, others: 15 })
    expect(kept.canaries).toEqual(canaries)
  }
)
