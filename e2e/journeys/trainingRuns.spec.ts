// Several runs: in both languages, compared, removed and taken back.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeTinyModel } from '../../src-main/testing/tinyModel'
import type { Page } from '@playwright/test'
import { bothLanguages } from './bothLanguages'
import { run } from './compareWindow'
import { expect, takeScreens, test } from './journey'

type Words = (typeof bothLanguages)[number]['say']

for (const { locale, name, say } of bothLanguages) {
  test.describe(name, () => {
    test.use({ locale })
    test('two runs are compared, one is removed and taken back', async ({
      lethe,
      host,
      folder
    }) => {
      test.setTimeout(120_000)
      const model = await writeTinyModel(join(folder, 'Pupil'))
      const file = join(folder, 'Lines.jsonl')
      writeFileSync(
        file,
        Array.from(
          { length: 24 },
          (_, at) =>
            `${JSON.stringify({ text: `line number ${at}${at % 8 === 3 ? `, l${at}@river.example` : ''}` })}\n`
        ).join('')
      )
      await run(host, 'import', model)
      await run(host, 'dataset', 'import', file)
      const words = say.training
      for (const rounds of ['3', '6']) {
        await lethe.goto(`${host.origin}/#/training/new`)
        await lethe.getByLabel(words.form.model, { exact: true }).selectOption({ label: 'Pupil' })
        await lethe.getByRole('radio', { name: words.form.presets.style.name }).check()
        await lethe.getByRole('textbox', { name: words.setting.epochs.name }).fill(rounds)
        await lethe.getByRole('textbox', { name: words.form.prompts }).fill('line')
        if (rounds === '3') await lookAtSensitiveLast(lethe, say, `training-last-${name}`)
        await lethe.getByRole('button', { name: new RegExp(`^${words.form.start}`) }).click()
        await expect(lethe.getByText(words.run.toModel)).toBeVisible({ timeout: 40_000 })
        const check = lethe.getByRole('link', { name: say.bias.model.beforeAfter })
        await expect(check).toHaveAttribute('href', /#\/bias\/new\/[^/]+\/[^/]+$/)
      }
      await lethe.getByRole('navigation').getByRole('link', { name: words.title }).click()
      const runs = lethe.getByRole('main').getByRole('checkbox')
      await expect(runs).toHaveCount(2)
      await runs.first().check()
      await runs.last().check()
      await takeScreens(lethe, `training-list-${name}`)
      await lethe.getByRole('button', { name: words.compareTwo }).click()
      const differences = lethe.getByRole('table', { name: words.compare.differences })
      await expect(differences.getByRole('row')).toHaveCount(2) // the head, and the rounds
      await expect(differences).toContainText(words.setting.epochs.name)
      await takeScreens(lethe, `training-compared-${name}`)
      await lethe.goBack()
      await lethe
        .getByRole('button', { name: words.remove('Pupil + Lines') })
        .first()
        .click()
      await expect(lethe.getByText(words.removed('Pupil + Lines'))).toBeVisible()
      await lethe.getByRole('button', { name: say.shell.undo, exact: true }).click()
      await expect(runs).toHaveCount(2)
    })
  })
}

/** Records with personal data come last: what forgetting them takes is told, and what the others take. */
async function lookAtSensitiveLast(
  lethe: Page,
  { training: words }: Words,
  name: string
): Promise<void> {
  const last = lethe.getByRole('switch', { name: words.setting.sensitiveLast.name })
  await last.click()
  await lethe.getByRole('switch', { name: words.sensitiveLast.subjects.name }).click()
  const rehearsal = lethe.getByRole('textbox', { name: words.sensitiveLast.rehearsalShare.name })
  await rehearsal.fill('2')
  await rehearsal.press('Tab')
  await expect(rehearsal).toHaveAttribute('aria-invalid', 'true')
  await rehearsal.fill(words.title === 'Training' ? '0.5' : '0,5')
  await rehearsal.press('Tab')
  // Some of the three may be among those kept out to measure with.
  const [coming = ''] = words.later.last('%', '%').split('%')
  await expect(lethe.getByText(new RegExp(`^${coming}[123]\\s`))).toBeVisible({ timeout: 30_000 })
  await expect(lethe.getByText(words.later.ofOthers.whole)).toBeVisible()
  const [state = ''] = words.later.states(`1 ${words.later.stateForms.one}`, '%').split('%')
  await expect(lethe.getByText(state)).toBeVisible()
  await takeScreens(lethe, name)
  await last.click()
  await expect(lethe.getByText(words.later.ofOne.whole)).toBeVisible({ timeout: 30_000 })
}
