// Opens the application on an owned data folder with the engines of this host.
import type { DeviceRequest } from '../contract/devices'
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
  device?: DeviceRequest | undefined // usual: the setting
  /** How engines start here; usual: child_process.fork. */
  engines?: (workerFile: string, onErrorOutput: (line: string) => void) => SpawnEngine
  pickFolder?: () => Promise<string | null>
}

/** Releases the folder when opening fails; afterwards Application.close does. */
export async function openHostApplication({
  files,
  engines = forkEngines,
  ownership,
  ...options
}: HostApplicationOptions): Promise<Application> {
  // Engines start only when the application asks for them: its log is open by then.
  let application: Application | undefined
  const onErrorOutput = (line: string): void => {
    application?.context.log.warn({ line }, 'an engine printed')
  }
  try {
    application = await openApplication({
      ...options,
      ownership,
      workerUrl: files.storeWorker,
      spawnEngine: engines(files.engineWorker, onErrorOutput),
      resourcesFolder: files.resourcesFolder,
      hub: { endpoint: process.env['HF_ENDPOINT'], token: process.env['HF_TOKEN'] },
      version
    })
    return application
  } catch (error) {
    ownership.release()
    throw error
  }
}
