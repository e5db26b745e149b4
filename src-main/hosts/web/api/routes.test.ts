// What the API refuses, how it queues, and what it says when something breaks while it answers.
import { mkdtempSync, rmSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { apiErrorSchema, openedApi, type OpenedApi } from '../../../testing/openedApi'
import { resourcesWithStarter } from '../../../testing/openedApplication'
import { scriptedEngines } from '../../../testing/scriptedEngines'

const mostWaiting = 3
const folder = mkdtempSync(join(tmpdir(), 'lethe-api-resources-'))
let api: OpenedApi
beforeAll(async () => {
  const spawnEngine = await scriptedEngines()
  const resourcesFolder = resourcesWithStarter(folder)
  api = await openedApi({ spawnEngine, resourcesFolder }, { mostWaiting, keepAliveMs: 50 })
})
afterAll(async () => {
  await api.close()
  rmSync(folder, { recursive: true, force: true })
})

const keyed = (): Record<string, string> => ({ authorization: `Bearer ${api.token}` })
const json = { 'content-type': 'application/json' }

function post(path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const headers = { ...keyed(), ...json }
  return fetch(api.baseURL + path, {
    method: 'POST',
    headers,
    body: text,
    ...(signal && { signal })
  })
}

/** A completion whose prompt tells the scripted engine what to play. */
const play = (prompt: string, stream = false) => ({ model: 'starter', prompt, stream })
const complete = (prompt: string, stream = false, signal?: AbortSignal): Promise<Response> =>
  post('/completions', play(prompt, stream), signal)

async function errorOf(response: Response) {
  expect(response.headers.get('content-type')).toMatch('application/json')
  const { error } = apiErrorSchema.parse(await response.json())
  return { status: response.status, ...error }
}

/** The events of a stream, without their "data: ". */
const eventsOf = (stream: string): string[] =>
  stream.split('\n\n').flatMap((it) => (it.startsWith('data: ') ? [it.slice(6)] : []))

async function answerOf(response: Response): Promise<string> {
  return chunkSchema.parse(await response.json()).choices[0].text
}

const chunkSchema = z.object({ choices: z.tuple([z.object({ text: z.string() })]) })
const streamedText = (stream: string): string =>
  eventsOf(stream)
    .filter((event) => event !== '[DONE]')
    .map((event) => chunkSchema.parse(JSON.parse(event)).choices[0].text)
    .join('')

const hello = [{ role: 'user', content: 'count 1' }]
const chat = (more: object = {}): object => ({ model: 'starter', messages: hello, ...more })
const say = (message: unknown): object => chat({ messages: [message] })

describe('a malformed request', () => {
  const chats: [name: string, body: unknown, status: number, param: string | null, code: string][] =
    [
      ['no JSON', '{"model":', 400, null, 'invalid_json'],
      ['nothing', '', 400, null, 'invalid_json'],
      ['a list', [], 400, null, 'invalid_value'],
      ['no model', { messages: hello }, 400, 'model', 'invalid_value'],
      ['another model', chat({ model: 'gpt-4' }), 404, 'model', 'model_not_found'],
      ['no messages', { model: 'starter' }, 400, 'messages', 'invalid_value'],
      ['empty messages', chat({ messages: [] }), 400, 'messages', 'invalid_value'],
      ['an empty message', say({ role: 'user', content: '' }), 400, 'messages', 'prompt_empty'],
      ['no role', say({ content: 'a' }), 400, 'messages[0].role', 'invalid_value'],
      ['a tool', say({ role: 'tool', content: 'a' }), 400, 'messages[0].role', 'invalid_value'],
      ['no content', say({ role: 'user' }), 400, 'messages[0].content', 'invalid_value'],
      [
        'an image',
        say({ role: 'user', content: [{ type: 'text', text: 'a' }, { type: 'image_url' }] }),
        400,
        'messages[0].content[1].type',
        'invalid_value'
      ],
      [
        'a name',
        say({ role: 'user', content: 'a', name: 'Ana' }),
        400,
        'messages[0].name',
        'unsupported_parameter'
      ],
      [
        'something in a message',
        say({ role: 'user', content: 'a', extra: 1 }),
        400,
        'messages[0].extra',
        'unknown_parameter'
      ],
      ['something else', chat({ other: 1 }), 400, 'other', 'unknown_parameter'],
      ['n', chat({ n: 2 }), 400, 'n', 'unsupported_parameter'],
      ['tools', chat({ tools: [{ type: 'function' }] }), 400, 'tools', 'unsupported_parameter'],
      ['functions', chat({ functions: [{}] }), 400, 'functions', 'unsupported_parameter'],
      ['bias', chat({ logit_bias: { 5: 1 } }), 400, 'logit_bias', 'unsupported_parameter'],
      [
        'a format',
        chat({ response_format: { type: 'json_object' } }),
        400,
        'response_format',
        'unsupported_parameter'
      ],
      [
        'a penalty',
        chat({ presence_penalty: 1 }),
        400,
        'presence_penalty',
        'unsupported_parameter'
      ],
      ['audio', chat({ modalities: ['audio'] }), 400, 'modalities', 'unsupported_parameter'],
      ['heat', chat({ temperature: 2.1 }), 400, 'temperature', 'invalid_value'],
      ['cold', chat({ temperature: -1 }), 400, 'temperature', 'invalid_value'],
      ['words for heat', chat({ temperature: '1' }), 400, 'temperature', 'invalid_value'],
      ['a seed', chat({ seed: 1.5 }), 400, 'seed', 'invalid_value'],
      ['a large seed', chat({ seed: 2 ** 32 }), 400, 'seed', 'invalid_value'],
      ['no tokens', chat({ max_tokens: 0 }), 400, 'max_tokens', 'invalid_value'],
      [
        'two limits',
        chat({ max_tokens: 1, max_completion_tokens: 2 }),
        400,
        'max_completion_tokens',
        'invalid_value'
      ],
      ['five stops', chat({ stop: ['a', 'b', 'c', 'd', 'e'] }), 400, 'stop', 'invalid_value'],
      ['an empty stop', chat({ stop: '' }), 400, 'stop', 'invalid_value'],
      ['an empty stop among others', chat({ stop: ['a', ''] }), 400, 'stop[1]', 'invalid_value'],
      ['rivals alone', chat({ top_logprobs: 2 }), 400, 'top_logprobs', 'invalid_value'],
      [
        'many rivals',
        chat({ logprobs: true, top_logprobs: 21 }),
        400,
        'top_logprobs',
        'invalid_value'
      ],
      [
        'options of no stream',
        chat({ stream_options: { include_usage: true } }),
        400,
        'stream_options',
        'invalid_value'
      ]
    ]
  test.each(chats)('%s', async (_name, body, status, param, code) => {
    expect(await errorOf(await post('/chat/completions', body))).toMatchObject({
      ...{ status, param, code, type: 'invalid_request_error' }
    })
  })

  const completions: [name: string, more: object, param: string, code: string][] = [
    ['no prompt', { prompt: undefined }, 'prompt', 'invalid_value'],
    ['an empty prompt', { prompt: '' }, 'prompt', 'invalid_value'],
    ['two prompts', { prompt: ['a', 'b'] }, 'prompt', 'invalid_value'],
    ['no ids', { prompt: [] }, 'prompt', 'invalid_value'],
    ['ids below zero', { prompt: [-1] }, 'prompt[0]', 'invalid_value'],
    ['echo', { echo: true }, 'echo', 'unsupported_parameter'],
    ['a suffix', { suffix: 'z' }, 'suffix', 'unsupported_parameter'],
    ['the best', { best_of: 2 }, 'best_of', 'unsupported_parameter'],
    ['six rivals', { logprobs: 6 }, 'logprobs', 'invalid_value'],
    ['messages', { messages: hello }, 'messages', 'unknown_parameter']
  ]
  test.each(completions)('of a completion: %s', async (_name, more, param, code) => {
    const body = { ...play('count 1'), ...more }
    const status = 400
    expect(await errorOf(await post('/completions', body))).toMatchObject({ status, param, code })
  })

  test('what asks for nothing is not refused', async () => {
    const nothing = {
      ...{
        n: 1,
        tools: [],
        tool_choice: 'none',
        logit_bias: {},
        response_format: { type: 'text' }
      },
      ...{ stop: null, seed: null, user: 'me', metadata: { a: 'b' }, store: false, top_p: null },
      ...{
        frequency_penalty: 0,
        stream: false,
        logprobs: false,
        max_tokens: 5,
        stream_options: null
      }
    }
    const turns = [
      { role: 'developer', content: 'Be brief.' },
      { role: 'user', content: [{ type: 'text', text: 'a' }] },
      { role: 'assistant', content: 'b', refusal: null, annotations: [] },
      { role: 'user', content: 'echo' }
    ]
    const response = await post('/chat/completions', chat({ ...nothing, messages: turns }))
    const schema = z.object({
      choices: z.tuple([z.object({ message: z.object({ content: z.string() }) })])
    })
    const { content } = schema.parse(await response.json()).choices[0].message
    expect(JSON.parse(content)).toEqual({
      type: 'chat',
      turns: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'a' },
        { role: 'assistant', content: 'b' },
        { role: 'user', content: 'echo' }
      ]
    })
  })

  test('that is too large, of another kind, or for another address', async () => {
    const large = `{"model":"${'x'.repeat(33 * 2 ** 20)}"}`
    expect((await errorOf(await post('/completions', large))).status).toBe(413)
    const form = await fetch(`${api.baseURL}/completions`, {
      method: 'POST',
      headers: { ...keyed(), 'content-type': 'application/x-www-form-urlencoded' },
      body: 'model=starter'
    })
    expect(await errorOf(form)).toMatchObject({ status: 400, code: 'invalid_content_type' })
    for (const path of ['', '/', '/chat', '/embeddings', '/models/%zz', '/models/../models']) {
      const response = await fetch(api.baseURL + path, { headers: keyed() })
      if (path === '/models/../models')
        expect(response.status).toBe(200) // fetch resolves it
      else expect((await errorOf(response)).status, path).toBe(404)
    }
    const get = await fetch(`${api.baseURL}/completions`, { headers: keyed() })
    expect((await errorOf(get)).code).toBe('unknown_url')
  })
})

