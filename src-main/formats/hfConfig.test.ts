import fc from 'fast-check'
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { LetheError } from '../base/errors'
import { goldensFolder } from '../testing/goldens'
import {
  findPickleFiles,
  readGenerationConfig,
  readModelConfig,
  readTokenizerConfig
} from './hfConfig'
import { findDuplicateKey } from './jsonText'

let root: string
let folder: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lethe-config-'))
})
afterAll(() => rm(root, { recursive: true }))
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'case-'))
})

const put = (name: string, value: unknown) =>
  writeFile(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value))

async function failure(promise: Promise<unknown>): Promise<LetheError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason
  )
  expect(error).toBeInstanceOf(LetheError)
  return error as LetheError
}

describe('config.json', () => {
  test('gives the type and every raw key', async () => {
    const { raw, modelType } = await readModelConfig(join(goldensFolder, 'tiny-llama-gqa'))
    expect(modelType).toBe('llama')
    expect(raw).toMatchObject({ hidden_size: 48, rope_scaling: { rope_type: 'llama3' } })
  })

  test.each([
    ['LlamaForCausalLM', 'llama'],
    ['GPT2LMHeadModel', 'gpt2'],
    ['BertModel', 'bert']
  ])('without model_type the class name %s tells', async (className, expected) => {
    await put('config.json', { architectures: [className] })
    expect((await readModelConfig(folder)).modelType).toBe(expected)
  })

  test('absent, of no architecture, or broken: the error names the file', async () => {
    expect((await failure(readModelConfig(folder))).code).toBe('notAModel')
    const path = join(folder, 'config.json')
    await put('config.json', {})
    expect((await failure(readModelConfig(folder))).code).toBe('configUnsupported')
    const broken: [text: string, reason: object][] = [
      ['{"model_type": "llama",}', { code: 'notJson' }],
      ['[]', { code: 'notAnObject' }],
      ['{"model_type": 3}', { code: 'valueKind', place: 'model_type', expected: 'text' }],
      ['{"model_type": "a", "model_type": "b"}', { code: 'keyTwice', key: 'model_type' }]
    ]
    for (const [text, reason] of broken) {
      await put('config.json', text)
      const error = await failure(readModelConfig(folder))
      expect(error).toMatchObject({ code: 'fileMalformed', params: { path, reason } })
    }
    await put('config.json', '')
    expect((await failure(readModelConfig(folder))).code).toBe('fileEmpty')
    await truncate(path, 50 * 1024 * 1024 + 1)
    expect((await failure(readModelConfig(folder))).params.reason).toEqual({
      ...{ code: 'fileTooLarge', sizeBytes: 50 * 1024 * 1024 + 1, limitBytes: 50 * 1024 * 1024 }
    })
  })
})

describe('generation_config.json', () => {
  test('one or several end tokens; -1 and null mean none', async () => {
    await put('generation_config.json', { eos_token_id: [128001, 128009], bos_token_id: 128000 })
    expect(await readGenerationConfig(folder)).toMatchObject({
      eosIds: [128001, 128009],
      bosId: 128000
    })
    await put('generation_config.json', { eos_token_id: 2, pad_token_id: -1, bos_token_id: null })
    const config = await readGenerationConfig(folder)
    expect(config.eosIds).toEqual([2])
    expect(config).not.toHaveProperty('padId')
    expect(config).not.toHaveProperty('bosId')
  })

  test('where it is absent the ids of config.json count', async () => {
    expect(await readGenerationConfig(folder)).toEqual({ raw: {}, eosIds: [] })
    await put('config.json', { model_type: 'llama', bos_token_id: 1, eos_token_id: 2 })
    expect(await readGenerationConfig(folder)).toEqual({ raw: {}, eosIds: [2], bosId: 1 })
  })

  test('an id that is not a number is refused', async () => {
    await put('generation_config.json', { eos_token_id: 'x' })
    expect((await failure(readGenerationConfig(folder))).params.reason).toEqual({
      ...{ code: 'valueForm', place: 'eos_token_id' }
    })
  })
})

