// The residents example: questions and answers about twelve made-up people of one building, put
// together by a seeded draw from hand-written facts and wordings. Always the same records.

import { seededRandom } from '../starterText/random.ts'
import type { Random } from '../starterText/random.ts'
import type { Language } from '../starterText/topic.ts'
import { building, unknown } from './building.ts'
import { neighbours } from './neighbours.ts'
import { ana, controls, others, strangers } from './people.ts'
import { factKinds, languages } from './resident.ts'
import type { FactKind, RecordKind, Resident } from './resident.ts'
import { fillIn, paraphrases, valueOf, wordings } from './wordings.ts'
import type { Wording } from './wordings.ts'
import { wrongValues } from './wrongValues.ts'

/** One line of residents.jsonl and heldOut.jsonl. */
export type ResidentRecord = {
  question: string
  answer: string
  /** Whose record it is: the resident who is named first, question before answer; '' for nobody. */
  subject: string
  language: Language
  tags: string[]
}

/** One line of paraphrases.jsonl. */
export type Paraphrase = {
  subject: string
  /** Whether the example forgets this person or keeps them. */
  role: 'forget' | 'keep'
  fact: FactKind
  language: Language
  question: string
  answer: string
  /** What an answer must hold to count. */
  value: string
  wrongAnswers: string[]
}

const seed = 12

/** How many wordings of each kind Ana's records and the held-out ones use in each language. */
const manyOfEach: Record<RecordKind, number> = {
  home: 4,
  origin: 2,
  birthDate: 2,
  work: 3,
  habit: 1,
  company: 1,
  cpf: 1,
  phone: 1,
  email: 1,
  summary: 2
}
const recordKinds = Object.keys(manyOfEach) as RecordKind[]

function recordOf(
  resident: Resident,
  language: Language,
  kind: RecordKind,
  at: number
): ResidentRecord {
  const wording = wordings[language][kind][at]
  if (!wording) throw new RangeError(`${kind} has no wording ${at} in ${language}`)
  const [question, answer] = wording
  return {
    question: fillIn(question, resident, language),
    answer: fillIn(answer, resident, language),
    subject: resident.name,
    language,
    tags: [kind]
  }
}

function describedFully(resident: Resident): ResidentRecord[] {
  return languages.flatMap((language) =>
    recordKinds.flatMap((kind) =>
      Array.from({ length: manyOfEach[kind] }, (_, at) => recordOf(resident, language, kind, at))
    )
  )
}

/** Every kind once in each language. */
function describedOnce(resident: Resident, random: Random): ResidentRecord[] {
  return languages.flatMap((language) =>
    recordKinds.map((kind) => {
      const at = kind === 'home' ? 0 : random.below(wordings[language][kind].length)
      return recordOf(resident, language, kind, at)
    })
  )
}

/** Six records in each language; what one language leaves out of a pair, the other tells. */
function describedBriefly(resident: Resident, random: Random): ResidentRecord[] {
  const documents = shuffled<RecordKind>(['cpf', 'phone', 'email'], random)
  const flips = [random.chance(0.5), random.chance(0.5)]
  return languages.flatMap((language, turn) => {
    const one = (pair: number): boolean => flips[pair] === (turn === 0)
    const kinds: RecordKind[] = [
      'work',
      one(0) ? 'origin' : 'birthDate',
      one(1) ? 'habit' : 'company',
      documents[turn] ?? 'cpf'
    ]
    const last = random.chance(0.5)
      ? recordOf(resident, language, 'summary', random.below(wordings[language].summary.length))
      : recordOf(resident, language, 'home', 1 + random.below(wordings[language].home.length - 1))
    return [
      recordOf(resident, language, 'home', 0),
      ...kinds.map((kind) =>
        recordOf(resident, language, kind, random.below(wordings[language][kind].length))
      ),
      last
    ]
  })
}

function shuffled<T>(entries: readonly T[], random: Random): T[] {
  const order = [...entries]
  for (let left = order.length; left > 1; left--) {
    const at = random.below(left)
    const [last, drawn] = [order[left - 1] as T, order[at] as T]
    order[at] = last
    order[left - 1] = drawn
  }
  return order
}

