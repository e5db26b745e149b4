// The application menu: the standard items of each system in the page's language, and between them
// what the page can do. The page handles its own keys wherever it runs; the menu only shows them.
import type { MenuItemConstructorOptions } from 'electron'
import type { MenuSection, PageMenu, PageMenuItem } from '../../contract/desktop'
import { words, type Language } from './words'

export interface MenuOptions {
  platform: NodeJS.Platform
  language: Language
  /** null: the page has not said yet, or belongs to another app. */
  page: PageMenu['sections'] | null
  isPackaged: boolean
  run(id: string): void
  /** null: the data folder is another app's. */
  showDataFolder: (() => void) | null
}

type Items = MenuItemConstructorOptions[]
const separator: MenuItemConstructorOptions = { type: 'separator' }

export function menuTemplate(options: MenuOptions): Items {
  const { platform, language, page, isPackaged, showDataFolder } = options
  const say = words[language].menu
  const isMac = platform === 'darwin'
  const section = (name: MenuSection): Items =>
    (page?.[name] ?? []).map((item) => pageItem(item, options.run))
  const choice = (label: string, name: MenuSection): Items => {
    const submenu = section(name)
    return submenu.length > 0 ? [{ label, submenu }] : []
  }

  const appMenu: Items = [
    { role: 'about', label: say.about },
    ...group(section('settings')),
    separator,
    { role: 'services', label: say.services },
    separator,
    { role: 'hide', label: say.hide },
    { role: 'hideOthers', label: say.hideOthers },
    { role: 'unhide', label: say.showAll },
    separator,
    { role: 'quit', label: say.quit }
  ]
  const file: Items = [
    ...section('file'),
    ...group(showDataFolder ? [{ label: say.dataFolder, click: showDataFolder }] : []),
    ...(isMac
      ? group([{ role: 'close', label: say.close }])
      : [...group(section('settings')), ...group([{ role: 'quit', label: say.quit }])])
  ]
  const edit: Items = [
    { role: 'undo', label: say.undo },
    { role: 'redo', label: say.redo },
    separator,
    { role: 'cut', label: say.cut },
    { role: 'copy', label: say.copy },
    { role: 'paste', label: say.paste },
    { role: 'pasteAndMatchStyle', label: say.pastePlain },
    { role: 'delete', label: say.delete },
    separator,
    { role: 'selectAll', label: say.selectAll }
  ]
  const view: Items = [
    ...section('view'),
    ...group([...choice(say.theme, 'theme'), ...choice(say.language, 'languages')]),
    ...group([
      { role: 'zoomIn', label: say.larger },
      // The same key without Shift.
      { role: 'zoomIn', label: say.larger, accelerator: 'CommandOrControl+=', visible: false },
      { role: 'zoomOut', label: say.smaller },
      { role: 'resetZoom', label: say.usualSize }
    ]),
    ...group([
      // Its usual key, Ctrl+R, would drop what is typed; it is here for a page that hangs.
      { role: 'reload', label: say.reload, accelerator: 'CommandOrControl+Shift+R' },
      { role: 'togglefullscreen', label: say.fullScreen },
      ...(isPackaged ? [] : [{ role: 'toggleDevTools' as const, label: say.developerTools }])
    ])
  ]
  const window: Items = [
    { role: 'minimize', label: say.minimize },
    { role: 'zoom', label: say.zoom },
    separator,
    { role: 'front', label: say.front }
  ]
  const help = [
    ...section('help'),
    ...(isMac ? [] : group([{ role: 'about' as const, label: say.about }]))
  ]

  const menus: Items = [
    { label: say.file, submenu: trimmed(file) },
    { label: say.edit, submenu: edit },
    { label: say.view, submenu: trimmed(view) },
    ...choice(say.go, 'go'),
    ...(isMac ? [{ role: 'windowMenu' as const, label: say.window, submenu: window }] : []),
    { role: 'help', label: say.help, submenu: trimmed(help) }
  ]
  return isMac ? [{ label: 'Lethe', submenu: appMenu }, ...menus] : menus
}

/** Items with a line above them. */
function group(items: Items): Items {
  return items.length > 0 ? [separator, ...items] : []
}

function trimmed(items: Items): Items {
  return items[0]?.type === 'separator' ? items.slice(1) : items
}

function pageItem(item: PageMenuItem, run: (id: string) => void): MenuItemConstructorOptions {
  const accelerator = acceleratorOf(item.keys)
  return {
    id: item.id,
    label: item.label,
    ...(item.isChosen === null ? {} : { type: 'radio' as const, checked: item.isChosen }),
    // Shown, not registered. A Mac registers it all the same: there the page comes first, too, and the
    // menu hears of a key again only when the page let it through.
    ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
    click: (_item, _window, event) => {
      if (event.triggeredByAccelerator !== true) run(item.id)
    }
  }
}

/** "Ctrl+Shift+K" as Electron writes it; null for what a menu cannot show ("g c", "?"). */
export function acceleratorOf(keys: string | null): string | null {
  if (keys === null || !/^(Ctrl\+|F\d)/.test(keys) || keys.includes(' ')) return null
  return keys.replace('Ctrl+', 'CommandOrControl+')
}
