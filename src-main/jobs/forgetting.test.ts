// Flag sets, what flagged records reached, and forgetting them by replay through the whole application:
// predicted, compared, with evidence. forgettingCrash.test.ts cuts it off. `npm run check:replay` takes
// longer runs, and attacks them.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { recordFilterSchema } from '../contract/records'
import { secondsAtPace, type Run, type TrainingSettings } from '../contract/training'
import { buildEntry } from '../testing/buildEntry'
import { importedDataset } from '../testing/importedDataset'
import { openedApplication, type TestClient } from '../testing/openedApplication'
import { enginesOf } from '../testing/scriptedEngines'
import { recordChanges } from '../testing/recordChanges'
import { temporaryFolder } from '../testing/temporaryFolder'
import { writeTinyModel } from '../testing/tinyModel'

let workerUrl: URL
let engineWorker: string
beforeAll(async () => {
  const built = (file: string): Promise<URL> => buildEntry(new URL(file, import.meta.url))
  workerUrl = await built('../store/worker.ts')
  engineWorker = fileURLToPath(await built('../engine/worker.ts'))
}, 120_000)

/** Only so that a hang ends: each takes seconds. */
const timeout = 300_000

const names = ['ana', 'rui', 'lia', 'ivo', 'eva', 'leo']
const rows = [...names, ...names].map((name, at) => ({
  prompt: `where does ${name} live?`,
  response: `${name} lives in house number ${at + 3}; ask ${name}@river.example.`,
  subject: name
}))
const ofSubject = (subject: string) => ({ filter: recordFilterSchema.parse({ subject }) })

async function opened(folder: string) {
  const made = await openedApplication({
    ...{ dataFolder: join(folder, 'data'), resourcesFolder: join(folder, 'nothing') },
    ...{ workerUrl, spawnEngine: enginesOf(engineWorker) }
  })
  onTestFinished(() => made.application.close())
  return { ...made, folder }
}

/** An application with a tiny model and a dataset of a few people, two records each. */
async function prepared() {
  const made = await opened(temporaryFolder())
  const { client, folder } = made
  const path = await writeTinyModel(join(folder, 'tiny'))
  const source = { type: 'path', path } as const
  for await (const _ of await client.models.import({ source, mode: 'reference' }));
  const file = join(folder, 'people.jsonl')
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  const { mapping } = await client.datasets.preview({ source: { type: 'path', path: file } })
  await importedDataset(client, file, { mapping: { ...mapping!, subject: 'subject' } })
  return made
}

async function trained(
  client: TestClient,
  model: string,
  name: string,
  more: Partial<TrainingSettings> = {}
): Promise<Run> {
  const ask = { model, dataset: 'people' }
  const settings = {
    ...(await client.training.suggest({ ...ask, preset: 'byHeart' })),
    ...{ epochs: 2, batch: 2, sequenceLength: 64, learningRate: 2e-3, ...more }
  }
  const { id } = await client.training.start({ ...ask, settings, name })
  return finished(client, id)
}

