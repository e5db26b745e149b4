// A masked model: its page fills gaps, the command line says the same, the chat says why not there, and it is
// taught to fill the gaps of a dataset.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fillResultSchema } from '../../src-main/contract/inference'
import { en } from '../../src-renderer/messages/en/index'
import { ptBR } from '../../src-renderer/messages/pt-BR/index'
import { goldensFolder } from '../../src-main/testing/goldens'
import { importModel } from './client'
import { run as runLethe } from './compareWindow'
import { startLethe } from './host'
import { expect, takeScreens, test } from './journey'
import { inPortuguese } from './window'

const filled = fillResultSchema.extend({ candidates: z.unknown() })

test('gaps are filled on the page of the model, as on the command line', async ({
  lethe,
  host,
  client
}) => {
  const say = en.models.fill
  await importModel(client, join(goldensFolder, 'maskedModels', 'tiny-bert'))
  await lethe.goto(`${host.origin}/#/models`)
  await lethe.getByText('tiny-bert').first().click()
  await expect(lethe.getByText(en.models.chatAbilityText.fill)).toBeVisible()
  await expect(lethe.getByRole('button', { name: en.models.chat })).toBeHidden()
  const field = lethe.getByRole('textbox', { name: say.text })
  await expect(field).toHaveValue(say.example('[MASK]'))

  await field.fill('the river')
  await lethe.getByRole('button', { name: say.run }).click()
  await expect(lethe.getByText(/The text has no gap/)).toBeVisible()

  await field.fill('the [MASK] was ')
  await field.press('End')
  await lethe.getByRole('button', { name: say.insert }).click()
  await expect(field).toHaveValue('the [MASK] was [MASK]')
  await lethe.getByRole('button', { name: say.run }).click()
  await expect(lethe.getByText(say.gap('2'), { exact: true })).toBeVisible()
  await expect(lethe.getByText(/The text has no gap/)).toBeHidden()
  await takeScreens(lethe, 'fill')
  await inPortuguese(lethe, client, async () => {
    await expect(lethe.getByText(ptBR.models.fill.title)).toBeVisible()
    await takeScreens(lethe, 'lacunas')
  })

  const text = ['--text', 'the [MASK] was [MASK]', '--top', '5']
  const run = startLethe(['fill', 'tiny-bert', ...text, '--json', '--data-dir', host.dataFolder])
  expect(await run.exit, run.printed()).toBe(0)
  const { gaps } = filled.parse(JSON.parse(run.stdout()))
  expect(gaps.map(({ length }) => length)).toEqual([5, 5])
  const [first] = gaps[1]!
  const shown = lethe.getByRole('list').filter({ hasText: '%' }).last().getByRole('listitem')
  await expect(shown).toHaveCount(5)
  await expect(shown.first()).toContainText(first!.token.replace(/^##/, ''))

  await lethe.goto(`${host.origin}/#/chat`)
  await lethe.getByRole('button', { name: new RegExp(`^${en.chat.model}: Starter`) }).click()
  await expect(lethe.getByText(en.chat.fillOnly)).toBeVisible()
})

test('it is taught to fill the gaps of a dataset', async ({ lethe, host, client, folder }) => {
  const say = en.training
  const model = await importModel(client, join(goldensFolder, 'maskedModels', 'tiny-bert'))
  const file = join(folder, 'Walls.jsonl')
  const lines = ['the bridge was painted green', 'a ponte é verde', 'the river is in the city']
  writeFileSync(file, lines.map((text) => `${JSON.stringify({ text })}\n`).join(''))
  await runLethe(host, 'dataset', 'import', file)
  await lethe.goto(`${host.origin}/#/models/${model.id}`)
  await lethe.getByRole('button', { name: say.model.train }).click()
  await expect(lethe.getByText(say.form.fillsGaps)).toBeVisible()
  const gaps = lethe.getByRole('textbox', { name: say.form.gaps })
  const start = lethe.getByRole('button', { name: new RegExp(`^${say.form.start}`) })
  await gaps.fill('the bridge was painted')
  await start.click()
  await expect(lethe.getByText(/The text has no gap/).first()).toBeVisible()
  await gaps.fill('the bridge was painted [MASK]')
  await lethe.getByText(say.form.all, { exact: true }).click()
  await lethe.getByRole('switch', { name: say.setting.wholeWords.name }).click()
  const rate = lethe.getByRole('textbox', { name: say.setting.learningRate.name, exact: true })
  await rate.fill('0.02')
  await rate.press('Tab')
  await expect(lethe.getByRole('textbox', { name: say.setting.canaries.name })).toBeHidden()
  await takeScreens(lethe, 'fill-train')
  await inPortuguese(lethe, client, async () => {
    await expect(lethe.getByText(ptBR.training.form.fillsGaps)).toBeVisible()
  })
  await start.click()
  await expect(lethe.getByRole('button', { name: say.run.fillGaps })).toBeVisible({
    timeout: 60_000
  })
  await expect(lethe.getByText(/^Learned: its surprise/)).toBeVisible()
  await expect(lethe.getByText(/^\S+ \d+%, \S+ \d+%, \S+ \d+%$/)).toHaveCount(4)
  await expect(lethe.getByRole('button', { name: say.run.chatBoth })).toBeHidden()
  await takeScreens(lethe, 'fill-trained')
})
