import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { softwareVulkan } from './chromium.ts'

const root = resolve(import.meta.dirname, '../..')

export default defineConfig({
  root,
  plugins: [svelte({ configFile: resolve(root, 'src-renderer/svelte.config.js') })],
  test: {
    include: ['src-main/**/*.test.ts', 'src-renderer/**/*.test.ts'],
    // ONNX Runtime sessions are native: separate processes keep a crash inside its own test file.
    pool: 'forks',
    // Usual is one fewer than there are cores: of two, one would stand still.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 30_000,
    // Graphics providers are tested for correctness on a software device, the same on every machine.
    env: existsSync(softwareVulkan) ? { VK_ICD_FILENAMES: softwareVulkan } : {}
  }
})
