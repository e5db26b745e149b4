// Says what a change did, with the way back.
import type { DatasetChange } from '../../../src-main/contract/datasets'
import { say, show } from '../../messages/current.svelte'
import { failureOf } from '../../state/failure'
import type { Records } from '../../state/records.svelte'
import { toasts } from '../../state/toasts.svelte'

export function tellChange(records: Records, change: DatasetChange | null): void {
  if (!change) {
    toasts.show(say.data.nothingToChange)
    return
  }
  toasts.show(say.data.changed(show.plural(change.records, say.data.recordForms)), {
    label: say.shell.undo,
    run: async () => {
      try {
        await records.undo(change.version)
      } catch (error) {
        toasts.fail(say.shell.undo, failureOf(error))
      }
    }
  })
}
