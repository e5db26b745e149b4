// Builds one entry of the main process as the product's build does; the built file sees node_modules
// where it lies below them.
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

export const repository = resolve(import.meta.dirname, '../..')

export async function bundleEntry(file: string, outDir: string): Promise<URL> {
  await build({
    configFile: false,
    root: repository,
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
