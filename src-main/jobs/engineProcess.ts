// The seam between jobs and the operating system: how an engine process is started, spoken to and
// ended. child_process.fork (web host, command line) and Electron's utilityProcess implement it.
import type { ToEngine } from '../engine/protocol'

export interface EngineProcess {
  readonly pid: number | undefined
  send(message: ToEngine): void
  /** Raw messages: the receiver parses them with fromEngineSchema. */
  onMessage(listener: (message: unknown) => void): void
  /** Called once; `reason` is a signal name, an exit code, or what the system said. */
  onExit(listener: (reason: string) => void): void
  /** Ends it at once (SIGKILL where there is one). */
  kill(): void
}

export type SpawnEngine = () => EngineProcess
