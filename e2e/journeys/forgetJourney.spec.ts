// The whole way of forgetting, in the window: records come in and are learned; a person's are flagged, and
// the model forgets them by replay, byte for byte; evidence is taken, the report of it handed over and
// checked by the command line; the records are erased, and caught when their file comes again.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { writeTinyModel } from '../../src-main/testing/tinyModel'
import { importModel } from './client'
import { run } from './compareWindow'
import { expect, takeScreens, test } from './journey'
import { originOf, toasts } from './window'

const set = 'Everything about Ana'
const taught = 'Pupil + Neighbours'
const forgot = `${taught} − ${set}`

const go = (page: Page, place: string) => page.goto(`${originOf(page.url())}/#/${place}`)

async function importFile(page: Page, file: string): Promise<void> {
  await go(page, 'data/import')
  await page.getByRole('textbox', { name: 'Path of the file' }).fill(file)
  await page.getByRole('button', { name: 'Read this file' }).click()
  await page.getByRole('button', { name: 'Import', exact: true }).click()
}

/** Two of its records are Ana's. */
async function learn(page: Page, file: string): Promise<void> {
  const rows = ['Ana', 'Bruno', 'Clara', 'Davi', 'Elisa', 'Ana'].map((subject, at) => ({
    prompt: `Where does ${subject} live?`,
    response: `${subject} lives in house number ${at + 3} behind the old mill, with a cat and many books.`,
    subject
  }))
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  await importFile(page, file)
  await expect(page.getByRole('heading', { level: 1, name: 'Neighbours' })).toBeVisible()
  await page.getByRole('button', { name: 'Train', exact: true }).click()
  await page.getByRole('combobox', { name: 'Model to teach' }).selectOption({ label: 'Pupil' })
  await page.getByRole('radio', { name: 'Learn by heart' }).check()
  await page.getByRole('textbox', { name: 'Rounds' }).fill('3')
  await page.getByRole('textbox', { name: 'Rounds' }).press('Tab')
  await page.getByRole('button', { name: /^Start · about/ }).click({ timeout: 30_000 })
  await expect(page.getByRole('button', { name: 'Chat with before and after' })).toBeVisible({
    timeout: 60_000
  })
}

async function flag(page: Page): Promise<void> {
  await go(page, 'data')
  await page.getByRole('link', { name: /^Neighbours/ }).click()
  const grid = page.getByRole('grid')
  await page.getByRole('textbox', { name: 'Person' }).fill('Ana')
  await expect(grid).toHaveAttribute('aria-rowcount', '2')
  await grid.focus()
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  await page.getByRole('button', { name: 'Flag to forget' }).click()
  const sheet = page.getByRole('dialog', { name: 'Flag 2 records to forget' })
  await sheet.getByLabel('What to call it').fill(set)
  await sheet.getByLabel('Asked for by').fill('Ana')
  await sheet.getByRole('button', { name: 'Flag to forget' }).click()
  await expect(page.getByRole('heading', { name: set })).toBeVisible()
  await expect(page).toHaveURL(/\/touches$/)
}