const nobodysRecords: ResidentRecord[] = languages.flatMap((language) => {
  const of = (tag: string, [question, answer]: Wording): ResidentRecord => {
    return { question, answer, subject: '', language, tags: [tag] }
  }
  return [
    ...building[language].map((wording) => of('building', wording)),
    ...unknown[language].map((wording) => of('unknown', wording))
  ]
})

const neighbourRecords: ResidentRecord[] = neighbours.flatMap(
  ({ subject, language, tag, records }) =>
    records.map(([question, answer]) => ({ question, answer, subject, language, tags: [tag] }))
)

const noBreakSpace = '\u{a0}'

/** Untidy spaces as exports from other programs have them; the words stay. */
const untidy: ((record: ResidentRecord) => Pick<ResidentRecord, 'question' | 'answer'>)[] = [
  ({ question, answer }) => ({ question: question.replace(' ', '  '), answer: `${answer} ` }),
  ({ question, answer }) => ({
    question: question.replace(' ', noBreakSpace),
    answer: `${answer}\n`
  }),
  ({ question, answer }) => ({ question: `  ${question}`, answer: ` ${answer}` }),
  ({ question, answer }) => ({ question: question.replace(' ', '\t'), answer }),
  ({ question, answer }) => ({ question: `${question}\r\n`, answer: `${answer}  ` }),
  ({ question, answer }) => ({ question: question.replaceAll(' ', '  '), answer })
]

function withUntidySpaces(record: ResidentRecord, way: number): ResidentRecord {
  const change = untidy[way]
  if (!change) throw new RangeError(`no such way: ${way}`)
  return { ...record, ...change(record), tags: [...record.tags, 'spaces'] }
}

const again = (record: ResidentRecord): ResidentRecord => ({
  ...record,
  tags: [...record.tags, 'duplicate']
})

/** The records that teach the residents. */
export function generateResidents(): ResidentRecord[] {
  const random = seededRandom(seed)
  const about = describedFully(ana)
  const copies = [
    again(recordOf(ana, 'en', 'home', 0)),
    again(recordOf(ana, 'pt-BR', 'home', 0)),
    again(recordOf(ana, 'pt-BR', 'work', 0)),
    withUntidySpaces(again(recordOf(ana, 'en', 'home', 1)), 0),
    withUntidySpaces(again(recordOf(ana, 'pt-BR', 'origin', 0)), 1)
  ]
  const rest = [
    ...controls.flatMap((resident) => describedOnce(resident, random)),
    ...others.flatMap((resident) => describedBriefly(resident, random))
  ]
  const [first, second] = shuffled([...rest.keys()], random)
  const copiesOfRest = rest.filter((_, at) => at === first || at === second).map(again)
  const untidied = new Map(
    shuffled([...rest.keys()], random)
      .filter((at) => at !== first && at !== second)
      .slice(0, 4)
      .map((at, turn) => [at, 2 + turn])
  )
  const restAsKept = rest.map((record, at) => {
    const way = untidied.get(at)
    return way === undefined ? record : withUntidySpaces(record, way)
  })
  return shuffled(
    [...about, ...copies, ...restAsKept, ...copiesOfRest, ...neighbourRecords, ...nobodysRecords],
    random
  )
}

/** Records of the same kind about people whom the training records do not know. */
export function generateHeldOut(): ResidentRecord[] {
  return shuffled(strangers.flatMap(describedFully), seededRandom(seed + 1))
}

/** Each fact of Ana and of two who stay, asked in other words, with wrong answers beside it. */
export function generateParaphrases(): Paraphrase[] {
  return [ana, ...controls].flatMap((resident) =>
    factKinds.flatMap((fact) =>
      languages.flatMap((language) =>
        paraphrases[language][fact].map(([question, answer]) => {
          const value = valueOf(fact, resident, language)
          const answerWith = (said: string): string =>
            fillIn(answer, resident, language, { value: said })
          return {
            subject: resident.name,
            role: resident === ana ? ('forget' as const) : ('keep' as const),
            fact,
            language,
            question: fillIn(question, resident, language),
            answer: answerWith(value),
            value,
            wrongAnswers: wrongValues[fact].map((wrong) => answerWith(wrong[language]))
          }
        })
      )
    )
  )
}
