import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { silentLog } from '../base/log'
import { hubCommit, localHub, type HubBehaviour } from '../testing/hubServer'
import { localServer } from '../testing/localServer'
import { NetworkGate } from './gate'
import { hubPlace } from './hubAccess'
import { wantedFiles } from './hubListing'
import { hubRedirect, HubRequests } from './hubRequests'

const starter = resolve(import.meta.dirname, '../../resources/starter')
const weightsFile = 'model.safetensors'

const gate = new NetworkGate({
  isOn: async () => true,
  records: { begin: async () => {}, end: async () => {} },
  log: silentLog()
})

/** A hub that serves the starter as lethe/starter, and what is asked of it. */
async function asking(behaviour: Partial<HubBehaviour> = {}, token = '') {
  const hub = await localHub({ models: { 'lethe/starter': starter }, ...behaviour })
  const requests = new HubRequests(gate, { endpoint: hub.url, token }, 2000)
  const list = (reference = 'lethe/starter') => requests.list(reference)
  return {
    ...{ hub, requests, list },
    async weights(fromByte = 0): Promise<{ startsAt: number; bytes: number }> {
      const listing = await list()
      const file = listing.files.get(weightsFile)
      if (!file) throw new Error('The starter has no weights.')
      return requests.file(listing, file, fromByte, async ({ startsAt, body }) => {
        let bytes = 0
        for await (const piece of body) bytes += piece.length
        return { startsAt, bytes }
      })
    }
  }
}

describe('the bytes of a file', () => {
  test('come whole, or from where they are asked for', async () => {
    const { weights, list } = await asking()
    const sizeBytes = (await list()).files.get(weightsFile)?.sizeBytes ?? 0
    expect(await weights()).toEqual({ startsAt: 0, bytes: sizeBytes })
    expect(await weights(1000)).toEqual({ startsAt: 1000, bytes: sizeBytes - 1000 })
  })

  const ranges: [range: string, code: string][] = [
    ['bytes 900-999999/1000000', 'hubMalformed'],
    ['bytes 1000-1999/2000', 'hubFileDiffers'],
    ['what?', 'hubMalformed']
  ]
  test.each(ranges)('are not taken from %s when asked from 1000 on', async (range, code) => {
    const { weights } = await asking({
      answer(name, _start, response, bytes) {
        response.writeHead(206, { 'content-range': range }).end(bytes.subarray(0, 10))
        return name === weightsFile
      }
    })
    await expect(weights(1000)).rejects.toMatchObject({ code })
  })
})

describe('a redirect', () => {
  const to = (location: string, from: string, base: string, mayLeave = true) =>
    hubRedirect({ status: 302, headers: { location } }, new URL(from), new URL(base), mayLeave)
  const [hub, store] = ['https://hub.example/a', 'https://store.example/b']
  test('is followed to another host for a file alone', () => {
    expect(to(store, hub, hub)?.href).toBe(store)
    expect(() => to(store, hub, hub, false)).toThrow('problem=redirects')
    expect(to('/c', hub, hub, false)?.href).toBe('https://hub.example/c')
  })
  test('never drops the encryption', () => {
    expect(() => to('http://store.example/b', hub, hub)).toThrow('problem=insecure')
    expect(() => to('http://hub.example/b', store, hub)).toThrow('problem=insecure')
  })
  test.each(['http://127.0.0.1:1/', 'http://localhost/', 'http://[::1]/', 'http://2130706433/'])(
    'from elsewhere never leads to this machine: %s',
    (location) => {
      const plain = 'http://hub.example/a'
      expect(() => to(location, plain, plain)).toThrow('problem=inward')
    }
  )
})

