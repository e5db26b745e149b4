// The web server of an open application: its router on every socket, its uploads, the API. The Electron host
// runs it too, as the command line's way to the owner of the data folder.
import { RPCHandler } from '@orpc/server/ws'
import type { Application } from '../../jobs/application'
import { router } from '../../rpc/router'
import type { BuiltFiles } from '../builtFiles'
import { createToken } from './access'
import { addApi } from './api/routes'
import { startWebServer, type WebServer } from './server'

/** @param port null: the usual one, or any free one. The token is new at each start. */
export async function startHostServer(
  application: Application,
  files: BuiltFiles,
  port: number | null
): Promise<WebServer & { token: string }> {
  const token = createToken()
  const handler = new RPCHandler(router)
  const server = await startWebServer({
    port,
    token,
    rendererFolder: files.rendererFolder,
    onSocket: (socket) => void handler.upgrade(socket, { context: application.context }),
    receiveUpload: ({ id, name }, body) => application.uploads.receive(id, name, body),
    addApi: (app) => addApi(app, { context: application.context })
  })
  return { ...server, token }
}