describe('who may ask', () => {
  /** Any header may be set, the Host too. */
  function get(headers: Record<string, string>, path = '/v1/models'): Promise<Response> {
    const { hostname, port } = new URL(api.baseURL)
    return new Promise((resolve, reject) => {
      const sent = httpRequest({ hostname, port, path, headers })
      sent.once('error', reject).once('response', (response) => {
        const type = response.headers['content-type'] ?? ''
        const { statusCode: status = 0 } = response
        const cors = response.headers['access-control-allow-origin']
        expect(cors).toBeUndefined()
        textOf(response).then(
          (text) => resolve(new Response(text, { status, headers: { 'content-type': type } })),
          reject
        )
      })
      sent.end()
    })
  }

  test('who shows the token, on this machine, under its own name', async () => {
    const { host, port, origin } = new URL(api.baseURL)
    const cookie = { cookie: `lethe-${port}=${api.token}` }
    expect((await get(keyed())).status).toBe(200)
    expect((await get({ ...keyed(), origin })).status).toBe(200)
    const refused: [Record<string, string>, number, string?][] = [
      [{}, 401],
      [{ authorization: 'Bearer wrong' }, 401],
      [{ authorization: api.token }, 401],
      [cookie, 401], // a page's cookie is no key
      [{}, 401, `/v1/models?token=${api.token}`],
      [cookie, 401, '/%76%31/models'],
      [{ ...keyed(), host: `example.com:${port}` }, 403],
      [{ ...keyed(), host, origin: 'http://example.com' }, 403],
      [{ ...keyed(), origin: 'null' }, 403],
      [{ ...keyed(), 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }, 403]
    ]
    for (const [headers, status, path] of refused) {
      const error = await errorOf(await get(headers, path))
      expect(error.status, JSON.stringify(headers)).toBe(status)
      expect(error.type).toBe(status === 401 ? 'authentication_error' : 'permission_error')
    }
  })
})

