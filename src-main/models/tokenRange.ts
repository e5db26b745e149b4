// Ids a model has no row for: a tokenizer may know tokens that were added later.
import { LetheError } from '../base/errors'

/**
 * @param limit the rows of the model's table: its vocabulary size
 * @throws LetheError tokenOutOfRange, for the first id that is not below it
 */
export function refuseUnknownIds(ids: readonly number[], limit: number): void {
  const id = ids.find((each) => each >= limit)
  if (id !== undefined) throw new LetheError('tokenOutOfRange', { id, limit })
}
