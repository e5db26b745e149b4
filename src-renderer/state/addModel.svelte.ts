// Whether the "Add a model" sheet is open, and with what; it is opened from several places.
import type { Dropped } from '../lib/droppedFiles'

/** A folder of this machine, or a model of the hub. */
export type AddFrom = 'folder' | 'hub'

class AddModelState {
  open = $state(false)
  from = $state<AddFrom>('folder')
  path = $state('')
  /** Kept while it is not added: the way may lead over the settings. */
  hub = $state('')
  dropped = $state.raw<Dropped | null>(null)

  show(from: { path?: string; dropped?: Dropped } = {}): void {
    this.path = from.path ?? ''
    this.dropped = from.dropped ?? null
    const named = from.path !== undefined || from.dropped !== undefined
    this.from = this.hub.trim() === '' || named ? 'folder' : 'hub'
    this.open = true
  }
}

export const addModel = new AddModelState()
