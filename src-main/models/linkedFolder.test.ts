// Model folders as download caches keep them: every file a link into a common store.
import { mkdir, readdir, rename, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporaryFolder'
import { writeTinyModel } from '../testing/tinyModel'
import { CausalRunner } from './causalRunner'
import { inspectModel } from './inspect'
import { openModelFolder } from './modelFolder'
import { greedy } from './sampling'

/** Moves a folder's files into blobs/ and links them from snapshots/main/. */
async function linkedFolder(): Promise<string> {
  const root = temporaryFolder()
  const plain = await writeTinyModel(join(root, 'plain'))
  const [blobs, snapshot] = [join(root, 'blobs'), join(root, 'snapshots', 'main')]
  await mkdir(blobs)
  await mkdir(snapshot, { recursive: true })
  for (const [index, name] of (await readdir(plain)).entries()) {
    await rename(join(plain, name), join(blobs, `blob${index}`))
    await symlink(join('..', '..', 'blobs', `blob${index}`), join(snapshot, name))
  }
  return snapshot
}

async function firstToken(folder: string): Promise<number> {
  const source = await openModelFolder(folder)
  const runner = await CausalRunner.open(source, {
    device: 'cpu',
    weightMode: 'mapped',
    threads: 1
  })
  try {
    const cache = runner.newCache()
    const { logits } = await runner.step({ cache, ids: [[1, 2, 3]], chosen: [2], want: ['logits'] })
    return greedy(logits!)
  } finally {
    await runner.close()
  }
}

describe.skipIf(process.platform === 'win32')('a folder of links', () => {
  it('runs as the folder it links to', async () => {
    const plain = await writeTinyModel(join(temporaryFolder(), 'plain'))
    expect(await firstToken(await linkedFolder())).toBe(await firstToken(plain))
  })

  it('is copied whole', async () => {
    const copyTo = join(temporaryFolder(), 'copy')
    const signal = new AbortController().signal
    const found = await inspectModel(await linkedFolder(), { copyTo, signal, onBytes: () => {} })
    expect(found.files).toContain('config.json')
    expect((await readdir(copyTo)).sort()).toEqual(found.files)
    await openModelFolder(copyTo)
  })
})
