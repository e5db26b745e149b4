// Builds one entry of the main process as the product's build does, for tests that start it as a
// thread or a process of its own.
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { isRunning } from './isRunning'

const root = resolve(import.meta.dirname, '../..')
const builds = join(root, 'node_modules/.cache/lethe-tests')
const built = join(builds, String(process.pid))

// Test processes are ended without a goodbye: each clears up after those that are gone.
mkdirSync(builds, { recursive: true })
for (const pid of readdirSync(builds)) {
  if (!isRunning(Number(pid))) rmSync(join(builds, pid), { recursive: true, force: true })
}

/** Returns the built file; it sees node_modules. */
export async function buildEntry(source: URL): Promise<URL> {
  const file = fileURLToPath(source)
  const name = relative(root, file).replaceAll(/[\\/]/g, '-').replace(/\.ts$/, '')
  const outDir = join(built, name)
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    // Its hundreds of small files take longer to open than the database.
    ssr: { noExternal: ['drizzle-orm'] },
    build: {
      ssr: file,
      outDir,
      target: 'node24',
      minify: false,
      rollupOptions: { output: { format: 'es', entryFileNames: 'entry.mjs' } }
    }
  })
  return pathToFileURL(join(outDir, 'entry.mjs'))
}
