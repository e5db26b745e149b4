// The refusal of a config key.
import { LetheError } from '../base/errors'

/** `value` is shown as JSON; undefined as absent. */
export function configUnsupported(key: string, value: unknown, reason: string): LetheError {
  return new LetheError('configUnsupported', {
    key,
    value: JSON.stringify(value) ?? 'absent',
    reason
  })
}
