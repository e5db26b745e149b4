// What flagged records reached, as a tree: each model under the one it was begun with, with the run that
// made it and the copies that were written of it.
import type { Reach, ReachedModel } from '../../../src-main/contract/forgetting'

type ReachedRun = Reach['runs'][number]
type Copy = Reach['exports'][number]

export interface TouchedModel {
  model: ReachedModel
  /** Null: the run read none of the records itself. */
  run: ReachedRun | null
  copies: Copy[]
  children: TouchedModel[]
}

interface TouchTree {
  models: TouchedModel[]
  /** Runs that read them or measured with them, and made no model that depends on them. */
  runsAlone: ReachedRun[]
}

export function touchTree({ models, runs, exports }: Reach): TouchTree {
  const nodes = new Map<string, TouchedModel>(
    models.map((model) => [
      model.modelId,
      {
        model,
        run: runs.find(({ runId }) => runId === model.runId) ?? null,
        copies: exports.filter(({ modelId }) => modelId === model.modelId),
        children: []
      }
    ])
  )
  const roots: TouchedModel[] = []
  for (const node of nodes.values()) (nodes.get(node.model.parentId)?.children ?? roots).push(node)
  const made = new Set(models.map(({ runId }) => runId))
  return { models: roots, runsAlone: runs.filter(({ runId }) => !made.has(runId)) }
}

/** Models that were begun with this one, and those begun with them. */
export function descendantsOf(modelId: string, models: readonly ReachedModel[]): ReachedModel[] {
  const found = new Set([modelId])
  // A model is there before its descendants.
  return models.filter(({ modelId: id, parentId }) => found.has(parentId) && found.add(id))
}

interface TouchCounts {
  runs: number
  models: number
  adapters: number
  merges: number
  exports: number
}

export function touchCounts({ runs, models, exports }: Reach): TouchCounts {
  return {
    ...{ runs: runs.length, models: models.length },
    adapters: models.filter(({ adapter }) => adapter).length,
    merges: exports.filter(({ kind }) => kind === 'merged').length,
    exports: exports.length
  }
}
