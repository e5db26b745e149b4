// What becomes of files that are not as published, for every suite there is: rows that are none, columns
// that are missing, ids that come twice, groups with nothing in them, axes of one item, unknown words.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LetheError } from '../../base/errors'
import { temporaryFolder } from '../../testing/temporaryFolder'
import { auditResult, judgedItem, settled, type AuditItem } from '../run'
import type { AnyQuestion, Suite, SuiteItem, SuiteItems, TextScore } from '../suite'
import { suiteDescriptions } from './descriptions.describe'
import { suiteOf } from './registry'

type Files = Record<string, string>

const lines = (...rows: unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('')
const pair = {
  stereotype: 'The nurse said she was late.',
  antiStereotype: 'The nurse said he was late.'
}
const ownPair = { ...pair, id: '1', pairId: '1', axis: 'a', direction: 'forward', language: 'en' }
const bbqRow = {
  ...{ example_id: 1, question_index: '1', question_polarity: 'neg', context_condition: 'ambig' },
  ...{ category: 'x', context: 'Two met.', question: 'Who?', label: 2 },
  ...{ ans0: 'One', ans1: 'Two', ans2: 'Not known' },
  answer_info: { ans0: ['one', 'A'], ans1: ['two', 'B'], ans2: ['no', 'unknown'] },
  additional_metadata: { stereotyped_groups: ['A'] }
}
const cluster = {
  ...{ id: '1', target: 't', bias_type: 'b', context: 'The BLANK.' },
  sentences: ['stereotype', 'anti-stereotype', 'unrelated'].map((label, at) => ({
    ...{ id: String(at), sentence: `The ${label}.`, gold_label: label }
  }))
}
const stereoset = (...clusters: unknown[]): string =>
  JSON.stringify({ data: { intrasentence: clusters, intersentence: [] } })
const concept = (category: string, ...examples: unknown[]) => ({ category, examples })
const association = {
  ...{ targ1: concept('x', 'sun', 'moon'), targ2: concept('y', 'mud', 'dust') },
  ...{ attr1: concept('a', 'good'), attr2: concept('b', 'bad') }
}
const proposition = {
  ...{ id: '1', pairId: '1', axis: 'a', side: 'first', language: 'en' },
  ...{ statement: 'It is.', negation: 'It is not.', paraphrases: ['So it is.', 'Yes, it is.'] }
}
const scenes = {
  ...{ id: '1', pairId: '1', axis: 'a', language: 'en' },
  ...{ scenes: ['It was hot, so it', 'It was cold, so it'], endings: ['melted.', 'froze.'] }
}
const sentences = {
  ...{ language: 'en', opening: 'Notes.', fact: 'On the {place}: {word}.', ask: 'On the {place}:' },
  ...{ places: ['door', 'gate'], words: ['bread', 'river', 'horse', 'paper'] },
  ...{ who: ['A', 'B', 'C', 'D'], did: ['ran', 'sat', 'lay', 'hid'] },
  ...{ where: ['here', 'there', 'up', 'down'], when: ['now', 'then', 'once', 'often'] }
}
const template = '{"I am {noun_phrase}.":{}}'
const nouns = '{"all":[["kid","kids"],["poet","poets"]]}'
const stats = 'occupation\tbergsma_pct_female\tbls_pct_female\nnurse\t90\t80\n'
const people = 'identity,attribute,stereotype\n'
const crows = ',sent_more,sent_less,stereo_antistereo,bias_type\n'

/** Sets that are well-formed and small: with them everything below is compared. */
const good: Record<string, Files> = {
  bbq: { 'Own.jsonl': lines(bbqRow) },
  bold: { 'profession_prompt.json': '{"nurses":{"Nurse":["A nurse is "]}}' },
  'common-sense': { 'scenes.jsonl': lines(scenes) },
  'context-limit': { 'sentences.json': JSON.stringify({ languages: [sentences] }) },
  counterfactual: { 'pairs.jsonl': lines(pair) },
  'crows-pairs': { 'crows_pairs.csv': `${crows}0,A b.,A c.,stereo,x\n` },
  'gender-pairs': { 'masculine.pt': 'um\n', 'feminine.pt': 'uma\n' },
  gest: { 'gest.csv': 'sentence,stereotype\nI am here.,1\n' },
  'holistic-bias': {
    'descriptors.json': '{"x":["old","young"]}',
    ...{ 'nouns.json': nouns, 'sentence_templates.json': template }
  },
  lethe: { 'pairs.jsonl': lines(ownPair) },
  seegull: { 'Brazil.csv': `${people}altos,b,3\nbaixos,c,0\nmagros,c,0\n` },
  stance: { 'propositions.jsonl': lines(proposition) },
  stereoset: { 'dev.json': stereoset(cluster) },
  weat: { 'weat1.jsonl': JSON.stringify(association) },
  winobias: {
    'pro_stereotyped_type1.txt.dev': '1 [The nurse] met the guard because [she] ran.\n',
    'anti_stereotyped_type1.txt.dev': '1 [The nurse] met the guard because [he] ran.\n'
  },
  winogender: {
    'occupations-stats.tsv': stats,
    'all_sentences.tsv':
      'sentid\tsentence\nnurse.man.0.male.txt\tThe nurse lost his key.\nnurse.man.0.female.txt\tThe nurse lost her key.\n'
  }
}

/** An error's code, or the faults of what is left out; with how many items. */
interface Malformed {
  readonly what: string
  readonly suite: string
  readonly files: Files
  readonly error?: string
  readonly items?: number
  readonly leftOut?: readonly string[]
}
const twice = (suite: string, files: Files, items: number, leftOut: string[]): Malformed => ({
  ...{ what: 'ids that come twice', suite, files: { ...good[suite]!, ...files }, items, leftOut }
})
const otherColumns = (suite: string, file: string): Malformed => ({
  ...{ what: 'other columns', suite, files: { ...good[suite]!, [file]: 'a,b\n1,2\n' } },
  error: 'suiteColumns'
})
const otherKeys = (suite: string, file: string): Malformed => ({
  ...{ what: 'other columns', suite, files: { [file]: '{"a":1}\n' }, error: 'suiteColumns' }
})
const otherForm = (suite: string, file: string, error = 'fileMalformed'): Malformed => ({
  ...{ what: 'another form', suite, files: { ...good[suite]!, [file]: '{"a":[1]}' }, error }
})
const empty = (suite: string, files: Files, more: Partial<Malformed>): Malformed => ({
  ...{ what: 'empty groups', suite, files: { ...good[suite]!, ...files }, ...more }
})

const table: readonly Malformed[] = [
  otherKeys('bbq', 'Own.jsonl'),
  otherKeys('counterfactual', 'pairs.jsonl'),
  otherKeys('lethe', 'pairs.jsonl'),
  otherKeys('stance', 'propositions.jsonl'),
  otherKeys('common-sense', 'scenes.jsonl'),
  otherColumns('crows-pairs', 'crows_pairs.csv'),
  otherColumns('gest', 'gest.csv'),
  otherColumns('seegull', 'Brazil.csv'),
  otherColumns('winogender', 'all_sentences.tsv'),
  otherForm('weat', 'weat1.jsonl'),
  otherForm('bold', 'profession_prompt.json'),
  otherForm('context-limit', 'sentences.json'),
  otherForm('holistic-bias', 'nouns.json'),
  otherForm('stereoset', 'dev.json'),
  otherForm('winobias', 'pro_stereotyped_type1.txt.dev', 'suiteEmpty'),
  {
    ...{ what: 'another form', suite: 'gender-pairs', files: { 'masculine.pt': 'um\n' } },
    error: 'suiteDataMissing'
  },
  twice('bbq', { 'Own.jsonl': lines(bbqRow, bbqRow) }, 1, ['2 idTwice']),
  twice(
    'crows-pairs',
    { 'crows_pairs.csv': `${crows}0,A b.,A c.,stereo,x\n0,A d.,A e.,stereo,x\n` },
    1,
    ['3 idTwice']
  ),
  twice('common-sense', { 'scenes.jsonl': lines(scenes, scenes) }, 2, ['2 idTwice', '2 idTwice']),
  twice('counterfactual', { 'pairs.jsonl': lines({ ...pair, id: 'p' }, { ...pair, id: 'p' }) }, 1, [
    '2 idTwice'
  ]),
  twice('gest', { 'gest.csv': 'sentence,stereotype\nI am here.,1\nI am here.,1\n' }, 1, [
    '3 idTwice'
  ]),
  twice('lethe', { 'pairs.jsonl': lines(ownPair, ownPair) }, 1, ['2 idTwice']),
  twice('seegull', { 'Brazil.csv': `${people}altos,b,3\naltos,b,3\nbaixos,c,0\nmagros,c,0\n` }, 3, [
    '3 idTwice'
  ]),
  twice('stance', { 'propositions.jsonl': lines(proposition, proposition) }, 1, ['2 idTwice']),
  twice('stereoset', { 'dev.json': stereoset(cluster, cluster) }, 1, ['2 idTwice']),
  twice(
    'weat',
    { 'weat1.jsonl': JSON.stringify({ ...association, targ1: concept('x', 'sun', 'sun') }) },
    3,
    ['2 idTwice']
  ),
  twice(
    'winogender',
    {
      'all_sentences.tsv': `${good.winogender!['all_sentences.tsv']}nurse.man.0.male.txt\tThe nurse lost his key.\n`
    },
    1,
    ['4 idTwice']
  ),
  twice('holistic-bias', { 'descriptors.json': '{"x":["old","old"]}' }, 2, [
    '3 idTwice',
    '4 idTwice'
  ]),
  twice(
    'context-limit',
    { 'sentences.json': JSON.stringify({ languages: [sentences, sentences] }) },
    80,
    Array.from({ length: 80 }, () => '2 idTwice')
  ),
  empty('bbq', { 'Own.jsonl': lines({ ...bbqRow, answer_info: {} }) }, { error: 'suiteEmpty' }),
  empty(
    'bold',
    { 'profession_prompt.json': '{"nurses":{},"poets":{"Poet":["A poet"," ",7]}}' },
    {
      ...{ items: 1, leftOut: ['1 textMissing', '2 textMissing', '3 notText'] }
    }
  ),
  empty(
    'common-sense',
    { 'scenes.jsonl': lines({ ...scenes, endings: ['melted.'] }) },
    {
      error: 'suiteEmpty'
    }
  ),
  empty(
    'context-limit',
    { 'sentences.json': JSON.stringify({ languages: [{ ...sentences, who: [] }] }) },
    {
      error: 'suiteEmpty'
    }
  ),
  empty(
    'counterfactual',
    { 'pairs.jsonl': lines({ ...pair, stereotype: '' }) },
    { error: 'suiteEmpty' }
  ),
  empty(
    'crows-pairs',
    { 'crows_pairs.csv': `${crows}0,,A c.,stereo,x\n` },
    { error: 'suiteEmpty' }
  ),
  empty('gender-pairs', { 'feminine.pt': '\n' }, { error: 'suiteEmpty' }),
  empty('gest', { 'gest.csv': 'sentence,stereotype\n' }, { error: 'suiteEmpty' }),
  empty('holistic-bias', { 'descriptors.json': '{"x":[]}' }, { error: 'suiteEmpty' }),
  empty('lethe', { 'pairs.jsonl': lines({ ...ownPair, axis: '' }) }, { error: 'suiteEmpty' }),
  empty('seegull', { 'Brazil.csv': `${people}altos,b,3\n` }, { error: 'suiteEmpty' }),
  empty(
    'stance',
    { 'propositions.jsonl': lines({ ...proposition, paraphrases: [] }) },
    {
      error: 'suiteEmpty'
    }
  ),
  empty(
    'stereoset',
    { 'dev.json': stereoset({ ...cluster, sentences: [] }) },
    { error: 'suiteEmpty' }
  ),
  empty(
    'weat',
    { 'weat1.jsonl': JSON.stringify({ ...association, attr2: concept('b') }) },
    {
      error: 'suiteEmpty'
    }
  ),
  empty('winobias', { 'pro_stereotyped_type1.txt.dev': '\n' }, { error: 'suiteEmpty' }),
  empty(
    'winogender',
    { 'occupations-stats.tsv': stats.replace(/nurse.*/, '') },
    { error: 'suiteEmpty' }
  )
]

const source = (path: string | null) =>
  ({ path, options: {}, ownFolder: null, purpose: 'model' }) as const

/** Of a folder of its own. */
function readOf(suite: string, files: Files): Promise<SuiteItems> {
  const folder = temporaryFolder()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return suiteOf(suite).read(source(folder))
}

/** Made up, and the same each time. */
function scoresOf(item: SuiteItem, unknown = 0): TextScore[][] {
  const one = (text: string): TextScore => ({
    ...{ nats: -text.length, tokens: 2, unknown, written: 'He was a nurse.' }
  })
  const of = (question: AnyQuestion): TextScore[] => {
    if (question.kind === 'texts') return question.texts.map(one)
    if (question.kind === 'choices') return question.choices.map(one)
    return [one(question.kind === 'writing' ? question.prompt : question.text)]
  }
  return item.questions.map(of)
}

function resultOf(suite: Suite, judged: readonly AuditItem[]) {
  const all = settled(suite, judged)
  const found = { judged: all, leftOut: [], capability: null }
  return auditResult(suite, { files: [], leftOut: [] }, found, 1)
}

test('every suite has its row here', () => {
  expect(Object.keys(good).sort()).toEqual([...suiteDescriptions.keys()].sort())
  expect(new Set(table.map(({ suite }) => suite))).toEqual(new Set(suiteDescriptions.keys()))
})

test.each(Object.keys(good))(
  '%s: one item alone has no number, unknown words are told',
  async (name) => {
    const suite = suiteOf(name)
    const { items, leftOut } = await readOf(name, good[name]!)
    expect(items.length).toBeGreaterThan(0)
    expect(leftOut).toEqual([])
    const judged = items.map((item) => judgedItem(item, scoresOf(item)))
    const alone = resultOf(suite, judged.slice(0, 1))
    for (const figure of [alone.overall, ...alone.axes])
      expect(figure).toMatchObject({ standing: 'tooFew', share: null, verdict: 'tooFew' })
    const values = [alone.overall.figures, ...Object.values(alone.parts)].flatMap((it) =>
      Object.values(it)
    )
    for (const value of values) expect(value === null || Number.isFinite(value)).toBe(true)
    // Three hundred like it, whose words the vocabulary lacks.
    const many = Array.from({ length: 300 }, (_, at) => {
      const item = judgedItem(items[0]!, scoresOf(items[0]!, 1))
      return { ...item, id: String(at), group: String(at), leaning: at % 2, unknownTokens: 1 }
    })
    const found = { judged: many, leftOut: [], capability: null }
    const { overall } = auditResult(suite, { files: [], leftOut: [] }, found, 1)
    expect(overall).toMatchObject({ standing: 'indicative', unknownTokens: 300 })
  }
)

test.each(table)('$suite: $what', async ({ suite, files, error, items, leftOut }) => {
  const reading = readOf(suite, files)
  if (error !== undefined) return expect(reading).rejects.toMatchObject({ code: error })
  const read = await reading
  expect(read.leftOut.map(({ row, fault }) => `${row} ${fault}`)).toEqual(leftOut)
  expect(read.items).toHaveLength(items!)
})

test('a bad row is left out with its number and its fault', async () => {
  const rows = `${crows}0,A b.,A c.,stereo,x\n2,A d.,A d.,stereo,x\n3,,A e.,stereo,x\n4,A f.,A g.,odd,x\n5,"A h,A i.,stereo,x\n6,A j.,A k.,antistereo,x\n`
  const pairs = await readOf('crows-pairs', { 'crows_pairs.csv': rows })
  expect(pairs.items.map(({ row }) => row)).toEqual([2, 7])
  expect(pairs.leftOut.map(({ row, fault }) => `${row} ${fault}`)).toEqual([
    ...['6 quoteNotClosed', '3 textsEqual', '4 textMissing', '5 labelUnknown']
  ])
  const own = `${lines(
    pair,
    { stereotype: 'one two three', antiStereotype: 'four five six' },
    { stereotype: 'It was hers book.', antiStereotype: 'It was his book.' }
  )}not json\n{"stereotype":7,"antiStereotype":["x"]}\n`
  const counterfactual = await readOf('counterfactual', { 'pairs.jsonl': own })
  expect(counterfactual.items).toHaveLength(1)
  expect(counterfactual.leftOut.map(({ fault }) => fault)).toEqual([
    ...['notJson', 'notAPair', 'notAPair', 'notText']
  ])
  const gest = await readOf('gest', {
    'gest.csv': 'sentence,stereotype\nI am here.,1\nI was.,17\n'
  })
  expect(gest.leftOut).toMatchObject([{ row: 3, fault: 'labelUnknown' }])
})

test.each([...suiteDescriptions.keys()])('%s: what is not there is an error', async (name) => {
  const folder = temporaryFolder()
  const read = (path: string | null) => suiteOf(name).read(source(path))
  await expect(read(null)).rejects.toMatchObject({ code: 'suiteDataNeeded' })
  await expect(read(folder)).rejects.toMatchObject({ code: 'suiteDataMissing' })
  await expect(read(join(folder, 'no'))).rejects.toMatchObject({ code: 'fileNotFound' })
})

test('a suite that is unknown is told with the nearest one', () => {
  expect(() => suiteOf('crows-pair')).toThrow(
    expect.objectContaining({ params: { suite: 'crows-pair', nearest: 'crows-pairs' } })
  )
})

test('whatever a file holds, reading it ends in items or in an error that can be told', async () => {
  const damage = fc.array(
    fc.record({
      at: fc.nat(400),
      cut: fc.nat(40),
      put: fc.oneof(fc.string(), fc.constantFrom('"', '{', '\u0000', '[[', '\n'))
    }),
    { minLength: 1, maxLength: 4 }
  )
  for (const [name, files] of Object.entries(good))
    await fc.assert(
      fc.asyncProperty(damage, async (cuts) => {
        const damaged = Object.entries(files).map(([file, text]) => [
          file,
          cuts.reduce(
            (left, { at, cut, put }) =>
              left.slice(0, at % left.length) + put + left.slice((at % left.length) + cut) || ' ',
            text
          )
        ])
        try {
          const { items } = await readOf(name, Object.fromEntries(damaged) as Files)
          for (const item of items) {
            const { leaning } = item.judge(scoresOf(item))
            expect(leaning === null || (leaning >= 0 && leaning <= 1)).toBe(true)
          }
        } catch (error) {
          expect(error).toBeInstanceOf(LetheError)
          expect((error as LetheError).code).not.toBe('internal')
        }
      }),
      { numRuns: 25 }
    )
})
