// Which graphics adapter this process computes on, as far as the system tells: the runtime does not.
// Linux says which Vulkan drivers are loaded, and what its kernel drivers know of their cards.
import { readFileSync, readdirSync } from 'node:fs'
import { arch, cpus, platform, totalmem } from 'node:os'
import { join } from 'node:path'

export interface Adapter {
  readonly name: string | null // null: not known
  readonly memoryBytes: number | null // of its own; null: not known
}

export interface AdapterSources {
  readonly platform: NodeJS.Platform
  readonly arch: string
  /** The processor's name. */
  readonly processor: string
  /** Where /proc and /sys are. */
  readonly root: string
  readonly memoryBytes: number
}

const unknown: Adapter = { name: null, memoryBytes: null }

/** Vulkan drivers by the names of their libraries; those that compute on the processor come first. */
const drivers: readonly { library: RegExp; vendor: string | null; title: string }[] = [
  { library: /libvk_swiftshader/, vendor: null, title: 'SwiftShader (software)' },
  { library: /libvulkan_lvp/, vendor: null, title: 'llvmpipe (software)' },
  { library: /libGLX_nvidia|libnvidia-vulkan/, vendor: '0x10de', title: 'NVIDIA' },
  { library: /libvulkan_radeon|amdvlk/, vendor: '0x1002', title: 'AMD' },
  { library: /libvulkan_intel/, vendor: '0x8086', title: 'Intel' }
]

/** Ask once a session is open: its driver is loaded by then. Not known where two could be meant. */
export function adapterNow(sources: AdapterSources = here()): Adapter {
  if (sources.platform === 'darwin') {
    // Apple's own chips have one adapter, which shares the main memory.
    return sources.arch === 'arm64'
      ? { name: sources.processor, memoryBytes: sources.memoryBytes }
      : unknown
  }
  if (sources.platform !== 'linux') return unknown
  const loaded = read(sources, 'proc/self/maps')
  const cards = drivers
    .filter(({ library }) => library.test(loaded))
    .filter(({ vendor }) => vendor === null || cardOf(sources, vendor) !== null)
  const hardware = cards.filter(({ vendor }) => vendor !== null)
  // With a card there, the software driver is loaded beside it and not chosen.
  const [driver, another] = hardware.length > 0 ? hardware : cards
  if (!driver || another) return unknown
  if (driver.vendor === null) return { name: driver.title, memoryBytes: null }
  const models = driver.vendor === '0x10de' ? nvidiaModels(sources) : []
  const memoryBytes = cardOf(sources, driver.vendor)?.memoryBytes ?? null
  return { name: models.length === 1 ? models[0]! : driver.title, memoryBytes }
}

function here(): AdapterSources {
  const processor = cpus()[0]?.model.trim() ?? ''
  return {
    ...{ platform: platform(), arch: arch(), processor, root: '/', memoryBytes: totalmem() }
  }
}

/** Cards of a vendor; of one alone the memory too, where the kernel tells it (AMD's driver does). */
function cardOf(sources: AdapterSources, vendor: string): { memoryBytes: number | null } | null {
  const devices = list(sources, 'sys/class/drm')
    .filter((card) => /^card\d+$/.test(card))
    .map((card) => `sys/class/drm/${card}/device`)
    .filter((device) => read(sources, `${device}/vendor`).trim() === vendor)
  const [device] = devices
  if (device === undefined) {
    // Without a display a card of NVIDIA may be known to its own driver alone.
    return vendor === '0x10de' && nvidiaModels(sources).length > 0 ? { memoryBytes: null } : null
  }
  const bytes = devices.length === 1 ? Number(read(sources, `${device}/mem_info_vram_total`)) : 0
  return { memoryBytes: bytes > 0 ? bytes : null }
}

function nvidiaModels(sources: AdapterSources): string[] {
  const folder = 'proc/driver/nvidia/gpus'
  return list(sources, folder).flatMap((gpu) => {
    const found = /^Model:\s*(.+)$/m.exec(read(sources, `${folder}/${gpu}/information`))
    return found ? [found[1]!.trim()] : []
  })
}

function read({ root }: AdapterSources, path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch {
    return '' // not there: that is an answer too
  }
}

function list({ root }: AdapterSources, path: string): string[] {
  try {
    return readdirSync(join(root, path)).sort()
  } catch {
    return []
  }
}
