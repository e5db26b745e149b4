import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { temporaryFolder } from '../../testing/temporaryFolder'
import { listRendererFiles, type RendererFiles } from '../rendererFiles'
import { securityHeaders } from '../securityHeaders'
import { answerPage, appOrigin } from './appProtocol'

let files: RendererFiles

beforeEach(() => {
  const folder = temporaryFolder()
  const page = join(folder, 'renderer')
  mkdirSync(join(page, 'assets'), { recursive: true })
  writeFileSync(join(page, 'index.html'), '<!doctype html>')
  writeFileSync(join(page, 'assets/index.js'), 'start()')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  files = listRendererFiles(page)
})

const get = (url: string, method = 'GET'): Response => answerPage(files, { url, method })

it.each([
  ['lethe://app', '<!doctype html>', 'text/html; charset=utf-8'],
  ['lethe://app/', '<!doctype html>', 'text/html; charset=utf-8'],
  ['lethe://app/?x=1', '<!doctype html>', 'text/html; charset=utf-8'],
  ['lethe://app/assets/index.js', 'start()', 'text/javascript; charset=utf-8']
])('gives %s with the headers of the web host', async (url, text, type) => {
  const answer = get(url)
  expect(answer.status).toBe(200)
  expect(await answer.text()).toBe(text)
  expect(answer.headers.get('content-type')).toBe(type)
  expect(answer.headers.get('content-length')).toBe(String(text.length))
  for (const [name, value] of Object.entries(securityHeaders([]))) {
    expect(answer.headers.get(name)).toBe(value)
  }
})

it.each([
  ['lethe://app/../secret.txt'],
  ['lethe://app/..%2fsecret.txt'],
  ['lethe://app/%252e%252e%252fsecret.txt'],
  ['lethe://app/..%5csecret.txt'],
  ['lethe://app//etc/passwd'],
  ['lethe://app/missing.js'],
  ['lethe://other/index.html'],
  ['http://app/index.html'],
  ['file:///etc/passwd'],
  ['nothing']
])('gives nothing at %s', async (url) => {
  const answer = get(url)
  expect(answer.status).toBe(404)
  expect(await answer.text()).toBe('Not found\n')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
})

it('answers GET alone', () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'HEAD']) {
    expect(get(`${appOrigin}/`, method).status).toBe(404)
  }
})
