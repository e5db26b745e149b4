// Typed errors. A LetheError names what went wrong (code) and where (params); the window and the
// command line turn both into a sentence, what to do next, and what is safe (contract/errorTexts).
import { z } from 'zod'
import { quoted, reasonSchema, type Reason } from './reasons'

const text = z.string()
const count = z.number()
const path = text
const reason = reasonSchema
const nearest = text.optional()
const host = text

/** What a malformed file should have been. */
const fileFormats = [
  'safetensors',
  'tokenizerJson',
  'sentencePiece',
  'tofuLog',
  'parquet',
  'database',
  'report'
] as const
/** What can be missing. */
const missingKinds = [
  ...['conversation', 'message', 'answer', 'word', 'model', 'upload', 'folderDialog'],
  ...[
    'comparison',
    'promptSet',
    'preset',
    'endpoint',
    'request',
    'dataset',
    'record',
    'run',
    'job',
    'change',
    'flagSet',
    'evidence',
    'report',
    'audit',
    'erasure'
  ]
] as const
/** What can be wrong in a request; `name` says which one where there are many. */
const inputFields = [
  'name',
  'path',
  'model',
  'upload',
  'models',
  'vote',
  'line',
  'standardInput',
  'option',
  'tensor',
  'metadata',
  'value'
] as const
const hubNameProblems = ['form', 'otherSite', 'notAModel'] as const
const hubFormProblems = [
  'notHttp',
  'notAListing',
  'noSizes',
  'tooLong',
  'redirects',
  'insecure',
  'inward',
  'range'
] as const
const hubModelProblems = ['pickle', 'gguf', 'noWeights', 'noConfig', 'badIndex', 'noShard'] as const
const addressProblems = ['malformed', 'scheme', 'credentials', 'query'] as const
const reachProblems = [
  'refused',
  'closed',
  'unknownName',
  'noWay',
  'noAnswer',
  'certificate',
  'elsewhere',
  'other'
] as const
const lineProblems = [...reachProblems, 'silent', 'broke'] as const
const formProblems = ['notHttp', 'notAList', 'contentType', 'notAnAnswer', 'tooLong'] as const

/** Why a row of a file is no record. */
export const rowProblems = [
  ...(['lineTooLong', 'notUtf8', 'notJson', 'notAnObject', 'tooDeep'] as const),
  ...(['quoteNotClosed', 'quoteMisplaced', 'columnCount'] as const),
  ...(['columnMissing', 'notText', 'turnUnreadable', 'roleUnknown', 'noAnswer', 'empty'] as const)
] as const

/** How a training can stand. */
export const runStatuses = [
  'waiting', // for another run
  'running',
  'paused',
  'finished',
  'stopped', // by a person: the best so far became the model
  'failed',
  'diverged' // its numbers grew beyond all bounds; the best before became the model, if there was one
] as const

export type RunStatus = (typeof runStatuses)[number]
export type RowProblem = (typeof rowProblems)[number]
export type FileFormat = (typeof fileFormats)[number]
export type MissingKind = (typeof missingKinds)[number]
export type InputField = (typeof inputFields)[number]
export type AddressProblem = (typeof addressProblems)[number]
export type ReachProblem = (typeof reachProblems)[number]
export type FormProblem = (typeof formProblems)[number]
export type HubNameProblem = (typeof hubNameProblems)[number]
export type LineProblem = (typeof lineProblems)[number]
export type HubFormProblem = (typeof hubFormProblems)[number]
export type HubModelProblem = (typeof hubModelProblems)[number]

