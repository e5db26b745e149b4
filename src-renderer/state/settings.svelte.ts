// What the person chose, as the database has it; applied to the page as it changes.
import { usualSettings, type Settings } from '../../src-main/contract/settings'
import { shortcuts } from '../lib/shortcuts.svelte'
import { language, languageOfSystem } from '../messages/current.svelte'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'
import { coalesce } from './coalesce'
import { onChange } from './news.svelte'

class SettingsState {
  current = $state<Settings>({ ...usualSettings })
  loaded = $state(false)
  failure = $state<Failure | null>(null)

  readonly load = coalesce(async () => {
    try {
      this.#take(await rpc.settings.get())
      this.loaded = true
    } catch (error) {
      this.failure = failureOf(error)
    }
  })

  start(): void {
    onChange('settings', () => void this.load())
  }

  /** Saves; resolves to what was there before, or null when it failed (see failure). */
  async update(changes: Partial<Settings>): Promise<Partial<Settings> | null> {
    const before: Partial<Settings> = {}
    for (const key of Object.keys(changes) as (keyof Settings)[]) {
      Object.assign(before, { [key]: this.current[key] })
    }
    try {
      this.#take(await rpc.settings.update(changes))
      return before
    } catch (error) {
      this.failure = failureOf(error)
      return null
    }
  }

  #take(settings: Settings): void {
    this.current = settings
    this.failure = null
    language.code = settings.language === 'system' ? languageOfSystem() : settings.language
    shortcuts.singleKeysOn = settings.singleKeyShortcuts
    const root = document.documentElement
    root.lang = language.code
    if (settings.theme === 'system') root.removeAttribute('data-theme')
    else root.dataset['theme'] = settings.theme
    if (settings.reducedMotion === 'on') root.dataset['motion'] = 'reduced'
    else delete root.dataset['motion']
    root.style.fontSize =
      settings.interfaceSizePercent === 100 ? '' : `${settings.interfaceSizePercent}%`
  }
}

export const settings = new SettingsState()
