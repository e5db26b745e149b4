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
  const description = suiteDescriptions.get(suite.name)
  if (!description) throw new TypeError(`${file}: nothing describes it`)
  if ((suite.masked === undefined) !== (description.comparableMasked === undefined))
    throw new TypeError(`${file}: can a masked model be asked or not?`)
  byName.set(suite.name, suite)
}

/** As models that fill gaps are asked. @throws TypeError where they cannot be */
export function maskedSuiteOf(name: string): Suite {
  const suite = suiteOf(name)
  if (suite.masked === undefined) throw new TypeError(`${name} is for models that write`)
  return { ...suite, convention: suite.masked }
}

/** @throws LetheError suiteUnknown, with the nearest known name */
export function suiteOf(name: string): Suite {
  const found = byName.get(name)
  if (found) return found
  const nearest = nearestName(name, byName.keys())
  throw new LetheError('suiteUnknown', { suite: name, ...(nearest !== null && { nearest }) })
}
