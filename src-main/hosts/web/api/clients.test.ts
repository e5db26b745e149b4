// The API on the starter model with a real engine: clients of its ecosystem, and requests of any form.
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { generateText, streamText } from 'ai'
import fc from 'fast-check'
import OpenAI from 'openai'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildEntry } from '../../../testing/buildEntry'
import { apiErrorSchema, openedApi, type OpenedApi } from '../../../testing/openedApi'
import { enginesOf } from '../../../testing/scriptedEngines'

const model = 'Starter'
const question = 'What is a language model?'
const messages = [{ role: 'user' as const, content: question }]

let api: OpenedApi
let openai: OpenAI
beforeAll(async () => {
  const worker = await buildEntry(new URL('../../../engine/worker.ts', import.meta.url))
  const resourcesFolder = resolve(import.meta.dirname, '../../../../resources')
  api = await openedApi({ spawnEngine: enginesOf(fileURLToPath(worker)), resourcesFolder })
  openai = new OpenAI({ baseURL: api.baseURL, apiKey: api.token, maxRetries: 0 })
})
afterAll(() => api.close())

/** What `lethe generate` and the window get from the same model. */
async function generated(text: string, options: { seed?: number; raw?: boolean; most?: number }) {
  const { seed, raw = false, most = 64 } = options
  const off = { topK: 0, topP: 1, minP: 0, repetitionPenalty: 1, maxTokens: most }
  const sampling = { ...off, temperature: seed === undefined ? 0 : 1, seed: seed ?? null }
  const prompt = { type: 'text', text, raw } as const
  const input = { model, prompt, sampling, logprobs: 3 }
  for await (const event of await api.client.inference.generate(input)) {
    if (event.type === 'done') return event.result
  }
  throw new Error('no result')
}

