// Starts scripted engines the way the web host and the command line start real ones.
import { fileURLToPath } from 'node:url'
import { forkEngines } from '../hosts/engineFork'
import type { SpawnEngine } from '../jobs/engineProcess'
import { buildEntry } from './buildEntry'

export async function scriptedEngines(): Promise<SpawnEngine> {
  const worker = fileURLToPath(await buildEntry(new URL('./scriptedEngine.ts', import.meta.url)))
  return enginesOf(worker)
}

/** @param worker a built engine */
export function enginesOf(worker: string): SpawnEngine {
  return forkEngines(worker, () => {})
}
