// What training makes small, as pieces of a graph: each gives one number for logits [R, V] of R tokens.
// Weights are the caller's: given as shares of what a step learns from, losses of its parts add up.
import type { Graph, Value } from '../tensor/graph'
import { arithmetic } from '../tensor/ops/arithmetic'

/** Σ w·(−log p(target)), in nats; targets [R, 1] i64, weights [R, 1] -> [1, 1] */
export function crossEntropy(graph: Graph, logits: Value, targets: Value, weights: Value): Value {
  const { negate, product } = arithmetic(graph)
  const [logProbabilities] = graph.add('tokenLogProbability', [logits, targets], {})
  return negate(product(weights, logProbabilities!, { transposeLeft: true }))
}

/**
 * Σ w·KL(frozen ‖ model), in nats: how far the model has moved from what it was. frozen: logits [R, V]
 * of the model as it was; weights [R, 1] -> [1, 1]
 */
export function divergenceFromFrozen(
  graph: Graph,
  frozen: Value,
  logits: Value,
  weights: Value
): Value {
  const { multiply, subtract, softmax, sum } = arithmetic(graph)
  const difference = subtract(logSoftmax(graph, frozen), logSoftmax(graph, logits))
  const perToken = sum(multiply(softmax(frozen, -1), difference), 1)
  return sum(multiply(perToken, weights), 0)
}

/**
 * Log-probabilities of whole answers, in nats: member [S, R] says what share of each token's belongs
 * to each answer (1 and 0; 1/length for the mean of a token). targets [R, 1] i64 -> [S, 1]
 */
export function answerLogProbabilities(
  graph: Graph,
  logits: Value,
  targets: Value,
  member: Value
): Value {
  const [logProbabilities] = graph.add('tokenLogProbability', [logits, targets], {})
  return arithmetic(graph).product(member, logProbabilities!)
}

/**
 * −Σ w·log σ(β·margin); margins and weights [S, 1] -> [1, 1]. With log-ratios to a frozen model
 * r = log π(answer) − log π₀(answer): the margin r(chosen) − r(rejected) makes it DPO (arXiv
 * 2305.18290, eq. 7), −r(forgotten) with 2/β for weight NPO (arXiv 2404.05868, eq. 3).
 */
export function preference(graph: Graph, margins: Value, weights: Value, beta: number): Value {
  const { multiply, negate, scale, sum } = arithmetic(graph)
  return negate(sum(multiply(logSigmoid(graph, scale(margins, beta)), weights), 0))
}

/** log σ(x) = −log(e⁰ + e⁻ˣ), however large x is and with the right slope at 0; [S, 1] -> [S, 1] */
function logSigmoid(graph: Graph, x: Value): Value {
  const { negate, zeros } = arithmetic(graph)
  const [pair] = graph.add('concat', [zeros(x.shape), negate(x)], { axis: -1 })
  return negate(graph.add('reduceLogSumExp', [pair!], { axis: -1 })[0]!)
}

/** [R, V] -> [R, V] */
function logSoftmax(graph: Graph, logits: Value): Value {
  const [total] = graph.add('reduceLogSumExp', [logits], { axis: -1 })
  return arithmetic(graph).subtract(logits, total!)
}
