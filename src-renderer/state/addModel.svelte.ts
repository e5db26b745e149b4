// Whether the "Add a model" sheet is open, and with what; it is opened from several places.
import type { Dropped } from '../lib/droppedFiles'

class AddModelState {
  open = $state(false)
  path = $state('')
  dropped = $state.raw<Dropped | null>(null)

  show(from: { path?: string; dropped?: Dropped } = {}): void {
    this.path = from.path ?? ''
    this.dropped = from.dropped ?? null
    this.open = true
  }
}

export const addModel = new AddModelState()
