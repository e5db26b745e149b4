// Long checks in the window, each run by a command of its own (README, "Checks").
import { defineConfig } from '@playwright/test'
import journeys from './playwright.config'

export default defineConfig({
  ...journeys,
  testDir: './checks',
  outputDir: '../test-results/checks',
  reporter: [['list']],
  workers: 1,
  timeout: 40 * 60_000,
  globalTimeout: 90 * 60_000,
  projects: [{ name: 'web' }]
})
