// What a person chose, with a word in the log where it could not be read.
import type { Log } from '../base/log'
import type { Settings } from '../contract/settings'
import type { Store } from '../store/client'
import type { ReadSettings } from '../store/settings'
import type { Changes } from './changes'

export class SettingsKeeper {
  readonly #listeners: ((settings: Settings) => void)[] = []

  constructor(
    private readonly store: Store,
    private readonly changes: Changes,
    private readonly log: Log
  ) {}

  /** Told after each change. */
  listen(listener: (settings: Settings) => void): void {
    this.#listeners.push(listener)
  }

  async get(): Promise<Settings> {
    return this.#read(await this.store.read.settings.get())
  }

  async update(changes: Partial<Settings>): Promise<Settings> {
    const settings = this.#read(await this.store.write.settings.update(changes))
    for (const listener of this.#listeners) listener(settings)
    this.changes.publish('settings')
    return settings
  }

  #read({ settings, unreadable }: ReadSettings): Settings {
    if (unreadable.length > 0) this.log.warn({ unreadable }, 'settings fell back to their defaults')
    return settings
  }
}
