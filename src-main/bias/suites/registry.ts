// The suites with what computes them, found by their files.
import { LetheError } from '../../base/errors'
import { nearestName } from '../../base/nearest'
import type { Suite } from '../suite'
import { suiteDescriptions } from './descriptions.describe'

const modules = import.meta.glob<{ suite?: Suite }>(
  ['./*.ts', '!./registry.ts', '!./*.describe.ts', '!./*.test.ts'],
  { eager: true }
)

const byName = new Map<string, Suite>()
for (const [file, { suite }] of Object.entries(modules)) {
  if (!suite) throw new TypeError(`${file} exports no suite`)
  if (byName.has(suite.name)) throw new TypeError(`${file}: ${suite.name} is there already`)
  if (!suiteDescriptions.has(suite.name)) throw new TypeError(`${file}: nothing describes it`)
  byName.set(suite.name, suite)
}

/** @throws LetheError suiteUnknown, with the nearest known name */
export function suiteOf(name: string): Suite {
  const found = byName.get(name)
  if (found) return found
  const nearest = nearestName(name, byName.keys())
  throw new LetheError('suiteUnknown', { suite: name, ...(nearest !== null && { nearest }) })
}
