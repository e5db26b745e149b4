// The page in a desktop window, as far as a browser can show it: what the preload script would put on
// the page is put there by the journey, and its line leads to the web host.
import type { Page } from '@playwright/test'
import type { PageMenu, PageRequest } from '../../src-main/contract/desktop'
import { expect, test } from './journey'
import { field } from './window'

interface Bridged {
  lethe?: unknown
  menus: PageMenu[]
  ask(request: PageRequest): void
}

function putBridge(): void {
  const bridged = window as unknown as Bridged
  bridged.menus = []
  bridged.lethe = {
    requestPort() {
      const { port1, port2 } = new MessageChannel()
      const socket = new WebSocket(`ws://${location.host}/rpc`)
      socket.binaryType = 'arraybuffer'
      const open = new Promise((done) => socket.addEventListener('open', done, { once: true }))
      port1.addEventListener('message', ({ data }) => void open.then(() => socket.send(data)))
      socket.addEventListener('message', ({ data }) => port1.postMessage(data))
      port1.start()
      window.postMessage('lethe:port', location.origin, [port2])
    },
    pathForFile: (file: File) => `/models/${file.name}`,
    showMenu: (menu: PageMenu) => void bridged.menus.push(structuredClone(menu)),
    onRequest: (listener: (request: PageRequest) => void) => (bridged.ask = listener)
  }
}

const lastMenu = (page: Page): Promise<PageMenu | undefined> =>
  page.evaluate(() => (window as unknown as Bridged).menus.at(-1))
const ask = (page: Page, request: PageRequest): Promise<void> =>
  page.evaluate((asked) => (window as unknown as Bridged).ask(asked), request)
const choose = (page: Page, id: string): Promise<void> => ask(page, { type: 'run', id })

test.beforeEach(async ({ page, host }) => {
  await page.addInitScript(putBridge)
  await page.goto(host.url)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('the page tells its menu in its language, and again when something changes', async ({
  page
}) => {
  const labels = async () => {
    const { sections } = (await lastMenu(page)) ?? { sections: { file: [], go: [], help: [] } }
    return [...sections.file, ...sections.go, ...sections.help].map(({ label }) => label)
  }
  await expect
    .poll(labels)
    .toEqual([
      ...['New chat', 'Add a model', 'Import a file of records'],
      ...['Check a report file', 'New run', 'Forget everything about…', 'New audit'],
      ...['Chat', 'Compare', 'Models', 'Data', 'Training', 'Forget', 'Bias', 'Reports'],
      ...['Take the ten-minute tour', 'List of keys']
    ])
  expect((await lastMenu(page))?.sections.view).toContainEqual({
    ...{ id: 'sidebar', label: 'Fold or open the sidebar', keys: 'Ctrl+B', isChosen: null }
  })
  await choose(page, 'portuguese')
  await expect.poll(async () => (await lastMenu(page))?.language).toBe('pt-BR')
  expect(await labels()).toContain('Nova conversa')
  await choose(page, 'dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  const chosen = async () => {
    const { theme = [], languages = [] } = (await lastMenu(page))?.sections ?? {}
    return [...theme, ...languages].filter(({ isChosen }) => isChosen).map(({ id }) => id)
  }
  await expect.poll(chosen).toEqual(['dark', 'portuguese'])
})

test('what the menu asks for happens, and its keys are the page’s own', async ({ page }) => {
  await choose(page, 'models')
  await expect(page.getByRole('heading', { level: 1, name: 'Models' })).toBeFocused()
  await choose(page, 'newChat')
  await expect(field(page)).toBeVisible()
  await choose(page, 'nothing is called like this')
  await choose(page, 'palette')
  await expect(page.getByRole('combobox', { name: 'Search or do anything' })).toBeFocused()
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+o')
  const sheet = page.getByRole('dialog', { name: 'Add a model' })
  await expect(sheet).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await choose(page, 'models')
  await page.keyboard.press('Control+n')
  await expect(field(page)).toBeVisible()
  await choose(page, 'keys')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('New chat')
})

test('a folder that the app was started with, or that was dropped, is there to be added', async ({
  page
}) => {
  await ask(page, { type: 'addModel', path: '/models/tiny' })
  const path = page.getByRole('textbox', { name: 'Path of the folder' })
  await expect(path).toHaveValue('/models/tiny')
  await page.keyboard.press('Escape')
  await expect(path).toBeHidden()

  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([], 'dropped'))
    return transfer
  })
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped })
  await expect(path).toHaveValue('/models/dropped')
})
