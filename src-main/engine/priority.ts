// How much an engine stands back behind the window and everything else that runs.
import { getPriority, setPriority } from 'node:os'

/**
 * Runs this process at the priority `nice` (0 usual, 19 last), or leaves it where it stands further back
 * already: `nice lethe` is not undone, and only an administrator may go forward.
 */
export function standBack(nice: number): void {
  if (getPriority() < nice) setPriority(nice)
}
