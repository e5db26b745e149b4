// Conversations are named, found, taken out as files, removed and brought back.
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { ask, choose, conversationList, expectEnded, textOf, answers, toasts } from './window'
import { expect, test } from './journey'

/** Opens the menu of a conversation and takes one of its entries. */
async function pick(page: Page, title: string, entry: string): Promise<void> {
  await conversationList(page).getByRole('link', { name: title }).hover()
  await conversationList(page)
    .getByRole('button', { name: `More for “${title}”` })
    .click()
  await page.getByRole('menuitem', { name: entry }).click()
}

test('a conversation is renamed, found without accents, exported, removed and restored', async ({
  lethe
}) => {
  const list = conversationList(lethe).getByRole('link')
  await choose(lethe, 'Exact')
  await ask(lethe, 'Conte uma história bem curta.')
  await expectEnded(lethe)
  const story = await textOf(answers(lethe)).innerText()
  await pick(lethe, 'Conte uma história bem curta.', 'Rename')
  const name = lethe.getByRole('textbox', { name: 'Name of the conversation' })
  await expect(name).toBeFocused()
  await name.fill('Manhã no São João')
  await name.press('Enter')
  await expect(list).toHaveText(['Manhã no São João'])

  await conversationList(lethe).getByRole('button', { name: 'New chat' }).click()
  await ask(lethe, 'Hello')
  await expectEnded(lethe)
  await expect(list).toHaveText(['Hello', 'Manhã no São João'])
  const search = lethe.getByRole('searchbox', { name: 'Search in conversations' })
  await search.fill('sao joao')
  await expect(list).toHaveText([/^Manhã no São João/])
  await search.fill('HISTORIA')
  await expect(list).toHaveText([/^Manhã no São João/])
  await search.fill('nowhere in any')
  await expect(
    lethe.getByText('No conversation has “nowhere in any” in it.', { exact: true })
  ).toBeVisible()
  await search.fill('')
  await expect(list).toHaveCount(2)

  const download = lethe.waitForEvent('download')
  await pick(lethe, 'Manhã no São João', 'Export as Markdown')
  const file = await download
  expect(file.suggestedFilename()).toBe('Manhã no São João.md')
  const text = await readFile(await file.path(), 'utf8')
  expect(text).toBe(
    `# Manhã no São João\n\n## You\n\nConte uma história bem curta.\n\n## Starter\n\n${story}\n`
  )

  await pick(lethe, 'Manhã no São João', 'Remove')
  await expect(list).toHaveText(['Hello'])
  await expect(toasts(lethe)).toContainText('Conversation removed.')
  await toasts(lethe).getByRole('button', { name: 'Undo' }).click()
  await expect(list).toHaveText(['Hello', 'Manhã no São João'])
  await list.last().click()
  await expect(textOf(answers(lethe))).toHaveText(story)
})

test('a system prompt is kept with its conversation and reaches the model', async ({ lethe }) => {
  await choose(lethe, 'Exact')
  await ask(lethe, 'Hello')
  await expectEnded(lethe)
  await lethe.getByRole('button', { name: 'System prompt', exact: true }).click()
  const panel = lethe.getByRole('dialog', { name: 'System prompt' })
  await panel.getByRole('textbox', { name: 'System prompt' }).fill('Answer in short sentences.')
  await lethe.keyboard.press('Escape')
  const set = lethe.getByRole('button', { name: 'System prompt: set' })
  await expect(set).toBeVisible()
  await answers(lethe).getByRole('button', { name: 'Try again' }).click()
  await expect(lethe.getByRole('group', { name: 'Versions of this answer' })).toHaveText('2 of 2')
  await expectEnded(lethe)
  await lethe.reload()
  await set.click()
  await expect(panel.getByRole('textbox')).toHaveValue('Answer in short sentences.')
})
