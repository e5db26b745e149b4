// Evidence from asking to the file that is kept, by an engine process of its own.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { silentLog } from '../base/log'
import { evidenceFileSchema } from '../contract/evidenceFile'
import { usualEvidenceSettings, type EvidenceItem } from '../contract/evidenceRequest'
import { buildEntry } from '../testing/buildEntry'
import { enginesOf } from '../testing/scriptedEngines'
import { temporaryFolder } from '../testing/temporaryFolder'
import { writeTinyModel } from '../testing/tinyModel'
import { BlockFiles } from './blockFiles'
import type { EngineProcess } from './engineProcess'
import { measureEvidence, type EvidenceModel, type EvidenceRequest } from './evidence'
import type { Devices } from './devices'
import type { SettingsKeeper } from './settings'
import { TrainingEngines } from './trainingEngine'

const log = silentLog()
const items: EvidenceItem[] = Array.from({ length: 12 }, (_, at) => ({
  ...{ kind: 'record', id: `r${at}`, subject: `s${at}`, group: null, wrongAnswers: ['a bridge'] },
  parts: [
    { role: 'user', text: `the old river ${at}?` },
    { role: 'assistant', text: `is long\u2028and ${at} wide` }
  ]
}))

test('an engine that dies is asked again; what is kept tells how it came about', async () => {
  const folder = temporaryFolder()
  const workerFile = fileURLToPath(
    await buildEntry(new URL('../engine/worker.ts', import.meta.url))
  )
  const fork = enginesOf(workerFile)
  const started: EngineProcess[] = []
  const spawn = (): EngineProcess => {
    const engine = fork()
    started.push(engine)
    return engine
  }
  const settings = { get: async () => ({ threads: 1 }) } as unknown as SettingsKeeper
  const devices = { providerFor: async () => 'cpu' } as unknown as Devices
  const parts = {
    own: new TrainingEngines(spawn, 3, settings, devices, log),
    blockFiles: new BlockFiles(folder, log),
    version: '1.2.3'
  }
  const path = await writeTinyModel(join(folder, 'model'))
  const models = (['original', 'unlearned', 'reference'] as const).map((role): EvidenceModel => ({
    ...{ role, attack: null, id: `id of ${role}`, name: role, sha256: 'a'.repeat(64), path }
  }))
  const request: EvidenceRequest = {
    ...{ id: 'e1', folder: join(folder, 'evidence'), items, models },
    settings: { ...usualEvidenceSettings, samples: 2, worstOf: 2, mostAnswerTokens: 4 },
    replay: { proof: 'notCompared', replayedSha256: null, retrainedSha256: null },
    subject: { title: 'Ana', reason: 'asked', requestedBy: 'Ana' },
    plan: { method: 'replay' }
  }
  // Held, it waits at its first record.
  const killed = measureEvidence(parts, request, {
    onSteerable: (steer) => steer('hold'),
    onProgress: () => process.kill(started[0]!.pid!, 'SIGKILL')
  })
  await expect(killed).rejects.toMatchObject({ code: 'engineLost' })
  const told: number[] = []
  const evidence = await measureEvidence(parts, request, {
    onProgress: ({ done, total }) => told.push(done, total)
  })
  expect(Math.max(...told)).toBe(36)
  const kept: unknown = JSON.parse(readFileSync(join(request.folder, 'evidence.json'), 'utf8'))
  expect(evidenceFileSchema.parse(kept)).toEqual(evidence)
  expect(evidence).toMatchObject({
    replay: request.replay,
    made: { lethe: '1.2.3', threads: 1 },
    measured: { overall: { key: 'replayedNotCompared' }, counts: { records: 12 } }
  })
  const texts = readdirSync(request.folder).map((name) =>
    readFileSync(join(request.folder, name), 'utf8')
  )
  expect(texts.join('\n')).not.toContain('the old river')
  // One and the same model three times: nothing can be told apart.
  expect(evidence.measured.tests.exactMemorisation).toMatchObject({ reason: 'noDifference' })

  const twoModels = { ...request, models: models.slice(0, 2) }
  await expect(measureEvidence(parts, twoModels)).rejects.toMatchObject({
    params: { field: 'models', reason: { place: 'reference' } }
  })
})
