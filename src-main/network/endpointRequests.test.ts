import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, test, vi } from 'vitest'
import { silentLog } from '../base/log'
import { defaultSampling } from '../contract/chat'
import { answerEnd, answerEvent, localServer, type LocalServer } from '../testing/localServer'
import { EndpointRequests, type EndpointAccess } from './endpointRequests'
import { NetworkGate } from './gate'

const gate = new NetworkGate({
  isOn: async () => true,
  records: { begin: async () => {}, end: async () => {} },
  log: silentLog()
})
const requests = new EndpointRequests(gate, { listSilenceMs: 300, answerSilenceMs: 300 })
const access = (server: LocalServer, more: Partial<EndpointAccess> = {}): EndpointAccess => ({
  ...{ baseUrl: server.url, key: '', takesMore: false, ...more }
})

const stream = { 'content-type': 'text/event-stream; charset=utf-8' }
type Answerer = (response: ServerResponse, request: IncomingMessage, body: string) => void
const serving = (answer: Answerer): Promise<LocalServer> =>
  localServer((request, response, body) => answer(response, request, body))

const sampling = { ...defaultSampling, seed: 7 }
const question = {
  model: 'big/model:7b',
  messages: [{ role: 'user' as const, content: 'Hello?' }],
  sampling
}
async function asked(
  server: LocalServer,
  more: Partial<EndpointAccess> = {},
  signal?: AbortSignal
) {
  let text = ''
  const onText = (piece: string): void => void (text += piece)
  const answer = requests.answer(access(server, more), question, { onText, signal })
  return { result: await answer, text }
}
const expectFailure = (
  server: LocalServer,
  expected: object,
  more: Partial<EndpointAccess> = {}
): Promise<void> => expect(asked(server, more)).rejects.toMatchObject(expected)

describe('an answer', () => {
  test('comes in pieces, wherever the bytes are cut, with what was asked for', async () => {
    let sent: unknown
    const server = await serving((response, _request, body) => {
      sent = JSON.parse(body)
      response.writeHead(200, stream)
      const whole = `: hello\n\n${answerEvent('São ')}${answerEvent('Paulo 😀')}${answerEnd('stop', { prompt_tokens: 4, completion_tokens: 3, total_tokens: 7 })}`
      const bytes = Buffer.from(whole.replaceAll('\n', '\r\n'))
      for (const byte of bytes) response.write(Buffer.from([byte]))
      response.end()
    })
    const { result, text } = await asked(server)
    expect(text).toBe('São Paulo 😀')
    expect(result).toMatchObject({
      ...{ text, end: 'finished' },
      figures: {
        ...{ usage: { promptTokens: 4, tokens: 3 }, seed: 7, ending: null },
        notUsed: ['topK', 'minP', 'repetitionPenalty'],
        perSecond: { unit: 'tokens' }
      }
    })
    expect(sent).toEqual({
      ...{ model: 'big/model:7b', messages: question.messages, stream: true, seed: 7 },
      ...{ stream_options: { include_usage: true }, temperature: 0.7, top_p: 0.95, max_tokens: 512 }
    })
    expect(server.requests[0]?.headers.authorization).toBeUndefined()
  })

  test('takes more where the endpoint was marked so, and the key where there is one', async () => {
    let sent: unknown
    const server = await serving((response, _request, body) => {
      sent = JSON.parse(body)
      response.writeHead(200, stream).end(answerEvent('yes') + answerEnd('length'))
    })
    const { result } = await asked(server, { key: 'sk-secret', takesMore: true })
    expect(sent).toMatchObject({ top_k: 40, min_p: 0.05, repetition_penalty: 1.1 })
    expect(result).toMatchObject({ end: 'length', figures: { usage: null, notUsed: [] } })
    expect(server.requests).toMatchObject([
      {
        method: 'POST',
        path: '/v1/chat/completions',
        headers: { authorization: 'Bearer sk-secret' }
      }
    ])
  })

  test('counts words where tokens are not told, and names another ending', async () => {
    const server = await serving((response) => {
      response.writeHead(200, stream)
      response.write(answerEvent('one two three '))
      setTimeout(() => response.end(answerEvent('four') + answerEnd('content_filter')), 50)
    })
    const { result } = await asked(server)
    expect(result.figures).toMatchObject({ perSecond: { unit: 'words' }, ending: 'content_filter' })
  })

  test('is over at its last event though the line stays open', async () => {
    const server = await serving((response) => {
      response.writeHead(200, stream).write(answerEvent('done') + answerEnd())
    })
    expect((await asked(server)).text).toBe('done')
    await vi.waitFor(async () => expect(await server.lines()).toBe(0))
  })

  test('that is stopped closes the line', async () => {
    const stop = new AbortController()
    const server = await serving((response) => {
      response.writeHead(200, stream).write(answerEvent('going on'))
      setTimeout(() => stop.abort(), 30)
    })
    await expect(asked(server, {}, stop.signal)).rejects.toMatchObject({ code: 'cancelled' })
    await vi.waitFor(async () => expect(await server.lines()).toBe(0))
  })
})

