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
const reachWords = {
  refused: 'nothing listens there',
  closed: 'it closed the line at once',
  unknownName: 'its name is not known',
  noWay: 'there is no way to it from this machine',
  certificate: 'its certificate is not valid for that name',
  elsewhere: 'this system leads localhost to another machine'
}
const reachProblem = inWords(reachWords)
const formProblem = inWords({
  notHttp: 'it does not speak HTTP',
  notAList: 'no list of models',
  contentType: 'no stream of events',
  notAnAnswer: 'no part of an answer',
  tooLong: 'more than an answer can be'
})
const hubNameProblem = inWords({
  form: 'it is not OWNER/NAME',
  otherSite: 'the address leads to another site',
  notAModel: 'that is no model'
})
const hubLineProblem = inWords({
  ...reachWords,
  silent: 'it stayed silent',
  broke: 'it closed the line in the middle'
})
const hubFormProblem = inWords({
  notHttp: 'it does not speak HTTP',
  notAListing: 'no list of files',
  noSizes: 'a list of files without their sizes',
  tooLong: 'more than a list of files can be',
  redirects: 'it sends on again and again, or nowhere',
  insecure: 'it sends on to an address without encryption',
  inward: 'it sends on to this machine',
  range: 'another part of the file than was asked for'
})
const hubModelProblem = ({ problem, file }: ErrorParams): string =>
  inWords({
    pickle: `its weights are pickle files such as ${file}, which can run code when opened and are never read`,
    gguf: `its weights are GGUF files such as ${file}, which Lethe does not read`,
    noWeights: 'it has neither model.safetensors nor an index of parts',
    noConfig: 'it has no config.json',
    badIndex: `${file} does not say which file holds which tensor`,
    noShard: `a part of the weights is not there: ${file}`
  })(problem)
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
  diskTooSmall: ({ path, needBytes, freeBytes }) => ({
    happened: `The disk that holds ${path} has ${gigabytes(freeBytes)} free; ${gigabytes(needBytes)} are needed.`,
    todo: 'Free some space, or choose a data folder on another disk with --data-dir.',
    safe: 'Nothing was added to the library, and what was downloaded has been removed.'
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
  promptTooLongFor: ({ model, tokens, limit, excessTokens, row, others }) => ({
    happened: `${model} cannot read ${row === undefined ? 'this' : `prompt ${row}`}: it is ${tokens} tokens and the model can take ${limit}, ${excessTokens} too many.${Number(others) > 0 ? ` There are ${others} more like it.` : ''}`,
    todo: 'Shorten it, or leave that model out.',
    safe: 'Nothing was sent and nothing was stored.'
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
  hubNameMalformed: ({ name, problem }) => ({
    happened: `No model of the hub is named "${name}": ${hubNameProblem(problem)}.`,
    todo: 'Write hf:OWNER/NAME, hf:OWNER/NAME@REVISION, or the address of the page of the model.',
    safe: 'Nothing was sent.'
  }),
  hubAddressRefused: ({ address, problem }) => ({
    happened: `HF_ENDPOINT is ${address}, which cannot be used: ${addressProblem(problem)}.`,
    todo: 'Set it to an address such as https://huggingface.co, or unset it; an open Lethe reads it when it starts.',
    safe: 'Nothing was sent.'
  }),
  hubModelNotFound: ({ host, model }) => ({
    happened: `${host} has no model ${model}, or it is private.`,
    todo: 'Check the name; for a private model set HF_TOKEN where Lethe starts, and import again.',
    safe: nothingChanged
  }),
  hubRevisionNotFound: ({ host, model, revision }) => ({
    happened: `${model} on ${host} has no revision "${revision}".`,
    todo: 'Name a branch, a tag or a commit of it after "@", or none for the newest.',
    safe: nothingChanged
  }),
  hubAccessRefused: ({ host, model, status, token }) => ({
    happened: `${host} does not give out ${model} (status ${status}): ${
      token === 'sent'
        ? 'the token in HF_TOKEN does not open it'
        : 'it asks who you are, and no HF_TOKEN is set'
    }.`,
    todo: `Accept its terms on its page at ${host}, then set HF_TOKEN to a token of that account where Lethe starts, and import again.`,
    safe: nothingChanged
  }),
  hubNotAModel: (params) => ({
    happened: `${params['model']} on ${params['host']} cannot be imported: ${hubModelProblem(params)}.`,
    todo: 'Choose a version of the model with config.json and .safetensors weights.',
    safe: 'Nothing was added to the library.'
  }),
  hubFileNameRefused: ({ host, model, file }) => ({
    happened: `${model} on ${host} holds a file named "${file}", which could be written outside its folder or over another file.`,
    todo: 'Do not use this model; its page on the hub has a way to report it.',
    safe: 'Nothing of it was kept, and nothing was added to the library.'
  }),
  hubUnreachable: ({ host, problem }) => ({
    happened: `${host} could not be reached: ${hubLineProblem(problem)}.`,
    todo: 'See that this machine is connected, then import again.',
    safe: 'Nothing was added to the library.'
  }),
  hubFailed: ({ host, status, reason }) => ({
    happened: `${host} could not answer (status ${status})${saying(reason)}.`,
    todo: 'Wait a few minutes, then import again.',
    safe: 'Nothing was added to the library.'
  }),
  hubMalformed: ({ host, problem }) => ({
    happened: `${host} answered something that the hub would not: ${hubFormProblem(problem)}.`,
    todo: 'Check HF_ENDPOINT if it is set, and whether a sign-in page stands before this connection.',
    safe: 'Nothing was added to the library.'
  }),
  hubFileDiffers: ({ host, file, problem, expected, got }) => ({
    happened: `${file} from ${host} is not what was listed: ${
      problem === 'size'
        ? `${got} bytes instead of ${expected}`
        : `its checksum is ${got} instead of ${expected}`
    }.`,
    todo: 'Import again; if it stays, the files on the hub are damaged or something on the way changes them.',
    safe: 'What was downloaded has been removed, and nothing was added to the library.'
  }),
  hubDownloadBroke: ({ host, file, doneBytes, totalBytes, tries }) => ({
    happened: `The download of ${file} from ${host} broke off at ${doneBytes} of ${totalBytes} bytes, and ${tries} tries did not bring the rest.`,
    todo: 'Import again when the connection holds; it begins anew.',
    safe: 'What was downloaded has been removed, and nothing was added to the library.'
  }),
  networkTurnedOff: ({ host }) => ({
    happened: `The network was turned off, so the download from ${host} was stopped.`,
    todo: 'Turn it on with `lethe network on`, then import again.',
    safe: 'What was downloaded has been removed, and nothing was added to the library.'
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
  nameTaken: ({ name }) => ({
    happened: `Another one is called "${name}" already.`,
    todo: 'Choose another name, or change the one that bears it.',
    safe: nothingChanged
  }),
  listFull: ({ limit }) => ({
    happened: `There are ${limit} of them already, and no more are kept.`,
    todo: 'Remove one that is not needed any more.',
    safe: nothingChanged
  }),
  presetTooLarge: ({ sizeBytes, limitBytes }) => ({
    happened: `The text has ${sizeBytes} bytes; a preset may have ${limitBytes}.`,
    todo: 'Keep a shorter one; a long text can come from a file each time.',
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
