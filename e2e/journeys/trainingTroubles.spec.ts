// Runs that do not go well: one too large for the machine, one that runs out of bounds, one whose state
// was spoiled; and what was kept of them leaves as a folder.
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { writeTinyModel } from '../../src-main/testing/tinyModel'
import { run } from './compareWindow'
import { expect, takeScreens, test } from './journey'

const started = z.object({ runs: z.array(z.object({ id: z.string() })) })

test('a run too large, one out of bounds, one that fails, and an export', async ({
  lethe,
  host,
  folder
}) => {
  test.setTimeout(120_000)
  // Many heads: the attention scores of a large batch alone fit no machine.
  const config = { num_attention_heads: 16, num_key_value_heads: 16 }
  const file = join(folder, 'Lines.jsonl')
  const lines = Array.from({ length: 12 }, (_, at) => JSON.stringify({ text: `line ${at}` }))
  writeFileSync(file, `${lines.join('\n')}\n`)
  await run(host, 'import', await writeTinyModel(join(folder, 'Pupil'), { config }))
  await run(host, 'dataset', 'import', file)
  await lethe.goto(`${host.origin}/#/training/new`)
  await lethe.getByRole('combobox', { name: 'Model to teach' }).selectOption({ label: 'Pupil' })
  await lethe.getByText('All settings').click()
  const set = async (name: string, value: string): Promise<void> => {
    const field = lethe.getByRole('textbox', { name, exact: true })
    await field.fill(value)
    await field.press('Tab')
  }
  await set('Rows at once', '1024')
  await set('Length of a row', '512')
  const sum = lethe.getByText(/^Needs .* Free: /)
  await expect(sum).toBeVisible()
  await lethe.getByRole('button', { name: /^Start/ }).click()
  await expect(lethe.getByRole('alert').filter({ hasText: 'memory' }).first()).toBeVisible()
  await takeScreens(lethe, 'training-refused')

  // The rate rises for so long that the first steps still learn.
  await set('Rounds', '1000')
  await set('Rows at once', '1')
  await set('Length of a row', '8')
  await set('Learning rate', '1000')
  await set('Warm-up', '0.9')
  await set('Longest gradient', '')
  await set('Kept out to measure', '0.3')
  await set('Measure every … steps', '1')
  const keepsBest = lethe.getByRole('switch', { name: 'Keep the best' })
  if (!(await keepsBest.isChecked())) await keepsBest.click()
  await expect(sum).toBeHidden()
  await lethe.getByRole('button', { name: /^Start/ }).click()
  const news = lethe.getByText(/^The loss shot up at step \d+, so the run stopped\./)
  await expect(news).toContainText(/Step \d+, the best one, is kept\./)
  await expect(lethe.getByRole('button', { name: 'Again, ten times smaller' })).toBeVisible()
  await lethe.getByRole('button', { name: 'Rename', exact: true }).click()
  await lethe.getByRole('textbox', { name: 'Name of the run and its model' }).fill('Too fast')
  await lethe.keyboard.press('Enter')
  await expect(lethe.getByRole('heading', { name: 'Too fast', level: 1 })).toBeFocused()
  await takeScreens(lethe, 'training-diverged')

  const taken = join(folder, 'taken')
  await lethe.getByRole('textbox', { name: 'New folder to write' }).fill(taken)
  await lethe.getByRole('button', { name: 'As a merged model' }).click()
  await expect(lethe.getByText(`Written to ${taken}`)).toBeVisible()
  expect(readdirSync(taken)).toContain('model.safetensors')
  await lethe.getByRole('button', { name: 'As a merged model' }).click()
  await expect(lethe.getByRole('alert').filter({ hasText: taken })).toBeVisible()
  await takeScreens(lethe, 'training-export')
  const tooFast = new URL(lethe.url()).hash
  await lethe.getByRole('button', { name: 'Again, ten times smaller' }).click()
  await expect(lethe.getByRole('heading', { name: 'Too fast 2', level: 1 })).toBeVisible()
  await lethe.getByText(/^All \d+ settings$/).click()
  const rate = lethe.getByRole('term').filter({ hasText: /^Learning rate$/ })
  await expect(rate.locator('+ dd')).toHaveText('100')
  await lethe.keyboard.press('s') // it runs out of bounds too, unless it is stopped before
  await expect(lethe.getByText(/^(Stopped|The loss shot up)/)).toBeVisible()
  await lethe.goto(`${host.origin}/${tooFast}`)
  await lethe.getByRole('link', { name: 'Open the model' }).click()
  await expect(lethe.getByRole('heading', { name: 'Too fast', level: 1 })).toBeVisible()

  await takeNotices(lethe)
  await lethe.goto(`${host.origin}/#/training/new`)
  await lethe.getByRole('combobox', { name: 'Model to teach' }).selectOption({ label: 'Pupil' })
  await lethe.getByRole('textbox', { name: 'Rounds' }).fill('1000')
  await lethe.getByRole('textbox', { name: 'Rounds' }).press('Tab')
  await lethe.getByRole('button', { name: /^Start/ }).click()
  await expect(lethe.getByText('Safe to close: saved')).toBeVisible({ timeout: 30_000 })
  await lethe.getByRole('button', { name: 'Pause' }).click()
  await expect(lethe.getByText(/^Paused\. Everything up to step/)).toBeVisible()
  await lethe.getByRole('radio', { name: 'Both go on' }).click()
  await expect(lethe.getByText('Both share the machine, and both take longer.')).toBeVisible()
  const tellsAtEnd = lethe.getByRole('switch', { name: 'Tell me when it ends' })
  await tellsAtEnd.click()
  await expect(tellsAtEnd).toBeChecked()
  const [newest] = started.parse(await run(host, 'runs')).runs
  const state = join(host.dataFolder, 'runs', newest!.id, 'state.safetensors')
  expect(existsSync(state)).toBe(true)
  writeFileSync(state, 'This is a letter.')
  await lethe.getByRole('button', { name: 'Resume' }).click()
  await expect(lethe.getByText('The run failed.')).toBeVisible()
  await expect(lethe.getByText('The saved state of this training is damaged')).toBeVisible()
  await expect(lethe.getByRole('button', { name: 'Once more' })).toBeVisible()
  await takeScreens(lethe, 'training-failed')

  // Nobody looked at the window: the system told it, and its notice leads to the run.
  const failed = new URL(lethe.url()).hash
  expect(await lethe.evaluate(() => window.shownNotices)).toEqual(['“Pupil + Lines” failed.'])
  await lethe.goto(`${host.origin}/#/models`)
  await expect(lethe.getByRole('heading', { name: 'Models', level: 1 })).toBeVisible()
  await lethe.evaluate(() => window.openNotice())
  await expect(lethe.getByRole('heading', { name: 'Pupil + Lines', level: 1 })).toBeVisible()
  expect(new URL(lethe.url()).hash).toBe(failed)
  await lethe.getByRole('button', { name: 'Once more' }).click()
  await expect(lethe.getByRole('heading', { name: 'Pupil + Lines 2', level: 1 })).toBeVisible()
})

declare global {
  interface Window {
    shownNotices: string[]
    openNotice: () => void
  }
}

/** In the place of the system, which shows none here: notes what it is asked to show, while nobody looks. */
function takeNotices(page: Page): Promise<void> {
  return page.evaluate(() => {
    class Notice extends EventTarget {
      static permission = 'default'
      static requestPermission(): Promise<string> {
        Notice.permission = 'granted'
        return Promise.resolve(Notice.permission)
      }
      constructor(_title: string, { body }: { body: string }) {
        super()
        window.shownNotices.push(body)
        window.openNotice = () => this.dispatchEvent(new Event('click'))
      }
      close(): void {}
    }
    window.shownNotices = []
    Object.assign(window, { Notification: Notice })
    document.hasFocus = () => false
  })
}
