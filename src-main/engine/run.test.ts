// The likelihood of an answer, by the model that reads it: the same as that of its ids, one by one.
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { samplingPresets } from '../contract/chat'
import { hashTensors } from '../formats/safetensors'
import { goldensFolder } from '../testing/goldens'
import { writeTinyModel } from '../testing/tinyModel'
import { temporaryFolder } from '../testing/temporaryFolder'
import { turnTokens } from '../models/promptTokens'
import { openAnyModelFolder, openModelText } from '../models/modelFolder'
import type { ChatTurn, ModelSpec } from './protocol'
import { Steering } from './steering'
import { JobRunner } from './run'

const template =
  "{% for m in messages %}{{ m.role[0] + ':' + m.content + '</s>' }}{% endfor %}" +
  "{% if add_generation_prompt %}{{ 'a:' }}{% endif %}"
const turns: ChatTurn[] = [
  { role: 'system', content: 'Be brief.' },
  { role: 'user', content: 'the old river' }
]
const answer = 'is long and wide'
const context = {
  ...{ signal: new AbortController().signal, fence: 1, steering: new Steering() },
  ...{ onEvent: () => {}, onBatch: async () => {} }
}
const specOf = (folder: string): ModelSpec => ({
  ...{ folder, weightMode: 'mapped', blocks: null, device: 'cpu', threads: 1 }
})

describe.each([
  ['with a chat template', template],
  ['that continues text', undefined]
])('an answer of a model %s', (_name, chatTemplate) => {
  const written = (): Promise<string> =>
    writeTinyModel(temporaryFolder(), { ...(chatTemplate !== undefined && { chatTemplate }) })

  test('is as likely as its ids behind those of the question', async () => {
    const runner = new JobRunner()
    const folder = await written()
    const model = specOf(folder)
    const scored = await runner.run({ type: 'scoreAnswer', model, turns, answer }, context)

    const { tokenizer, config } = await openModelText(folder)
    const asked = turnTokens(turns, tokenizer!, config).ids
    const whole =
      chatTemplate === undefined
        ? tokenizer!.encode(`the old river ${answer}`)
        : [...asked, ...tokenizer!.encode(answer, { addSpecialTokens: false })]
    expect(whole.slice(0, asked.length)).toEqual(asked)
    const { logprobs } = await runner.run(
      { type: 'score', model, text: { ids: whole }, firstLogits: 0 },
      context
    )
    const ofAnswer = logprobs.slice(asked.length - 1)
    expect(scored.tokens).toBe(ofAnswer.length)
    expect(scored.nllNats).toBeCloseTo(
      ofAnswer.reduce((sum, logprob) => sum - logprob, 0),
      4
    )
  })

  test('is refused when both together are longer than the context', async () => {
    const model = specOf(await written())
    const long = 'river '.repeat(520)
    await expect(
      new JobRunner().run({ type: 'scoreAnswer', model, turns, answer: long }, context)
    ).rejects.toMatchObject({ code: 'promptTooLong', params: { limit: 512 } })
  })
})

describe('a masked model', () => {
  const model = specOf(join(goldensFolder, 'maskedModels', 'tiny-bert'))
  const text = 'the river was [MASK].'

  test('fills gaps and scores texts, from blocks of 8 bits almost the same', async () => {
    const runner = new JobRunner()
    const { gaps } = await runner.run({ type: 'fill', model, text, top: 3 }, context)
    expect(gaps.map(({ length }) => length)).toEqual([3])
    const ask = { text: { text: 'the river was green.' }, firstLogits: 0 }
    const scored = await runner.run({ type: 'score', model, ...ask }, context)
    expect(scored.logprobs).toHaveLength(5)
    const source = await openAnyModelFolder(model.folder)
    const sha256 = await hashTensors(source.weights)
    const blocks = { path: join(temporaryFolder(), 'blocks'), sha256 }
    const rounded = await runner.run(
      { type: 'score', model: { ...model, weightMode: 'blocks8', blocks }, ...ask },
      context
    )
    expect(rounded.nllNats).not.toBe(scored.nllNats)
    expect(Math.abs(rounded.nllNats - scored.nllNats)).toBeLessThan(0.5)
  })

  test('writes nothing; one that writes fills nothing', async () => {
    const runner = new JobRunner()
    const prompt = { type: 'text', text } as const
    const sampling = { ...samplingPresets.exact, seed: 1, maxTokens: 1 }
    const refused = { code: 'maskedModel', params: { model: 'tiny-bert' } }
    await expect(
      runner.run({ type: 'generate', model, prompt, sampling, logprobs: 0 }, context)
    ).rejects.toMatchObject(refused)
    await expect(
      runner.run({ type: 'score', model, text: { text }, firstLogits: 1 }, context)
    ).rejects.toMatchObject(refused)
    const writing = specOf(await writeTinyModel(temporaryFolder()))
    await expect(
      runner.run({ type: 'fill', model: writing, text, top: 1 }, context)
    ).rejects.toMatchObject({ code: 'notMasked' })
  })
})
