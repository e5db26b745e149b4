// The model that comes with the app: registered once, and again when the app brings another one.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { asLetheError } from '../base/errors'
import { newId } from '../base/ids'
import type { Log } from '../base/log'
import type { Store } from '../store/client'
import type { EnginePool } from './engines'
import type { ModelLibrary } from './library'
import { stampOf } from './modelFiles'
import { modelRowOf } from './modelRow'

/** Never throws: without it the app still works, and the log says why. */
export async function registerStarter(
  resourcesFolder: string,
  store: Store,
  engines: EnginePool,
  library: ModelLibrary,
  log: Log,
  signal: AbortSignal
): Promise<void> {
  const path = join(resourcesFolder, 'starter')
  try {
    if (!existsSync(join(path, 'config.json'))) {
      log.warn({ path }, 'there is no starter model')
      return
    }
    const filesStamp = await stampOf(path)
    const known = (await store.read.models.all()).find(({ origin }) => origin === 'included')
    if (known && known.path === path && known.filesStamp === filesStamp) return
    const found = await engines.run({ type: 'inspect', path, copyTo: null }, { signal })
    if (known) {
      // What a person chose for it stays: its name, its mode, whether it is hidden.
      const { name: _name, folder: _folder, ...facts } = found
      const changes = { ...facts, path, filesStamp }
      await library.changed(await store.write.models.update({ id: known.id, changes }))
    } else {
      const row = modelRowOf(newId(), found, 'included', path, 'Starter')
      await library.changed(await store.write.models.add({ ...row, filesStamp }))
    }
    log.info({ path }, 'the starter model was registered')
  } catch (error) {
    if (!signal.aborted) {
      log.error({ path, ...asLetheError(error).toJSON() }, 'the starter model was not registered')
    }
  }
}
