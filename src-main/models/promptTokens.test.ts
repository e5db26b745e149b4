// From what was asked to ids: templates, plain continuation, and every refusal, quick for any length.
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { LetheError } from '../base/errors'
import type { ChatMessage } from '../text/chatTemplate'
import type { Tokenizer } from '../text/tokenizer'
import { openTokenizer } from '../text/tokenizer'
import { goldensFolder } from '../testing/goldens'
import type { ModelText } from './modelFolder'
import { answerTokens, promptTokens, textTokens, type ModelPrompt } from './promptTokens'

let tokenizer: Tokenizer
beforeAll(async () => {
  const opened = await openTokenizer(join(goldensFolder, 'tokenizers/metaspace.json'))
  if (!opened) throw new Error('The golden tokenizer is not there.')
  tokenizer = opened
})

const model = { name: 'Tiny', contextLength: 32, vocabularySize: 600 }
const textOf = (chatTemplate?: string, known: Tokenizer | null = tokenizer): ModelText => ({
  tokenizer: known,
  config: { raw: {}, chatTemplates: [], ...(chatTemplate !== undefined && { chatTemplate }) },
  eosIds: []
})
const chat = (...turns: ChatMessage[]): ModelPrompt => ({ type: 'chat', turns })
const user = (content: string): ChatMessage => ({ role: 'user', content })
const assistant = (content: string): ChatMessage => ({ role: 'assistant', content })
const system = (content: string): ChatMessage => ({ role: 'system', content })

function refusal(run: () => unknown): Pick<LetheError, 'code' | 'params'> {
  try {
    run()
  } catch (error) {
    if (error instanceof LetheError) return { code: error.code, params: error.params }
    throw error
  }
  throw new Error('It was not refused.')
}

describe('a base model continues:', () => {
  const read = (...turns: ChatMessage[]) => promptTokens(chat(...turns), textOf(), model)

  test('the question alone', () => {
    const { ids, templateNote } = read(user('the old river'))
    expect(ids).toEqual(tokenizer.encode('the old river'))
    expect(templateNote).toBe('plain')
  })

  test('its own words directly, the next question on a new line, no system prompt', () => {
    const { ids } = read(system('Be brief.'), user('the old'), assistant(' river'), user('and'))
    expect(ids).toEqual(tokenizer.encode('the old river\nand'))
  })
})

describe('a chat template', () => {
  const template =
    "{% for m in messages %}{{ m.role[0] + ':' + m.content + '</s>' }}{% endfor %}" +
    "{% if add_generation_prompt %}{{ 'a:' }}{% endif %}"

  test('writes the prompt; its special tokens are read as such and none are added', () => {
    const { ids, templateNote } = promptTokens(chat(user('the old')), textOf(template), model)
    const options = { addSpecialTokens: false, parseSpecialTokens: true }
    expect(ids).toEqual(tokenizer.encode('u:the old</s>a:', options))
    expect(ids).toContain(tokenizer.idOf('</s>'))
    expect(templateNote).toBe('none')
  })

  test('without a place for a system prompt gets it before the first question, and it is said', () => {
    const narrow =
      "{% for m in messages %}{% if m.role == 'system' %}{{ raise_exception('no system') }}" +
      "{% endif %}{{ m.content + '</s>' }}{% endfor %}"
    const prompt = chat(system('be brief'), user('the old'))
    const { ids, templateNote } = promptTokens(prompt, textOf(narrow), model)
    expect(templateNote).toBe('systemFolded')
    const text = tokenizer.decode(ids)
    expect(text.indexOf('be brief')).toBeGreaterThanOrEqual(0)
    expect(text.indexOf('the old')).toBeGreaterThan(text.indexOf('be brief'))
  })

  test('that refuses says so in its own words', () => {
    const refusing = "{{ raise_exception('roles must alternate') }}"
    const failed = refusal(() => promptTokens(chat(user('x')), textOf(refusing), model))
    expect(failed.code).toBe('chatTemplateFailed')
    expect(failed.params['reason']).toEqual({
      ...{ code: 'said', by: 'template', text: 'roles must alternate' }
    })
  })
})

