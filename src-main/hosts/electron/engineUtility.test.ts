// Real processes behind Electron's interface: a Node child whose `process.parentPort` speaks over its
// IPC channel. What is tested is our side; that Electron's own child behaves like this is not.
import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { UtilityProcess } from 'electron'
import { beforeEach, expect, it } from 'vitest'
import { isRunning } from '../../testing/isRunning'
import { temporaryFolder } from '../../testing/temporaryFolder'
import { utilityEngines, type ForkUtility } from './engineUtility'

let folder: string
let children: UtilityProcess[]

const message = {
  type: 'run',
  id: 'a',
  fence: 1,
  spec: { type: 'inspect', path: 'x', copyTo: null }
} as const

/** Tells its process id late, as Electron does: once the process has been started. */
class NodeUtility extends EventEmitter {
  pid: number | undefined
  stdout
  stderr
  postMessage

  constructor(file: string, env: NodeJS.ProcessEnv, startsAfterMs: number) {
    super()
    const child = fork(file, [], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
    const { stdout, stderr } = child
    Object.assign(this, { stdout, stderr })
    this.stdout = stdout
    this.stderr = stderr
    this.postMessage = (data: object) => void child.send(data)
    setTimeout(() => {
      this.pid = child.pid
      this.emit('spawn')
    }, startsAfterMs)
    child.on('message', (data) => this.emit('message', data))
    child.once('exit', (code, signal) => {
      this.pid = undefined
      this.emit('exit', signal === null ? code : 9)
    })
  }
}

const forkNode =
  (startsAfterMs = 0): ForkUtility =>
  (file, _args, options) => {
    const child = new NodeUtility(file, (options.env ?? {}) as NodeJS.ProcessEnv, startsAfterMs)
    children.push(child as unknown as UtilityProcess)
    return child as unknown as UtilityProcess
  }

beforeEach(() => {
  folder = temporaryFolder()
  children = []
  writeFileSync(
    join(folder, 'echo.mjs'),
    `process.on('disconnect', () => process.exit())
    process.on('message', (message) => {
      if (message.type === 'abort') process.exit(7)
      console.error('native warning')
      process.send({ echo: message, engine: process.env.LETHE_ENGINE, pid: process.pid })
    })`
  )
})

it('carries messages both ways, keeps what is printed apart, and tells the end once', async () => {
  const printed: string[] = []
  const spawn = utilityEngines(forkNode(), join(folder, 'echo.mjs'), (line) => printed.push(line))
  const engine = spawn()
  const answer = new Promise((resolve) => engine.onMessage(resolve))
  const exits: string[] = []
  engine.onExit((reason) => exits.push(reason))
  engine.send(message)
  expect(await answer).toMatchObject({ echo: message, engine: '1', pid: engine.pid })
  engine.kill()
  engine.kill()
  await expect.poll(() => exits).toEqual(['exit code 9'])
  expect(printed).toEqual(['native warning'])
  engine.send(message) // to a dead engine: told by onExit alone
  engine.kill()
})

it('tells an exit code, and what V8 said before it died', async () => {
  const printed: string[] = []
  const spawn = utilityEngines(forkNode(), join(folder, 'echo.mjs'), (line) => printed.push(line))
  const engine = spawn()
  const exit = new Promise((resolve) => engine.onExit(resolve))
  children[0]?.emit('error', 'FatalError', 'v8::internal', '{}')
  engine.send({ type: 'abort', id: 'a' })
  expect(await exit).toBe('exit code 7')
  expect(printed).toEqual(['FatalError at v8::internal'])
})

it('ends an engine that was no longer wanted while it was being started', async () => {
  const engine = utilityEngines(forkNode(300), join(folder, 'echo.mjs'), () => {})()
  const pid = new Promise<number>((resolve) =>
    engine.onMessage((told) => resolve((told as { pid: number }).pid))
  )
  const exit = new Promise((resolve) => engine.onExit(resolve))
  engine.send(message)
  engine.kill()
  expect(engine.pid).toBe(undefined)
  expect(isRunning(await pid)).toBe(true)
  expect(await exit).toBe('exit code 9')
  expect(isRunning(await pid)).toBe(false)
})
