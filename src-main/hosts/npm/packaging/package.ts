// npm run package -- [--linux] [--mac] [--win] [--dir]: installers in dist/, for this system unless
// another is named. electron-builder is installed on demand into this folder; it fetches Electron and
// its own tools, so this needs a network.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { configuration } from './configuration.ts'

const root = resolve(import.meta.dirname, '../../../..')
const builder = join(import.meta.dirname, 'node_modules/electron-builder/cli.js')
const configurationFile = join(root, '.cache/packaging.json')

if (!existsSync(builder)) {
  process.stderr.write('Installing what puts installers together (once)…\n')
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const { status } = spawnSync('npm', args, {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32'
  })
  if (status !== 0) process.exit(1)
}
mkdirSync(join(root, '.cache'), { recursive: true })
writeFileSync(configurationFile, JSON.stringify(configuration))
const { status } = spawnSync(
  process.execPath,
  [builder, '--publish', 'never', '--config', configurationFile, ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' }
)
process.exit(status ?? 1)
