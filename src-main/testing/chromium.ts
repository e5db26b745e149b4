// Finds the Chromium-based browser that the journeys run in, and installs Debian's where it may.
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chrome',
  'msedge'
]

/** The browser with its software Vulkan device, and the loader through which other programs use it. */
const packages = ['chromium', 'libvulkan1']

/** Debian's description of the software device, for tests of graphics providers without a card. */
export const softwareVulkan = '/usr/lib/chromium/vk_swiftshader_icd.json'

/** Path of an installed browser: LETHE_CHROMIUM, else the usual places, else PATH. */
export function findChromium(): string | null {
  const asked = process.env['LETHE_CHROMIUM']
  if (asked) return asked
  return [...usualPlaces(), ...onPath()].find(isExecutable) ?? null
}

/** The same, after Debian's package was installed when none was there. */
export function findOrInstallChromium(): string | null {
  const found = findChromium()
  if (found !== null || process.platform !== 'linux') return found
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  if (!runs([...sudo, 'apt-get', '--version'])) return null
  process.stderr.write('Installing Chromium for the journeys (once)…\n')
  const apt = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get']
  if (!runs([...apt, 'update'])) return null
  if (!runs([...apt, 'install', '-y', '--no-install-recommends', ...packages])) return null
  return findChromium()
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`
    )
  }
  if (process.platform === 'win32') {
    const programs = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
      (name) => process.env[name] ?? 'C:\\'
    )
    const browsers = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe'
    ]
    return programs.flatMap((folder) => browsers.map((browser) => join(folder, browser)))
  }
  return names.map((name) => join('/usr/bin', name))
}

function onPath(): string[] {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.flatMap((folder) => names.map((name) => join(folder, name + suffix)))
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function runs([command = '', ...args]: string[]): boolean {
  const result = spawnSync(command, args, { encoding: 'utf8', timeout: 10 * 60_000 })
  if (result.status === 0) return true
  if (args.includes('install') || args.includes('update')) process.stderr.write(result.stderr ?? '')
  return false
}
