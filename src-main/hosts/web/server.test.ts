// The host's doors, tried with real requests: who is let in, what is served, what never is.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { LetheError } from '../../base/errors'
import { createToken } from './access'
import { startWebServer, type WebServer } from './server'

const token = createToken()
const received: { id: string; name: string; body: string }[] = []
let folder: string
let server: WebServer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lethe-web-'))
  mkdirSync(join(folder, 'renderer/assets'), { recursive: true })
  writeFileSync(join(folder, 'renderer/index.html'), '<!doctype html><title>window</title>')
  writeFileSync(join(folder, 'renderer/assets/app.js'), 'let started = true')
  writeFileSync(join(folder, 'secret.txt'), 'outside')
  writeFileSync(join(folder, 'secret'), 'outside')
  server = await startWebServer({
    port: 0,
    token,
    rendererFolder: join(folder, 'renderer'),
    uploadLimitBytes: 1000,
    onSocket: (socket) => socket.on('message', (data: Buffer) => socket.send(data.length)),
    async receiveUpload(upload, body) {
      if (upload.id === 'full') throw new LetheError('diskFull', { path: upload.name })
      received.push({ ...upload, body: await text(body) })
    }
  })
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** Sends the path exactly as given: no normalising, and any Host. */
function send(
  path: string,
  headers: Record<string, string> = {},
  { method = 'GET', body = '' } = {}
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port: server.port, path, method, headers })
    request.once('error', reject)
    request.once('response', (response) => {
      const answer = { status: response.statusCode ?? 0, headers: response.headers }
      text(response).then((content) => resolve({ ...answer, body: content }), reject)
    })
    request.end(body)
  })
}

/** The message size the server saw, or the status or close code it refused with. */
function trySocket(path: string, headers: Record<string, string>, message = 'hi'): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers })
    socket.once('unexpected-response', (_request, response) => {
      resolve(`refused ${response.statusCode}`)
      socket.terminate()
    })
    socket.on('error', () => {})
    socket.once('open', () => socket.send(message))
    socket.once('message', (data: Buffer) => {
      resolve(`saw ${data.toString()}`)
      socket.close()
    })
    socket.once('close', (code) => resolve(`closed ${code}`))
  })
}

const bearer = { authorization: `Bearer ${token}` }
const page = { ...bearer, accept: 'text/html' }
const host = (): string => `127.0.0.1:${server.port}`
const cookie = (): { cookie: string } => ({ cookie: `lethe-${server.port}=${token}` })