describe('the openai client', () => {
  test('lists models and finds one', async () => {
    const { data } = await openai.models.list()
    expect(data.map(({ id, object }) => [id, object])).toEqual([['Starter', 'model']])
    expect(await openai.models.retrieve('starter')).toEqual(data[0])
    await expect(openai.models.retrieve('other')).rejects.toMatchObject({
      status: 404,
      code: 'model_not_found',
      param: 'model'
    })
  })

  test('gets the answer that the command line gets, whole and in chunks', async () => {
    const direct = await generated(question, {})
    const asked = { model, messages, temperature: 0, max_tokens: 64 }
    const whole = await openai.chat.completions.create(asked)
    expect(whole.choices[0]?.message.content).toBe(direct.text)
    expect(whole.choices[0]?.finish_reason).toBe('stop')
    expect(whole.usage).toEqual({
      prompt_tokens: direct.promptTokens,
      completion_tokens: direct.ids.length,
      total_tokens: direct.promptTokens + direct.ids.length
    })
    const options = { stream: true, stream_options: { include_usage: true } } as const
    const chunks = []
    for await (const chunk of await openai.chat.completions.create({ ...asked, ...options })) {
      chunks.push(chunk)
    }
    const text = chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')
    expect(text).toBe(direct.text)
    expect(new Set(chunks.map(({ id }) => id)).size).toBe(1)
    expect(chunks[0]?.choices[0]?.delta.role).toBe('assistant')
    expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe('stop')
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: whole.usage })
    expect(chunks.at(-1)?.system_fingerprint).toBe(whole.system_fingerprint)
    expect(chunks.slice(0, -1).every(({ usage }) => usage === null)).toBe(true)
  })

  test('gets the same completion for the same seed, and others for others', async () => {
    const prompt = 'The sky is'
    const complete = async (seed: number, stream: boolean) => {
      const asked = { model, prompt, seed, max_tokens: 24, temperature: 1 }
      if (!stream) return (await openai.completions.create(asked)).choices[0]?.text
      let text = ''
      for await (const { choices } of await openai.completions.create({ ...asked, stream })) {
        text += choices[0]?.text ?? ''
      }
      return text
    }
    const direct = await generated(prompt, { seed: 7, raw: true, most: 24 })
    expect(await complete(7, false)).toBe(direct.text)
    expect(await complete(7, true)).toBe(direct.text)
    const others = await Promise.all([8, 9, 10].map((seed) => complete(seed, false)))
    expect(new Set([direct.text, ...others]).size).toBeGreaterThan(1)
  })

  test('takes a prompt as ids, adds nothing to it, and ends at its limit', async () => {
    const { ids } = await api.client.inference.tokenize({ model, text: 'The sky' })
    const answer = await openai.completions.create({ model, prompt: ids, max_tokens: 3 })
    expect(answer.choices[0]?.finish_reason).toBe('length')
    expect(answer.usage).toMatchObject({ prompt_tokens: ids.length, completion_tokens: 3 })
    const usual = await openai.completions.create({ model, prompt: 'The sky', temperature: 0 })
    expect(usual.usage?.completion_tokens).toBeLessThanOrEqual(16)
  })

  test('gets log-probabilities that belong to the text', async () => {
    const direct = await generated(question, {})
    const asked = { model, messages, temperature: 0, logprobs: true, top_logprobs: 3 }
    const whole = await openai.chat.completions.create(asked)
    const content = whole.choices[0]?.logprobs?.content ?? []
    expect(content.map(({ token }) => token).join('')).toBe(direct.text)
    expect(content.map(({ logprob }) => logprob)).toEqual(
      direct.logprobs?.map(({ logprob }) => logprob)
    )
    for (const { token, logprob, bytes, top_logprobs } of content) {
      expect(Buffer.from(bytes ?? []).toString()).toBe(token)
      expect(top_logprobs).toHaveLength(3)
      expect(top_logprobs[0]).toEqual({ token, logprob, bytes }) // the likeliest was taken
    }
    const streamed = []
    for await (const { choices } of await openai.chat.completions.create({
      ...asked,
      stream: true
    })) {
      const tokens = choices[0]?.logprobs?.content ?? []
      expect(tokens.map(({ token }) => token).join('')).toBe(choices[0]?.delta.content ?? '')
      streamed.push(...tokens)
    }
    expect(streamed).toEqual(content)

    const plain = await openai.chat.completions.create({ ...asked, top_logprobs: 0 })
    expect(plain.choices[0]?.logprobs?.content?.[0]?.top_logprobs).toEqual([])
    const none = await openai.chat.completions.create({ model, messages, max_tokens: 1 })
    expect(none.choices[0]?.logprobs).toBeNull()
  })

  test('gets log-probabilities of completions with their place in the text', async () => {
    const asked = { model, prompt: 'The sky', temperature: 0, logprobs: 2, max_tokens: 12 }
    const { text, logprobs } = (await openai.completions.create(asked)).choices[0]!
    const { tokens, text_offset, token_logprobs, top_logprobs } = logprobs!
    expect(tokens!.join('')).toBe(text)
    for (const [index, token] of tokens!.entries()) {
      expect(text.startsWith(token, text_offset![index])).toBe(true)
      expect(top_logprobs![index]![token]).toBe(token_logprobs![index])
      expect(Object.keys(top_logprobs![index]!)).toHaveLength(2)
    }
  })

  test('ends before a stop string, in the middle of words and across tokens', async () => {
    const { text, ids } = await generated(question, {})
    // From the middle of one word to the middle of the next but one.
    const start = text.indexOf(' ', 12) - 2
    const stop = text.slice(start, text.indexOf(' ', start + 4) + 2)
    expect(stop.length).toBeGreaterThan(5)
    const asked = { model, messages, temperature: 0, stop, logprobs: true }
    const whole = await openai.chat.completions.create(asked)
    expect(whole.choices[0]?.message.content).toBe(text.slice(0, text.indexOf(stop)))
    expect(whole.choices[0]?.finish_reason).toBe('stop')
    expect(whole.usage?.completion_tokens).toBeLessThan(ids.length)
    const streamed: string[] = []
    for await (const { choices } of await openai.chat.completions.create({
      ...asked,
      stop: ['never said', stop],
      stream: true
    })) {
      streamed.push(choices[0]?.delta.content ?? '')
    }
    expect(streamed.join('')).toBe(whole.choices[0]?.message.content)
    const told = (whole.choices[0]?.logprobs?.content ?? []).map(({ token }) => token).join('')
    expect(told.startsWith(whole.choices[0]?.message.content ?? '?')).toBe(true)
    expect(told).not.toContain(stop)
  })

  test('gives up, and the engine is free at once', async () => {
    // Nothing in particular, at length: its end is in the prompt, and what was said is avoided.
    const wild = { temperature: 2, repetition_penalty: 2, seed: 1 }
    const long = { model, prompt: [1, 37, 1], max_tokens: 400, ...wild }
    const timed = async (asked: typeof long) => {
      const startedMs = performance.now()
      const answer = await openai.completions.create(asked)
      return { tokens: answer.usage?.completion_tokens, tookMs: performance.now() - startedMs }
    }
    const whole = await timed(long)
    expect(whole.tokens).toBeGreaterThan(200)
    const stream = await openai.completions.create({ ...long, stream: true })
    let read = 0
    for await (const chunk of stream) {
      void chunk
      if (++read === 3) stream.controller.abort()
    }
    expect(read).toBeLessThan(20)
    // It does not wait for the hundreds of tokens that were given up.
    const next = await timed({ ...long, max_tokens: 1 })
    expect(next.tokens).toBe(1)
    expect(next.tookMs).toBeLessThan(whole.tookMs / 3)
  })

  test('hears what is wrong as its own errors', async () => {
    const wrong = new OpenAI({ baseURL: api.baseURL, apiKey: 'wrong', maxRetries: 0 })
    await expect(wrong.models.list()).rejects.toBeInstanceOf(OpenAI.AuthenticationError)
    const long = [{ role: 'user' as const, content: 'word '.repeat(2000) }]
    const asked = { model, messages: long, stream: true } as const
    await expect(openai.chat.completions.create(asked)).rejects.toMatchObject({
      status: 400,
      code: 'context_length_exceeded',
      param: 'messages'
    })
    await expect(
      openai.chat.completions.create({ model: 'Strater', messages })
    ).rejects.toBeInstanceOf(OpenAI.NotFoundError)
  })
})

