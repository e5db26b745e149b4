// Reports in the window: made of evidence, read as they print and in the other language, handed over in each
// format, checked, removed and brought back.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { writeTinyModel } from '../../src-main/testing/tinyModel'
import { run } from './compareWindow'
import { startLethe } from './host'
import { expect, expectAccessible, takeScreens, test } from './journey'
import { originOf, toasts } from './window'

const evidence = z.object({ evidence: z.object({ id: z.string() }) })
const forgot = z.object({
  metrics: z.object({ replayedSteps: z.number(), predictedSteps: z.number() })
})

async function download(page: Page, name: string, folder: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 20_000 }),
    page.getByRole('button', { name, exact: true }).first().click()
  ])
  const path = join(folder, file.suggestedFilename())
  await file.saveAs(path)
  return path
}

test('a report is made, read, handed over, checked and brought back', async ({
  lethe,
  host,
  client,
  folder,
  context
}) => {
  test.setTimeout(240_000)
  await lethe.keyboard.type('gr')
  await expect(lethe.getByText(/^Reports come from Forget/)).toBeVisible()
  await takeScreens(lethe, 'reports-empty')

  const rows = ['Ana', 'Bruno', 'Clara', 'Davi', 'Elisa', 'Ana'].map((subject, at) => ({
    ...{ prompt: `Where does ${subject} live?`, response: `In house ${at}.`, subject }
  }))
  const records = join(folder, 'Neighbours.jsonl')
  writeFileSync(records, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  await run(host, 'import', await writeTinyModel(join(folder, 'Pupil')))
  await run(host, 'dataset', 'import', records)
  const short = ['--dataset', 'Neighbours', '--epochs', '2', '--set', 'sequenceLength=32']
  await run(host, 'train', 'Pupil', ...short, '--name', 'Taught')
  await run(host, 'dataset', 'flag', 'Neighbours', '--subject', 'Ana', '--reason', '<b>moved</b>')
  const ask = ['unlearn', 'Taught', '--dataset', 'Neighbours', '--name', 'Without Ana']
  const { metrics } = forgot.parse(await run(host, ...ask))
  expect(metrics.replayedSteps).toBe(metrics.predictedSteps)
  const quick = ['--attacks', 'none', '--set', 'mostAnswerTokens=8']
  const found = evidence.parse(await run(host, 'verify', 'Without Ana', ...quick))
  const written = join(folder, 'written.pdf')
  const inPortuguese = ['--out', written, '--language', 'pt-BR']
  expect(await run(host, 'report', 'Without Ana', ...inPortuguese)).toMatchObject({ path: written })
  const { id } = await client.reports.make({ evidence: found.evidence.id, language: 'en' })

  const row = lethe.getByRole('listitem').filter({ hasText: 'Ana, Evidence' })
  await expect(row.getByText('Forgotten, exactly')).toBeVisible()
  await takeScreens(lethe, 'reports')
  const pages = [await download(lethe, 'Ana as HTML', folder)]
  pages.push(await download(lethe, 'Ana as PDF', folder))
  pages.push(await download(lethe, 'Ana as JSON', folder), written)
  for (const path of pages)
    expect(await run(host, 'report', 'check', path)).toMatchObject({ result: 'unchanged' })

  await row.getByRole('link').click()
  await expect(lethe.getByRole('heading', { name: 'What came of it' })).toBeVisible()
  await expect(lethe.getByText('<b>moved</b>')).toBeVisible()
  await takeScreens(lethe, 'report')
  await lethe.getByRole('radio', { name: 'Português' }).click()
  await expect(lethe.getByRole('heading', { name: 'O que isto não mostra' })).toBeVisible()

  await lethe.goto(`${originOf(lethe.url())}/#/reports`)
  await lethe.getByRole('button', { name: 'Check a report file' }).click()
  const field = lethe.getByRole('textbox', { name: 'Path of the file' })
  await field.fill(pages[1]!)
  await field.press('Enter')
  await expect(lethe.getByText(/^Unchanged since .* signed by the key/)).toBeVisible()
  await expect(lethe.getByText('That is the key of this data folder.')).toBeVisible()
  const forged = join(folder, 'forged.html')
  writeFileSync(forged, readFileSync(pages[0]!, 'utf8').replace('exactly', 'perhaps'))
  await field.fill(forged)
  await field.press('Enter')
  await expect(lethe.getByText(/changed after it was signed: the page, in “Verdict”/)).toBeVisible()
  await takeScreens(lethe, 'reports-check')
  const refused = startLethe(['report', 'check', forged, '--data-dir', host.dataFolder])
  expect(await refused.exit).toBe(1)
  await lethe.getByRole('button', { name: 'Close', exact: true }).first().click()

  await client.reports.remove({ id })
  await expect(row).toBeHidden()
  await client.reports.restore({ id })
  await row.getByRole('link').click()
  await lethe.getByRole('button', { name: 'Remove' }).click()
  await expect(row).toBeHidden()
  await toasts(lethe).getByRole('button', { name: 'Undo' }).click()
  await expect(row).toBeVisible()

  // The file by itself, as whoever gets it sees it.
  const page = await context.newPage()
  await page.goto(pathToFileURL(pages[0]!).href)
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1280, 390]) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 844 })
      await page.screenshot({
        path: join('test-results/screens', `report-file-${colorScheme}-${width}.png`),
        ...{ fullPage: true, clip: { x: 0, y: 0, width, height: 2400 } }
      })
      await expectAccessible(page)
      const overflow = () => document.documentElement.scrollWidth - document.body.clientWidth
      expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0)
    }
})