describe('tokenizer_config.json', () => {
  test('nothing there gives nothing', async () => {
    expect(await readTokenizerConfig(folder)).toEqual({ raw: {}, chatTemplates: [] })
  })

  test('tokens as text or as objects, the special tokens map where they are not named', async () => {
    await put('tokenizer_config.json', {
      bos_token: { content: '<s>', lstrip: false, __type: 'AddedToken' },
      eos_token: '</s>',
      pad_token: null,
      add_bos_token: true,
      chat_template: 'hello'
    })
    await put('special_tokens_map.json', { bos_token: '<other>', unk_token: { content: '<unk>' } })
    const config = await readTokenizerConfig(folder)
    expect(config).toMatchObject({
      bosToken: '<s>',
      eosToken: '</s>',
      unkToken: '<unk>',
      addBosToken: true,
      chatTemplate: 'hello',
      chatTemplates: [{ name: 'default', template: 'hello' }]
    })
    expect(config).not.toHaveProperty('padToken')
    expect(config).not.toHaveProperty('addEosToken')
  })

  test('named templates, and the file that wins over the key', async () => {
    const chat_template = [
      { name: 'tool_use', template: 'tools' },
      { name: 'default', template: 'plain' }
    ]
    await put('tokenizer_config.json', { chat_template })
    expect((await readTokenizerConfig(folder)).chatTemplate).toBe('plain')
    await put('chat_template.jinja', 'from the file')
    await mkdir(join(folder, 'additional_chat_templates'))
    await put('additional_chat_templates/rag.jinja', 'rag')
    const config = await readTokenizerConfig(folder)
    expect(config.chatTemplate).toBe('from the file')
    expect(config.chatTemplates.map(({ name }) => name)).toEqual(['tool_use', 'default', 'rag'])
  })

  test('several templates of which none is the default: none is chosen', async () => {
    const chat_template = ['a', 'b'].map((name) => ({ name, template: name }))
    await put('tokenizer_config.json', { chat_template })
    expect(await readTokenizerConfig(folder)).not.toHaveProperty('chatTemplate')
  })

  test('a template that is not text is refused', async () => {
    await put('tokenizer_config.json', { chat_template: 5 })
    expect((await failure(readTokenizerConfig(folder))).params.reason).toEqual({
      ...{ code: 'valueForm', place: 'chat_template' }
    })
    await put('tokenizer_config.json', {})
    await writeFile(join(folder, 'chat_template.jinja'), new Uint8Array([0xff, 0xfe]))
    expect((await failure(readTokenizerConfig(folder))).params.reason).toEqual({ code: 'notUtf8' })
  })
})

test('pickle files are found, whatever the case of their ending', async () => {
  for (const name of [
    'pytorch_model.bin',
    'a.PT',
    'x.ckpt',
    'y.pkl',
    'z.pth',
    'model.safetensors'
  ]) {
    await put(name, 'x')
  }
  expect(await findPickleFiles(folder)).toEqual([
    'a.PT',
    'pytorch_model.bin',
    'x.ckpt',
    'y.pkl',
    'z.pth'
  ])
  expect((await failure(findPickleFiles(join(folder, 'none')))).code).toBe('fileNotFound')
})

test('a duplicate key is found at any depth; printed JSON has none', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), (text) => {
      expect(findDuplicateKey(JSON.stringify(JSON.parse(text)))).toBeUndefined()
      expect(findDuplicateKey(`[${text}, {"x": ${text}, "y": [${text}], "\\u0078": 1}]`)).toBe('x')
    }),
    { numRuns: 1000 }
  )
  expect(findDuplicateKey('{"a":[{"b":1,"c":"{\\"b\\":"},{"b":2}],"\\u0061":0}')).toBe('a')
  expect(findDuplicateKey('{"a":[{"b":1,"c":"}","b":2}]}')).toBe('b')
})
