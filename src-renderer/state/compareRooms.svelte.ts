// How much of each model's context a question would take, counted while it is typed.
import { promptLimitBytes } from '../../src-main/contract/chat'
import type { Room } from '../../src-main/contract/compare'
import { bytesAbove } from '../lib/textSize'
import { rpc } from '../rpc/client'
import { LatestCount } from './latestCount'

export interface AskedOf {
  prompt: string
  systemPrompt: string
  models: string[]
}

export class CompareRooms {
  /** By model; those that cannot be counted are absent. */
  rooms = $state.raw<ReadonlyMap<string, Room>>(new Map())
  readonly #latest = new LatestCount(counted, (rooms) => (this.rooms = rooms))

  /** Counts soon; null: there is nothing to count. */
  want(asked: AskedOf | null): void {
    if (asked === null) this.rooms = new Map()
    this.#latest.want(asked)
  }

  close(): void {
    this.#latest.close()
  }
}

/** What cannot be counted is told when it is asked. */
async function counted({ prompt, systemPrompt, models }: AskedOf): Promise<Map<string, Room>> {
  if (bytesAbove(prompt + systemPrompt, promptLimitBytes) !== null) return new Map()
  try {
    const { rooms } = await rpc.compare.measure({ prompt, systemPrompt, models })
    return new Map(
      models.flatMap((model, at): [string, Room][] => (rooms[at] ? [[model, rooms[at]]] : []))
    )
  } catch {
    return new Map()
  }
}
