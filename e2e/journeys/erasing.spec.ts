// Flagged records are erased in the window, and the file that brings them again is caught; from the command
// line it is told what would go.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeTinyModel } from '../../src-main/testing/tinyModel'
import { run } from './compareWindow'
import { expect, takeScreens, test } from './journey'
import { originOf } from './window'

test('records are erased after their number was typed, and do not come again by accident', async ({
  lethe,
  host,
  folder
}) => {
  test.setTimeout(240_000)
  const rows = ['Ana', 'Bruno', 'Clara', 'Davi'].map((subject, at) => ({
    prompt: `Where does ${subject} live?`,
    response: `${subject} lives in house number ${at + 3} behind the old mill, with a cat and many books.`,
    subject
  }))
  const file = join(folder, 'Neighbours.jsonl')
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  await run(host, 'import', await writeTinyModel(join(folder, 'Pupil')))
  await run(host, 'dataset', 'import', file)
  const short = ['--dataset', 'Neighbours', '--epochs', '1', '--set', 'sequenceLength=32']
  await run(host, 'train', 'Pupil', ...short, '--name', 'Taught')
  await run(host, 'dataset', 'flag', 'Neighbours', '--ids', '1', '--name', 'Asked')
  expect(await run(host, 'erase', 'Asked')).toMatchObject({
    preview: { records: 1, models: [{ modelName: 'Taught' }] }
  })

  await lethe.keyboard.type('gf')
  await lethe.getByRole('link', { name: /^Asked/ }).click()
  await lethe.getByRole('link', { name: 'Erase' }).click()
  const erase = lethe.getByRole('region', { name: 'Erase' })
  await expect(erase.getByText(/^1\srecord in Neighbours$/)).toBeVisible()
  await expect(erase.getByRole('checkbox', { name: /^Taught/ })).toBeChecked()
  const button = erase.getByRole('button', { name: 'Erase' })
  await expect(button).toBeDisabled()
  await erase.getByLabel('Number of records').fill('1')
  await takeScreens(lethe, 'erase-list')
  // The ten seconds to think again need not be waited for.
  await lethe.clock.install()
  await button.click()
  await expect(erase.getByRole('timer')).toBeVisible()
  await erase.getByRole('button', { name: 'Stop' }).click()
  await expect(erase.getByText('Stopped. Nothing was erased.')).toBeVisible()
  await button.click()
  await expect(erase.getByRole('timer')).toBeVisible()
  await lethe.clock.fastForward(10_000)
  await expect(erase.getByText(/^Erased\. 2\sfiles rewritten; no trace/)).toBeVisible({
    timeout: 60_000
  })
  await takeScreens(lethe, 'erase-done')

  await lethe.goto(`${originOf(lethe.url())}/#/data/import`)
  await lethe.getByLabel('Path of the file').fill(file)
  await lethe.getByRole('button', { name: 'Read this file' }).click()
  await lethe.getByRole('button', { name: 'Import', exact: true }).click()
  const caught = lethe.getByRole('region', { name: /^Forgotten records/ })
  await expect(
    caught.getByText(/^1 of these records was forgotten on .* left out\.$/)
  ).toBeVisible()
  await caught.getByRole('button', { name: 'Look at them' }).click()
  await expect(caught.getByRole('cell', { name: 'says the same' })).toBeVisible()
  await takeScreens(lethe, 'import-forgotten')
  await caught.getByRole('button', { name: 'Import anyway' }).click()
  await expect(lethe.getByRole('grid')).toHaveAttribute('aria-rowcount', '4')
})
