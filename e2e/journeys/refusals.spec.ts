// What cannot be done is said in words, in the place where it was asked, and loses nothing.
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { brokenModels } from '../../src-main/testing/brokenModels'
import { writeTinyModel } from '../../src-main/testing/tinyModel'
import { expect, test } from './journey'
import {
  addByPath,
  answers,
  ask,
  chatWith,
  choose,
  expectEnded,
  field,
  questions,
  textOf,
  toasts
} from './window'

const rows = (page: Page): Locator => page.getByRole('row')

test('a broken folder is refused in three parts, and the library stays as it was', async ({
  lethe,
  folder
}) => {
  const path = join(folder, 'Broken')
  await brokenModels.find(({ code }) => code === 'fileTruncated')?.write(path)
  await addByPath(lethe, path, true)
  const card = lethe.getByRole('region', { name: 'Adding Broken' })
  await expect(card.getByRole('heading')).toHaveText('Broken was not added')
  await expect(card.getByRole('alert').locator('p')).toHaveText([
    `${join(path, 'model.safetensors')} ends 1,000 bytes too early.`,
    'Get the file again.',
    'It was not added; your other models are fine.'
  ])
  await card.getByText('Details', { exact: true }).click()
  await expect(card.getByRole('alert')).toContainText('fileTruncated')
  await expect(rows(lethe)).toHaveCount(2) // the heading and Starter

  // The file was replaced: the same card tries again.
  await writeTinyModel(path)
  await card.getByRole('button', { name: 'Try again' }).click()
  await expect(toasts(lethe)).toContainText('Broken was added.')
  await expect(card).toBeHidden()
  await expect(rows(lethe)).toHaveCount(3)
})

test('a question past the context is refused with numbers; its end can be kept', async ({
  lethe
}) => {
  const question = 'word '.repeat(900).trim()
  const answer = await ask(lethe, question)
  const alert = answer.getByRole('alert')
  await expect(alert).toContainText(/This is [\d,]{3,} tokens; the model reads 511\./)
  await expect(alert).toContainText('The whole text is saved in the conversation.')
  await lethe.reload()
  await expect(questions(lethe)).toContainText('word word word')
  await alert.getByRole('button', { name: 'Keep the end' }).click()
  await expect(field(lethe)).toHaveValue(/^(word ?)+$/)
  // It is cut once it was counted; until then it stands there whole.
  await expect
    .poll(async () => (await field(lethe).inputValue()).length)
    .toBeLessThan(question.length)
  await field(lethe).press('Enter')
  await expect(lethe.getByRole('group', { name: 'Versions of this answer' })).toHaveText('2 of 2')
  await expectEnded(lethe)
  await expect(textOf(answers(lethe))).toHaveText(/\S/)

  // The first one is still there, whole, and can be edited as a whole.
  await lethe.getByRole('button', { name: 'Previous version' }).click()
  await alert.getByRole('button', { name: 'Edit' }).click()
  await expect(field(lethe)).toHaveValue(question)
})

test('a model whose file was moved says so, is found again, and answers', async ({
  lethe,
  host,
  folder
}) => {
  const path = await writeTinyModel(join(folder, 'Tiny'))
  await addByPath(lethe, path)
  await chatWith(lethe, 'Tiny')
  await choose(lethe, 'Exact', 4)
  await rename(path, join(folder, 'Moved'))
  const answer = await ask(lethe, 'Once upon a time')
  const alert = answer.getByRole('alert')
  await expect(alert).toContainText(`The file is no longer at ${path}`)
  await alert.getByRole('button', { name: 'Find it' }).click()
  await expect(lethe.getByText('Find it, or remove it from the list.').first()).toBeVisible()
  await lethe.getByRole('button', { name: 'Find it' }).click()

  const sheet = lethe.getByRole('dialog', { name: 'Where is it now?' })
  const go = async (to: string): Promise<void> => {
    await sheet.getByRole('textbox', { name: 'Path' }).fill(to)
    await sheet.getByRole('button', { name: 'Go' }).click()
    await sheet.getByRole('button', { name: 'Choose this folder' }).click()
  }
  // Another model does not take its place.
  const other = await writeTinyModel(join(folder, 'Other'), { config: { hidden_size: 32 } })
  await go(other)
  await expect(lethe.getByRole('alert')).toContainText('the weights there are others')
  await lethe.getByRole('button', { name: 'Find it' }).click()
  await go(join(folder, 'Moved'))
  await expect(toasts(lethe)).toContainText('Tiny was found again.')

  await lethe.goto(`${host.origin}/#/chat`)
  await lethe.getByRole('link', { name: 'Once upon a time' }).click()
  await lethe.getByRole('button', { name: 'Try again' }).first().click()
  await expect(answers(lethe)).toContainText('Ended at the limit of 4 tokens')
})

test('a model without a tokenizer is in the library and is not offered for chat', async ({
  lethe,
  host,
  folder
}) => {
  const path = await writeTinyModel(join(folder, 'Numbers'), { tokenizer: false })
  await addByPath(lethe, path)
  await expect(toasts(lethe)).toContainText('Numbers was added.')
  await lethe.getByRole('link', { name: 'Numbers', exact: true }).click()
  await expect(lethe.getByText('No tokenizer came with it: it can be scored')).toBeVisible()
  await expect(lethe.getByRole('button', { name: 'Chat with it' })).toBeHidden()
  await lethe.goto(`${host.origin}/#/chat`)
  await lethe.getByRole('button', { name: /^Model: Starter/ }).click()
  const choice = lethe
    .getByRole('dialog', { name: 'Choose a model' })
    .getByRole('button', { name: /^Numbers/ })
  await expect(choice).toBeDisabled()
  await expect(choice).toContainText('No tokenizer came with it, so it cannot chat.')
})
