// Starts the built web host on a data folder of its own, and the command line beside it.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect } from '@playwright/test'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '../..')
const program = join(root, 'out/main/lethe.js')
const startWithinMs = 60_000

export interface Host {
  readonly url: string // with the token
  readonly origin: string
  readonly token: string
  readonly process: ChildProcess
  readonly dataFolder: string
  /** What the host printed, and the log of its data folder. */
  log(): string
  /** Ends it as Ctrl-C would; resolves to its exit status. */
  stop(): Promise<number | null>
}

export function makeDataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'lethe-journey-'))
}

export function removeDataFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** Resolves once the host has printed its address. */
export async function startHost(
  dataFolder: string,
  environment: Record<string, string> = {}
): Promise<Host> {
  if (!existsSync(program)) throw new Error('There is no build: run `npm run build` first.')
  const args = ['serve', '--port', '0', '--no-open', '--json', '--data-dir', dataFolder]
  const child = startLethe(args, '', [], environment)
  const ended = new Promise<number | null>((done) => child.process.once('exit', done))
  const line = await Promise.race([
    child.firstLine,
    ended.then((status) => {
      throw new Error(`The host ended with status ${status}:\n${child.printed()}`)
    }),
    deadline(startWithinMs, () => `The host did not start:\n${child.printed()}`)
  ])
  const { url, token } = z.object({ url: z.url(), token: z.string() }).parse(JSON.parse(line))
  return {
    url,
    origin: new URL(url).origin,
    token,
    process: child.process,
    dataFolder,
    log: () => `${child.printed()}\n${readLog(dataFolder)}`,
    stop() {
      child.process.kill('SIGINT')
      return Promise.race([ended, deadline(15_000, () => 'The host did not end.')])
    }
  }
}

export interface Lethe {
  process: ChildProcess
  firstLine: Promise<string>
  printed(): string
  stdout(): string
  exit: Promise<number | null>
}

/**
 * Starts the built command line; it runs beside the caller. `input` is its standard input, `prefix` a
 * program that runs it, such as one that changes the account.
 */
export function startLethe(
  args: string[],
  input = '',
  prefix: string[] = [],
  environment: Record<string, string> = {}
): Lethe {
  const [first = '', ...rest] = [...prefix, process.execPath, program, ...args]
  const child = spawn(first, rest, {
    env: { ...process.env, LC_ALL: 'C.UTF-8', INIT_CWD: root, ...environment }
  })
  child.stdin.end(input)
  let stdout = ''
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const firstLine = new Promise<string>((done) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      if (stdout.includes('\n')) done(stdout.slice(0, stdout.indexOf('\n')))
    })
  })
  const exit = new Promise<number | null>((done) => child.once('close', done))
  return {
    process: child,
    firstLine,
    printed: () => stdout + stderr,
    stdout: () => stdout,
    exit
  }
}

/** The processes whose parent is `pid`, with their command lines. */
export function childProcesses(pid: number): { pid: number; command: string }[] {
  const table = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).stdout
  return table.split('\n').flatMap((row) => {
    const [, child, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row) ?? []
    return Number(parent) === pid ? [{ pid: Number(child), command: command ?? '' }] : []
  })
}

/** The engine processes of a host. */
export function engineProcesses(hostPid: number): number[] {
  return childProcesses(hostPid)
    .filter(({ command }) => command.includes('engine.js'))
    .map(({ pid }) => pid)
}

/** Ends the engines of a host; resolves once the host has seen them end: what is asked next starts others. */
export async function killEngines(hostPid: number): Promise<void> {
  const killed = engineProcesses(hostPid)
  for (const pid of killed) process.kill(pid, 'SIGKILL')
  // A process that ended stands in the table, without its arguments, until its parent has looked.
  await expect
    .poll(() => childProcesses(hostPid).filter(({ pid }) => killed.includes(pid)), {
      intervals: [20]
    })
    .toEqual([])
}

export function isRunning(pid: number): boolean {
  const state = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout
  return state.trim() !== '' && !state.trim().startsWith('Z')
}

export function readLog(dataFolder: string): string {
  const file = join(dataFolder, 'logs/lethe.log')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

function deadline(withinMs: number, message: () => string): Promise<never> {
  return new Promise((_done, fail) => {
    setTimeout(() => fail(new Error(message())), withinMs).unref()
  })
}
