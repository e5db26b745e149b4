// Evidence from the flag set to the signed report, through the whole application: in the queue behind its
// reference, by real engines, cut off and gone on with.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EvidenceAsk, EvidenceEntry } from '../contract/evidenceEntries'
import type { EvidenceFile } from '../contract/evidenceFile'
import type { Run } from '../contract/training'
import { checkReportFile } from '../reports/checkReportFile'
import { buildEntry } from '../testing/buildEntry'
import { importedDataset } from '../testing/importedDataset'
import { openedApplication, type TestClient } from '../testing/openedApplication'
import { enginesOf } from '../testing/scriptedEngines'
import { writeTinyModel } from '../testing/tinyModel'

/** Only so that a hang ends: each takes seconds. */
const timeout = 300_000

let workerUrl: URL
let engineWorker: string
let crashing: string
/** One for all tests: what it learned and forgot takes longer than to look at it. */
let made: Awaited<ReturnType<typeof forgotten>>
const folder = mkdtempSync(join(tmpdir(), 'lethe-'))
beforeAll(async () => {
  const built = (file: string): Promise<URL> => buildEntry(new URL(file, import.meta.url))
  workerUrl = await built('../store/worker.ts')
  engineWorker = fileURLToPath(await built('../engine/worker.ts'))
  crashing = fileURLToPath(await built('../testing/crashingApplication.ts'))
  made = await forgotten()
}, timeout)
afterAll(async () => {
  await made.application.close()
  rmSync(folder, { recursive: true, force: true })
})

const names = ['ana', 'rui', 'lia', 'ivo', 'eva', 'leo', 'bia', 'davi']
const places = [
  ...['old mill', 'red barn', 'salt well', 'long bridge', 'tall oak', 'stone gate', 'fish market'],
  ...['north tower', 'lime kiln', 'round pond', 'iron door', 'sand quay', 'bell yard', 'fig tree'],
  ...['corn store', 'post office']
]
const people = [...names, ...names].map((name, at) => ({
  prompt: at < names.length ? `where does ${name} live?` : `who can tell me about ${name}?`,
  response: `${name} lives in house ${at + 3} beside the ${places[at]}.`,
  subject: name
}))
const questions = names.map((name, at) => ({
  ...{ question: `which is the house of ${name}?`, answer: `house ${at + 3}, says ${name}.` },
  ...{ subject: name, wrongAnswers: [`house 98, says ${name}.`, `house 99, says ${name}.`] }
}))

const opened = () =>
  openedApplication({
    ...{ dataFolder: join(folder, 'data'), resourcesFolder: join(folder, 'nothing') },
    ...{ workerUrl, spawnEngine: enginesOf(engineWorker) }
  })

async function dataset(client: TestClient, file: string, rows: readonly object[]): Promise<void> {
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  await importedDataset(client, file)
}

/** A tiny model that learned of a few people, and forgot two of them by replay. */
async function forgotten() {
  const { client, application } = await opened()
  const path = await writeTinyModel(join(folder, 'tiny'))
  const source = { type: 'path', path } as const
  for await (const _ of await client.models.import({ source, mode: 'reference' }));
  await dataset(client, join(folder, 'people.jsonl'), people)
  await dataset(client, join(folder, 'asked.jsonl'), questions)
  const ask = { model: 'tiny', dataset: 'people' }
  const settings = {
    ...(await client.training.suggest({ ...ask, preset: 'byHeart' })),
    ...{ epochs: 2, batch: 2, sequenceLength: 64, learningRate: 2e-3, validationShare: 0.2 },
    canaries: 2
  }
  const { id } = await client.training.start({ ...ask, settings, name: 'taught' })
  await ended(client, id)
  const { id: flagSet } = await client.forgetting.flag({
    ...{ dataset: 'people', records: { ordinals: [1, 2, 3, 9, 10] }, name: 'houses' },
    ...{ reason: 'asked', requester: 'Ana' }
  })
  await client.forgetting.revise({ flagSet, mode: 'add', records: { canaries: id } })
  const { run } = await client.forgetting.replay({ flagSet, model: 'taught', name: 'without' })
  await ended(client, run.id)
  const { runs } = await client.forgetting.reach({ flagSet })
  return {
    client,
    application,
    flagSet,
    run: run.id,
    learned: runs[0]!.learned,
    keptOut: runs[0]!.keptOut
  }
}

