import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { goldensFolder } from '../testing/goldens'
import type { ChatMessage } from '../text/chatTemplate'
import { openTokenizer, type Tokenizer } from '../text/tokenizer'
import { measureChat } from './measureChat'
import { promptTokens } from './promptTokens'

let tokenizer: Tokenizer
beforeAll(async () => {
  tokenizer = (await openTokenizer(join(goldensFolder, 'tokenizers/metaspace.json')))!
})

const template =
  "{% for m in messages %}{{ m.role[0] + ':' + m.content + '</s>' }}{% endfor %}" +
  "{% if add_generation_prompt %}{{ 'a:' }}{% endif %}"
const model = { name: 'Tiny', contextLength: 4096, vocabularySize: 600 }
const turns: ChatMessage[] = [
  { role: 'system', content: 'Be brief.' },
  ...Array.from({ length: 9 }, (_, i): ChatMessage[] => [
    { role: 'user', content: `the old river number ${i}` },
    { role: 'assistant', content: 'is long' }
  ]).flat(),
  { role: 'user', content: 'and the sea' }
]
const cuts = turns.flatMap(({ role }, at) => (role === 'user' && at > 1 ? [at] : []))

describe.each([
  ['with a template', template],
  ['that continues text', undefined]
])('a conversation of a model %s', (_name, chatTemplate) => {
  const text = () => ({
    ...{ tokenizer, eosIds: [] },
    config: { raw: {}, chatTemplates: [], ...(chatTemplate !== undefined && { chatTemplate }) }
  })
  const read = (from: ChatMessage[]) =>
    promptTokens({ type: 'chat', turns: from }, text(), model).ids.length
  const measured = (wanted: number) =>
    measureChat(text(), { name: 'Tiny', prompt: { turns }, message: 'and the sea', cuts, wanted })

  test('takes as many tokens as the model is given', () => {
    const { tokens, messageTokens } = measured(0)
    expect(tokens).toBe(read(turns))
    expect(messageTokens).toBe(tokenizer.encode('and the sea', { addSpecialTokens: false }).length)
  })

  test('is cut at the first question that leaves few enough, its system turn kept', () => {
    const counts = cuts.map((turn) => ({
      turn,
      tokens: read([turns[0]!, ...turns.slice(turn)])
    }))
    for (const wanted of [0, ...counts.map(({ tokens }) => tokens), 4000]) {
      const first = counts.find(({ tokens }) => tokens <= wanted) ?? counts.at(-1)
      expect(measured(wanted).cut).toEqual(first)
    }
  })

  test('that goes on with an answer counts its beginning', () => {
    const prompt = { turns, begun: { by: { ids: [5, 6, 7] }, next: null } }
    const { tokens } = measureChat(text(), {
      ...{ name: 'Tiny', prompt, message: '', cuts: [], wanted: 0 }
    })
    expect(tokens).toBe(promptTokens({ type: 'chat', ...prompt }, text(), model).ids.length)
  })
})
