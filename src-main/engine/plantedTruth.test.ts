// Evidence of small models that were really trained, whose truth is known. `npm run check:evidence` takes
// it of many more of them.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { MeasuredEvidence } from '../contract/evidenceMeasured'
import { usualEvidenceSettings, type EvidenceSettings } from '../contract/evidenceRequest'
import {
  PlantedBeginning,
  plantedTruths,
  plantedWorld,
  type PlantedModel,
  type PlantedTruth,
  type PlantedWorld
} from '../testing/plantedTruth'
import { measureEvidence } from './evidence'
import type { EvidenceModelSpec } from './protocol'
import { Steering } from './steering'

const isFull = import.meta.env.MODE === 'full'
const settings: EvidenceSettings = { ...usualEvidenceSettings, samples: 3, worstOf: 3 }
const context = {
  ...{ signal: new AbortController().signal, fence: 1, steering: new Steering() },
  ...{ onEvent: () => {}, onBatch: async () => {} }
}

interface World {
  records: number
  perSubject: number
  epochs: number
}
/** How often each record is read: hardly known, known in part, known by heart. */
const epochs = { faint: 3, plain: 12, byHeart: 32 } as const
const few: World[] = [
  { records: 3, perSubject: 1, epochs: epochs.byHeart },
  { records: 40, perSubject: 1, epochs: epochs.byHeart }
]
/** All of one person in one round, each of another one in the others. */
const many: World[] = [1, 0, 1].flatMap((perSubject) =>
  [1, 2, 3, 10, 40].flatMap((records) =>
    Object.values(epochs).map((times) => ({
      ...{ records, perSubject: perSubject || records, epochs: times }
    }))
  )
)

interface Outcome extends World {
  truth: PlantedTruth
  measured: MeasuredEvidence
}

interface Repeated {
  again: MeasuredEvidence
  otherSeed: MeasuredEvidence
}

async function outcomes(root: string): Promise<{ all: Outcome[]; repeated: Repeated }> {
  const beginning = await PlantedBeginning.make(root)
  const worlds = isFull ? many : few
  const all: Outcome[] = []
  let repeated: Repeated | null = null
  for (const [seed, world] of worlds.entries()) {
    const folder = mkdtempSync(join(root, 'world-'))
    const made = await plantedWorld(beginning, folder, { ...world, seed: 10 * seed })
    for (const truth of plantedTruths) {
      const measured = await evidenceOf(join(folder, 'evidence'), made, made.unlearned[truth])
      all.push({ ...world, truth, measured })
    }
    repeated ??= {
      again: await evidenceOf(join(folder, 'again'), made, made.unlearned.saw),
      otherSeed: await evidenceOf(join(folder, 'other'), made, made.unlearned.saw, 1)
    }
    rmSync(folder, { recursive: true })
    if (isFull)
      console.log(`${seed + 1} of ${worlds.length}: ${summary(all.slice(-plantedTruths.length))}`)
  }
  return { all, repeated: repeated! }
}

async function evidenceOf(
  folder: string,
  { items, original, reference }: PlantedWorld,
  unlearned: PlantedModel,
  seed = 0
): Promise<MeasuredEvidence> {
  mkdirSync(folder, { recursive: true })
  const lines = items.map((item) => `${JSON.stringify(item)}\n`)
  await writeFile(join(folder, 'items.jsonl'), lines.join(''))
  const models = Object.entries({ original, unlearned, reference }).map(
    ([role, { folder: place, sha256 }]): EvidenceModelSpec => ({
      ...{ role: role as EvidenceModelSpec['role'], attack: null, sha256 },
      model: { folder: place, weightMode: 'packed', blocks: null, device: 'cpu', threads: 1 }
    })
  )
  const spec = { type: 'measureEvidence', folder, models, replay: 'notReplayed' } as const
  return (await measureEvidence({ ...spec, settings: { ...settings, seed } }, context)).measured
}

