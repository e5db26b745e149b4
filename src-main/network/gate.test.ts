import { createServer, type Server, type Socket } from 'node:net'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { silentLog } from '../base/log'
import type { NetworkRequest } from '../contract/network'
import { localServer } from '../testing/localServer'
import { NetworkGate, type IncomingAnswer, type OutgoingRequest } from './gate'

function gateWith(isOn: () => boolean = () => true) {
  const records = new Map<string, NetworkRequest>()
  const begun: NetworkRequest[] = []
  const gate = new NetworkGate({
    isOn: async () => isOn(),
    records: {
      async begin(request) {
        begun.push({ ...request })
      },
      async end(request) {
        records.set(request.id, { ...request })
      }
    },
    log: silentLog()
  })
  return { gate, begun, ended: () => [...records.values()] }
}

const asking = (url: URL, more: Partial<OutgoingRequest> = {}): OutgoingRequest => ({
  ...{ url, method: 'GET', purpose: 'listModels', silenceMs: 5000, ...more }
})

async function wholeBody({ body }: IncomingAnswer): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

describe('the switch', () => {
  test('off: nothing is sent and nothing is written down', async () => {
    const server = await localServer((_request, response) => response.end('hello'))
    const { gate, begun } = gateWith(() => false)
    await expect(gate.request(asking(server.url), wholeBody)).rejects.toMatchObject({
      code: 'networkOff',
      params: { host: server.url.host, place: 'machine' }
    })
    expect(server.requests).toEqual([])
    expect(begun).toEqual([])
  })

  test('turned off: what is under way is cut', async () => {
    const server = await localServer((_request, response) => response.write('one'))
    const { gate, ended } = gateWith()
    const reading = gate.request(asking(server.url), async ({ body }) => {
      for await (const piece of body) if (piece.length > 0) gate.shut()
    })
    await expect(reading).rejects.toMatchObject({ code: 'networkOff' })
    await vi.waitFor(async () => expect(await server.lines()).toBe(0))
    expect(ended()).toMatchObject([{ outcome: 'failed', status: 200, bytesIn: 3 }])
  })
})

