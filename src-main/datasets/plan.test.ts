// Splits, orders and places in steps: decided by seed and place alone, and nothing moves when a record
// leaves.
import { expect, test } from 'vitest'
import { batchesOfStep } from './batches'
import { packEpoch } from './packing'
import { epochsOf, inOrder, splitRecords, type PlacedRecord } from './splits'

const record = (ordinal: number, more: Partial<PlacedRecord> = {}): PlacedRecord => ({
  ...{ ordinal, firstOrdinal: ordinal, isSensitive: false, isKeptOut: false },
  ...more
})
const records = Array.from({ length: 40 }, (_, at) => record(at + 1))
const ordinals = (some: readonly PlacedRecord[]): number[] => some.map(({ ordinal }) => ordinal)

test('an order follows from seed and epoch, and a record that is gone moves no other', () => {
  const order = ordinals(inOrder(records, 7, 1))
  expect(order.toSorted((a, b) => a - b)).toEqual(ordinals(records))
  expect(ordinals(inOrder(records, 7, 1))).toEqual(order)
  expect(ordinals(inOrder(records, 7, 2))).not.toEqual(order)
  expect(ordinals(inOrder(records, 8, 1))).not.toEqual(order)
  const without = records.filter(({ ordinal }) => ordinal !== 13)
  expect(ordinals(inOrder(without, 7, 1))).toEqual(order.filter((it) => it !== 13))
})

test('what says the same stays on one side, and something is always left to learn', () => {
  const repeated = records.map((it) => ({ ...it, firstOrdinal: Math.ceil(it.ordinal / 4) * 4 }))
  const { learned, keptOut } = splitRecords(repeated, 3, 0.25)
  expect(keptOut).toHaveLength(12) // whole groups of four, until there are ten or more
  const groups = (some: readonly PlacedRecord[]) => new Set(some.map((it) => it.firstOrdinal))
  expect([...groups(learned)].filter((it) => groups(keptOut).has(it))).toEqual([])
  expect(splitRecords(records.slice(0, 1), 3, 0.5).learned).toHaveLength(1)
  expect(splitRecords(records, 3, 0).keptOut).toEqual([])
  const chosen = [...records, record(41, { isKeptOut: true })]
  expect(ordinals(splitRecords(chosen, 3, 0.5).keptOut)).toEqual([41])
})

test('what is planted is learned, and moves nothing among the others', () => {
  const planted = [1, 2, 3].map((at) => record(2_000_000_000 + at, { isPlanted: true }))
  const [plain, mixed] = [records, [...records, ...planted]].map((some) =>
    splitRecords(some, 3, 0.25)
  )
  expect(ordinals(mixed!.keptOut)).toEqual(ordinals(plain!.keptOut))
  expect(ordinals(mixed!.learned)).toEqual([...ordinals(plain!.learned), ...ordinals(planted)])
  const order = ordinals(inOrder(mixed!.learned, 3, 1))
  const own = ordinals(inOrder(plain!.learned, 3, 1))
  expect(order.filter((it) => it < 2_000_000_000)).toEqual(own)
})

test('sensitive records are read in the last phase only, others again as often as asked', () => {
  const mixed = records.map((it) => ({ ...it, isSensitive: it.ordinal <= 10 }))
  const epochs = epochsOf(mixed, { seed: 1, epochs: 3, rehearsalShare: 0.5 })
  expect(epochs.map(({ isLastPhase }) => isLastPhase)).toEqual([
    ...[false, false, false, true, true, true]
  ])
  for (const { records: read, isLastPhase } of epochs) {
    const sensitive = read.filter((it) => it.isSensitive)
    expect(sensitive).toHaveLength(isLastPhase ? 10 : 0)
    expect(read).toHaveLength(isLastPhase ? 15 : 30)
  }
  expect(epochsOf(records, { seed: 1, epochs: 2, rehearsalShare: 0.5 })).toHaveLength(2)
})

test('sequences go into the first row with room; where none has, a step begins', () => {
  const lengths = [6, 5, 4, 3, 9, 1]
  const lengthOf = (sequence: number): number => lengths[sequence]!
  const { slots, steps } = packEpoch([0, 1, 2, 3, 4, 5], lengthOf, { rows: 2, time: 10 }, 5)
  expect(steps).toBe(2)
  expect(slots.map(({ step, row }) => [step, row])).toEqual([
    ...[
      [5, 0],
      [5, 1],
      [5, 0],
      [5, 1]
    ],
    ...[
      [6, 0],
      [6, 0]
    ]
  ])
  expect(packEpoch([], lengthOf, { rows: 2, time: 10 }, 5).steps).toBe(0)
  expect(() => packEpoch([0], lengthOf, { rows: 2, time: 5 }, 0)).toThrow('6 tokens in a row of 5')
})

test('sequences of a step come row by row, in parts of so many rows', () => {
  const slots = [0, 1, 2].map((sequence) => ({ step: 0, row: sequence === 2 ? 2 : 0, sequence }))
  const sequenceOf = (number: number) => ({ ids: [number, 6], weights: [0, 1] })
  const parts = batchesOfStep(slots, sequenceOf, 2)
  expect(parts).toEqual([[[sequenceOf(0), sequenceOf(1)]], [[sequenceOf(2)]]])
})
