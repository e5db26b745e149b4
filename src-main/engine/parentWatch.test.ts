import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isRunning } from '../testing/isRunning'
import { temporaryFolder } from '../testing/temporaryFolder'

// On Windows a process keeps its parent's id; there Electron's job object ends it.
it.skipIf(process.platform === 'win32')('ends when the parent was killed', async () => {
  const folder = temporaryFolder()
  const pidFile = join(folder, 'pid')
  writeFileSync(
    join(folder, 'engine.mjs'),
    `import { endWithParent } from ${JSON.stringify(join(import.meta.dirname, 'parentWatch.ts'))}
    import { writeFileSync } from 'node:fs'
    endWithParent(() => process.exit())
    setInterval(() => {}, 1000)
    writeFileSync(${JSON.stringify(pidFile)}, String(process.pid))`
  )
  writeFileSync(
    join(folder, 'app.mjs'),
    `import { spawn } from 'node:child_process'
    spawn(process.execPath, [${JSON.stringify(join(folder, 'engine.mjs'))}], { detached: true, stdio: 'ignore' })
    setInterval(() => {}, 1000)`
  )
  const app = spawn(process.execPath, [join(folder, 'app.mjs')], { stdio: 'ignore' })
  const read = (): number => {
    try {
      return Number(readFileSync(pidFile, 'utf8'))
    } catch {
      return 0
    }
  }
  await expect.poll(read, { timeout: 15_000 }).toBeGreaterThan(0)
  const pid = read()
  try {
    expect(isRunning(pid)).toBe(true)
    app.kill('SIGKILL')
    await once(app, 'exit')
    await expect.poll(() => isRunning(pid), { timeout: 15_000 }).toBe(false)
  } finally {
    if (isRunning(pid)) process.kill(pid, 'SIGKILL')
  }
})
