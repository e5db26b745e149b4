// Errors of bias audits in Portuguese.
import type { ErrorSentenceTable } from '../sentences'
import { count, nearest, nothingChanged } from './words'

const nothingBegun = 'Nada foi iniciado; seus modelos e arquivos estão como estavam.'

export const bias = {
  suiteUnknown: (p) => ({
    what: `Não há um conjunto “${p.suite}”.${nearest(p.nearest)}`,
    todo: 'Escolha um da lista de conjuntos.',
    safe: nothingBegun,
    commandLine: { todo: '`lethe audit --suites` mostra a lista.' }
  }),
  suiteNotForMasked: (p) => ({
    what: `“${p.suite}” precisa de um modelo que escreve; ${p.model} preenche lacunas em um texto.`,
    todo: `Use um destes conjuntos: ${p.suites}; ou escolha um modelo que escreve.`,
    safe: nothingBegun
  }),
  noNextSentence: (p) => ({
    what: `“${p.model}” não foi ensinado a dizer se uma frase segue outra: pares de frases não podem ser usados com ele.`,
    todo: 'Deixe “pairs” desligado ou escolha um modelo BERT com a saída de próxima frase, em precisão plena.',
    safe: nothingBegun
  }),
  suiteDataNeeded: (p) => ({
    what: `Os itens de “${p.suite}” não vêm com o Lethe.`,
    todo: `Escolha onde estão (${p.files}).`,
    safe: nothingBegun,
    commandLine: { todo: `Diga onde estão com --data: ${p.files}.` }
  }),
  suiteDataMissing: (p) => ({
    what: `Em ${p.path} não há nada que “${p.suite}” leia.`,
    todo: `Escolha a pasta ou o arquivo com ${p.files}.`,
    safe: nothingBegun
  }),
  suiteColumns: (p) => ({
    what: `Em ${p.path} faltam as colunas ${p.missing}. Há: ${p.there}.`,
    todo: 'Escolha o arquivo como foi publicado ou dê esses nomes às colunas.',
    safe: nothingBegun
  }),
  suiteEmpty: (p) => ({
    what: `${p.path} não tem nenhum item de “${p.suite}” que possa ser pontuado; linhas deixadas de fora: ${count(p.rows)}.`,
    todo: 'Veja se é o arquivo certo ou escolha outro conjunto.',
    safe: nothingBegun
  }),
  predictionColumn: (p) => ({
    what: `Não está claro qual coluna de ${p.path} tem as predições.`,
    todo: `Indique uma de: ${p.columns}.`,
    safe: nothingChanged,
    commandLine: { todo: `Indique uma com --column: ${p.columns}.` }
  }),
  predictionsOfOthers: (p) => ({
    what: `${p.path} não diz nada sobre os itens de “${p.suite}”.`,
    todo: 'Escolha as predições que pertencem a estes itens.',
    safe: nothingChanged
  }),
  auditsDiffer: (p) => ({
    what: `“${p.first}” e “${p.second}” têm pouco em comum para serem comparadas.`,
    todo: 'Compare auditorias com o mesmo conjunto e os mesmos itens.',
    safe: nothingChanged
  }),
  auditUnfinished: (p) => ({
    what: `A auditoria de “${p.model}” ainda não tem resultado.`,
    todo: 'Espere que termine ou comece de novo.',
    safe: nothingChanged
  }),
  nothingToBalance: (p) => ({
    what: `Nada de “${p.suite}” dá um conjunto equilibrado; itens ou registros examinados: ${count(p.items)}.`,
    todo: 'Escolha outro eixo, outros itens, ou dados seus e as palavras que se opõem umas às outras.',
    safe: nothingBegun
  }),
  selfTestFailed: (p) => ({
    what: `Números publicados que não saíram iguais: ${count(p.failed)}.`,
    todo: 'Veja se os dados estão como foram publicados; se estiverem, avise os autores do Lethe.',
    safe: nothingChanged
  })
} satisfies Partial<ErrorSentenceTable>
