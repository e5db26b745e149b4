// Builds one entry of the main process as the product's build does, for tests that start it as a
// thread or a process of its own.
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../..')
const built = join(root, 'node_modules/.cache/lethe-tests', String(process.pid))
process.once('exit', () => rmSync(built, { recursive: true, force: true }))

/** @param source path from the repository's root. Returns the built file; it sees node_modules. */
export async function buildEntry(source: string): Promise<URL> {
  const name = source.replaceAll('/', '-').replace(/\.ts$/, '')
  const outDir = join(built, name)
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    // Its hundreds of small files take longer to open than the database.
    ssr: { noExternal: ['drizzle-orm'] },
    build: {
      ssr: join(root, source),
      outDir,
      target: 'node24',
      minify: false,
      rollupOptions: { output: { format: 'es', entryFileNames: 'entry.mjs' } }
    }
  })
  return pathToFileURL(join(outDir, 'entry.mjs'))
}