describe('who is let in', () => {
  it('asks for the token on every path', async () => {
    for (const path of [
      '/',
      '/index.html',
      '/assets/app.js',
      '/upload',
      '/rpc',
      '/nothing',
      '/%zz'
    ]) {
      expect.soft((await send(path)).status, path).toBe(401)
      expect.soft((await send(path, { authorization: 'Bearer wrong' })).status, path).toBe(401)
    }
    const answer = await send('/')
    expect(answer.body).toContain('?token=')
    expect(answer.body).toContain('Abra o endereço')
    expect(answer.body).not.toContain(token)
    expect((await send('/', { cookie: `lethe-${server.port}=${token.slice(0, -1)}` })).status).toBe(
      401
    )
    expect((await send('/', { cookie: `lethe-1=${token}` })).status).toBe(401)
    expect((await send('/upload?id=a&name=b', {}, { method: 'POST', body: 'x' })).status).toBe(401)
  })

  it('trades the token for a cookie that scripts and other sites cannot use', async () => {
    const answer = await send(`/?token=${token}`)
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/')
    const set = answer.headers['set-cookie']?.[0] ?? ''
    expect(set).toBe(`lethe-${server.port}=${token}; Path=/; HttpOnly; SameSite=Strict`)
    expect((await send('/', { cookie: `other=1; ${set.split(';')[0]}` })).body).toContain('window')
    expect((await send('/?token=wrong')).status).toBe(401)
    expect((await send('/?token=')).status).toBe(401)
  })

  it('refuses a foreign Host, even with the token', async () => {
    const hosts = ['example.com', `example.com:${server.port}`, '127.0.0.1', '127.0.0.1:1']
    for (const name of hosts) {
      expect.soft((await send('/', { ...bearer, host: name })).status, name).toBe(403)
      expect.soft((await send(`/?token=${token}`, { host: name })).status, name).toBe(403)
    }
    expect((await send('/', { ...bearer, host: `localhost:${server.port}` })).status).toBe(200)
  })

  it('refuses a foreign Origin, even with the cookie', async () => {
    const origins = ['http://example.com', 'null', `https://${host()}`, 'http://127.0.0.1', '']
    for (const origin of origins) {
      expect.soft((await send('/', { ...cookie(), origin })).status, origin).toBe(403)
      const post = { method: 'POST', body: 'x' }
      const answer = await send('/upload?id=a&name=b', { ...cookie(), origin }, post)
      expect.soft(answer.status, origin).toBe(403)
    }
    expect((await send('/', { ...cookie(), origin: `http://${host()}` })).status).toBe(200)
    expect(received).toEqual([])
  })

  it('refuses what the pages of other sites load', async () => {
    for (const site of ['cross-site', 'same-site']) {
      const headers = { ...cookie(), 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' }
      expect((await send('/assets/app.js', headers)).status).toBe(403)
      expect((await send('/', { ...headers, 'sec-fetch-mode': 'navigate' })).status).toBe(200)
    }
    const own = { ...cookie(), 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'no-cors' }
    expect((await send('/assets/app.js', own)).status).toBe(200)
  })

  it('holds the socket to the same rules', async () => {
    expect(await trySocket('/rpc', {})).toBe('refused 401')
    expect(await trySocket(`/rpc?token=${token}`, {})).toBe('refused 401')
    expect(await trySocket('/rpc', { ...bearer, host: 'example.com' })).toBe('refused 403')
    expect(await trySocket('/rpc', { ...bearer, origin: 'http://example.com' })).toBe('refused 403')
    expect(await trySocket('/rpc', { ...cookie(), origin: 'null' })).toBe('refused 403')
    expect(await trySocket('/rpc', cookie())).toBe('refused 403') // a browser names its origin
    expect(await trySocket('/other', bearer)).toBe('refused 404')
    expect(await trySocket('/rpc', { ...cookie(), origin: `http://${host()}` })).toBe('saw 2')
    expect(await trySocket('/rpc', bearer)).toBe('saw 2')
  })

  it('reads a large message and ends the connection on an oversized one', async () => {
    expect(await trySocket('/rpc', bearer, 'x'.repeat(11_000_000))).toBe('saw 11000000')
    expect(await trySocket('/rpc', bearer, 'x'.repeat(64 * 2 ** 20 + 1))).toBe('closed 1009')
  })
})

describe('what is served', () => {
  it('serves the window and its files', async () => {
    const script = await send('/assets/app.js', bearer)
    expect([script.status, script.body]).toEqual([200, 'let started = true'])
    expect(script.headers['content-type']).toMatch('text/javascript')
    for (const path of ['/', '/index.html', '/?x=1']) {
      expect.soft((await send(path, page)).body, path).toContain('window')
    }
    const head = await send('/', bearer, { method: 'HEAD' })
    expect([head.status, head.body]).toEqual([200, ''])
  })

  it('answers 404 to anything else', async () => {
    for (const path of ['/chat', '/assets', '/assets/', '/assets/none.js', '/upload']) {
      expect.soft((await send(path, page)).status, path).toBe(404)
    }
    expect((await send('/', bearer, { method: 'DELETE' })).status).toBe(404)
  })

  it('never climbs out', async () => {
    const climbs = [
      '/../secret.txt',
      '/../secret',
      '/assets/../../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret',
      '/%2e%2e%2fsecret.txt',
      '/%252e%252e%252fsecret',
      '/%25252e%25252e/secret',
      '/..\\secret.txt',
      '/..%5csecret',
      '/assets/..%00/secret',
      '/%c0%ae%c0%ae/secret.txt',
      '//etc/passwd',
      `/${folder}/secret`,
      '/%zz'
    ]
    for (const path of climbs) {
      const answer = await send(path, page)
      expect.soft(answer.status, path).toBe(404)
      expect.soft(answer.body, path).not.toContain('outside')
    }
  })

  it('sends strict headers with every answer, refusals included', async () => {
    for (const answer of [await send('/', bearer), await send('/'), await send('/..', bearer)]) {
      const policy = String(answer.headers['content-security-policy'])
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain(`connect-src 'self' ws://${host()};`)
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
      expect(answer.headers['x-content-type-options']).toBe('nosniff')
      expect(answer.headers['referrer-policy']).toBe('no-referrer')
      expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin')
    }
    const foreign = await send('/', { host: "example.com 'unsafe-inline'" })
    expect(String(foreign.headers['content-security-policy'])).not.toContain('example')
  })
})

describe('uploads', () => {
  const post = { method: 'POST', body: 'weights' }

  it('passes the body on', async () => {
    const answer = await send('/upload?id=u1&name=model%2Fconfig.json', bearer, post)
    expect(answer.status).toBe(200)
    expect(received).toEqual([{ id: 'u1', name: 'model/config.json', body: 'weights' }])
  })

  it('answers a failure with its typed error', async () => {
    const full = await send('/upload?id=full&name=a.bin', bearer, post)
    expect([full.status, JSON.parse(full.body)]).toEqual([
      422,
      { code: 'diskFull', params: { path: 'a.bin' } }
    ])
    const nameless = await send('/upload?id=u2', bearer, post)
    expect([nameless.status, JSON.parse(nameless.body).code]).toEqual([422, 'invalidInput'])
  })

  it('refuses one that is larger than allowed, by its header or by what comes', async () => {
    const path = '/upload?id=u3&name=a.bin'
    const large = { method: 'POST', body: 'x'.repeat(1001) }
    const chunked = { ...bearer, 'transfer-encoding': 'chunked' }
    for (const headers of [bearer, chunked]) {
      const answer = await send(path, headers, large)
      expect(answer.status).toBe(422)
      expect(JSON.parse(answer.body)).toMatchObject({
        params: { field: 'upload', reason: { code: 'largerThan', limitBytes: 1000 } }
      })
    }
    expect(received.map(({ id }) => id)).not.toContain('u3')
  })
})

describe('ports', () => {
  it('refuses an asked port that is taken, in words', async () => {
    const options = { token, rendererFolder: folder, onSocket() {}, async receiveUpload() {} }
    await expect(startWebServer({ ...options, port: server.port })).rejects.toMatchObject({
      code: 'invalidInput',
      params: { field: 'option', name: `--port ${server.port}`, reason: { code: 'portTaken' } }
    })
  })
})
