// Training speed: steps of the whole model and of adapters at 4 and 97 million parameters (GPT-2's shape,
// rows of 256 tokens), the optimizer's part included, as a share of a plain 2048³ product in the same
// process. Beside PyTorch with as many threads where PYTHON names an interpreter that has torch,
// transformers and peft. All take turns.
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { AnsweringProcess } from './answeringProcess.ts'
import { builtScript } from './builtScript.ts'

interface Shape {
  readonly hidden: number
  readonly layers: number
  readonly vocabulary: number
  readonly batch: number // rows of a step
}
const shapes = {
  '4M': { hidden: 256, layers: 4, vocabulary: 3072, batch: 8 },
  '97M': { hidden: 768, layers: 12, vocabulary: 16_384, batch: 4 }
} satisfies Record<string, Shape>
const time = 256
const side = 2048 // of the plain product's matrices
const rounds = { '4M': 21, '97M': 7 } // short steps vary more
/** Of one turn: the first of a kind after something else is slower than those behind it. */
const turn = ['matmul', 'matmul', 'matmul', 'step', 'step', 'step', 'matmul'] as const
const root = resolve(import.meta.dirname, '../..')

/** @param part a size alone; usual: both */
export async function train(
  cache: string,
  say: (line: string) => void,
  part?: string
): Promise<object> {
  const ours = await builtScript(cache, 'trainingProcess')
  const threads = availableParallelism()
  const rows: object[] = []
  const python = process.env['PYTHON']
  if (!python) say('Without PYTHON, PyTorch is not measured.')
  for (const size of ['4M', '97M'] as const) {
    const shape = shapes[size]
    if (part !== undefined && part !== size) continue
    const folder = writtenModel(cache, size, shape)
    for (const method of ['full', 'lora'] as const) {
      const given = [folder, method, `${time}`, `${threads}`, `${shape.batch}`]
      const running = [
        new AnsweringProcess('Lethe', process.execPath, [ours, ...given]),
        ...(python
          ? [
              new AnsweringProcess('PyTorch', python, [
                join(root, 'e2e/bench/peers/torchTraining.py'),
                ...given
              ])
            ]
          : [])
      ]
      for (const row of await measure(running, rounds[size], gigaflops(shape, method))) {
        rows.push({ size, method, threads, batch: shape.batch, ...row })
        say(JSON.stringify(rows.at(-1)))
      }
    }
  }
  return { bench: 'train', tokens: time, rows }
}

/** Products alone, of one step: forward, back to what entered, and back to what is learned. */
function gigaflops({ hidden, layers, vocabulary, batch }: Shape, method: 'full' | 'lora'): number {
  const attention = 4 * time * hidden * layers
  const weights = 2 * (12 * hidden * hidden * layers + vocabulary * hidden)
  const forward = time * (weights + attention)
  const back = time * (weights + 2 * attention)
  const learned = method === 'full' ? time * weights : 0
  return (batch * (forward + back + learned)) / 1e9
}

async function measure(
  running: readonly AnsweringProcess[],
  turns: number,
  work: number
): Promise<object[]> {
  try {
    for (const one of running)
      for (const what of ['step', 'step', 'matmul', 'matmul'] as const) await one.ask(what)
    const times = running.map(() => ({ step: [] as number[], matmul: [] as number[] }))
    for (let round = 0; round < turns; round++)
      for (const [index, one] of running.entries())
        for (const what of turn) times[index]![what].push(Number(await one.ask(what)))
    const rows: object[] = []
    for (const [index, { step, matmul }] of times.entries()) {
      const [stepMs, matmulMs] = [median(step), median(matmul)]
      const plain = (2 * side ** 3) / 1e6 / matmulMs
      const achieved = (work / stepMs) * 1000
      rows.push({
        design: running[index]!.design,
        ...{ stepMs: rounded(stepMs), gigaflopsPerSecond: rounded(achieved) },
        ...{ plainGigaflopsPerSecond: rounded(plain), share: rounded(achieved / plain) },
        peakBytes: Number(await running[index]!.ask('memory'))
      })
    }
    return rows
  } finally {
    for (const one of running) one.end()
  }
}

/** A GPT-2 of random weights, small enough to write each time. */
function writtenModel(cache: string, size: string, { hidden, layers, vocabulary }: Shape): string {
  const folder = join(cache, `gpt2-${size}`)
  mkdirSync(folder, { recursive: true })
  const config = {
    ...{ model_type: 'gpt2', architectures: ['GPT2LMHeadModel'], vocab_size: vocabulary },
    ...{ n_positions: time, n_embd: hidden, n_layer: layers, n_head: hidden / 64 }
  }
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config))
  const matrices = {
    'attn.c_attn': [1, 3],
    'attn.c_proj': [1, 1],
    'mlp.c_fc': [1, 4],
    'mlp.c_proj': [4, 1]
  }
  const tensors: [string, number[]][] = [
    ['wte.weight', [vocabulary, hidden]],
    ['wpe.weight', [time, hidden]],
    ...norm('ln_f'),
    ...Array.from({ length: layers }, (_, layer) => [
      ...norm(`h.${layer}.ln_1`),
      ...norm(`h.${layer}.ln_2`),
      ...Object.entries(matrices).flatMap(([name, [inputs, outputs]]): [string, number[]][] => [
        [`h.${layer}.${name}.weight`, [inputs! * hidden, outputs! * hidden]],
        [`h.${layer}.${name}.bias`, [outputs! * hidden]]
      ])
    ]).flat()
  ]
  function norm(name: string): [string, number[]][] {
    return [`${name}.weight`, `${name}.bias`].map((own) => [own, [hidden]])
  }
  let offset = 0
  const parts: Buffer[] = []
  const header: Record<string, object> = {}
  for (const [name, shape] of tensors) {
    const numbers = new Float32Array(shape.reduce((product, length) => product * length, 1))
    for (let at = 0; at < numbers.length; at++) numbers[at] = 0.04 * (Math.random() - 0.5)
    const end = offset + numbers.byteLength
    header[`transformer.${name}`] = { dtype: 'F32', shape, data_offsets: [offset, end] }
    offset = end
    parts.push(Buffer.from(numbers.buffer))
  }
  const text = JSON.stringify(header)
  const head = Buffer.from(text.padEnd(Math.ceil(text.length / 8) * 8))
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(head.length))
  writeFileSync(join(folder, 'model.safetensors'), Buffer.concat([length, head, ...parts]))
  return folder
}

const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[values.length >> 1]!
const rounded = (value: number): number => Number(value.toPrecision(4))
