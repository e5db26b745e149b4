// Trainings run in an engine of their own, which ends with them: its memory goes back, and a chat never
// waits behind it.
import { availableParallelism } from 'node:os'
import type { LetheError } from '../base/errors'
import type { Log } from '../base/log'
import type { TrainingDevice, TrainingSettings } from '../contract/training'
import type { JobResult, JobSpec } from '../engine/protocol'
import type { Devices } from './devices'
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
    private readonly devices: Devices,
    readonly log: Log
  ) {}

  /** Whether trainings, evidence and audits hold still while an answer is written. */
  async yieldsToChat(): Promise<boolean> {
    return (await this.settings.get()).trainingBesideChat === 'yield'
  }

  /**
   * What a training that begins now runs on; it stays so to its end. Throws `deviceUnavailable` for a
   * device whose numbers are not right: no training runs elsewhere instead.
   */
  async place(
    { device }: Pick<TrainingSettings, 'device'>,
    signal?: AbortSignal
  ): Promise<{ device: TrainingDevice; threads: number }> {
    await this.devices.providerFor(device, signal)
    const { threads } = await this.settings.get()
    return { device, threads: threads > 0 ? threads : availableParallelism() }
  }

  /** What a training may take: of the main memory, and no more than the device has of its own. */
  async freeBytes(device: TrainingDevice): Promise<number> {
    const { devices } = await this.devices.list()
    const own = device === 'cpu' ? null : devices.find((it) => it.provider === device)?.memoryBytes
    return Math.min(process.availableMemory(), own ?? Infinity)
  }

  /** Why a process that trained ended again and again: on a device other than the CPU, that device. */
  async reasonOfEnd(error: LetheError, device: TrainingDevice): Promise<LetheError> {
    // SIGKILL comes from a person, or from a system that is out of memory.
    if (device === 'cpu' || error.cause === 'SIGKILL') return error
    return this.devices.lost(device, String(error.cause))
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
