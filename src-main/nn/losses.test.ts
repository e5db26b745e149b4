// Each loss against its formula in f64, and its gradient by finite differences of that formula.
import { describe, expect, test } from 'vitest'
import { randomFloats, runGraph } from '../testing/runGraph'
import { gradientsOf } from '../tensor/autodiff'
import { Graph, type Value } from '../tensor/graph'
import { floats } from '../tensor/session'
import { answerLogProbabilities, crossEntropy, divergenceFromFrozen, preference } from './losses'

const [rows, classes] = [4, 5]
const targets = [3, 0, 4, 4]
const weights = [0, 0.5, 0.2, 0.3]
const frozen = [...randomFloats(2, rows, classes).data].map((x) => 3 * x)

type Logits = readonly number[]

const rowOf = (logits: Logits, row: number): number[] => [
  ...logits.slice(row * classes, (row + 1) * classes)
]
const logSoftmax = (row: readonly number[]): number[] => {
  const total = Math.log(row.reduce((sum, x) => sum + Math.exp(x), 0))
  return row.map((x) => x - total)
}
const logProbability = (logits: Logits, row: number): number =>
  logSoftmax(rowOf(logits, row))[targets[row]!]!
const total = (numbers: readonly number[]): number => numbers.reduce((sum, x) => sum + x, 0)

interface Loss {
  readonly write: (graph: Graph, logits: Value) => Value
  readonly formula: (logits: Logits) => number
}

const column = (graph: Graph, numbers: readonly number[]): Value =>
  graph.constant('f32', [numbers.length, 1], numbers)
const targetsIn = (graph: Graph): Value => graph.constant('i64', [rows, 1], targets)

// The first two tokens are one answer, the others another, of which the mean of a token counts.
const members = [
  [1, 1, 0, 0],
  [0, 0, 0.5, 0.5]
]
const answers = (logits: Logits): number[] =>
  members.map((shares) => total(shares.map((share, row) => share * logProbability(logits, row))))
const references = answers(frozen)
const marginIn = (graph: Graph, logits: Value): Value => {
  const member = graph.constant('f32', [2, rows], members.flat())
  const found = answerLogProbabilities(graph, logits, targetsIn(graph), member)
  return graph.add('subtract', [found, column(graph, references)], {})[0]!
}
const [beta, shares] = [0.7, [0.25, 0.75]]

const losses: readonly [string, Loss][] = [
  [
    'cross-entropy with a weight for each token',
    {
      write: (graph, logits) =>
        crossEntropy(graph, logits, targetsIn(graph), column(graph, weights)),
      formula: (logits) =>
        total(weights.map((weight, row) => -weight * logProbability(logits, row)))
    }
  ],
  [
    'divergence from a frozen model',
    {
      write: (graph, logits) => {
        const before = graph.constant('f32', [rows, classes], frozen)
        return divergenceFromFrozen(graph, before, logits, column(graph, weights))
      },
      formula: (logits) =>
        total(
          weights.map((weight, row) => {
            const [then, now] = [logSoftmax(rowOf(frozen, row)), logSoftmax(rowOf(logits, row))]
            return weight * total(then.map((p, place) => Math.exp(p) * (p - now[place]!)))
          })
        )
    }
  ],
  [
    'preference, by log-ratios of answers',
    {
      write: (graph, logits) =>
        preference(graph, marginIn(graph, logits), column(graph, shares), beta),
      formula: (logits) =>
        total(
          answers(logits).map(
            (answer, place) =>
              shares[place]! * Math.log1p(Math.exp(-beta * (answer - references[place]!)))
          )
        )
    }
  ]
]

async function computed({ write }: Loss, logits: Logits): Promise<[number, Float32Array]> {
  const graph = new Graph()
  const value = graph.input('logits', 'f32', [rows, classes])
  const loss = write(graph, value)
  graph.output('loss', loss)
  graph.output('gradient', gradientsOf(graph, loss, [value])[0]!)
  const feeds = {
    logits: { dtype: 'f32', shape: [rows, classes], data: Float32Array.from(logits) }
  } as const
  const results = await runGraph(graph, feeds)
  return [floats(results['loss']!)[0]!, floats(results['gradient']!)]
}

describe.each(losses)('%s', (_title, loss) => {
  test.each([
    ['somewhere', [...randomFloats(1, rows, classes).data].map((x) => 2 * x)],
    ['where the model is what it was', frozen]
  ])('%s', async (_where, numbers) => {
    const logits = [...Float32Array.from(numbers)]
    const [value, gradient] = await computed(loss, logits)
    expect(value).toBeCloseTo(loss.formula(logits), 5)
    for (const place of logits.keys()) {
      const moved = (by: number): Logits => logits.with(place, logits[place]! + by)
      const slope = (loss.formula(moved(1e-4)) - loss.formula(moved(-1e-4))) / 2e-4
      expect(gradient[place]).toBeCloseTo(slope, 5)
    }
  })
})

test('preference stays finite however far the margins are', async () => {
  const graph = new Graph()
  const margins = graph.input('margins', 'f32', [3, 1])
  const loss = preference(graph, margins, column(graph, [1, 1, 1]), 1)
  graph.output('loss', loss)
  graph.output('gradient', gradientsOf(graph, loss, [margins])[0]!)
  const data = Float32Array.of(-300, 300, 0)
  const results = await runGraph(graph, { margins: { dtype: 'f32', shape: [3, 1], data } })
  expect(floats(results['loss']!)[0]).toBeCloseTo(300 + Math.LN2, 4)
  const [lost, won, even] = floats(results['gradient']!)
  expect([lost, won, even]).toEqual([-1, expect.closeTo(0, 7), -0.5])
})
