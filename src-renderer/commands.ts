// What the palette can do besides going somewhere.
import type { Command } from './features/shell/place'
import { keysSheet, palette } from './features/shell/layers.svelte'
import { hashOf, router } from './lib/router.svelte'
import { addModel } from './state/addModel.svelte'
import { settings } from './state/settings.svelte'
import type { Settings } from '../src-main/contract/settings'

const set = (changes: Partial<Settings>) => async (): Promise<void> => {
  await settings.update(changes)
}

export const commands: readonly Command[] = [
  {
    id: 'newChat',
    words: (d) => d.shell.action.newChat,
    run: () => router.go(hashOf('chat'))
  },
  { id: 'addModel', words: (d) => d.shell.action.addModel, run: () => addModel.show() },
  { id: 'light', words: (d) => d.shell.action.lightTheme, run: set({ theme: 'light' }) },
  { id: 'dark', words: (d) => d.shell.action.darkTheme, run: set({ theme: 'dark' }) },
  { id: 'systemTheme', words: (d) => d.shell.action.systemTheme, run: set({ theme: 'system' }) },
  { id: 'english', words: (d) => d.shell.action.english, run: set({ language: 'en' }) },
  { id: 'portuguese', words: (d) => d.shell.action.portuguese, run: set({ language: 'pt-BR' }) },
  {
    id: 'sidebar',
    words: (d) => d.shell.action.toggleSidebar,
    keys: 'Ctrl+B',
    run: () => set({ sidebarFolded: !settings.current.sidebarFolded })()
  },
  {
    id: 'keys',
    words: (d) => d.shell.action.showKeys,
    keys: '?',
    run: () => keysSheet.show()
  },
  {
    id: 'palette',
    words: (d) => d.shell.action.openPalette,
    keys: 'Ctrl+K',
    run: () => palette.show()
  }
]
