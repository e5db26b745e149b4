// The entry of the command line (out/main/lethe.js): streams, signals and the exit status.
import { buffer } from 'node:stream/consumers'
import { languageOf } from '../../contract/quantities'
import { builtFiles } from '../builtFiles'
import { runCommandLine } from './run'

const cancel = new AbortController()
const onSignal = (): void => {
  if (cancel.signal.aborted) process.exit(1) // asked twice: at once
  cancel.abort()
}
process.on('SIGINT', onSignal)
process.on('SIGTERM', onSignal)
process.on('SIGHUP', onSignal)
// The reader of a pipe may leave early (`lethe models | head -1`).
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    cancel.abort()
  })
}

const { LC_ALL, LC_MESSAGES, LANG } = process.env
const languageTag = [LC_ALL, LC_MESSAGES, LANG].find((tag) => tag !== undefined && tag !== '')
const status = await runCommandLine({
  arguments: process.argv.slice(2),
  folder: process.env['INIT_CWD'] || process.cwd(),
  files: builtFiles(import.meta.dirname),
  streams: process,
  language: languageOf(languageTag ?? ''),
  readStandardInput: () => buffer(process.stdin),
  signal: cancel.signal
})
// Pipes are written in the background: leave only when everything is out.
await new Promise<void>((resolve) => process.stdout.write('', () => resolve()))
process.exit(status)
