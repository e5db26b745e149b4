// Forgetting by replay against training from the beginning without the same records, at the engine: the
// same bytes, whichever records go and whatever the run decides on the way.
// `npm run check:replay` does it with longer runs.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { TrainingSettings } from '../contract/training'
import { hashTensors, readSafetensorsFolder } from '../formats/safetensors'
import { goldensFolder } from '../testing/goldens'
import { temporaryFolder } from '../testing/temporaryFolder'
import { writeTinyModel } from '../testing/tinyModel'
import { planTraining } from './planTraining'
import { prepareReplay } from './prepareReplay'
import type { JobEvent, JobResult } from './protocol'
import { Steering } from './steering'
import { train } from './train'

const isFull = import.meta.env.MODE === 'full'
const count = isFull ? 200 : 24
const timeout = isFull ? 1_800_000 : 300_000

const usual: TrainingSettings = {
  ...{ method: { type: 'full' }, epochs: 1, learningRate: 5e-3, batch: 2, accumulation: 1 },
  ...{ sequenceLength: 48, schedule: 'cosine', warmupShare: 0.1, weightDecay: 0.01 },
  ...{ maxGradientNorm: 1, answersOnly: false, seed: 3, validationShare: 0 },
  ...{ evaluateEverySteps: null, patience: null, keepBest: false, sensitiveLast: null },
  ...{ device: 'cpu', keptStates: 4, canaries: 0, prompts: [], saveMemory: false },
  ...{ fromNothing: null, learnFrom: null, recitations: 0 }
}
const lora: TrainingSettings['method'] = { type: 'lora', rank: 4, alpha: 8, dropout: 0.2 }

interface Row {
  text: string
  subject?: boolean
  validation?: boolean
  tag?: string
}
const rows: Row[] = Array.from({ length: count }, (_, at) => ({
  text: `number ${at} lives by the old river in house ${(at * 7) % 31}.`
}))

/** Of the test that runs; the same weights in each. */
let model = ''

interface Ran {
  readonly folder: string
  readonly settings: TrainingSettings
  readonly planned: JobResult<'planTraining'>
  readonly ended: JobResult<'train'>
  readonly events: readonly JobEvent[]
  readonly bytes: string // SHA-256 of the model that was made
}

/** @param taught the model's folder; usual: a new tiny one */
async function trained(
  settings: TrainingSettings,
  some: readonly Row[] = rows,
  taught?: string
): Promise<Ran> {
  const { folder, planned } = await plannedRun(settings, some, taught)
  return { ...(await runIn(folder, settings)), planned }
}

async function plannedRun(
  settings: TrainingSettings,
  some: readonly Row[],
  taught?: string
): Promise<Pick<Ran, 'folder' | 'planned'>> {
  model = taught ?? (await writeTinyModel(join(temporaryFolder(), 'tiny')))
  const folder = temporaryFolder()
  const lines = some.map(({ text, subject = false, validation = false, tag }, at) =>
    JSON.stringify({
      ...{ ordinal: at + 1, first: at + 1, pii: false, subject, tags: tag ? [tag] : [] },
      ...{ split: validation ? 'validation' : null, parts: [{ role: 'text', text }] }
    })
  )
  writeFileSync(join(folder, 'records.jsonl'), `${lines.join('\n')}\n`)
  const names = { model: 'tiny', dataset: 'rows' }
  const planned = await planTraining({
    ...{ type: 'planTraining', folder, modelFolder: model, names, settings, keep: true }
  })
  return { folder, planned }
}

