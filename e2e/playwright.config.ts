// The journeys run on the built web host in an installed Chromium-based browser that is told to keep
// silent: nothing but the pages under test may use the network.
import { defineConfig } from '@playwright/test'
import { findChromium } from '../src-main/testing/chromium'

const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: './journeys',
  outputDir: '../test-results/journeys',
  reporter: [['list'], ['json', { outputFile: '../test-results/journeys.json' }]],
  workers: 2,
  retries: 0,
  timeout: 60_000,
  globalTimeout: 11 * 60_000,
  forbidOnly: true,
  expect: { timeout: 10_000 },
  use: {
    locale: 'en-US',
    timezoneId: 'America/Sao_Paulo',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: findChromium() ?? undefined,
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-default-apps',
        '--disable-sync',
        '--no-first-run'
      ]
    }
  }
})