describe('a server that', () => {
  const json = { 'content-type': 'application/json' }
  const reason = { code: 'said', by: 'server', text: 'said … here' }
  const refusals: [status: number, code: string, params: object][] = [
    [401, 'remoteKeyRefused', { status: 401 }],
    [403, 'remoteKeyRefused', { status: 403 }],
    [404, 'remoteNotFound', { path: '/v1/chat/completions', reason }],
    [429, 'remoteBusy', {}],
    [500, 'remoteFailed', { status: 500, reason }],
    [503, 'remoteFailed', { status: 503, reason }]
  ]
  test.each(refusals)('answers %i is told as %s, without its key', async (status, code, params) => {
    const said = JSON.stringify({ error: { message: 'said sk-secret here', code: null } })
    const server = await serving((response) => response.writeHead(status, json).end(said))
    const { host } = server.url
    await expectFailure(server, { code, params: { host, ...params } }, { key: 'sk-secret' })
  })

  test('fails with a page, or in the middle, is told with few words', async () => {
    const page = await serving((response) => response.writeHead(502).end('<html>'.repeat(9999)))
    await expectFailure(page, { code: 'remoteFailed', params: { status: 502 } })
    const middle = await serving((response) => {
      const event = `data: ${JSON.stringify({ error: { message: 'out of memory' } })}\n\n`
      response.writeHead(200, stream).end(answerEvent('half ') + event)
    })
    await expectFailure(middle, {
      code: 'remoteFailed',
      params: { reason: { code: 'said', by: 'server', text: 'out of memory' } }
    })
  })

  const strange: [what: string, headers: object, body: string, problem: string][] = [
    ['a page', { 'content-type': 'text/html' }, '<p>Welcome</p>', 'contentType'],
    ['no type', {}, answerEvent('x') + answerEnd(), 'contentType'],
    ['an answer in one piece', json, '{"choices":[]}', 'contentType'],
    ['no JSON', stream, 'data: hello\n\n', 'notAnAnswer'],
    ['something else', stream, 'data: {"answer":"x"}\n\n', 'notAnAnswer'],
    ['a wrong type', stream, 'data: {"choices":[{"delta":{"content":5}}]}\n\n', 'notAnAnswer'],
    ['an endless line', stream, `data: ${'x'.repeat(3 * 2 ** 20)}`, 'tooLong'],
    ['an endless answer', stream, answerEvent('x'.repeat(900_000)).repeat(6), 'tooLong']
  ]
  test.each(strange)('sends %s is told as such', async (_what, headers, body, problem) => {
    const server = await serving((response) => response.writeHead(200, { ...headers }).end(body))
    await expectFailure(server, { code: 'remoteMalformed', params: { problem } })
    await vi.waitFor(async () => expect(await server.lines()).toBe(0))
  })

  test('closes before its end has not answered', async () => {
    const cut = await serving((response) => response.writeHead(200, stream).end(answerEvent('ha')))
    await expectFailure(cut, { code: 'remoteBroke' })
    const broken = await serving((response) => {
      response.writeHead(200, stream).write(answerEvent('ha'))
      setTimeout(() => response.destroy(), 20)
    })
    await expectFailure(broken, { code: 'remoteBroke' })
    const empty = await serving((response) => response.writeHead(200, stream).end())
    await expectFailure(empty, { code: 'remoteBroke' })
  })

  test('falls silent is not waited for', async () => {
    const server = await serving((response) => {
      response.writeHead(200, stream).write(answerEvent('well'))
    })
    await expectFailure(server, { code: 'remoteTimeout' })
  })

  test('sends to another host gets neither text nor key there', async () => {
    const other = await serving((response) => response.end())
    const server = await serving((response) => {
      response.writeHead(307, { location: `${other.url.href}/chat/completions` }).end()
    })
    await expectFailure(
      server,
      {
        code: 'remoteRedirected',
        params: { host: server.url.host, target: other.url.host }
      },
      { key: 'sk-secret' }
    )
    expect(other.requests).toEqual([])
  })

  test('sends to another of its own paths is followed, but not for ever', async () => {
    const server = await serving((response, request) => {
      if (request.url === '/v1/chat/completions') {
        response.writeHead(308, { location: '/v2/chat' }).end()
      } else response.writeHead(200, stream).end(answerEvent('there') + answerEnd())
    })
    expect((await asked(server, { key: 'k' })).text).toBe('there')
    expect(server.requests[1]).toMatchObject({
      path: '/v2/chat',
      headers: { authorization: 'Bearer k' }
    })
    const circle = await serving((response, request) => {
      response.writeHead(307, { location: request.url }).end()
    })
    await expectFailure(circle, { code: 'remoteRedirected' })
    expect(circle.requests).toHaveLength(4)
    // What turns a question into something else is no answer to it.
    const seeOther = await serving((response) => response.writeHead(303, { location: '/' }).end())
    await expectFailure(seeOther, { code: 'remoteRedirected' })
  })
})

describe('the list of models', () => {
  const listing = (server: LocalServer) => requests.listModels(access(server))
  test('is sorted, each once', async () => {
    const data = ['b', 'a', 'b'].map((id) => ({ id, object: 'model' }))
    const server = await serving((response) =>
      response.end(JSON.stringify({ object: 'list', data }))
    )
    expect(await listing(server)).toEqual(['a', 'b'])
    expect(server.requests).toMatchObject([{ method: 'GET', path: '/v1/models' }])
  })
  test.each(['{}', '[]', 'null', '<p>', '{"data":[{"id":""}]}', '{"data":[{"name":"x"}]}'])(
    '%s is none',
    async (body) => {
      const server = await serving((response) => response.end(body))
      await expect(listing(server)).rejects.toMatchObject({
        code: 'remoteMalformed',
        params: { problem: 'notAList' }
      })
    }
  )
  test('has an end', async () => {
    const server = await serving((response) => response.end('x'.repeat(5 * 2 ** 20)))
    await expect(listing(server)).rejects.toMatchObject({ params: { problem: 'tooLong' } })
  })
})
