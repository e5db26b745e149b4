// What the palette can do besides going somewhere.
import type { Command } from './features/shell/place'
import { jobPanel, keysSheet, palette } from './features/shell/layers.svelte'
import { hashOf, router } from './lib/router.svelte'
import { isDesktop } from './lib/desktop'
import { addModel } from './state/addModel.svelte'
import { checkedReport } from './state/reports.svelte'
import { settings } from './state/settings.svelte'
import { tour } from './state/tour.svelte'
import type { Settings } from '../src-main/contract/settings'

const set = (changes: Partial<Settings>) => async (): Promise<void> => {
  await settings.update(changes)
}

/** A choice of a setting, and whether it is the one that holds. */
const choice = <K extends keyof Settings>(key: K, value: Settings[K]) => ({
  isChosen: (): boolean => settings.current[key] === value,
  run: set({ [key]: value })
})

/** Keys that a browser keeps for itself. */
const desktopKeys = (keys: string): { keys?: string } => (isDesktop ? { keys } : {})

export const commands: readonly Command[] = [
  {
    id: 'newChat',
    words: (d) => d.shell.action.newChat,
    ...desktopKeys('Ctrl+N'),
    menu: 'file',
    run: () => router.go(hashOf('chat'))
  },
  {
    id: 'addModel',
    words: (d) => d.shell.action.addModel,
    ...desktopKeys('Ctrl+O'),
    menu: 'file',
    run: () => addModel.show()
  },
  {
    id: 'importFile',
    words: (d) => d.shell.action.importFile,
    menu: 'file',
    run: () => router.go(hashOf('data', 'import'))
  },
  {
    id: 'checkReport',
    words: (d) => d.shell.action.checkReport,
    menu: 'file',
    run: () => {
      router.go(hashOf('reports'))
      checkedReport.show()
    }
  },
  {
    id: 'newRun',
    words: (d) => d.training.newRun,
    menu: 'file',
    run: () => router.go(hashOf('training', 'new'))
  },
  {
    id: 'forgetPerson',
    words: (d) => d.flagging.everything,
    menu: 'file',
    run: () => router.go(hashOf('forget', 'new'))
  },
  {
    id: 'newAudit',
    words: (d) => d.bias.newAudit,
    menu: 'file',
    run: () => router.go(hashOf('bias', 'new'))
  },
  {
    id: 'light',
    words: (d) => d.shell.action.lightTheme,
    menu: 'theme',
    ...choice('theme', 'light')
  },
  { id: 'dark', words: (d) => d.shell.action.darkTheme, menu: 'theme', ...choice('theme', 'dark') },
  {
    id: 'systemTheme',
    words: (d) => d.shell.action.systemTheme,
    menu: 'theme',
    ...choice('theme', 'system')
  },
  {
    id: 'english',
    words: (d) => d.shell.action.english,
    menu: 'languages',
    ...choice('language', 'en')
  },
  {
    id: 'portuguese',
    words: (d) => d.shell.action.portuguese,
    menu: 'languages',
    ...choice('language', 'pt-BR')
  },
  {
    id: 'sidebar',
    words: (d) => d.shell.action.toggleSidebar,
    keys: 'Ctrl+B',
    menu: 'view',
    run: () => set({ sidebarFolded: !settings.current.sidebarFolded })()
  },
  {
    id: 'jobs',
    words: (d) => d.jobs.all,
    keys: 'Ctrl+J',
    menu: 'view',
    run: () => jobPanel.show()
  },
  {
    id: 'tour',
    words: (d) => d.shell.tour.take,
    menu: 'help',
    run: () => tour.take()
  },
  {
    id: 'keys',
    words: (d) => d.shell.action.showKeys,
    keys: '?',
    menu: 'help',
    run: () => keysSheet.show()
  },
  {
    id: 'palette',
    words: (d) => d.shell.action.openPalette,
    keys: 'Ctrl+K',
    menu: 'view',
    run: () => palette.show()
  }
]
