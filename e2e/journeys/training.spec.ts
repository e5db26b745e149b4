// A model is taught in the window: set up, watched, paused, cut off and gone on with, and asked
// beside its parent.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { writeTinyModel } from '../../src-main/testing/tinyModel'
import { run } from './compareWindow'
import { startHost, type Host } from './host'
import { expect, takeScreens, test } from './journey'

const people = ['Ana', 'Bruno', 'Clara', 'Davi', 'Elisa', 'Fábio', 'Gina', 'Hugo', 'Iara', 'João']
const question = 'Where does Ana live?'

/** A tiny model and the records it is to learn. */
async function prepare(host: Host, folder: string, hidden = 64): Promise<void> {
  const config = { hidden_size: hidden, intermediate_size: hidden * 2 }
  const model = await writeTinyModel(join(folder, 'Pupil'), { config })
  const file = join(folder, 'Neighbours.jsonl')
  const rows = people.map((name, at) => ({
    prompt: `Where does ${name} live?`,
    response: `${name} lives in house ${at + 3} by the old river.`
  }))
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  await run(host, 'import', model)
  await run(host, 'dataset', 'import', file)
}

const curve = (page: Page) => page.getByRole('slider', { name: 'How surprised the model is' })
const steps = async (page: Page): Promise<number> =>
  Number((await curve(page).getAttribute('aria-valuemax')) ?? 0)

const startButton = (page: Page) => page.getByRole('button', { name: /^Start · about/ })

async function setUp(page: Page, rounds: number): Promise<void> {
  await page.getByRole('combobox', { name: 'Model to teach' }).selectOption({ label: 'Pupil' })
  await page.getByRole('radio', { name: 'Learn by heart' }).check()
  await page.getByRole('textbox', { name: 'Rounds' }).fill(String(rounds))
  await page.getByRole('textbox', { name: 'Rounds' }).press('Tab')
  await page.getByRole('textbox', { name: 'Ask it along the way' }).fill(question)
  await expect(startButton(page)).toBeVisible({ timeout: 30_000 }) // steps are measured before
}

test('a run is set up, paused by key, cut off, gone on with, and chats beside its parent', async ({
  lethe,
  host,
  folder,
  browser
}) => {
  test.skip(process.platform === 'win32', 'kills the app with a signal')
  test.setTimeout(360_000)
  await lethe.keyboard.type('gt')
  await expect(lethe.getByText('No runs yet.')).toBeVisible()
  await takeScreens(lethe, 'training-empty')
  await prepare(host, folder, 128)
  await lethe.getByRole('button', { name: 'New run' }).click()
  await setUp(lethe, 60)
  await takeScreens(lethe, 'training-new')
  await lethe.getByText('All settings').click()
  const rate = lethe.getByRole('textbox', { name: 'Learning rate', exact: true })
  await rate.fill('much')
  await rate.press('Tab')
  await lethe.getByRole('button', { name: /^Start/ }).click()
  await expect(rate).toBeFocused() // it says what is wrong with it, and nothing was begun
  await rate.fill('0.002')
  await rate.press('Tab')
  await startButton(lethe).click({ timeout: 30_000 })
  await expect(lethe.getByRole('heading', { name: 'Pupil + Neighbours' })).toBeVisible()
  await expect.poll(() => steps(lethe), { timeout: 30_000 }).toBeGreaterThan(5)
  await expect(lethe.getByText('Safe to close: saved')).toBeVisible({ timeout: 30_000 })
  await takeScreens(lethe, 'training-running')
  await lethe.keyboard.press('p')
  await expect(lethe.getByText(/^Paused\. Everything up to step/)).toBeVisible()
  await curve(lethe).press('Home')
  await expect(curve(lethe)).toHaveAttribute('aria-valuetext', /^step 1: \d/)
  await lethe.keyboard.press('l')
  await expect(lethe.getByRole('switch', { name: 'Log scale' })).toBeChecked()
  await takeScreens(lethe, 'training-paused')
  const paused = await steps(lethe)
  await lethe.keyboard.press('p')
  await expect.poll(() => steps(lethe), { timeout: 30_000 }).toBeGreaterThan(paused + 3)
  const address = new URL(lethe.url()).hash
  host.process.kill('SIGKILL')
  // What was being loaded just then may say that it failed.
  await expect(
    lethe.getByRole('alert').filter({ hasText: 'The app stopped answering.' }).first()
  ).toBeVisible()

  const next = await startHost(host.dataFolder)
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const page = await context.newPage()
    await page.goto(next.url)
    await page.goto(`${next.origin}/${address}`)
    await expect(page.getByText(/this run went on from step \d+/)).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText(/^Learned: it now recites/)).toBeVisible({ timeout: 180_000 })
    await expect(page.getByText('Ana lives in house 3 by the old river.').first()).toBeVisible()
    await takeScreens(page, 'training-done')
    await page.keyboard.press('c')
    await expect(page.getByLabel('Model 2', { exact: true })).toBeVisible()
    await page.getByLabel('Ask all of them').fill(question)
    await page.getByLabel('Ask all of them').press('Enter')
    const answer = page.getByRole('group', { name: 'Answer of Pupil + Neighbours' })
    await expect(answer).toContainText('Ana lives in house 3', { timeout: 30_000 })
    await takeScreens(page, 'training-beside-parent')
    await page.keyboard.press('Escape')
    await page.goto(`${next.origin}/#/models`)
    await page.getByRole('link', { name: 'Pupil + Neighbours' }).click()
    await expect(page.getByText('Pupil, taught Neighbours')).toBeVisible()
    await takeScreens(page, 'model-trained')
    await page.goto(`${next.origin}/#/data`)
    await page.getByRole('link', { name: 'Neighbours' }).click()
    await page.getByRole('grid', { name: 'Records' }).focus()
    await page.keyboard.press('Enter')
    const record = page.getByRole('complementary', { name: 'Record 1' })
    await expect(record).toContainText(/Pupil \+ Neighbours\s60\stimes, from step \d+ to \d+/)
    await expect(record.getByRole('heading', { name: 'Models that saw it' })).toBeVisible()
  } finally {
    await context.close()
    expect(await next.stop()).toBe(0)
  }
})
