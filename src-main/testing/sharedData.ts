// Test material that lies beside the repository, in ../shared/data, and may not be committed.
// Tests that need it run where it is there and are skipped with a loud message where it is not.

import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'

const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url))

export const sharedDataFolder = resolve(repositoryRoot, '../shared/data')

/**
 * `describe` for tests that read files of ../shared/data. `body` gets the absolute path of each of
 * `needed` (given relative to that folder); where one is absent the tests are skipped.
 */
export function describeWithSharedData(
  title: string,
  needed: readonly string[],
  body: (...paths: string[]) => void
): void {
  const paths = needed.map((path) => join(sharedDataFolder, path))
  const absent = paths.filter((path) => !existsSync(path))
  if (absent.length > 0) {
    console.warn(`SKIPPED: "${title}" needs test material that is absent: ${absent.join(', ')}`)
  }
  describe.skipIf(absent.length > 0)(title, () => {
    body(...paths)
  })
}
