// Every error in English: what happened, what to do, what is safe. What has no place in the command
// line (a view, a field) is said in other words there.
import type {
  AddressProblem,
  FileFormat,
  FormProblem,
  HubFormProblem,
  HubModelProblem,
  HubNameProblem,
  InputField,
  LineProblem,
  MissingKind,
  ReachProblem
} from '../../base/errors'
import type { Reason } from '../../base/reasons'
import { quantities } from '../quantities'
import { englishReasons } from './englishReasons'
import { reasonIn, type ErrorSentenceTable } from './sentences'

const { bytes, count } = quantities('en')
const why = (reason: Reason): string => reasonIn(englishReasons, reason)
/** What the other side said, where it said something. */
const saying = (reason: Reason | undefined): string => (reason ? `; ${why(reason)}` : '')
const amount = (value: string | number): string =>
  typeof value === 'number' ? count(value) : value
const nearest = (name: string | undefined): string =>
  name === undefined ? '' : ` Did you mean “${name}”?`

const othersFine = 'It was not added; your other models are fine.'
const nothingAdded = 'Nothing was added to the library; the files were not changed.'
const downloadGone = 'Nothing was added, and what was downloaded has been removed.'
const nothingChanged = 'Nothing was changed.'
const libraryIntact = 'The library and your conversations are as they were.'
const textKept = 'Your conversation and what you typed are saved.'

const formats: Record<FileFormat, string> = {
  safetensors: 'a safetensors file',
  tokenizerJson: 'a tokenizer.json',
  sentencePiece: 'a SentencePiece model',
  tofuLog: 'an evaluation log of TOFU',
  database: 'a database of Lethe'
}
const addressProblems: Record<AddressProblem, string> = {
  malformed: 'it is not an address',
  scheme: 'only http and https are possible',
  credentials: 'a name or password has no place in it',
  query: 'nothing may follow after “?” or “#”'
}
const reachProblems: Record<ReachProblem, string> = {
  refused: 'nothing listens there',
  closed: 'it closed the line at once',
  unknownName: 'its name is not known',
  noWay: 'there is no way to it from this machine',
  noAnswer: 'nobody answers there',
  certificate: 'its certificate is not valid for that name',
  elsewhere: 'this system leads localhost to another machine',
  other: 'the line could not be opened'
}
const formProblems: Record<FormProblem, string> = {
  notHttp: 'it does not speak HTTP',
  notAList: 'no list of models',
  contentType: 'no stream of events',
  notAnAnswer: 'no part of an answer',
  tooLong: 'more than an answer can be'
}
const hubNameProblems: Record<HubNameProblem, string> = {
  form: 'it is not OWNER/NAME',
  otherSite: 'the address leads to another site',
  notAModel: 'that is no model'
}
const lineProblems: Record<LineProblem, string> = {
  ...reachProblems,
  silent: 'it stayed silent',
  broke: 'it closed the line in the middle'
}
const hubFormProblems: Record<HubFormProblem, string> = {
  notHttp: 'it does not speak HTTP',
  notAListing: 'no list of files',
  noSizes: 'a list of files without their sizes',
  tooLong: 'more than a list of files can be',
  redirects: 'it sends on again and again, or nowhere',
  insecure: 'it sends on to an address without encryption',
  inward: 'it sends on to this machine',
  range: 'another part of the file than was asked for'
}
const hubModelProblems: Record<HubModelProblem, (file: string) => string> = {
  pickle: (file) =>
    `its weights are pickle files such as ${file}, which can run code when opened, so Lethe does not open them`,
  gguf: (file) => `its weights are GGUF files such as ${file}, which Lethe does not read`,
  noWeights: () => 'it has neither model.safetensors nor an index of parts',
  noConfig: () => 'it has no config.json',
  badIndex: (file) => `${file} does not say which file holds which tensor`,
  noShard: (file) => `a part of the weights is not there: ${file}`
}
const fields: Record<InputField, (name: string) => string> = {
  name: () => 'The name',
  path: () => 'The path',
  model: () => 'This model',
  upload: () => 'What was sent',
  models: () => 'The choice of models',
  vote: () => 'The vote',
  line: (name) => `Line ${name}`,
  standardInput: () => 'The standard input',
  option: (name) => `The option ${name}`,
  tensor: (name) => `The tensor “${name}”`,
  metadata: () => 'The metadata',
  value: (name) => `“${name}”`
}
const kinds: Record<MissingKind, string> = {
  conversation: 'conversation',
  message: 'message',
  answer: 'answer',
  word: 'word',
  model: 'model',
  upload: 'upload',
  folderDialog: 'dialog for folders',
  comparison: 'comparison',
  promptSet: 'prompt set',
  preset: 'preset',
  endpoint: 'server',
  request: 'request'
}

