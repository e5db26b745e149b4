// Processes are killed while an answer is being written: what was shown stays, and one goes on.
import { engineProcesses, isRunning, startHost } from './host'
import { expect, test } from './journey'
import { endlessModel } from './models'
import { importModel } from './client'
import {
  answers,
  ask,
  choose,
  field,
  openChat,
  questions,
  expectEnded,
  stopButton,
  textOf
} from './window'

test.skip(process.platform === 'win32', 'looks at processes with ps')

test('a killed engine ends its answer in words; the next question starts another', async ({
  lethe,
  host,
  client,
  folder
}) => {
  await importModel(client, await endlessModel(folder))
  await openChat(lethe, client, { model: 'Endless', tokens: 32_768 })
  const answer = await ask(lethe, 'Once upon a time')
  await expect(textOf(answer)).toHaveText(/\S/)
  const before = engineProcesses(host.process.pid ?? 0)
  expect(before.length).toBeGreaterThan(0)
  for (const pid of before) process.kill(pid, 'SIGKILL')

  const alert = answer.getByRole('alert')
  await expect(alert).toContainText('The model stopped working.')
  await expect(alert).toContainText('Send again to restart it.')
  await expect(alert).toContainText('The text so far is saved.')
  await expectEnded(lethe)
  const kept = await textOf(answer).innerText()
  expect(kept.trim()).not.toBe('')
  await choose(lethe, 'Exact', 8)
  const next = await ask(lethe, 'and then')
  await expect(next).toContainText('Ended at the limit of 8 tokens for one answer.')
  const after = engineProcesses(host.process.pid ?? 0)
  expect(after.filter((pid) => before.includes(pid))).toEqual([])
  await lethe.reload()
  await expect(textOf(answers(lethe)).first()).toHaveText(kept)
})

/** Markdown may read marks and numbers another way once more of a text is there; the words stay. */
const letters = (text: string): string => text.replaceAll(/\P{L}+/gu, '')

test('a killed app leaves no engine; opened again, all that was shown or typed is there', async ({
  lethe,
  host,
  client,
  folder,
  browser
}) => {
  await importModel(client, await endlessModel(folder))
  await openChat(lethe, client, { model: 'Endless', tokens: 32_768 })
  const answer = await ask(lethe, 'Once upon a time')
  await expect(textOf(answer)).toHaveText(/\S/)
  await field(lethe).fill('What I was about to ask')
  // The window keeps its own copy only until the database has it.
  const kept = (): Promise<string[]> =>
    lethe.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('lethe.draft')))
  await expect.poll(kept).toEqual([])
  await expect(stopButton(lethe)).toBeVisible() // it is still writing
  const engines = engineProcesses(host.process.pid ?? 0)
  host.process.kill('SIGKILL')
  // What was being loaded just then may say that it failed.
  await expect(
    lethe.getByRole('alert').filter({ hasText: 'The app stopped answering.' }).first()
  ).toBeVisible()
  const shown = letters(await textOf(answer).innerText())
  await expect.poll(() => engines.filter(isRunning)).toEqual([])

  const next = await startHost(host.dataFolder)
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(next.url)
    await page.getByRole('link', { name: 'Once upon a time' }).click()
    await expect(questions(page)).toHaveText('Once upon a time')
    await expect(answers(page)).toContainText('The model stopped working.')
    const stored = letters(await textOf(answers(page)).innerText())
    expect(stored.slice(0, shown.length)).toBe(shown)
    await expect(field(page)).toHaveValue('What I was about to ask')
    await choose(page, 'Exact', 8)
    await field(page).press('Enter')
    await expect(answers(page).last()).toContainText('Ended at the limit of 8 tokens')
  } finally {
    await context.close()
    expect(await next.stop()).toBe(0)
  }
})
