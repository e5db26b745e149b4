// The command line's client: the router in this process when it owns the data folder, else a
// WebSocket to the owner. Both are the same typed client.
import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { createRouterClient } from '@orpc/server'
import { WebSocket } from 'ws'
import { asLetheError, LetheError } from '../../base/errors'
import { letheErrorSchema } from '../../contract/errors'
import type { DeviceRequest } from '../../contract/devices'
import { router } from '../../rpc/router'
import type { BuiltFiles } from '../builtFiles'
import { accessFolder, ownerOrigin } from '../folderAccess'
import { openHostApplication } from '../hostApplication'
import { socketPath } from '../web/server'
import type { LetheClient } from './command'

export interface Connection {
  client: LetheClient
  close(): Promise<void>
}

export interface ConnectionOptions {
  dataFolder: string
  files: BuiltFiles
  device: DeviceRequest | undefined // usual: the setting
  signal: AbortSignal
  onWaiting(): void
}

export async function connect(options: ConnectionOptions): Promise<Connection> {
  const { dataFolder, files, device, signal, onWaiting } = options
  const access = await accessFolder(dataFolder, signal, onWaiting)
  if (access.type === 'owner') {
    const { ownership } = access
    const application = await openHostApplication({
      dataFolder,
      host: 'cli',
      ownership,
      files,
      device
    })
    await application.starterReady // a first command may already name the included model
    return {
      client: createRouterClient(router, { context: application.context }),
      close: () => application.close()
    }
  }

  const { address } = access
  const url = `${ownerOrigin(address).replace(/^http/, 'ws')}${socketPath}`
  const socket = new WebSocket(url, {
    headers: { authorization: `Bearer ${address.token}` },
    perMessageDeflate: false
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', (cause) => {
      reject(new LetheError('ownerUnreachable', { dataFolder }, { cause }))
    })
  })
  socket.on('error', () => socket.terminate()) // calls under way fail when it closes
  return {
    client: createORPCClient(new RPCLink({ websocket: socket })),
    async close() {
      socket.close()
    }
  }
}

/** What a call failed with: the typed error it carried, or what is wrong with the call itself. */
export function letheErrorOf(error: unknown): LetheError {
  if (error instanceof ORPCError) {
    const carried = letheErrorSchema.safeParse(error.data)
    if (carried.success) return LetheError.from(carried.data)
  }
  return asLetheError(error)
}
