// Typed errors. A LetheError names what went wrong (code) and where (params); the window and the
// command line turn both into a sentence, what to do next, and what is safe.

/** Every error a person can meet. The window holds a text for each, in both languages. */
export const errorCodes = [
  // files
  'fileNotFound', // path
  'fileNotReadable', // path
  'fileEmpty', // path
  'fileTruncated', // path, missingBytes
  'fileMalformed', // path, reason, offset?
  'folderNotWritable', // path
  'diskFull', // path
  // models
  'notAModel', // path
  'pickleRefused', // path
  'architectureUnknown', // architecture, nearest?
  'configUnsupported', // key, value, reason
  'tensorDtypeUnknown', // path, tensor, dtype
  'tensorMissing', // tensor, path
  'tensorShape', // tensor, expected, got, path
  'shardMissing', // path
  'tokenizerUnsupported', // path, reason
  'noTokenizer', // model
  'noChatTemplate', // model
  'chatTemplateFailed', // reason: the template's own words
  'modelNotFound', // model, nearest?
  'modelFilesMissing', // model, path
  'weightsChanged', // path
  // inference
  'promptTooLong', // tokens, limit
  'promptTooLarge', // sizeBytes, limitBytes
  'promptEmpty', // -
  'tokenOutOfRange', // id, limit
  'outOfMemory', // needBytes, freeBytes, blocks4Bytes? (what 4-bit weights would need)
  'deviceUnavailable', // device, reason
  'engineLost', // -
  'engineBusy', // model
  'cancelled', // -
  // the network
  'networkOff', // host, place
  'addressRefused', // address, problem
  'hostUnreachable', // host, problem
  'remoteTimeout', // host, seconds
  'remoteKeyRefused', // host, status
  'remoteNotFound', // host, path, reason: the server's own words
  'remoteBusy', // host
  'remoteFailed', // host, status, reason: the server's own words
  'remoteRedirected', // host, target
  'remoteMalformed', // host, problem
  'remoteBroke', // host
  'remoteCannotScore', // model
  // datasets
  'datasetNotFound', // dataset, nearest?
  'shapeUnknown', // path, columns: their names
  'rowRefused', // path, line, problem (contract/datasets RowProblem), detail
  'noRecords', // path, rejected
  // requests and data
  'invalidInput', // field, reason
  'notFound', // kind, id
  'ownerUnreachable', // dataFolder
  'databaseTooNew', // version, known
  'internal' // reason
] as const

export type ErrorCode = (typeof errorCodes)[number]
export type ErrorParams = Record<string, string | number>

export class LetheError extends Error {
  override readonly name = 'LetheError'

  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
    options?: { cause?: unknown }
  ) {
    super(describe(code, params), options)
  }

  toJSON(): { code: ErrorCode; params: ErrorParams } {
    return { code: this.code, params: this.params }
  }
}

/** Any thrown value as a LetheError; unknown ones become `internal` and keep their cause. */
export function asLetheError(error: unknown): LetheError {
  if (error instanceof LetheError) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new LetheError('internal', { reason }, { cause: error })
}

/** Turns a failed file system call on `path` into the error a person can act on. */
export function fileError(error: unknown, path: string): LetheError {
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  if (code === 'ENOENT' || code === 'ENOTDIR') return new LetheError('fileNotFound', { path })
  if (code === 'EACCES' || code === 'EPERM') return new LetheError('fileNotReadable', { path })
  if (code === 'EROFS') return new LetheError('folderNotWritable', { path })
  if (code === 'ENOSPC' || code === 'EDQUOT') return new LetheError('diskFull', { path })
  return asLetheError(error)
}

function describe(code: ErrorCode, params: ErrorParams): string {
  const details = Object.entries(params).map(([key, value]) => `${key}=${value}`)
  return details.length > 0 ? `${code} (${details.join(', ')})` : code
}
