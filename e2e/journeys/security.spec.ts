// The doors of the built host, tried with plain requests and from another page in a real browser.
import { createServer, request as httpRequest, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from './journey'
import type { Host } from './host'

function send(host: Host, path: string, headers: Record<string, string>): Promise<string> {
  const { hostname, port } = new URL(host.origin)
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      hostname,
      port,
      path,
      headers: { accept: 'text/html', ...headers }
    })
    request.once('error', reject)
    request.once('response', (response) => {
      text(response).then((body) => resolve(`${response.statusCode} ${body}`), reject)
    })
    request.end()
  })
}

test('the built host answers only whoever may ask, and only with its own files', async ({
  host
}) => {
  const bearer = { authorization: `Bearer ${host.token}` }
  const table: [path: string, headers: Record<string, string>, status: string][] = [
    ['/', {}, '401'],
    ['/rpc', {}, '401'],
    ['/?token=wrong', {}, '401'],
    ['/', { authorization: 'Bearer wrong' }, '401'],
    ['/', { ...bearer, host: 'example.com' }, '403'],
    ['/', { ...bearer, origin: 'http://example.com' }, '403'],
    ['/../../package.json', bearer, '404'],
    ['/..%2f..%2fpackage.json', bearer, '404'],
    ['/%2e%2e/%2e%2e/package.json', bearer, '404'],
    ['/%252e%252e%252f%252e%252e%252fpackage.json', bearer, '404'],
    ['/..%5c..%5cpackage.json', bearer, '404'],
    ['//etc/passwd', bearer, '404'],
    ['/main/lethe.js', bearer, '404'],
    ['/', bearer, '200']
  ]
  for (const [path, headers, status] of table) {
    const answer = await send(host, path, headers)
    expect.soft(answer.slice(0, 3), `${path} ${JSON.stringify(headers)}`).toBe(status)
    expect.soft(answer).not.toContain('"devDependencies"')
    expect.soft(answer).not.toContain('root:')
  }
})

test("another page in the person's browser reaches nothing", async ({ lethe, host, context }) => {
  const origin = new URL(host.origin)
  const attacker = await serveBlankPage()
  const { port } = attacker.address() as AddressInfo
  try {
    await expect(lethe.getByRole('heading', { level: 1 })).toBeVisible() // the cookie is set
    // The same host name on another port: a browser sends the cookie along.
    const page = await context.newPage()
    await page.goto(`http://${origin.hostname}:${port}/`)
    const reached = await page.evaluate(async (target) => {
      const socket = await new Promise<string>((resolve) => {
        const line = new WebSocket(`ws://${target}/rpc`)
        line.addEventListener('open', () => resolve('open'))
        line.addEventListener('close', () => resolve('closed'))
      })
      const page = await fetch(`http://${target}/`, { credentials: 'include' }).then(
        (response) => response.text(),
        () => 'failed'
      )
      const upload = await fetch(`http://${target}/upload?id=x&name=y`, {
        method: 'POST',
        mode: 'no-cors',
        credentials: 'include',
        body: 'x'
      }).then(
        () => 'sent',
        () => 'failed'
      )
      const script = await new Promise<string>((resolve) => {
        const element = document.createElement('script')
        element.src = `http://${target}/index.html`
        element.addEventListener('load', () => resolve('loaded'))
        element.addEventListener('error', () => resolve('failed'))
        document.body.append(element)
      })
      const frame = document.createElement('iframe')
      frame.src = `http://${target}/`
      const framed = new Promise((resolve) => frame.addEventListener('load', resolve))
      document.body.append(frame)
      await framed
      return { socket, page, upload, script }
    }, origin.host)
    expect(reached).toEqual({
      socket: 'closed',
      page: 'failed',
      upload: 'failed',
      script: 'failed'
    })
    const [frame] = page.frames().filter((candidate) => candidate !== page.mainFrame())
    expect(frame?.url()).toMatch(/^chrome-error:/) // the browser's own page: framing was refused
  } finally {
    attacker.close()
  }
})

function serveBlankPage(): Promise<Server> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><p>another page')
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
