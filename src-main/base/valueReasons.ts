// What a schema complains about, as a reason that can be said in every language.
import type { z } from 'zod'
import type { Reason, ValueKind } from './reasons'

const kinds: Record<string, ValueKind> = {
  string: 'text',
  number: 'number',
  int: 'wholeNumber',
  boolean: 'truthValue',
  array: 'list',
  tuple: 'list',
  object: 'object',
  record: 'object',
  map: 'object'
}

/**
 * @param within the keys that lead to the value which was checked; null: the place is named elsewhere
 */
export function valueReason(
  issue: z.core.$ZodIssue | undefined,
  within: readonly PropertyKey[] | null = []
): Reason {
  if (!issue) return { code: 'valueForm' }
  const path = within === null ? '' : [...within, ...issue.path].map(String).join('.')
  const place = path === '' ? {} : { place: path.slice(0, 300) }
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.input === undefined && issue.message.endsWith('received undefined'))
        return { code: 'valueMissing', ...place }
      return { code: 'valueKind', ...place, expected: kinds[issue.expected] ?? 'other' }
    }
    case 'invalid_value':
      return { code: 'valueNotOneOf', ...place, allowed: issue.values.map(String).join(', ') }
    case 'too_small':
      return {
        code:
          issue.origin === 'number' || issue.origin === 'int' ? 'valueTooSmall' : 'valueTooShort',
        ...{ ...place, least: Number(issue.minimum) }
      }
    case 'too_big':
      return {
        code:
          issue.origin === 'number' || issue.origin === 'int' ? 'valueTooLarge' : 'valueTooLong',
        ...{ ...place, most: Number(issue.maximum) }
      }
    case 'unrecognized_keys':
      return { code: 'keyUnknown', ...place, key: issue.keys[0] ?? '' }
    default:
      return { code: 'valueForm', ...place }
  }
}
