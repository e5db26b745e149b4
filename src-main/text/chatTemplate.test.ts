import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { LetheError } from '../base/errors'
import { goldensFolder, readGolden } from '../testing/goldens'
import { describeWithSharedData } from '../testing/sharedData'
import { renderChat, type ChatMessage, type ChatTemplateOptions } from './chatTemplate'

const conversations = readGolden(
  'chatTemplates/conversations.json',
  z.array(z.array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })))
)
// null: the template refuses this conversation.
const expectedSchema = z.array(
  z.object({
    prompt: z.string().nullable(),
    noPrompt: z.string().nullable(),
    foldedPrompt: z.string().nullable()
  })
)
const options = {
  bosToken: '<s>',
  eosToken: '</s>',
  variables: { date_string: '26 Jul 2024' }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

function failure(work: () => unknown): LetheError {
  try {
    work()
  } catch (error) {
    expect(error).toBeInstanceOf(LetheError)
    return error as LetheError
  }
  throw new Error('nothing was thrown')
}

/**
 * @param takesSystem whether the template has a place for a system message
 * @returns how many renderings were compared
 */
function checkTemplate(
  template: string,
  expected: z.output<typeof expectedSchema>,
  takesSystem: boolean,
  shorten: (text: string) => string
): number {
  expect(expected.length).toBe(conversations.length)
  let renderings = 0
  for (const [index, messages] of conversations.entries()) {
    const render = (changes: Pick<ChatTemplateOptions, 'addGenerationPrompt'>) =>
      renderChat(template, messages, { ...options, ...changes })
    const system = messages.find(({ role }) => role === 'system')
    const isFolded = !takesSystem && system !== undefined && system.content.trim() !== ''
    const { prompt, noPrompt, foldedPrompt } = expected[index]!
    const wanted = isFolded ? foldedPrompt : prompt
    if (wanted === null) {
      const error = failure(() => render({ addGenerationPrompt: true }))
      expect(error.code).toBe('chatTemplateFailed')
      continue
    }
    const { text, systemFolded } = render({ addGenerationPrompt: true })
    expect({ text, digest: shorten(text) }).toEqual({ text, digest: wanted })
    expect(systemFolded).toBe(isFolded)
    renderings++
    if (isFolded || noPrompt === null) continue
    expect(shorten(render({ addGenerationPrompt: false }).text)).toBe(noPrompt)
    renderings++
  }
  return renderings
}

describe.each([
  ['turns', true],
  ['usersOnly', false]
])('%s', (name, takesSystem) => {
  test('renders as the reference does, or refuses where it does', () => {
    const template = readFileSync(join(goldensFolder, `chatTemplates/${name}.jinja`), 'utf8')
    const expected = readGolden(`chatTemplates/${name}.expected.json`, expectedSchema)
    const checked = checkTemplate(template, expected, takesSystem, (text) => text)
    expect(checked).toBeGreaterThan(conversations.length)
  })
})

const shared = readGolden(
  'chatTemplates/shared.expected.json',
  z.record(z.string(), expectedSchema)
)
for (const [name, expected] of Object.entries(shared)) {
  describeWithSharedData(name, [`tokenizers/chat-templates/${name}.jinja`], (path) => {
    test('renders as the reference does, or refuses where it does', () => {
      const takesSystem = !name.includes('gemma')
      const checked = checkTemplate(readFileSync(path, 'utf8'), expected, takesSystem, digest)
      expect(checked).toBeGreaterThan(conversations.length / 2)
    })
  })
}

describe('templates that do not work', () => {
  const messages: ChatMessage[] = [{ role: 'user', content: 'x' }]
  const render = (template: string, list = messages) =>
    renderChat(template, list, { addGenerationPrompt: true })

  test.each([
    ['{% if %}', 'Jinja that does not parse'],
    ['{{ messages[0].content', 'Jinja that does not end'],
    ['{{ messages | unheardOf }}', 'a filter that does not exist']
  ])('%s: %s', (template) => {
    const { code, params } = failure(() => render(template))
    expect(code).toBe('chatTemplateFailed')
    expect(params.reason).toMatchObject({
      ...{ code: 'said', by: 'template', text: expect.stringMatching(/.{4}/) }
    })
  })

  test("a refusal keeps the template's own words", () => {
    const template = "{{ raise_exception('Only questions, please.') }}"
    const reason = { code: 'said', by: 'template', text: 'Only questions, please.' }
    expect(failure(() => render(template)).params.reason).toEqual(reason)
    const withSystem: ChatMessage[] = [{ role: 'system', content: 'y' }, ...messages]
    expect(failure(() => render(template, withSystem)).params.reason).toEqual(reason)
  })

  test('a system message with no question after it becomes the question', () => {
    const template = "{% for m in messages if m.role == 'user' %}[{{ m.content }}]{% endfor %}"
    const list: ChatMessage[] = [{ role: 'system', content: 'Say hello.' }]
    expect(render(template, list)).toEqual({ text: '[Say hello.]', systemFolded: true })
  })

  test('a template that only changes the system text still takes it', () => {
    const template = '{% for m in messages %}{{ m.role }}: {{ m.content | upper }};{% endfor %}'
    const list: ChatMessage[] = [{ role: 'system', content: 'be kind' }, ...messages]
    expect(render(template, list)).toEqual({
      text: 'system: BE KIND;user: X;',
      systemFolded: false
    })
  })
})
