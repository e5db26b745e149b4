// Writes the starter text as JSON Lines:
//   node src-main/datasets/starterText/write.ts --seed 1 --out FILE [--count 24000]
// One document a line: {"language","kind":"chat","messages":[…]} or {"language","kind":"text","text"}.

import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

import { generateStarterText } from './generate.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '24000' },
    out: { type: 'string' }
  }
})
const seed = Number(values.seed)
const count = Number(values.count)
if (!values.out || !Number.isSafeInteger(seed) || !Number.isSafeInteger(count) || count < 1) {
  console.error('usage: write.ts --seed NUMBER --out FILE [--count NUMBER]')
  process.exit(2)
}

const questionsFile = new URL('../../testing/starterQuestions.json', import.meta.url)
const held = JSON.parse(readFileSync(questionsFile, 'utf8')) as { questions: { ask: string }[] }
const documents = generateStarterText({
  seed,
  count,
  heldOut: held.questions.map((question) => question.ask)
})
writeFileSync(values.out, documents.map((document) => `${JSON.stringify(document)}\n`).join(''))
console.error(`${documents.length} documents`)
