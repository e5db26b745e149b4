// `npm start`: the Electron window where it can open, else the same window in the browser.
//   npm start -- [--web] [--no-open] [--port N] [--data-dir DIR] [--json]
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cannotShowWindow, electronBinary, electronFolder } from './electronBinary.ts'

const root = resolve(import.meta.dirname, '../../..')
const failureFile = join(root, '.cache/electron.json')
const downloadWithinMs = 2 * 60_000
const retryAfterMs = 24 * 3600_000

const args = process.argv.slice(2)
// Without a browser to open there is no window to open either.
if (args.includes('--web') || args.includes('--no-open')) {
  await openInBrowser(args.filter((arg) => arg !== '--web'))
} else {
  const obstacle = cannotShowWindow() ?? (await fetchElectron())
  if (obstacle === null) {
    await openWindow()
  } else {
    say(`The Electron window is not available here (${obstacle}): opening Lethe in the browser.`)
    await openInBrowser(args)
  }
}

/**
 * Fetches Electron's binary once, within two minutes; null when it is there. A failure is remembered
 * for a day.
 */
async function fetchElectron(): Promise<string | null> {
  if (electronBinary()) return null
  const { version } = JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  const earlier = readFailure(version)
  if (earlier) return earlier
  say('Fetching the Electron window (once; at most two minutes)…')
  const { status, output } = await run(join(electronFolder, 'install.js'))
  if (status === 0 && electronBinary()) return null
  const reason =
    status === null
      ? 'its download took too long'
      : /ENOTFOUND|EAI_AGAIN/.test(output)
        ? 'its download server cannot be reached'
        : 'its download failed'
  mkdirSync(dirname(failureFile), { recursive: true })
  writeFileSync(failureFile, JSON.stringify({ version, reason, at: Date.now() }))
  return reason
}

function readFailure(version: string): string | null {
  try {
    const failure = JSON.parse(readFileSync(failureFile, 'utf8')) as Record<string, unknown>
    const isFresh = Date.now() - Number(failure['at']) < retryAfterMs
    return failure['version'] === version && isFresh ? String(failure['reason']) : null
  } catch {
    return null // none yet, or unreadable: try again
  }
}

/** Runs a Node script; status null when it took too long. */
function run(script: string): Promise<{ status: number | null; output: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [script], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: downloadWithinMs,
      killSignal: 'SIGKILL'
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text))
    }
    child.once('error', (error) => done({ status: 1, output: error.message }))
    child.once('close', (status) => done({ status, output }))
  })
}

async function openInBrowser(serveArgs: string[]): Promise<void> {
  // The command line runs in this process: signals and the terminal are its own.
  process.argv.splice(2, Infinity, 'serve', ...serveArgs)
  await import(pathToFileURL(join(root, 'out/main/lethe.js')).href)
}

async function openWindow(): Promise<void> {
  const child = spawn(electronBinary() ?? '', [root, ...args], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  process.exitCode = await new Promise<number>((done) =>
    child.once('exit', (code) => done(code ?? 1))
  )
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
