// A script of this folder that reads the product's modules, built so that Node runs it.
import { join, resolve } from 'node:path'
import { build } from 'vite'

/** @param name of its file, without what follows the dot */
export async function builtScript(cache: string, name: string): Promise<string> {
  const root = resolve(import.meta.dirname, '../..')
  const outDir = join(cache, name)
  await build({
    ...{ configFile: false, root, logLevel: 'error' },
    build: {
      ...{
        ssr: join(import.meta.dirname, `${name}.ts`),
        outDir,
        target: 'node24',
        minify: false
      },
      emptyOutDir: true,
      rollupOptions: { output: { format: 'es', entryFileNames: 'entry.mjs' } }
    }
  })
  return join(outDir, 'entry.mjs')
}
