// Where the data folder lies on each system.
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { dataFolderPath } from './dataFolder'

const home = '/home/ana'

it('is the place of the platform unless another is asked for', () => {
  const place = (platform: NodeJS.Platform, environment: Record<string, string> = {}): string =>
    dataFolderPath(undefined, '/here', { platform, environment, home })
  expect(place('linux')).toBe(join(home, '.local/share/lethe'))
  expect(place('linux', { XDG_DATA_HOME: '/data' })).toBe(join('/data', 'lethe'))
  expect(place('darwin')).toBe(join(home, 'Library/Application Support/lethe'))
  expect(place('win32', { APPDATA: '/roaming' })).toBe(join('/roaming', 'lethe'))
  expect(place('win32')).toBe(join(home, 'AppData', 'Roaming', 'lethe'))
  expect(place('linux', { LETHE_DATA_DIR: '' })).toBe(join(home, '.local/share/lethe'))
})

it('goes by the option, then by LETHE_DATA_DIR, from the folder the person is in', () => {
  const environment = { LETHE_DATA_DIR: 'there' }
  const sources = { platform: 'linux' as const, environment, home }
  expect(dataFolderPath(undefined, '/here', sources)).toBe(resolve('/here/there'))
  expect(dataFolderPath('../asked', '/here', sources)).toBe(resolve('/asked'))
})
