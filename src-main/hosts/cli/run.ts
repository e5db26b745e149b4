// One run of the command line: finds the command, checks its options, runs it, and turns whatever
// went wrong into words and an exit status.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { version } from '../../../package.json'
import { LetheError } from '../../base/errors'
import { errorText } from '../../contract/errorTexts/errorText'
import type { Language } from '../../contract/quantities'
import type { BuiltFiles } from '../builtFiles'
import { dataFolderPath } from '../dataFolder'
import {
  globalOptions,
  globalSchema,
  parseValues,
  UsageError,
  type Command,
  type LetheClient
} from './command'
import { auditCommand } from './commands/audit'
import { compareCommand } from './commands/compare'
import { datasetCommand } from './commands/dataset'
import { datasetsCommand } from './commands/datasets'
import { devicesCommand } from './commands/devices'
import { endpointsCommand } from './commands/endpoints'
import { eraseCommand } from './commands/erase'
import { generateCommand } from './commands/generate'
import { importCommand } from './commands/import'
import { jobsCommand } from './commands/jobs'
import { lineageCommand } from './commands/lineage'
import { modelsCommand } from './commands/models'
import { networkCommand } from './commands/network'
import { presetsCommand } from './commands/presets'
import { reportCommand } from './commands/report'
import { runsCommand } from './commands/runs'
import { fillCommand } from './commands/fill'
import { scoreCommand } from './commands/score'
import { serveCommand } from './commands/serve'
import { tofuScoreCommand } from './commands/tofuScore'
import { tombstonesCommand } from './commands/tombstones'
import { trainCommand } from './commands/train'
import { tokenizeCommand } from './commands/tokenize'
import { unlearnCommand } from './commands/unlearn'
import { verifyCommand } from './commands/verify'
import { weightsCommand } from './commands/weights'
import { connect, letheErrorOf, type Connection } from './connection'
import { commandHelp, generalHelp } from './help'
import { createOutput, type Output, type OutputStreams } from './output'

export const commands: Record<string, Command> = {
  import: importCommand,
  models: modelsCommand,
  weights: weightsCommand,
  tokenize: tokenizeCommand,
  generate: generateCommand,
  compare: compareCommand,
  score: scoreCommand,
  fill: fillCommand,
  datasets: datasetsCommand,
  dataset: datasetCommand,
  train: trainCommand,
  runs: runsCommand,
  jobs: jobsCommand,
  lineage: lineageCommand,
  unlearn: unlearnCommand,
  verify: verifyCommand,
  audit: auditCommand,
  erase: eraseCommand,
  tombstones: tombstonesCommand,
  presets: presetsCommand,
  devices: devicesCommand,
  network: networkCommand,
  endpoints: endpointsCommand,
  'tofu-score': tofuScoreCommand,
  report: reportCommand,
  serve: serveCommand
}

export interface RunOptions {
  arguments: string[]
  folder: string // relative paths start here
  files: BuiltFiles
  streams: OutputStreams
  language: Language // of the system
  readStandardInput(): Promise<Uint8Array>
  signal: AbortSignal
}

/** The exit status: 0 done, 1 failed, 2 wrong use. */
export async function runCommandLine(options: RunOptions): Promise<0 | 1 | 2> {
  const { stdout, stderr } = options.streams
  try {
    const loose = parseArgs({
      args: options.arguments,
      options: globalOptions,
      strict: false,
      allowPositionals: true
    })
    const name = loose.positionals[0]
    if (loose.values.version === true && name === undefined) {
      stdout.write(`${version}\n`)
      return 0
    }
    if (name === undefined) {
      ;(loose.values.help === true ? stdout : stderr).write(generalHelp(commands))
      return loose.values.help === true ? 0 : 2
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) throw new UsageError(`there is no command "${name}"`)
    if (loose.values.help === true) {
      stdout.write(commandHelp(command))
      return 0
    }
    return await runCommand(command, options)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    stderr.write(`${error.message}\nSee: lethe --help\n`)
    return 2
  }
}

async function runCommand(command: Command, options: RunOptions): Promise<0 | 1> {
  const parsed = parseStrictly(command, options.arguments)
  const global = parseValues(globalSchema, parsed.values)
  const output = createOutput(global.json, options.streams)
  const language = global.lang ?? options.language
  const dataFolder = dataFolderPath(global['data-dir'], options.folder)
  const onWaiting = (): void =>
    output.note(
      'Another lethe command uses this data folder; waiting for its end (Ctrl-C: give up).'
    )
  let connection: Promise<Connection> | undefined
  const client = async (): Promise<LetheClient> => {
    const { files, signal } = options
    connection ??= connect({ dataFolder, files, device: global.device, signal, onWaiting })
    return (await connection).client
  }
  try {
    await command.run({
      positionals: parsed.positionals.slice(1),
      values: parsed.values,
      global,
      output,
      language,
      signal: options.signal,
      dataFolder,
      files: options.files,
      onWaiting,
      client,
      resolvePath: (path) => resolve(options.folder, path),
      readStandardInput: async () => decodeText(await options.readStandardInput())
    })
    return 0
  } catch (error) {
    if (error instanceof UsageError) throw error
    const cause = options.signal.aborted ? new LetheError('cancelled') : letheErrorOf(error)
    const { what, todo, safe } = errorText(language, cause.toJSON(), 'commandLine')
    output.note([what, todo, safe, `(${cause.code})`].join(' '))
    return 1
  } finally {
    await closeConnection(connection, output)
  }
}

async function closeConnection(
  opening: Promise<Connection> | undefined,
  output: Output
): Promise<void> {
  const connection = await opening?.catch(() => null) // why it did not open was said already
  try {
    await connection?.close()
  } catch (error) {
    output.note(`Closing the data folder failed: ${letheErrorOf(error).message}`)
  }
}

function parseStrictly(command: Command, args: string[]) {
  try {
    return parseArgs({
      args,
      options: { ...globalOptions, ...command.options },
      allowPositionals: true
    })
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error })
  }
}

/** Text as it is: a byte order mark and line ends stay. */
function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    const reason = { code: 'notUtf8' } as const
    throw new LetheError('invalidInput', { field: 'standardInput', reason }, { cause })
  }
}
