import type { KeyboardEvent, MenuItem, MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import type { PageMenu } from '../../contract/desktop'
import { acceleratorOf, menuTemplate, type MenuOptions } from './menuTemplate'

const item = (id: string, keys: string | null = null, isChosen: boolean | null = null) => ({
  ...{ id, label: `label of ${id}`, keys, isChosen }
})
const page: PageMenu['sections'] = {
  file: [item('newChat', 'Ctrl+N'), item('addModel', 'Ctrl+O')],
  settings: [item('settings', 'Ctrl+,')],
  view: [item('palette', 'Ctrl+K'), item('sidebar', 'Ctrl+B')],
  theme: [item('light', null, false), item('dark', null, true)],
  languages: [item('english', null, true), item('portuguese', null, false)],
  go: [item('chat', 'g c'), item('models', 'g m')],
  help: [item('keys', '?')]
}
const ran: string[] = []
const options: MenuOptions = {
  platform: 'linux',
  language: 'en',
  page,
  isPackaged: true,
  run: (id) => ran.push(id),
  showDataFolder: () => ran.push('data folder')
}

type Item = MenuItemConstructorOptions
const below = (it: Item): Item[] => (Array.isArray(it.submenu) ? it.submenu : [])
const all = (items: Item[]): Item[] => items.flatMap((it) => [it, ...all(below(it))])
const labels = (items: Item[]): string[] => items.map(({ label = '' }) => label)
const click = (it: Item | undefined, event: Partial<KeyboardEvent> = {}): void =>
  it?.click?.({} as MenuItem, undefined, event)

describe.each(['linux', 'win32', 'darwin'] as const)('the menu on %s', (platform) => {
  const menu = menuTemplate({ ...options, platform })

  it('has what a menu has there, and no line at an end or beside another', () => {
    const titles = ['File', 'Edit', 'View', 'Go', 'Help']
    const onMac = ['Lethe', 'File', 'Edit', 'View', 'Go', 'Window', 'Help']
    expect(labels(menu)).toEqual(platform === 'darwin' ? onMac : titles)
    for (const list of [menu, ...all(menu).map(below)]) {
      const types = list.map(({ type }) => type)
      expect(types[0]).not.toBe('separator')
      expect(types.at(-1)).not.toBe('separator')
      for (const [at, type] of types.entries()) {
        if (type === 'separator') expect(types[at - 1]).not.toBe('separator')
      }
    }
    const roles = all(menu).flatMap(({ role }) => role ?? [])
    for (const role of ['undo', 'copy', 'paste', 'selectAll', 'quit', 'about', 'zoomIn'] as const) {
      expect(roles).toContain(role)
    }
    expect(roles).not.toContain('toggleDevTools')
    expect(roles.filter((role) => role === 'quit')).toHaveLength(1)
    expect(roles.includes('hide')).toBe(platform === 'darwin')
  })

  it('says everything in either language', () => {
    const portuguese = menuTemplate({ ...options, platform, language: 'pt-BR' })
    const own = (items: Item[]): string[] =>
      labels(all(items)).filter((label) => label !== '' && !label.startsWith('label of'))
    expect(own(menu)).toHaveLength(own(portuguese).length)
    const same = own(menu).filter((label) => own(portuguese).includes(label))
    expect(same).toEqual(platform === 'darwin' ? ['Lethe'] : [])
    for (const it of all(portuguese)) if (it.role) expect(it.label).toBeTruthy()
  })

  it('registers no key that the page handles, and none twice', () => {
    const keys = all(menu).flatMap((it) => (it.accelerator ? [it] : []))
    const shown = keys.filter(({ id }) => id !== undefined)
    expect(new Set(shown.map(({ accelerator }) => accelerator))).toEqual(
      new Set(['N', 'O', ',', 'K', 'B'].map((key) => `CommandOrControl+${key}`))
    )
    for (const it of shown) expect(it.registerAccelerator).toBe(false)
    expect(new Set(keys.map(({ accelerator }) => accelerator)).size).toBe(keys.length)
  })
})

it('runs what is chosen, and leaves keys to the page', () => {
  const items = all(menuTemplate(options))
  const sidebar = items.find(({ id }) => id === 'sidebar')
  ran.length = 0
  click(sidebar)
  click(sidebar, { triggeredByAccelerator: false })
  expect(ran).toEqual(['sidebar', 'sidebar'])
  click(sidebar, { triggeredByAccelerator: true }) // a Mac: the page has had it
  expect(ran).toHaveLength(2)
  click(items.find(({ label }) => label === 'Show the data folder'))
  expect(ran.at(-1)).toBe('data folder')
})

it('shows which of several is chosen', () => {
  const items = all(menuTemplate(options))
  const radios = items.filter(({ type }) => type === 'radio')
  expect(radios.map(({ id, checked }) => [id, checked])).toEqual([
    ['light', false],
    ['dark', true],
    ['english', true],
    ['portuguese', false]
  ])
})

it('has the standard items alone before the page has spoken', () => {
  const menu = menuTemplate({ ...options, page: null, showDataFolder: null, isPackaged: false })
  expect(labels(menu)).toEqual(['File', 'Edit', 'View', 'Help'])
  expect(all(menu).some(({ id }) => id !== undefined)).toBe(false)
  expect(all(menu).some(({ role }) => role === 'toggleDevTools')).toBe(true)
})

it.each([
  ['Ctrl+K', 'CommandOrControl+K'],
  ['Ctrl+Shift+K', 'CommandOrControl+Shift+K'],
  ['F6', 'F6'],
  ['g c', null],
  ['?', null],
  [null, null]
])('shows %s as %s', (keys, accelerator) => expect(acceleratorOf(keys)).toBe(accelerator))
