// Whether a process is still at work.
import { readFileSync } from 'node:fs'

/** False also for one that has ended and only waits for its parent to notice. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    if (process.platform !== 'linux') return true
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.at(stat.lastIndexOf(')') + 2) !== 'Z'
  } catch {
    return false
  }
}
