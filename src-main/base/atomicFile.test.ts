// A file is there in full or not at all, whoever refuses it.
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../testing/temporaryFolder'
import { writeFileAtomically } from './atomicFile'

const nobody = 65534

/** Lets the file system refuse as it refuses a person; an administrator becomes somebody else. */
function withoutRights(folder: string): boolean {
  chmodSync(folder, 0o555)
  onTestFinished(() => chmodSync(folder, 0o755))
  if (process.getuid?.() !== 0) return process.platform !== 'win32'
  try {
    process.seteuid?.(nobody)
  } catch (error) {
    process.stderr.write(`SKIPPED: cannot be somebody without rights: ${String(error)}\n`)
    return false
  }
  onTestFinished(() => process.seteuid?.(0))
  return true
}

test('a folder that one may not write into is named as such, and what was there stays', async (context) => {
  const folder = temporaryFolder()
  const path = join(folder, 'state')
  writeFileSync(path, 'before')
  if (!withoutRights(folder)) return context.skip()
  const write = writeFileAtomically(path, async (handle) => void (await handle.write('after')))
  await expect(write).rejects.toMatchObject({ code: 'folderNotWritable', params: { path } })
  expect(readFileSync(path, 'utf8')).toBe('before')
  expect(readdirSync(folder)).toEqual(['state'])
})
