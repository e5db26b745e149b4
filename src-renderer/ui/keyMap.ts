// Every key of the window, for the list under "?" and in Settings.
import { isDesktop } from '../lib/desktop'
import type { Dictionary } from '../messages/dictionary'

export interface KeyEntry {
  keys: string
  words: (dictionary: Dictionary) => string
}

/** Keys that a browser keeps for itself. */
const desktopEntries: readonly KeyEntry[] = [
  { keys: 'Ctrl+N', words: (d) => d.shell.action.newChat },
  { keys: 'Ctrl+O', words: (d) => d.shell.action.addModel }
]

export const keyMap: readonly { title: (d: Dictionary) => string; entries: readonly KeyEntry[] }[] =
  [
    {
      title: (d) => d.shell.keys.everywhere,
      entries: [
        { keys: 'Ctrl+K', words: (d) => d.shell.action.openPalette },
        { keys: 'Ctrl+J', words: (d) => d.jobs.all },
        { keys: 'Ctrl+B', words: (d) => d.shell.action.toggleSidebar },
        ...(isDesktop ? desktopEntries : []),
        { keys: 'Ctrl+,', words: (d) => d.shell.place.settings },
        { keys: 'g c', words: (d) => d.shell.place.chat },
        { keys: 'g k', words: (d) => d.shell.place.compare },
        { keys: 'g m', words: (d) => d.shell.place.models },
        { keys: 'g d', words: (d) => d.shell.place.data },
        { keys: 'g t', words: (d) => d.shell.place.training },
        { keys: 'g f', words: (d) => d.shell.place.forget },
        { keys: 'g b', words: (d) => d.shell.place.bias },
        { keys: 'g r', words: (d) => d.shell.place.reports },
        { keys: 'F6', words: (d) => d.shell.action.nextRegion },
        { keys: 'Shift+F6', words: (d) => d.shell.action.previousRegion },
        { keys: '?', words: (d) => d.shell.action.showKeys }
      ]
    },
    {
      title: (d) => d.shell.place.chat,
      entries: [
        { keys: 'Enter', words: (d) => d.shell.action.send },
        { keys: 'Shift+Enter', words: (d) => d.shell.action.newLine },
        { keys: 'Escape', words: (d) => d.shell.action.stop },
        { keys: 'ArrowUp', words: (d) => d.shell.action.lastQuestion },
        { keys: 'Ctrl+/', words: (d) => d.chat.presets.key },
        { keys: '[', words: (d) => d.shell.action.previousBranch },
        { keys: ']', words: (d) => d.shell.action.nextBranch },
        { keys: 'c', words: (d) => d.shell.action.copyAnswer },
        { keys: 'w', words: (d) => d.chat.lookAtWordsKey },
        { keys: '/', words: (d) => d.shell.action.findConversation }
      ]
    },
    {
      title: (d) => d.shell.place.compare,
      entries: [
        { keys: 'Ctrl+Enter', words: (d) => d.compare.key.ask },
        { keys: 'd', words: (d) => d.compare.key.differences },
        { keys: '1', words: (d) => d.compare.key.first },
        { keys: '2', words: (d) => d.compare.key.second },
        { keys: '0', words: (d) => d.compare.key.tie },
        { keys: 'n', words: (d) => d.compare.key.neither },
        { keys: 'ArrowUp', words: (d) => d.compare.key.rowUp },
        { keys: 'ArrowDown', words: (d) => d.compare.key.rowDown },
        { keys: '[', words: (d) => d.compare.key.previous },
        { keys: ']', words: (d) => d.compare.key.next },
        { keys: 'Escape', words: (d) => d.compare.key.back }
      ]
    },
    {
      title: (d) => d.shell.place.models,
      entries: [{ keys: '/', words: (d) => d.shell.action.filterModels }]
    },
    {
      title: (d) => d.shell.place.data,
      entries: [
        { keys: '/', words: (d) => d.data.key.search },
        { keys: 'x', words: (d) => d.data.key.select },
        { keys: 'Shift+ArrowDown', words: (d) => d.data.key.extend },
        { keys: 'Enter', words: (d) => d.data.key.open },
        { keys: 'e', words: (d) => d.data.key.edit },
        { keys: '[', words: (d) => d.data.key.previous },
        { keys: ']', words: (d) => d.data.key.next }
      ]
    },
    {
      title: (d) => d.shell.place.training,
      entries: [
        { keys: 'p', words: (d) => d.training.key.pause },
        { keys: 's', words: (d) => d.training.key.stop },
        { keys: 'c', words: (d) => d.training.key.chat },
        { keys: 'l', words: (d) => d.training.key.log }
      ]
    },
    {
      title: (d) => d.shell.place.forget,
      entries: [
        { keys: '[', words: (d) => d.forget.key.previous },
        { keys: ']', words: (d) => d.forget.key.next },
        { keys: 't', words: (d) => d.forget.key.table },
        { keys: 'r', words: (d) => d.forget.key.report },
        { keys: 'ArrowDown', words: (d) => d.forget.key.rows }
      ]
    },
    {
      title: (d) => d.shell.place.bias,
      entries: [
        { keys: 'ArrowDown', words: (d) => d.bias.key.rows },
        { keys: 't', words: (d) => d.bias.key.table },
        { keys: '1', words: (d) => d.bias.key.language },
        { keys: 'n', words: (d) => d.bias.key.next },
        { keys: 'x', words: (d) => d.bias.key.leaveOut }
      ]
    }
  ]
