// Errors of bias audits in English.
import type { ErrorSentenceTable } from '../sentences'
import { count, nearest, nothingChanged } from './words'

const nothingBegun = 'Nothing was begun; your models and files are as they were.'

export const bias = {
  suiteUnknown: (p) => ({
    what: `There is no suite “${p.suite}”.${nearest(p.nearest)}`,
    todo: 'Choose one of the list of suites.',
    safe: nothingBegun,
    commandLine: { todo: '`lethe audit --suites` lists them.' }
  }),
  suiteNotForMasked: (p) => ({
    what: `“${p.suite}” needs a model that writes; ${p.model} fills gaps in a text.`,
    todo: `Ask it by one of these suites: ${p.suites}; or choose a model that writes.`,
    safe: nothingBegun
  }),
  noNextSentence: (p) => ({
    what: `“${p.model}” was not taught to say whether one sentence follows another: pairs of sentences cannot be asked of it.`,
    todo: 'Leave “pairs” off, or choose a BERT model with its next-sentence head, in full precision.',
    safe: nothingBegun
  }),
  suiteDataNeeded: (p) => ({
    what: `The items of “${p.suite}” are not included in Lethe.`,
    todo: `Choose where they lie (${p.files}).`,
    safe: nothingBegun,
    commandLine: { todo: `Say where they lie with --data: ${p.files}.` }
  }),
  suiteDataMissing: (p) => ({
    what: `In ${p.path} nothing is there that “${p.suite}” reads.`,
    todo: `Choose the folder or file with ${p.files}.`,
    safe: nothingBegun
  }),
  suiteColumns: (p) => ({
    what: `${p.path} lacks the columns ${p.missing}. There are: ${p.there}.`,
    todo: 'Choose the file as it was published, or name its columns so.',
    safe: nothingBegun
  }),
  suiteEmpty: (p) => ({
    what: `${p.path} holds no item of “${p.suite}” that can be scored; rows that were left out: ${count(p.rows)}.`,
    todo: 'Look whether it is the right file, or choose another suite.',
    safe: nothingBegun
  }),
  predictionColumn: (p) => ({
    what: `It is not clear which column of ${p.path} holds the predictions.`,
    todo: `Name one of: ${p.columns}.`,
    safe: nothingChanged,
    commandLine: { todo: `Name one with --column: ${p.columns}.` }
  }),
  predictionsOfOthers: (p) => ({
    what: `${p.path} says nothing about the items of “${p.suite}”.`,
    todo: 'Choose the predictions that belong to these items.',
    safe: nothingChanged
  }),
  auditsDiffer: (p) => ({
    what: `“${p.first}” and “${p.second}” have too little in common to be compared.`,
    todo: 'Compare audits by the same suite on the same items.',
    safe: nothingChanged
  }),
  auditUnfinished: (p) => ({
    what: `The audit of “${p.model}” has no result yet.`,
    todo: 'Wait until it is done, or start it again.',
    safe: nothingChanged
  }),
  nothingToBalance: (p) => ({
    what: `Nothing of “${p.suite}” makes a balanced set; items or records that were looked at: ${count(p.items)}.`,
    todo: 'Choose another axis, other items, or a dataset and the words that stand against each other.',
    safe: nothingBegun
  }),
  selfTestFailed: (p) => ({
    what: `Published numbers that did not come out again: ${count(p.failed)}.`,
    todo: 'Look whether the data is as it was published; if it is, tell the makers of Lethe.',
    safe: nothingChanged
  })
} satisfies Partial<ErrorSentenceTable>
