// Where the build put what a host needs at run time. Entry files pass their own folder (out/main):
// shared code may end up in chunks elsewhere.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

export interface BuiltFiles {
  storeWorker: URL
  engineWorker: string
  preload: string
  rendererFolder: string
  resourcesFolder: string
}

export function builtFiles(entryFolder: string): BuiltFiles {
  return {
    storeWorker: pathToFileURL(resolve(entryFolder, 'store.js')),
    engineWorker: resolve(entryFolder, 'engine.js'),
    preload: resolve(entryFolder, '../preload/preload.cjs'),
    rendererFolder: resolve(entryFolder, '../renderer'),
    resourcesFolder: resolve(entryFolder, '../../resources')
  }
}
