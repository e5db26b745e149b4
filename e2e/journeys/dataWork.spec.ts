// Datasets worked with in the window: a file dropped, one sent from the browser, an import cancelled,
// records tagged, split and written out.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { expect, takeScreens, test } from './journey'
import { originOf, toasts } from './window'

const line = (at: number) => ({
  prompt: `Who lives in flat ${at}?`,
  answer: at === 3 ? 'Write to ana@example.org.' : `Resident ${at} of the house by the river.`,
  subject: `person ${at % 2}`
})
const jsonl = (count: number): string =>
  Array.from({ length: count }, (_, at) => `${JSON.stringify(line(at))}\n`).join('')
const exported = z.object({ messages: z.array(z.unknown()), subject: z.string() })

test('a file is dropped, another sent, an import cancelled; records are tagged, split and written out', async ({
  lethe,
  folder
}) => {
  await lethe.goto(`${originOf(lethe.url())}/#/data`)
  await expect(lethe.getByRole('button', { name: 'Import a file' })).toBeVisible()

  // An upload that was imported half-way and cancelled leaves nothing behind.
  const large = join(folder, 'large.jsonl')
  writeFileSync(large, jsonl(200_000))
  await lethe.goto(`${originOf(lethe.url())}/#/data/import`)
  const chooser = lethe.waitForEvent('filechooser')
  await lethe.getByRole('button', { name: 'Upload from this browser' }).click()
  await (await chooser).setFiles(large)
  await lethe.getByRole('button', { name: 'Import', exact: true }).click()
  const progress = lethe.getByRole('region', { name: 'Importing large' })
  await expect(progress).toBeVisible()
  await progress.getByRole('button', { name: 'Cancel' }).click()
  await expect(toasts(lethe)).toContainText('The import was cancelled. Nothing of it was kept.')
  await lethe.goto(`${originOf(lethe.url())}/#/data`)
  await expect(lethe.getByText('Nothing imported yet.')).toBeVisible()

  // A file that is let go of over the page.
  const transfer = await lethe.evaluateHandle((text) => {
    const held = new DataTransfer()
    held.items.add(new File([text], 'house.jsonl'))
    return held
  }, jsonl(12))
  const main = lethe.locator('main')
  await main.dispatchEvent('dragenter', { dataTransfer: transfer })
  await expect(lethe.getByText('Drop the file here')).toBeVisible()
  await takeScreens(lethe, 'data-drop')
  await main.dispatchEvent('drop', { dataTransfer: transfer })
  await expect(lethe.getByLabel('Whose record it is')).toHaveValue('subject')
  await lethe.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(lethe.getByRole('heading', { level: 1, name: 'house' })).toBeVisible()
  const grid = lethe.getByRole('grid', { name: 'Records' })
  await expect(grid).toHaveAttribute('aria-rowcount', '12')

  await grid.focus()
  await lethe.keyboard.press('x')
  await lethe.keyboard.press('Shift+ArrowDown')
  const bar = lethe.getByRole('group', { name: '2 selected' })
  await bar.getByRole('textbox', { name: 'Add a tag' }).fill('late')
  await bar.getByRole('button', { name: 'Add' }).click()
  await expect(toasts(lethe)).toContainText('2 records changed.')
  await expect(grid.getByRole('row').first()).toContainText('late')
  await takeScreens(lethe, 'data-selection')
  const file = lethe.waitForEvent('download')
  await bar.getByRole('button', { name: 'Export' }).click()
  const rows = readFileSync(await (await file).path(), 'utf8')
    .trim()
    .split('\n')
  expect(rows.map((row) => exported.parse(JSON.parse(row)).subject)).toEqual([
    ...['person 0', 'person 1']
  ])
  await bar.getByRole('button', { name: 'Clear' }).click()

  await lethe.getByRole('button', { name: 'Split…' }).click()
  const sheet = lethe.getByRole('dialog', { name: 'Split the records' })
  await sheet.getByRole('textbox', { name: 'Validation, %' }).fill('60')
  await sheet.getByRole('textbox', { name: 'Test, %' }).fill('40')
  await expect(sheet.getByRole('button', { name: 'Split all records' })).toBeDisabled()
  await sheet.getByRole('textbox', { name: 'Test, %' }).fill('0')
  await takeScreens(lethe, 'data-split')
  await sheet.getByRole('button', { name: 'Split all records' }).click()
  await expect(toasts(lethe)).toContainText('12 records changed.')
  const split = lethe.getByRole('combobox', { name: 'Split' })
  await split.selectOption('none')
  await expect(grid).toHaveAttribute('aria-rowcount', '0')
  await toasts(lethe).getByRole('button', { name: 'Undo' }).last().click()
  await expect(grid).toHaveAttribute('aria-rowcount', '12')
  await split.selectOption('test')
  await expect(lethe.getByText('No record matches.')).toBeVisible()
  await grid.getByRole('button', { name: 'Clear filters' }).click()
  await expect(grid).toHaveAttribute('aria-rowcount', '12')

  await lethe.keyboard.press('/')
  await lethe.keyboard.type('example')
  await expect(grid).toHaveAttribute('aria-rowcount', '1')
  await grid.getByRole('row').first().click()
  const record = lethe.getByRole('complementary', { name: 'Record 4' })
  await record.getByRole('button', { name: 'Look for similar records everywhere' }).click()
  await expect(record.getByText(/like this one/)).toBeVisible()
})
