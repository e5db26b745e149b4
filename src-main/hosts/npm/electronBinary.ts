// Whether the Electron window can open on this machine. The package itself is never loaded: that
// would start a download of its own.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const electronFolder = resolve(import.meta.dirname, '../../../node_modules/electron')

export function electronBinary(): string | null {
  const pathFile = join(electronFolder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const binary = join(electronFolder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(binary) ? binary : null
}

/** Why no window can open on this machine, whatever is installed. */
export function cannotShowWindow(): string | null {
  if (process.platform !== 'linux') return null
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return 'there is no display'
  if (process.getuid?.() === 0) return 'its sandbox does not run as root'
  return null
}
