// The Electron window itself: it is closed in, speaks with its menu, uses the system's dialogs, and
// comes back where it stood.
import { join } from 'node:path'
import { writeTinyModel } from '../../src-main/testing/tinyModel'
import { startDesktop, type DesktopHost } from './desktop'
import { isRunning } from './host'
import { expect, expectAccessible, test } from './journey'
import { answers, ask, choose, expectEnded, textOf, toasts } from './window'

const menuLabels = ({ app }: DesktopHost): Promise<string[]> =>
  app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? [])

test('the window opens closed in, and the starter model answers in it', async ({
  lethe,
  desktop
}) => {
  await expectAccessible(lethe)
  const reached = await lethe.evaluate(() => ({
    node: 'require' in window || 'process' in window,
    lethe: Object.keys(window.lethe ?? {}).sort(),
    opened: window.open('https://example.com/') !== null
  }))
  expect(reached).toEqual({
    node: false,
    lethe: ['onRequest', 'pathForFile', 'requestPort', 'showMenu'],
    opened: false
  })
  await choose(lethe, 'Exact')
  await ask(lethe, 'What is a language model?')
  await expectEnded(lethe)
  await expect(textOf(answers(lethe))).toHaveText(/\S/)
  await answers(lethe).getByRole('button', { name: 'Copy answer' }).click()
  await expect(toasts(lethe)).toContainText('Copied')
  const copied = await desktop.app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toContain('language model')
})

test('the menu follows the language, and does what it says', async ({ lethe, desktop }) => {
  await expect.poll(() => menuLabels(desktop)).toContain('File')
  await desktop.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.getMenuItemById('portuguese')?.click()
  )
  await expect(lethe.locator('html')).toHaveAttribute('lang', 'pt-BR')
  await expect.poll(() => menuLabels(desktop)).toContain('Arquivo')
  await desktop.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.getMenuItemById('models')?.click()
  )
  await expect(lethe.getByRole('heading', { level: 1, name: 'Modelos' })).toBeVisible()
})

test('a model comes in through the system’s own dialog', async ({ lethe, desktop, folder }) => {
  const path = await writeTinyModel(join(folder, 'Tiny'))
  await desktop.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, path)
  await lethe.keyboard.press('Control+o')
  const sheet = lethe.getByRole('dialog', { name: 'Add a model' })
  await sheet.getByRole('button', { name: 'Choose a folder' }).click()
  await expect(sheet.getByRole('textbox', { name: 'Path of the folder' })).toHaveValue(path)
  await sheet.getByRole('button', { name: 'Add this model' }).click()
  await expect(toasts(lethe)).toContainText('Tiny was added.')
})

test('it ends with its engines, and opens where it stood', async ({ lethe, desktop }) => {
  await ask(lethe, 'Hello')
  await expectEnded(lethe)
  const engines = await desktop.app.evaluate(({ app }) =>
    app.getAppMetrics().flatMap(({ name, pid }) => (name === 'Lethe engine' ? [pid] : []))
  )
  expect(engines.length).toBeGreaterThan(0)
  const place = { x: 40, y: 60, width: 900, height: 700 }
  await desktop.app.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds)
  }, place)
  expect(await desktop.stop()).toBe(0)
  for (const pid of engines) await expect.poll(() => isRunning(pid)).toBe(false)

  const again = await startDesktop(desktop.dataFolder)
  try {
    await again.app.firstWindow()
    const [width, height] = await again.app.evaluate(({ BrowserWindow }) =>
      (BrowserWindow.getAllWindows()[0]?.getSize() ?? []).slice()
    )
    expect({ width, height }).toEqual({ width: place.width, height: place.height })
  } finally {
    await again.stop()
  }
})