export const englishErrors: ErrorSentenceTable = {
  fileNotFound: (p) => ({
    what: `There is nothing at ${p.path}.`,
    todo: 'Check the path, or choose the place again.',
    safe: nothingChanged,
    commandLine: { todo: 'Check the path; a relative one starts at the folder you are in.' }
  }),
  fileNotReadable: (p) => ({
    what: `${p.path} may not be read by this account.`,
    todo: 'Give this account permission to read it, then try again.',
    safe: nothingChanged,
    start: {
      todo: 'Give this account permission to read it, or start Lethe with another data folder.'
    }
  }),
  fileEmpty: (p) => ({
    what: `${p.path} is empty.`,
    todo: 'Get the file again.',
    safe: othersFine,
    commandLine: { safe: nothingAdded }
  }),
  fileTruncated: (p) => ({
    what: `${p.path} ends ${count(p.missingBytes)} bytes too early.`,
    todo: 'Get the file again.',
    safe: othersFine,
    commandLine: { safe: nothingAdded }
  }),
  fileMalformed: (p) => ({
    what: `${p.path} cannot be read as ${p.format ? formats[p.format] : 'what it should be'}${p.offset === undefined ? '' : ` (byte ${count(p.offset)})`}: ${why(p.reason)}.`,
    todo: 'Get the file again, or save it anew with the program it came from.',
    safe: othersFine,
    commandLine: { safe: nothingAdded },
    start: {
      todo: 'Start Lethe with another data folder, or put back a copy of this one.',
      safe: nothingChanged
    }
  }),
  fileBusy: (p) => ({
    what: `${p.path} is in use by another program.`,
    todo: 'Close the program that uses it, then try again.',
    safe: nothingChanged
  }),
  pathTooLong: (p) => ({
    what: `The path ${p.path} is longer than this system allows.`,
    todo: 'Move it to a folder with a shorter path, or give it a shorter name.',
    safe: nothingChanged
  }),
  pathCircular: (p) => ({
    what: `The links at ${p.path} lead in a circle.`,
    todo: 'Name the real folder instead of the link.',
    safe: nothingChanged
  }),
  tooManyOpenFiles: (p) => ({
    what: `This system lets Lethe open no more files, so ${p.path} could not be opened.`,
    todo: 'Close other programs or models, then try again.',
    safe: nothingChanged
  }),
  fileTooLargeForDisk: (p) => ({
    what: `${p.path} would be larger than that disk allows for one file.`,
    todo: 'Use a disk with another file system (FAT32 ends at 4 GB), or leave the model in its place.',
    safe: 'What was half-written has been removed; everything else is as it was.'
  }),
  diskFailed: (p) => ({
    what: `The disk that holds ${p.path} did not answer as it should.`,
    todo: 'See that it is connected and healthy, then try again; copy what matters elsewhere first.',
    safe: 'Lethe changed nothing there.'
  }),
  folderNotWritable: (p) => ({
    what: `Lethe may not write in ${p.path}.`,
    todo: 'Give this account permission to write there, or start Lethe with another data folder.',
    safe: 'What was there is untouched.',
    commandLine: {
      todo: 'Give this account permission to write there, or choose another folder with --data-dir.'
    }
  }),
  diskFull: (p) => ({
    what: `The disk that holds ${p.path} is full.`,
    todo: 'Free some space, then try again.',
    safe: 'What was saved before is intact; nothing half-written was left.',
    commandLine: { todo: 'Free some space, then run the command again.' },
    start: { todo: 'Free some space, then start Lethe again.' }
  }),
  diskTooSmall: (p) => ({
    what: `The disk that holds ${p.path} has ${bytes(p.freeBytes)} free; ${bytes(p.needBytes)} are needed.`,
    todo: 'Free some space, then try again.',
    safe: downloadGone,
    commandLine: {
      todo: 'Free some space, or choose a data folder on another disk with --data-dir.'
    }
  }),
  notAModel: (p) => ({
    what: `${p.path} holds no model: config.json and weights in safetensors are needed.`,
    todo: 'Choose the folder that has both.',
    safe: nothingChanged
  }),
  pickleRefused: (p) => ({
    what: `${p.path} can run code when opened, so Lethe does not open it.`,
    todo: 'Convert it to safetensors (in Python: safetensors.torch.save_model), then add the folder again.',
    safe: 'The file was not opened; nothing was added.',
    commandLine: {
      todo: 'Convert it to safetensors (in Python: safetensors.torch.save_model), then import the folder again.'
    }
  }),
  architectureUnknown: (p) => ({
    what: `This model is a “${p.architecture}”, a kind Lethe cannot run.${nearest(p.nearest)}`,
    todo: 'Choose a model of the llama kind.',
    safe: othersFine,
    commandLine: {
      todo: 'Choose a model of a supported family; `lethe import --help` names them.',
      safe: nothingAdded
    }
  }),
  configUnsupported: (p) => ({
    what:
      p.value === undefined
        ? `Its config.json lacks ${p.key}: ${why(p.reason)}.`
        : `Its config.json asks for ${p.key} = ${p.value}: ${why(p.reason)}.`,
    todo: 'Choose another model, or a version of this one without that setting.',
    safe: 'It was not added, because running it without that setting would give wrong answers.'
  }),
  tensorDtypeUnknown: (p) => ({
    what: `The tensor ${p.tensor} in ${p.path} is stored as ${p.dtype}, which Lethe does not read.`,
    todo: 'Use a version saved in F32, F16 or BF16.',
    safe: othersFine,
    commandLine: { safe: nothingAdded }
  }),
  tensorMissing: (p) => ({
    what: `The tensor ${p.tensor} is not in ${p.path}.`,
    todo: 'Get the model again; a file may be missing.',
    safe: othersFine,
    commandLine: { safe: nothingAdded }
  }),
  tensorShape: (p) => ({
    what: `The tensor ${p.tensor} in ${p.path} has the shape ${p.got}; config.json asks for ${p.expected}.`,
    todo: 'Get config.json and the weights from the same place.',
    safe: othersFine,
    commandLine: { safe: nothingAdded }
  }),
  shardMissing: (p) => ({
    what: `A part of the weights is missing: ${p.path}.`,
    todo: 'Put the missing file in the folder, then add it again.',
    safe: othersFine,
    commandLine: {
      todo: 'Put the missing file in the folder, then import it again.',
      safe: nothingAdded
    }
  }),
  tokenizerUnsupported: (p) => ({
    what: `The tokenizer ${p.path} is of a kind Lethe does not read: ${why(p.reason)}.`,
    todo: 'Use a version of the model with tokenizer.json or a SentencePiece tokenizer.model.',
    safe: othersFine,
    commandLine: { safe: nothingChanged }
  }),
  noTokenizer: (p) => ({
    what: `${p.model} came without a tokenizer, so it cannot read or write text.`,
    todo: 'Choose another model for the chat, or add this one again with its tokenizer.',
    safe: textKept,
    commandLine: {
      todo: 'Use --prompt-ids, or import it again with its tokenizer.json beside the weights.',
      safe: nothingChanged
    }
  }),
  noChatTemplate: (p) => ({
    what: `${p.model} has no chat template.`,
    todo: 'Use it to continue text, or choose a model taught to chat.',
    safe: textKept,
    commandLine: { todo: 'Add --raw to let it continue the text as it is.', safe: nothingChanged }
  }),
  chatTemplateFailed: (p) => ({
    what: `This model's chat template refused the conversation: ${why(p.reason)}.`,
    todo: 'Change the system prompt or the question, or choose another model.',
    safe: textKept,
    commandLine: {
      todo: 'Change the prompt as it says, or add --raw to go without the template.',
      safe: nothingChanged
    }
  }),
  modelNotFound: (p) => ({
    what: `There is no model “${p.model}” in the list.${nearest(p.nearest)}`,
    todo: 'Choose another model.',
    safe: textKept,
    commandLine: {
      todo: '`lethe models` lists what is there; `lethe import PATH` adds one.',
      safe: nothingChanged
    }
  }),
  weightsChanged: (p) => ({
    what: `The weights in ${p.path} are no longer those that were added.`,
    todo: 'Put the old files back, or add the folder again: it is another model now.',
    safe: nothingChanged,
    commandLine: {
      todo: 'Put the old files back, or import the folder again as a model of its own.'
    }
  }),
  modelFilesMissing: (p) => ({
    what: `The file is no longer at ${p.path}.`,
    todo: 'Find it, or remove it from the list.',
    safe: 'Nothing else is affected.',
    commandLine: {
      todo: 'Put the folder back, or import it from its new place.',
      safe: 'The model stays in the library with its conversations.'
    }
  }),
  promptTooLong: (p) => ({
    what: `This is ${count(p.tokens)} tokens; the model reads ${count(p.limit)}.`,
    todo: 'Keep the end, keep the beginning, or edit it.',
    safe: 'The whole text is saved in the conversation.',
    commandLine: {
      todo: 'Shorten it, or choose a model with a longer context.',
      safe: nothingChanged
    }
  }),
  promptTooLarge: (p) => ({
    what: `This text has ${bytes(p.sizeBytes)}; at most ${bytes(p.limitBytes)} can be sent at once.`,
    todo: 'Shorten it, or send it in parts.',
    safe: 'What you typed is still in the field.',
    commandLine: { todo: 'Shorten it.', safe: nothingChanged }
  }),
  promptTooLongFor: (p) => ({
    what: `${p.model} cannot read ${p.row === undefined ? 'this' : `prompt ${p.row}`}: it is ${count(p.tokens)} tokens and the model reads ${count(p.limit)}, ${count(p.excessTokens)} too many.${p.others > 0 ? ` There are ${p.others} more like it.` : ''}`,
    todo: 'Shorten it, or leave that model out.',
    safe: 'Nothing was sent to any model; what you typed is still in the field.',
    commandLine: { safe: 'Nothing was sent and nothing was stored.' }
  }),
  promptEmpty: () => ({
    what: 'There is no text to send.',
    todo: 'Write something first.',
    safe: nothingChanged,
    commandLine: { todo: 'Give some text with --prompt, --text or --stdin.' }
  }),
  tokenOutOfRange: (p) => ({
    what: `The token id ${p.id} is outside this model's vocabulary of ${count(p.limit)}.`,
    todo: 'Use ids that this model knows.',
    safe: nothingChanged,
    commandLine: { todo: 'Use ids of the same tokenizer; `lethe tokenize` prints them.' }
  }),
  outOfMemory: (p) => ({
    what: `This model needs ${bytes(p.needBytes)}; ${bytes(p.freeBytes)} is free.`,
    todo:
      p.blocks4Bytes === undefined
        ? 'Close other programs, choose mapped weights, or use a smaller model.'
        : `Try it in 4 bits (${bytes(p.blocks4Bytes)}) or with mapped weights, or close another model.`,
    safe: textKept,
    commandLine: {
      todo:
        p.blocks4Bytes === undefined
          ? 'Close other programs, choose a smaller model, or use --weights mapped.'
          : `Use --weights blocks4 (about ${bytes(p.blocks4Bytes)}) or --weights mapped, or close other programs.`,
      safe: libraryIntact
    }
  }),
  deviceUnavailable: (p) => ({
    what: `The device “${p.device}” cannot be used here: ${why(p.reason)}.`,
    todo: 'Choose another device, or test this one again: Settings, Device.',
    safe: 'Nothing ran elsewhere instead.',
    commandLine: {
      todo: 'Use --device cpu or --device auto, or test it again with `lethe devices --test`.'
    }
  }),
  engineLost: () => ({
    what: 'The model stopped working.',
    todo: 'Send again to restart it.',
    safe: 'The text so far is saved.',
    commandLine: {
      todo: 'Run the command again; with a large model, free some memory first.',
      safe: libraryIntact
    }
  }),
  engineBusy: (p) => ({
    what: `${p.model} is writing another answer.`,
    todo: 'Wait until it has finished, or stop it.',
    safe: textKept,
    commandLine: { safe: nothingChanged }
  }),
  networkOff: () => ({
    what: 'The network is off, so nothing was sent.',
    todo: 'Turn it on in Settings, Network, then ask again.',
    safe: 'Nothing left Lethe; what you typed is still here.',
    commandLine: {
      todo: 'Turn it on with `lethe network on`; `lethe network off` turns it off again.',
      safe: libraryIntact
    }
  }),
  addressRefused: (p) => ({
    what: `The address ${p.address} cannot be used: ${addressProblems[p.problem]}.`,
    todo: 'Write it as http://127.0.0.1:11434/v1. A key has a field of its own.',
    safe: nothingChanged,
    commandLine: {
      todo: 'Give an address such as http://127.0.0.1:11434/v1; a key goes in with --key-stdin.'
    }
  }),
  hostUnreachable: (p) => ({
    what: `${p.host} could not be reached: ${reachProblems[p.problem]}${saying(p.reason)}.`,
    todo: 'See that the server runs and that its address is right, then try again.',
    safe: textKept,
    commandLine: {
      todo: 'See that the server runs and that the address is right, then run the command again.',
      safe: nothingChanged
    }
  }),
  remoteTimeout: (p) => ({
    what: `${p.host} was silent for ${p.seconds} seconds.`,
    todo: 'Try again; a large model may still be loading there.',
    safe: 'What it had sent until then is kept.',
    commandLine: { todo: 'Run the command again; a large model may still be loading there.' }
  }),
  remoteKeyRefused: (p) => ({
    what: `${p.host} does not accept the key, or asks for one (status ${p.status}).`,
    todo: 'Set its key in Settings, Network.',
    safe: textKept,
    commandLine: {
      todo: 'Set its key with `lethe endpoints set NAME --key-stdin`.',
      safe: nothingChanged
    }
  }),
  remoteNotFound: (p) => ({
    what: `${p.host} has nothing at ${p.path}${saying(p.reason)}.`,
    todo: 'Check the address in Settings, Network (it usually ends in /v1), and whether the model is still there.',
    safe: textKept,
    commandLine: {
      todo: 'Check the address (it usually ends in /v1) and the name of the model: `lethe endpoints models NAME`.',
      safe: nothingChanged
    }
  }),
  remoteBusy: (p) => ({
    what: `${p.host} takes no more requests now.`,
    todo: 'Wait a little, then try again.',
    safe: textKept,
    commandLine: { todo: 'Wait a little, then run the command again.', safe: nothingChanged }
  }),
  remoteFailed: (p) => ({
    what: `${p.host} could not answer (status ${p.status})${saying(p.reason)}.`,
    todo: 'Try again; if it stays, look at what that server says on its own machine.',
    safe: 'What it had sent until then is kept.',
    commandLine: { todo: 'Run the command again; if it stays, look at what that server logs.' }
  }),
  remoteRedirected: (p) => ({
    what: `${p.host} sends on to ${p.target}; requests are not followed to another host.`,
    todo: 'If you trust it, give the server that address instead, in Settings, Network.',
    safe: 'Neither your text nor the key went there.',
    commandLine: { todo: 'If you trust it, give the endpoint that address instead.' }
  }),
  remoteMalformed: (p) => ({
    what: `${p.host} answered something that is not the OpenAI API: ${formProblems[p.problem]}.`,
    todo: 'Check that the address leads to an OpenAI-compatible server; it usually ends in /v1.',
    safe: 'What was understood until then is kept.'
  }),
  remoteBroke: (p) => ({
    what: `${p.host} closed the line in the middle of its answer.`,
    todo: 'Try again.',
    safe: 'What it had sent until then is kept.',
    commandLine: { todo: 'Run the command again.' }
  }),
  remoteCannotScore: (p) => ({
    what: `${p.model} answers through a server, which does not give the probability of a text.`,
    todo: 'Choose a model of this machine.',
    safe: 'Nothing was sent.',
    commandLine: { todo: 'Choose a model of `lethe models`.' }
  }),
  hubNameMalformed: (p) => ({
    what: `“${p.name}” names no model of the hub: ${hubNameProblems[p.problem]}.`,
    todo: 'Write OWNER/NAME, or paste the address of the page of the model.',
    safe: 'Nothing was sent.',
    commandLine: {
      todo: 'Write hf:OWNER/NAME, hf:OWNER/NAME@REVISION, or the address of the page of the model.'
    }
  }),
  hubAddressRefused: (p) => ({
    what: `HF_ENDPOINT is ${p.address}, which cannot be used: ${addressProblems[p.problem]}.`,
    todo: 'Set it to an address such as https://huggingface.co, or unset it, then start Lethe again.',
    safe: 'Nothing was sent.'
  }),
  hubModelNotFound: (p) => ({
    what: `${p.host} has no model ${p.model}, or it is private.`,
    todo: 'Check the name; for a private model, start Lethe with your token in HF_TOKEN.',
    safe: nothingChanged
  }),
  hubRevisionNotFound: (p) => ({
    what: `${p.model} on ${p.host} has no revision “${p.revision}”.`,
    todo: 'Name a branch, a tag or a commit of it after “@”, or none for the newest.',
    safe: nothingChanged
  }),
  hubAccessRefused: (p) => ({
    what: `${p.host} does not give out ${p.model} (status ${p.status}): ${
      p.token === 'sent'
        ? 'the token in HF_TOKEN does not open it'
        : 'it asks who you are, and no HF_TOKEN is set'
    }.`,
    todo: `Accept its terms on its page at ${p.host}, then start Lethe with a token of that account in HF_TOKEN.`,
    safe: nothingChanged
  }),
  hubNotAModel: (p) => ({
    what: `${p.model} on ${p.host} cannot be added: ${hubModelProblems[p.problem](p.file)}.`,
    todo: 'Choose a version of it with config.json and weights in safetensors.',
    safe: othersFine
  }),
  hubFileNameRefused: (p) => ({
    what: `${p.model} on ${p.host} holds a file named “${p.file}”, which could be written outside its folder or over another file.`,
    todo: 'Use another model, and report this one on its page at the hub.',
    safe: 'Nothing of it was kept; your other models are fine.'
  }),
  hubUnreachable: (p) => ({
    what: `${p.host} could not be reached: ${lineProblems[p.problem]}.`,
    todo: 'See that this machine is connected, then try again.',
    safe: othersFine
  }),
  hubFailed: (p) => ({
    what: `${p.host} could not answer (status ${p.status})${saying(p.reason)}.`,
    todo: 'Wait a few minutes, then try again.',
    safe: othersFine
  }),
  hubMalformed: (p) => ({
    what: `${p.host} answered something that the hub would not: ${hubFormProblems[p.problem]}.`,
    todo: 'Check HF_ENDPOINT if it is set, and whether a sign-in page stands before this connection.',
    safe: othersFine
  }),
  hubFileDiffers: (p) => ({
    what: `${p.file} from ${p.host} is not what was listed: ${
      p.problem === 'size'
        ? `${amount(p.got)} bytes instead of ${amount(p.expected)}`
        : 'its checksum is another one'
    }.`,
    todo: 'Try again; if it stays, the files on the hub are damaged or something on the way changes them.',
    safe: downloadGone
  }),
  hubDownloadBroke: (p) => ({
    what: `The download of ${p.file} from ${p.host} broke off at ${bytes(p.doneBytes)} of ${bytes(p.totalBytes)}, and ${p.tries} tries did not bring the rest.`,
    todo: 'Try again when the connection holds; it begins anew.',
    safe: downloadGone
  }),
  networkTurnedOff: (p) => ({
    what: `The network was turned off, so the download from ${p.host} was stopped.`,
    todo: 'Turn it on in Settings, Network, then try again.',
    safe: downloadGone,
    commandLine: { todo: 'Turn it on with `lethe network on`, then import again.' }
  }),
  cancelled: () => ({
    what: 'This was cancelled.',
    todo: 'Start it again if you want it after all.',
    safe: 'Nothing was left behind.',
    commandLine: { todo: 'Run the command again when you like.' }
  }),
  invalidInput: (p) => ({
    what: `${fields[p.field](p.name ?? '')} cannot be used like this: ${why(p.reason)}.`,
    todo: 'Correct it, then try again.',
    safe: nothingChanged,
    commandLine: { todo: 'Correct it and run the command again; --help shows what is possible.' },
    start: { todo: 'Correct it, then start Lethe again.' }
  }),
  notFound: (p) => ({
    what: `This ${kinds[p.kind]} is not here any more.`,
    todo: 'Choose another one from the list.',
    safe: 'Everything else is as it was.',
    commandLine: {
      what: `There is no ${kinds[p.kind]} “${p.id}”.${nearest(p.nearest)}`,
      todo: 'Check what you typed.',
      safe: nothingChanged
    }
  }),
  nameTaken: (p) => ({
    what: `Another one is called “${p.name}” already.`,
    todo: 'Choose another name.',
    safe: 'What you typed is still here.',
    commandLine: { safe: nothingChanged }
  }),
  listFull: (p) => ({
    what: `There are ${count(p.limit)} of them already, and no more are kept.`,
    todo: 'Remove one that is not needed any more.',
    safe: 'What you typed is still here.',
    commandLine: { safe: nothingChanged }
  }),
  presetTooLarge: (p) => ({
    what: `This text has ${bytes(p.sizeBytes)}; a preset may have up to ${bytes(p.limitBytes)}.`,
    todo: 'Shorten it; a long text can be attached as a file each time.',
    safe: 'What you typed is still here.',
    commandLine: { safe: nothingChanged }
  }),
  ownerUnreachable: (p) => ({
    what: `Another Lethe has the data folder ${p.dataFolder} open and does not answer.`,
    todo: 'Close the other one, then start again.',
    safe: nothingChanged,
    commandLine: {
      todo: 'Close it and run the command again, or choose another folder with --data-dir.'
    }
  }),
  databaseTooNew: (p) => ({
    what: `The data folder was written by a newer Lethe (version ${p.version}; this one knows ${p.known}).`,
    todo: 'Install the newer Lethe, or use another data folder.',
    safe: 'The data folder was not touched.',
    commandLine: { todo: 'Use the newer Lethe, or choose another folder with --data-dir.' }
  }),
  internal: (p) => ({
    what: `Something in Lethe did not work as it should: ${why(p.reason)}`,
    todo: 'Try again. If it happens again, copy the details for a bug report.',
    safe: 'What was saved before is intact.',
    commandLine: {
      todo: 'Run the command again; if it stays, report it with the log of the data folder.'
    },
    start: {
      todo: 'Start Lethe again. If it happens again, report it with the log of the data folder.'
    }
  }),
  connectionLost: () => ({
    what: 'The app stopped answering.',
    todo: 'Wait a moment and try again; the window reconnects by itself.',
    safe: 'What you typed is kept in this window.'
  })
}
