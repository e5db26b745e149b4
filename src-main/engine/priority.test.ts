import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

/** The priority of a process that was started at `started` and stands back to `asked`. */
function priorityOf(started: number, asked: number): number {
  const file = pathToFileURL(resolve(import.meta.dirname, 'priority.ts')).href
  const program = `import { getPriority } from 'node:os'
    import { standBack } from '${file}'
    standBack(${asked})
    console.log(getPriority())`
  const node = [process.execPath, '--input-type=module', '-e', program]
  const { stdout } = spawnSync('nice', ['-n', String(started), ...node], { encoding: 'utf8' })
  return Number(stdout)
}

test.skipIf(process.platform === 'win32')('an engine stands back, and never comes forward', () => {
  const own = Number(spawnSync('nice', [], { encoding: 'utf8' }).stdout)
  expect(priorityOf(0, 19)).toBe(19)
  expect(priorityOf(19 - own, 5)).toBe(19)
})
