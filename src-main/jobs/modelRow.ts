// The row of a model as an engine found it.
import { totalmem } from 'node:os'
import type { HubOrigin } from '../contract/hub'
import type { Inspection } from '../engine/protocol'
import type { StoredModel } from '../store/models'

/** The part of the machine's memory that a model may fill with its fast form unasked. */
const packedShare = 1 / 4

export function modelRowOf(
  id: string,
  found: Inspection,
  origin: StoredModel['origin'],
  path: string,
  name: string | undefined,
  hub: HubOrigin | null = null
): StoredModel {
  const { folder: _folder, name: suggested, ...rest } = found
  const packedBytes = 4 * found.parameterCount
  return {
    ...rest,
    id,
    name: name ?? suggested,
    format: 'safetensors',
    origin,
    path,
    hub,
    filesStamp: null,
    weightMode: packedBytes <= packedShare * totalmem() ? 'packed' : 'mapped',
    addedAt: Date.now(),
    lastUsedAt: null,
    removedAt: null
  }
}
