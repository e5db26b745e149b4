// Builds one entry of the main process for tests that start it as a thread or a process of its own.
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleEntry, repository } from './bundleEntry'
import { isRunning } from './isRunning'

const builds = join(repository, 'node_modules/.cache/lethe-tests')
const built = join(builds, String(process.pid))

// Test processes are ended without a goodbye: each clears up after those that are gone.
mkdirSync(builds, { recursive: true })
for (const pid of readdirSync(builds)) {
  if (!isRunning(Number(pid))) rmSync(join(builds, pid), { recursive: true, force: true })
}

/** Returns the built file; it sees node_modules. */
export async function buildEntry(source: URL): Promise<URL> {
  const file = fileURLToPath(source)
  const name = relative(repository, file).replaceAll(/[\\/]/g, '-').replace(/\.ts$/, '')
  return bundleEntry(file, join(built, name))
}
