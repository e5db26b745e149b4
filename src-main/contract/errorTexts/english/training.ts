// Errors of training in English.
import type { RunStatus } from '../../../base/errors'
import type { ErrorSentenceTable } from '../sentences'
import { bytes, count, nothingChanged } from './words'

const nothingBegun = 'Nothing was begun; the model and the dataset are as they were.'
const statuses: Record<RunStatus, string> = {
  waiting: 'is waiting its turn',
  running: 'is running',
  paused: 'is paused',
  finished: 'is finished',
  stopped: 'was stopped',
  failed: 'failed',
  diverged: 'ran out of bounds'
}

export const training = {
  trainingTooLarge: (p) => ({
    what: `This training needs ${bytes(p.needBytes)} of memory; ${bytes(p.freeBytes)} is free.`,
    todo:
      p.adapterBytes === undefined
        ? 'Choose a smaller batch or shorter rows, save memory, or close other programs.'
        : `Train an adapter (LoRA), which takes ${bytes(p.adapterBytes)}, choose a smaller batch, or close other programs.`,
    safe: nothingBegun
  }),
  nothingToLearn: (p) => ({
    what: `There is nothing to learn in “${p.dataset}”; records looked at: ${count(p.records)}.`,
    todo: 'Choose a dataset with texts or answers, or let the model learn more than the answers.',
    safe: nothingBegun
  }),
  trainingDiverged: (p) => ({
    what: `The training ran out of bounds at step ${count(p.step)}: its loss is far above blind guessing.`,
    todo: `Try again with a learning rate well below ${p.learningRate}.`,
    safe: 'The model it began with is as it was.'
  }),
  runStateUnreadable: (p) => ({
    what: `The saved state of this training is damaged: ${p.path}.`,
    todo: 'Run it once more from its beginning.',
    safe: 'The model it began with and the dataset are as they were.'
  }),
  runStatusRefused: (p) => ({
    what: `“${p.run}” ${statuses[p.status]}: this is not possible now.`,
    todo: 'Choose another training, or wait until this one is further.',
    safe: nothingChanged,
    commandLine: { todo: '`lethe runs` shows how each training stands.' }
  }),
  jobStatusRefused: (p) => ({
    what: `“${p.job}” ${statuses[p.status]}: this is not possible now.`,
    todo: 'Choose another one.',
    safe: nothingChanged,
    commandLine: { todo: '`lethe jobs` shows what has not ended.' }
  }),
  noAdapter: (p) => ({
    what: `“${p.run}” trained the whole model: it has no adapter.`,
    todo: 'Export the merged model instead.',
    safe: nothingChanged
  }),
  folderThere: (p) => ({
    what: `${p.path} is there already.`,
    todo: 'Choose a folder that is not there yet.',
    safe: 'Nothing was written.'
  }),
  reportChanged: (p) => ({
    what: {
      changed: `${p.path} was changed after it was signed.`,
      otherKey: `${p.path} was signed with another key.`,
      signatureWrong: `The signature of ${p.path} does not belong to what it says was signed.`,
      otherModels: `${p.path} is as it was signed, but a model here has other weights than it says.`,
      otherLayout: `The page of ${p.path} was drawn by another version of Lethe and cannot be compared here.`
    }[p.problem],
    todo:
      p.problem === 'otherLayout'
        ? 'Its signed data is unchanged: ask for the JSON, or check it with that version.'
        : 'Ask its author for the original.',
    safe: nothingChanged
  })
} satisfies Partial<ErrorSentenceTable>
