// Every view: pictures, accessibility, no sideways scroll; in as many languages, themes and sizes as are asked for.
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { brokenModels } from '../../src-main/testing/brokenModels'
import { writeTinyModel } from '../../src-main/testing/tinyModel'
import { bothLanguages } from './bothLanguages'
import { importModel } from './client'
import { expect, takeScreens, test } from './journey'
import { openPalette } from './window'

for (const { locale, name, say } of bothLanguages) {
  test.describe(name, () => {
    test.use({ locale })

    const ask = async (page: Page, question: string): Promise<void> => {
      await page.getByRole('textbox', { name: say.chat.composer }).fill(question)
      await expect(page.getByRole('button', { name: say.chat.send })).toBeEnabled()
      await page.getByRole('textbox', { name: say.chat.composer }).press('Enter')
      await expect(page.getByRole('button', { name: say.chat.tryAgain }).last()).toBeEnabled()
    }

    test('the chat', async ({ lethe }) => {
      await ask(lethe, name === 'en' ? 'What is a language model?' : 'O que é um modelo?')
      await lethe.getByRole('button', { name: say.chat.tryAgain }).click()
      await expect(lethe.getByRole('group', { name: say.chat.branches })).toBeVisible()
      await expect(lethe.getByRole('button', { name: say.chat.stop })).toBeHidden()
      await takeScreens(lethe, `${name}-chat`)
      await ask(lethe, 'word '.repeat(900))
      await expect(lethe.getByRole('button', { name: say.chat.keepEnd })).toBeVisible()
      await takeScreens(lethe, `${name}-chat-too-long`)
    })

    test('what opens over the chat', async ({ lethe, client, folder }) => {
      const path = await writeTinyModel(join(folder, 'Numbers'), { tokenizer: false })
      await importModel(client, path)
      await lethe.getByRole('button', { name: new RegExp(`^${say.chat.model}: Starter`) }).click()
      await expect(lethe.getByText(say.chat.idsOnly)).toBeVisible()
      await takeScreens(lethe, `${name}-model-picker`)
      await lethe.keyboard.press('Escape')
      await lethe.getByRole('button', { name: new RegExp(`^${say.chat.sampling}`) }).click()
      await lethe.getByText(say.chat.allSettings).click()
      await takeScreens(lethe, `${name}-sampling`)
      await lethe.keyboard.press('Escape')
      await openPalette(lethe, say.shell.palette.title)
      await takeScreens(lethe, `${name}-palette`)
    })

    test('the models', async ({ lethe, host, client, folder }) => {
      await lethe.goto(`${host.origin}/#/models`)
      await expect(lethe.getByText(say.models.only)).toBeVisible()
      await takeScreens(lethe, `${name}-models-only-starter`)
      await importModel(client, await writeTinyModel(join(folder, 'Tiny')), { mode: 'copy' })
      const moved = await writeTinyModel(join(folder, 'Moved'))
      const long = 'A model with quite a long name that says what it was trained on and when'
      await importModel(client, moved, { name: long })
      await rename(moved, join(folder, 'Elsewhere'))
      const broken = join(folder, 'Broken')
      await brokenModels.find(({ code }) => code === 'tensorShape')?.write(broken)
      await lethe.getByRole('button', { name: say.models.add }).first().click()
      await lethe.getByRole('textbox', { name: say.models.folderPath }).fill(broken)
      await takeScreens(lethe, `${name}-add-model`)
      await lethe.getByRole('button', { name: say.models.addThis }).click()
      await expect(lethe.getByText(say.models.notAdded('Broken'))).toBeVisible()
      // Whether files are there is asked anew every few seconds.
      await expect(async () => {
        await lethe.reload()
        await expect(lethe.getByText(say.models.missing)).toBeVisible({ timeout: 1000 })
      }).toPass()
      await takeScreens(lethe, `${name}-models`)
      await lethe.getByRole('link', { name: long, exact: true }).click()
      await expect(lethe.getByText(say.models.hashNote)).toBeVisible()
      await takeScreens(lethe, `${name}-model-missing`)
    })

    test('the settings', async ({ lethe, host }) => {
      await lethe.goto(`${host.origin}/#/settings`)
      await expect(lethe.getByRole('heading', { level: 1, name: say.settings.title })).toBeVisible()
      await takeScreens(lethe, `${name}-settings`)
      await lethe.goto(`${host.origin}/#/settings/device`)
      await takeScreens(lethe, `${name}-settings-device`)
    })
  })
}
