// Things of a list, as a person names them on the command line.
import { LetheError, type MissingKind } from '../../base/errors'
import { nearestName } from '../../base/nearest'

/** By id, or by name whatever its letters' case. Throws `notFound`, with the nearest name. */
export function findNamed<Thing extends { id: string; name: string }>(
  things: readonly Thing[],
  kind: MissingKind,
  wanted: string
): Thing {
  const lower = wanted.toLocaleLowerCase()
  const found = things.find(({ id, name }) => id === wanted || name.toLocaleLowerCase() === lower)
  if (found) return found
  const nearest = nearestName(
    wanted,
    things.map(({ name }) => name)
  )
  throw new LetheError('notFound', { kind, id: wanted, ...(nearest !== null && { nearest }) })
}
