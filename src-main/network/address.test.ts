import { describe, expect, test } from 'vitest'
import { below, endpointUrl, isLoopback, placeOf } from './address'

describe('where an address leads', () => {
  // As URL writes them: 127.1, 0x7f.1 and 2130706433 are the same address.
  const here = ['127.0.0.1', '127.9.9.9', '[::1]', 'localhost', 'ollama.localhost', '127.1']
  test.each([...here, '0x7f.1', '2130706433', '[::ffff:127.0.0.1]'])(
    '%s is this machine',
    (host) => {
      expect(placeOf(new URL(`http://${host}:1/v1`))).toBe('machine')
    }
  )
  const elsewhere = ['192.168.0.7', '10.0.0.1', '0.0.0.0', '128.0.0.1', '[::2]', '[fe80::1]']
  test.each([...elsewhere, 'localhost.example', '127.0.0.1.example', 'example.org'])(
    '%s counts as away',
    (host) => expect(placeOf(new URL(`http://${host}/v1`))).toBe('away')
  )
  test('names are no numeric addresses', () => {
    expect(isLoopback('localhost')).toBe(false)
    expect(isLoopback('')).toBe(false)
  })
})

describe('the base of an endpoint', () => {
  test('loses slashes at its end and gets paths below it', () => {
    expect(endpointUrl('http://127.0.0.1:11434/v1//').href).toBe('http://127.0.0.1:11434/v1')
    expect(below(endpointUrl('https://host/a/v1'), 'models').href).toBe('https://host/a/v1/models')
    expect(below(endpointUrl('https://host'), 'models').href).toBe('https://host/models')
  })
  const refused: [string, string][] = [
    ['127.0.0.1:11434/v1', 'malformed'],
    ['nothing', 'malformed'],
    ['ftp://host/v1', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['http://me:secret@host/v1', 'credentials'],
    ['http://host/v1?key=secret', 'query'],
    ['http://host/v1#secret', 'query']
  ]
  test.each(refused)('%s is refused as %s, without repeating a secret', (typed, problem) => {
    expect(() => endpointUrl(typed)).toThrow(
      expect.objectContaining({
        code: 'addressRefused',
        params: { problem, address: expect.not.stringContaining('secret') }
      })
    )
  })
})
