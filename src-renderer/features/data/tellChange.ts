// Says what a change did, with the way back.
import { say, show } from '../../messages/current.svelte'
import { failureOf } from '../../state/failure'
import type { ChangeOutcome, Records } from '../../state/records.svelte'
import { toasts } from '../../state/toasts.svelte'

export function tellChange(records: Records, change: ChangeOutcome): void {
  if (change === 'nothing') {
    toasts.show(say.data.nothingToChange)
    return
  }
  if (change === 'cancelled') {
    toasts.show(say.data.changeCancelled)
    return
  }
  toasts.show(say.data.changed(show.plural(change.records, say.data.recordForms)), {
    label: say.shell.undo,
    run: async () => {
      try {
        const undone = await records.undo(change.version)
        if (undone === 'cancelled') tellChange(records, undone)
      } catch (error) {
        toasts.fail(say.shell.undo, failureOf(error))
      }
    }
  })
}
