// The procedures of a journey's host, for setting up what the journey itself is not about.
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { WebSocket } from 'ws'
import type { Model } from '../../src-main/contract/models'
import type { LetheClient } from '../../src-main/hosts/cli/command'
import type { Host } from './host'

export interface Client {
  client: LetheClient
  close(): void
}

/** Connects as a program on this machine does: with the token of the printed address. */
export async function connectTo(host: Host): Promise<Client> {
  const socket = new WebSocket(`${host.origin.replace(/^http/, 'ws')}/rpc`, {
    headers: { authorization: `Bearer ${host.token}` }
  })
  await new Promise<void>((done, fail) => {
    socket.once('open', done)
    socket.once('error', fail)
  })
  socket.on('error', () => socket.terminate())
  return {
    client: createORPCClient(new RPCLink({ websocket: socket })),
    close: () => socket.close()
  }
}

/** Adds the model in a folder, by reference or as a copy; resolves once it is in the library. */
export async function importModel(
  client: LetheClient,
  path: string,
  { name, mode = 'reference' }: { name?: string; mode?: 'reference' | 'copy' } = {}
): Promise<Model> {
  const source = { type: 'path', path } as const
  for await (const event of await client.models.import({ source, mode, name })) {
    if (event.type === 'done') return event.model
  }
  throw new Error(`The import of ${path} ended without a model.`)
}