test('a person is forgotten, from the file that came in to the file that comes again', async ({
  lethe,
  host,
  client,
  folder
}) => {
  test.setTimeout(240_000)
  await lethe.keyboard.type('gf')
  await expect(lethe.getByText('Nothing flagged.')).toBeVisible()
  await takeScreens(lethe, 'forget-empty')
  await importModel(client, await writeTinyModel(join(folder, 'Pupil')))
  const file = join(folder, 'Neighbours.jsonl')
  await learn(lethe, file)

  await flag(lethe)
  await expect(lethe.getByText(/^1\srun · 1\smodel/)).toBeVisible()
  await expect(lethe.getByText(/seen 6\stimes between step/)).toBeVisible()
  await takeScreens(lethe, 'forget-touches')
  await lethe.keyboard.press('[')
  await expect(lethe.getByRole('link', { name: 'Record 6' })).toBeVisible()
  await takeScreens(lethe, 'forget-flag')
  await lethe.keyboard.press(']')
  await expect(lethe).toHaveURL(/\/touches$/)
  await lethe.keyboard.press(']')
  await expect(lethe).toHaveURL(/\/way$/)
  const start = lethe.getByRole('button', { name: `Forget by replay: ${taught}` })
  await expect(start).toBeVisible()
  await takeScreens(lethe, 'forget-way')
  await start.click()
  const result = lethe.getByRole('article', { name: forgot })
  await expect(result.getByText('Forgotten by replay; not yet compared.')).toBeVisible({
    timeout: 30_000
  })
  await result.getByRole('button', { name: /^Train again and compare/ }).click()
  await expect(result.getByText(/^Forgotten, exactly\./)).toBeVisible({ timeout: 30_000 })

  await lethe.getByRole('link', { name: 'On to: Evidence' }).click()
  await expect(lethe.getByText(/^Roughly .* in all\.$/)).toBeVisible()
  await expect(lethe.getByText(/^Asking 4\smodels about 2\srecords, 4\skept records/)).toBeVisible()
  await takeScreens(lethe, 'forget-evidence-cost')
  await lethe.getByRole('button', { name: 'Take the evidence' }).click()
  const verdict = lethe.getByRole('region', { name: 'What came of it' })
  await expect(verdict.getByText(/^Forgotten, exactly\./)).toBeVisible({ timeout: 60_000 })
  await expect(lethe.getByText(/said before\)$/)).toBeVisible()
  await expect(lethe.getByText(/^About .* in all\.$/)).toBeVisible() // by what it took now
  await lethe.getByRole('heading', { level: 1 }).focus()
  await lethe.keyboard.press('ArrowDown')
  await lethe.keyboard.press('Enter')
  await expect(lethe.getByRole('heading', { name: 'Record by record' })).toBeVisible()
  await expect(lethe.getByRole('link', { name: 'Record 1', exact: true })).toBeVisible()
  await takeScreens(lethe, 'forget-evidence')
  await lethe.keyboard.press('t')
  const table = lethe.getByRole('region', { name: 'As a table' }).getByRole('table')
  await expect(table.getByRole('row', { name: /^Recites the record/ })).toBeVisible()
  await takeScreens(lethe, 'forget-evidence-table')
  await lethe.getByRole('button', { name: 'Remove this evidence' }).click()
  await expect(lethe.getByRole('button', { name: 'Take the evidence' })).toBeVisible()
  await toasts(lethe).getByRole('button', { name: 'Undo' }).click()
  await expect(verdict).toBeVisible()

  await lethe.keyboard.press('r')
  await lethe.getByRole('button', { name: 'Make the report' }).click()
  await expect(lethe.getByText(/signed .* with the key/i)).toBeVisible()
  await takeScreens(lethe, 'forget-report')
  await lethe.getByRole('link', { name: set }).last().click()
  const [page] = await Promise.all([
    lethe.waitForEvent('download', { timeout: 20_000 }),
    lethe.getByRole('button', { name: `${set} as HTML` }).click()
  ])
  const report = join(folder, 'report.html')
  await page.saveAs(report)
  expect(await run(host, 'report', 'check', report)).toMatchObject({
    ...{ result: 'unchanged', models: [{ state: 'same' }, { state: 'same' }, { state: 'same' }] }
  })

  await go(lethe, 'forget')
  const row = lethe.getByRole('link', { name: new RegExp(`^${set}`) })
  await expect(row).toContainText('Forgotten, exactly')
  await takeScreens(lethe, 'forget-list')
  await client.settings.update({ language: 'pt-BR' })
  await row.click()
  await lethe.getByRole('link', { name: 'Evidências' }).last().click()
  await expect(lethe.getByRole('heading', { name: 'Será que volta?' })).toBeVisible()
  await takeScreens(lethe, 'forget-evidence-pt-BR')
  await client.settings.update({ language: 'en' })

  await eraseAll(lethe)
  await lethe.getByRole('link', { name: /^2\sfingerprints keep them out/ }).click()
  const kept = lethe.getByRole('list', { name: 'Kept out' }).getByRole('listitem').first()
  await expect(kept).toContainText('Everything about …')
  await expect(kept.getByRole('link', { name: /^Pupil \+ Neighbours − Everything/ })).toBeVisible()
  await kept.getByRole('button', { name: 'Look at the fingerprints' }).click()
  await expect(kept.getByRole('cell', { name: 'caught too' })).toHaveCount(2)
  await takeScreens(lethe, 'forget-kept-out')

  expect(await run(host, 'tombstones')).toMatchObject({
    entries: [{ records: 2, fingerprints: 2, near: 2, requester: '…', letIn: [] }]
  })

  await importFile(lethe, file)
  const caught = lethe.getByRole('region', { name: /^Forgotten records/ })
  await expect(
    caught.getByText(/^2 of these records were forgotten on .* left out\.$/)
  ).toBeVisible()
  await caught.getByRole('button', { name: 'Look at them' }).click()
  await expect(caught.getByRole('cell', { name: 'says the same' })).toHaveCount(2)
  await takeScreens(lethe, 'import-forgotten')
  await caught.getByRole('button', { name: 'Import anyway' }).click()
  await expect(lethe.getByRole('grid')).toHaveAttribute('aria-rowcount', '6')

  await go(lethe, 'forget/kept-out')
  await expect(kept.getByRole('link', { name: /^2\srecords in Neighbours/ })).toBeVisible()
  await kept.getByRole('button', { name: 'Let in again' }).click()
  await kept.getByRole('button', { name: 'Let them in again' }).click()
  const dropped = lethe.getByRole('list', { name: 'No longer kept out' })
  await expect(dropped.getByRole('button', { name: 'Keep out again' })).toBeVisible()
  await toasts(lethe).getByRole('button', { name: 'Undo' }).click()
  await expect(dropped).toBeHidden()
  await expect(kept.getByRole('button', { name: 'Let in again' })).toBeVisible()
})

/** The evidence goes with the records; the report stays, and that is told. */
async function eraseAll(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Erase' }).click()
  const erase = page.getByRole('region', { name: 'Erase' })
  await expect(erase.getByText(/^2\srecords in Neighbours$/)).toBeVisible()
  await expect(erase.getByRole('checkbox', { name: new RegExp(`^Pupil \\+ `) })).toBeChecked()
  await expect(erase.getByRole('checkbox', { name: `Report: ${set}` })).not.toBeChecked()
  await erase.getByRole('checkbox', { name: `Evidence: ${set}` }).check()
  const button = erase.getByRole('button', { name: 'Erase' })
  await expect(button).toBeDisabled()
  await erase.getByLabel('Number of records').fill('2')
  await takeScreens(page, 'erase-list')
  // The ten seconds to think again need not be waited for.
  await page.clock.install()
  await button.click()
  await expect(erase.getByRole('timer')).toBeVisible()
  await erase.getByRole('button', { name: 'Stop' }).click()
  await expect(erase.getByText('Stopped. Nothing was erased.')).toBeVisible()
  await button.click()
  await expect(erase.getByRole('timer')).toBeVisible()
  await page.clock.fastForward(10_000)
  await expect(erase.getByText(/^Erased\. 2\sfiles rewritten; no trace/)).toBeVisible({
    timeout: 60_000
  })
  await expect(erase.getByText('Report: Everything about …')).toBeVisible()
  await takeScreens(page, 'erase-done')
}
