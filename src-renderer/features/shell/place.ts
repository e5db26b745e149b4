// A place of the window as the frame needs it.
import type { Component } from 'svelte'
import type { MenuSection } from '../../../src-main/contract/desktop'
import type { Dictionary } from '../../messages/dictionary'

export type PlaceId = keyof Dictionary['shell']['place']
export type PlaceGroup = keyof Dictionary['shell']['group'] | 'bottom'

export interface Place {
  id: PlaceId
  group: PlaceGroup
  icon: Component<{ size?: string; strokeWidth?: number; class?: string; 'aria-hidden'?: 'true' }>
  keys: string
}

/** Something the palette can do; found by its words in every language. */
export interface Command {
  id: string
  words: (dictionary: Dictionary) => string
  keys?: string
  /** Where it stands in the menu of the desktop window. */
  menu: MenuSection
  /** One of several choices: whether it is the one that holds. */
  isChosen?: () => boolean
  run: () => void | Promise<void>
}
