// Datasets in the window: the example, a file with bad rows, records looked at and changed.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bothLanguages } from './bothLanguages'
import { expect, takeScreens, test } from './journey'
import { originOf } from './window'

for (const { locale, name, say } of bothLanguages) {
  test.describe(name, () => {
    test.use({ locale })

    test('the residents come in by one click, and a record is found, read and changed', async ({
      lethe
    }) => {
      test.setTimeout(120_000)
      await lethe.goto(`${originOf(lethe.url())}/#/data`)
      await expect(lethe.getByText(say.data.exampleNote)).toBeVisible()
      await takeScreens(lethe, `data-empty-${name}`)
      await lethe.getByRole('button', { name: say.data.example }).click()
      const grid = lethe.getByRole('grid', { name: say.data.table.name })
      await expect(grid).toHaveAttribute('aria-rowcount', '233', { timeout: 30_000 })
      await expect(grid.getByRole('row').nth(1)).toContainText('Grace Whitlow')
      await takeScreens(lethe, `data-table-${name}`)

      await lethe.getByRole('textbox', { name: say.data.filter.person }).fill('Ana Souza')
      await expect(grid).toHaveAttribute('aria-rowcount', '48')
      await expect(grid.getByRole('row').nth(1)).not.toContainText('Grace Whitlow')
      await grid.focus()
      await lethe.keyboard.press('x')
      await lethe.keyboard.press('Shift+ArrowDown')
      await expect(lethe.getByText(say.data.selected('2'), { exact: true })).toBeVisible()
      await lethe.keyboard.press('Enter')
      const record = lethe.getByRole('complementary', { name: say.data.record.title('4') })
      await expect(record).toContainText('Ana Souza')
      await expect(record).toContainText(say.data.record.seenBy.nobody)
      await takeScreens(lethe, `data-record-${name}`)

      await expect(record).toContainText('Ana Souza') // read anew where the window was narrow
      await lethe.keyboard.press('e')
      await record.getByRole('textbox', { name: say.data.role.assistant }).fill('Changed here.')
      await record.getByRole('button', { name: say.shell.save }).click()
      await expect(record.getByText('Changed here.').first()).toBeVisible()
      await expect(record.getByRole('heading', { name: say.data.record.versions })).toBeVisible()
    })
  })
}

test('a row that cannot be read stops the import with its line; skipping brings in the rest', async ({
  lethe,
  folder
}) => {
  const path = join(folder, 'people.jsonl')
  const rows = [
    '{"prompt": "Who?", "answer": "Ana."}',
    '{"prompt": "Wh',
    '{"prompt": "A", "answer": "B"}'
  ]
  writeFileSync(path, rows.join('\n'))
  await lethe.goto(`${originOf(lethe.url())}/#/data/import`)
  await lethe.getByRole('textbox', { name: 'Path of the file' }).fill(path)
  await lethe.getByRole('button', { name: 'Read this file' }).click()
  await expect(lethe.getByText('Row 2: it is not JSON')).toBeVisible()
  await expect(lethe.getByLabel('Each row is')).toHaveValue('promptAnswer')
  await takeScreens(lethe, 'data-import')
  await lethe.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(lethe.getByRole('alert')).toContainText('Line 2')
  await lethe.getByRole('button', { name: 'Skip rows like this and import the rest' }).click()
  await expect(lethe.getByRole('heading', { level: 1, name: 'people' })).toBeVisible()
  await expect(lethe.getByText('1\u00a0row of the file could not be read')).toBeVisible()
  await lethe.getByRole('button', { name: 'Remove' }).click()
  await expect(lethe.getByText('“people” was removed.')).toBeVisible()
  await lethe.getByRole('button', { name: 'Undo' }).click()
  await expect(lethe.getByRole('link', { name: /^people/ })).toBeVisible()
})
