import { describe, expect, it } from 'vitest'
import type { Reach, ReachedModel } from '../../../src-main/contract/forgetting'
import { descendantsOf, touchCounts, touchTree } from './touchTree'

const model = (
  modelId: string,
  parentId: string,
  more: Partial<ReachedModel> = {}
): ReachedModel => ({
  ...{ modelId, modelName: modelId, runId: `run ${modelId}`, parentId, removed: false },
  ...{ adapter: false, through: null, conversations: 0, ...more }
})
const run = (runId: string): Reach['runs'][number] => ({
  ...{ runId, runName: runId, status: 'finished', learned: 2, keptOut: 0, times: 6 },
  ...{ firstStep: 3, lastStep: 11, depends: true }
})
const copy = (modelId: string, kind: 'merged' | 'adapter'): Reach['exports'][number] => ({
  ...{ modelId, kind, path: `/copies/${modelId} ${kind}`, there: true, exportedAt: 0 }
})

const models = [
  model('taught', 'starter'),
  model('child', 'taught', { through: 'taught', adapter: true }),
  model('grandchild', 'child', { through: 'child' }),
  model('other', 'starter')
]
const reach: Reach = {
  ...{ records: 2, models, conversations: 0, sameText: { count: 0, first: [] } },
  runs: [run('run taught'), run('run other'), run('still learning')],
  exports: [copy('child', 'merged'), copy('child', 'adapter')]
}

describe('what flagged records reached', () => {
  it('stands as a tree: models under the ones they were begun with', () => {
    const { models: roots, runsAlone } = touchTree(reach)
    expect(roots.map((node) => node.model.modelId)).toEqual(['taught', 'other'])
    const [taught] = roots
    expect(taught?.run?.runId).toBe('run taught')
    expect(taught?.children).toMatchObject([
      { model: { modelId: 'child' }, run: null, children: [{ model: { modelId: 'grandchild' } }] }
    ])
    expect(taught?.children[0]?.copies).toHaveLength(2)
    expect(runsAlone.map(({ runId }) => runId)).toEqual(['still learning'])
  })
  it('is counted', () => {
    expect(touchCounts(reach)).toEqual({ runs: 3, models: 4, adapters: 1, merges: 1, exports: 2 })
  })
  it('knows whatever was trained on from a model', () => {
    const names = (of: string) => descendantsOf(of, models).map(({ modelId }) => modelId)
    expect(names('taught')).toEqual(['child', 'grandchild'])
    expect(names('child')).toEqual(['grandchild'])
    expect(names('other')).toEqual([])
  })
})