/** Every error a person can meet, with its parameters; each has a text in both languages. */
export const errorParams = {
  // files
  fileNotFound: { path },
  fileNotReadable: { path },
  fileEmpty: { path },
  fileTruncated: { path, missingBytes: count },
  fileMalformed: { path, reason, format: z.enum(fileFormats).optional(), offset: count.optional() },
  fileBusy: { path },
  pathTooLong: { path },
  pathCircular: { path },
  tooManyOpenFiles: { path },
  fileTooLargeForDisk: { path },
  diskFailed: { path },
  folderNotWritable: { path },
  diskFull: { path },
  diskTooSmall: { path, needBytes: count, freeBytes: count },
  // models
  notAModel: { path },
  pickleRefused: { path },
  architectureUnknown: { architecture: text, nearest },
  configUnsupported: { key: text, value: text.optional(), reason }, // no value: the key is absent
  adapterUnsupported: { path, key: text, value: text.optional(), reason }, // no value: the key is absent
  tensorDtypeUnknown: { path, tensor: text, dtype: text },
  tensorMissing: { tensor: text, path },
  tensorShape: { tensor: text, expected: text, got: text, path },
  shardMissing: { path },
  tokenizerUnsupported: { path, reason },
  noTokenizer: { model: text },
  maskedModel: { model: text },
  notMasked: { model: text },
  noGap: { mask: text },
  noChatTemplate: { model: text },
  chatTemplateFailed: { reason },
  modelNotFound: { model: text, nearest },
  modelFilesMissing: { model: text, path },
  weightsChanged: { path },
  // inference
  promptTooLong: { tokens: count, limit: count },
  promptTooLarge: { sizeBytes: count, limitBytes: count },
  promptTooLongFor: {
    ...{ model: text, tokens: count, limit: count, excessTokens: count },
    ...{ row: count.optional(), others: count } // others: prompts or models like it
  },
  promptEmpty: {},
  tokenOutOfRange: { id: count, limit: count },
  outOfMemory: { needBytes: count, freeBytes: count, blocks4Bytes: count.optional() }, // of 4-bit weights
  deviceUnavailable: { device: text, reason },
  engineLost: {},
  engineBusy: { model: text },
  cancelled: {},
  // the network
  networkOff: { host, place: text },
  addressRefused: { address: text, problem: z.enum(addressProblems) },
  hostUnreachable: {
    host,
    problem: z.enum(reachProblems).catch('other'),
    reason: reason.optional()
  },
  remoteTimeout: { host, seconds: count },
  remoteKeyRefused: { host, status: count },
  remoteNotFound: { host, path, reason: reason.optional() }, // the server's own words
  remoteBusy: { host },
  remoteFailed: { host, status: count, reason: reason.optional() }, // the server's own words
  remoteRedirected: { host, target: text },
  remoteMalformed: { host, problem: z.enum(formProblems) },
  remoteBroke: { host },
  remoteCannotScore: { model: text },
  // models of the hub
  hubNameMalformed: { name: text, problem: z.enum(hubNameProblems) },
  hubAddressRefused: { address: text, problem: z.enum(addressProblems) },
  hubModelNotFound: { host, model: text },
  hubRevisionNotFound: { host, model: text, revision: text },
  hubAccessRefused: { host, model: text, status: count, token: z.enum(['sent', 'none']) },
  hubNotAModel: { host, model: text, problem: z.enum(hubModelProblems), file: text },
  hubFileNameRefused: { host, model: text, file: text },
  hubUnreachable: { host, problem: z.enum(lineProblems) },
  hubFailed: { host, status: count, reason: reason.optional() }, // the hub's own words
  hubMalformed: { host, problem: z.enum(hubFormProblems) },
  hubFileDiffers: {
    ...{ host, file: text, problem: z.enum(['size', 'hash']) },
    ...{ expected: z.union([text, count]), got: z.union([text, count]) }
  },
  hubDownloadBroke: { host, file: text, doneBytes: count, totalBytes: count, tries: count },
  networkTurnedOff: { host },
  // datasets
  datasetNotFound: { dataset: text, nearest },
  shapeUnknown: { path, columns: text }, // their names
  rowRefused: { path, line: count, problem: z.enum(rowProblems), detail: text },
  noRecords: { path, rejected: count },
  // training
  trainingTooLarge: { needBytes: count, freeBytes: count, adapterBytes: count.optional() }, // what LoRA takes
  nothingToLearn: { dataset: text, records: count }, // records that were looked at
  trainingDiverged: { step: count, learningRate: count },
  runStateUnreadable: { path }, // of a run that was to go on
  runStatusRefused: { run: text, status: z.enum(runStatuses) }, // what is asked does not go with it
  jobStatusRefused: { job: text, status: z.enum(runStatuses) },
  noAdapter: { run: text },
  folderThere: { path },
  // reports
  reportChanged: {
    path,
    problem: z.enum(['changed', 'otherKey', 'signatureWrong', 'otherModels', 'otherLayout'])
  },
  // forgetting
  nothingFlagged: {},
  noTrainingLog: { model: text },
  neverSaw: { model: text, flagSet: text },
  notAReplay: { run: text },
  notRepeatable: { run: text, device: text }, // its bytes differ from run to run there
  tokenizerLearned: { run: text }, // from the records: without some of them it would be another one
  notRepeated: { run: text }, // a run that forgets: it is begun anew from its flag set
  parentNotMade: { run: text, parent: text },
  noReference: { model: text, flagSet: text },
  referenceSaw: { model: text, flagSet: text },
  noEvidence: { run: text },
  evidenceNotForMasked: { model: text },
  flaggedGone: { flagSet: text },
  evidenceStatusRefused: { flagSet: text, status: z.enum(runStatuses) },
  // bias audits
  suiteUnknown: { suite: text, nearest },
  suiteNotForMasked: { suite: text, model: text, suites: text }, // the names of those that are
  noNextSentence: { model: text },
  suiteDataNeeded: { suite: text, files: text }, // their names
  suiteDataMissing: { suite: text, path, files: text },
  suiteColumns: { path, missing: text, there: text }, // their names
  suiteEmpty: { suite: text, path, rows: count }, // that were left out
  predictionColumn: { path, columns: text }, // their names
  predictionsOfOthers: { suite: text, path },
  auditsDiffer: { first: text, second: text }, // models
  auditUnfinished: { model: text },
  nothingToBalance: { suite: text, items: count }, // that were looked at
  selfTestFailed: { failed: count },
  recordForgotten: { forgottenAt: count }, // what is to be written was forgotten then, epoch ms
  onlyForgotten: { path, records: count }, // all that a file holds
  holdsForgotten: { dataset: text, records: count },
  nothingToErase: {},
  eraseCountWrong: { records: count },
  eraseBlocked: { run: text.optional() }, // by a run that has not ended, or by an import
  eraseUnderWay: {},
  learnFromErased: {}, // what a run learned from held words of records that were erased since
  tombstoneCountWrong: { count },
  // requests and data
  invalidInput: { field: z.enum(inputFields), name: text.optional(), reason },
  notFound: { kind: z.enum(missingKinds), id: text, nearest },
  nameTaken: { name: text },
  listFull: { limit: count },
  presetTooLarge: { sizeBytes: count, limitBytes: count },
  ownerUnreachable: { dataFolder: text },
  databaseTooNew: { version: count, known: count },
  internal: { reason }
} as const satisfies Record<string, z.ZodRawShape>

