// Errors of requests and of Lethe itself in English.
import type { InputField, MissingKind } from '../../../base/errors'
import type { ErrorSentenceTable } from '../sentences'
import { bytes, count, nearest, nothingChanged, why } from './words'

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
  dataset: 'dataset',
  record: 'record',
  run: 'run',
  job: 'job',
  change: 'change',
  flagSet: 'flag set',
  evidence: 'evidence',
  report: 'report',
  audit: 'audit',
  erasure: 'erasing',
  request: 'request'
}

export const requests = {
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
} satisfies Partial<ErrorSentenceTable>
