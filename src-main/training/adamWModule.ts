// AdamW's loop for WebAssembly, put together byte by byte: four parameters at a time, every number in
// f32 and in the order of the plain loop in adamW.ts, so that both give the same bytes.
// Encoding: https://webassembly.github.io/spec/core/binary/instructions.html

export const pageBytes = 65_536

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

/** What it reads and changes, as addresses in its memory, in the order that the loop takes them. */
export const partNames = ['values', 'first', 'second', 'gradient'] as const
type Part = (typeof partNames)[number]

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
const start = (part: Part): number => 1 + partNames.indexOf(part)
const firstFactor = 1 + partNames.length
const factor = (name: (typeof factorNames)[number]): number =>
  firstFactor + factorNames.indexOf(name)
const place = firstFactor + factorNames.length // bytes from the start of each part
const [g, mean, square] = [place + 1, place + 2, place + 3]
const splatted = (name: (typeof factorNames)[number]): number =>
  place + 4 + factorNames.indexOf(name)

/** Where four numbers of a part are. */
const address = (part: Part): Code => [...get(start(part)), ...get(place), 0x6a]
const load = (part: Part): Code => [...address(part), ...simd(0x00, 4, 0)]
const store = (part: Part, value: Code): Code => [...address(part), ...value, ...simd(0x0b, 4, 0)]

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

/**
 * Exports `memory`, of `pages`, and `update(count, ...addresses, ...factors)`: count a multiple of 4 and no
 * less than 4, each address one of 16.
 */
export function adamWModule(pages: number): Uint8Array<ArrayBuffer> {
  const integers = [count, ...partNames].map(() => [type.i32])
  const parameters = [...integers, ...factorNames.map(() => [type.f32])]
  const size = unsigned(pages)
  return Uint8Array.from([
    ...Buffer.from('\0asm'),
    ...[1, 0, 0, 0],
    ...section(1, vector([[0x60, ...vector(parameters), 0]])), // the type of update
    ...section(3, vector([[0]])),
    ...section(5, vector([[1, ...size, ...size]])), // memory that does not grow
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
