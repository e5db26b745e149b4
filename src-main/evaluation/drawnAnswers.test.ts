import { expect, test } from 'vitest'
import { clusters } from './clusters'
import { drawnAnswers } from './drawnAnswers'

const asked = { id: 'a', question: 'Where does Ana live?', answer: 'In flat 12.' }

test('answers come from the questions that are most alike, never the true one, none twice', () => {
  const others = [
    { id: 'far', question: 'What is the time?', answer: 'Noon.' },
    { id: 'same', question: 'Where does Ana live?', answer: 'in flat 12' },
    { id: 'near', question: 'Where does Bruno live?', answer: 'In flat 11.' },
    { id: 'twice', question: 'Where does Davi live?', answer: 'In flat 11' },
    { id: 'empty', question: 'Where does Ana live?', answer: '…' },
    asked
  ]
  expect(drawnAnswers(asked, others, 5).map(({ id }) => id)).toEqual(['near', 'far'])
  expect(drawnAnswers(asked, others, 1).map(({ id }) => id)).toEqual(['near'])
  expect(drawnAnswers(asked, [asked], 3)).toEqual([])
})

test('records cluster by person and by what they say; those of nobody by the latter', async () => {
  const text = 'the postman leaves the letters of the flat at the door every morning'
  const record = (
    id: string,
    subject: string | null,
    said: string,
    group: string | null = null
  ) => {
    return { id, subject, group, text: said }
  }
  const found = await clusters([
    record('1', 'Ana', text),
    record('2', null, `${text} at ten`),
    record('3', null, 'something else that nobody would think of in a hurry'),
    record('4', 'Ana', 'a fourth thing which stands by itself alone', 'given'),
    record('5', 'Bruno', 'and a fifth, told to belong with that fourth', 'given')
  ])
  expect([...found.values()].map(({ nearDuplicates }) => nearDuplicates)).toEqual([
    ...['near 1', 'near 1', 'near 3', 'near 4', 'near 4']
  ])
  expect([...found.values()].map(({ subject }) => subject)).toEqual([
    ...['Ana', 'near 1', 'near 3', 'Ana', 'Bruno']
  ])
})
