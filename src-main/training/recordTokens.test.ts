// Records as ids, and which of them are learned: through a chat template, as plain text, in pieces.
import { expect, test } from 'vitest'
import { openModelText, type ModelText } from '../models/modelFolder'
import { temporaryFolder } from '../testing/temporaryFolder'
import { writeTinyModel } from '../testing/tinyModel'
import { recordTokens, type RecordPart, type TokenSequence } from './recordTokens'

const template =
  "{% for m in messages %}{{ m.role[0] + ':' + m.content + '</s>' }}{% endfor %}" +
  "{% if add_generation_prompt %}{{ 'a:' }}{% endif %}"
const conversation: RecordPart[] = [
  { role: 'user', text: 'the old river' },
  { role: 'assistant', text: 'is long' },
  { role: 'user', text: 'the sea' },
  { role: 'assistant', text: 'is wide' }
]

async function textOf(chatTemplate?: string): Promise<ModelText> {
  const options = chatTemplate === undefined ? {} : { chatTemplate }
  return openModelText(await writeTinyModel(temporaryFolder(), options))
}

const learned = ({ tokenizer }: ModelText, { ids, weights }: TokenSequence): string =>
  tokenizer!.decode(
    ids.filter((_, at) => weights[at] === 1),
    { skipSpecialTokens: false }
  )

test('with a template, answers are learned with the sign that ends them', async () => {
  const text = await textOf(template)
  const { sequences, isCut } = recordTokens(conversation, text, 'm', {
    ...{ answersOnly: true, time: 100 }
  })
  expect(isCut).toBe(false)
  expect(sequences).toHaveLength(1)
  expect(learned(text, sequences[0]!).replaceAll(' ', '')).toBe('islong</s>iswide</s>')
  const whole = recordTokens(conversation, text, 'm', { answersOnly: false, time: 100 })
  expect(whole.sequences[0]!.weights).toEqual(
    whole.sequences[0]!.ids.map((_, at) => (at > 0 ? 1 : 0))
  )
})

test('without one, the answer follows the question as a model that continues text writes it', async () => {
  const text = await textOf()
  const [sequence] = recordTokens(conversation, text, 'm', {
    answersOnly: true,
    time: 100
  }).sequences
  // This vocabulary has no line feed.
  expect(text.tokenizer!.decode(sequence!.ids)).toBe('the old river is longthe sea is wide')
  expect(learned(text, sequence!)).toContain('is long')
  expect(learned(text, sequence!)).not.toContain('sea')
})

test('a conversation is cut, a long text goes on; nothing to learn gives nothing', async () => {
  const text = await textOf()
  const options = { answersOnly: true, time: 8 }
  const cut = recordTokens(conversation, text, 'm', options)
  expect(cut).toMatchObject({ isCut: true, sequences: [{ ids: { length: 8 } }] })
  const long: RecordPart[] = [{ role: 'text', text: 'the old river is long and wide '.repeat(3) }]
  const pieces = recordTokens(long, text, 'm', options).sequences
  expect(pieces.flatMap(({ ids }) => ids)).toEqual(text.tokenizer!.encode(long[0]!.text))
  expect(Math.max(...pieces.map(({ ids }) => ids.length))).toBe(8)
  const question: RecordPart[] = [{ role: 'user', text: 'the old river' }]
  expect(recordTokens(question, text, 'm', options).sequences).toEqual([])
})