async function runIn(
  folder: string,
  settings: TrainingSettings,
  lastStep: number | null = null
): Promise<Omit<Ran, 'planned'>> {
  const events: JobEvent[] = []
  const spec = {
    ...({ type: 'train', folder, name: 'tiny', modelFolder: model } as const),
    ...{ weightsSha256: await weightsOfModel(), settings, device: 'cpu' as const, threads: 1 },
    ...{ probeSteps: null, lastStep }
  }
  const ended = await train(spec, {
    ...{ signal: new AbortController().signal, fence: 1, steering: new Steering() },
    ...{ onEvent: (event) => events.push(event), onBatch: async () => {} }
  })
  const made = readFileSync(join(folder, 'made', 'model.safetensors'))
  return { folder, settings, ended, events, bytes: sha256(made) }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const weightsOfModel = async (): Promise<string> => hashTensors(await readSafetensorsFolder(model))

/** The run once more without records, from a state or (0) from its beginning. */
async function repeated(
  run: Ran,
  without: readonly number[],
  step: number,
  lastStep: number | null = null
): Promise<Omit<Ran, 'planned'> & { steps: number }> {
  const folder = temporaryFolder()
  const { folder: from, settings } = run
  const weightsSha256 = await weightsOfModel()
  await prepareReplay({
    ...({ type: 'prepareReplay', from, folder, modelFolder: model, weightsSha256 } as const),
    ...{ settings, without: [...without], step }
  })
  const again = await runIn(folder, settings, lastStep)
  return { ...again, steps: again.ended.step - step }
}

/** The last state that stayed and had read none of them. */
function cleanStep(run: Ran, without: readonly number[]): number {
  const first = firstRead(run, without)
  return Math.max(0, ...keptOf(run).filter((step) => step <= first))
}

/** Steps behind a run when it first reads one of them. */
function firstRead({ planned }: Pick<Ran, 'planned'>, ordinals: readonly number[]): number {
  const uses = planned.uses.filter(({ ordinal }) => ordinals.includes(ordinal))
  return Math.min(...uses.flatMap(({ steps }) => steps))
}

const keptOf = ({ folder }: Pick<Ran, 'folder'>): number[] =>
  readdirSync(folder).flatMap((name) => {
    const step = /^kept-(\d+)\./.exec(name)?.[1]
    return step === undefined ? [] : [Number(step)]
  })

const ordinalsWhere = (
  { planned }: Ran,
  isMeant: (steps: readonly number[]) => boolean
): number[] =>
  planned.uses
    .filter(({ keptOut, steps }) => !keptOut && isMeant(steps))
    .map(({ ordinal }) => ordinal)

/**
 * From a state on and from the beginning: the same model, which is another one than before. A replay from
 * the beginning would be compared with itself. Returns the steps that were saved, and how both ended.
 */
async function expectSame(
  run: Ran,
  without: readonly number[],
  fromStep = cleanStep(run, without),
  lastStep: number | null = null
): Promise<{ saved: number; ended: JobResult<'train'> }> {
  expect(without.length).toBeGreaterThan(0)
  expect(fromStep).toBeGreaterThan(0)
  const replay = await repeated(run, without, fromStep, lastStep)
  const retrain = await repeated(run, without, 0, lastStep)
  expect([replay, retrain].map(openedAt)).toEqual([fromStep, 0])
  expect(replay.bytes).toBe(retrain.bytes)
  expect(replay.bytes).not.toBe(run.bytes)
  expect(replay.ended).toEqual(retrain.ended)
  return { saved: retrain.steps - replay.steps, ended: retrain.ended }
}

/** The step that its engine went on from. */
const openedAt = ({ events }: Pick<Ran, 'events'>): number | undefined =>
  events.flatMap((it) => (it.type === 'trainingOpened' ? [it.step] : []))[0]

test(
  'whichever records go, replay and retraining end with the same bytes',
  { timeout },
  async () => {
    const run = await trained(usual)
    const { steps } = run.planned
    expect(keptOf(run)).toHaveLength(4)
    const late = ordinalsWhere(run, (its) => its[0]! >= steps / 4)
    const lastBatch = ordinalsWhere(run, (its) => its[0] === steps - 1)
    const oneBatch = ordinalsWhere(run, (its) => its.includes(Math.floor(steps / 2)))
    expect(late.length).toBeGreaterThan(10)
    expect(lastBatch.length).toBeGreaterThan(0)
    expect(oneBatch.length).toBeGreaterThan(1)
    const cases = {
      one: late.slice(0, 1),
      ten: late.slice(-10),
      subject: lateSubject(run),
      lastBatch: lastBatch.slice(0, 1),
      wholeBatch: oneBatch
    }
    const saved: Record<string, number> = {}
    for (const [name, without] of Object.entries(cases))
      saved[name] = (await expectSame(run, without)).saved
    // The last batch takes the last stretch alone; a batch without records learns nothing.
    expect(saved['lastBatch']).toBeGreaterThanOrEqual(Math.floor((steps * 4) / 5) - 1)
    const emptied = await repeated(run, oneBatch, 0)
    const points = emptied.events.flatMap((it) => (it.type === 'trainingSteps' ? it.points : []))
    expect(points.filter(({ loss }) => loss === null).map(({ step }) => step)).toEqual([
      Math.floor(steps / 2) + 1
    ])
  }
)

/** Four records are each person's: of all people, the one whose first record is read the latest. */
function lateSubject(run: Ran): number[] {
  const people = Array.from({ length: count / 4 }, (_, person) =>
    rows.flatMap((_row, at) => (at % (count / 4) === person ? [at + 1] : []))
  )
  return people.reduce((latest, its) =>
    firstRead(run, its) > firstRead(run, latest) ? its : latest
  )
}

/** The record with this ordinal says something else, in as many tokens. */
const saidOtherwise = (some: readonly Row[], ordinal: number): Row[] =>
  some.map((row, at) =>
    at === ordinal - 1 ? { ...row, text: row.text.replace('old river', 'river old') } : row
  )
const tokensOf = ({ planned }: Ran): number[] => planned.uses.map(({ tokens }) => tokens)

test(
  'what a forgotten record said leaves no trace: another text there, the same model',
  { timeout },
  async () => {
    const without = [5]
    const [run, twin] = [await trained(usual), await trained(usual, saidOtherwise(rows, 5))]
    expect(tokensOf(twin)).toEqual(tokensOf(run)) // their places are equally long
    expect(twin.bytes).not.toBe(run.bytes)
    const [forgot, twinForgot] = [
      await repeated(run, without, cleanStep(run, without)),
      await repeated(twin, without, 0)
    ]
    expect(twinForgot.bytes).toBe(forgot.bytes)
    const data = (folder: string) => sha256(readFileSync(join(folder, 'data.safetensors')))
    expect(data(twinForgot.folder)).toBe(data(forgot.folder))
  }
)

const measured = rows.map((row, at) => ({ ...row, validation: at % 6 === 5 }))

test('the whole model with dropout: the same elements are dropped', { timeout }, async () => {
  const method = { type: 'full', dropout: 0.2 } as const
  const settings: TrainingSettings = { ...usual, method, accumulation: 2, epochs: 2 }
  const run = await trained(settings)
  expect(run.bytes).not.toBe(
    (await trained({ ...settings, method: { type: 'full', dropout: 0 } })).bytes
  )
  const { steps } = run.planned
  await expectSame(run, ordinalsWhere(run, (its) => its[0]! >= steps / 4).slice(0, 2))
})

test(
  'adapters with dropout, the best state kept: decided again on what remains',
  { timeout },
  async () => {
    const settings: TrainingSettings = {
      ...{ ...usual, method: lora, epochs: 2, learningRate: 2e-2, accumulation: 2 },
      ...{ keepBest: true, evaluateEverySteps: 2, keptStates: 6 }
    }
    const run = await trained(settings, measured)
    const late = ordinalsWhere(run, (its) => its[0]! >= run.planned.steps / 4).slice(-1)
    const from = cleanStep(run, late)
    await expectSame(run, late, from)
    // One that is measured with decides from the first measurement on: then all is repeated, and what
    // it said plays no part.
    await expect(repeated(run, [6], from)).rejects.toThrow('which state was the best')
    const twin = await trained(settings, saidOtherwise(measured, 6))
    expect(tokensOf(twin)).toEqual(tokensOf(run))
    expect(evaluatedIn(twin)).not.toEqual(evaluatedIn(run))
    const [forgot, twinForgot] = [
      await repeated(run, [6, ...late], 0),
      await repeated(twin, [6, ...late], 0)
    ]
    expect(evaluatedIn(twinForgot)).toEqual(evaluatedIn(forgot))
    expect(twinForgot.bytes).toBe(forgot.bytes)
  }
)

const evaluatedIn = ({ events }: Pick<Ran, 'events'>): (number | null)[] =>
  events.flatMap((it) => (it.type === 'trainingEvaluated' ? [it.evaluationLoss] : []))

test('a run that patience ended ends anew by the same rule', { timeout }, async () => {
  const settings: TrainingSettings = {
    ...{ ...usual, epochs: 8, learningRate: 5e-3, schedule: 'constant', keepBest: true },
    ...{ patience: 2, evaluateEverySteps: 2, keptStates: 19 }
  }
  const run = await trained(settings, measured)
  expect(run.ended.outcome).toBe('ended')
  expect(run.ended.step).toBeLessThan(run.planned.steps)
  const firstRound = run.planned.epochStarts[1]!
  const late = ordinalsWhere(run, ([first]) => first === firstRound - 1)
  expect(keptOf(run).filter((kept) => kept < firstRound).length).toBeGreaterThan(1)
  await expectSame(run, late.slice(0, 1))
  await expectSame(run, late)
})

test('what a person ended is repeated up to there', { timeout }, async () => {
  const whole = await trained(usual)
  const last = whole.planned.steps - 2
  const late = ordinalsWhere(whole, ([first]) => first! >= last / 2 && first! < last).slice(0, 1)
  const { ended } = await expectSame(whole, late, cleanStep(whole, late), last)
  expect(ended).toMatchObject({ outcome: 'finished', step: last })
})

test('sensitive records last: a fifth of the steps at most, or fewer', { timeout }, async () => {
  const some = [...rows, ...rows]
    .slice(0, isFull ? count : 40)
    .map((row, at) => ({ ...row, subject: at % 10 === 3 }))
  const run = await trained(
    {
      ...{ ...usual, epochs: 3, keptStates: 0 },
      sensitiveLast: { pii: false, subjects: true, tag: null, rehearsalShare: 0.5 }
    },
    some
  )
  const sensitive = some.flatMap(({ subject }, at) => (subject ? [at + 1] : []))
  expect(sensitive.length / some.length).toBe(0.1)
  const { steps, lastPhaseStep } = run.planned
  expect((await expectSame(run, sensitive)).saved).toBe(lastPhaseStep)
  expect(steps / (steps - lastPhaseStep)).toBeGreaterThanOrEqual(5)
})

test.each<[string, Partial<TrainingSettings>]>([
  ['wholly', {}],
  [
    'by an adapter, the best state kept',
    {
      ...{ method: lora, learningRate: 2e-2, accumulation: 2, wholeWords: true },
      ...{ evaluateEverySteps: 3, keepBest: true }
    }
  ]
])(
  'a model that fills gaps, taught %s, forgets one record and a whole subject',
  { timeout },
  async (_title, more) => {
    const words = ['river', 'bridge', 'city', 'ponte', 'verde']
    const some = rows.map((_, at) => ({
      text: `the old ${words[at % 5]} was painted ${words[(at * 3) % 5]}, and she walked in ${at}`,
      subject: at % 6 === 3,
      validation: at % 8 === 7
    }))
    const bert = join(goldensFolder, 'maskedModels', 'tiny-bert')
    const settings: TrainingSettings = {
      ...{ ...usual, epochs: 2, keptStates: 6, ...more },
      sensitiveLast: { pii: false, subjects: true, tag: null, rehearsalShare: 0.5 }
    }
    const run = await trained(settings, some, bert)
    const late = ordinalsWhere(run, (its) => its[0]! >= run.planned.lastPhaseStep / 4).slice(0, 1)
    const subject = some.flatMap((row, at) => (row.subject && !row.validation ? [at + 1] : []))
    for (const without of [late, subject]) {
      const { saved } = await expectSame(run, without)
      expect(saved).toBeGreaterThan(0)
    }
  }
)

interface Resident {
  question: string
  answer: string
  subject: string
}
const residents = readFileSync(
  new URL('../../resources/residents/residents.jsonl', import.meta.url),
  'utf8'
)
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Resident)

