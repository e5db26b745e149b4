// Builds the commands about the starter model and runs one (development only):
//   npm run train:starter [-- --work DIR --output DIR --stop-after STEPS]
//   npm run check:starter [-- --record]
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleEntry, repository } from '../bundleEntry.ts'

const [command = '', ...options] = process.argv.slice(2)
if (command !== 'train' && command !== 'check') {
  process.stderr.write('npm run train:starter or npm run check:starter\n')
  process.exit(2)
}
const source = fileURLToPath(new URL('./command.ts', import.meta.url))
const built = await bundleEntry(source, join(repository, 'node_modules/.cache/lethe-starter'))
process.argv.splice(2, process.argv.length, command, '--repository', repository, ...options)
await import(built.href)