describe('a request', () => {
  test('is written down before it goes out, and with its figures after', async () => {
    const seen: number[] = []
    const server = await localServer((_request, response) => {
      seen.push(begun.length)
      response.end('12345')
    })
    const { gate, begun, ended } = gateWith()
    const url = new URL(`${server.url.href}/chat?token=secret`)
    const body = 'é' // two bytes
    const asked = asking(url, { method: 'POST', purpose: 'answer', body })
    expect(await gate.request(asked, wholeBody)).toBe('12345')
    expect(seen).toEqual([1])
    expect(begun).toMatchObject([{ outcome: 'running', place: null, bytesOut: 0 }])
    const [record] = ended()
    expect(record).toMatchObject({
      ...{ method: 'POST', host: server.url.host, path: '/v1/chat', purpose: 'answer' },
      ...{ place: 'machine', bytesOut: 2, bytesIn: 5, status: 200, outcome: 'done' }
    })
    expect(record?.durationMs).toBeGreaterThan(0)
    expect(JSON.stringify(record)).not.toContain('secret')
  })

  test('is not made when it cannot be written down', async () => {
    const server = await localServer((_request, response) => response.end())
    const gate = new NetworkGate({
      isOn: async () => true,
      records: {
        begin: () => Promise.reject(new Error('disk full')),
        end: async () => {}
      },
      log: silentLog()
    })
    await expect(gate.request(asking(server.url), wholeBody)).rejects.toThrow('disk full')
    expect(server.requests).toEqual([])
  })

  test('closes its line when nobody reads on', async () => {
    const server = await localServer((_request, response) => response.write('x'.repeat(100_000)))
    const { gate } = gateWith()
    expect(await gate.request(asking(server.url), async ({ status }) => status)).toBe(200)
    await vi.waitFor(async () => expect(await server.lines()).toBe(0))
  })

  test('is cancelled before and while it runs', async () => {
    const server = await localServer(() => {})
    const { gate, ended, begun } = gateWith()
    const before = asking(server.url, { signal: AbortSignal.abort() })
    await expect(gate.request(before, wholeBody)).rejects.toMatchObject({ code: 'cancelled' })
    expect(begun).toEqual([])
    const stop = new AbortController()
    const running = gate.request(asking(server.url, { signal: stop.signal }), wholeBody)
    await vi.waitFor(() => expect(server.requests).toHaveLength(1))
    stop.abort()
    await expect(running).rejects.toMatchObject({ code: 'cancelled' })
    expect(ended()).toMatchObject([{ outcome: 'cancelled', status: null }])
    await vi.waitFor(async () => expect(await server.lines()).toBe(0))
  })

  test('says how long it was silent for', async () => {
    const server = await localServer((request, response) => {
      if (request.url?.endsWith('/slow')) response.write('begun')
    })
    const { gate } = gateWith()
    const silent = asking(server.url, { silenceMs: 100 })
    await expect(gate.request(silent, wholeBody)).rejects.toMatchObject({ code: 'remoteTimeout' })
    const slow = { ...silent, url: new URL(`${server.url.href}/slow`) }
    await expect(gate.request(slow, wholeBody)).rejects.toMatchObject({
      code: 'remoteTimeout',
      params: { host: server.url.host, seconds: 0 }
    })
  })

  test('waits as long as its reader takes', async () => {
    const server = await localServer((_request, response) => response.end('text'))
    const { gate } = gateWith()
    const text = await gate.request(asking(server.url, { silenceMs: 100 }), async ({ body }) => {
      for await (const piece of body) {
        await new Promise((resolve) => setTimeout(resolve, 250))
        return Buffer.from(piece).toString()
      }
      return ''
    })
    expect(text).toBe('text')
  })

  test('that finds nobody, or a line that breaks, says so', async () => {
    const server = await localServer((_request, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half')
      setTimeout(() => response.destroy(), 20)
    })
    const { gate, ended } = gateWith()
    await expect(gate.request(asking(server.url), wholeBody)).rejects.toMatchObject({
      code: 'remoteBroke'
    })
    await server.close()
    await expect(gate.request(asking(server.url), wholeBody)).rejects.toMatchObject({
      code: 'hostUnreachable',
      params: { host: server.url.host, problem: 'refused' }
    })
    expect(ended()).toMatchObject([
      { status: 200, bytesIn: 4, place: 'machine' },
      { status: null, bytesIn: 0, place: null, outcome: 'failed' }
    ])
  })

  test('to something that does not speak HTTP says so', async () => {
    const port = await rawServer((socket) => socket.end('220 mail ready\r\n'))
    const { gate } = gateWith()
    const url = new URL(`http://127.0.0.1:${port}/`)
    await expect(gate.request(asking(url), wholeBody)).rejects.toMatchObject({
      code: 'remoteMalformed',
      params: { problem: 'notHttp' }
    })
  })

  test('is not encrypted by a server that cannot: https to http', async () => {
    const server = await localServer((_request, response) => response.end())
    const { gate } = gateWith()
    const url = new URL(server.url.href.replace('http:', 'https:'))
    await expect(gate.request(asking(url), wholeBody)).rejects.toMatchObject({
      code: 'hostUnreachable'
    })
    expect(server.requests).toEqual([])
  })

  test('reaches localhost by its name', async () => {
    const server = await localServer((_request, response) => response.end('here'))
    const { gate, ended } = gateWith()
    const url = new URL(server.url.href.replace('127.0.0.1', 'localhost'))
    expect(await gate.request(asking(url), wholeBody)).toBe('here')
    expect(ended()).toMatchObject([{ place: 'machine' }])
  })
})

async function rawServer(onLine: (socket: Socket) => void): Promise<number> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => {})
    onLine(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
