// Engine processes outside Electron: child_process.fork on the running Node. The worker ends itself
// when its parent is gone ('disconnect' on its message channel), so a killed host leaves none behind.
import { fork } from 'node:child_process'
import type { Readable } from 'node:stream'
import type { EngineProcess, SpawnEngine } from '../jobs/engineProcess'

/**
 * For V8. Streams of records make garbage faster than anything else here: with the usual young generation
 * an engine that reads a file grows by some 100 MB, and is no faster for it.
 */
export const engineFlags = ['--max-semi-space-size=2']

/** @param onErrorOutput receives what the engine writes to stderr (native libraries do), line by line. */
export function forkEngines(
  workerFile: string,
  onErrorOutput: (line: string) => void
): SpawnEngine {
  return () => {
    const child = fork(workerFile, [], {
      execPath: process.execPath,
      execArgv: engineFlags,
      serialization: 'advanced',
      env: { ...process.env, LETHE_ENGINE: '1' },
      // Not the host's stdout: native libraries may print there, and it carries results.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc']
    })
    forwardLines(child.stdout, onErrorOutput)
    forwardLines(child.stderr, onErrorOutput)
    const engine: EngineProcess = {
      pid: child.pid,
      send(message) {
        // A message to a process that has just died is reported by onExit, not here.
        if (child.connected) child.send(message, () => {})
      },
      onMessage(listener) {
        child.on('message', listener)
      },
      onExit(listener) {
        let told = false
        const tell = (reason: string): void => {
          if (told) return
          told = true
          listener(reason)
        }
        child.once('exit', (code, signal) => tell(signal ?? `exit code ${code}`))
        child.once('error', (error) => tell(error.message)) // could not be started
      },
      kill() {
        child.kill('SIGKILL')
      }
    }
    return engine
  }
}

/** Calls back with each whole line of a stream; the last one may lack its line end. */
export function forwardLines(stream: Readable | null, onLine: (line: string) => void): void {
  if (!stream) return
  let rest = ''
  stream.setEncoding('utf8')
  stream.on('data', (text: string) => {
    const lines = (rest + text).split(/\r?\n/)
    rest = lines.pop() ?? ''
    for (const line of lines) if (line !== '') onLine(line)
  })
  stream.once('end', () => {
    if (rest !== '') onLine(rest)
  })
}
