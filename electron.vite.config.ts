import { resolve } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'electron-vite'

const source = (path: string): string => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    build: {
      // Hundreds of small files, loaded by each database thread: bundled, a command starts in a third
      // of the time.
      externalizeDeps: { exclude: ['drizzle-orm'] },
      rollupOptions: {
        input: {
          electron: source('src-main/hosts/electron/main.ts'),
          lethe: source('src-main/hosts/cli/lethe.ts'),
          engine: source('src-main/engine/worker.ts'),
          store: source('src-main/store/worker.ts')
        }
      }
    }
  },
  preload: {
    build: {
      rollupOptions: {
        input: { preload: source('src-main/hosts/electron/preload.ts') },
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: {
    root: source('src-renderer'),
    plugins: [tailwindcss(), svelte({ configFile: source('src-renderer/svelte.config.js') })],
    build: {
      minify: true,
      rollupOptions: { input: source('src-renderer/index.html') }
    }
  }
})