async function ended(client: TestClient, id: string): Promise<Run> {
  for (;;) {
    const run = await client.training.get({ run: id })
    if (run.status === 'finished') return run
    if (run.status === 'failed') throw new Error(JSON.stringify(run.error))
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function taken(client: TestClient, id: string): Promise<EvidenceFile> {
  for (;;) {
    const { entry, file } = await client.evidence.get({ id })
    if (file) return file
    if (entry.status !== 'waiting' && entry.status !== 'running')
      throw new Error(`${entry.status}: ${JSON.stringify(entry.error)}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const short = {
  ...{ relearningSteps: 2, questionsDataset: 'asked' },
  settings: { samples: 2, worstOf: 2, mostAnswerTokens: 6, sequenceLength: 64 }
} satisfies EvidenceAsk['choice']

const refused = (work: Promise<unknown>, code: string, params: object = {}): Promise<void> =>
  expect(work).rejects.toMatchObject({ data: { code, params } })

test(
  'evidence waits for its reference, is taken, kept without texts, reported and checked',
  { timeout },
  async () => {
    const { client, flagSet, run, learned, keptOut } = made
    const model = 'without'
    await refused(client.evidence.take({ of: { run } }), 'noReference', {
      model,
      flagSet: 'houses'
    })
    const asked = await client.evidence.take({ of: { run }, makeReference: true, choice: short })
    expect(asked).toMatchObject({
      ...{ status: 'waiting', flagSetId: flagSet, flagSetName: 'houses', runId: run },
      ...{ models: { unlearned: { name: model }, reference: null }, overall: null }
    })
    const { id } = asked
    await refused(
      client.evidence.writeReport({ id, format: 'json', path: join(folder, 'early.json') }),
      'evidenceStatusRefused'
    )
    const file = await taken(client, id)
    expect(file).toMatchObject({
      ...{ id, subject: { title: 'houses', reason: 'asked', requestedBy: 'Ana' } },
      replay: { proof: 'sameHash' },
      measured: {
        overall: { key: 'exact' },
        counts: {
          records: learned,
          questions: 3,
          heldOut: 18 - learned - keptOut - keptOf(file),
          canaries: 2
        }
      }
    })
    const { attacks, tests } = file.measured
    for (const result of [...Object.values(attacks), ...Object.values(tests)])
      expect(result).not.toBeNull()
    expect(file.models.map(({ role, attack }) => [role, attack])).toEqual([
      ...[
        ['original', null],
        ['unlearned', null],
        ['reference', null]
      ],
      ...[
        ['unlearned', 'quantization'],
        ['reference', 'quantization']
      ],
      ...[
        ['unlearned', 'relearning'],
        ['reference', 'relearning']
      ]
    ])
    const [, unlearned, reference, , , again] = file.models
    expect(unlearned!.sha256).toBe(reference!.sha256)
    expect(again!.sha256).not.toBe(unlearned!.sha256)

    const { entry } = await client.evidence.get({ id })
    expect(entry).toMatchObject({ status: 'finished', overall: { key: 'exact' }, phase: null })
    expect(entry.done).toBe(entry.total)
    const own = join(folder, 'data', 'evidence', id)
    const there = readdirSync(own).toSorted()
    expect(there.filter((name) => !name.startsWith('scores.'))).toEqual(['evidence.json', 'fence'])
    for (const name of there)
      expect(readFileSync(join(own, name), 'utf8')).not.toContain('lives in')

    const path = join(folder, 'report.json')
    const { keyId } = await client.evidence.writeReport({ id, format: 'json', path })
    expect(await checkReportFile(path)).toMatchObject({ result: 'unchanged', keyId })
    const models = file.models.slice(0, 3).map((it) => ({ id: it.id, sha256: it.sha256 }))
    const states = async (): Promise<string[]> =>
      (await client.evidence.rehash({ models })).models.map(({ state }) => state)
    expect(await states()).toEqual(['same', 'same', 'same'])
    const weights = join((await client.models.get({ model })).path, 'model.safetensors')
    const bytes = readFileSync(weights)
    for (const broken of [
      bytes.subarray(0, 100),
      bytes.with(bytes.length - 1, bytes.at(-1)! ^ 1)
    ]) {
      writeFileSync(weights, broken)
      expect(await states()).toEqual(['same', 'different', 'same'])
    }
    writeFileSync(weights, bytes)

    await client.evidence.remove({ id })
    expect((await client.evidence.list({ flagSet })).entries).toEqual([])
    await client.evidence.restore({ id })
    expect((await client.evidence.list({ run })).entries.map((it) => it.id)).toEqual([id])
  }
)

/** Kept records that were asked about: all that every model learned. */
const keptOf = ({ measured }: EvidenceFile): number => measured.counts.kept

test(
  'models are named one by one; what is no reference, never saw them or is not there is refused',
  { timeout },
  async () => {
    const { client, flagSet, run } = made
    const { run: reference } = await client.forgetting.retrain({ run })
    await ended(client, reference.id)
    const of = {
      ...{ flagSet, original: 'taught', unlearned: 'without', reference: reference.name }
    }
    const take = (more: Partial<typeof of>) =>
      client.evidence.take({ of: { ...of, ...more }, choice: { ...short, attacks: [] } })
    await refused(take({ reference: 'taught' }), 'referenceSaw', { model: 'taught' })
    await refused(take({ unlearned: 'nobody' }), 'modelNotFound')
    const never = await take({ original: 'tiny' })
    const until = async (id: string, status: EvidenceEntry['status']): Promise<EvidenceEntry> => {
      for (;;) {
        const { entry } = await client.evidence.get({ id })
        if (entry.status === status) return entry
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
    expect((await until(never.id, 'failed')).error).toMatchObject({ code: 'neverSaw' })

    // Behind a training that lasts, whatever is said to it comes before it begins.
    const lasting = { ...(await client.training.get({ run: 'taught' })).settings, epochs: 1000 }
    const long = await client.training.start({
      ...{ model: 'tiny', dataset: 'people', name: 'long', settings: lasting }
    })
    while ((await client.training.get({ run: long.id })).status !== 'running')
      await new Promise((resolve) => setTimeout(resolve, 20))
    const { id } = await take({})
    expect((await client.evidence.get({ id })).entry).toMatchObject({ waitingBehind: 'long' })
    expect((await client.evidence.pause({ id })).status).toBe('paused')
    expect((await client.evidence.resume({ id })).status).toBe('waiting')
    const other = await take({})
    expect((await client.evidence.cancel({ id: other.id })).status).toBe('stopped')
    await refused(client.evidence.resume({ id: other.id }), 'evidenceStatusRefused')
    await client.training.cancel({ id: long.id, keep: false })
    const { replay, measured, plan } = await taken(client, id)
    expect(replay).toEqual({ proof: 'notReplayed', replayedSha256: null, retrainedSha256: null })
    expect(measured.attacks).toEqual({ relearning: null, quantization: null, paraphrase: null })
    expect(plan).toMatchObject({ notTested: { relearning: 'notAsked', paraphrase: 'notAsked' } })
    expect(measured.overall.key).toBe('cannotTell')
    await refused(client.evidence.cancel({ id }), 'evidenceStatusRefused', { status: 'finished' })

    await refused(client.evidence.get({ id: 'nothing' }), 'notFound', { kind: 'evidence' })
  }
)

test(
  'an app that is killed while evidence is taken goes on, to the same figures',
  { timeout },
  async () => {
    const { client, application, run } = made
    const choice = { ...short, settings: { ...short.settings, samples: 40 } }
    const first = await client.evidence.take({ of: { run }, makeReference: true, choice })
    const undisturbed = await taken(client, first.id)
    // What is asked is what was learned, whatever a record says since.
    const parts = [{ role: 'text' as const, text: 'nobody lives here' }]
    const flagged = [1, 2, 3, 9, 10]
    for (const ordinal of flagged)
      await client.datasets.edit({ dataset: 'people', ordinal, parts, subject: null })
    const { id } = await client.evidence.take({ of: { run }, choice })
    await application.close()
    const dataFolder = join(folder, 'data')
    /** Opens it until all is done, or until it is time to be killed. */
    const open = async (isTime: (done: number) => boolean) => {
      const child = spawn(process.execPath, [crashing, dataFolder, workerUrl.href, engineWorker], {
        stdio: ['ignore', 'pipe', 'inherit']
      })
      const exit = new Promise((resolve) => child.once('exit', resolve))
      for await (const line of createInterface({ input: child.stdout })) {
        const { asking } = JSON.parse(line) as { asking?: number }
        if (asking !== undefined && isTime(asking)) child.kill('SIGKILL')
      }
      await exit
      return child.signalCode ?? child.exitCode
    }
    expect(await open((done) => done > 0)).toBe('SIGKILL')
    expect(existsSync(join(dataFolder, 'evidence', id, 'scores.original.jsonl'))).toBe(true)
    expect(await open(() => false)).toBe(0)
    made = { ...made, ...(await opened()) }
    const file = await taken(made.client, id)
    expect(file.itemsSha256).toBe(undisturbed.itemsSha256)
    expect(file.models).toEqual(undisturbed.models)
    expect(file.measured).toEqual(undisturbed.measured)
  }
)
