// The journeys run on the built web host in an installed Chromium-based browser that is told to keep
// silent: nothing but the pages under test may use the network. Some run once more in the Electron
// window, where that can open.
import { defineConfig } from '@playwright/test'
import { cannotShowWindow, electronBinary } from '../src-main/hosts/npm/electronBinary'
import { findChromium } from '../src-main/testing/chromium'
import { everyView } from './journeys/everyView'
import type { JourneyOptions } from './journeys/journey'

const isRoot = process.getuid?.() === 0

const obstacle =
  cannotShowWindow() ?? (electronBinary() === null ? 'its binary is not installed' : null)
// Workers read this file too; once is loud enough.
if (obstacle !== null && process.env['TEST_WORKER_INDEX'] === undefined) {
  process.stderr.write(`SKIPPED: the journeys in the Electron window (${obstacle}).\n`)
}
const onlyDesktop = /desktop\.spec\.ts/
/** They need nothing of a browser: no download, no permission, no second page. */
const alsoDesktop = [
  /refusals\.spec\.ts/,
  /keyboard\.spec\.ts.*(the palette goes|keys fold)/,
  /languages\.spec\.ts.*in the first line/,
  /conversations\.spec\.ts.*a system prompt/
]

export default defineConfig<JourneyOptions>({
  testDir: './journeys',
  outputDir: '../test-results/journeys',
  reporter: [['list'], ['json', { outputFile: '../test-results/journeys.json' }]],
  workers: 2,
  fullyParallel: true, // each has a host of its own; files would leave one worker without work at the end
  retries: 0,
  timeout: 120_000,
  globalTimeout: (everyView ? 60 : 16) * 60_000,
  forbidOnly: true,
  expect: { timeout: 20_000 },
  projects: [
    { name: 'web', testIgnore: onlyDesktop },
    ...(obstacle === null
      ? [
          {
            name: 'electron',
            grep: [onlyDesktop, ...alsoDesktop],
            use: { shell: 'electron' as const }
          }
        ]
      : [])
  ],
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
