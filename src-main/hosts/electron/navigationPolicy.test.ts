import { describe, expect, it } from 'vitest'
import { isOwnFrame, mayDownload, mayRequest, mayUse } from './navigationPolicy'

const own = ['lethe://app']
const owner = ['http://127.0.0.1:4580']

describe('requests', () => {
  it.each([
    ['lethe://app/', own],
    ['lethe://app/assets/index.js?x#y', own],
    ['blob:lethe://app/5f0c', own],
    ['data:image/png;base64,AA==', own],
    ['http://127.0.0.1:4580/', owner],
    ['ws://127.0.0.1:4580/rpc', owner]
  ])('reach %s', (url, origins) => expect(mayRequest(url, origins)).toBe(true))

  it.each([
    ['https://example.com/', own],
    ['lethe://other/', own],
    ['lethe:app', own],
    ['file:///etc/passwd', own],
    ['http://127.0.0.1:4580/', own],
    ['ws://127.0.0.1:4580/rpc', own],
    ['wss://127.0.0.1:4580/rpc', owner],
    ['http://127.0.0.1:4581/', owner],
    ['http://127.0.0.1:4580@example.com/', owner],
    ['http://localhost:4580/', owner],
    ['lethe://app.example.com/', own],
    ['not an address', own],
    ['', own]
  ])('do not reach %s', (url, origins) => expect(mayRequest(url, origins)).toBe(false))
})

it('copying and notices are permitted, and only to the own page', () => {
  expect(mayUse('clipboard-sanitized-write', 'lethe://app/', own)).toBe(true)
  expect(mayUse('notifications', 'lethe://app/', own)).toBe(true)
  expect(mayUse('notifications', 'https://example.com/', own)).toBe(false)
  expect(mayUse('clipboard-sanitized-write', 'https://example.com/', own)).toBe(false)
  expect(mayUse('clipboard-sanitized-write', '', own)).toBe(false)
  for (const permission of ['clipboard-read', 'media', 'geolocation', 'openExternal', 'hid']) {
    expect(mayUse(permission, 'lethe://app/', own)).toBe(false)
  }
})

it('only what the page put together is saved', () => {
  expect(mayDownload('blob:lethe://app/5f0c', own)).toBe(true)
  expect(mayDownload('blob:http://127.0.0.1:4580/5f0c', owner)).toBe(true)
  expect(mayDownload('blob:https://example.com/5f0c', own)).toBe(false)
  expect(mayDownload('lethe://app/index.html', own)).toBe(false)
  expect(mayDownload('data:text/plain,x', own)).toBe(false)
})

it('only the main frame of the own page is listened to', () => {
  const url = 'lethe://app/#/chat'
  expect(isOwnFrame({ url, parent: null }, 'lethe://app')).toBe(true)
  expect(isOwnFrame({ url, parent: {} }, 'lethe://app')).toBe(false)
  expect(isOwnFrame({ url: 'https://example.com/', parent: null }, 'lethe://app')).toBe(false)
  expect(isOwnFrame({ url: 'about:blank', parent: null }, 'lethe://app')).toBe(false)
  expect(isOwnFrame(null, 'lethe://app')).toBe(false)
})