export type ErrorCode = keyof typeof errorParams
export type ErrorParams<C extends ErrorCode> = z.infer<z.ZodObject<(typeof errorParams)[C]>>
export type LetheErrorData = {
  [C in ErrorCode]: { code: C; params: ErrorParams<C> }
}[ErrorCode]

export const errorCodes = Object.keys(errorParams) as ErrorCode[]

interface Options {
  cause?: unknown
}
type ErrorArguments = {
  [C in ErrorCode]: Record<never, never> extends ErrorParams<C>
    ? [code: C, params?: ErrorParams<C>, options?: Options]
    : [code: C, params: ErrorParams<C>, options?: Options]
}[ErrorCode]

export class LetheError extends Error {
  override readonly name = 'LetheError'
  readonly code: ErrorCode
  readonly params: Readonly<Record<string, string | number | Reason | undefined>>

  constructor(...[code, params = {}, options]: ErrorArguments) {
    super(describe(code, params), options)
    this.code = code
    this.params = params
  }

  /** One that was sent from another process or thread. */
  static from({ code, params }: LetheErrorData, options?: Options): LetheError {
    return new LetheError(...([code, params, options] as ErrorArguments))
  }

  toJSON(): LetheErrorData {
    return { code: this.code, params: this.params } as LetheErrorData
  }
}

/** Any thrown value as a LetheError; unknown ones become `internal` and keep their cause. */
export function asLetheError(error: unknown): LetheError {
  if (error instanceof LetheError) return error
  const { code = '', path: place } = (error ?? {}) as NodeJS.ErrnoException
  if (place !== undefined && isKnownErrno(code)) return fileError(error, place)
  const by = /^E[A-Z0-9]+$/.test(code) ? 'system' : 'program'
  return new LetheError('internal', { reason: quoted(by, error) }, { cause: error })
}

/** What the system's codes mean to a person. https://man7.org/linux/man-pages/man3/errno.3.html */
const codeOfErrno = {
  ENOENT: 'fileNotFound',
  ENOTDIR: 'fileNotFound',
  EACCES: 'fileNotReadable',
  EPERM: 'fileNotReadable',
  EROFS: 'folderNotWritable',
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EBUSY: 'fileBusy',
  ETXTBSY: 'fileBusy',
  EMFILE: 'tooManyOpenFiles',
  ENFILE: 'tooManyOpenFiles',
  ENAMETOOLONG: 'pathTooLong',
  ELOOP: 'pathCircular',
  EFBIG: 'fileTooLargeForDisk',
  EIO: 'diskFailed',
  ENXIO: 'diskFailed',
  ESTALE: 'diskFailed',
  ENODEV: 'diskFailed'
} as const

/** Turns a failed file system call on `path` into the error a person can act on. */
export function fileError(error: unknown, path: string): LetheError {
  if (error instanceof LetheError) return error
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? ''
  if (!isKnownErrno(code)) return asLetheError(error)
  return LetheError.from({ code: codeOfErrno[code], params: { path } }, { cause: error })
}

/** The same of a call that should have written there. */
export function writeError(error: unknown, path: string): LetheError {
  const known = fileError(error, path)
  if (error instanceof LetheError || known.code !== 'fileNotReadable') return known
  return new LetheError('folderNotWritable', { path }, { cause: error })
}

function isKnownErrno(code: string): code is keyof typeof codeOfErrno {
  return Object.hasOwn(codeOfErrno, code)
}

function describe(code: ErrorCode, params: object): string {
  const details = Object.entries(params).map(
    ([key, value]) => `${key}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`
  )
  return details.length > 0 ? `${code} (${details.join(', ')})` : code
}
