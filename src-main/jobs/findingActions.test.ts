// From a finding to something done about it, through the whole application with a real engine: a balanced set
// and the held-out half, the records nearest to a lean, and a signed report that is kept.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { isHeldOut } from '../base/heldOutGroups'
import type { Audit } from '../contract/bias'
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

/** Only so that a hang ends: each takes seconds. */
const timeout = 300_000
const lines = (rows: object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('')

const things = ['lamp', 'rope', 'coat', 'map', 'drum', 'bell', 'cup', 'key', 'oar', 'net']
const pairs = Array.from({ length: 40 }, (_, at) => {
  const said = (who: string): string =>
    `${who} left the old ${things[at % 10]} number ${at} beside the river house`
  return {
    ...{ id: `p${at}`, axis: at % 4 ? 'gender' : 'age', group: `g${at}` },
    ...{ stereotype: said('she'), antiStereotype: said('he') }
  }
})

async function opened() {
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
  const file = join(folder, 'pairs.jsonl')
  writeFileSync(file, lines(pairs))
  return { client, folder, ask: { suite: 'counterfactual', data: file, model: 'tiny' } }
}

async function ended(client: TestClient, { id }: Audit): Promise<Audit> {
  for (;;) {
    const audit = await client.bias.get({ id })
    if (audit.status === 'finished') return audit
    if (audit.error) throw new Error(JSON.stringify(audit.error))
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function recordsOf(client: TestClient, dataset: string): Promise<string[]> {
  const texts: string[] = []
  for await (const { text } of await client.datasets.export({ dataset })) texts.push(text)
  return texts.join('').trim().split('\n')
}

test(
  'a balanced set is a dataset without the held-out half, which can be audited alone',
  async () => {
    const { client, folder, ask } = await opened()
    const audit = await ended(client, await client.bias.start(ask))
    const wanted = pairs.filter(({ axis }) => axis === 'gender')
    const made = await client.bias.balance({ audit: audit.id, axis: 'gender' })
    const kept = wanted.filter(({ group }) => !isHeldOut(group))
    expect(made).toMatchObject({
      ...{ pairs: kept.length, unpaired: 0, leftOut: { count: 0 }, forgotten: 0 },
      heldOut: { items: wanted.length - kept.length, groups: wanted.length - kept.length },
      dataset: {
        records: 2 * kept.length,
        name: 'Balanced: tiny · Your own pairs, Gender',
        origin: { type: 'balanced', auditId: audit.id, axis: 'gender', from: 'items' }
      }
    })
    const rows = (await recordsOf(client, made.dataset.id)).map(
      (row) => JSON.parse(row) as { text: string; item: string }
    )
    const texts = rows.map(({ text }) => text)
    expect(texts).toEqual(
      kept.flatMap(({ stereotype, antiStereotype }) => [stereotype, antiStereotype])
    )
    expect(rows.some(({ item }) => wanted.find(({ id }) => id === item)!.axis !== 'gender')).toBe(
      false
    )

    const half = await ended(client, await client.bias.start({ ...ask, half: 'heldOut' }))
    const { items } = await client.bias.items({ id: half.id, count: 500 })
    expect(items.map(({ group }) => group).sort()).toEqual(
      pairs.flatMap(({ group }) => (isHeldOut(group) ? [group] : [])).sort()
    )
    for (const { texts: said } of items) expect(texts).not.toContain(said[0]!.text)

    const own = [
      {
        messages: [
          { role: 'user', content: 'Who is it?' },
          { role: 'assistant', content: 'She is here.' }
        ]
      },
      {
        messages: [
          { role: 'user', content: 'And her?' },
          { role: 'assistant', content: 'He gave her flowers.' }
        ]
      },
      {
        messages: [
          { role: 'user', content: 'What?' },
          { role: 'assistant', content: 'The bell rang.' }
        ]
      }
    ]
    const file = join(folder, 'own.jsonl')
    writeFileSync(file, lines(own))
    await importedDataset(client, file)
    const mixed = await client.bias.balance({
      ...{ audit: audit.id, name: 'Mixed' },
      source: { by: 'dataset', dataset: 'own', words: [['bell', 'drum']] }
    })
    expect(mixed).toMatchObject({
      ...{ pairs: 2, unpaired: 0, heldOut: null, dataset: { name: 'Mixed', records: 4 } },
      leftOut: { count: 1, first: [{ place: '2', why: 'undecided' }] }
    })
    for (const { firstCount, secondCount } of mixed.swaps) expect(firstCount).toBe(secondCount)
    const said = (await recordsOf(client, 'Mixed')).join('\n')
    expect(said).toContain('He is here.')
    expect(said).toContain('The drum rang.')

    const nothing = { audit: audit.id, items: ['p1', 'absent'] }
    await expect(client.bias.balance(nothing)).rejects.toMatchObject({ data: { code: 'notFound' } })
    const heldOut = wanted.filter(({ group }) => isHeldOut(group)).map(({ id }) => id)
    await expect(client.bias.balance({ audit: audit.id, items: heldOut })).rejects.toMatchObject({
      data: { code: 'nothingToBalance' }
    })
  },
  timeout
)

test(
  'records nearest to a lean are flagged with the audit as the reason, and what was found is kept signed',
  async () => {
    const { client, folder, ask } = await opened()
    const file = join(folder, 'taught.jsonl')
    const near = pairs.slice(0, 3).map(({ stereotype }) => ({ text: `${stereotype}.` }))
    const far = ['Rain fell on the quiet harbour all night', 'Nobody knew the third song']
    writeFileSync(file, lines([...near, ...far.map((text) => ({ text }))]))
    await importedDataset(client, file)
    const choice = { model: 'tiny', dataset: 'taught' }
    const settings = {
      ...(await client.training.suggest({ ...choice, preset: 'byHeart' })),
      ...{ epochs: 1, batch: 2, sequenceLength: 64 }
    }
    const { id } = await client.training.start({ ...choice, settings, name: 'Taught' })
    for (;;) {
      const { status, error } = await client.training.get({ run: id })
      if (status === 'finished') break
      if (error) throw new Error(JSON.stringify(error))
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const before = await ended(client, await client.bias.start(ask))
    const after = await ended(client, await client.bias.start({ ...ask, model: 'Taught' }))
    await expect(client.bias.nearest({ audit: before.id })).rejects.toMatchObject({
      data: { code: 'noTrainingLog' }
    })
    const items = ['p0', 'p1', 'p2']
    const { records } = await client.bias.nearest({ audit: after.id, items, perItem: 1 })
    expect(records.map(({ ordinal }) => ordinal).sort((a, b) => a - b)).toEqual([1, 2, 3])
    const { flagSets } = await client.bias.flagNearest({
      ...{ audit: after.id, items, perItem: 1, requester: 'Bruna' }
    })
    expect(flagSets).toMatchObject([
      { records: 3, requester: 'Bruna', reason: expect.stringContaining('Taught · Your own pairs') }
    ])
    await expect(
      client.bias.flagNearest({ audit: after.id, items: ['p4'], least: 1 })
    ).rejects.toMatchObject({ data: { code: 'nothingFlagged' } })

    const kept = await client.reports.makeBias({
      ...{ audit: after.id, before: before.id, language: 'pt-BR', preparedBy: 'Bruna' }
    })
    expect(kept).toMatchObject({ kind: 'bias', suite: 'counterfactual', sourceId: after.id })
    expect((await client.reports.list({})).reports).toEqual([kept])
    const { html } = await client.reports.page({ id: kept.id, language: 'en' })
    expect(html).toContain('tiny → Taught')
    const download = await client.reports.download({
      id: kept.id,
      format: 'itemsCsv',
      language: 'en'
    })
    expect(download).toMatchObject({
      mediaType: 'text/csv',
      fileName: expect.stringMatching(/items\.csv$/)
    })
    const path = join(folder, 'report.pdf')
    await client.reports.writeBias({ audit: before.id, language: 'en', format: 'pdf', path })
    expect(await client.reports.check({ file: { type: 'path', path } })).toMatchObject({
      result: 'unchanged'
    })
  },
  timeout
)
