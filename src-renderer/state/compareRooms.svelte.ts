// How much of each model's context a question would take. Counted elsewhere, a moment after the last
// key, one count at a time: typing never waits for it.
import { promptLimitBytes } from '../../src-main/contract/chat'
import type { Room } from '../../src-main/contract/compare'
import { bytesAbove } from '../lib/textSize'
import { rpc } from '../rpc/client'

const countAfterMs = 300

export interface AskedOf {
  prompt: string
  systemPrompt: string
  models: string[]
}

export class CompareRooms {
  /** By model; those that cannot be counted are absent. */
  rooms = $state.raw<ReadonlyMap<string, Room>>(new Map())
  #wanted: AskedOf | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #counting = false

  /** Counts soon; null: there is nothing to count. */
  want(asked: AskedOf | null): void {
    this.#wanted = asked
    if (asked === null) this.rooms = new Map()
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#count(), countAfterMs)
  }

  close(): void {
    this.#wanted = null
    clearTimeout(this.#timer)
  }

  async #count(): Promise<void> {
    if (this.#counting) return // followed by one more when it ends
    this.#counting = true
    let done: AskedOf | null = null
    while (this.#wanted && this.#wanted !== done) {
      done = this.#wanted
      const rooms = await counted(done)
      if (this.#wanted) this.rooms = rooms
    }
    this.#counting = false
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
