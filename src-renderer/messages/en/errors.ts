// Every error in words: what happened, what to do, what is safe.
import { formatters } from '../format'
import type { ErrorTexts } from '../dictionary'

const { bytes, count } = formatters('en')
const text = (value: string | number | undefined): string => String(value ?? '?')
const size = (value: string | number | undefined): string => bytes(Number(value ?? 0))
const number = (value: string | number | undefined): string => count(Number(value ?? 0))
const nearest = (value: string | number | undefined): string =>
  value === undefined ? '' : ` Did you mean “${value}”?`

const othersFine = 'It was not added; your other models are fine.'
const nothingChanged = 'Nothing was changed.'
const textKept = 'Your conversation and what you typed are saved.'
const inWords =
  (words: Record<string, string>) =>
  (problem: string | number | undefined): string =>
    words[String(problem)] ?? text(problem)
const addressProblem = inWords({
  malformed: 'it is not an address',
  scheme: 'only http and https are possible',
  credentials: 'a name or password has no place in it',
  query: 'nothing may follow after “?” or “#”'
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
const saying = (reason: string | number | undefined): string =>
  reason === undefined || reason === '' ? '' : `: ${reason}`

export const errors: ErrorTexts = {
  fileNotFound: (p) => ({
    what: `There is nothing at ${text(p.path)}.`,
    todo: 'Check the path, or choose the place again.',
    safe: nothingChanged
  }),
  fileNotReadable: (p) => ({
    what: `${text(p.path)} may not be read by this account.`,
    todo: 'Give this account permission to read it, then try again.',
    safe: nothingChanged
  }),
  fileEmpty: (p) => ({
    what: `${text(p.path)} is empty.`,
    todo: 'Get the file again.',
    safe: othersFine
  }),
  fileTruncated: (p) => ({
    what: `${text(p.path)} ends ${number(p.missingBytes)} bytes too early.`,
    todo: 'Get the file again.',
    safe: othersFine
  }),
  fileMalformed: (p) => ({
    what: `${text(p.path)} cannot be read as what it should be: ${text(p.reason)}.`,
    todo: 'Get the file again, or save it anew with the program it came from.',
    safe: othersFine
  }),
  folderNotWritable: (p) => ({
    what: `Lethe may not write in ${text(p.path)}.`,
    todo: 'Give this account permission to write there, or start Lethe with another data folder.',
    safe: 'What was there is untouched.'
  }),
  diskFull: (p) => ({
    what: `The disk that holds ${text(p.path)} is full.`,
    todo: 'Free some space, then try again.',
    safe: 'What was saved before is intact; nothing half-written was left.'
  }),
  notAModel: (p) => ({
    what: `${text(p.path)} holds no model: config.json and weights in safetensors are needed.`,
    todo: 'Choose the folder that has both.',
    safe: nothingChanged
  }),
  pickleRefused: (p) => ({
    what: `${text(p.path)} can run code when opened, so Lethe does not open it.`,
    todo: 'Convert it to safetensors (in Python: safetensors.torch.save_model), then add the folder again.',
    safe: 'The file was not opened; nothing was added.'
  }),
  architectureUnknown: (p) => ({
    what: `This model is a “${text(p.architecture)}”, a kind Lethe cannot run.${nearest(p.nearest)}`,
    todo: 'Choose a model of the llama kind.',
    safe: othersFine
  }),
  configUnsupported: (p) => ({
    what: `Its config.json asks for ${text(p.key)} = ${text(p.value)}: ${text(p.reason)}.`,
    todo: 'Choose another model, or a version of this one without that setting.',
    safe: 'It was not added, because running it without that setting would give wrong answers.'
  }),
  tensorDtypeUnknown: (p) => ({
    what: `The tensor ${text(p.tensor)} in ${text(p.path)} is stored as ${text(p.dtype)}, which Lethe does not read.`,
    todo: 'Use a version saved in F32, F16 or BF16.',
    safe: othersFine
  }),
  tensorMissing: (p) => ({
    what: `The tensor ${text(p.tensor)} is not in ${text(p.path)}.`,
    todo: 'Get the model again; a file may be missing.',
    safe: othersFine
  }),
  tensorShape: (p) => ({
    what: `The tensor ${text(p.tensor)} in ${text(p.path)} has the shape ${text(p.got)}; config.json asks for ${text(p.expected)}.`,
    todo: 'Get config.json and the weights from the same place.',
    safe: othersFine
  }),
  shardMissing: (p) => ({
    what: `A part of the weights is missing: ${text(p.path)}.`,
    todo: 'Put the missing file in the folder, then add it again.',
    safe: othersFine
  }),
  tokenizerUnsupported: (p) => ({
    what: `The tokenizer ${text(p.path)} is of a kind Lethe does not read: ${text(p.reason)}.`,
    todo: 'Use a version of the model with tokenizer.json or a SentencePiece tokenizer.model.',
    safe: othersFine
  }),
  noTokenizer: (p) => ({
    what: `${text(p.model)} came without a tokenizer, so it cannot read or write text.`,
    todo: 'Choose another model for the chat, or add this one again with its tokenizer.',
    safe: textKept
  }),
  noChatTemplate: (p) => ({
    what: `${text(p.model)} has no chat template.`,
    todo: 'Use it to continue text, or choose a model taught to chat.',
    safe: textKept
  }),
  chatTemplateFailed: (p) => ({
    what: `This model's chat template refused the conversation: ${text(p.reason)}.`,
    todo: 'Change the system prompt or the question, or choose another model.',
    safe: textKept
  }),
  modelNotFound: (p) => ({
    what: `There is no model “${text(p.model)}” in the list.${nearest(p.nearest)}`,
    todo: 'Choose another model.',
    safe: textKept
  }),
  datasetNotFound: (p) => ({
    what: `There is no dataset “${text(p.dataset)}”.${nearest(p.nearest)}`,
    todo: 'Choose another dataset.',
    safe: nothingChanged
  }),
  shapeUnknown: (p) => ({
    what: `The columns of ${text(p.path)} fit no known form of record: ${text(p.columns)}.`,
    todo: 'Say which column holds what.',
    safe: 'Nothing was imported.'
  }),
  rowRefused: (p) => ({
    what: `Line ${text(p.line)} of ${text(p.path)} cannot be read: ${rowProblem(p.problem)}${p.detail === '' ? '' : ` (${text(p.detail)})`}.`,
    todo: 'Correct the line, or import without the lines that cannot be read.',
    safe: 'Nothing was imported; the file was not changed.'
  }),
  noRecords: (p) => ({
    what: `${text(p.path)} holds no record that can be read; lines refused: ${text(p.rejected)}.`,
    todo: 'Choose another form, or say which column holds what.',
    safe: 'Nothing was imported; the file was not changed.'
  }),
  weightsChanged: (p) => ({
    what: `The weights in ${text(p.path)} are no longer those that were added.`,
    todo: 'Put the old files back, or add the folder again: it is another model now.',
    safe: nothingChanged
  }),
  modelFilesMissing: (p) => ({
    what: `The file is no longer at ${text(p.path)}.`,
    todo: 'Find it, or remove it from the list.',
    safe: 'Nothing else is affected.'
  }),
  promptTooLong: (p) => ({
    what: `This is ${number(p.tokens)} tokens; the model reads ${number(p.limit)}.`,
    todo: 'Keep the end, keep the beginning, or edit it.',
    safe: 'The whole text is saved in the conversation.'
  }),
  promptTooLarge: (p) => ({
    what: `This text has ${size(p.sizeBytes)}; at most ${size(p.limitBytes)} can be sent at once.`,
    todo: 'Shorten it, or send it in parts.',
    safe: 'What you typed is still in the field.'
  }),
  promptEmpty: () => ({
    what: 'There is no text to send.',
    todo: 'Write something first.',
    safe: nothingChanged
  }),
  tokenOutOfRange: (p) => ({
    what: `The token id ${text(p.id)} is outside this model's vocabulary of ${number(p.limit)}.`,
    todo: 'Use ids that this model knows.',
    safe: nothingChanged
  }),
  outOfMemory: (p) => ({
    what: `This model needs ${size(p.needBytes)}; ${size(p.freeBytes)} is free.`,
    todo:
      p.blocks4Bytes === undefined
        ? 'Close other programs, choose mapped weights, or use a smaller model.'
        : `Try it in 4 bits (${size(p.blocks4Bytes)}) or with mapped weights, or close another model.`,
    safe: textKept
  }),
  deviceUnavailable: (p) => ({
    what: `The device “${text(p.device)}” cannot be used here: ${text(p.reason)}.`,
    todo: 'Choose another device, or test this one again: Settings, Device.',
    safe: 'Nothing ran elsewhere instead.'
  }),
  engineLost: () => ({
    what: 'The model stopped working.',
    todo: 'Send again to restart it.',
    safe: 'The text so far is saved.'
  }),
  engineBusy: (p) => ({
    what: `${text(p.model)} is writing another answer.`,
    todo: 'Wait until it has finished, or stop it.',
    safe: textKept
  }),
  networkOff: () => ({
    what: 'The network is off, so nothing was sent.',
    todo: 'Turn it on in Settings, Network, then ask again.',
    safe: 'Nothing left Lethe; what you typed is still here.'
  }),
  addressRefused: (p) => ({
    what: `The address ${text(p.address)} cannot be used: ${addressProblem(p.problem)}.`,
    todo: 'Write it as http://127.0.0.1:11434/v1. A key has a field of its own.',
    safe: nothingChanged
  }),
  hostUnreachable: (p) => ({
    what: `${text(p.host)} could not be reached: ${reachProblem(p.problem)}.`,
    todo: 'See that the server runs and that its address is right, then try again.',
    safe: textKept
  }),
  remoteTimeout: (p) => ({
    what: `${text(p.host)} was silent for ${text(p.seconds)} seconds.`,
    todo: 'Try again; a large model may still be loading there.',
    safe: 'What it had sent until then is kept.'
  }),
  remoteKeyRefused: (p) => ({
    what: `${text(p.host)} does not accept the key, or asks for one (status ${text(p.status)}).`,
    todo: 'Set its key in Settings, Network.',
    safe: textKept
  }),
  remoteNotFound: (p) => ({
    what: `${text(p.host)} has nothing at ${text(p.path)}${saying(p.reason)}.`,
    todo: 'Check the address in Settings, Network (it usually ends in /v1), and whether the model is still there.',
    safe: textKept
  }),
  remoteBusy: (p) => ({
    what: `${text(p.host)} takes no more requests now.`,
    todo: 'Wait a little, then try again.',
    safe: textKept
  }),
  remoteFailed: (p) => ({
    what: `${text(p.host)} could not answer (status ${text(p.status)})${saying(p.reason)}.`,
    todo: 'Try again; if it stays, look at what that server says on its own machine.',
    safe: 'What it had sent until then is kept.'
  }),
  remoteRedirected: (p) => ({
    what: `${text(p.host)} sends on to ${text(p.target)}; requests are not followed to another host.`,
    todo: 'If you trust it, give the server that address instead, in Settings, Network.',
    safe: 'Neither your text nor the key went there.'
  }),
  remoteMalformed: (p) => ({
    what: `${text(p.host)} answered something that is not the OpenAI API: ${formProblem(p.problem)}.`,
    todo: 'Check that the address leads to an OpenAI-compatible server; it usually ends in /v1.',
    safe: 'What was understood until then is kept.'
  }),
  remoteBroke: (p) => ({
    what: `${text(p.host)} closed the line in the middle of its answer.`,
    todo: 'Try again.',
    safe: 'What it had sent until then is kept.'
  }),
  remoteCannotScore: (p) => ({
    what: `${text(p.model)} answers through a server, which does not give the probability of a text.`,
    todo: 'Choose a model of this machine.',
    safe: 'Nothing was sent.'
  }),
  cancelled: () => ({
    what: 'This was cancelled.',
    todo: 'Start it again if you want it after all.',
    safe: 'Nothing was left behind.'
  }),
  invalidInput: (p) => ({
    what: `“${text(p.field)}” cannot be used like this: ${text(p.reason)}.`,
    todo: 'Correct it, then try again.',
    safe: nothingChanged
  }),
  notFound: (p) => ({
    what: `This ${text(p.kind)} is not here any more.`,
    todo: 'Choose another one from the list.',
    safe: 'Everything else is as it was.'
  }),
  ownerUnreachable: (p) => ({
    what: `Another Lethe has the data folder ${text(p.dataFolder)} open and does not answer.`,
    todo: 'Close the other one, then start again.',
    safe: nothingChanged
  }),
  databaseTooNew: (p) => ({
    what: `The data folder was written by a newer Lethe (version ${text(p.version)}; this one knows ${text(p.known)}).`,
    todo: 'Install the newer Lethe, or use another data folder.',
    safe: 'The data folder was not touched.'
  }),
  internal: (p) => ({
    what: `Something in Lethe did not work as it should: ${text(p.reason)}`,
    todo: 'Try again. If it happens again, copy the details for a bug report.',
    safe: 'What was saved before is intact.'
  }),
  connectionLost: () => ({
    what: 'The app stopped answering.',
    todo: 'Wait a moment and try again; the window reconnects by itself.',
    safe: 'What you typed is kept in this window.'
  })
}
