// The refusal of a config key.
import { LetheError } from '../base/errors'
import type { Reason } from '../base/reasons'

/** `value` is shown as JSON; undefined as absent. */
export function configUnsupported(key: string, value: unknown, reason: Reason): LetheError {
  return new LetheError('configUnsupported', {
    key,
    value: JSON.stringify(value)?.slice(0, 300),
    reason
  })
}
