import { fork } from 'node:child_process'
import { once } from 'node:events'
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildEntry } from '../testing/buildEntry'
import { temporaryFolder } from '../testing/temporaryFolder'
import { readOwnerAddress, takeOwnership } from './owner'

let holder: URL
beforeAll(async () => {
  holder = await buildEntry(new URL('../testing/folderHolder.ts', import.meta.url))
})

describe('one owner per data folder', () => {
  test('a second one is refused until the first releases; the fence rises', () => {
    const folder = join(temporaryFolder(), 'new', 'data')
    const first = takeOwnership(folder)
    expect(first).not.toBeNull()
    expect(takeOwnership(folder)).toBeNull()
    first?.release()
    first?.release()
    const second = takeOwnership(folder)
    expect(second?.fence).toBe((first?.fence ?? 0) + 1)
    second?.release()
  })

  test('a killed owner frees the folder, and its address goes with the next one', async () => {
    const folder = temporaryFolder()
    const child = fork(fileURLToPath(holder), [folder], { execArgv: [] })
    const [fence] = (await once(child, 'message')) as [number]
    expect(takeOwnership(folder)).toBeNull()
    expect(readOwnerAddress(folder)?.pid).toBe(child.pid)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const next = takeOwnership(folder)
    expect(next?.fence).toBe(fence + 1)
    expect(readOwnerAddress(folder)).toBeNull()
    next?.release()
  })

  test('the address is for this person only and gone after release', () => {
    const folder = temporaryFolder()
    const owner = takeOwnership(folder)
    const address = { url: 'http://127.0.0.1:4580/', token: 'secret', pid: process.pid }
    owner?.publishAddress(address)
    expect(readOwnerAddress(folder)).toEqual(address)
    if (process.platform !== 'win32') {
      expect(statSync(join(folder, 'owner.json')).mode & 0o777).toBe(0o600)
    }
    owner?.release()
    expect(readOwnerAddress(folder)).toBeNull()
  })

  test('an unreadable address counts as none; a place that cannot be written is named', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'owner.json'), '{"url": 3')
    expect(readOwnerAddress(folder)).toBeNull()
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(() => takeOwnership(join(file, 'data'))).toThrow(
      expect.objectContaining({ code: 'folderNotWritable' })
    )
    writeFileSync(join(folder, 'owner.sqlite'), 'not a database, but something else entirely')
    expect(() => takeOwnership(folder)).toThrow(expect.objectContaining({ code: 'fileMalformed' }))
  })
})
