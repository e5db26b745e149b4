// Engine processes in Electron: utilityProcess instead of a fork, because the packaged app cannot be
// run as Node (see the fuses in packaging).
import type { Readable } from 'node:stream'
import type { ForkOptions, UtilityProcess } from 'electron'
import type { EngineProcess, SpawnEngine } from '../../jobs/engineProcess'
import { forwardLines } from '../engineFork'

/** utilityProcess.fork; only after the app is ready. */
export type ForkUtility = (file: string, args: string[], options: ForkOptions) => UtilityProcess

/** @param onErrorOutput receives what the engine prints, line by line. */
export function utilityEngines(
  fork: ForkUtility,
  workerFile: string,
  onErrorOutput: (line: string) => void
): SpawnEngine {
  return (): EngineProcess => {
    const child = fork(workerFile, [], {
      serviceName: 'Lethe engine',
      stdio: 'pipe',
      env: { ...process.env, LETHE_ENGINE: '1' }
    })
    forwardLines(child.stdout as Readable | null, onErrorOutput)
    forwardLines(child.stderr as Readable | null, onErrorOutput)
    let pid: number | undefined
    let isRunning = true
    let isUnwanted = false
    child.once('spawn', () => {
      pid = child.pid
      if (isUnwanted) endProcess(pid)
    })
    child.once('exit', () => {
      isRunning = false
    })
    // The exit follows and tells the pool. Unheard, the event would end the app.
    child.on('error', (type, location) => onErrorOutput(`${type} at ${location}`))
    return {
      get pid() {
        return pid ?? child.pid
      },
      send(message) {
        if (isRunning) child.postMessage(message)
      },
      onMessage(listener) {
        child.on('message', listener)
      },
      onExit(listener) {
        child.once('exit', (code) => listener(`exit code ${code}`))
      },
      kill() {
        // child.kill asks politely; an engine inside native code would not hear it. One that is still
        // being started has no id yet, and is ended as soon as it has.
        isUnwanted = true
        if (isRunning) endProcess(child.pid)
      }
    }
  }
}

function endProcess(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself, and the event that says so is on its way.
  }
}
