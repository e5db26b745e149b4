// The API over HTTP on a whole application with a temporary data folder, for tests.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { createToken } from '../hosts/web/access'
import type { ApiOptions } from '../hosts/web/api/answers'
import { addApi } from '../hosts/web/api/routes'
import { startWebServer } from '../hosts/web/server'
import type { SpawnEngine } from '../jobs/engineProcess'
import { buildEntry } from './buildEntry'
import { openedApplication, type TestClient } from './openedApplication'

/** The one shape in which the API tells what went wrong. */
export const apiErrorSchema = z.strictObject({
  error: z.strictObject({
    message: z.string().min(1),
    type: z.string().min(1),
    param: z.string().min(1).nullable(),
    code: z.string().min(1).nullable()
  })
})

export interface OpenedApi {
  readonly baseURL: string
  readonly token: string
  /** The same application, as the window speaks to it. */
  readonly client: TestClient
  close(): Promise<void>
}

export async function openedApi(
  parts: { spawnEngine: SpawnEngine; resourcesFolder: string },
  options: Omit<ApiOptions, 'context'> = {}
): Promise<OpenedApi> {
  const folder = mkdtempSync(join(tmpdir(), 'lethe-api-'))
  const rendererFolder = join(folder, 'renderer')
  mkdirSync(rendererFolder)
  writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><title>window</title>')
  const workerUrl = await buildEntry(new URL('../store/worker.ts', import.meta.url))
  const dataFolder = join(folder, 'data')
  const { application, client } = await openedApplication({ ...parts, dataFolder, workerUrl })
  await application.starterReady
  const token = createToken()
  const server = await startWebServer({
    ...{ port: 0, token, rendererFolder },
    onSocket: (socket) => socket.close(),
    receiveUpload: async () => {},
    addApi: (app) => addApi(app, { context: application.context, ...options })
  })
  return {
    ...{ baseURL: `http://127.0.0.1:${server.port}/v1`, token, client },
    async close() {
      await server.close()
      await application.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