describe('refused:', () => {
  test('a prompt that leaves no room for one token of the answer', () => {
    const ids = (count: number): ModelPrompt => ({ type: 'ids', ids: Array(count).fill(5) })
    expect(promptTokens(ids(31), textOf(), model).ids).toHaveLength(31)
    expect(refusal(() => promptTokens(ids(32), textOf(), model))).toEqual({
      code: 'promptTooLong',
      params: { tokens: 32, limit: 31 }
    })
  })

  test.each<[string, ModelPrompt]>([
    ['text', { type: 'text', text: 'word '.repeat(400) }],
    ['a question', chat(user('word '.repeat(400)))],
    ['a conversation', chat(...Array.from({ length: 60 }, () => user('word word')))]
  ])('%s past the context, with both numbers', (_title, prompt) => {
    const { code, params } = refusal(() => promptTokens(prompt, textOf(), model))
    expect(code).toBe('promptTooLong')
    expect(params).toMatchObject({ limit: 31 })
    expect(params['tokens']).toBeGreaterThan(31)
  })

  test('ids outside the vocabulary, none at all, and text without a tokenizer', () => {
    const ids = { type: 'ids', ids: [0, 599, 600] } as const
    expect(refusal(() => promptTokens(ids, textOf(), model))).toEqual({
      code: 'tokenOutOfRange',
      params: { id: 600, limit: 600 }
    })
    expect(refusal(() => promptTokens({ type: 'ids', ids: [] }, textOf(), model)).code).toBe(
      'promptEmpty'
    )
    const withoutText = textOf(undefined, null)
    for (const prompt of [chat(user('x')), { type: 'text', text: 'x' } as const])
      expect(refusal(() => promptTokens(prompt, withoutText, model))).toEqual({
        code: 'noTokenizer',
        params: { model: 'Tiny' }
      })
    expect(promptTokens({ type: 'ids', ids: [1] }, withoutText, model).ids).toEqual([1])
  })

  test('ten megabytes, before anything is tokenized', () => {
    const huge = 'word '.repeat(2_000_000)
    const template = '{% for m in messages %}{{ m.content }}{% endfor %}'
    const startedMs = performance.now()
    const refusals = [
      refusal(() => promptTokens({ type: 'text', text: huge }, textOf(), model)),
      refusal(() => promptTokens(chat(user(huge)), textOf(), model)),
      refusal(() => promptTokens(chat(user('x'), user(huge)), textOf(template), model)),
      refusal(() => textTokens(huge, tokenizer, 32))
    ]
    expect(performance.now() - startedMs).toBeLessThan(500)
    for (const { code, params } of refusals) {
      expect(code).toBe('promptTooLarge')
      expect(params['sizeBytes']).toBeGreaterThanOrEqual(10_000_000)
    }
  })
})

describe('an answer to be scored', () => {
  const template =
    "{% for m in messages %}{{ m.role[0] + ':' + m.content + '</s>' }}{% endfor %}" +
    "{% if add_generation_prompt %}{{ 'a:' }}{% endif %}"

  test('stands behind what is read when one asks', () => {
    const turns = [system('Be brief.'), user('the old river')]
    const { ids, answerIds } = answerTokens(turns, 'is long', textOf(template), model)
    expect(ids).toEqual(promptTokens(chat(...turns), textOf(template), model).ids)
    expect(tokenizer.decode(answerIds)).toBe('is long')
  })

  test('follows the question after one space where there is no template', () => {
    const read = (question: string) => answerTokens([user(question)], 'is long', textOf(), model)
    for (const question of ['the old river', 'the old river ', 'the old river\n']) {
      const { ids, answerIds } = read(question)
      const space = /\s$/.test(question) ? '' : ' '
      expect([...ids, ...answerIds]).toEqual(tokenizer.encode(`${question}${space}is long`))
      expect(tokenizer.decode(answerIds).trim()).toBe('is long')
    }
  })

  test('is refused when it is huge, or there is no tokenizer', () => {
    const huge = refusal(() => answerTokens([user('a')], 'x'.repeat(9000), textOf(), model))
    expect(huge.code).toBe('promptTooLarge')
    const mute = refusal(() => answerTokens([user('a')], 'b', textOf(undefined, null), model))
    expect(mute.code).toBe('noTokenizer')
  })
})
