// What every journey starts from: a host of its own with an empty data folder, and a page on it. A
// journey fails when the page breaks its content policy, throws, or asks for anything elsewhere.
import { test as base, expect, type Page } from '@playwright/test'
import type { LetheClient } from '../../src-main/hosts/cli/command'
import { connectTo } from './client'
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
  /** The procedures of a web host: sets up what the journey is not about. */
  client: LetheClient
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
  client: async ({ host }, use) => {
    const { client, close } = await connectTo(host)
    // The included model comes a moment after the address.
    const models = async (): Promise<number> => (await client.models.list({})).models.length
    await expect.poll(models, { intervals: [20, 50, 100] }).toBeGreaterThan(0)
    await use(client)
    close()
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
export { expectAccessible, takeScreens } from './screens'

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
