// Runs every check and prints the sum as the last line: N passed, N failed.
//   node src-main/testing/runAll.ts [lint] [unit] [journeys]      (usual: all three)
//   node src-main/testing/runAll.ts views    every picture of the journeys that take some
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { findOrInstallChromium } from './chromium.ts'

interface Sum {
  passed: number
  failed: number
  skipped: number
}

const root = resolve(import.meta.dirname, '../..')
const results = join(root, 'test-results')
const parts = { lint, unit, journeys }
const onRequest = { views }
const minutes = (count: number): number => count * 60_000

const asked = process.argv.slice(2)
const known = { ...parts, ...onRequest }
const unknown = asked.filter((name) => !Object.hasOwn(known, name))
if (unknown.length > 0) {
  process.stderr.write(
    `There is no part "${unknown[0]}"; there are lint, unit, journeys and views.\n`
  )
  process.exit(2)
}
mkdirSync(results, { recursive: true })
const total: Sum = { passed: 0, failed: 0, skipped: 0 }
const wanted = asked.length === 0 ? Object.keys(parts) : asked
for (const [name, run] of Object.entries(known)) {
  if (!wanted.includes(name)) continue
  const sum = await run()
  total.passed += sum.passed
  total.failed += sum.failed
  total.skipped += sum.skipped
}
if (total.skipped > 0) say(`${total.skipped} skipped (above: why)`)
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed > 0 ? 1 : 0

/** Style, types and unused code. Each failing check counts as one. */
async function lint(): Promise<Sum> {
  const checks: [string, string, ...string[]][] = [
    ['oxlint', 'oxlint/bin/oxlint', '--type-aware', '--deny-warnings'],
    ['prettier', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
    ['types', 'typescript/bin/tsc', '--noEmit', '-p', '.'],
    ['svelte-check', 'svelte-check/bin/svelte-check', '--fail-on-warnings', '--output', 'human'],
    ['knip', 'knip/bin/knip.js', '--no-progress']
  ]
  let failed = 0
  for (const [title, ...command] of checks) {
    const isFine = (await runScript(command, minutes(5), 'onFailure')) === 0
    say(`${isFine ? 'fine  ' : 'FAILED'}  ${title}`)
    if (!isFine) failed++
  }
  return { passed: 0, failed, skipped: 0 }
}

async function unit(): Promise<Sum> {
  // Some look at a page or need a software device; without a browser they say that they are skipped.
  findOrInstallChromium()
  // The bundle test looks at the build.
  if (!(await build())) return { passed: 0, failed: 1, skipped: 0 }
  const report = join(results, 'unit.json')
  rmSync(report, { force: true })
  const config = ['--config', 'src-main/testing/vitest.config.ts']
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const status = await runScript(
    ['vitest/vitest.mjs', 'run', ...config, ...reporters],
    minutes(16),
    'always'
  )
  const schema = z.object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number()
  })
  const counts = readReport(report, schema)
  return closeSum(status, {
    passed: counts?.numPassedTests ?? 0,
    failed: counts?.numFailedTests ?? 0,
    skipped: counts?.numPendingTests ?? 0
  })
}

function views(): Promise<Sum> {
  const folder = join(root, 'e2e/journeys')
  const specs = readdirSync(folder).filter(
    (name) =>
      name.endsWith('.spec.ts') && readFileSync(join(folder, name), 'utf8').includes('takeScreens(')
  )
  process.env['LETHE_VIEWS'] = 'all'
  return journeys(specs, 61)
}

/** All of them, or those in some files; the journeys' own limit (e2e/playwright.config.ts) comes first. */
async function journeys(specs: string[] = [], withinMinutes = 17): Promise<Sum> {
  if (findOrInstallChromium() === null) {
    say('The journeys need Chromium, Chrome or Edge; none was found. LETHE_CHROMIUM can name one.')
    return { passed: 0, failed: 1, skipped: 0 }
  }
  if (!(await build())) return { passed: 0, failed: 1, skipped: 0 }
  const report = join(results, 'journeys.json')
  rmSync(report, { force: true })
  const status = await runScript(
    ['@playwright/test/cli.js', 'test', '--config', 'e2e/playwright.config.ts', ...specs],
    minutes(withinMinutes),
    'always'
  )
  const schema = z.object({
    stats: z.object({
      expected: z.number(),
      unexpected: z.number(),
      flaky: z.number(),
      skipped: z.number()
    })
  })
  const stats = readReport(report, schema)?.stats
  return closeSum(status, {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0
  })
}

async function build(): Promise<boolean> {
  const setup = resolve(import.meta.dirname, '../hosts/npm/setup.mjs')
  return (await runScript([setup, 'build'], minutes(5), 'always')) === 0
}

/** A runner that failed without a failed test (a crash, a file that does not load) counts as one. */
function closeSum(status: number, sum: Sum): Sum {
  const isSilent = sum.failed === 0 && (status !== 0 || sum.passed === 0)
  return isSilent ? { ...sum, failed: 1 } : sum
}

function readReport<T extends z.ZodType>(file: string, schema: T): z.infer<T> | null {
  if (!existsSync(file)) return null
  return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** Runs a script of node_modules (or an absolute one) on this Node; its status, 1 when it took too long. */
function runScript(
  [script = '', ...args]: string[],
  withinMs: number,
  show: 'always' | 'onFailure'
): Promise<number> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [resolve(root, 'node_modules', script), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: withinMs,
      killSignal: 'SIGKILL'
    })
    let held = ''
    const take = (text: string): void => {
      if (show === 'always') process.stdout.write(text)
      else held += text
    }
    child.stdout.setEncoding('utf8').on('data', take)
    child.stderr.setEncoding('utf8').on('data', take)
    child.once('error', (error) => take(`${error.message}\n`))
    child.once('close', (status, signal) => {
      if (signal)
        take(`${script} was ended (${signal}) after ${withinMs / 60_000} minutes at most\n`)
      if (status !== 0) process.stdout.write(held)
      done(status ?? 1)
    })
  })
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
