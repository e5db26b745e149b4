import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte()],
  test: {
    include: ['src-main/**/*.test.ts', 'src-renderer/**/*.test.ts'],
    // ONNX Runtime sessions are native: separate processes keep a crash inside its own test file.
    pool: 'forks',
    testTimeout: 30_000
  }
})
