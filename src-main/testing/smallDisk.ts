// A disk of its own for one test, small enough to be filled, and a folder that nobody can write into, not
// even an administrator. Both need the right to mount; where a machine does not give it, a test that asks
// for them says so and is skipped.
import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

function command(name: string, ...args: string[]): string | null {
  const { status, error, stderr } = spawnSync(name, args, { encoding: 'utf8' })
  return status === 0 ? null : (error?.message ?? stderr.trim())
}

/** Why nothing can be mounted here; null: it can. */
export function whyNoMount(): string | null {
  if (process.platform !== 'linux') return 'disks for tests are mounted on Linux alone'
  const folder = mkdtempSync(join(tmpdir(), 'lethe-mount-'))
  try {
    const refused = command('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder)
    return refused ?? command('umount', folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export interface SmallDisk {
  readonly folder: string
  /** Leaves no byte free. */
  fill(): void
  /** Takes away what filled it. */
  free(): void
}

/** An empty disk in a folder that is made for it, gone with the test. */
export function smallDisk(folder: string, sizeMiB: number): SmallDisk {
  mkdirSync(folder, { recursive: true })
  const refused = command('mount', '-t', 'tmpfs', '-o', `size=${sizeMiB}m`, 'tmpfs', folder)
  if (refused !== null) throw new Error(refused)
  // Whoever opened files there is closed after: tests end in the reverse order.
  onTestFinished(() => void command('umount', '--lazy', folder))
  const filler = join(folder, 'filler')
  return {
    folder,
    fill() {
      const file = openSync(filler, 'a')
      try {
        for (const size of [2 ** 20, 2 ** 12, 1]) {
          const bytes = Buffer.alloc(size)
          for (;;) if (!wrote(file, bytes)) break
        }
      } finally {
        closeSync(file)
      }
    },
    free: () => rmSync(filler, { force: true })
  }
}

function wrote(file: number, bytes: Buffer): boolean {
  try {
    return writeSync(file, bytes) === bytes.length
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false
    throw error
  }
}

/** From now until the returned is called, or the test ends, the folder can only be read. */
export function readOnly(folder: string): () => void {
  const refused =
    command('mount', '--bind', folder, folder) ?? command('mount', '-o', 'remount,bind,ro', folder)
  if (refused !== null) throw new Error(refused)
  let isOver = false
  const end = (): void => {
    if (!isOver) command('umount', '--lazy', folder)
    isOver = true
  }
  onTestFinished(end)
  return end
}
