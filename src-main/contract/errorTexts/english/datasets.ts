// Errors of datasets in English.
import type { RowProblem } from '../../../base/errors'
import type { ErrorSentenceTable } from '../sentences'
import { count, nearest, nothingChanged } from './words'

const nothingImported = 'Nothing was imported; the file was not changed.'

export const rowProblems: Record<RowProblem, string> = {
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
}

export const datasets = {
  datasetNotFound: (p) => ({
    what: `There is no dataset “${p.dataset}”.${nearest(p.nearest)}`,
    todo: 'Choose another dataset.',
    safe: nothingChanged,
    commandLine: {
      todo: '`lethe datasets` lists what is there; `lethe dataset import FILE` adds one.'
    }
  }),
  shapeUnknown: (p) => ({
    what: `The columns of ${p.path} fit no known form of record: ${p.columns}.`,
    todo: 'Say which column holds what.',
    safe: nothingImported
  }),
  rowRefused: (p) => ({
    what: `Line ${count(p.line)} of ${p.path} cannot be read: ${rowProblems[p.problem]}${p.detail === '' ? '' : ` (${p.detail})`}.`,
    todo: 'Correct the line, or import without the lines that cannot be read.',
    safe: nothingImported
  }),
  noRecords: (p) => ({
    what: `${p.path} holds no record that can be read; lines refused: ${count(p.rejected)}.`,
    todo: 'Choose another form, or say which column holds what.',
    safe: nothingImported
  })
} satisfies Partial<ErrorSentenceTable>
