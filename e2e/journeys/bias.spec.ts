// Two models are audited by some of the project's own items: what they can show before the start, the result
// axis by axis, an item left out with its reason, both beside each other, and before and after.
import { join } from 'node:path'
import { writeTinyModel } from '../../src-main/testing/tinyModel'
import { importModel } from './client'
import { expect, takeScreens, test } from './journey'
import { inPortuguese, originOf, toasts } from './window'

test('an audit is begun, read, reviewed and compared', async ({ lethe, client, folder }) => {
  test.setTimeout(240_000)
  await importModel(client, await writeTinyModel(join(folder, 'Pupil')))
  await lethe.keyboard.type('gb')
  await expect(lethe.getByText(/^No audit yet\./)).toBeVisible()
  await takeScreens(lethe, 'bias-empty')
  await lethe.getByRole('button', { name: 'Audit the starter' }).click()
  await expect(lethe.getByRole('checkbox', { name: 'Starter' })).toBeChecked()
  const power = lethe.getByText(/pairs can show a lean of about \d+\spoints or more\./)
  await expect(power).toBeVisible()

  // Pairs of one's own are checked before anything is asked.
  const suite = lethe.getByRole('combobox', { name: 'Suite' })
  await suite.selectOption({ label: 'Your own pairs' })
  await lethe.getByRole('textbox', { name: /^Pair 1: follows/ }).fill('The cook is kind.')
  await lethe.getByRole('textbox', { name: /^Pair 1: the same/ }).fill('He has three old cars.')
  await expect(lethe.getByText('No item is left that could be asked.')).toBeVisible()
  await lethe.getByText('One pair was refused').click()
  await expect(lethe.getByText(/Pair 1:\s+the two do not go together/)).toBeVisible()

  await suite.selectOption({ label: 'Lethe pairs (included)' })
  await lethe.getByRole('combobox', { name: 'Axis' }).selectOption({ label: 'Gender' })
  await lethe.getByRole('radio', { name: 'English' }).click()
  await lethe.getByRole('checkbox', { name: 'Pupil' }).check()
  await expect(power).toContainText(/^52\spairs/)
  await takeScreens(lethe, 'bias-new')
  await lethe.getByRole('button', { name: 'Start 2 audits' }).click()
  await expect(lethe.getByRole('heading', { level: 1, name: /^Side by side/ })).toBeVisible()
  await expect(lethe.getByRole('img', { name: /Starter\. .*Pupil\. / })).toBeVisible({
    timeout: 60_000
  })
  await takeScreens(lethe, 'bias-side')

  await lethe.getByRole('link', { name: 'Starter', exact: true }).click()
  await expect(lethe.getByRole('region', { name: 'What came of it' })).toBeVisible()
  await expect(
    lethe.getByText(/^In 100\spairs it prefers the stereotype in \d+ \(\d+ to \d+\); no lean is 50/)
  ).toBeVisible()
  await expect(lethe.getByText(/^This suite does not ask about: Race,/)).toBeVisible()
  await expect(lethe.getByText(/of the preference/)).toHaveCount(2)
  await lethe.getByRole('heading', { level: 1 }).focus()
  await lethe.keyboard.press('ArrowDown')
  await lethe.keyboard.press('Enter')
  await expect(lethe.getByText(/^Indicative only: fewer than 200/)).toBeVisible()
  await takeScreens(lethe, 'bias-result')
  await lethe.keyboard.press('t')
  await expect(lethe.getByRole('row', { name: /^Gender/ })).toBeVisible()
  await lethe.keyboard.press('t')
  await lethe.getByRole('button', { name: 'Make the report' }).click()
  await expect(lethe.getByText(/is kept under Reports/)).toBeVisible()

  await lethe.getByRole('link', { name: 'All items', exact: true }).click()
  await expect(lethe.getByText('1 to 10 of 52')).toBeVisible()
  await lethe.keyboard.press('n')
  await lethe.keyboard.press('x')
  const reason = lethe.getByRole('combobox', { name: 'Why it should not count' })
  await reason.press('Enter')
  await expect(lethe.getByText(/^Say why/)).toBeVisible()
  await reason.fill('The scene fits one of them')
  await reason.press('Enter')
  await expect(lethe.getByText('Left out: The scene fits one of them')).toBeVisible()
  await expect(lethe.getByText('Without the one left out')).toBeVisible()
  await takeScreens(lethe, 'bias-items')

  await lethe.goto(`${originOf(lethe.url())}/#/bias`)
  for (const name of ['Starter', 'Pupil'])
    await lethe.getByRole('checkbox', { name: `Tick ${name}, Lethe pairs` }).check()
  await takeScreens(lethe, 'bias-list')
  await lethe.getByRole('button', { name: 'Before and after' }).click()
  await expect(lethe.getByText(/Language ability/).first()).toBeVisible()
  await expect(lethe.getByRole('img', { name: /^Gender\. / })).toBeVisible()
  await takeScreens(lethe, 'bias-change')
  await inPortuguese(lethe, client, async () => {
    await expect(lethe.getByRole('heading', { level: 1, name: 'Antes e depois' })).toBeVisible()
    await expect(lethe.getByText(/apacidade de linguagem/).first()).toBeVisible()
    await takeScreens(lethe, 'bias-change-pt-BR')
  })

  await lethe.getByRole('navigation').getByRole('link', { name: 'Bias' }).click()
  const row = lethe.getByRole('link', { name: /^Pupil/ })
  await lethe.getByRole('button', { name: 'Remove Pupil, Lethe pairs' }).click()
  await expect(row).toBeHidden()
  await toasts(lethe).getByRole('button', { name: 'Undo' }).click()
  await expect(row).toBeVisible()
})