describe('the AI SDK', () => {
  test('gets the same answers', async () => {
    const { chatModel } = createOpenAICompatible({
      name: 'lethe',
      baseURL: api.baseURL,
      apiKey: api.token,
      includeUsage: true
    })
    const direct = await generated(question, {})
    const asked = { prompt: question, temperature: 0, maxOutputTokens: 64, maxRetries: 0 }
    const whole = await generateText({ ...asked, model: chatModel(model) })
    expect([whole.text, whole.finishReason]).toEqual([direct.text, 'stop'])
    const streamed = streamText({ ...asked, model: chatModel(model) })
    let text = ''
    for await (const piece of streamed.textStream) text += piece
    expect(text).toBe(direct.text)
    expect(await streamed.usage).toMatchObject({
      inputTokens: direct.promptTokens,
      outputTokens: direct.ids.length
    })
    const seeded = { prompt: 'The sky is', seed: 7, temperature: 1, maxOutputTokens: 24 }
    const completed = await generateText({ ...seeded, model: chatModel(model), maxRetries: 0 })
    const again = await generateText({ ...seeded, model: chatModel(model), maxRetries: 0 })
    expect(completed.text).toBe(again.text)
  })
})

describe('requests of any form', () => {
  const paths = fc.constantFrom('/chat/completions', '/completions')
  const fields = fc.constantFrom(
    ...['model', 'messages', 'prompt', 'temperature', 'top_p', 'top_k', 'min_p', 'seed', 'stop'],
    ...['max_tokens', 'max_completion_tokens', 'stream', 'stream_options', 'logprobs', 'n'],
    ...['top_logprobs', 'tools', 'response_format', 'logit_bias', '__proto__', 'constructor']
  )
  const good = { model, prompt: 'The', max_tokens: 2 }
  const bodies = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .dictionary(fields, fc.oneof(fc.jsonValue(), fc.constant(model)))
      .map((body) => JSON.stringify(body)),
    // Near to what is right: one field of a good request is something else.
    fc
      .tuple(fields, fc.jsonValue())
      .map(([field, value]) => JSON.stringify({ ...good, [field]: value })),
    fc.jsonValue().map((content) => {
      return JSON.stringify({ model, max_tokens: 2, messages: [{ role: 'user', content }] })
    })
  )
  test('are answered, or refused in the shape of errors', async () => {
    const counts = { answered: 0, refused: 0 }
    const headers = {
      authorization: `Bearer ${api.token}`,
      'content-type': 'application/json'
    }
    await fc.assert(
      fc.asyncProperty(paths, bodies, async (path, body) => {
        const response = await fetch(api.baseURL + path, { method: 'POST', headers, body })
        const text = await response.text()
        if (response.ok) {
          counts.answered++
          return
        }
        counts.refused++
        expect(response.status).toBeGreaterThanOrEqual(400)
        expect(response.status).toBeLessThan(500)
        apiErrorSchema.parse(JSON.parse(text))
      }),
      { numRuns: 500 }
    )
    expect(counts.refused).toBeGreaterThan(300)
    expect((await openai.completions.create(good)).choices).toHaveLength(1)
  })
})
