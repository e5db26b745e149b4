// What a command is: its place in the help, its options, and what it does with a connected client.
import type { ParseArgsOptionsConfig } from 'node:util'
import type { ContractRouterClient } from '@orpc/contract'
import { z } from 'zod'
import type { contract } from '../../contract'
import { deviceRequestSchema } from '../../contract/devices'
import { languages, type Language } from '../../contract/quantities'
import type { BuiltFiles } from '../builtFiles'
import type { Output } from './output'

export type LetheClient = ContractRouterClient<typeof contract>

export const globalOptions = {
  json: { type: 'boolean' },
  'data-dir': { type: 'string' },
  device: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' }
} as const satisfies ParseArgsOptionsConfig

export const globalSchema = z.object({
  json: z.boolean().default(false),
  'data-dir': z.string().min(1).optional(),
  device: deviceRequestSchema.optional(), // usual: the setting, which is auto at first
  lang: z.enum(languages).optional() // of errors; usual: the system's
})
export type GlobalOptions = z.infer<typeof globalSchema>

export interface Invocation {
  positionals: string[]
  values: Record<string, unknown>
  global: GlobalOptions
  output: Output
  language: Language // of errors
  signal: AbortSignal
  dataFolder: string
  files: BuiltFiles
  onWaiting(): void
  /** The client of the data folder's owner, which may become this process; opened once. */
  client(): Promise<LetheClient>
  /** An absolute path, relative ones from where the person is. */
  resolvePath(path: string): string
  /** Standard input as UTF-8 text, untouched. Throws `invalidInput` on other bytes. */
  readStandardInput(): Promise<string>
}

export interface Command {
  usage: string
  summary: string
  details: string
  options: ParseArgsOptionsConfig
  run(invocation: Invocation): Promise<void>
}

/** Wrong use of the command line: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The values of a command's options by its schema. Throws UsageError that names the option. */
export function parseValues<T extends z.ZodType>(schema: T, values: unknown): z.infer<T> {
  const parsed = schema.safeParse(values)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new UsageError(`--${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`)
}

export function onePositional(positionals: string[], what: string): string {
  const [value] = positionals
  if (value === undefined || value === '') throw new UsageError(`${what} is missing`)
  if (positionals.length > 1) throw new UsageError(`unexpected "${positionals[1]}"`)
  return value
}

/** Exactly one of the named options must be there. */
export function requireOne(values: Record<string, unknown>, names: string[]): void {
  const given = names.filter((name) => values[name] !== undefined && values[name] !== false)
  const list = names.map((name) => `--${name}`).join(', ')
  if (given.length === 0) throw new UsageError(`one of ${list} is needed`)
  if (given.length > 1) throw new UsageError(`only one of ${list} is possible`)
}

/** Options of a command that are not for what is asked of it. @throws UsageError that names one */
export function refuseOthers(
  values: Readonly<Record<string, unknown>>,
  possible: readonly string[],
  command: string
): void {
  const other = Object.keys(values).find(
    (name) =>
      values[name] !== undefined && !Object.hasOwn(globalOptions, name) && !possible.includes(name)
  )
  if (other !== undefined) throw new UsageError(`--${other} is not for "${command}"`)
}

/** A number option within limits. */
export function numberOption(minimum: number, maximum: number, kind: 'integer' | 'number') {
  const text = `expected ${kind === 'integer' ? 'a whole number' : 'a number'} from ${minimum} to ${maximum}`
  const pattern = kind === 'integer' ? /^[+-]?\d+$/ : /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
  return z
    .string()
    .regex(pattern, text)
    .transform(Number)
    .pipe(z.number().min(minimum, text).max(maximum, text))
}

/** Token ids as "1,2,3". */
export const idsOption = z
  .string()
  .regex(/^\s*\d+(\s*,\s*\d+)*\s*$/, 'expected token ids separated by commas, such as 1,2,3')
  .transform((text) => text.split(',').map(Number))
  .pipe(z.array(z.number().int().max(0xffffffff, 'a token id is too large')))
