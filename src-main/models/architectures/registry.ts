// The model families, found by their files: one file adds one.
import { LetheError } from '../../base/errors'
import { nearestName } from '../../base/nearest'
import type { Architecture } from '../architecture'

const modules = import.meta.glob<{ architecture?: Architecture }>(
  ['./*.ts', '!./registry.ts', '!./*.test.ts'],
  { eager: true }
)

const byModelType = new Map<string, Architecture>()
for (const [file, { architecture }] of Object.entries(modules)) {
  if (!architecture) throw new TypeError(`${file} exports no architecture`)
  if (byModelType.has(architecture.modelType))
    throw new TypeError(`${file}: ${architecture.modelType} is there already`)
  byModelType.set(architecture.modelType, architecture)
}

/** @throws LetheError architectureUnknown, with the nearest known name */
export function architectureOf(modelType: string): Architecture {
  const found = byModelType.get(modelType)
  if (found) return found
  const nearest = nearestName(modelType, byModelType.keys())
  throw new LetheError('architectureUnknown', {
    architecture: modelType,
    ...(nearest !== null && { nearest })
  })
}
