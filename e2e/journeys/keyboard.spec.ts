// The whole window by keyboard alone.
import { expect, test } from './journey'
import { answers, ask, chatWith, choose, addByPath, expectEnded, field, textOf } from './window'
import { endlessModel } from './models'

test('the palette goes anywhere, in either language', async ({ lethe }) => {
  const palette = lethe.getByRole('combobox', { name: 'Search or do anything' })
  const go = async (words: string): Promise<void> => {
    await lethe.keyboard.press('Control+k')
    await expect(palette).toBeFocused()
    await lethe.keyboard.type(words)
    await lethe.keyboard.press('Enter')
    await expect(palette).toBeHidden()
  }
  await go('models')
  await expect(lethe.getByRole('heading', { level: 1, name: 'Models' })).toBeFocused()
  await go('ajustes') // the window speaks English
  await expect(lethe.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await go('tema escuro')
  await expect(lethe.locator('html')).toHaveAttribute('data-theme', 'dark')
  await go('starter')
  await expect(lethe.getByRole('heading', { level: 1, name: 'Starter' })).toBeFocused()
  await go('add a model')
  const path = lethe.getByRole('textbox', { name: 'Path of the folder' })
  await expect(path).toBeFocused()
  await lethe.keyboard.press('Escape')
  await expect(path).toBeHidden()

  await lethe.keyboard.press('Control+k')
  await lethe.keyboard.type('nothing is called like this')
  await expect(lethe.getByText(/^Nothing found for/)).toBeVisible()
  await lethe.keyboard.press('Escape')
  await expect(palette).toBeHidden()
})

test('keys fold the sidebar, change the place and list themselves', async ({ lethe }) => {
  const places = lethe.getByRole('navigation', { name: 'Places' })
  await expect(places.getByText('Lethe')).toBeVisible()
  await lethe.keyboard.press('Control+b')
  await expect(places.getByText('Lethe')).toBeHidden()
  await lethe.reload()
  await expect(places.getByRole('link', { name: 'Chat' })).toBeVisible()
  await expect(places.getByText('Lethe')).toBeHidden()
  await lethe.keyboard.press('Control+b')
  await expect(places.getByText('Lethe')).toBeVisible()

  // In a field g is a letter.
  await field(lethe).focus()
  await lethe.keyboard.type('g m')
  await expect(field(lethe)).toHaveValue('g m')
  await field(lethe).fill('')
  await lethe.keyboard.press('Control+,')
  await expect(lethe.getByRole('heading', { level: 1, name: 'Settings' })).toBeFocused()
  await lethe.keyboard.type('gm')
  await expect(lethe.getByRole('heading', { level: 1, name: 'Models' })).toBeFocused()
  await lethe.keyboard.press('?')
  const keys = lethe.getByRole('dialog', { name: 'Keys' })
  await expect(keys).toContainText('Stop the answer')
  await lethe.keyboard.press('Escape')
  await expect(keys).toBeHidden()
  await lethe.keyboard.type('gc')
  await expect(field(lethe)).toBeVisible()
})

test('a question is written over two lines, sent, stopped and copied by keys', async ({
  lethe,
  context,
  folder
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await addByPath(lethe, await endlessModel(folder))
  await chatWith(lethe, 'Endless')
  await choose(lethe, 'Exact', 32_768)
  await field(lethe).focus()
  await lethe.keyboard.type('Once upon')
  await lethe.keyboard.press('Shift+Enter')
  await lethe.keyboard.type('a time')
  await expect(field(lethe)).toHaveValue('Once upon\na time')
  await lethe.keyboard.press('Enter')
  await expect(textOf(answers(lethe))).toHaveText(/\S/)
  await expect(field(lethe)).toBeFocused()
  await lethe.keyboard.press('Escape')
  await expect(answers(lethe)).toContainText(/Stopped after/)
  await expectEnded(lethe)

  await lethe.keyboard.press('ArrowUp')
  await expect(lethe.getByRole('textbox', { name: 'Edit the question' })).toHaveValue(
    'Once upon\na time'
  )
  await lethe.keyboard.press('Escape')
  await answers(lethe).focus()
  await lethe.keyboard.press('c')
  const copied = await lethe.evaluate(() => navigator.clipboard.readText())
  expect(copied.length).toBeGreaterThan(0)
})

test('the focus goes from the skip link through the regions in reading order', async ({
  lethe
}) => {
  await choose(lethe, 'Exact')
  await ask(lethe, 'Hello')
  await expectEnded(lethe)
  await lethe.reload()
  await expect(answers(lethe)).toBeVisible()

  await lethe.keyboard.press('Tab')
  await expect(lethe.getByRole('button', { name: 'Skip to the content' })).toBeFocused()
  await lethe.keyboard.press('Enter')
  await expect(lethe.getByRole('main')).toBeFocused()
  await lethe.keyboard.press('Shift+F6')
  await expect(lethe.getByRole('banner')).toBeFocused()

  // Every stop of the tab key, by its place in the document: never backwards.
  await lethe.reload()
  await expect(answers(lethe)).toBeVisible()
  const stops: string[] = []
  for (let i = 0; i < 40; i++) {
    await lethe.keyboard.press('Tab')
    const stop = await lethe.evaluate(() => {
      const now = document.activeElement
      if (!now || now === document.body) return null
      const seen = (window as { lastStop?: Element }).lastStop
      ;(window as { lastStop?: Element }).lastStop = now
      const forwards =
        !seen || (seen.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
      const box = now.getBoundingClientRect()
      const name = now.getAttribute('aria-label') ?? now.textContent.trim()
      const outline = getComputedStyle(now).outlineStyle
      return { name, forwards, visible: box.width > 0 && box.height > 0, outline }
    })
    if (!stop) break
    expect(stop.forwards, stop.name).toBe(true)
    expect(stop.visible, stop.name).toBe(true)
    stops.push(stop.name)
  }
  const order = ['Skip to the content', 'Chat', 'Models', 'Hello', 'Copy answer', 'Write a message']
  const places = order.map((name) => stops.findIndex((stop) => stop.startsWith(name)))
  expect(places, stops.join(' | ')).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})
