// npm run bench -- NAME [PART]: figures as JSON on stdout, progress on stderr. Peers are installed on
// demand into this folder; model files of some gigabytes are written to .cache/bench once.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { audit } from './audit.ts'
import { decode } from './decode.ts'
import { importRecords } from './importRecords.ts'
import { load } from './load.ts'
import { replay } from './replay.ts'
import { train } from './train.ts'

const benches = {
  audit: { run: audit, parts: ['full', 'small'], hasPeers: false },
  decode: { run: decode, parts: ['full', 'blocks', 'profile'], hasPeers: true },
  import: { run: importRecords, parts: ['full', 'small'], hasPeers: false },
  load: { run: load, parts: [], hasPeers: true },
  replay: { run: replay, parts: ['sensitiveLast', 'shuffled'], hasPeers: false },
  train: { run: train, parts: ['4M', '97M'], hasPeers: false }
}

const root = resolve(import.meta.dirname, '../..')
const name = process.argv[2] ?? ''
const say = (line: string): void => void process.stderr.write(`${line}\n`)

if (!Object.hasOwn(benches, name)) {
  say(`npm run bench -- NAME, where NAME is one of: ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}
const { run, parts, hasPeers } = benches[name as keyof typeof benches]
const [part] = process.argv.slice(3)
if (part !== undefined && !parts.some((it) => it === part)) {
  say(`${name} has the parts: ${parts.join(', ') || 'none'}`)
  process.exit(2)
}
const peers = ['node-llama-cpp', '@huggingface/transformers']
if (
  hasPeers &&
  !peers.every((peer) => existsSync(join(import.meta.dirname, 'node_modules', peer)))
) {
  say('Installing the peers (once)…')
  const { status } = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32'
  })
  if (status !== 0) process.exit(1)
}
const figures = await run(join(root, '.cache/bench'), say, part)
process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
