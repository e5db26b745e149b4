// Takes an audit off the list; a short message offers to put it back.
import type { Audit } from '../../../src-main/contract/bias'
import { say } from '../../messages/current.svelte'
import { audits } from '../../state/audits.svelte'
import { failureOf } from '../../state/failure'
import { toasts } from '../../state/toasts.svelte'
import { auditTitle } from './biasTexts'

/** Whether it went well. */
export async function removeAudit(audit: Audit): Promise<boolean> {
  const title = auditTitle(audit)
  try {
    await audits.remove(audit.id)
  } catch (error) {
    toasts.fail(say.bias.remove(title), failureOf(error))
    return false
  }
  toasts.show(say.bias.removed(title), {
    label: say.shell.undo,
    run: async () => {
      try {
        await audits.restore(audit.id)
      } catch (error) {
        toasts.fail(say.shell.undo, failureOf(error))
      }
    }
  })
  return true
}
