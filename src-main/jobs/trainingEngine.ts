// Trainings run in an engine of their own, which ends with them: its memory goes back, and a chat never
// waits behind it.
import { availableParallelism } from 'node:os'
import type { Log } from '../base/log'
import type { JobResult, JobSpec } from '../engine/protocol'
import { Engine, type RunOptions } from './engine'
import type { SpawnEngine } from './engineProcess'
import type { SettingsKeeper } from './settings'

/** A step and the state after it have to end before a pause does. */
const pauseGraceMs = 120_000

export class TrainingEngines {
  constructor(
    readonly spawn: SpawnEngine,
    readonly fence: number,
    private readonly settings: SettingsKeeper,
    readonly log: Log
  ) {}

  /** Whether trainings hold still while an answer is written. */
  async yieldsToChat(): Promise<boolean> {
    return (await this.settings.get()).trainingBesideChat === 'yield'
  }

  /** What a training that begins now runs on; it stays so to its end. */
  async place(): Promise<{ device: 'cpu'; threads: number }> {
    const { threads } = await this.settings.get()
    return { device: 'cpu', threads: threads > 0 ? threads : availableParallelism() }
  }
}

export async function runInOwnEngine<S extends JobSpec>(
  { spawn, fence, log }: TrainingEngines,
  spec: S,
  options: RunOptions
): Promise<JobResult<S['type']>> {
  const engine = new Engine({ spawn, fence, log, abortGraceMs: pauseGraceMs })
  try {
    return await engine.run(spec, options)
  } finally {
    engine.kill()
    await engine.gone
  }
}
