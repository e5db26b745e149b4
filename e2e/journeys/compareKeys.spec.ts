// Compare by keys alone, and with as many columns as it takes.
import type { Locator, Page } from '@playwright/test'
import { addTwin, ask, openCompare, prompt } from './compareWindow'
import { expect, expectAccessible, takeScreens, test } from './journey'

/** Goes there by Tab, or by Shift and Tab. */
async function tabTo(page: Page, target: Locator, keys: 'Tab' | 'Shift+Tab' = 'Tab') {
  for (let step = 0; step < 60; step++) {
    if (await target.evaluate((node) => node === document.activeElement)) return
    await page.keyboard.press(keys)
  }
  await expect(target).toBeFocused()
}

test('models are added, asked, marked and voted on by keys alone', async ({
  lethe,
  host,
  client
}) => {
  await addTwin(host, client)
  const { keyboard } = lethe
  await lethe.getByRole('navigation').getByRole('link', { name: 'Compare' }).focus()
  await keyboard.press('Enter')
  const field = lethe.getByLabel('Ask all of them')
  await tabTo(lethe, lethe.getByRole('button', { name: 'Add a model' }))
  await keyboard.press('Enter')
  const third = lethe.getByLabel('Model 3', { exact: true })
  await expect(third).toBeVisible()
  await tabTo(lethe, third, 'Shift+Tab')
  await keyboard.type('Twin')
  await expect(third.locator('option:checked')).toHaveText('Twin')
  await keyboard.press('Tab')
  await keyboard.type('Inventive')
  await tabTo(lethe, lethe.getByLabel('How model 1 chooses words'), 'Shift+Tab')
  await keyboard.type('Exact')
  await tabTo(lethe, lethe.getByLabel('Seed, the same for all'))
  await keyboard.type('7')
  await tabTo(lethe, field)
  await keyboard.type(prompt)
  await keyboard.press('Enter')
  const columns = lethe.getByRole('article')
  await expect(columns.getByText('tokens/s')).toHaveCount(3)
  // In the field it is a letter.
  await keyboard.press('Shift+Tab')
  await keyboard.press('d')
  await expect(lethe.getByText(/words? here and not in/).first()).toBeVisible()
  await keyboard.press('d')
  await expect(lethe.getByText(/words? here and not in/)).toHaveCount(0)

  await tabTo(lethe, lethe.getByRole('radio', { name: 'Side by side' }), 'Shift+Tab')
  await keyboard.press('ArrowRight')
  await expect(lethe.getByRole('radio', { name: 'Blind vote' })).toBeChecked()
  const votes = [
    { key: '2', said: 'You found the second better.' },
    { key: '1', said: 'You found the first better.' },
    { key: '0', said: 'You called it a tie.' },
    { key: 'n', said: 'You found neither good.' }
  ]
  for (const { key, said } of votes) {
    await tabTo(lethe, field)
    await keyboard.type(prompt)
    await keyboard.press('Enter')
    const bar = lethe.getByRole('group', { name: 'Which answer is better?' })
    await expect(bar).toBeFocused()
    await expect(bar).toHaveAccessibleDescription(/^The keys 1, 0, n and 2 vote/)
    if (key === '2') await expectAccessible(lethe)
    await keyboard.press(key)
    await expect(lethe.getByText(said)).toBeVisible()
    await expect(field).toHaveValue('')
    const again = lethe.getByRole('button', { name: 'Another blind vote' })
    await expect(again).toBeFocused()
    await keyboard.press('Enter')
    await expect(columns).toHaveCount(0)
  }
  const history = lethe.getByRole('complementary', { name: 'Comparisons' })
  await expect(history.getByRole('link', { name: prompt })).toHaveCount(5)
  await expect(history.getByText('not voted yet')).toHaveCount(0)
  await tabTo(lethe, lethe.getByRole('link', { name: 'Ratings' }))
  await keyboard.press('Enter')
  await expect(lethe.getByText('Too few votes for a rating: 3 of 10.')).toBeVisible()
})

test('six columns are read side by side, or one at a time where it is narrow', async ({
  lethe
}) => {
  await openCompare(lethe)
  for (let number = 3; number <= 6; number++) {
    await lethe.getByRole('button', { name: 'Add a model' }).click()
  }
  await expect(lethe.getByRole('button', { name: 'Add a model' })).toHaveCount(0)
  for (const number of [2, 4, 6]) {
    await lethe.getByLabel(`How model ${number} chooses words`).selectOption('Inventive')
  }
  await takeScreens(lethe, 'compare-six-new')
  await ask(lethe)
  await expect(lethe.getByRole('article').getByText('tokens/s')).toHaveCount(6)
  await takeScreens(lethe, 'compare-six')
})
