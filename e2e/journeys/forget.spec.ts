// A person's records are flagged in the window, a model forgets them step by step, it is compared with one
// that never saw them, and the evidence is read; the same from the command line.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeTinyModel } from '../../src-main/testing/tinyModel'
import { run } from './compareWindow'
import { expect, takeScreens, test } from './journey'
import { originOf } from './window'

const forgot = z.object({
  run: z.object({ id: z.string() }),
  model: z.object({ name: z.string(), sha256: z.string() }),
  metrics: z.object({ replayedSteps: z.number(), predictedSteps: z.number() })
})

test('records are flagged, forgotten by replay, and the model is the one that never saw them', async ({
  lethe,
  host,
  client,
  folder
}) => {
  test.setTimeout(240_000)
  await lethe.keyboard.type('gf')
  await expect(lethe.getByText('Nothing flagged.')).toBeVisible()
  await takeScreens(lethe, 'forget-empty')
  const rows = ['Ana', 'Bruno', 'Clara', 'Davi', 'Elisa', 'Ana'].map((subject, at) => ({
    ...{ prompt: `Where does ${subject} live?`, response: `In house ${at}.`, subject }
  }))
  const file = join(folder, 'Neighbours.jsonl')
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  await run(host, 'import', await writeTinyModel(join(folder, 'Pupil')))
  await run(host, 'dataset', 'import', file)
  const short = ['--dataset', 'Neighbours', '--epochs', '3', '--set', 'sequenceLength=32']
  await run(host, 'train', 'Pupil', ...short, '--name', 'Taught')

  await lethe.goto(`${originOf(lethe.url())}/#/data`)
  await lethe.getByRole('link', { name: /^Neighbours/ }).click()
  const grid = lethe.getByRole('grid')
  await lethe.getByRole('textbox', { name: 'Person' }).fill('Ana')
  await expect(grid).toHaveAttribute('aria-rowcount', '2')
  await grid.focus()
  await lethe.keyboard.press('x')
  await lethe.keyboard.press('Shift+ArrowDown')
  await lethe.getByRole('button', { name: 'Flag to forget' }).click()
  const sheet = lethe.getByRole('dialog', { name: 'Flag 2 records to forget' })
  await sheet.getByLabel('What to call it').fill('Everything about Ana')
  await sheet.getByLabel('Asked for by').fill('Ana')
  await sheet.getByRole('button', { name: 'Flag to forget' }).click()
  await expect(lethe.getByRole('heading', { name: 'Everything about Ana' })).toBeVisible()
  await expect(lethe).toHaveURL(/\/touches$/)
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
  const start = lethe.getByRole('button', { name: 'Forget by replay: Taught' })
  await expect(start).toBeVisible()
  await takeScreens(lethe, 'forget-way')
  await start.click()
  const result = lethe.getByRole('article', { name: 'Taught − Everything about Ana' })
  await expect(result.getByText('Forgotten by replay; not yet compared.')).toBeVisible({
    timeout: 30_000
  })
  await result.getByRole('button', { name: /^Train again and compare/ }).click()
  await expect(result.getByText(/^Forgotten, exactly\./)).toBeVisible({ timeout: 30_000 })

  await lethe.getByRole('link', { name: 'On to: Evidence' }).click()
  await lethe.getByRole('button', { name: 'Take the evidence' }).click()
  const verdict = lethe.getByRole('region', { name: 'What came of it' })
  await expect(verdict.getByText(/^Forgotten, exactly\./)).toBeVisible({ timeout: 60_000 })
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
  await lethe.keyboard.press('r')
  await lethe.getByRole('button', { name: 'Make the report' }).click()
  await expect(lethe.getByText(/signed .* with the key/i)).toBeVisible()
  await takeScreens(lethe, 'forget-report')
  await lethe.goto(`${originOf(lethe.url())}/#/forget`)
  const row = lethe.getByRole('link', { name: /^Everything about Ana/ })
  await expect(row).toContainText('Forgotten, exactly')
  await takeScreens(lethe, 'forget-list')
  await client.settings.update({ language: 'pt-BR' })
  await row.click()
  await lethe.getByRole('link', { name: 'Evidências' }).last().click()
  await expect(lethe.getByRole('heading', { name: 'Será que volta?' })).toBeVisible()
  await takeScreens(lethe, 'forget-evidence-pt-BR')

  await run(host, 'dataset', 'flag', 'Neighbours', '--query', 'Bruno', '--reason', 'moved away')
  const ask = ['unlearn', 'Taught', '--dataset', 'Neighbours', '--flags', 'Bruno']
  const { run: made, model, metrics } = forgot.parse(await run(host, ...ask, '--name', 'Without'))
  expect(model.name).toBe('Without')
  expect(metrics.replayedSteps).toBe(metrics.predictedSteps)
  const few = ['--set', 'samples=2', '--set', 'worstOf=2', '--set', 'relearningSteps=1']
  expect(await run(host, 'verify', made.id, ...few, '--set', 'sequenceLength=32')).toMatchObject({
    byteIdentity: { state: 'equal', replay: { sha256: model.sha256 } },
    evidence: { subject: { reason: 'moved away' }, measured: { overall: { key: 'exact' } } }
  })
  const report = join(folder, 'Bruno.pdf')
  expect(
    await run(host, 'report', 'Without', '--out', report, '--language', 'pt-BR')
  ).toMatchObject({ path: report })
  expect(await run(host, 'report', 'check', report)).toMatchObject({
    ...{ result: 'unchanged', models: [{ state: 'same' }, { state: 'same' }, { state: 'same' }] }
  })
})
