// How the learning rate moves over a run: shares of the highest one. Follows transformers'
// optimization.py (get_constant_schedule_with_warmup and its linear and cosine siblings).

export const scheduleKinds = ['constant', 'linear', 'cosine'] as const

export interface Schedule {
  readonly kind: (typeof scheduleKinds)[number]
  /** Steps over which it rises from nothing. */
  readonly warmupSteps: number
}

/** The share of the highest learning rate for step `step` (from 0) of `steps`. */
export function learningRateShare(
  { kind, warmupSteps }: Schedule,
  step: number,
  steps: number
): number {
  if (step < warmupSteps) return step / warmupSteps
  if (kind === 'constant') return 1
  const done = (step - warmupSteps) / Math.max(1, steps - warmupSteps)
  return kind === 'linear' ? Math.max(0, 1 - done) : (1 + Math.cos(Math.PI * Math.min(1, done))) / 2
}
