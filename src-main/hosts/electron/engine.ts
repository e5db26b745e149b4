// Engine processes in Electron: utilityProcess, which Electron ends together with the app.
import { utilityProcess } from 'electron'
import type { SpawnEngine } from '../../jobs/engineProcess'
import { forwardLines } from '../engineFork'
import type { Readable } from 'node:stream'

/** @param onErrorOutput receives what the engine prints, line by line. */
export function utilityEngines(
  workerFile: string,
  onErrorOutput: (line: string) => void
): SpawnEngine {
  return () => {
    const child = utilityProcess.fork(workerFile, [], {
      serviceName: 'Lethe engine',
      stdio: 'pipe',
      env: { ...process.env, LETHE_ENGINE: '1' }
    })
    forwardLines(child.stdout as Readable | null, onErrorOutput)
    forwardLines(child.stderr as Readable | null, onErrorOutput)
    let running = true
    child.once('exit', () => {
      running = false
    })
    return {
      get pid() {
        return child.pid
      },
      send(message) {
        if (running) child.postMessage(message)
      },
      onMessage(listener) {
        child.on('message', listener)
      },
      onExit(listener) {
        child.once('exit', (code) => listener(`exit code ${code}`))
      },
      kill() {
        // child.kill asks politely; an engine inside native code would not hear it.
        if (running && child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
      }
    }
  }
}
