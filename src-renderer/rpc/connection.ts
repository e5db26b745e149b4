// The line to the main process: a MessagePort handed over by the preload script where there is one,
// else a WebSocket at /rpc of the same origin (its cookie authenticates). Reopened with a growing
// pause when it drops; calls made meanwhile fail at once, so nothing waits unseen.
import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { ConnectionLost } from './errors'

export type ConnectionState = 'opening' | 'open' | 'lost'
type Link = ClientLink<ClientContext>

const firstPauseMs = 500
const longestPauseMs = 8_000

export class Connection implements Link {
  state: ConnectionState = 'opening'
  #link: Link | null = null
  #listeners = new Set<(state: ConnectionState) => void>()
  #waiting: (() => void)[] = []

  /** Calls `listener` at every change of state; returns how to stop. */
  watch(listener: (state: ConnectionState) => void): () => void {
    this.#listeners.add(listener)
    listener(this.state)
    return () => this.#listeners.delete(listener)
  }

  async call(
    path: readonly string[],
    input: unknown,
    options: ClientOptions<ClientContext>
  ): Promise<unknown> {
    if (this.state === 'opening') await new Promise<void>((done) => this.#waiting.push(done))
    if (!this.#link || this.state !== 'open') throw new ConnectionLost()
    const link = this.#link
    try {
      return await link.call(path, input, options)
    } catch (error) {
      // A call cut off by the drop ends with the peer's own abort; say what really happened.
      if (this.#link !== link && !options.signal?.aborted) throw new ConnectionLost()
      throw error
    }
  }

  opened(link: Link): void {
    this.#link = link
    this.#become('open')
  }

  lost(): void {
    this.#link = null
    this.#become('lost')
  }

  #become(state: ConnectionState): void {
    this.state = state
    for (const done of this.#waiting.splice(0)) done()
    for (const listener of this.#listeners) listener(state)
  }
}

/** Keeps a WebSocket open for as long as the page lives. */
export function connectBySocket(connection: Connection, address: string): void {
  let pauseMs = firstPauseMs
  const open = (): void => {
    const socket = new WebSocket(address)
    socket.binaryType = 'arraybuffer'
    socket.addEventListener('open', () => {
      pauseMs = firstPauseMs
      connection.opened(new SocketLink({ websocket: socket }))
    })
    socket.addEventListener('close', () => {
      connection.lost()
      setTimeout(open, pauseMs)
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
    })
  }
  open()
}

/** Takes every port that arrives: a new one replaces the old after the main process restarts. */
export function connectByPort(connection: Connection): void {
  window.addEventListener('message', (event) => {
    if (event.source !== window || event.data !== 'lethe:port') return
    const port = event.ports[0]
    if (!port) return
    port.start()
    port.addEventListener('close', () => connection.lost())
    connection.opened(new PortLink({ port }))
  })
}
