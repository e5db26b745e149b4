// A setting is saved as it is changed, and the change can be undone.
import type { Settings } from '../../../src-main/contract/settings'
import { say } from '../../messages/current.svelte'
import { settings } from '../../state/settings.svelte'
import { toasts } from '../../state/toasts.svelte'

/** `name` is what the toast calls it, read after the change so that a new language speaks already. */
export async function change(changes: Partial<Settings>, name: () => string): Promise<void> {
  const before = await settings.update(changes)
  if (!before) return
  const undo = async (): Promise<void> => {
    await settings.update(before)
  }
  const about = `settings ${Object.keys(changes).join(' ')}`
  toasts.show(say.settings.changed(name()), { label: say.shell.undo, run: undo }, about)
}
