// Models the journeys need, written anew for each.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { writeTinyModel } from '../../src-main/testing/tinyModel'

/** Continues any text without an end: it knows no token that would be one. */
export function endlessModel(folder: string): Promise<string> {
  return writeTinyModel(join(folder, 'Endless'), { config: { max_position_embeddings: 32_768 } })
}

/** Continues any text without an end, slowly enough to be met in the middle of it. */
export function slowModel(folder: string, name: string): Promise<string> {
  const wide = { hidden_size: 128, intermediate_size: 384, num_hidden_layers: 6 }
  return writeTinyModel(join(folder, name), {
    config: { ...wide, num_attention_heads: 4, num_key_value_heads: 4 }
  })
}

/** A model that lies beside the repository and may not be committed; null where it is absent. */
export function sharedModel(name: string): string | null {
  const path = resolve(import.meta.dirname, '../../../shared/data/models', name)
  if (existsSync(path)) return path
  process.stderr.write(`SKIPPED: journeys with ${name} need material that is absent: ${path}\n`)
  return null
}