async function until(client: TestClient, id: string, isSo: (run: Run) => boolean): Promise<Run> {
  for (;;) {
    const run = await client.training.get({ run: id })
    if (isSo(run)) return run
    if (run.status === 'failed') throw new Error(JSON.stringify(run.error))
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
const finished = (client: TestClient, id: string): Promise<Run> =>
  until(client, id, ({ status }) => status === 'finished')

const isFull = import.meta.env.MODE === 'full'
const brief = { samples: 2, worstOf: 2, mostAnswerTokens: 4, sequenceLength: 64 }
const quick = { attacks: [], kept: 2, heldOut: 2, settings: { ...brief, samples: 1, worstOf: 1 } }
const lineOfRuns = z
  .array(z.object({ name: z.string() }))
  .transform((it) => it.map(({ name }) => name))
const evidencePlan = z.object({
  runs: z.object({ original: lineOfRuns, unlearned: lineOfRuns, reference: lineOfRuns })
})

async function evidenceOf(client: TestClient, id: string) {
  for (;;) {
    const { entry, file } = await client.evidence.get({ id })
    if (file) return { entry, file }
    if (entry.error) throw new Error(JSON.stringify(entry.error))
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function weightsOf(client: TestClient, { resultModelId }: Run): Promise<string> {
  const { path, sha256 } = await client.models.get({ model: resultModelId! })
  return `${sha256} ${readFileSync(join(path, 'model.safetensors')).length}`
}

test(
  'records are flagged by whose they are, by words, by what they hold, by number and by id',
  { timeout },
  async () => {
    const { client } = await prepared()
    const { flag, revise } = client.forgetting
    const dataset = 'people'
    const ana = await flag({
      dataset,
      records: ofSubject('ana'),
      reason: 'asked',
      requester: 'Ana'
    })
    expect(ana).toMatchObject({
      ...{ name: 'ana', version: 1, records: 2, reason: 'asked', requester: 'Ana', removedAt: null }
    })
    const ordinals = async (flagSet: string, version?: number): Promise<number[]> =>
      (await client.forgetting.records({ flagSet, version })).records.map((it) => it.ordinal)
    expect(await ordinals(ana.id)).toEqual([1, 7])
    const words = recordFilterSchema.parse({ query: 'number 4' })
    const byWords = await flag({ dataset, records: { filter: words }, name: 'Ana' })
    expect(byWords).toMatchObject({ name: 'Ana 2', records: 1 })
    const withMail = recordFilterSchema.parse({ pii: 'email' })
    expect(await flag({ dataset, records: { filter: withMail } })).toMatchObject({
      ...{ name: 'people', records: 12 }
    })

    const { records } = await client.forgetting.records({ flagSet: byWords.id })
    const ids = [records[0]!.recordId]
    const added = { flagSet: ana.id, mode: 'add' as const, records: { ids } }
    expect(await revise(added)).toMatchObject({ version: 2, records: 3, reason: 'asked' })
    expect(await revise(added)).toMatchObject({ version: 2, records: 3 }) // nothing new
    const taken = { flagSet: ana.id, mode: 'remove' as const, records: { ordinals: [7] } }
    expect(await revise({ ...taken, reason: 'moved' })).toMatchObject({ version: 3, records: 2 })
    expect([await ordinals(ana.id, 1), await ordinals(ana.id)]).toEqual([
      [1, 7],
      [1, 2]
    ])
    const { versions } = await client.forgetting.versions({ flagSet: ana.id })
    expect(versions.map(({ version, source }) => [version, source.mode])).toEqual([
      ...[
        [3, 'remove'],
        [2, 'add'],
        [1, 'add']
      ]
    ])

    await client.forgetting.remove({ id: ana.id })
    const { flagSets } = await client.forgetting.flagSets({ dataset })
    expect(flagSets.map(({ name }) => name)).toEqual(['people', 'Ana 2'])
    expect(await client.forgetting.restore({ id: ana.id })).toMatchObject({ name: 'ana' })

    const refused = async (work: Promise<unknown>, code: string): Promise<void> =>
      expect(work).rejects.toMatchObject({ data: { code } })
    await refused(flag({ dataset, records: ofSubject('nobody') }), 'nothingFlagged')
    await refused(flag({ dataset, records: { ordinals: [1, 13] } }), 'notFound')
    await refused(flag({ dataset, records: { ids: ['no id'] } }), 'notFound')
    await refused(revise({ ...taken, records: { ordinals: [1, 2] } }), 'nothingFlagged')
    await refused(client.forgetting.rename({ id: ana.id, name: 'PEOPLE' }), 'nameTaken')
    expect((await client.forgetting.flagSets({})).flagSets).toHaveLength(3)
  }
)

test(
  'a child of a child forgets: predicted, and the same as trained without the records',
  { timeout },
  async () => {
    const { client, folder } = await prepared()
    const rounds = isFull ? 20 : 1
    const first = await trained(client, 'tiny', 'first', { epochs: 1, keptStates: 3 })
    const uses = await Promise.all(
      rows.map((_, at) => client.training.lineage({ dataset: 'people', ordinal: at + 1 }))
    )
    const firstSteps = uses.map(({ runs }) => runs[0]!.firstStep!)
    const last = firstSteps.indexOf(Math.max(...firstSteps)) + 1
    const second = await trained(client, 'first', 'second', {
      ...{ method: { type: 'lora', rank: 4, alpha: 8, dropout: 0.1 }, learningRate: 2e-2 },
      epochs: 2 * rounds
    })
    const third = await trained(client, 'second', 'third', { epochs: rounds })
    const before = await Promise.all([first, second, third].map((run) => weightsOf(client, run)))

    const { id: flagSet } = await client.forgetting.flag({
      ...{
        dataset: 'people',
        records: { ordinals: [last] },
        name: 'late',
        reason: '',
        requester: ''
      }
    })
    const reach = await client.forgetting.reach({ flagSet })
    expect(
      reach.runs.map(({ runName, learned, times, depends }) => [runName, learned, times, depends])
    ).toEqual([
      ['first', 1, 1, true],
      ['second', 1, 2 * rounds, true],
      ['third', 1, rounds, true]
    ])
    expect(
      reach.models.map(({ modelName, parentId, adapter }) => [modelName, parentId, adapter])
    ).toEqual([
      ['first', first.modelId, false],
      ['second', first.resultModelId, true],
      ['third', second.resultModelId, false]
    ])
    const kept = [1, 2, 3].map((at) => Math.round((at * first.steps) / 4))
    const from = Math.max(...kept.filter((step) => step <= firstSteps[last - 1]!))
    const cost = await client.forgetting.cost({ flagSet, model: 'third' })
    expect(cost.runs.map((run) => [run.runName, run.fromStep, run.steps, run.holes])).toEqual([
      ['first', from, first.steps - from, 1],
      ['second', 0, second.steps, 1],
      ['third', 0, third.steps, 1]
    ])
    expect(cost.retrainSteps - cost.steps).toBe(from)
    const paces = [first, second, third].map(({ pace }) => pace!)
    expect(cost.runs.map(({ pace }) => pace)).toEqual(paces)
    for (const { stepSeconds, fixedSeconds } of paces)
      expect(Math.min(stepSeconds, fixedSeconds)).toBeGreaterThan(0)
    const secondsOf = (steps: readonly number[]): number =>
      steps.reduce((sum, count, at) => sum + secondsAtPace(count, paces[at]!), 0)
    expect(cost.seconds).toBeCloseTo(secondsOf(cost.runs.map(({ steps }) => steps)))
    expect(cost.retrainSeconds).toBeCloseTo(secondsOf([first, second, third].map((it) => it.step)))

    const begun = await client.forgetting.replay({ flagSet, model: 'third', name: 'third, forgot' })
    expect(begun.runs).toHaveLength(3)
    expect(begun.runs[2]).toMatchObject({ id: begun.run.id, status: 'waiting' })
    const run = await finished(client, begun.run.id)
    const replays = await Promise.all(begun.runs.map(({ id }) => client.training.get({ run: id })))
    const steps = replays.map(({ step, forgetting }) => step - forgetting!.fromStep)
    expect(steps).toEqual(cost.runs.map((it) => it.steps))
    expect(replays.map(({ modelId }) => modelId)).toEqual([
      ...[first.modelId, replays[0]!.resultModelId, replays[1]!.resultModelId]
    ])
    expect(run).toMatchObject({ name: 'third, forgot', records: 11 })

    expect(await client.forgetting.compare({ run: run.id })).toMatchObject({
      ...{ state: 'none', records: 1, retrain: null }
    })
    const retrain = await client.forgetting.retrain({ run: run.id })
    expect(retrain.runs.map(({ step, forgetting }) => [step, forgetting!.kind])).toEqual([
      ...[
        [0, 'retrain'],
        [0, 'retrain'],
        [0, 'retrain']
      ]
    ])
    expect((await client.forgetting.compare({ run: run.id })).state).toBe('running')
    await finished(client, retrain.run.id)
    const compared = await client.forgetting.compare({ run: run.id })
    expect(compared.state).toBe('equal')
    expect(compared.replay.sha256).toBe(compared.retrain!.sha256)
    expect(compared.replay.sha256).not.toBe(before[2]!.split(' ')[0])
    // The evidence of the grandchild: all three models with the whole line behind each.
    const ask = { of: { run: run.id }, choice: isFull ? { settings: brief } : quick }
    const expected = await client.evidence.cost(ask)
    expect(expected).toMatchObject({ records: 1, reference: 'there', referenceSeconds: 0 })
    expect(expected.models).toBe(isFull ? 4 : 2) // the one that forgot and the reference are one
    expect(expected.basis).toBe('training')
    const taken = await client.evidence.take(ask)
    expect(taken.cost).toEqual(expected)
    const { file, entry } = await evidenceOf(client, taken.id)
    expect(file).toMatchObject({
      replay: { proof: 'sameHash', replayedSha256: compared.replay.sha256 },
      measured: { overall: { key: 'exact' }, counts: { records: 1 } }
    })
    const [original, unlearned, reference] = file.models
    expect(original!.sha256).toBe(before[2]!.split(' ')[0])
    expect([unlearned!.sha256, reference!.sha256]).toEqual(Array(2).fill(compared.replay.sha256))
    const lines = evidencePlan.parse(file.plan).runs
    expect(lines.original).toEqual(['first', 'second', 'third'])
    expect(lines.unlearned).toEqual(replays.map(({ name }) => name))
    expect(lines.reference).toEqual(retrain.runs.map(({ name }) => name))
    // What it took is what the next one is judged by.
    expect(entry.status).toBe('finished')
    expect(await client.evidence.cost(ask)).toMatchObject({ basis: 'measured' })
    // What is there is not made again; it stays known without it.
    expect((await client.forgetting.retrain({ run: run.id })).run.id).toBe(retrain.run.id)

    // The originals are as they were; nothing of the new ones comes from the record.
    const after = await Promise.all([first, second, third].map((it) => weightsOf(client, it)))
    expect(after).toEqual(before)
    expect(await client.forgetting.reach({ flagSet })).toEqual(reach)
    const path = join(folder, 'a copy')
    await client.training.export({ id: third.id, kind: 'merged', path })
    const copies = async (): Promise<unknown> =>
      (await client.forgetting.reach({ flagSet })).exports
    expect(await copies()).toMatchObject([{ modelId: third.resultModelId, path, there: true }])
    rmSync(path, { recursive: true })
    expect(await copies()).toMatchObject([{ path, there: false }])
    await expect(client.forgetting.cost({ flagSet, model: 'third, forgot' })).rejects.toMatchObject(
      {
        data: { code: 'neverSaw', params: { model: 'third, forgot', flagSet: 'late' } }
      }
    )
    // It can forget more, from what it has become.
    const more = await client.forgetting.flag({ dataset: 'people', records: ofSubject('rui') })
    const again = await client.forgetting.cost({ flagSet: more.id, model: 'third, forgot' })
    expect(again.runs.map(({ runId }) => runId)).toEqual(begun.runs.map(({ id }) => id))
  }
)

test('what cannot be forgotten, repeated or compared says why', { timeout }, async () => {
  const { client } = await prepared()
  const { id: flagSet } = await client.forgetting.flag({
    ...{ dataset: 'people', records: ofSubject('ana') }
  })
  await expect(client.forgetting.replay({ flagSet, model: 'tiny' })).rejects.toMatchObject({
    data: { code: 'noTrainingLog', params: { model: 'tiny' } }
  })
  // Kept out to measure with, and the last state is taken: the model owes them nothing.
  const ordinals = [1, 7]
  await recordChanges(client).setSplit({
    dataset: 'people',
    selection: { ordinals },
    split: 'validation'
  })
  const settings = { keepBest: false, patience: null, evaluateEverySteps: 3 }
  const apart = await trained(client, 'tiny', 'apart', settings)
  const { runs } = await client.forgetting.reach({ flagSet })
  expect(runs).toMatchObject([{ runId: apart.id, learned: 0, keptOut: 2, depends: false }])
  await expect(client.forgetting.replay({ flagSet, model: 'apart' })).rejects.toMatchObject({
    data: { code: 'neverSaw' }
  })
  await expect(client.forgetting.compare({ run: apart.id })).rejects.toMatchObject({
    data: { code: 'notAReplay', params: { run: 'apart' } }
  })
  // Where they choose the best state, it depends on them from the first measurement on.
  await trained(client, 'tiny', 'chosen', { ...settings, keepBest: true, keptStates: 2 })
  const cost = await client.forgetting.cost({ flagSet, model: 'chosen' })
  expect(cost.runs).toMatchObject([{ runName: 'chosen', fromStep: 0, holes: 2 }])
  const begun = await client.forgetting.replay({ flagSet, model: 'chosen' })
  expect(begun.run.name).toBe('chosen − ana')
  const ended = await client.training.cancel({ id: begun.run.id, keep: true })
  expect(ended.resultModelId).toBeNull()
  await expect(client.training.retry({ id: begun.run.id })).rejects.toMatchObject({
    data: { code: 'notRepeated' }
  })
})
