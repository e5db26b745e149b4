// AdamW's loop for WebAssembly, put together byte by byte: four parameters at a time, every number in
// f32 and in the order of the plain loop in adamW.ts, so that both give the same bytes.
// Encoding: https://webassembly.github.io/spec/core/binary/instructions.html

/** Bytes of memory that the module has: four blocks of numbers. */
export const blockNumbers = 16_384
const pageBytes = 65_536

/** The factors of one update, in the order that the loop takes them. */
export const factorNames = [
  'beta1',
  'rest1', // 1 − β₁
  'beta2',
  'rest2', // 1 − β₂
  'share',
  'kept',
  'size',
  'correction',
  'epsilon'
] as const
export type Factors = Readonly<Record<(typeof factorNames)[number], number>>

/** Byte addresses of the blocks. */
export const blockAt = {
  values: 0,
  first: 4 * blockNumbers,
  second: 8 * blockNumbers,
  gradient: 12 * blockNumbers
} as const

const type = { i32: 0x7f, f32: 0x7d, v128: 0x7b } as const
type Code = readonly number[]

/** LEB128. */
function unsigned(number: number): number[] {
  const low = number & 0x7f
  return number < 0x80 ? [low] : [low | 0x80, ...unsigned(number >>> 7)]
}

/** The same of a number that may not be read as negative. */
function signed(number: number): number[] {
  return number < 0x40 ? [number] : [(number & 0x7f) | 0x80, ...signed(number >>> 7)]
}

const vector = (items: readonly Code[]): number[] => [...unsigned(items.length), ...items.flat()]
const sized = (bytes: Code): number[] => [...unsigned(bytes.length), ...bytes]
const section = (id: number, bytes: Code): number[] => [id, ...sized(bytes)]
const named = (name: string): number[] => sized([...Buffer.from(name)])

const simd = (opcode: number, ...rest: number[]): number[] => [0xfd, ...unsigned(opcode), ...rest]
const binary =
  (opcode: number) =>
  (left: Code, right: Code): Code => [...left, ...right, ...simd(opcode)]
const add = binary(0xe4)
const subtract = binary(0xe5)
const multiply = binary(0xe6)
const divide = binary(0xe7)
const squareRoot = (x: Code): Code => [...x, ...simd(0xe3)]
const splat = (x: Code): Code => [...x, ...simd(0x13)]

const get = (local: number): number[] => [0x20, ...unsigned(local)]
const set = (local: number, value: Code): number[] => [...value, 0x21, ...unsigned(local)]
const whole = (number: number): number[] => [0x41, ...signed(number)]

// The parameters of the function, then its locals.
const count = 0 // numbers to update, a multiple of 4
const factor = (name: (typeof factorNames)[number]): number => 1 + factorNames.indexOf(name)
const place = 1 + factorNames.length // bytes from the start of each block
const [g, mean, square] = [place + 1, place + 2, place + 3]
const splatted = (name: (typeof factorNames)[number]): number =>
  place + 4 + factorNames.indexOf(name)

/** Four numbers of a block. */
const load = (block: keyof typeof blockAt): Code => [
  ...get(place),
  ...simd(0x00, 4, ...unsigned(blockAt[block]))
]
const store = (block: keyof typeof blockAt, value: Code): Code => [
  ...get(place),
  ...value,
  ...simd(0x0b, 4, ...unsigned(blockAt[block]))
]

function body(): Code {
  const constant = (name: (typeof factorNames)[number]): Code => get(splatted(name))
  const step = divide(
    multiply(constant('size'), get(mean)),
    add(multiply(squareRoot(get(square)), constant('correction')), constant('epsilon'))
  )
  const loop = [
    ...set(g, multiply(load('gradient'), constant('share'))),
    ...set(
      mean,
      add(multiply(constant('beta1'), load('first')), multiply(constant('rest1'), get(g)))
    ),
    ...set(
      square,
      add(
        multiply(constant('beta2'), load('second')),
        multiply(multiply(constant('rest2'), get(g)), get(g))
      )
    ),
    ...store('first', get(mean)),
    ...store('second', get(square)),
    ...store('values', subtract(multiply(load('values'), constant('kept')), step)),
    // place += 16; once more while place < 4 · count
    ...[...get(place), ...whole(16), 0x6a, 0x22, place],
    ...[...get(count), ...whole(2), 0x74, 0x49],
    ...[0x0d, 0]
  ]
  const locals = [
    [1, type.i32],
    [3 + factorNames.length, type.v128]
  ]
  return sized([
    ...vector(locals),
    ...factorNames.flatMap((name) => set(splatted(name), splat(get(factor(name))))),
    ...[0x03, 0x40, ...loop, 0x0b],
    0x0b
  ])
}

/** Exports `memory` and `update(count, ...factors)`; count a multiple of 4, from 4 to `blockNumbers`. */
export function adamWModule(): Uint8Array<ArrayBuffer> {
  const parameters = [[type.i32], ...factorNames.map(() => [type.f32])]
  const pages = (16 * blockNumbers) / pageBytes
  return Uint8Array.from([
    ...Buffer.from('\0asm'),
    ...[1, 0, 0, 0],
    ...section(1, vector([[0x60, ...vector(parameters), 0]])), // the type of update
    ...section(3, vector([[0]])),
    ...section(5, vector([[1, pages, pages]])), // memory that does not grow
    ...section(
      7,
      vector([
        [...named('memory'), 2, 0],
        [...named('update'), 0, 0]
      ])
    ),
    ...section(10, vector([body()]))
  ])
}
