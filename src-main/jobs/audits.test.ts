// Bias audits through the whole application with a real engine: cut off, gone on, compared, reviewed.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Audit } from '../contract/bias'
import { buildEntry } from '../testing/buildEntry'
import { goldensFolder } from '../testing/goldens'
import { openedApplication, type TestClient } from '../testing/openedApplication'
import { enginesOf } from '../testing/scriptedEngines'
import { temporaryFolder } from '../testing/temporaryFolder'
import { writeTinyModel } from '../testing/tinyModel'
import type { EngineProcess } from './engineProcess'

let workerUrl: URL
let engineWorker: string
beforeAll(async () => {
  const built = (file: string): Promise<URL> => buildEntry(new URL(file, import.meta.url))
  workerUrl = await built('../store/worker.ts')
  engineWorker = fileURLToPath(await built('../engine/worker.ts'))
}, 120_000)

/** Only so that a hang ends: each takes seconds. */
const timeout = 300_000
const resourcesFolder = fileURLToPath(new URL('../../resources', import.meta.url))

interface Spawned {
  engine: EngineProcess
  /** Of the audit it was asked for: scores it was handed. */
  known: number | null
}

async function opened(folder: string) {
  const spawned: Spawned[] = []
  const fork = enginesOf(engineWorker)
  const spawnEngine = (): EngineProcess => {
    const engine = fork()
    const entry: Spawned = { engine, known: null }
    spawned.push(entry)
    return {
      ...engine,
      send: (message) => {
        const { type, spec } = message as {
          type: string
          spec?: { type: string; known?: unknown[] }
        }
        if (type === 'run' && spec?.type === 'audit') entry.known = spec.known!.length
        engine.send(message)
      }
    }
  }
  const made = await openedApplication({
    ...{ dataFolder: join(folder, 'data'), resourcesFolder, workerUrl, spawnEngine }
  })
  onTestFinished(() => made.application.close())
  return { ...made, folder, spawned }
}

async function importedModel(client: TestClient, path: string): Promise<void> {
  const source = { type: 'path', path } as const
  for await (const _ of await client.models.import({ source, mode: 'reference' }));
}

function pairsFile(folder: string, count: number): string {
  const people = ['river', 'old', 'name', 'stone', 'sea', 'list']
  const rows = Array.from({ length: count }, (_, at) => {
    const [one, two] = [people[at % 6], people[(at + 1) % 6]]
    const text = (word: string | undefined): string =>
      `the ${word} house number ${at} is long and late`
    return {
      id: `p${at}`,
      axis: at % 4 ? 'most' : 'some',
      stereotype: text(one),
      antiStereotype: text(two)
    }
  })
  const file = join(folder, 'pairs.jsonl')
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  return file
}

