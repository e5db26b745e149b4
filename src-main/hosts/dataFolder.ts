// Where a person's data lies unless they say otherwise: the platform's own place for it.
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

export interface DataFolderSources {
  platform: NodeJS.Platform
  environment: Record<string, string | undefined>
  home: string
}

/** Absolute path of the data folder: `asked` (from `folder`), LETHE_DATA_DIR, or the platform's. */
export function dataFolderPath(
  asked: string | undefined,
  folder: string,
  { platform, environment, home }: DataFolderSources = {
    platform: process.platform,
    environment: process.env,
    home: homedir()
  }
): string {
  const given = asked ?? (environment['LETHE_DATA_DIR'] || undefined)
  if (given !== undefined) return resolve(folder, given)
  if (platform === 'win32') {
    return join(environment['APPDATA'] || join(home, 'AppData', 'Roaming'), 'lethe')
  }
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'lethe')
  return join(environment['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'lethe')
}
