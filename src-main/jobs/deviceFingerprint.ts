// What the result of a device test depends on: the machine, its graphics drivers, the runtime. When
// any of it changes, the test is made again.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { arch, cpus, homedir, hostname, platform, release, version } from 'node:os'
import { delimiter, join } from 'node:path'
import type { DeviceProvider } from '../contract/devices'
import { runtimeVersion } from './runtimeVersion'

/** @param threads what the CPU was tested with; others do not depend on it */
export function deviceFingerprint(provider: DeviceProvider, threads: number): string {
  const machine = [hostname(), platform(), arch(), release(), version(), cpus()[0]?.model ?? '']
  const own = provider === 'cpu' ? [threads] : drivers(process.env)
  return createHash('sha256')
    .update(JSON.stringify([runtimeVersion(), machine, provider, own]))
    .digest('hex')
}

/** Names, sizes and times of what changes with a driver, and what chooses between drivers. */
export function drivers(environment: NodeJS.ProcessEnv): unknown[] {
  const chosen = ['VK_ICD_FILENAMES', 'VK_DRIVER_FILES', 'VK_ADD_DRIVER_FILES', 'DRI_PRIME'].map(
    (name) => environment[name] ?? null
  )
  if (platform() === 'win32') {
    // A new driver is a new folder there.
    const store = join(environment['SystemRoot'] ?? 'C:\\Windows', 'System32/DriverStore')
    return [chosen, stamp(join(store, 'FileRepository'))]
  }
  if (platform() !== 'linux') return [chosen] // on macOS drivers come with the system
  const data = environment['XDG_DATA_HOME'] || join(homedir(), '.local/share')
  const folders = [data, '/usr/local/share', '/usr/share', '/etc'].map((folder) =>
    join(folder, 'vulkan/icd.d')
  )
  const named = [environment['VK_ICD_FILENAMES'], environment['VK_DRIVER_FILES']].flatMap((paths) =>
    (paths ?? '').split(delimiter).filter((path) => path !== '')
  )
  const manifests = [...named, ...folders.flatMap(filesOf)]
  return [
    chosen,
    manifests.map(manifest),
    text('/proc/driver/nvidia/version'),
    filesOf('/sys/class/drm').map((card) => text(join(card, 'device/uevent')))
  ]
}

/** A driver's description and the library it names. */
function manifest(path: string): unknown {
  const content = text(path)
  const library = /"library_path"\s*:\s*"([^"]+)"/.exec(content ?? '')?.[1]
  const beside = library?.startsWith('.') ? join(path, '..', library) : library
  return [path, stamp(path), beside?.includes('/') ? stamp(beside) : (beside ?? null)]
}

function stamp(path: string): unknown {
  try {
    const { size, mtimeMs } = statSync(path)
    return [path, size, mtimeMs]
  } catch {
    return null
  }
}

function text(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
      .sort()
      .map((name) => join(folder, name))
  } catch {
    return []
  }
}
