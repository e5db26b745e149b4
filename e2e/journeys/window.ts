// What a person does in the window, by the names they see or hear.
import { expect, type Locator, type Page } from '@playwright/test'
import { samplingPresets } from '../../src-main/contract/chat'
import type { LetheClient } from '../../src-main/hosts/cli/command'

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

const namedKeys = {
  'Control+k': { modifiers: 2, key: 'k', code: 'KeyK', windowsVirtualKeyCode: 75 },
  Enter: { text: '\r', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 }
}

/** Keys as a quick person presses them: none waits for what the one before does. */
export async function pressAtOnce(
  page: Page,
  first: keyof typeof namedKeys | null,
  letters: string
): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const keys = [
    ...(first === null ? [] : [namedKeys[first]]),
    ...[...letters].map((key) => ({ text: key, key }))
  ]
  const sent = keys.flatMap((key) => {
    const type = 'text' in key ? 'keyDown' : 'rawKeyDown'
    const { text: _text, ...released } = { text: '', ...key }
    return [
      session.send('Input.dispatchKeyEvent', { type, ...key }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...released })
    ]
  })
  await Promise.all(sent)
  await session.detach()
}

/** As pasting does; a browser takes many seconds to type millions of letters. */
export async function fillAtOnce(field: Locator, text: string): Promise<void> {
  await field.focus()
  await field.evaluate((element, value) => {
    ;(element as HTMLTextAreaElement).value = value
    element.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }, text)
}

/** Looks at what is there in Portuguese; the window speaks English again afterwards. */
export async function inPortuguese(
  page: Page,
  client: LetheClient,
  look: () => Promise<void>
): Promise<void> {
  const html = page.locator('html')
  await client.settings.update({ language: 'pt-BR' })
  await expect(html).toHaveAttribute('lang', 'pt-BR')
  await look()
  await client.settings.update({ language: 'en' })
  await expect(html).toHaveAttribute('lang', 'en')
}

/** Opens the palette; it is ready to be typed in. */
export async function openPalette(page: Page, name = 'Search or do anything'): Promise<Locator> {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('combobox', { name })
  await expect(palette).toBeFocused()
  return palette
}

/**
 * Opens a conversation that was made beside the window: its answers are the same each time and end after
 * `tokens`; `asked` has been answered.
 */
export async function openChat(
  page: Page,
  client: LetheClient,
  { model = 'Starter', tokens = 512, asked = [] as readonly string[] } = {}
): Promise<void> {
  const { id: modelId } = await client.models.get({ model })
  const { id } = await client.chat.create({ modelId })
  const sampling = { ...samplingPresets.exact, maxTokens: tokens }
  await client.chat.update({ id, sampling })
  for (const text of asked) {
    const { answer } = await client.chat.send({ conversationId: id, text })
    for await (const event of await client.chat.follow({ answerId: answer.id })) {
      if (event.type === 'end') break
    }
  }
  await page.goto(`${originOf(page.url())}/#/chat/${id}`)
  await expect(page.getByRole('button', { name: 'How it chooses words: Exact' })).toBeVisible()
  await expect(page.getByRole('button', { name: `Model: ${model}` })).toBeVisible()
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
  const radio = panel.getByRole('radio', { name: preset, exact: true })
  await expect(radio).toBeVisible()
  // At once: nothing may lie over what was just opened.
  await radio.click({ timeout: 3000 })
  await expect(radio).toBeChecked()
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
