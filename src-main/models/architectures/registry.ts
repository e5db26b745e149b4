// The model families, found by their files: one file adds one.
import { LetheError } from '../../base/errors'
import { nearestName } from '../../base/nearest'
import type { AnyArchitecture, Architecture } from '../architecture'

const modules = import.meta.glob<{ architecture?: AnyArchitecture }>(
  ['./*.ts', '!./registry.ts', '!./*.test.ts'],
  { eager: true }
)

const byModelType = new Map<string, AnyArchitecture>()
for (const [file, { architecture }] of Object.entries(modules)) {
  if (!architecture) throw new TypeError(`${file} exports no architecture`)
  if (byModelType.has(architecture.modelType))
    throw new TypeError(`${file}: ${architecture.modelType} is there already`)
  byModelType.set(architecture.modelType, architecture)
}

/** Of a causal family. @throws LetheError maskedModel, what anyArchitectureOf throws */
export function architectureOf(modelType: string): Architecture {
  const found = anyArchitectureOf(modelType)
  if (found.objective === 'masked') throw new LetheError('maskedModel', { model: modelType })
  return found
}

/** @throws LetheError architectureUnknown, with the nearest known name */
export function anyArchitectureOf(modelType: string): AnyArchitecture {
  const found = byModelType.get(modelType)
  if (found) return found
  const nearest = nearestName(modelType, byModelType.keys())
  throw new LetheError('architectureUnknown', {
    architecture: modelType,
    ...(nearest !== null && { nearest })
  })
}
