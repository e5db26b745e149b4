// The making of the starter model: which documents its steps read, that it goes on where it stopped
// and writes all its files, that its first steps give the recorded bytes, and that the shipped model
// answers on topic.
import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { createModel } from '../../models/newModel'
import { openModelFolder, openModelText } from '../../models/modelFolder'
import type { TrainingSequence } from '../../models/trainingRunner'
import { trainTokenizer } from '../../text/tokenizerTraining'
import { temporaryFolder } from '../temporaryFolder'
import { planOf } from '../trainingPlans'
import { DocumentEncoder } from './documents'
import { evaluateAnswers, evaluationSchema, questionsSchema, verdict } from './evaluation'
import { writeStarterFiles } from './files'
import { hashFirstSteps, prefixSchema, recordedHashes, thisMachine } from './prefix'
import { prepareStarter, type Preparation } from './preparation'
import { chatTemplate, endOfTurn, recipe, textSeparator } from './recipe'
import { packPass } from './steps'
import { trainStarter } from './training'

const repository = resolve(import.meta.dirname, '../../..')
const jsonOf = (...path: string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'))
const questions = questionsSchema.parse(
  jsonOf(repository, 'src-main/testing/starterQuestions.json')
)
const say = (): void => {}

test('a pass reads every document once, whole, in an order of its own', () => {
  const documents = Array.from({ length: 900 }, (_, index): TrainingSequence => {
    const ids = Array.from({ length: 3 + ((index * 37) % 300) }, () => index + 1)
    return { ids, weights: ids.map(() => 1) }
  })
  const { batch, time } = recipe.training
  const orders = [0, 1].map((pass) => {
    const steps = packPass(documents, pass, 0)
    expect(steps).toEqual(packPass(documents, pass, 0))
    expect(steps.every((rows) => rows.length <= batch)).toBe(true)
    const rows = steps.flat()
    for (const row of rows)
      expect(row.reduce((sum, { ids }) => sum + ids.length, 0)).toBeLessThanOrEqual(time)
    const read = rows.flat()
    const led = read.filter(({ ids, weights }) => ids[0] === 0 && weights[0] === 0)
    expect(Math.abs(led.length / documents.length - recipe.leadSeparatorShare)).toBeLessThan(0.06)
    const whole = read.map(({ ids }) => ids.filter((id) => id !== 0))
    for (const ids of whole) expect(ids).toEqual(documents[ids[0]! - 1]!.ids)
    expect(new Set(whole.map(([id]) => id)).size).toBe(documents.length)
    const tokens = read.reduce((sum, { ids }) => sum + ids.length, 0)
    expect(tokens / (rows.length * time)).toBeGreaterThan(0.95)
    return whole.map(([id]) => id)
  })
  expect(orders[0]).not.toEqual(orders[1])
})

test('the rule of the questions takes and refuses what it says', () => {
  const question = { ...questions.questions[0]!, anyOf: ['não sei', 'seven'], noneOf: ['eight'] }
  expect(verdict(question, 'Nao SEI, desculpe!', true)).toBe('')
  expect(verdict(question, 'Seven.', false)).toBe('does not end')
  expect(verdict(question, 'Seventy.', true)).toBe('off topic')
  expect(verdict(question, 'Seven or eight.', true)).toBe('says what it must not say')
  expect(verdict(question, 'seven '.repeat(61), true)).toBe('too long')
  expect(verdict(question, 'seven is my own answer, '.repeat(3), true)).toBe('repeats itself')
})

/** A preparation of the same form, small enough to be trained in seconds. */
async function smallPreparation(): Promise<Preparation> {
  const folder = join(temporaryFolder(), 'initial')
  const chat = ['What is a cat?', 'A cat is an animal.', 'O que é um gato?', 'Um gato é um animal.']
  const { splitting, specialTokens } = recipe.tokenizer
  const options = { splitting, specialTokens, vocabularySize: 300, minimumCount: 1 } as const
  const roles = { beginning: textSeparator, ending: endOfTurn, padding: textSeparator }
  await createModel(folder, {
    ...{ architecture: 'llama', seed: 3 },
    sizes: { layers: 1, hidden: 32, heads: 2, keyHeads: 2, inner: 64, context: 512, tied: true },
    tokenizer: { trained: await trainTokenizer(chat, options), roles: { ...roles, chatTemplate } }
  })
  const opened = await openModelFolder(folder)
  const encoder = new DocumentEncoder((await openModelText(folder)).tokenizer!)
  const documents = [0, 2].map((at) => ({
    ...{ language: at === 0 ? ('en' as const) : ('pt-BR' as const), kind: 'chat' as const },
    messages: [
      { role: 'user' as const, content: chat[at]! },
      { role: 'assistant' as const, content: chat[at + 1]! }
    ]
  }))
  const sequences = documents.map((document) => encoder.encode(document))
  const steps = Array.from({ length: 230 }, (_, step) => [[sequences[step % 2]!]])
  return {
    ...{ opened, steps, heldOut: sequences, tokens: 1000 },
    plan: planOf({ steps: steps.length, batch: 1, time: 64 }),
    firstPass: { documents, sha256: '' }
  }
}

test('stopped, it goes on to the same bytes, and writes files that open', async () => {
  const preparation = await smallPreparation()
  const running = { say, signal: new AbortController().signal }
  const [whole, parted] = [temporaryFolder(), temporaryFolder()]
  const undisturbed = (await trainStarter(preparation, whole, running))!
  expect(await trainStarter(preparation, parted, { ...running, stopAfter: 137 })).toBeNull()
  // Steps that were made but not kept, and half a line: what a kill leaves.
  appendFileSync(join(parted, 'log.jsonl'), '{"step":138,"loss":9,"durationMs":1}\n{"step":13')
  const resumed = (await trainStarter(preparation, parted, running))!
  const weights = (folder: string): Buffer => readFileSync(join(folder, 'model.safetensors'))
  expect(weights(resumed.folder).equals(weights(undisturbed.folder))).toBe(true)
  const lossesOf = ({ log }: typeof resumed): unknown[] => log.curve(100)
  expect(lossesOf(resumed)).toEqual(lossesOf(undisturbed))
  expect(undisturbed.log.curve(100).map(({ step }) => step)).toEqual([100, 200, 230])
  expect(undisturbed.lossF32).toBeLessThan(2)
  expect(Math.abs(undisturbed.lossF16 / undisturbed.lossF32 - 1)).toBeLessThan(0.01)

  const output = join(temporaryFolder(), 'starter')
  const few = { ...questions, questions: questions.questions.slice(0, 2), maxNewTokens: 5 }
  await writeStarterFiles(output, preparation, undisturbed, few)
  expect((await openModelFolder(output)).weights.entries.size).toBe(11)
  expect(evaluationSchema.parse(jsonOf(output, 'evaluation.json')).results).toHaveLength(2)
  const named = readFileSync(join(output, 'SOURCE.md'), 'utf8').matchAll(/^\| (\S+\.\S+) \|/gm)
  const present = readdirSync(output).filter((name) => !name.endsWith('.md'))
  expect([...named].map(([, name]) => name)).toEqual(present.sort())
  expect(readFileSync(join(output, 'DATASHEET.md'), 'utf8')).not.toMatch(/undefined|NaN|\[object/)
}, 120_000)

test('its first hundred steps give the bytes that were recorded for such a machine', async () => {
  const records = prefixSchema.parse(jsonOf(repository, 'src-main/testing/starterPrefix.json'))
  const machine = thisMachine()
  const recorded = recordedHashes(records, machine)
  expect(recordedHashes(records, { ...machine, features: ['other'] })).toBeNull()
  if (recorded === null) {
    console.warn(`SKIPPED: no first steps were recorded for ${JSON.stringify(machine)}`)
    return
  }
  const preparation = await prepareStarter(repository, temporaryFolder(), 1)
  const losses: number[] = []
  const hashes = await hashFirstSteps(preparation, [10, 100], (_, loss) => losses.push(loss))
  expect(losses[0]!).toBeCloseTo(Math.log(recipe.tokenizer.vocabularySize), 0)
  expect(losses[99]!).toBeLessThan(0.6 * losses[0]!)
  expect(hashes).toEqual(recorded)
}, 600_000)

test('the shipped model answers four of five development questions on topic, in each language', async () => {
  const asked = questions.questions.filter(({ round }) => round === 'development')
  expect(asked.length).toBeGreaterThanOrEqual(40)
  const folder = join(repository, 'resources/starter')
  const { score } = await evaluateAnswers(folder, { ...questions, questions: asked })
  for (const [language, { onTopic, questions: all }] of Object.entries(score['development']!))
    expect(onTopic / all, language).toBeGreaterThanOrEqual(0.8)
}, 120_000)
