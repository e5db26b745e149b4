// What the app was started with: options, and the folder of a model to add.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { LetheError } from '../../base/errors'

export interface AppArguments {
  dataFolder: string | undefined // as it was given
  port: number | null
  /** The folder of a model, absolute. */
  modelPath: string | null
}

export interface ArgumentSources {
  argv: readonly string[] // as process.argv
  isPackaged: boolean
  /** Where the app's own files lie: unpacked, it stands among the arguments. */
  appPath: string
  /** What relative paths start from. */
  folder: string
}

/** Switches that Chromium reads are passed over. Throws `invalidInput`. */
export function readArguments({
  argv,
  isPackaged,
  appPath,
  folder
}: ArgumentSources): AppArguments {
  const { values, positionals } = parseArgs({
    args: argv.slice(1),
    options: { 'data-dir': { type: 'string' }, port: { type: 'string' } },
    allowPositionals: true,
    strict: false
  })
  const paths = positionals.map((given) => resolve(folder, given))
  const given = isPackaged ? paths : paths.filter((path) => path !== resolve(appPath))
  return {
    dataFolder: textOf(values['data-dir'], '--data-dir'),
    port: portOf(textOf(values['port'], '--port')),
    modelPath: given[0] ?? null
  }
}

function textOf(value: string | boolean | undefined, name: string): string | undefined {
  if (typeof value !== 'boolean') return value
  const reason = { code: 'valueMissing' } as const
  throw new LetheError('invalidInput', { field: 'option', name, reason })
}

function portOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  const reason = { code: 'wholeNumberBetween', least: 0, most: 65_535 } as const
  throw new LetheError('invalidInput', { field: 'option', name: '--port', reason })
}
