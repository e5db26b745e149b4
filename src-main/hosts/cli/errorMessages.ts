// What the command line says for every error: what happened, what to do, what is safe.
import type { ErrorCode, ErrorParams, LetheError } from '../../base/errors'

interface ErrorMessage {
  happened: string
  todo: string
  safe: string
}
type Describe = (params: ErrorParams) => ErrorMessage

const nothingChanged = 'Nothing was changed.'
const nothingAdded = 'Nothing was added to the library; the file was not changed.'
const libraryIntact = 'The library and your conversations are as they were.'

const nearest = (params: ErrorParams): string =>
  params['nearest'] === undefined ? '' : ` Did you mean "${params['nearest']}"?`

const inWords =
  (words: Record<string, string>) =>
  (problem: string | number | undefined): string =>
    words[String(problem)] ?? String(problem)
const addressProblem = inWords({
  malformed: 'it is not an address',
  scheme: 'only http and https are possible',
  credentials: 'a name or password has no place in it',
  query: 'nothing may follow after "?" or "#"'
})
const reachProblem = inWords({
  refused: 'nothing listens there',
  closed: 'it closed the line at once',
  unknownName: 'its name is not known',
  noWay: 'there is no way to it from this machine',
  certificate: 'its certificate is not valid for that name',
  elsewhere: 'this system leads localhost to another machine'
})
const formProblem = inWords({
  notHttp: 'it does not speak HTTP',
  notAList: 'no list of models',
  contentType: 'no stream of events',
  notAnAnswer: 'no part of an answer',
  tooLong: 'more than an answer can be'
})
const rowProblem = inWords({
  lineTooLong: 'it is too long',
  notUtf8: 'it is not valid UTF-8 text',
  notJson: 'it is not JSON',
  notAnObject: 'it is not a record',
  tooDeep: 'its brackets nest too deeply',
  quoteNotClosed: 'a quote is not closed',
  quoteMisplaced: 'something stands behind a closing quote',
  columnCount: 'it has another number of columns than the header',
  columnMissing: 'a column is missing or empty',
  notText: 'a column is not text',
  turnUnreadable: 'a turn cannot be read',
  roleUnknown: 'a role is not known',
  noAnswer: 'no turn is an answer',
  empty: 'it is empty'
})
/** What the other side said, where it said something. */
const saying = (reason: string | number | undefined): string =>
  reason === undefined || reason === '' ? '' : `: ${reason}`

