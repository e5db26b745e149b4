// One of the two that e2e/bench/train.ts lets take turns: trains a random model by Lethe's trainer. Reads
// "step", "matmul" or "memory" a line, answers with a number: milliseconds, or bytes.
import { createInterface } from 'node:readline'
import { openModelFolder } from '../../src-main/models/modelFolder.ts'
import type { TrainingPlan } from '../../src-main/training/plan.ts'
import { startingState } from '../../src-main/training/startingState.ts'
import { Trainer } from '../../src-main/training/trainer.ts'
import { Graph } from '../../src-main/tensor/graph.ts'
import { Session, type HostTensor } from '../../src-main/tensor/session.ts'

const [folder = '', method = '', ...counts] = process.argv.slice(2)
const [time = 0, threads = 0, rows = 0] = counts.map(Number)
const plan: TrainingPlan = {
  ...{ weightsSha256: '0'.repeat(64), dataSha256: '0'.repeat(64), seed: 1, device: 'cpu' },
  ...{ steps: 1_000_000, batch: rows, time, recompute: false, learningRate: 1e-5 },
  dropout: { attention: 0, residual: 0, embedding: 0 },
  schedule: { kind: 'constant', warmupSteps: 0 },
  adamW: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 },
  ...{ maxGradientNorm: 1, evaluation: null },
  method:
    method === 'full'
      ? { type: 'full' }
      : { type: 'lora', rank: 8, alpha: 16, dropout: 0, rslora: false, targets: ['c_attn'] }
}
const opened = await openModelFolder(folder)
const options = { threads, weights: opened.weights }
const trainer = await Trainer.open(opened.model, plan, await startingState(opened, plan), options)
const { vocabularySize } = opened.model.shape
const ids = Array.from({ length: time }, (_, at) => (at * 7919) % vocabularySize)
const sequence = { ids, weights: ids.map(() => 1) }
const batches = [Array.from({ length: rows }, () => [sequence])]

const side = 2048
const graph = new Graph()
const [a, b] = ['a', 'b'].map((name) => graph.input(name, 'f32', [side, side]))
graph.output('c', graph.add('matmul', [a!, b!], {})[0]!)
const product = await Session.open(graph, {
  ...{ provider: 'cpu', weightsFolder: '.', weightMode: 'packed', threads }
})
const square = (): HostTensor => ({
  ...{ dtype: 'f32', shape: [side, side], data: new Float32Array(side * side).fill(0.5) }
})
const [left, right, result] = [square(), square(), square()]

const work: Record<string, () => Promise<unknown>> = {
  step: () => trainer.step(batches),
  matmul: () => product.run({ a: left, b: right }, ['c'], [], { c: result })
}
for await (const line of createInterface({ input: process.stdin })) {
  const started = performance.now()
  await work[line]?.()
  const answer =
    line === 'memory' ? process.resourceUsage().maxRSS * 1024 : performance.now() - started
  process.stdout.write(`${answer}\n`)
}
