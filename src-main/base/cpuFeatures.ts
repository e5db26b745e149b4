// What of the processor decides in which order numbers are added, and with it the last bits of a sum: the
// runtime chooses its kernels by these. Two machines with the same features give the same bytes.
import { readFileSync } from 'node:fs'
import { arch, cpus, platform } from 'node:os'

/** Vector extensions where the system names them (Linux), else the processor's own name. */
export function cpuFeatures(): string[] {
  if (platform() !== 'linux') return [platform(), cpus()[0]?.model ?? '']
  const flags = /^(?:flags|Features)\s*:(.*)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1]
  const all = (flags ?? '').trim().split(/\s+/)
  return all.filter((flag) => /^(sse4|avx|fma$|f16c|amx|asimd|sve|bf16|i8mm)/.test(flag)).sort()
}

/** As a run keeps them. */
export function cpuFeatureWords(): string {
  return [arch(), ...cpuFeatures()].join(' ')
}
