// A stranger's first minutes: a prompt to click, an answer, another one, one that is stopped.
import { importModel } from './client'
import {
  answers,
  ask,
  choose,
  conversationList,
  expectEnded,
  field,
  openPalette,
  openChat,
  questions,
  stopButton,
  textOf,
  toasts
} from './window'
import { expect, takeScreens, test } from './journey'
import { endlessModel } from './models'

test('a prompt is clicked, answered, copied, and there again after a reload', async ({
  lethe,
  context
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await expect(lethe.getByText('This is a tiny teaching model.')).toBeVisible()
  await expect(lethe.getByRole('button', { name: /^Model: Starter/ })).toBeVisible()
  const prompts = lethe.getByRole('list', { name: 'Prompts to start with' }).getByRole('button')
  await expect(prompts).toHaveCount(3)
  const question = await prompts.first().innerText()
  await prompts.first().click()

  await expect(questions(lethe)).toHaveText(question)
  await expectEnded(lethe)
  const answer = answers(lethe)
  await expect(answer).toHaveAccessibleName('Answer of Starter')
  await expect(textOf(answer)).toHaveText(/\w+/)
  await expect(answer).toContainText(/3\.8\sM parameters/)
  await expect(answer).toContainText(/CPU, \d+ threads?/i)
  await expect(answer).toContainText(/[\d,]+\stokens\/s/)
  await expect(answer).toContainText(/first word after [\d.]+\s(ms|s)/)
  await expect(conversationList(lethe).getByRole('link')).toHaveText([question])
  await expect(lethe).toHaveTitle(`${question}, Chat · Lethe`)
  expect(lethe.url()).toMatch(/#\/chat\/.+/)

  await answer.getByRole('button', { name: 'Copy answer' }).click()
  await expect(toasts(lethe)).toContainText('Copied')
  const text = await lethe.evaluate(() => navigator.clipboard.readText())
  const shown = await textOf(answer).innerText()
  const words = (all: string): string[] => all.split(/\s+/).filter(Boolean)
  expect(words(shown)).toEqual(words(text))

  await lethe.getByRole('button', { name: 'Close' }).first().click()
  await lethe.reload()
  await expect(textOf(answers(lethe))).toHaveText(shown)
  await expect(lethe.getByText('This is a tiny teaching model.')).toBeHidden()
})

test('trying again adds a version beside the first', async ({ lethe }) => {
  await choose(lethe, 'Inventive')
  await ask(lethe, 'Hello')
  await expectEnded(lethe)
  const first = await textOf(answers(lethe)).innerText()
  await answers(lethe).getByRole('button', { name: 'Try again' }).click()
  const versions = lethe.getByRole('group', { name: 'Versions of this answer' })
  await expect(versions).toHaveText('2 of 2')
  await expectEnded(lethe)
  await versions.getByRole('button', { name: 'Previous version' }).click()
  await expect(versions).toHaveText('1 of 2')
  await expect(textOf(answers(lethe))).toHaveText(first)
  await expect(versions.getByRole('button', { name: 'Previous version' })).toBeDisabled()
  await answers(lethe).focus()
  await lethe.keyboard.press(']')
  await expect(versions).toHaveText('2 of 2')
  await lethe.reload()
  await expect(versions).toHaveText('2 of 2')
})

test('an edited question stands beside the first one, nothing is overwritten', async ({
  lethe
}) => {
  await choose(lethe, 'Exact')
  await ask(lethe, 'Hello')
  await expectEnded(lethe)
  await ask(lethe, 'Tell me a very short story.')
  await expectEnded(lethe)
  await expect(questions(lethe)).toHaveText(['Hello', 'Tell me a very short story.'])
  await field(lethe).press('ArrowUp')
  await expect(lethe.getByRole('textbox', { name: 'Edit the question' })).toHaveValue(
    'Tell me a very short story.'
  )
})

test('a stopped answer keeps its text, and the next question is answered', async ({
  lethe,
  client,
  folder
}) => {
  await importModel(client, await endlessModel(folder))
  await openChat(lethe, client, { model: 'Endless', tokens: 32_768 })
  const answer = await ask(lethe, 'Once upon a time')
  await expect(textOf(answer)).toHaveText(/\S/)
  await stopButton(lethe).click()
  await expect(answer).toContainText(/Stopped after [\d,]+\swords?\./)
  await expectEnded(lethe)
  const kept = await textOf(answer).innerText()
  expect(kept).not.toBe('')
  await lethe.reload()
  await expect(textOf(answers(lethe))).toHaveText(kept)

  await choose(lethe, 'Exact', 16)
  const next = await ask(lethe, 'and then')
  await expect(next).toContainText('Ended at the limit of 16 tokens for one answer.')
})

test('the tour says what comes next, fills it in, waits where it was left, and can be skipped', async ({
  lethe
}) => {
  await lethe.getByRole('button', { name: 'Take the ten-minute tour' }).click()
  const strip = lethe.getByRole('region', { name: 'Ten-minute tour' })
  await expect(strip).toContainText('Step 1 of 8')
  await expect(strip).not.toContainText('Done.')
  await ask(lethe, 'Hello')
  await expectEnded(lethe)
  await expect(strip).toContainText('Done.')
  await strip.getByRole('button', { name: 'Next' }).click()
  await expect(strip).toContainText('Step 2 of 8')
  await strip.getByRole('button', { name: 'Pause' }).click()
  await expect(strip).toBeHidden()

  await lethe.reload()
  await expect(field(lethe)).toBeVisible()
  await openPalette(lethe)
  await lethe.keyboard.type('ten-minute')
  await lethe.keyboard.press('Enter')
  await expect(strip).toContainText('Step 2 of 8')
  await strip.getByRole('button', { name: 'Next' }).click()
  await expect(strip).toContainText('Step 3 of 8')
  await expect(lethe.getByRole('heading', { name: 'New run', level: 1 })).toBeVisible()
  const records = lethe.getByLabel('Records to learn from')
  await expect(records.locator('option:checked')).toHaveText(/Residents/)
  await takeScreens(lethe, 'tour')
  await strip.getByRole('button', { name: 'Skip the tour' }).click()
  await expect(strip).toBeHidden()
  await toasts(lethe).getByRole('button', { name: 'Undo' }).click()
  await expect(strip).toContainText('Step 3 of 8')
})
