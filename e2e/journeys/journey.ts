// What every journey starts from: a host of its own with an empty data folder, and a page on it. A
// journey fails when the page breaks its content policy, throws, or asks for anything elsewhere.
import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { resolve } from 'node:path'
import { startDesktop, type DesktopHost } from './desktop'
import { makeDataFolder, removeDataFolder, startHost, type Host } from './host'
import { originOf } from './window'

export interface JourneyOptions {
  /** Where the window is: a browser, or the Electron app. */
  shell: 'web' | 'electron'
}

interface Fixtures {
  host: Host
  /** The Electron app; only where the window is in it. */
  desktop: DesktopHost
  /** The window, opened with the token and ready to use. */
  lethe: Page
  /** An empty folder, gone after the journey. */
  folder: string
}

export const test = base.extend<Fixtures & JourneyOptions>({
  shell: ['web', { option: true }],
  host: async ({ shell }, use, info) => {
    const dataFolder = makeDataFolder()
    const host = await (shell === 'electron' ? startDesktop : startHost)(dataFolder)
    await use(host)
    if (host.process.exitCode === null && host.process.signalCode === null) await host.stop()
    if (info.status !== info.expectedStatus) await info.attach('host.log', { body: host.log() })
    removeDataFolder(dataFolder)
  },
  desktop: async ({ host }, use) => {
    if (!isDesktop(host)) throw new Error('This journey is of the Electron window.')
    await use(host)
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants the braces
  folder: async ({}, use) => {
    const folder = makeDataFolder()
    await use(folder)
    removeDataFolder(folder)
  },
  lethe: async ({ page: browserPage, host }, use) => {
    const page = isDesktop(host) ? await host.app.firstWindow() : browserPage
    const faults = watchPage(page, host.origin)
    if (page === browserPage) await page.goto(host.url)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await use(page)
    expect(faults).toEqual([])
  }
})

export { expect }

const isDesktop = (host: Host): host is DesktopHost => 'app' in host

/** Collects what a page must never do. */
function watchPage(page: Page, origin: string): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`threw: ${error.message}`))
  page.on('console', (message) => {
    const text = message.text()
    if (/content security policy|refused to/i.test(text)) faults.push(`policy: ${text}`)
  })
  page.on('request', (request) => {
    const { protocol } = new URL(request.url())
    if (protocol !== 'data:' && protocol !== 'blob:' && originOf(request.url()) !== origin) {
      faults.push(`asked for ${request.url()}`)
    }
  })
  return faults
}

/** Fails on any finding under WCAG 2.0 to 2.2, levels A and AA. */
export async function expectAccessible(page: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
  const { violations } = await new AxeBuilder({ page })
    .withTags(tags)
    .setLegacyMode() // the page has no frames, and this opens no second page for them
    .analyze()
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map((node) => node.target.join(' '))
  }))
  expect(found).toEqual([])
}

const sizes = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 }
]
const themes = ['light', 'dark'] as const

/**
 * Pictures of the view in both themes and both sizes, each checked for findings. It must not scroll
 * sideways there, nor at 320 px, which is a wide window at 400 %.
 */
export async function takeScreens(page: Page, view: string): Promise<void> {
  const before = page.viewportSize()
  for (const size of sizes) {
    await page.setViewportSize(size)
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const name = `${view}-${colorScheme}-${size.width}x${size.height}.png`
      await page.screenshot({
        path: resolve(import.meta.dirname, '../../test-results/screens', name)
      })
      // Colours are looked at on the wide window; the narrow one adds an arrangement, not a colour.
      if (size === sizes[0] || colorScheme === 'light') await expectAccessible(page)
    }
    await expectNoSidewaysScroll(page, `${view} at ${size.width} px`)
  }
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(page, `${view} at 320 px`)
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  if (before) await page.setViewportSize(before)
}

/** Neither the page nor its main part. */
async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const overflowPx = await page.evaluate(() => {
    const parts = [document.documentElement, ...document.querySelectorAll('main, [role=dialog]')]
    return Math.max(...parts.map((part) => part.scrollWidth - part.clientWidth))
  })
  expect(overflowPx, `${where} scrolls sideways`).toBeLessThanOrEqual(0)
}
