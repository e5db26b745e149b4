// Plans of small runs.
import type { TrainingPlan } from '../training/plan'

/** A usual plan with what a test sets. */
export function planOf(
  set: Partial<TrainingPlan> & Pick<TrainingPlan, 'steps' | 'batch' | 'time'>
): TrainingPlan {
  return {
    ...{ weightsSha256: 'a'.repeat(64), dataSha256: 'b'.repeat(64), recompute: false },
    ...{ seed: 1, device: 'cpu', method: { type: 'full' }, evaluation: null },
    dropout: { attention: 0, residual: 0, embedding: 0 },
    learningRate: 5e-3,
    schedule: { kind: 'cosine', warmupSteps: 5 },
    adamW: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 },
    maxGradientNorm: 1,
    ...set
  }
}
