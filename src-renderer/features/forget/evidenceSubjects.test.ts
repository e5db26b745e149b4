import { expect, it } from 'vitest'
import type { EvidenceEntry } from '../../../src-main/contract/evidenceEntries'
import type { Run } from '../../../src-main/contract/training'
import { evidenceSubjects } from './evidenceSubjects'

const set = { id: 'ana', version: 2 }
const replay = (id: string, resultModelId: string | null, flagSetVersion = 2) =>
  ({
    ...{ id, name: id, resultModelId },
    forgetting: { kind: 'replay', flagSetId: 'ana', flagSetVersion }
  }) as Run
const entry = (id: string, runId: string | null, model: string, flagSetVersion = 2) =>
  ({
    ...{ id, flagSetId: 'ana', flagSetVersion, runId },
    models: { unlearned: { id: model, name: model } }
  }) as EvidenceEntry

it('finds the models that forgot, with the evidence about each', () => {
  const runs = [replay('under way', null), replay('done', 'm1'), replay('earlier', 'm0', 1)]
  const entries = [
    ...[entry('newest', 'done', 'm1'), entry('older', 'done', 'm1')],
    ...[entry('of others', null, 'm2'), entry('of version 1', 'earlier', 'm0', 1)]
  ]
  const found = evidenceSubjects(set, runs, entries)
  expect(
    found.map(({ modelId, run, entries: of }) => [modelId, run?.id, of.map(({ id }) => id)])
  ).toEqual([
    ['m1', 'done', ['newest', 'older']],
    ['m2', undefined, ['of others']]
  ])
})
