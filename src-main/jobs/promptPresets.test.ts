// Presets through the router: what is kept, what is refused, and that nothing is lost by removing.
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Change } from '../contract/system'
import { mostPresets, presetLimitBytes } from '../contract/promptPresets'
import { openStore } from '../store/client'
import { buildEntry } from '../testing/buildEntry'
import { openedApplication, resourcesWithStarter } from '../testing/openedApplication'
import { scriptedEngines } from '../testing/scriptedEngines'
import { temporaryFolder } from '../testing/temporaryFolder'
import type { SpawnEngine } from './engineProcess'
import { restorableMs } from './sweep'

let workerUrl: URL
let spawnEngine: SpawnEngine
beforeAll(async () => {
  workerUrl = await buildEntry(new URL('../store/worker.ts', import.meta.url))
  spawnEngine = await scriptedEngines()
})

async function opened(folder = temporaryFolder()) {
  const dataFolder = join(folder, 'data')
  const { application, client } = await openedApplication({
    ...{ dataFolder, workerUrl, spawnEngine },
    resourcesFolder: resourcesWithStarter(join(folder, 'resources'))
  })
  let isClosed = false
  const close = async (): Promise<void> => {
    if (!isClosed) await application.close()
    isClosed = true
  }
  onTestFinished(close)
  const { promptPresets: presets } = client
  const names = async () => (await presets.list()).presets.map(({ name }) => name)
  return { client, presets, names, folder, dataFolder, close }
}
const message = (name: string, text = 'A text') => ({ kind: 'message', name, text }) as const
const refused = (code: string, params: object) => ({ data: { code, params } })

test('presets are listed by name, are changed, and stay after a restart', async () => {
  const { presets, names, folder, close } = await opened()
  for (const name of ['Zebra', 'Text 10', 'águia', 'Text 9']) await presets.add(message(name))
  expect(await names()).toEqual(['águia', 'Text 9', 'Text 10', 'Zebra'])
  const { id } = await presets.add({ kind: 'system', name: '  Zebra ', text: ' Be brief.\n' })
  const renamed = await presets.update({ id, name: 'Brief' })
  expect(renamed).toMatchObject({ kind: 'system', name: 'Brief', text: ' Be brief.\n' })
  expect(await presets.update({ id, text: 'Be kind.' })).toMatchObject({ name: 'Brief' })
  expect(await presets.update({ id })).toMatchObject({ name: 'Brief', text: 'Be kind.' })
  await close()
  const again = await opened(folder)
  const { presets: kept } = await again.presets.list()
  expect(kept.find((it) => it.id === id)).toMatchObject({ name: 'Brief', text: 'Be kind.' })
})

test('a name is borne once in its kind, whatever its letters’ case and form', async () => {
  const { presets } = await opened()
  const { id } = await presets.add(message('Resumão'))
  const taken = (name: string) => refused('nameTaken', { name })
  await expect(presets.add(message('RESUMÃO'))).rejects.toMatchObject(taken('RESUMÃO'))
  const decomposed = 'Resumão'.normalize('NFD')
  await expect(presets.add(message(decomposed))).rejects.toMatchObject(taken(decomposed))
  await presets.add({ ...message('Resumão'), kind: 'system' })
  await presets.update({ id, name: 'resumão' }) // its own
  const other = await presets.add(message('Other'))
  await expect(presets.update({ id, name: 'other' })).rejects.toMatchObject(taken('other'))

  // What was removed gives its name free, and finds it taken when it comes back.
  await presets.remove({ id: other.id })
  const { id: heir } = await presets.add(message('OTHER'))
  await expect(presets.restore({ id: other.id })).rejects.toMatchObject(taken('Other'))
  await presets.update({ id: heir, name: 'Third' })
  expect(await presets.restore({ id: other.id })).toMatchObject({ name: 'Other', removedAt: null })
})

test('what is empty, too large or one too many is refused in its own words', async () => {
  const { presets, names } = await opened()
  await expect(presets.add(message('Empty', ' \n'))).rejects.toMatchObject(
    refused('promptEmpty', {})
  )
  await expect(presets.add(message(' '))).rejects.toMatchObject({ data: { code: 'invalidInput' } })
  const most = 'é'.repeat(presetLimitBytes / 2)
  const { id } = await presets.add(message('Most', most))
  const tooLarge = { sizeBytes: presetLimitBytes + 1, limitBytes: presetLimitBytes }
  await expect(presets.update({ id, text: `${most}.` })).rejects.toMatchObject(
    refused('presetTooLarge', tooLarge)
  )
  for (let number = 1; number < mostPresets; number++) await presets.add(message(`${number}`))
  const full = refused('listFull', { limit: mostPresets })
  await expect(presets.add(message('Another'))).rejects.toMatchObject(full)
  await presets.add({ ...message('Another'), kind: 'system' })
  await presets.update({ id, name: 'Largest' })
  await presets.remove({ id })
  await presets.add(message('Another'))
  await expect(presets.restore({ id })).rejects.toMatchObject(full)
  expect(await names()).toHaveLength(mostPresets + 1)
  for (const call of [presets.update, presets.remove, presets.restore]) {
    await expect(call({ id: 'none' })).rejects.toMatchObject(
      refused('notFound', { kind: 'preset', id: 'none' })
    )
  }
})

test('a removed one can be restored for a month, and everybody hears of it', async () => {
  const { client, presets, names, folder, dataFolder, close } = await opened()
  const stop = new AbortController()
  const heard: Change[] = []
  const changes = await client.system.changes(undefined, { signal: stop.signal })
  const listening = (async () => {
    for await (const change of changes) heard.push(change)
  })()
  const { id } = await presets.add(message('Kept'))
  await presets.remove({ id })
  await expect.poll(() => heard).toContainEqual({ topic: 'promptPresets', id })
  stop.abort()
  await listening
  expect(await names()).toEqual([])
  await close()

  const again = await opened(folder)
  await again.presets.restore({ id })
  expect(await again.names()).toEqual(['Kept'])
  await again.close()
  const store = await openStore({ dataFolder, workerUrl })
  const longAgo = Date.now() - restorableMs - 1
  await store.write.promptPresets.update({ id, changes: { removedAt: longAgo } })
  await store.close()
  const later = await opened(folder)
  await expect(later.presets.restore({ id })).rejects.toMatchObject({ data: { code: 'notFound' } })
})