const messages: Record<ErrorCode, Describe> = {
  fileNotFound: ({ path }) => ({
    happened: `There is no file or folder at ${path}.`,
    todo: 'Check the path; a relative one starts at the folder you are in.',
    safe: nothingChanged
  }),
  fileNotReadable: ({ path }) => ({
    happened: `${path} may not be read by this user.`,
    todo: 'Give yourself read permission, or copy it to a folder of yours.',
    safe: nothingChanged
  }),
  fileEmpty: ({ path }) => ({
    happened: `${path} is empty (0 bytes).`,
    todo: 'Download or copy it again.',
    safe: nothingAdded
  }),
  fileTruncated: ({ path, missingBytes }) => ({
    happened: `${path} ends too early: ${missingBytes} bytes are missing.`,
    todo: 'Download or copy it again; the first attempt was probably interrupted.',
    safe: nothingAdded
  }),
  fileMalformed: ({ path, reason, offset }) => ({
    happened: `${path} is not well formed${offset === undefined ? '' : ` at byte ${offset}`}: ${reason}.`,
    todo: 'Download it again, or ask whoever made it for a correct file.',
    safe: nothingAdded
  }),
  folderNotWritable: ({ path }) => ({
    happened: `Nothing can be written to ${path}.`,
    todo: 'Give yourself write permission, or choose another folder with --data-dir.',
    safe: 'What was saved before is as it was.'
  }),
  diskFull: ({ path }) => ({
    happened: `The disk is full; ${path} could not be written.`,
    todo: 'Free some space and run the command again.',
    safe: 'What was half-written has been removed; everything saved before is as it was.'
  }),
  notAModel: ({ path }) => ({
    happened: `${path} is not a model folder: it needs config.json and .safetensors weights.`,
    todo: 'Name the folder that holds both.',
    safe: nothingAdded
  }),
  pickleRefused: ({ path }) => ({
    happened: `${path} is a pickle file, which can run code when opened, so it is never read.`,
    todo: 'Convert it to .safetensors with the safetensors package, or download the safetensors version.',
    safe: nothingAdded
  }),
  architectureUnknown: (params) => ({
    happened: `The architecture "${params['architecture']}" is not one that Lethe runs.${nearest(params)}`,
    todo: 'Choose a model of a supported family; `lethe import --help` names them.',
    safe: nothingAdded
  }),
  configUnsupported: ({ key, value, reason }) => ({
    happened: `The config.json says ${key} = ${value}, which cannot be computed faithfully: ${reason}.`,
    todo: 'Choose a version of the model without this setting.',
    safe: nothingAdded
  }),
  tensorDtypeUnknown: ({ path, tensor, dtype }) => ({
    happened: `The tensor ${tensor} in ${path} has the number type ${dtype}, which is not known.`,
    todo: 'Convert the weights to F32, F16 or BF16.',
    safe: nothingAdded
  }),
  tensorMissing: ({ tensor, path }) => ({
    happened: `The tensor ${tensor} is missing in ${path}.`,
    todo: 'Download the model again; a part of it is not there.',
    safe: nothingAdded
  }),
  tensorShape: ({ tensor, expected, got, path }) => ({
    happened: `The tensor ${tensor} in ${path} has the shape ${got}; config.json asks for ${expected}.`,
    todo: 'Use the config.json that belongs to these weights.',
    safe: nothingAdded
  }),
  shardMissing: ({ path }) => ({
    happened: `A part of the weights is missing: ${path}.`,
    todo: 'Download the missing file into the same folder and import again.',
    safe: nothingAdded
  }),
  tokenizerUnsupported: ({ path, reason }) => ({
    happened: `The tokenizer in ${path} cannot be read faithfully: ${reason}.`,
    todo: 'Use a tokenizer.json or a SentencePiece tokenizer.model of this model.',
    safe: nothingChanged
  }),
  noTokenizer: ({ model }) => ({
    happened: `${model} came without a tokenizer, so it knows token ids only.`,
    todo: 'Use --prompt-ids, or import it again with its tokenizer.json beside the weights.',
    safe: nothingChanged
  }),
  noChatTemplate: ({ model }) => ({
    happened: `${model} has no chat template.`,
    todo: 'Add --raw to let it continue the text as it is.',
    safe: nothingChanged
  }),
  chatTemplateFailed: ({ reason }) => ({
    happened: `The chat template of the model refuses this conversation: ${reason}.`,
    todo: 'Change the prompt as it says, or add --raw to go without the template.',
    safe: nothingChanged
  }),
  modelNotFound: (params) => ({
    happened: `There is no model "${params['model']}".${nearest(params)}`,
    todo: '`lethe models` lists what is there; `lethe import PATH` adds one.',
    safe: nothingChanged
  }),
  datasetNotFound: (params) => ({
    happened: `There is no dataset "${params['dataset']}".${nearest(params)}`,
    todo: 'Check the name.',
    safe: nothingChanged
  }),
  shapeUnknown: ({ path, columns }) => ({
    happened: `The columns of ${path} fit no known form of record: ${columns}.`,
    todo: 'Say which column holds what.',
    safe: 'Nothing was imported.'
  }),
  rowRefused: ({ path, line, problem, detail }) => ({
    happened: `Line ${line} of ${path} cannot be read: ${rowProblem(problem)}${detail === '' ? '' : ` (${detail})`}.`,
    todo: 'Correct the line, or import without the lines that cannot be read.',
    safe: 'Nothing was imported; the file was not changed.'
  }),
  noRecords: ({ path, rejected }) => ({
    happened: `${path} holds no record that can be read; lines refused: ${rejected}.`,
    todo: 'Choose another form, or say which column holds what.',
    safe: 'Nothing was imported; the file was not changed.'
  }),
  weightsChanged: ({ path }) => ({
    happened: `The weights in ${path} are no longer those that were added.`,
    todo: 'Put the old files back, or import the folder again as a model of its own.',
    safe: nothingChanged
  }),
  modelFilesMissing: ({ model, path }) => ({
    happened: `The files of ${model} are no longer at ${path}.`,
    todo: 'Put the folder back, or import it from its new place.',
    safe: 'The model stays in the library with its conversations.'
  }),
  promptTooLong: ({ tokens, limit }) => ({
    happened: `The prompt has ${tokens} tokens; this model can take ${limit}.`,
    todo: 'Shorten it, or choose a model with a longer context.',
    safe: nothingChanged
  }),
  promptTooLarge: ({ sizeBytes, limitBytes }) => ({
    happened: `The prompt has ${sizeBytes} bytes; the limit is ${limitBytes}.`,
    todo: 'Shorten it.',
    safe: nothingChanged
  }),
  promptEmpty: () => ({
    happened: 'The prompt is empty.',
    todo: 'Give some text with --prompt, --text or --stdin.',
    safe: nothingChanged
  }),
  tokenOutOfRange: ({ id, limit }) => ({
    happened: `There is no token ${id}; the ids of this model lie below ${limit}.`,
    todo: 'Use ids of the same tokenizer; `lethe tokenize` prints them.',
    safe: nothingChanged
  }),
  outOfMemory: ({ needBytes, freeBytes, blocks4Bytes }) => ({
    happened: `Not enough memory: about ${gigabytes(needBytes)} needed, ${gigabytes(freeBytes)} free.`,
    todo:
      blocks4Bytes === undefined
        ? 'Close other programs, choose a smaller model, or use --weights mapped.'
        : `Use --weights blocks4 (about ${gigabytes(blocks4Bytes)}) or --weights mapped, or close other programs.`,
    safe: libraryIntact
  }),
  deviceUnavailable: ({ device, reason }) => ({
    happened: `The device ${device} cannot be used: ${reason}.`,
    todo: 'Use --device cpu or --device auto, or test it again with `lethe devices --test`.',
    safe: 'Nothing ran elsewhere instead, and nothing was changed.'
  }),
  engineLost: () => ({
    happened: 'The engine process ended before it was done.',
    todo: 'Run the command again; with a large model, free some memory first.',
    safe: libraryIntact
  }),
  engineBusy: ({ model }) => ({
    happened: `${model} is busy with another request.`,
    todo: 'Wait until it is done, or stop it.',
    safe: nothingChanged
  }),
  networkOff: ({ host }) => ({
    happened: `The network is off, so ${host} was not asked.`,
    todo: 'Turn it on with `lethe network on`; `lethe network off` turns it off again.',
    safe: 'Nothing was sent.'
  }),
  addressRefused: ({ address, problem }) => ({
    happened: `The address ${address} cannot be used: ${addressProblem(problem)}.`,
    todo: 'Give an address such as http://127.0.0.1:11434/v1; a key goes in with --key-stdin.',
    safe: nothingChanged
  }),
  hostUnreachable: ({ host, problem }) => ({
    happened: `${host} could not be reached: ${reachProblem(problem)}.`,
    todo: 'See that the server runs and that the address is right, then run the command again.',
    safe: nothingChanged
  }),
  remoteTimeout: ({ host, seconds }) => ({
    happened: `${host} was silent for ${seconds} seconds.`,
    todo: 'Run the command again; a large model may still be loading there.',
    safe: 'What it had sent until then is kept.'
  }),
  remoteKeyRefused: ({ host, status }) => ({
    happened: `${host} does not accept the key, or asks for one (status ${status}).`,
    todo: 'Set its key with `lethe endpoints set NAME --key-stdin`.',
    safe: nothingChanged
  }),
  remoteNotFound: ({ host, path, reason }) => ({
    happened: `${host} has nothing at ${path}${saying(reason)}.`,
    todo: 'Check the address (it usually ends in /v1) and the name of the model: `lethe endpoints models NAME`.',
    safe: nothingChanged
  }),
  remoteBusy: ({ host }) => ({
    happened: `${host} takes no more requests now (status 429).`,
    todo: 'Wait a little and run the command again.',
    safe: nothingChanged
  }),
  remoteFailed: ({ host, status, reason }) => ({
    happened: `${host} could not answer (status ${status})${saying(reason)}.`,
    todo: 'Run the command again; if it stays, look at what that server logs.',
    safe: 'What it had sent until then is kept.'
  }),
  remoteRedirected: ({ host, target }) => ({
    happened: `${host} sends on to ${target}, and requests are not followed to another host.`,
    todo: 'If you trust it, give the endpoint that address instead.',
    safe: 'Neither the text nor the key went there.'
  }),
  remoteMalformed: ({ host, problem }) => ({
    happened: `${host} answered something that is not the OpenAI API: ${formProblem(problem)}.`,
    todo: 'Check that the address leads to an OpenAI-compatible server (it usually ends in /v1).',
    safe: 'What was understood until then is kept.'
  }),
  remoteBroke: ({ host }) => ({
    happened: `${host} closed the line in the middle of its answer.`,
    todo: 'Run the command again.',
    safe: 'What it had sent until then is kept.'
  }),
  remoteCannotScore: ({ model }) => ({
    happened: `${model} answers through an endpoint, which does not give the probability of a text.`,
    todo: 'Choose a model of `lethe models`.',
    safe: 'Nothing was sent.'
  }),
  cancelled: () => ({
    happened: 'Cancelled.',
    todo: 'Run the command again when you like.',
    safe: 'Nothing half-done was kept.'
  }),
  invalidInput: ({ field, reason }) => ({
    happened: `${field}: ${reason}.`,
    todo: 'Correct it and run the command again; --help shows what is possible.',
    safe: nothingChanged
  }),
  notFound: ({ kind, id }) => ({
    happened: `There is no ${kind} ${id}.`,
    todo: 'Check the id.',
    safe: nothingChanged
  }),
  ownerUnreachable: ({ dataFolder }) => ({
    happened: `Another Lethe is using ${dataFolder} and does not answer.`,
    todo: 'Close it and run the command again, or choose another folder with --data-dir.',
    safe: 'Its data was not touched.'
  }),
  databaseTooNew: ({ version, known }) => ({
    happened: `The data folder was written by a newer Lethe (version ${version}; this one knows ${known}).`,
    todo: 'Use the newer Lethe, or choose another folder with --data-dir.',
    safe: 'Its data was not touched.'
  }),
  internal: ({ reason }) => ({
    happened: `Something unexpected went wrong: ${reason}.`,
    todo: 'Run the command again; if it stays, report it with the log of the data folder.',
    safe: 'What was saved before is as it was.'
  })
}

export function errorMessage({ code, params }: Pick<LetheError, 'code' | 'params'>): ErrorMessage {
  const message = messages[code](params)
  // A reason may bring its own full stop.
  return { ...message, happened: message.happened.replace(/([.!?])\.$/, '$1') }
}

function gigabytes(bytes: string | number | undefined): string {
  const value = Number(bytes) / 2 ** 30
  return Number.isFinite(value) ? `${value.toFixed(1)} GB` : 'more'
}
