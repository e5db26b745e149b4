// The whole window by keyboard alone.
import { expect, test } from './journey'
import { importModel } from './client'
import {
  answers,
  ask,
  choose,
  conversationList,
  expectEnded,
  field,
  openChat,
  openPalette,
  pressAtOnce,
  textOf
} from './window'
import { endlessModel } from './models'

test('the palette goes anywhere, in either language', async ({ lethe }) => {
  const palette = lethe.getByRole('combobox', { name: 'Search or do anything' })
  const go = async (words: string): Promise<void> => {
    await openPalette(lethe)
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

  // The letters come before anybody could have seen it open.
  await pressAtOnce(lethe, 'Control+k', 'nothing is called like this')
  await expect(palette).toHaveValue('nothing is called like this')
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
  await pressAtOnce(lethe, null, 'gm')
  await expect(lethe.getByRole('heading', { level: 1, name: 'Models' })).toBeFocused()
  await lethe.keyboard.press('?')
  const keys = lethe.getByRole('dialog', { name: 'Keys' })
  await expect(keys).toContainText('Stop the answer')
  await lethe.keyboard.press('Escape')
  await expect(keys).toBeHidden()
  await pressAtOnce(lethe, null, 'gc')
  await expect(field(lethe)).toBeVisible()
})

test('a question is written over two lines, sent, stopped and copied by keys', async ({
  lethe,
  client,
  context,
  folder
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await importModel(client, await endlessModel(folder))
  await openChat(lethe, client, { model: 'Endless', tokens: 32_768 })
  await field(lethe).focus()
  await lethe.keyboard.type('Once upon')
  await lethe.keyboard.press('Shift+Enter')
  await lethe.keyboard.type('a time')
  await expect(field(lethe)).toHaveValue('Once upon\na time')
  // What is typed while the question is on its way stays.
  await pressAtOnce(lethe, 'Enter', 'and then')
  await expect(field(lethe)).toHaveValue('and then')
  await expect(textOf(answers(lethe))).toHaveText(/\S/)
  await expect(field(lethe)).toBeFocused()
  await lethe.keyboard.press('Escape')
  await expect(answers(lethe)).toContainText(/Stopped after/)
  await expectEnded(lethe)

  await field(lethe).fill('')
  await lethe.keyboard.press('ArrowUp')
  const editor = lethe.getByRole('textbox', { name: 'Edit the question' })
  await expect(editor).toHaveValue('Once upon\na time')
  await lethe.keyboard.press('Escape')
  await expect(field(lethe)).toBeFocused()
  await answers(lethe).focus()
  await lethe.keyboard.press('c')
  await expect.poll(() => lethe.evaluate(() => navigator.clipboard.readText())).toMatch(/\S/)
})

test('the focus goes from the skip link through the regions in reading order', async ({
  lethe
}) => {
  await choose(lethe, 'Exact')
  await ask(lethe, 'Hello')
  await expectEnded(lethe)
  // All that the tab key stops at is there.
  const reopen = async (): Promise<void> => {
    await lethe.reload()
    await expect(answers(lethe)).toBeVisible()
    await expect(conversationList(lethe).getByRole('link', { name: 'Hello' })).toBeVisible()
  }
  await reopen()

  await lethe.keyboard.press('Tab')
  await expect(lethe.getByRole('button', { name: 'Skip to the content' })).toBeFocused()
  await lethe.keyboard.press('Enter')
  await expect(lethe.getByRole('main')).toBeFocused()
  await lethe.keyboard.press('Shift+F6')
  await expect(lethe.getByRole('banner')).toBeFocused()

  // Every stop of the tab key, by its place in the document: never backwards.
  await reopen()
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
