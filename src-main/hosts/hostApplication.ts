// Opens the application on an owned data folder with the engines of this host.
import type { DeviceRequest } from '../contract/inference'
import { openApplication, type Application } from '../jobs/application'
import type { SpawnEngine } from '../jobs/engineProcess'
import type { Ownership } from '../store/owner'
import { version } from '../../package.json'
import type { BuiltFiles } from './builtFiles'
import { forkEngines } from './engineFork'

export interface HostApplicationOptions {
  dataFolder: string
  host: 'electron' | 'web' | 'cli'
  ownership: Ownership
  files: BuiltFiles
  device?: DeviceRequest
  spawnEngine?: SpawnEngine // usual: child_process.fork
  pickFolder?: () => Promise<string | null>
}

/** Releases the folder when opening fails; afterwards Application.close does. */
export async function openHostApplication({
  files,
  spawnEngine = forkEngines(files.engineWorker, () => {}),
  ownership,
  ...options
}: HostApplicationOptions): Promise<Application> {
  try {
    return await openApplication({
      ...options,
      ownership,
      workerUrl: files.storeWorker,
      spawnEngine,
      resourcesFolder: files.resourcesFolder,
      version
    })
  } catch (error) {
    ownership.release()
    throw error
  }
}