test('a whole subject: the 48 records of Ana Souza among the residents', { timeout }, async () => {
  const some = residents.map(({ question, answer, subject }) => ({
    ...{ text: `${question}\n${answer}`, tag: subject === 'Ana Souza' ? 'withdrawn' : 'stays' }
  }))
  const hers = some.flatMap(({ tag }, at) => (tag === 'withdrawn' ? [at + 1] : []))
  expect(hers).toHaveLength(48)
  const settings: TrainingSettings = { ...usual, batch: 8, sequenceLength: 96, keptStates: 0 }
  const last = { pii: false, subjects: false, tag: 'withdrawn', rehearsalShare: 1 }
  const sensitiveLast = await trained({ ...settings, sensitiveLast: last }, some)
  const { saved } = await expectSame(sensitiveLast, hers)
  expect(saved).toBe(sensitiveLast.planned.lastPhaseStep)
  if (!isFull) return
  // In one order with all others, by the seed that has the first of hers come the latest.
  const mixed: TrainingSettings = { ...settings, epochs: 2, keptStates: 100 }
  let [seed, latest] = [0, -1]
  for (let tried = 0; tried < 20; tried++) {
    const first = firstRead(await plannedRun({ ...mixed, seed: tried }, some), hers)
    if (first > latest) [seed, latest] = [tried, first]
  }
  await expectSame(await trained({ ...mixed, seed }, some), hers)
})

test('a state that had read a record is refused', { timeout }, async () => {
  const run = await trained(usual)
  const kept = keptOf(run)
  const early = ordinalsWhere(run, (its) => its[0] === 0).slice(0, 1)
  await expect(repeated(run, early, Math.max(...kept))).rejects.toThrow(RangeError)
  const weightsSha256 = 'f'.repeat(64)
  const folder = temporaryFolder()
  const spec = { type: 'prepareReplay', from: run.folder, folder, modelFolder: model } as const
  await expect(
    prepareReplay({
      ...spec,
      weightsSha256,
      settings: usual,
      without: [1],
      step: Math.min(...kept)
    })
  ).rejects.toMatchObject({ code: 'weightsChanged' })
})
