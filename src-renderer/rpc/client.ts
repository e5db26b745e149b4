// The typed client of the contract. Everything the window knows comes through here.
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { contract } from '../../src-main/contract/index'
import { connectByPort, connectBySocket, Connection } from './connection'
import { desktop } from './host'

export const connection = new Connection()
export const rpc: ContractRouterClient<typeof contract> = createORPCClient(connection)

/** Opens the line; once, at the start. */
export function connect(): void {
  if (desktop) {
    connectByPort(connection)
    desktop.requestPort?.()
    return
  }
  const address = new URL('/rpc', location.href)
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:'
  connectBySocket(connection, address.href)
}
