// Errors of datasets in Portuguese.
import type { RowProblem } from '../../../base/errors'
import type { ErrorSentenceTable } from '../sentences'
import { count, nearest, nothingChanged } from './words'

const nothingImported = 'Nada foi importado; o arquivo não foi alterado.'

export const rowProblems: Record<RowProblem, string> = {
  lineTooLong: 'é longa demais',
  notUtf8: 'não é texto UTF-8 válido',
  notJson: 'não é JSON',
  notAnObject: 'não é um registro',
  tooDeep: 'os colchetes se aninham demais',
  quoteNotClosed: 'há aspas não fechadas',
  quoteMisplaced: 'há algo depois de aspas que se fecham',
  columnCount: 'o número de colunas não é o do cabeçalho',
  columnMissing: 'falta uma coluna ou ela está vazia',
  notText: 'uma coluna não é texto',
  turnUnreadable: 'uma fala não pode ser lida',
  roleUnknown: 'um papel não é conhecido',
  noAnswer: 'nenhuma fala é uma resposta',
  empty: 'está vazia'
}

export const datasets = {
  datasetNotFound: (p) => ({
    what: `Não há um conjunto de dados “${p.dataset}”.${nearest(p.nearest)}`,
    todo: 'Escolha outro conjunto de dados.',
    safe: nothingChanged,
    commandLine: {
      todo: '`lethe datasets` mostra o que existe; `lethe dataset import ARQUIVO` adiciona um.'
    }
  }),
  shapeUnknown: (p) => ({
    what: `As colunas de ${p.path} não correspondem a nenhuma forma de registro conhecida: ${p.columns}.`,
    todo: 'Diga o que cada coluna contém.',
    safe: nothingImported
  }),
  rowRefused: (p) => ({
    what: `A linha ${count(p.line)} de ${p.path} não pode ser lida: ${rowProblems[p.problem]}${p.detail === '' ? '' : ` (${p.detail})`}.`,
    todo: 'Corrija a linha ou importe sem as linhas que não podem ser lidas.',
    safe: nothingImported
  }),
  noRecords: (p) => ({
    what: `${p.path} não tem registro que possa ser lido; linhas recusadas: ${count(p.rejected)}.`,
    todo: 'Escolha outra forma ou diga o que cada coluna contém.',
    safe: nothingImported
  })
} satisfies Partial<ErrorSentenceTable>