describe('a hub that', () => {
  const gated = { status: 403, code: 'GatedRepo', reason: 'Access is restricted' }
  const refusals: [what: string, behaviour: Partial<HubBehaviour>, sent: string, code: string][] = [
    ['asks who that is (401)', { token: 't', refusal: { status: 401 } }, '', 'hubModelNotFound'],
    [
      'knows the token not (401)',
      { token: 't', refusal: { status: 401 } },
      'x',
      'hubAccessRefused'
    ],
    ['gates it (403)', { token: 't', refusal: gated }, '', 'hubAccessRefused'],
    ['gates it (401)', { token: 't', refusal: { ...gated, status: 401 } }, '', 'hubAccessRefused'],
    ['forbids it (403)', { token: 't', refusal: { status: 403 } }, '', 'hubAccessRefused'],
    ['has no such model (404)', { models: {} }, '', 'hubModelNotFound'],
    ['is too busy (429)', { token: 't', refusal: { status: 429 } }, '', 'hubFailed'],
    ['fails (500)', { token: 't', refusal: { status: 500 } }, '', 'hubFailed']
  ]
  test.each(refusals)('%s is told so', async (_what, behaviour, token, code) => {
    const asked = await asking(behaviour, token)
    await expect(asked.list()).rejects.toMatchObject({ code, params: { host: asked.hub.host } })
    expect(asked.hub.hub.requests).toHaveLength(1)
  })

  test('has no such revision is told so', async () => {
    const { list } = await asking()
    const params = { model: 'lethe/starter', revision: 'v2' }
    await expect(list('lethe/starter@v2')).rejects.toMatchObject({
      ...{ code: 'hubRevisionNotFound', params }
    })
  })

  test('repeats the token in its words does not get it shown', async () => {
    const refusal = { status: 500, reason: 'who is hf_secret?' }
    const { list } = await asking({ token: 'other', refusal }, 'hf_secret')
    const params = { reason: { code: 'said', by: 'server', text: 'who is …?' } }
    await expect(list()).rejects.toMatchObject({ code: 'hubFailed', params })
  })

  const hostile = [
    '../../outside.json',
    'a/../../b',
    '/etc/passwd',
    '..\\outside.json',
    'C:config.json',
    'a//b',
    './config.json',
    'line\nbreak.json',
    'CONFIG.JSON' // the same as another on some disks
  ]
  test.each(hostile)('lists a file named %j is refused', async (rfilename) => {
    const { list } = await asking({
      listing: (listing) => ({
        ...listing,
        siblings: [...listing.siblings, { rfilename, size: 3 }]
      })
    })
    const params = { model: 'lethe/starter' }
    await expect(list()).rejects.toMatchObject({ code: 'hubFileNameRefused', params })
  })

  const without = (siblings: object[]) => ({ id: 'lethe/starter', sha: hubCommit, siblings })
  const unfit: [what: string, names: string[], params: object][] = [
    ['pickle files', ['config.json', 'pytorch_model.bin'], { problem: 'pickle' }],
    ['GGUF files', ['config.json', 'q4.gguf'], { problem: 'gguf', file: 'q4.gguf' }],
    ['other weights', ['config.json', 'consolidated.safetensors'], { problem: 'noWeights' }],
    ['no configuration', [weightsFile], { problem: 'noConfig' }],
    ['nothing', [], { problem: 'noWeights' }]
  ]
  test.each(unfit)('has only %s is told why that is not taken', async (_what, names, params) => {
    const listing = () => without(names.map((rfilename) => ({ rfilename, size: 1 })))
    const listed = await (await asking({ listing })).list()
    expect(() => wantedFiles(listed)).toThrow(
      expect.objectContaining({ code: 'hubNotAModel', params: expect.objectContaining(params) })
    )
  })

  const strange: [what: string, listing: unknown, problem: string][] = [
    ['a page', '<html>Sign in</html>', 'notAListing'],
    ['no commit', { siblings: [] }, 'notAListing'],
    ['a commit that climbs', { sha: '../../x', siblings: [] }, 'notAListing'],
    ['no sizes', without([{ rfilename: 'config.json' }]), 'noSizes'],
    ['a size below nothing', without([{ rfilename: 'config.json', size: -1 }]), 'notAListing'],
    ['a giant list', 'x'.repeat(9 * 2 ** 20), 'tooLong'],
    [
      'more files than there are',
      without(Array.from({ length: 20_001 }, (_, at) => ({ rfilename: `f${at}`, size: 1 }))),
      'tooLong'
    ]
  ]
  test.each(strange)('sends %s instead of a list is told as such', async (_what, sent, problem) => {
    const { list, hub } = await asking({ listing: () => sent })
    const params = { problem, host: hub.host }
    await expect(list()).rejects.toMatchObject({ code: 'hubMalformed', params })
  })

  test('sends on in a circle is not followed for ever', async () => {
    const { weights, hub } = await asking({
      location: (name) => `/lethe/starter/resolve/${hubCommit}/${name}`
    })
    const params = { problem: 'redirects' }
    await expect(weights()).rejects.toMatchObject({ code: 'hubMalformed', params })
    expect(hub.hub.requests.length).toBe(1 + 6) // the list, then five further hops
  })

  test.each(['file:///etc/passwd', 'ftp://host/x', 'http://me:pass@host/x', 'http://['])(
    'sends on to %s is not followed',
    async (location) => {
      const { weights } = await asking({ location: () => location })
      const params = { problem: 'redirects' }
      await expect(weights()).rejects.toMatchObject({ code: 'hubMalformed', params })
    }
  )

  test('lets another host make the list is not believed', async () => {
    const other = await localServer((_request, response) => response.end('{}'))
    const hub = await localServer((_request, response) => {
      response.writeHead(302, { location: other.url.href }).end()
    })
    const requests = new HubRequests(gate, { endpoint: hub.url.origin, token: 'hf_secret' })
    await expect(requests.list('a/b')).rejects.toMatchObject({ code: 'hubMalformed' })
    expect(other.requests).toEqual([])
  })

  test('has it under a new name is followed, and the new name is kept', async () => {
    const siblings = [{ rfilename: 'config.json', size: 1, blobId: 'a'.repeat(40) }]
    const hub = await localServer((request, response) => {
      if (request.url?.includes('/old/')) {
        response.writeHead(307, { location: '/api/models/new/name/revision/main' }).end()
      } else response.end(JSON.stringify({ id: 'new/name', sha: hubCommit, siblings }))
    })
    const requests = new HubRequests(gate, { endpoint: hub.url.origin, token: 'hf_secret' })
    const listing = await requests.list('old/name')
    expect([listing.name, listing.commit]).toEqual(['new/name', hubCommit])
    expect(hub.requests.map(({ headers }) => headers.authorization)).toEqual(
      Array(2).fill('Bearer hf_secret')
    )
  })

  test('is not there, or silent, is told so', async () => {
    const { list, hub } = await asking()
    await hub.close()
    const gone = { code: 'hubUnreachable', params: { problem: 'refused' } }
    await expect(list()).rejects.toMatchObject(gone)
    const silent = await localServer(() => {})
    const requests = new HubRequests(gate, { endpoint: silent.url.origin }, 100)
    const params = { problem: 'silent', host: silent.url.host }
    await expect(requests.list('a/b')).rejects.toMatchObject({ code: 'hubUnreachable', params })
  })

  const addresses = [
    'https://me:secret@hub.example',
    'ftp://hub.example',
    'hub',
    'https://h/?secret'
  ]
  test.each(addresses)('lies at %s is refused, without its password', async (endpoint) => {
    const address = expect.not.stringMatching('secret')
    await expect(new HubRequests(gate, { endpoint }).list('a/b')).rejects.toMatchObject({
      ...{ code: 'hubAddressRefused', params: { address } }
    })
    expect(hubPlace({ endpoint }).host).not.toContain('secret')
  })

  test('gets no token that a header cannot hold, and an error does not repeat it', async () => {
    const { hub } = await asking()
    const requests = new HubRequests(gate, { endpoint: hub.url, token: 'two words' })
    const error = await requests.list('lethe/starter').catch((it: unknown) => it)
    expect(error).toMatchObject({
      code: 'invalidInput',
      params: { field: 'value', name: 'HF_TOKEN' }
    })
    expect(String(error)).not.toContain('two words')
    expect(hub.hub.requests).toEqual([])
  })
})
