// All suites by what is said of them: one file adds one.
import type { SuiteDescription } from '../../base/suiteDescription'

const modules = import.meta.glob<{ description?: SuiteDescription }>(
  ['./*.describe.ts', '!./descriptions.describe.ts'],
  { eager: true }
)

export const suiteDescriptions: ReadonlyMap<string, SuiteDescription> = gathered()

function gathered(): Map<string, SuiteDescription> {
  const byName = new Map<string, SuiteDescription>()
  for (const [file, { description }] of Object.entries(modules)) {
    if (!description) throw new TypeError(`${file} exports no description`)
    if (byName.has(description.name))
      throw new TypeError(`${file}: ${description.name} is there already`)
    byName.set(description.name, description)
  }
  return new Map([...byName].sort(([a], [b]) => a.localeCompare(b, 'en')))
}
