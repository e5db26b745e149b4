// Errors of training in Portuguese.
import type { RunStatus } from '../../../base/errors'
import type { ErrorSentenceTable } from '../sentences'
import { bytes, count, nothingChanged } from './words'

const nothingBegun = 'Nada foi iniciado; o modelo e o conjunto de dados estão como estavam.'
const statuses: Record<RunStatus, string> = {
  waiting: 'espera a sua vez',
  running: 'está em andamento',
  paused: 'está em pausa',
  finished: 'já terminou',
  stopped: 'foi encerrado',
  failed: 'falhou',
  diverged: 'saiu dos limites'
}

export const training = {
  trainingTooLarge: (p) => ({
    what: `Este treino precisa de ${bytes(p.needBytes)} de memória; há ${bytes(p.freeBytes)} livres.`,
    todo:
      p.adapterBytes === undefined
        ? 'Escolha um lote menor ou linhas mais curtas, economize memória ou feche outros programas.'
        : `Treine um adaptador (LoRA), que ocupa ${bytes(p.adapterBytes)}, escolha um lote menor ou feche outros programas.`,
    safe: nothingBegun
  }),
  nothingToLearn: (p) => ({
    what: `Não há nada a aprender em “${p.dataset}”; registros examinados: ${count(p.records)}.`,
    todo: 'Escolha um conjunto com textos ou respostas, ou deixe o modelo aprender mais que as respostas.',
    safe: nothingBegun
  }),
  trainingDiverged: (p) => ({
    what: `O treino saiu dos limites no passo ${count(p.step)}: a perda está muito acima da de um palpite cego.`,
    todo: `Tente de novo com uma taxa de aprendizado bem abaixo de ${p.learningRate}.`,
    safe: 'O modelo do qual partiu está como estava.'
  }),
  runStateUnreadable: (p) => ({
    what: `O estado salvo deste treino está danificado: ${p.path}.`,
    todo: 'Treine mais uma vez desde o começo.',
    safe: 'O modelo do qual partiu e o conjunto de dados estão como estavam.'
  }),
  runStatusRefused: (p) => ({
    what: `“${p.run}” ${statuses[p.status]}: agora não é possível.`,
    todo: 'Escolha outro treino ou espere que este avance.',
    safe: nothingChanged,
    commandLine: { todo: '`lethe runs` mostra a situação de cada treino.' }
  }),
  jobStatusRefused: (p) => ({
    what: `“${p.job}” ${statuses[p.status]}: agora não é possível.`,
    todo: 'Escolha outra.',
    safe: nothingChanged,
    commandLine: { todo: '`lethe jobs` mostra o que não terminou.' }
  }),
  noAdapter: (p) => ({
    what: `“${p.run}” treinou o modelo inteiro: não há adaptador.`,
    todo: 'Exporte o modelo mesclado.',
    safe: nothingChanged
  }),
  folderThere: (p) => ({
    what: `${p.path} já existe.`,
    todo: 'Escolha uma pasta que ainda não existe.',
    safe: 'Nada foi gravado.'
  }),
  reportChanged: (p) => ({
    what: {
      changed: `${p.path} foi alterado depois de assinado.`,
      otherKey: `${p.path} foi assinado com outra chave.`,
      signatureWrong: `A assinatura de ${p.path} não pertence ao que ele diz ter sido assinado.`,
      otherModels: `${p.path} está como foi assinado, mas um modelo daqui tem pesos diferentes dos que ele diz.`,
      otherLayout: `A página de ${p.path} foi desenhada por outra versão do Lethe e não pode ser comparada aqui.`
    }[p.problem],
    todo:
      p.problem === 'otherLayout'
        ? 'Os dados assinados estão inalterados: peça o JSON, ou confira com aquela versão.'
        : 'Peça o original a quem o fez.',
    safe: nothingChanged
  })
} satisfies Partial<ErrorSentenceTable>