describe('of models with a known truth', () => {
  let all: Outcome[]
  let repeated: Repeated
  beforeAll(async () => {
    const root = mkdtempSync(join(tmpdir(), 'lethe-'))
    try {
      ;({ all, repeated } = await outcomes(root))
    } finally {
      rmSync(root, { recursive: true, force: true })
    }
  }, 3_600_000)

  const share = (part: readonly Outcome[], of: readonly Outcome[]): number =>
    part.length / of.length
  const saidForgotten = (it: Outcome): boolean => it.measured.overall.key === 'forgotten'

  test('"forgotten" is wrong in at most 1 of 100', () => {
    if (isFull) {
      expect(all.length).toBeGreaterThanOrEqual(200)
      console.log(table(all))
    }
    const wrong = all.filter(({ truth }) => truth !== 'neverSaw' && truth !== 'replayed')
    expect(share(wrong.filter(saidForgotten), wrong)).toBeLessThanOrEqual(0.01)
    const said = all.filter(saidForgotten)
    expect(said.length).toBeGreaterThan(0)
    expect(
      share(
        said.filter((it) => wrong.includes(it)),
        said
      )
    ).toBeLessThanOrEqual(0.01)
  })

  test('the same seed gives the same, another one draws other answers', () => {
    const { measured } = all.find(({ truth }) => truth === 'saw')!
    expect(repeated.again).toEqual(measured)
    const { records } = repeated.otherSeed
    expect(records.map(({ models }) => models.reference.rougeL)).toEqual(
      measured.records.map(({ models }) => models.reference.rougeL)
    )
    expect(records).not.toEqual(measured.records)
  })

  test('without enough records, always "cannot tell"', () => {
    const tooFew = all.filter(({ records }) => records < 10)
    expect(tooFew.length).toBeGreaterThan(0)
    for (const { measured } of tooFew) {
      expect(measured.overall.key).toBe('cannotTell')
      for (const verdict of Object.values(measured.tests))
        expect(verdict).toMatchObject({ word: 'cannotTell', reason: 'tooFewGroups' })
    }
  })

  test('with 40 records known by heart, what is plain is said', () => {
    const plain = all.filter((it) => it.records === 40 && it.epochs === epochs.byHeart)
    const keysOf = (truth: PlantedTruth): string[] =>
      plain.filter((it) => it.truth === truth).map(({ measured }) => measured.overall.key)
    expect(new Set(keysOf('saw'))).toEqual(new Set(['notForgotten']))
    expect(new Set(keysOf('half'))).toEqual(new Set(['notForgotten']))
    expect(keysOf('replayed')).toContain('forgotten')
    // Of another order it may also be that the test is too weak, or that ability cannot be told apart.
    for (const key of ['notForgotten', 'overForgotten'])
      expect(keysOf('neverSaw')).not.toContain(key)
    expect(new Set(keysOf('over'))).toEqual(new Set(['overForgotten']))
  })
})

function summary(some: readonly Outcome[]): string {
  const { records, perSubject, epochs: times } = some[0]!
  const words = some.map(({ truth, measured }) => `${truth} ${measured.overall.key}`)
  return `${records} records, ${perSubject} each, read ${times} times: ${words.join(', ')}`
}

function table(all: readonly Outcome[]): string {
  const keys = ['forgotten', 'notForgotten', 'overForgotten', 'lostAbility', 'cannotTell'] as const
  const sizes = [...new Set(all.map(({ records }) => records))]
  const rows = sizes.flatMap((records) =>
    plantedTruths.map((truth) => {
      const those = all.filter((it) => it.records === records && it.truth === truth)
      const counts = keys.map(
        (key) => those.filter(({ measured }) => measured.overall.key === key).length
      )
      const cells = counts.map((count) => String(count).padStart(14)).join('')
      return `${`${records} records, ${truth}`.padEnd(24)}${cells}`
    })
  )
  const head = `${''.padEnd(24)}${keys.map((key) => key.padStart(14)).join('')}`
  return [`${all.length} runs`, head, ...rows].join('\n')
}
