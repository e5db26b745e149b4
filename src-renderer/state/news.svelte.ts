// The line's state and the news of what changed: whoever shows a thing asks for it again.
import type { Change } from '../../src-main/contract/system'
import { connection, rpc } from '../rpc/client'
import type { ConnectionState } from '../rpc/connection'

type Listener = (id: string | null) => void
const listeners = new Map<Change['topic'], Set<Listener>>()
const retryMs = 1_000

class Line {
  state = $state<ConnectionState>('opening')
  /** Grows at every (re)connection: what was shown may be old by then. */
  opened = $state(0)
}
export const line = new Line()

/** Calls `listener` with the changed thing's id (null: any of them); returns how to stop. */
export function onChange(topic: Change['topic'], listener: Listener): () => void {
  const set = listeners.get(topic) ?? new Set()
  listeners.set(topic, set)
  set.add(listener)
  return () => set.delete(listener)
}

export function startNews(): void {
  connection.watch((state) => {
    line.state = state
    if (state !== 'open') return
    line.opened++
    void listen(line.opened)
  })
}

async function listen(generation: number): Promise<void> {
  while (line.opened === generation && line.state === 'open') {
    try {
      const changes = await rpc.system.changes()
      // Asked again only once the news are followed, so that nothing falls between.
      for (const topic of listeners.keys()) tell(topic, null)
      for await (const change of changes) tell(change.topic, change.id)
    } catch {
      // The line dropped, or the other side ended the news; both are met by asking again.
    }
    await new Promise((done) => setTimeout(done, retryMs))
  }
}

function tell(topic: Change['topic'], id: string | null): void {
  for (const listener of listeners.get(topic) ?? []) listener(id)
}
