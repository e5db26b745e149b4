// Owner or client: tried on real locks and a real server.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { takeOwnership, type Ownership } from '../store/owner'
import { accessFolder } from './folderAccess'
import { startWebServer, type WebServer } from './web/server'

const token = 'a-token'
const never = new AbortController().signal
let folder: string
let server: WebServer
let held: Ownership | null = null

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lethe-access-'))
  writeFileSync(join(folder, 'index.html'), 'window')
  server = await startWebServer({
    port: 0,
    token,
    rendererFolder: folder,
    onSocket() {},
    async receiveUpload() {}
  })
})
afterEach(() => {
  held?.release()
  held = null
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

it('owns a free folder', async () => {
  const access = await accessFolder(join(folder, 'free'), never, () => {})
  expect(access.type).toBe('owner')
  if (access.type === 'owner') access.ownership.release()
})

it('is a client of an owner that answers', async () => {
  const data = join(folder, 'owned')
  held = takeOwnership(data)
  const address = { url: server.url, token, pid: process.pid }
  held?.publishAddress(address)
  expect(await accessFolder(data, never, () => {})).toEqual({ type: 'client', address })
})

it('waits for an owner without an address, says so once, and takes over', async () => {
  const data = join(folder, 'busy')
  held = takeOwnership(data)
  let waits = 0
  const access = await accessFolder(data, never, () => {
    waits++
    held?.release() // the other command ends
  })
  expect([access.type, waits]).toEqual(['owner', 1])
  if (access.type === 'owner') access.ownership.release()
})

it('gives up on an owner that does not answer, or when it is told to', async () => {
  const data = join(folder, 'silent')
  held = takeOwnership(data)
  const cancel = new AbortController()
  const waiting = accessFolder(data, cancel.signal, () => cancel.abort())
  await expect(waiting).rejects.toMatchObject({ code: 'cancelled' })

  held?.publishAddress({ url: server.url, token: 'another', pid: process.pid }) // refused: 401
  await expect(accessFolder(data, never, () => {})).rejects.toMatchObject({
    code: 'ownerUnreachable',
    params: { dataFolder: data }
  })
})
