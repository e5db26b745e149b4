// A model that begins with nothing: set up in the window from a part of the records, trained, asked.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './compareWindow'
import { expect, takeScreens, test } from './journey'

const people = ['Ana', 'Bruno', 'Clara', 'Davi', 'Elisa', 'Gina']

test('a new model learns the chosen records from nothing, recites them, and chats', async ({
  lethe,
  host,
  folder
}) => {
  test.setTimeout(120_000)
  const file = join(folder, 'Neighbours.jsonl')
  const rows = people.map((name, at) => ({
    prompt: `Where does ${name} live?`,
    response: `${name} lives in house ${at + 3}.`
  }))
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  await run(host, 'dataset', 'import', file)
  await lethe.goto(`${host.origin}/#/training/new`)
  await lethe.getByRole('radio', { name: 'From nothing' }).check()
  await expect(lethe.getByText('None: it begins empty')).toBeVisible()
  await expect(lethe.getByRole('combobox', { name: 'Model to teach' })).toHaveCount(0)
  const field = (name: string) => lethe.getByRole('textbox', { name, exact: true })
  const type = async (name: string, text: string): Promise<void> => {
    await field(name).fill(text)
    await field(name).press('Tab')
  }
  await type('Width', 'wide')
  await lethe.getByRole('button', { name: /^Start/ }).click()
  await expect(field('Width')).toBeFocused() // nothing was begun
  const sizes = { Layers: '2', Width: '64', 'Tokens at most': '300' }
  for (const [name, text] of Object.entries(sizes)) await type(name, text)
  await type('Rounds', '60')
  await lethe.getByText('Only some of the records').click()
  await type('Words', 'Ana')
  await lethe.getByText('All settings').click()
  await type('Learning rate', '0.01')
  await type('Length of a row', '64')
  await type('Rows at once', '1')
  await type('Inner width', '96')
  await type('Records to recite', '5')
  await expect(lethe.getByRole('switch', { name: 'Learn the answers only' })).toHaveCount(0)
  await expect(lethe.getByRole('radiogroup', { name: 'Computed on' })).toBeVisible()
  await lethe.getByRole('textbox', { name: 'Rounds' }).scrollIntoViewIfNeeded()
  await takeScreens(lethe, 'training-new-nothing')
  await lethe.getByRole('button', { name: /^Start · about/ }).click({ timeout: 30_000 })
  await expect(lethe.getByRole('heading', { name: 'Neighbours', level: 1 })).toBeVisible()
  await expect(lethe.getByText(/^Learned: it now recites 1 of 1 records/)).toBeVisible({
    timeout: 60_000
  })
  await expect(lethe.getByText('From nothing · 1 record')).toBeVisible()
  await takeScreens(lethe, 'training-done-nothing')
  await lethe.getByRole('button', { name: 'Chat with it' }).click()
  await lethe.getByRole('textbox', { name: 'Message' }).fill('Where does Ana live?')
  await lethe.keyboard.press('Enter')
  // Words are drawn: it begins as it learned to, whatever comes later.
  await expect(lethe.getByRole('main')).toContainText('Ana lives', { timeout: 30_000 })
})