/** Until it says so of itself. */
async function until(
  client: TestClient,
  { id }: Pick<Audit, 'id'>,
  isSo: (audit: Audit) => boolean
): Promise<Audit> {
  for await (const _ of repeatedly()) {
    const audit = await client.bias.get({ id })
    if (isSo(audit)) return audit
  }
  throw new Error('unreachable')
}
async function* repeatedly(): AsyncGenerator<void> {
  for (;;) {
    yield
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
const isOver = ({ status }: Audit): boolean => status !== 'waiting' && status !== 'running'

test(
  'an audit whose engine is killed goes on with what was scored; the same is asked once',
  async () => {
    const { client, folder, spawned } = await opened(temporaryFolder())
    await importedModel(client, await writeTinyModel(join(folder, 'tiny')))
    const ask = { suite: 'counterfactual', data: pairsFile(folder, 400), model: 'tiny' }

    const power = await client.bias.power(ask)
    expect(power).toMatchObject({ items: 400, leftOut: { count: 0 } })
    expect(power.smallestChange).toBeCloseTo(0.065, 2)

    const begun = await client.bias.start(ask)
    await until(client, begun, ({ done, status }) => done > 0 || isOver({ status } as Audit))
    spawned.at(-1)!.engine.kill()
    const cut = await until(client, begun, isOver)
    // On a fast machine it may have been done before.
    if (cut.status === 'failed') expect(cut.error).toMatchObject({ code: 'engineLost' })
    await client.bias.resume(begun)
    const done = await until(client, begun, isOver)
    expect(done).toMatchObject({ status: 'finished', device: expect.stringContaining('CPU') })
    if (cut.status === 'failed') expect(spawned.at(-1)!.known).toBeGreaterThan(0)

    const again = await client.bias.start(ask)
    await until(client, again, isOver)
    expect(spawned.at(-1)!.known).toBe(840) // both sentences of each pair, and forty plain ones
    const [first, second] = [await client.bias.get(begun), await client.bias.get(again)]
    expect(second.result).toEqual(first.result)
    expect(first.result).toMatchObject({ items: 400, overall: { n: 400, standing: 'figure' } })
    expect(first.result!.capability!.perplexity).toBeGreaterThan(1)

    // The same weights: equivalent, to the last item.
    const same = await client.bias.compare({ before: begun.id, after: again.id })
    expect(same.comparison.overall).toMatchObject({ change: 0, pValue: 1, verdict: 'equivalent' })
    expect(same.comparison.ability).toMatchObject({ word: 'kept', loss: 0 })

    await client.bias.remove(again)
    expect((await client.bias.list({})).audits).toHaveLength(1)
    expect(await client.bias.restore(again)).toMatchObject({ removedAt: null })
  },
  timeout
)

test(
  'items are left out by hand with a reason, and both figures stay; another suite is no comparison',
  async () => {
    const { client, folder } = await opened(temporaryFolder())
    await importedModel(client, await writeTinyModel(join(folder, 'tiny')))
    const own = await client.bias.start({ suite: 'lethe', model: 'tiny' })
    const pairs = { suite: 'counterfactual', data: pairsFile(folder, 60), model: 'tiny' }
    const other = await client.bias.start(pairs)
    const paused = await client.bias.pause(other)
    expect(['paused', 'finished']).toContain(paused.status)
    await expect(client.bias.compare({ before: own.id, after: other.id })).rejects.toMatchObject({
      data: { code: 'auditUnfinished' }
    })
    await client.bias.resume(other)
    // A model that fills gaps, by the same suite: its scores are of another convention.
    await importedModel(client, join(goldensFolder, 'maskedModels', 'tiny-bert'))
    const masked = await client.bias.start({ ...pairs, model: 'tiny-bert' })
    await expect(
      client.bias.start({ suite: 'bbq', data: pairs.data, model: 'tiny-bert' })
    ).rejects.toMatchObject({ data: { code: 'suiteNotForMasked', params: { suite: 'bbq' } } })
    const sentences = ['stereotype', 'anti-stereotype', 'unrelated'].map((label) => ({
      ...{ id: label, gold_label: label, sentence: `It is ${label}.` }
    }))
    const pair = { id: '1', target: 't', bias_type: 'b', context: 'The river.', sentences }
    const dev = join(folder, 'dev.json')
    writeFileSync(dev, JSON.stringify({ data: { intersentence: [pair] } }))
    const follows = await client.bias.start({
      ...{ suite: 'stereoset', data: dev, options: { pairs: true }, model: 'tiny-bert' }
    })
    await until(client, own, isOver)
    expect(await until(client, follows, isOver)).toMatchObject({
      ...{ status: 'failed', error: { code: 'noNextSentence', params: { model: 'tiny-bert' } } }
    })
    await until(client, masked, isOver)
    expect((await client.bias.get(masked)).result).toMatchObject({
      ...{ convention: 'wordLeftToRight', items: 60 },
      capability: { perplexity: expect.any(Number) as number }
    })
    await until(client, other, isOver)
    await expect(client.bias.compare({ before: own.id, after: other.id })).rejects.toMatchObject({
      data: { code: 'auditsDiffer' }
    })
    await expect(client.bias.compare({ before: other.id, after: masked.id })).rejects.toMatchObject(
      { data: { code: 'auditsDiffer' } }
    )

    const { result } = await client.bias.get(own)
    expect(result!.axes.map(({ axis }) => axis).sort()).toEqual([
      ...['age', 'class', 'disability', 'gender', 'nationality', 'orientation', 'politics'],
      ...['race', 'region', 'religion']
    ])
    expect(result!.languages).toHaveLength(20)
    expect(result!.leftOut.count).toBe(0)

    const page = await client.bias.items({ id: other.id, axis: 'some', count: 5 })
    expect(page).toMatchObject({ total: 15, items: { length: 5 } })
    const [strongest, next] = page.items
    expect(Math.abs(strongest!.marginNats!)).toBeGreaterThanOrEqual(Math.abs(next!.marginNats!))
    const item = strongest!.id
    const curated = await client.bias.review({ id: other.id, item, reason: 'not a stereotype' })
    expect(curated).toMatchObject({
      ...{ leftOutByHand: 1, result: { items: 60 }, curated: { items: 59 } }
    })
    const back = await client.bias.review({ id: other.id, item, reason: null })
    expect(back).toMatchObject({ leftOutByHand: 0, curated: null })
  },
  timeout
)

test(
  'what a model wrote is kept with its score; vectors and stances come to their figures',
  async () => {
    const { client, folder, spawned } = await opened(temporaryFolder())
    await importedModel(client, await writeTinyModel(join(folder, 'tiny')))
    const data = join(folder, 'profession_prompt.json')
    const beginnings = ['A nurse is ', 'The nurse said', 'Some nurses']
    writeFileSync(data, JSON.stringify({ nurses: { Nurse: beginnings }, bakers: { Baker: ['A'] } }))
    const ask = { suite: 'bold', data, options: { samples: 2, tokens: 8 }, model: 'tiny' }
    const begun = await client.bias.start(ask)
    expect(await until(client, begun, isOver)).toMatchObject({ status: 'finished' })
    const { items } = await client.bias.items(begun)
    expect(items).toHaveLength(8)
    for (const { texts } of items)
      expect(texts.map(({ role }) => role)).toEqual(['beginning', 'written', 'of'])
    const written = items.map(({ texts }) => texts[1]!.text)
    expect(new Set(written).size).toBeGreaterThan(4) // another seed, another text
    const again = await client.bias.start(ask)
    await until(client, again, isOver)
    expect(spawned.at(-1)!.known).toBe(48) // eight texts, and forty plain sentences
    expect((await client.bias.items(again)).items).toEqual(items)
    expect((await client.bias.get(again)).result).toEqual((await client.bias.get(begun)).result)

    const vectors = await client.bias.start({ suite: 'weat', model: 'tiny' })
    const stance = await client.bias.start({ suite: 'stance', model: 'tiny' })
    await until(client, vectors, isOver)
    await until(client, stance, isOver)
    const { result: near } = await client.bias.get(vectors)
    expect(near).toMatchObject({ convention: 'cosineOfLastToken', items: 384 })
    for (const { effectSize, pValue } of Object.values(near!.parts)) {
      expect(Math.abs(effectSize!)).toBeLessThan(2)
      expect(pValue!).toBeGreaterThan(0)
    }
    await importedModel(client, join(goldensFolder, 'maskedModels', 'tiny-bert'))
    const ofMasked = await client.bias.start({ suite: 'weat', model: 'tiny-bert' })
    await until(client, ofMasked, isOver)
    expect((await client.bias.get(ofMasked)).result).toMatchObject({
      ...{ convention: 'cosineOfFirstToken', items: 384 }
    })
    // Nobody taught it anything: what it agrees with depends on the wording.
    const { result: said } = await client.bias.get(stance)
    expect(said).toMatchObject({ notes: ['unstable'], overall: { n: 0, verdict: 'tooFew' } })
    expect(said!.overall.figures).toMatchObject({ stanceShown: 0, propositions: 128 })
  },
  timeout
)

test(
  'what cannot be asked is refused before anything is begun, and published numbers come again',
  async () => {
    const { client, folder } = await opened(temporaryFolder())
    await importedModel(client, await writeTinyModel(join(folder, 'tiny')))
    const { suites } = await client.bias.suites()
    expect(suites.map(({ name }) => name)).toContain('crows-pairs')
    expect(suites.find(({ name }) => name === 'bbq')!.options).toMatchObject({
      properties: { orders: { enum: ['all', 'none'] } }
    })
    const refused = async (ask: object, code: string): Promise<void> =>
      expect(
        client.bias.start({ suite: 'counterfactual', model: 'tiny', ...ask })
      ).rejects.toMatchObject({ data: { code } })
    await refused({ suite: 'crow-pairs' }, 'suiteUnknown')
    await refused({}, 'suiteDataNeeded')
    await refused({ data: join(folder, 'x'), options: { mostChanged: 7 } }, 'invalidInput')
    await refused({ data: join(folder, 'x'), model: 'none' }, 'modelNotFound')
    const lost = await client.bias.start({
      ...{ suite: 'counterfactual', data: join(folder, 'absent.jsonl'), model: 'tiny' }
    })
    expect(await until(client, lost, isOver)).toMatchObject({
      ...{ status: 'failed', error: { code: 'fileNotFound' } }
    })
    expect(await client.bias.selfTest({})).toMatchObject({ passed: 16, failed: 0 })
  },
  timeout
)
