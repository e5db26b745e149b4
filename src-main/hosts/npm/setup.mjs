// Runs before the npm scripts, on whatever Node the machine has (20 or later): installs what is
// missing, and builds when asked. Says what it does on stderr; stdout belongs to the command.
//   node setup.mjs           install
//   node setup.mjs built     install, build if nothing was built yet
//   node setup.mjs build     install, build if a source is newer than the last build
//   node setup.mjs rebuild   install, build
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')
const modules = join(root, 'node_modules')
const installStamp = join(modules, '.lethe-installed.json')
const buildStamp = join(root, 'out/built.json')
const nodeFile = join(modules, 'node/bin', process.platform === 'win32' ? 'node.exe' : 'node')

const oldestNode = 20
if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  stop(
    `Lethe needs Node ${oldestNode} or later to set itself up; this is ${process.versions.node}.`
  )
}
install()
const mode = process.argv[2]
if (mode === 'rebuild') build()
if (mode === 'build' && isBuildOld()) build()
if (mode === 'built' && !existsSync(buildStamp)) build()

function install() {
  const wanted = JSON.stringify({
    lockFile: createHash('sha256')
      .update(readFileSync(join(root, 'package-lock.json')))
      .digest('hex'),
    system: `${process.platform}-${process.arch}`
  })
  if (existsSync(installStamp) && readFileSync(installStamp, 'utf8') === wanted) return
  say('Installing what Lethe needs (once; about a minute)…')
  // Not `npm ci`: it insists on lock entries for the native packages of every other system, which
  // lock files leave out. Versions and hashes come from the lock file all the same.
  const args = [
    'install',
    '--no-save',
    '--include=dev',
    '--loglevel=error',
    '--no-audit',
    '--no-fund'
  ]
  const npm = process.env.npm_execpath
  const result = npm
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [npm, ...args], options())
    : spawnSync('npm', args, { ...options(), shell: process.platform === 'win32' })
  if (result.error || result.status !== 0) {
    say(tail(`${result.stderr ?? ''}${result.error?.message ?? ''}`))
    stop('Installing failed (above: what npm said). Check the network, then run the command again.')
  }
  if (!existsSync(nodeFile)) {
    stop(
      'npm left out the install script of the package "node". Allow install scripts and run the command again.'
    )
  }
  writeFileSync(installStamp, wanted)
}

function build() {
  say('Building Lethe (only after changes; under a minute)…')
  rmSync(buildStamp, { force: true })
  const startedAt = new Date()
  const result = spawnSync(
    nodeFile,
    [join(modules, 'electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
    options()
  )
  if (result.error || result.status !== 0) {
    say(tail(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`))
    stop('Building failed (above: what the build said).')
  }
  mkdirSync(dirname(buildStamp), { recursive: true })
  writeFileSync(buildStamp, JSON.stringify({ startedAt }))
}

function isBuildOld() {
  if (!existsSync(buildStamp)) return true
  const builtAtMs = Date.parse(JSON.parse(readFileSync(buildStamp, 'utf8')).startedAt)
  const sources = ['src-main', 'src-renderer', 'electron.vite.config.ts', 'package-lock.json']
  return sources.some((source) => newestMs(join(root, source)) > builtAtMs)
}

/** When a file, or anything below a folder, last changed; a removed file changes its folder. */
function newestMs(path) {
  if (path.endsWith('node_modules')) return 0
  const entry = statSync(path)
  if (!entry.isDirectory()) return path.endsWith('.test.ts') ? 0 : entry.mtimeMs
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newestMs(join(path, name))))
}

function options() {
  return {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 28,
    // npm 10 knows no "allowScripts": without this onnxruntime-node would try to download CUDA.
    env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' }
  }
}

function tail(text) {
  return text.trimEnd().split('\n').slice(-40).join('\n')
}

function say(line) {
  process.stderr.write(`${line}\n`)
}

function stop(line) {
  say(line)
  process.exit(1)
}
