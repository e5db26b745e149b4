// Real child processes: what an engine says arrives, its death is told once, and it never outlives
// the process that started it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { forkEngines, forwardLines } from './engineFork'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lethe-engine-'))
  writeFileSync(
    join(folder, 'echo.mjs'),
    `process.on('disconnect', () => process.exit())
    process.on('message', (message) => {
      if (message.type === 'abort') process.exit(7)
      console.error('native warning')
      process.send({ echo: message, engine: process.env.LETHE_ENGINE })
    })`
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

const message = {
  type: 'run',
  id: 'a',
  fence: 1,
  spec: { type: 'inspect', path: 'x', copyTo: null }
} as const

it('carries messages both ways and keeps what is printed apart', async () => {
  const printed: string[] = []
  const engine = forkEngines(join(folder, 'echo.mjs'), (line) => printed.push(line))()
  const answer = new Promise((resolve) => engine.onMessage(resolve))
  const exit = new Promise((resolve) => engine.onExit(resolve))
  engine.send(message)
  expect(await answer).toEqual({ echo: message, engine: '1' })
  engine.kill()
  expect(await exit).toBe('SIGKILL')
  await expect.poll(() => printed).toEqual(['native warning'])
  engine.send(message) // to a dead engine: told by onExit alone
})

it('tells an exit code, and an engine that never started', async () => {
  const engine = forkEngines(join(folder, 'echo.mjs'), () => {})()
  const exit = new Promise((resolve) => engine.onExit(resolve))
  engine.send({ type: 'abort', id: 'a' })
  expect(await exit).toBe('exit code 7')

  const missing = forkEngines(join(folder, 'missing.mjs'), () => {})()
  expect(await new Promise((resolve) => missing.onExit(resolve))).toBe('exit code 1')
})

it('forwards whole lines, however they come', async () => {
  const stream = new PassThrough()
  const lines: string[] = []
  forwardLines(stream, (line) => lines.push(line))
  for (const piece of ['one\ntw', 'o\r\n\nth', 'ree']) stream.write(piece)
  stream.end()
  await expect.poll(() => lines).toEqual(['one', 'two', 'three'])
})
