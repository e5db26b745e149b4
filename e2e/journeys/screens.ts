// Looks at a view as a whole: pictures, accessibility findings, sideways scroll.
import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'
import { resolve } from 'node:path'
import { everyView } from './everyView'

interface Size {
  width: number
  height: number
}
const wide = { width: 1280, height: 800 }
const narrow = { width: 390, height: 844 }
/** A wide window at 400 %. */
const narrowest = { width: 320, height: 640 }
const light = 'light'
const dark = 'dark'
const pictures = everyView
  ? ([
      [wide, light],
      [wide, dark],
      [narrow, dark],
      [narrow, light]
    ] as const)
  : ([
      [wide, light],
      [narrow, dark]
    ] as const)

/**
 * Pictures of the view, each checked for findings: both sizes and both themes, in all four pairs or in
 * two. It must not scroll sideways there, nor at 320 px. Resolves once the window stands as it stood.
 */
export async function takeScreens(page: Page, view: string): Promise<void> {
  const before = page.viewportSize()
  const focused = await page.evaluateHandle(() => document.activeElement)
  for (const [size, colorScheme] of pictures) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await arrange(page, size)
    const name = `${view}-${colorScheme}-${size.width}x${size.height}.png`
    await page.screenshot({
      path: resolve(import.meta.dirname, '../../test-results/screens', name)
    })
    await expectAccessible(page)
    await expectNoSidewaysScroll(page, `${view} at ${size.width} px`)
  }
  await arrange(page, narrowest)
  await expectNoSidewaysScroll(page, `${view} at ${narrowest.width} px`)
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  if (before) await arrange(page, before)
  // A layer that was made anew has taken the focus; the rest of the page has kept what had it.
  await focused.evaluate((element) => {
    if (element === document.body || !element?.isConnected) return
    if (element instanceof HTMLElement) element.focus({ preventScroll: true })
  })
  await focused.dispose()
}

/** Resizes the window; resolves once the page stands still in the arrangement of that size. */
async function arrange(page: Page, size: Size): Promise<void> {
  await page.setViewportSize(size)
  await page.evaluate(async (widthPx) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done))
    while (window.innerWidth !== widthPx) await frame()
    // Observers are told in the order in which they began: the window's own knows the width by then.
    await new Promise<void>((done) => {
      const observer = new ResizeObserver(() => {
        observer.disconnect()
        done()
      })
      observer.observe(document.body)
    })
    // Layers that it changed are in their place at the next frame but one.
    await frame()
    await frame()
    // To their ends at once: what lies in a closed part of the page would not come to its own.
    for (const it of document.getAnimations())
      if (Number.isFinite(Number(it.effect?.getComputedTiming().endTime))) it.finish()
    await frame()
  }, size.width)
}

/** Fails on any finding under WCAG 2.0 to 2.2, levels A and AA. */
export async function expectAccessible(page: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(async (values) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe }
    const { violations } = await inPage.run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations']
    })
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(({ target }) => target.join(' '))
    }))
  }, tags)
  expect(found).toEqual([])
}

/** Neither the page nor its main part. */
async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const overflowPx = await page.evaluate(() => {
    const parts = [document.documentElement, ...document.querySelectorAll('main, [role=dialog]')]
    return Math.max(...parts.map((part) => part.scrollWidth - part.clientWidth))
  })
  expect(overflowPx, `${where} scrolls sideways`).toBeLessThanOrEqual(0)
}
