// What a person does in the window, by the names they see or hear.
import { expect, type Locator, type Page } from '@playwright/test'

export const field = (page: Page): Locator => page.getByRole('textbox', { name: 'Write a message' })
export const answers = (page: Page): Locator => page.getByRole('article', { name: /^Answer of/ })
export const questions = (page: Page): Locator => page.getByRole('article', { name: 'You wrote' })
export const stopButton = (page: Page): Locator => page.getByRole('button', { name: 'Stop' })
export const toasts = (page: Page): Locator =>
  page.getByRole('region', { name: 'Messages from Lethe' })
export const conversationList = (page: Page): Locator =>
  page.getByRole('complementary', { name: 'Conversations' })

/** Also of an address with the app's own scheme, whose `origin` reads "null". */
export function originOf(url: string): string {
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}`
}

/** Types a question and sends it; resolves when its answer has begun to be written. */
export async function ask(page: Page, question: string): Promise<Locator> {
  const before = await answers(page).count()
  await field(page).fill(question)
  await expect(page.getByRole('button', { name: 'Send' })).toBeEnabled()
  await field(page).press('Enter')
  await expect(questions(page).last()).toContainText(question.slice(0, 40))
  await expect(answers(page)).toHaveCount(before + 1)
  return answers(page).last()
}

/** The answer has come to its end, whatever that is. */
export async function expectEnded(page: Page): Promise<void> {
  await expect(page.getByRole('log')).toHaveAttribute('aria-busy', 'false')
  await expect(stopButton(page)).toBeHidden()
}

/** What the model wrote, without who it was and how fast. */
export const textOf = (answer: Locator): Locator => answer.locator('.prose')

/** The preset, and how many tokens an answer may have. */
export async function choose(page: Page, preset: string, longest?: number): Promise<void> {
  await page.getByRole('button', { name: /^How it chooses words/ }).click()
  const panel = page.getByRole('dialog', { name: 'How it chooses words' })
  // At once: nothing may lie over what was just opened.
  await panel.getByRole('radio', { name: preset, exact: true }).click({ timeout: 3000 })
  await expect(panel.getByRole('radio', { name: preset, exact: true })).toBeChecked()
  if (longest !== undefined) {
    // By key: the preset's note may move what a pointer aims at.
    await panel.getByText('All settings').press('Enter')
    await panel.getByRole('textbox', { name: 'Longest answer' }).fill(String(longest))
    await panel.getByRole('textbox', { name: 'Longest answer' }).press('Enter')
    await expect(panel.getByRole('button', { name: 'Longest answer: back to usual' })).toBeVisible()
  }
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
}

/** Adds a folder by typing its path, and waits until it is in the list. */
export async function addByPath(page: Page, path: string, copy = false): Promise<void> {
  await page.goto(`${originOf(page.url())}/#/models`)
  await page.getByRole('button', { name: 'Add a model' }).first().click()
  const sheet = page.getByRole('dialog', { name: 'Add a model' })
  await sheet.getByRole('textbox', { name: 'Path of the folder' }).fill(path)
  if (copy) await sheet.getByRole('radio', { name: /^Copy it in/ }).click()
  await sheet.getByRole('button', { name: 'Add this model' }).click()
  await expect(sheet).toBeHidden()
}

/** Opens the model's page and starts a conversation with it. */
export async function chatWith(page: Page, model: string): Promise<void> {
  await page.goto(`${originOf(page.url())}/#/models`)
  await page.getByRole('link', { name: model, exact: true }).click()
  await page.getByRole('button', { name: 'Chat with it' }).click()
  await expect(field(page)).toBeVisible()
}