describe('requests for one model', () => {
  test('are served in order; beyond the limit they are refused by name', async () => {
    const stop = new AbortController()
    const running = await complete('forever', true, stop.signal)
    const order: number[] = []
    const waiting: Promise<string>[] = []
    for (const index of [0, 1, 2]) {
      // A stream that waits opens before its turn: then its place in the line is sure.
      const response = await complete(`count ${5 - index}`, true)
      waiting.push(response.text().finally(() => order.push(index)))
    }
    const error = await errorOf(await complete('count 1'))
    expect(error).toMatchObject({ status: 429, type: 'rate_limit_error' })
    expect(error.message).toContain(String(mostWaiting))
    stop.abort()
    await expect(running.text()).rejects.toThrow(/abort/i)
    const texts = (await Promise.all(waiting)).map(streamedText)
    expect(texts).toEqual(['0 1 2 3 4 ', '0 1 2 3 ', '0 1 2 '])
    expect(order).toEqual([0, 1, 2])
    expect(await answerOf(await complete('count 1'))).toBe('0 ')
  })

  test('one that is given up while it waits leaves the line', async () => {
    const stop = new AbortController()
    const running = await complete('forever', true, stop.signal)
    const leave = new AbortController()
    const left = complete('count 9', false, leave.signal)
    const stays = complete('count 2')
    leave.abort()
    await expect(left).rejects.toThrow(/abort/i)
    stop.abort()
    await expect(running.text()).rejects.toThrow(/abort/i)
    expect(await answerOf(await stays)).toBe('0 1 ')
  })

  test('one that waits long is kept alive, and what fails then is told in the stream', async () => {
    const stop = new AbortController()
    const running = await complete('forever', true, stop.signal)
    const waiting = await complete('fail promptEmpty', true)
    expect(waiting.status).toBe(200) // the stream has opened without an answer
    stop.abort()
    const text = await waiting.text()
    await expect(running.text()).rejects.toThrow(/abort/i)
    expect(text).toMatch(/^(: waiting\n\n)+data: /)
    const [last] = eventsOf(text).slice(-1)
    expect(apiErrorSchema.parse(JSON.parse(last!)).error.code).toBe('prompt_empty')
  })
})

describe('when something breaks', () => {
  test('before the first word, the status says so', async () => {
    const error = await errorOf(await complete('nonsense'))
    expect(error).toMatchObject({ status: 500, type: 'server_error' })
  })

  test('after it, the stream ends with the error and is not done', async () => {
    const events = eventsOf(await (await complete('die 2', true)).text())
    expect(events).not.toContain('[DONE]')
    expect(apiErrorSchema.parse(JSON.parse(events.at(-1)!)).error.code).toBe('engine_lost')
    const whole = await errorOf(await complete('die 2'))
    expect(whole).toMatchObject({ status: 503, code: 'engine_lost' })
    expect(await answerOf(await complete('count 1'))).toBe('0 ')
  })

  test('a stream that ends well is done', async () => {
    const events = eventsOf(await (await complete('count 2', true)).text())
    expect(events.at(-1)).toBe('[DONE]')
  })
})
