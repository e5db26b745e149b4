// How fast a run computes, as it was measured while it did: what a run that repeats it will take.
//
// seconds = fixed + steps × (a step + what comes beside it), contract/training. A step is the median of the later ones: the
// first are slower, while caches fill. Beside a step come the states that are kept and the measurements on
// the way; fixed are opening the model and, behind the last step, making and asking the trained one.
import type { RunPace } from '../contract/training'
import type { StoredRun } from '../store/runs'

/** So many reports of steps are looked back on; there are at most four a second. */
const lookedBackOn = 512

interface Told {
  steps: number
  seconds: number
}

/** Of one engine, from its start to the trained model. */
export class PaceMeter {
  readonly #told: Told[] = []
  #openedMs: number | null = null
  #makingMs: number | null = null
  #heldSinceMs: number | null = null
  #heldMs = 0
  #reports = 0
  #steps = 0
  #computedSeconds = 0
  readonly #startedMs: number

  /** @param now of a clock that only goes forward, in milliseconds */
  constructor(private readonly now: () => number = () => performance.now()) {
    this.#startedMs = now()
  }

  /** The model is open: steps come. */
  opened(): void {
    this.#openedMs = this.now()
  }

  took(steps: number, seconds: number): void {
    this.#steps += steps
    this.#computedSeconds += seconds
    // The first report has the first step in it, which prepares what all others use.
    if (this.#reports++ === 0) return
    this.#told.push({ steps, seconds })
    if (this.#told.length > lookedBackOn) this.#told.shift()
  }

  /** It holds still for something else, or goes on. */
  held(holds: boolean): void {
    const nowMs = this.now()
    if (this.#heldSinceMs !== null) this.#heldMs += nowMs - this.#heldSinceMs
    this.#heldSinceMs = holds ? nowMs : null
  }

  /** The last step is behind it. */
  making(): void {
    this.#makingMs ??= this.now()
  }

  /** The model is there. Null: nothing was computed that tells of another run. */
  made(): RunPace | null {
    const [openedMs, makingMs] = [this.#openedMs, this.#makingMs]
    if (openedMs === null || makingMs === null || this.#steps === 0) return null
    const trainedSeconds = (makingMs - openedMs - this.#heldMs) / 1000
    return {
      stepSeconds: medianOf(this.#told) ?? this.#computedSeconds / this.#steps,
      besideSeconds: Math.max(0, trainedSeconds - this.#computedSeconds) / this.#steps,
      fixedSeconds: (openedMs - this.#startedMs + this.now() - makingMs) / 1000
    }
  }
}

/** Of the seconds a step, each report by as many steps as it tells of; null: there is none. */
function medianOf(told: readonly Told[]): number | null {
  const rates = told
    .map(({ steps, seconds }) => ({ steps, rate: seconds / steps }))
    .sort((a, b) => a.rate - b.rate)
  const half = told.reduce((sum, { steps }) => sum + steps, 0) / 2
  let passed = 0
  for (const { steps, rate } of rates) {
    passed += steps
    if (passed >= half) return rate
  }
  return null
}

/**
 * Of a run that has computed: as it was measured, or the mean of its steps where an earlier version of the
 * app measured no more. Null: it has not computed.
 */
export function paceOf({ pace, step, trainedSeconds, forgetting }: StoredRun): RunPace | null {
  if (pace) return pace
  const computed = step - (forgetting?.fromStep ?? 0)
  if (computed <= 0 || trainedSeconds <= 0) return null
  return { stepSeconds: trainedSeconds / computed, besideSeconds: 0, fixedSeconds: 0 }
}
